"""Glyphs that a file does not tell are told, with page and words."""

from __future__ import annotations

import pytest

from kg.documents import read_bytes
from kg.reports.filedoubts import doubt_characters

FIRST = "Inspection of Marlowe children’s services. " * 12
PAGES = FIRST + "\n\fLeaders know each child{glyph}s plan.\n"


@pytest.mark.parametrize("glyph", ["\x01", "\x1a", "\x7f", "\ufffd"], ids=ascii)
def test_a_glyph_that_is_no_character(glyph: str) -> None:
    document = read_bytes(PAGES.format(glyph=glyph).encode(), "made-up")
    (problem,) = doubt_characters(document)
    assert problem.code == "unreadable-characters"
    assert problem.page == 2
    assert problem.text == "Leaders know each child\ufffds plan."


@pytest.mark.parametrize("glyph", ["’", "'", "\t", "\x0b", "\u00ad", "\u200b"], ids=ascii)
def test_characters_that_are_told(glyph: str) -> None:
    document = read_bytes(PAGES.format(glyph=glyph).encode(), "made-up")
    assert list(doubt_characters(document)) == []


def test_one_problem_a_page() -> None:
    document = read_bytes(PAGES.format(glyph="\x01\x02\x03").encode(), "made-up")
    (problem,) = doubt_characters(document)
    assert "3 characters on page 2" in problem.message
