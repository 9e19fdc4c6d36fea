"""The same reports give the same bytes, whatever seed Python takes for its hashes."""

from pathlib import Path

from tests.conftest import RunKg

#: Every so manyth report: a build of all would take minutes.
EVERY = 12


def records(run_kg: RunKg, corpus: Path, folder: Path, seed: str) -> dict[str, bytes]:
    reports = sorted((corpus / "reports" / "pdf").glob("*.pdf"))[::EVERY]
    ran = run_kg(
        "build", "-q", *reports, "--store", folder, env={"PYTHONHASHSEED": seed}, timeout=900
    )  # fmt: skip
    assert ran.returncode in (0, 1), ran.stderr
    return {path.name: path.read_bytes() for path in (folder / "records").glob("*.nq.gz")}


def test_two_seeds_give_the_same_records(corpus: Path, run_kg: RunKg, tmp_path: Path) -> None:
    one = records(run_kg, corpus, tmp_path / "one", "1")
    other = records(run_kg, corpus, tmp_path / "other", "2")
    assert len(one) > 20
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
