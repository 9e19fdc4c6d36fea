"""Plain and Markdown-like text files; a form feed ends a page."""

from __future__ import annotations

import re

from kg.documents.characters import decoded, with_plain_lines
from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

#: A heading of Markdown: its marks and its words.
HASHES = re.compile(r"#{1,6}\s+")
LINE = re.compile(r"[^\n]*\n|[^\n]+")


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
    for number, page in enumerate(texts, 1):
        file.pages.append(RawPage(number, page, lines=_lines(page, number)))
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
            # a bullet's depth is its indent: the line keeps its white space before a dash
            lines.append(
                RawLine(number, stripped[lead:], position + lead, gap=gap, heading=bool(heading))
            )
        gap = not stripped
        position += len(piece)
    return lines
