"""``kg patterns`` as a user meets it."""

import json
from pathlib import Path

import pytest

from kg.analysis import NAMES
from kg.cli import main
from kg.store import writing
from tests.analysis.made_up_reports import Made, iri, make_store

A = Made("ambershire", "2015-01-01", "good", findings=["weakness plans"])
B = Made("bexmoor", "2016-01-01", "inadequate", findings=["weakness voice"])


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(make_store(tmp_path / "store", [A, B]).folder)


def test_the_patterns_are_listed_with_their_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patterns", "--store", "nowhere"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in NAMES)
    assert "-p strand=...  code of a strand, or all (default: overall)" in out


def test_a_row_opens_to_its_statements(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["patterns", "trajectories", "--table", "authorities", "--evidence", "2"]
    assert main([*asked, "--store", folder]) == 0
    out = capsys.readouterr().out
    assert "authority: Bexmoor" in out
    assert "inadequate" in out
    assert iri(B, "/judgement")[:40] in out


def test_csv_of_several_tables_is_one_file_each(folder: str, tmp_path: Path) -> None:
    output = tmp_path / "t.csv"
    asked = ["patterns", "trajectories", "--format", "csv", "-o", str(output), "-q"]
    assert main([*asked, "--store", folder]) == 0
    assert len(list(output.parent.glob("t-*.csv"))) == 6
    text = (output.parent / "t-authorities.csv").read_text(encoding="utf-8")
    assert text.startswith("authority,region,strand,")


def test_csv_to_a_pipe_is_the_first_table_and_says_so(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["patterns", "trajectories", "--format", "csv", "--store", folder]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "authorities only; for the others: --table steps" in err


def test_all_patterns_are_found_and_saved_at_once(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "all.json"
    asked = ["patterns", "all", "--format", "json", "-o", str(output), "--save"]
    assert main([*asked, "--store", folder]) == 0
    for name in NAMES:
        found = json.loads((tmp_path / f"all-{name}.json").read_text(encoding="utf-8"))
        assert found["pattern"] == name
    assert "saved in" in capsys.readouterr().err
    assert main(["patterns", "--store", folder]) == 0
    assert "trajectories (up to date)" in capsys.readouterr().out
    assert main(["info", "--store", folder]) == 0
    assert "reports      2, of" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["recurence"], "did you mean 'recurrence'"),
        (["trajectories", "-p", "strand"], "write it as NAME=VALUE"),
        (["trajectories", "-p", "strand=a", "-p", "strand=b"], "strand is given twice"),
        (["trajectories", "--table", "paths"], "it has: authorities steps"),
        (["trajectories", "--evidence", "9"], "authorities has 2 rows; there is no row 9"),
        (["trajectories", "--evidence", "1", "--format", "turtle"], "evidence is rows"),
        (["all", "--evidence", "1"], "are for one pattern, not for all"),
        (["all", "--format", "json"], "all as json is several files"),
        (["all", "--save", "--endpoint", "http://localhost:1"], "is saved in a store"),
    ],
)
def test_a_wrong_call_ends_with_two_and_one_line(
    folder: str, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["patterns", *asked, "--store", folder]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


def test_no_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["patterns", "recurrence", "--store", str(tmp_path / "none")]) == 2
    assert "there is no store here; make one with: kg build" in capsys.readouterr().err


def test_the_list_tells_which_saved_results_are_out_of_date(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("trajectories", "time"):
        assert main(["patterns", name, "--save", "--store", folder]) == 0
        if name == "trajectories":
            with writing(Path(folder)) as writer:
                writer.put("more", [], graph="https://example.org/more", fingerprint="new")
                writer.commit()
    capsys.readouterr()
    assert main(["patterns", "--store", folder]) == 0
    out = capsys.readouterr().out
    assert "trajectories (out of date, the reports have changed since" in out
    assert "time (up to date)" in out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["recurrence", "-p", "theme="], "theme= has no value; give one, or leave theme out"),
        (["services", "-p", "kind=nosuch"], "no kind of service is called 'nosuch'"),
    ],
)
def test_a_parameter_without_a_meaning_is_an_error(
    folder: str, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["patterns", *asked, "--store", folder]) == 2
    out, err = capsys.readouterr()
    assert (out, said in err) == ("", True)
