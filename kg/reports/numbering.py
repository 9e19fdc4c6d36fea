"""Whether the numbers of a report's paragraphs run on, as they do where nothing was lost.

A number that is missing was lost by the reader or by the printer; one that comes again may be
that of a second report bound into the same file.  Both are told.  Whether the paragraphs go on
with the numbers of a list before them differs from report to report: a step from one to the other
may go on with either, and only what leaves out one number is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents import Block, Document
from kg.reports.model import Problem
from kg.reports.outline import Part

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
            yield _skipped(document, before, after, page, _flat(words))
        elif after.number == before.number:
            said = (
                f"two paragraphs are numbered {after.number}, one behind the other, the second "
                f"on page {page}: look whether the file prints it so"
            )
            yield Problem("number-again", said, page, _flat(words))
        else:
            said = (
                f"paragraph {after.number} on page {page} follows {before.number}: the numbers "
                "go back, as where two reports are bound into one file"
            )
            yield Problem("number-again", said, page, _flat(words))


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
        words = _flat(document.text[start : max(end, strayed.end())])[:SHOWN]
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


def _flat(words: str) -> str:
    return " ".join(words.split())


def _numbered(document: Document, parts: Sequence[Part]) -> Iterator[_Numbered]:
    """The numbered blocks of the body; the rows of a cover's table are none."""
    for part in parts:
        if part.kind is None:
            continue
        for block in document.blocks[part.first : part.last]:
            if block.number and block.number.isdigit():
                yield _Numbered(block, int(block.number), part.items is not None)
