"""Every command, as its user calls it: what it prints where, and its exit status."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from tests.conftest import KG, REPOSITORY, RunKg

REPORTS = REPOSITORY / "examples" / "reports"
REGISTER = REPOSITORY / "examples" / "register.ttl"
REPORT = "<https://w3id.org/childrens-services-kg/def#Report>"
ONE = REPORTS / "eastmere-cp-2012.txt"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, run_kg: RunKg) -> Path:
    folder = tmp_path_factory.mktemp("commands") / "store"
    texts = sorted(REPORTS.glob("*.txt"))
    done = run_kg("build", *texts, "--vocabulary", REGISTER, "--store", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("command", [None, *(module.NAME for module in COMMANDS)])
def test_help_shows_an_example(run_kg: RunKg, command: str | None) -> None:
    done = run_kg(*filter(None, (command, "--help")))
    assert done.returncode == 0
    assert "example" in done.stdout
    assert f"kg {command or 'build'}" in done.stdout.partition("example")[2]


def test_a_build_says_what_the_store_holds(store: Path, run_kg: RunKg) -> None:
    again = run_kg("build", ONE, "--vocabulary", REGISTER, "--store", store)
    assert again.returncode == 0
    assert "1 unchanged" in again.stdout
    assert "CP2012" in again.stdout
    quiet = run_kg("build", ONE, "--vocabulary", REGISTER, "--store", store, "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")


def test_a_report_whose_file_is_gone_is_said_and_can_be_taken_out(
    run_kg: RunKg, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for path in sorted(REPORTS.glob("*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    build = ("build", "reports", "--vocabulary", REGISTER)
    assert run_kg(*build, cwd=tmp_path).returncode == 0
    (folder / ONE.name).unlink()
    said = run_kg(*build, cwd=tmp_path)
    assert "1 stored report has no file any more" in said.stderr
    assert "CP2012" in said.stdout
    asked = run_kg(*build, "--prune", cwd=tmp_path)
    assert "would take out 1 of " in asked.stderr and "give --yes as well" in asked.stderr
    assert (asked.returncode, "CP2012" in asked.stdout) == (1, True)
    taken = run_kg(*build, "--prune", "--yes", cwd=tmp_path)
    assert "taken out, for the files are gone: " in taken.stderr
    assert "CP2012" not in taken.stdout
    rows = run_kg("query", "tables/reports", "--format", "csv", cwd=tmp_path)
    assert ONE.stem not in rows.stdout


@pytest.mark.parametrize("name", ["Eastmere", "EASTMERE COUNTY COUNCIL", "E10999901", "eastmere"])
def test_an_authority_may_be_named_in_any_way(store: Path, run_kg: RunKg, name: str) -> None:
    question = ("query", "judgements", "-p", f"authority={name}", "--format", "csv")
    assert len(run_kg(*question, "--store", store).stdout.splitlines()) == 5


def test_a_damaged_record_is_named(run_kg: RunKg, tmp_path: Path) -> None:
    run_kg("build", ONE, "--vocabulary", REGISTER, cwd=tmp_path)
    (record,) = (tmp_path / "kg-store" / "records").glob("eastmere*.nq.gz")
    record.write_text("not a record\n")
    for command in (("info",), ("validate",), ("export", "turtle", "-"), ("query", "narrative")):
        done = run_kg(*command, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "not as a build wrote it" in done.stderr and "records/eastmere" in done.stderr
    assert run_kg("build", ONE, "--vocabulary", REGISTER, cwd=tmp_path).returncode == 0
    assert "CP2012" in run_kg("info", cwd=tmp_path).stdout


def test_info(store: Path, run_kg: RunKg) -> None:
    done = run_kg("info", "--store", store)
    assert done.returncode == 0
    assert "CP2012" in done.stdout
    assert "2012" in done.stdout


def test_rows_go_to_standard_output_and_nothing_else_does(store: Path, run_kg: RunKg) -> None:
    question = ("query", "judgements", "-p", "authority=eastmere", "--format", "json")
    done = run_kg(*question, env={"KG_STORE": str(store)})
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["source"] == ONE.stem
    assert done.stderr == ""


def test_a_query_of_ones_own(store: Path, run_kg: RunKg, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("# param n: integer default 1: a number\nSELECT (?n + 1 AS ?m) WHERE { }")
    done = run_kg("query", path, "-p", "n=41", "--format", "csv", "--store", store)
    assert done.stdout.split() == ["m", "42"]


def test_a_term_that_the_ontology_does_not_have_is_said(
    store: Path, run_kg: RunKg, tmp_path: Path
) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(f"SELECT ?r {{ ?r a {REPORT[:-2]}> }}")
    done = run_kg("query", path, "--store", store)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 rows")
    assert done.stderr == "no term cs:Repor in the ontology; did you mean 'cs:Report'?\n"


def test_triples_are_printed_as_lines(store: Path, run_kg: RunKg, tmp_path: Path) -> None:
    path = tmp_path / "graph.rq"
    path.write_text(
        "CONSTRUCT { ?s a <urn:x> } WHERE { ?s a cs:Report }".replace("cs:Report", REPORT)
    )
    done = run_kg("query", path, "--store", store)
    lines = done.stdout.splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 2
    assert all(line.endswith("<urn:x> .") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "latest-grade"), "did you mean 'latest-grades'"),
        (("query", "nowhere.rq"), "no such file"),
        (("query", "judgements"), "needs -p authority="),
        (("query", "judgements", "-p", "authority"), "NAME=VALUE"),
        (("query", "judgements", "-p", "authorty=x"), "did you mean 'authority'"),
        (("query", "judgements", "-p", "authority=eastmeer"), "did you mean 'Eastmere'"),
        (("query", "judgements", "-p", "authority=a", "-p", "authority=b"), "given twice"),
        (("query", "grade-on-strand", "-p", "grade=inadequat"), "did you mean 'inadequate"),
        (("query", ONE), "must end in .rq"),
        (("query", "empty.rq"), "empty.rq: holds no question; write one that begins with SELECT"),
        (("info", "--store", ""), "an empty name"),
        (("build", ONE, "--jobs", "0"), "at least 1"),
        (("export", "turtle", "."), "is a folder"),
        (("export", "text", "empty.rq"), "empty.rq: is a file, and text is several files; give a"),
        (("export", "tables", "empty.rq"), "is a file, and tables is several files; give a folder"),
        (("explain", "--html", ".", ONE), "is a folder"),
        (("query", "overdue", "-p", "before=31/12/2020"), "YYYY-MM-DD"),
        (("query", "latest-grades", "--store", "nowhere"), "kg build"),
        (("info", "--store", "nowhere"), "kg build"),
        (("validate", "--store", "nowhere"), "kg build"),
        (("export", "turtle", "-", "--store", "nowhere"), "kg build"),
        (("explain", "nowhere.pdf"), "No such file"),
        (("build", ONE), "give its --vocabulary file as well"),
        (("build", ONE, "--vocabulary", "nowhere.ttl"), "nowhere.ttl"),
        (("build", ONE, "--profile", "nowhere.toml"), "nowhere.toml"),
        (("export", "word", "-"), "invalid choice"),
    ],
)
def test_a_call_that_is_wrong_is_told_what_to_do(
    store: Path, run_kg: RunKg, tmp_path: Path, arguments, said: str
) -> None:
    (tmp_path / "empty.rq").write_text("# title: nothing yet\n")
    done = run_kg(*arguments, env={"KG_STORE": str(store)}, cwd=tmp_path)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert done.returncode == (1 if "No such file" in said else 2)


def test_an_export_to_a_pipe_that_closes_early(store: Path) -> None:
    line = " ".join(map(repr, KG))
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line} export ntriples - --store {store} | head -1"],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" .\n")


def test_validate_says_what_is_wrong_in_each_format(store: Path, run_kg: RunKg) -> None:
    for name in ("text", "json", "turtle", "html"):
        done = run_kg("validate", "--store", store, "--format", name)
        assert done.returncode == 0, done.stdout
    assert "<html" in done.stdout


def test_explain_shows_what_was_read(run_kg: RunKg, tmp_path: Path) -> None:
    done = run_kg("explain", ONE, "--vocabulary", REGISTER)
    assert done.returncode == 0
    assert "Eastmere" in done.stdout
    assert "CP-2012" in done.stdout
    page = tmp_path / "page.html"
    done = run_kg("explain", ONE, "--vocabulary", REGISTER, "--html", page)
    assert done.returncode == 0
    text = page.read_text()
    assert 'class="judgement"' in text
    # nothing is loaded from elsewhere
    assert "src=" not in text
    assert "@import" not in text


def test_explain_takes_what_people_corrected(run_kg: RunKg) -> None:
    report = REPOSITORY / "examples" / "incomplete" / "ghyllmoor-ilacs-2024.txt"
    asked = ("explain", report, "--vocabulary", REGISTER)
    assert "orrected" not in run_kg(*asked).stdout
    done = run_kg(*asked, "--corrections", REPOSITORY / "examples" / "corrections.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert "northmoor, printed 'Ghyllmoor', corrected" in done.stdout
    assert "authority: Northmoor (read 'Ghyllmoor'), p.1, A. Reader: " in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("", "", 0, ""),
        ("care-leavers,good", "overall,good", 1, "corrections.csv: line 3) was not taken: it says"),
        ("care-leavers,good", "adoption,good", 1, "line 3) was not taken: it names a strand"),
        ("grade:care-leavers,good", "published,2023-01-01", 1, "it is before 2024-09-13"),
        ("ghyllmoor", "ghillmoor", 1, "line 2: there is no report 'ghillmoor-ilacs-2024'"),
        ("accb", "bbbb", 1, "line 2: ghyllmoor-ilacs-2024 has other bytes now"),
        ("grade:care", "grde:care", 2, "line 3: there is no field 'grde:care-leavers'"),
        ("sha256", "sha", 2, "line 1: has no column sha256"),
    ],
)
def test_a_correction_that_fits_nothing_is_told_and_is_in_the_exit_status(
    run_kg: RunKg, tmp_path: Path, old: str, new: str, status: int, said: str
) -> None:
    examples = REPOSITORY / "examples"
    report = examples / "incomplete" / "ghyllmoor-ilacs-2024.txt"
    (tmp_path / report.name).write_bytes(report.read_bytes())
    text = (examples / "corrections.csv").read_text(encoding="utf-8").replace(old, new)
    (tmp_path / "corrections.csv").write_text(text, encoding="utf-8")
    done = run_kg("build", tmp_path, "--vocabulary", REGISTER, "--store", tmp_path / "store")
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_is_interrupted_says_so_and_can_go_on(run_kg: RunKg, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    child = subprocess.Popen(
        [*KG, "build", str(REPORTS), "--vocabulary", str(REGISTER), "--store", str(folder)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # a shell lets what it runs in the background ignore the signal
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not (folder / "lock").exists():
        assert child.poll() is None
        time.sleep(0.01)
    os.killpg(child.pid, signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130, said
    assert said.startswith("kg build: stopped; what was read is kept")
    done = run_kg("build", REPORTS, "--vocabulary", REGISTER, "--store", folder)
    assert done.returncode in (0, 1)
    assert f"{len(list(REPORTS.iterdir()))} files" in done.stdout


def test_a_build_that_is_told_to_end_takes_its_workers_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    child = subprocess.Popen(
        [*KG, "build", str(REPORTS), "--vocabulary", str(REGISTER), "--store", str(folder)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (folder / "lock").exists():
        assert child.poll() is None
        time.sleep(0.01)
    child.terminate()
    # a worker that lived on would hold the pipe open
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130, said


def test_a_page_does_not_take_the_place_of_its_report(run_kg: RunKg, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Nothing of note.\n")
    done = run_kg("explain", report, "--html", report)
    assert done.returncode == 2
    assert "is the report itself" in done.stderr
    assert report.read_text() == "Nothing of note.\n"


def test_a_pipe_in_a_folder_is_no_report(run_kg: RunKg, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.pdf")
    done = run_kg("build", tmp_path, "--store", tmp_path / "store", timeout=60)
    assert done.returncode == 1
    assert "a folder without reports" in done.stderr


def test_the_text_of_a_query_is_no_name(run_kg: RunKg, store: Path) -> None:
    done = run_kg("query", "SELECT * { ?s ?p ?o }", "--store", store)
    assert done.returncode == 2
    assert "put it into a file that ends in .rq" in done.stderr


def test_the_folder_that_an_export_makes_is_named(
    run_kg: RunKg, store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "folder" / "graph.nt"
    done = run_kg("export", "ntriples", out, "--store", store)
    assert done.returncode == 0
    assert done.stderr.startswith(f"made the folder {out.parent}\n")
    assert run_kg("export", "ntriples", out, "--store", store).stderr.startswith("wrote ")


@pytest.mark.parametrize(
    ("options", "rows"),
    [((), 1), (("--memory", "2", "--timeout", "30"), 1)],
    ids=["usual", "given"],
)
def test_a_question_of_the_catalogue_is_asked_within_limits(
    run_kg: RunKg, store: Path, options: tuple[str, ...], rows: int
) -> None:
    done = run_kg("query", "tables/reports", "--store", store, "--format", "json", *options)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)) >= rows
