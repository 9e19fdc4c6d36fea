"""Footnote marks that are set as large as the word they follow: "special schools3, of whom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents.model import Role
from kg.documents.rawlines import RawFile, RawLine, RawPage

#: The mark with which a footnote opens.
OPENS = re.compile(r"\s*\[?(\d{1,2})\]?(?!\d)")
#: Digits behind a word in small letters: no code or name ("s47", "Power2") looks like that.
GLUED = re.compile(r"\b[a-z]{4,}(\d{1,2})(?=[\s.,;:)]|$)")


def find_glued_marks(file: RawFile, roles: Sequence[Role]) -> None:
    """Note the marks, each of a footnote of its own page that no smaller digits point to."""
    first = 0
    for page in file.pages:
        given = roles[first : first + len(page.lines)]
        first += len(page.lines)
        if Role.FOOTNOTE in given:
            _find(page, given)


def _find(page: RawPage, given: Sequence[Role]) -> None:
    notes: set[str] = set()
    body: list[RawLine] = []
    for line, role in zip(page.lines, given, strict=True):
        if role is Role.FOOTNOTE:
            opens = OPENS.match(line.text)
            notes.update(opens.groups() if opens else ())
        elif role is Role.BODY:
            body.append(line)
    notes -= {line.text[start:end].strip("[]") for line in body for start, end in line.marks}
    for number in notes:
        glued = [
            (line, match.span(1))
            for line in body
            for match in GLUED.finditer(line.text)
            if match[1] == number
        ]
        if len(glued) == 1:
            [(line, span)] = glued
            line.marks = tuple(sorted((*line.marks, span)))
