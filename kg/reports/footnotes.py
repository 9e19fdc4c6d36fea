"""Notes set like the text, which their size does not tell from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import Document

#: A rule of underscores, and a note below it: "(1) Office for National Statistics, 2015".
RULE = re.compile(r"[_\s]{5,}")
NUMBERED = re.compile(r"[(\[]\d{1,2}[)\]]\s*\w")
#: "* Not her name."
STARRED = re.compile(r"(?P<mark>\*{1,3})\s?[A-Z]")
#: A note stands at most so many characters behind the word that bears its star.
FAR = 6000


def note_lines(document: Document) -> Iterator[int]:
    """The lines (index in `Document.lines`) of notes: numbered ones under a rule, and those
    behind a star that a word above them bears."""
    ruled = False
    for block in document.blocks:
        text = document.text[block.body : block.end]
        ruled = RULE.fullmatch(text) is not None or (ruled and NUMBERED.match(text) is not None)
        if ruled or _is_starred(document, block.start, text):
            yield from range(block.first, block.last)


def _is_starred(document: Document, start: int, text: str) -> bool:
    star = STARRED.match(text)
    if star is None:
        return False
    bears = re.compile(rf"\w{re.escape(star['mark'])}(?!\*)")
    return bears.search(document.text, max(start - FAR, 0), start) is not None
