"""Plain and Markdown-like text files; a form feed ends a page."""

from __future__ import annotations

import re

from kg.documents.characters import decoded, with_plain_lines
from kg.documents.clean import LEADING_BULLET
from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

#: A heading of Markdown: its marks and its words.
HASHES = re.compile(r"#{1,6}\s+")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
#: A bullet set in by so many spaces is under the one above.
DEEPER = 2


def read_plain(data: bytes) -> RawFile:
    """The pages of a text file in UTF-8, UTF-16 or Windows-1252.

    Raises `UnreadableFile` if there is no text in it.
    """
    text, notes = decoded(data)
    text = with_plain_lines(text)
    if not text.strip():
        raise UnreadableFile("holds no text")
    texts = text.split("\f")
    if len(texts) > 1 and not texts[-1].strip():
        texts.pop()
    file = RawFile("text/plain", [], paged=len(texts) > 1, notes=notes)
    base: int | None = None
    for number, page in enumerate(texts, 1):
        file.pages.append(RawPage(number, page, lines=_lines(page, number)))
        base = _mark_depths(file.pages[-1], file.pages[-2] if number > 1 else None, base)
    return file


def _lines(text: str, number: int) -> list[RawLine]:
    lines: list[RawLine] = []
    position, gap = 0, True
    for piece in LINE.findall(text):
        stripped = piece.rstrip()
        lead = len(stripped) - len(stripped.lstrip())
        heading = HASHES.match(stripped, lead)
        if heading:
            lead = heading.end()
        if stripped[lead:]:
            lines.append(
                RawLine(number, stripped[lead:], position + lead, gap=gap, heading=bool(heading))
            )
        gap = not stripped
        position += len(piece)
    return lines


def _mark_depths(page: RawPage, before: RawPage | None, base: int | None) -> int | None:
    """Tell the bullets of each list that are set in from those above them.

    ``base`` is how far the bullets of the page before were set in that had others below them; the
    same of this page is given back.  None: it had no list with others below.
    """
    run: list[tuple[RawLine, int]] = []
    led_in = before is not None and bool(before.lines) and before.lines[-1].text.endswith(":")
    for line in page.lines:
        indent = _indent(page.text, line)
        if LEADING_BULLET.match(line.text):
            run.append((line, indent))
        elif line.gap and run and indent <= run[-1][1]:
            _mark_run(run, led_in and run[0][0] is page.lines[0], _above(run, page, base))
            run = []
    if not run:
        return None
    return _mark_run(run, led_in and run[0][0] is page.lines[0], _above(run, page, base))


def _above(run: list[tuple[RawLine, int]], page: RawPage, base: int | None) -> int | None:
    """The base of the list that a run goes on with, if it does: it opens the page."""
    return base if run and run[0][0] is page.lines[0] else None


def _mark_run(run: list[tuple[RawLine, int]], led_in: bool, base: int | None) -> int | None:
    """Give the bullets of one list their depths, if some are set in; the indent of the others.

    ``base`` is that of the list that it goes on with over a page.
    """
    least = min((indent for _, indent in run), default=0)
    deep = [indent >= least + DEEPER for _, indent in run]
    # the first of a list is under none, unless the page before ended in its lead-in
    if not (any(deep) and (led_in or not deep[0])) and least != base:
        return None
    for (line, _), is_deep in zip(run, deep, strict=True):
        line.item = 2 if is_deep else 1
    return least


def _indent(text: str, line: RawLine) -> int:
    """White space before a line; a tab is four spaces."""
    return len(text[text.rfind("\n", 0, line.start) + 1 : line.start].expandtabs(4))
