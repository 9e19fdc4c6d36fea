"""Characters that the file does not tell: glyphs of a font without a table of what they are.

Such a glyph stands on the page and is a control character, or U+FFFD, in what the file gives as
text.  What is read beside it may lack a letter or an apostrophe, so that it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents import Document
from kg.reports.model import Problem

#: No printed text holds one of these; line ends, tabs and form feeds aside.
UNTOLD = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffd]")
#: Marks that turn the direction of what stands around them.
DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
#: The words around such a character are quoted, so many characters on each side.
AROUND = 40


def doubt_characters(document: Document) -> Iterator[Problem]:
    """One problem for each page with characters that cannot be told, with the first words."""
    for page in document.pages:
        found = list(UNTOLD.finditer(page.text))
        if not found:
            continue
        first = found[0]
        words = page.text[max(first.start() - AROUND, 0) : first.end() + AROUND]
        text = " ".join(UNTOLD.sub("\ufffd", DIRECTIONS.sub("", words)).split())
        count = "one character" if len(found) == 1 else f"{len(found)} characters"
        yield Problem(
            "unreadable-characters",
            f"{count} on page {page.number} cannot be told: the font does not say what the glyph "
            f"is ({text!r}); compare what was read with the page",
            page.number,
            text,
        )
