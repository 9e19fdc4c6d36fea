"""Each competency question has a query that exists and runs, and each query answers one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.corpus.catalogue import bind, find, load_catalogue
from kg.store import Store, open_store
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "competency-questions.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\| .*\? \| `kg query (.*)` \|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def examples(demo_store: Path) -> Store:
    return open_store(demo_store)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_query_runs(examples: Store, command: str) -> None:
    name, *options = shlex.split(command)
    query = find(name)
    given = dict(option.split("=", 1) for option in options if option != "-p")
    rows = examples.select(query.text, bind(query, given, examples))
    assert rows.variables == tuple(query.columns)


def test_every_query_of_the_catalogue_answers_a_question() -> None:
    named = {command.split()[0] for command in COMMANDS}
    assert named == {name for name in load_catalogue() if "/" not in name}
