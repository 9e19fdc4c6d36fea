"""A report file as pages of lines and one clean text, with the way back from text to page.

Coordinates are PDF points (1/72 inch), origin at the lower left corner of the page.  Files
without pages (plain text without form feeds, HTML, DOCX) have one page and lines without
positions.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from kg.text.sentences import spans


class Role(StrEnum):
    """Why a line of a page is not in the clean text; ``BODY`` lines are."""

    BODY = "body"
    HEADER = "running header"
    FOOTER = "running footer"
    PAGE_NUMBER = "page number"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    CLOSING = "closing boilerplate"
    COPY = "second copy"


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a ruled table that a line stands in; two lines of one cell have equal cells.

    A cell knows its page's ruled lines only: a row that goes on over a page's end is two.
    """

    #: 1-based number of the table on its page, from the top down
    table: int
    #: 1-based number of the first and of the last ruled row that the cell takes in its table;
    #: they differ where a cell stands beside several rows
    row: int
    last_row: int
    #: 1-based number of the column that the cell begins in
    column: int
    #: its edges in points: left, bottom, right, top
    x0: float
    y0: float
    x1: float
    y1: float

    def beside(self, other: Cell) -> bool:
        """Whether both stand in one table of one page (the caller's matter) and share a row."""
        return (
            self.table == other.table and self.row <= other.last_row and other.row <= self.last_row
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of one page."""

    #: 1-based page number
    page: int
    #: the line's clean text: glyphs mapped, footnote marks gone, white space collapsed; a bullet
    #: stands at the start as "• " (first level) or "– " (deeper)
    text: str
    #: left and right edge, baseline above the page's foot; None in files without positions
    x0: float | None
    x1: float | None
    y: float | None
    #: font size in points, 0.0 where unknown
    size: float
    bold: bool
    role: Role
    #: (clean offset within ``text``, raw offset within the page's raw text) where a run starts;
    #: between two runs both offsets advance together
    runs: tuple[tuple[int, int], ...]
    #: offset of the line in `Document.text`; -1 for a line that is not in it
    start: int = -1
    #: the cell of a ruled table that the line stands in, None for a line outside tables, for a
    #: table without ruled lines, and in files without positions
    cell: Cell | None = None

    @property
    def end(self) -> int:
        """Offset in `Document.text` just after the line."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (1-based), size in points and raw text as the file gives it."""

    number: int
    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, bullet or table cell: a run of body lines that read as one.

    ``document.text[start:end]`` is its text with single spaces where lines were joined (none
    after a printed hyphen).
    """

    start: int
    end: int
    #: index of its first line in `Document.lines`, and one past its last
    first: int
    last: int
    #: 0 for no bullet, 1 for a bullet, 2 for a bullet under a bullet
    bullet: int
    #: number printed at the start ("12" of "12. Children ..."), None if there is none
    number: str | None
    #: where the text after bullet or number begins in `Document.text`
    body: int
    #: it goes on with the one before, which would have become longer than any that is printed
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of clean text stands in the file."""

    page: int
    #: offsets in `Page.text` of the page
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of how a file was read: the code of a problem, and a sentence."""

    code: str
    message: str
    page: int | None = None
    #: the printed words that it is about
    text: str | None = None


@dataclass(frozen=True)
class Document:
    """One file as read.  Lines are in reading order; furniture lines keep their role."""

    name: str
    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    #: every line of every page, furniture included
    all_lines: tuple[Line, ...]
    #: those of them that are in the text: the body's
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    #: clean text of the body: blocks separated by "\n"
    text: str
    #: False where the file has no pages of its own, so that page numbers are all 1
    paged: bool = True
    #: what is to be said of the reading ("page 7 has no text")
    notes: tuple[Note, ...] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence of the clean text, in order.

        None goes over the end of a block; a block's bullet or number is no part of one.
        """
        return tuple(
            (block.body + start, block.body + end)
            for block in self.blocks
            for start, end in spans(self.text[block.body : block.end])
        )

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [end for _, end in self.sentences]

    def sentences_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of ``text[start:end]``; of one that goes over its ends, what is in it."""
        found = []
        for place in range(bisect_right(self._sentence_ends, start), len(self.sentences)):
            begins, ends = sentence = self.sentences[place]
            if begins >= end:
                break
            if begins >= start and ends <= end:
                found.append(sentence)
                continue
            first, last = max(begins, start), min(ends, end)
            piece = self.text[first:last]
            first += len(piece) - len(piece.lstrip())
            last = first + len(piece.strip())
            if first < last:
                found.append((first, last))
        return found

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds an offset, or else of the next one.

        Behind the last sentence both are the end of the text.
        """
        place = bisect_right(self._sentence_ends, offset)
        if place == len(self.sentences):
            return len(self.text), len(self.text)
        return self.sentences[place]

    def line_at(self, offset: int) -> Line:
        """The body line that holds the character at ``offset`` of the clean text."""
        return self.lines[max(bisect_right(self._starts, offset) - 1, 0)]

    def page_at(self, offset: int) -> int:
        """The page (1-based) of the character at ``offset`` of the clean text."""
        return self.lines[max(bisect_right(self._starts, offset) - 1, 0)].page

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Where the span stands in the raw text: one `Place` a line that it touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.start >= end:
                break
            left, right = max(start, line.start), min(end, line.end)
            if left < right:
                found.append(
                    Place(
                        line.page,
                        _raw(line.runs, left - line.start),
                        _raw(line.runs, right - 1 - line.start) + 1,
                    )
                )
        return tuple(found)


def _raw(runs: tuple[tuple[int, int], ...], offset: int) -> int:
    """The raw offset of a clean offset of one line."""
    clean, raw = runs[bisect_right(runs, (offset, 1 << 60)) - 1]
    return raw + offset - clean
