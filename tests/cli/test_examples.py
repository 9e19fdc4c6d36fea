"""The examples of commands and questions run on the store of `make demo`.

They stand in the help of each command, in the heads of the questions, and on pages of `docs/`.
"""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.cli import COMMANDS, EXAMPLE, main
from kg.corpus.catalogue import bind, load_catalogue
from kg.store import open_store
from tests.conftest import REPOSITORY

#: What cannot be asked of a store alone: a server, reports, or files of other stores.
NEEDS_MORE = re.compile(r"https?://(?!example\.org/reports)|kg build|march\.ttl|--engine pyshacl")
#: What stands behind a command: where its output goes, or what it does.
BEHIND = re.compile(r" [>|] .*| {2,}.*")


def lines(text: str) -> list[str]:
    """The commands of an epilogue, or of a page, without what stands behind them."""
    found = re.findall(r"^ *(kg .*)$", text, re.MULTILINE)
    return [BEHIND.sub("", line) for line in found if not NEEDS_MORE.search(line)]


#: Pages whose commands no other test runs.
PAGES = ("briefs.md", "patterns/README.md", "validation.md", "workbook.md")
EPILOGUES = (EXAMPLE, *(command.EXAMPLE for command in COMMANDS))
SHOWN = [(REPOSITORY / "docs" / page).read_text("utf-8") for page in PAGES]
EVERY = sorted({line for text in (*EPILOGUES, *SHOWN) for line in lines(text)})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, demo_store: Path) -> Path:
    """Where the commands run: the files that their examples name."""
    found = tmp_path_factory.mktemp("examples")
    examples = REPOSITORY / "examples"
    for name in ("kg-store", "my-store", "before"):
        shutil.copytree(demo_store, found / name)
    shutil.copy(examples / "my-question.rq", found)
    shutil.copy(examples / "reports" / "northmoor-ilacs-2024.pdf", found / "report.pdf")
    # shapes and data of somebody else
    (found / "theirs.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "[] sh:targetSubjectsOf <http://example.org/name> ; sh:nodeKind sh:IRI .\n"
    )
    (found / "graph.nt").write_text('<http://example.org/a> <http://example.org/name> "A" .\n')
    return found


@pytest.mark.parametrize("line", EVERY)
def test_an_example_runs(
    line: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if line.endswith(".docx") and find_spec("docx") is None:
        pytest.skip("python-docx is not there")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("KG_STORE", raising=False)
    status = main(shlex.split(line)[1:])
    assert status == 0, capsys.readouterr().err


def test_each_command_has_an_example() -> None:
    for command in COMMANDS:
        assert f"kg {command.NAME}" in command.EXAMPLE


@pytest.mark.parametrize(
    "name", [name for name, query in load_catalogue().items() if query.parameters]
)
def test_a_question_runs_with_the_examples_of_its_parameters(name: str, demo_store: Path) -> None:
    query, store = load_catalogue()[name], open_store(demo_store)
    given = {each.name: each.example for each in query.parameters if each.example is not None}
    assert store.select(query.text, bind(query, given, store)).variables == tuple(query.columns)
