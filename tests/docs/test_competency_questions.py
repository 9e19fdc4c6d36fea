"""Every question of the page has its query in the catalogue."""

from __future__ import annotations

import re

from kg.catalogue import load_catalogue
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "competency-questions.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| .*\? \| `", line)]


def test_every_named_query_is_there() -> None:
    named = {name for row in ROWS for name in re.findall(r"`([a-z-]+)`", row.split(" | ")[-1])}
    assert named - load_catalogue().keys() == set()


def test_every_question_names_one() -> None:
    questions = [line for line in PAGE.splitlines() if line.startswith("| ") and "?" in line]
    assert questions == ROWS
    assert ROWS
