"""What shows that something of a file may be lost: untold characters, copies, missing numbers.

A glyph of a font without a table of what its glyphs are stands on the page and is a control
character, or U+FFFD, in what the file gives as text.  What is read beside it may lack a letter or
an apostrophe, so that it is told.

A number of a paragraph that is missing was lost by the reader or by the printer; one that comes
again may be that of a second report bound into the same file.  Both are told.  Whether the
paragraphs go on with the numbers of a list before them differs from report to report: a step from
one to the other may go on with either, and only what leaves out one number is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents import Block, Document, Role
from kg.reports.model import Problem
from kg.reports.outline import Part
from kg.text.words import one_line

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


def doubt_copies(document: Document) -> Iterator[Problem]:
    """One problem for all pages that only repeat the first ones, with their first words."""
    copied = next((line for line in document.all_lines if line.role is Role.COPY), None)
    if copied is None:
        return
    once, count = copied.page - 1, len(document.pages)
    first = "page 1" if once == 1 else f"pages 1 to {once}"
    again = f"page {count}" if count == copied.page else f"pages {copied.page} to {count}"
    yield Problem(
        "bound-again",
        f"{first} come again as {again}, word for word, as where a report is bound into one file "
        "more than once: they were read once",
        copied.page,
        copied.text,
    )


#: From a list to the paragraphs a step over one number shows that it was lost; over more of them
#: the paragraphs may have numbers of their own.
ONE = 2
#: So much (characters) of the paragraph behind the gap is quoted.
SHOWN = 80


@dataclass(frozen=True, slots=True)
class _Numbered:
    block: Block
    number: int
    #: True for the item of a list
    item: bool


def doubt_numbers(document: Document, parts: Sequence[Part]) -> Iterator[Problem]:
    """Where the numbers of the paragraphs leave one out, or come again."""
    last: dict[bool, int] = {}
    for before, after in itertools.pairwise(_numbered(document, parts)):
        last[before.item] = before.number
        if after.number == before.number + 1:
            continue
        if after.item != before.item and (
            after.number in (1, last.get(after.item, 0) + 1) or after.number > before.number + ONE
        ):
            continue
        page = document.page_at(after.block.start)
        words = document.text[after.block.start : after.block.end][:SHOWN]
        if after.number > before.number:
            yield _skipped(document, before, after, page, one_line(words))
        elif after.number == before.number:
            said = (
                f"two paragraphs are numbered {after.number}, one behind the other, the second "
                f"on page {page}: look whether the file prints it so"
            )
            yield Problem("number-again", said, page, one_line(words))
        else:
            said = (
                f"paragraph {after.number} on page {page} follows {before.number}: the numbers "
                "go back, as where two reports are bound into one file"
            )
            yield Problem("number-again", said, page, one_line(words))


def _skipped(
    document: Document, before: _Numbered, after: _Numbered, page: int, words: str
) -> Problem:
    """The numbers that are missing between two; one may stand inside the words in between."""
    lost = f"{before.number + 1}"
    if after.number > before.number + 2:
        lost += f" to {after.number - 1}"
    strayed = re.compile(rf"(?<!\S){before.number + 1}\.\s").search(
        document.text, before.block.end, after.block.start
    )
    if strayed:
        page = document.page_at(strayed.start())
        start, end = document.sentence_at(strayed.start() - 1)
        words = one_line(document.text[start : max(end, strayed.end())])[:SHOWN]
        said = (
            f"the number {before.number + 1} stands inside a sentence on page {page}: its "
            "paragraph was read without a number"
        )
    else:
        said = (
            f"no paragraph {lost} was found between {before.number} and {after.number}, "
            f"which is on page {page}: look whether the file prints it"
        )
    return Problem("number-skipped", said, page, words)


def _numbered(document: Document, parts: Sequence[Part]) -> Iterator[_Numbered]:
    """The numbered blocks of the body; the rows of a cover's table are none."""
    for part in parts:
        if part.kind is None:
            continue
        for block in document.blocks[part.first : part.last]:
            if block.number and block.number.isdigit():
                yield _Numbered(block, int(block.number), part.items is not None)
