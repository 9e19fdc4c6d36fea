"""`import kg`: reading, building and opening from Python, and what is said when it cannot be."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.ingest import Fate
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"
REGISTER = EXAMPLES / "register.ttl"
LETTER = EXAMPLES / "reports" / "northmoor-ilacs-2024.pdf"
#: What no room may pay for that only asks for the version.
HEAVY = ("kg.", "numpy", "pyoxigraph", "pypdfium2", "rdflib", "sqlite3", "networkx")


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)


def test_the_package_alone_costs_nothing() -> None:
    show = "import kg, json, sys; print(json.dumps([kg.__version__, *sys.modules]))"
    ran = subprocess.run(
        [sys.executable, "-c", show], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    version, *modules = json.loads(ran.stdout)
    assert version == kg.__version__
    assert [name for name in modules if name.startswith(HEAVY)] == []


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    assert set(kg.__all__) <= set(dir(kg))
    for name in kg.__all__:
        assert getattr(kg, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        kg.reed  # noqa: B018


def test_every_error_is_of_the_family() -> None:
    errors = [value for value in map(kg.__getattr__, kg.__all__) if _is_error(value)]
    assert len(errors) == 5
    assert all(issubclass(error, kg.KgError) for error in errors)


def _is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


def test_a_report_is_read_from_a_str_or_a_path() -> None:
    one = kg.read(str(LETTER), vocabulary=str(REGISTER))
    assert one == kg.read(LETTER, vocabulary=[REGISTER])
    assert isinstance(one, kg.Report)
    assert one.authority and one.authority.value == "northmoor"
    assert any(each.rating for each in one.findings)


def test_without_the_classifier_findings_are_not_rated() -> None:
    report = kg.read(LETTER, vocabulary=REGISTER, rate=False)
    assert report.findings
    assert not any(each.rating for each in report.findings)


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(kg.UnreadableFile, match=r"^gone\.pdf: "):
        kg.read("gone.pdf")
    Path("page.pdf").write_text("<html><body>not found</body></html>", encoding="utf-8")
    with pytest.raises(kg.KgError, match=r"^page\.pdf: "):
        kg.read("page.pdf")
    Path("broken.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(kg.KnowledgeError, match=r"broken\.ttl"):
        kg.read(LETTER, vocabulary="broken.ttl")


@pytest.mark.parametrize("call", [kg.read, kg.build, kg.open])
def test_what_is_no_path_is_refused(call) -> None:
    with pytest.raises(TypeError, match="give a str or a Path, not int"):
        call(2024) if call is not kg.build else call([2024])
    with pytest.raises(ValueError, match="an empty name"):
        call("")


def test_nothing_to_build_is_refused_before_a_store_is_made() -> None:
    with pytest.raises(ValueError, match="none is given"):
        kg.build([])
    assert not Path("kg-store").exists()


def test_one_path_is_built_or_several_and_the_store_opened() -> None:
    outcome = kg.build(LETTER, vocabulary=REGISTER, jobs=1)
    assert isinstance(outcome, kg.Outcome)
    assert [fate for _, fate in outcome.files] == [Fate.STORED]
    both = [LETTER, str(EXAMPLES / "reports" / "eastmere-cp-2012.txt")]
    assert len(kg.build(both, "kg-store", vocabulary=[str(REGISTER)], jobs=1).files) == 2
    corpus = kg.open()
    assert isinstance(corpus, kg.Corpus)
    assert [report.source for report in corpus] == ["eastmere-cp-2012", "northmoor-ilacs-2024"]
    assert kg.open(Path("kg-store")).reports == kg.open("kg-store").reports


def test_what_is_gone_is_taken_out_where_that_is_asked_for() -> None:
    Path("reports").mkdir()
    for number in range(12):
        text = f"Report {number}\n\nNothing that is known.\n"
        Path("reports", f"letter-{number}.txt").write_text(text, encoding="utf-8")
    kg.build("reports", jobs=1)
    Path("reports", "letter-3.txt").unlink()
    assert len(kg.open().answers.entries) == 13
    kg.build("reports", prune=True, jobs=1)
    assert len(kg.open().answers.entries) == 12


def test_the_store_is_that_of_the_environment_unless_one_is_named(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(kg.StoreError, match="there is no store here; make one with: kg build"):
        kg.open()
    monkeypatch.setenv("KG_STORE", str(demo_store))
    assert len(kg.open()) == 17
    with pytest.raises(kg.StoreError, match="there is no store here"):
        kg.open("elsewhere")


def test_an_endpoint_is_opened_without_being_asked() -> None:
    corpus = kg.open(endpoint="http://someone:secret@localhost:1/sparql")
    assert "secret" not in repr(corpus.answers)
    assert repr(corpus.answers) == "<SparqlEndpoint http://localhost:1/sparql>"
    with pytest.raises(kg.StoreError, match="a store or an endpoint, not both"):
        kg.open("kg-store", endpoint="http://localhost:1/sparql")


def test_what_is_open_shows_itself(demo_store: Path) -> None:
    corpus = kg.open(demo_store)
    assert repr(corpus) == f"<Corpus of {demo_store}: 17 reports, 5 authorities>"
    assert repr(corpus.answers) == f"<Store {demo_store}: 17 reports>"


def test_the_cells_of_the_notebook_run_as_plain_python(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))
    shutil.copytree(EXAMPLES / "reports", "reports")
    shutil.copy(REGISTER, "register.ttl")
    names: dict[str, object] = {}
    shown = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
            shown.append(capsys.readouterr().out)
    printed = "\n".join(shown)
    assert "Eastmere 2019-11-15 inadequate then 2025-11-21 requires-improvement" in printed
    assert "Northmoor: The quality of multi-agency plans" in printed
    assert "Families wait too long for a review." in printed
    assert "saltmarsh-sif-2016 | page 4 | recommendation | Improve the supervision" in printed
    assert "Overall effectiveness | Good | page 1" in printed
    assert (tmp_path / "eastmere.html").is_file()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> kg.Corpus:
    folder = tmp_path_factory.mktemp("library") / "store"
    kg.build(LETTER, folder, vocabulary=REGISTER)
    return kg.open(folder)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda corpus: corpus.findings_on(None), "theme: give a str, not NoneType"),
        (lambda corpus: corpus.findings_on("plans", polarity=5), "polarity: give a str, not int"),
        (lambda corpus: corpus.findings_on("plans", least="x"), "least: give a number, not str"),
        (lambda corpus: corpus.search(None), "text: give a str, not NoneType"),
        (lambda corpus: kg.build(None), "paths: give a str or a Path, or several, not NoneType"),
    ],
)
def test_what_is_of_another_type_is_told_with_its_name(corpus, ask, says: str) -> None:
    with pytest.raises(TypeError, match=re.escape(says)):
        ask(corpus)


def test_what_nothing_mentions_is_told(corpus) -> None:
    with pytest.raises(kg.QueryError, match=r"no mentions of 'boards'; did you mean 'board'\?"):
        corpus.mentions("boards")


def test_a_file_is_no_store_and_a_path_to_nothing_makes_none(tmp_path: Path) -> None:
    file = tmp_path / "tables.csv"
    file.write_text("source\n")
    with pytest.raises(kg.StoreError, match="is a file; give the folder of a store"):
        kg.open(file)
    outcome = kg.build(tmp_path / "nothing", tmp_path / "store")
    assert "no such file or folder" in outcome.complaints[0]
    assert not (tmp_path / "store").exists()
