"""Pieces become pages of printed lines, each at its place, as a word processor sets them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from examples.layout import BOLD, TEXT
from tests.made_up.pieces import MadeUp, Owner, Piece

#: A word, or the part of one up to a printed hyphen: where a line may end.
WORD = re.compile(r"\S+?[a-z]-(?=[a-z])|\S+")
#: Footnotes: their size, and from baseline to baseline.
NOTE_SIZE, NOTE_STEP = 10.0, 12.0
RAISED = 0.64
#: Footnotes are drawn behind the text of their page.
NOTES = 9


@dataclass(frozen=True, slots=True)
class Printed:
    """One line, or one cell of a line, or a mark before it."""

    x: float
    #: baseline above the page's foot
    y: float
    text: str
    size: float
    bold: bool
    owner: Owner
    #: index of its piece; -1 for furniture
    piece: int
    #: 0 for the piece's own text, then its cells
    cell: int = 0
    #: whether it is a mark (bullet, number, footnote's mark) and not the text itself
    mark: bool = False
    ink: float = 0.0
    drawn: int = 0


Page = tuple[Printed, ...]


def lay_out(report: MadeUp) -> tuple[Page, ...]:
    """The report's pages, in the order in which their lines are drawn."""
    laying = _Laying(report)
    for index, piece in enumerate(report.pieces):
        laying.place(index, piece)
    pages = laying.finished()
    return pages * report.copies


class _Laying:
    """A report under way."""

    def __init__(self, report: MadeUp) -> None:
        self.report = report
        self.pages: list[list[Printed]] = [[]]
        self.notes: list[tuple[int, list[str]]] = []
        self.y = report.first_top
        self.reserved = 0.0

    def place(self, index: int, piece: Piece) -> None:
        """One piece below the one before, over the page's end if need be."""
        style = piece.style
        columns = [
            _column(piece.text, style.left + piece.hang, style.right, style.bold, style.size)
        ]
        for cell in piece.cells:
            columns.append(_column(cell.text, cell.left, cell.right, cell.bold, style.size))
        lower = [0.0, *(cell.lower for cell in piece.cells)]
        rows = max(len(c) + d for c, d in zip(columns, lower, strict=True))
        note = _column(piece.foot, style.left + 6, style.right, False, NOTE_SIZE)
        room = NOTE_STEP * len(note) + 8 if piece.foot else 0.0
        if self.pages[-1] and (
            piece.new_page or self.y - max(piece.keep, room) < self.report.foot + self.reserved
        ):
            self._new_page()
        if piece.foot:
            self.reserved += room
            self.notes.append((index, note))
        done = 0.0
        ends = piece.page_ends_after
        while done < rows:
            if self.y < self.report.foot + self.reserved or (ends and done == ends):
                self._new_page()
                ends = 0
            self._print_row(index, piece, columns, lower, done)
            self.y -= style.step * min(1.0, rows - done)
            done += 1.0
        self.y -= style.after

    def finished(self) -> tuple[Page, ...]:
        """All pages, with their furniture first, as Word draws it."""
        self._close_page()
        made = []
        for number, lines in enumerate(self.pages, 1):
            furniture = [
                Printed(
                    each.x - stringWidth(each.text, TEXT, each.size) if each.ends else each.x,
                    each.y, each.text, each.size, False, Owner.FURNITURE, -1,
                )
                for each in self.report.furniture(number)
            ]  # fmt: skip
            # cell by cell, as a word processor draws the row of a table
            lines.sort(key=lambda line: (line.drawn, line.piece, line.cell))
            made.append((*furniture, *lines))
        return tuple(made)

    def _print_row(
        self, index: int, piece: Piece, columns: Sequence[list[str]], lower: Sequence[float],
        done: float,
    ) -> None:  # fmt: skip
        style = piece.style
        lefts = [style.left + piece.hang, *(cell.left for cell in piece.cells)]
        bolds = [style.bold, *(cell.bold for cell in piece.cells)]
        if done == 0.0 and piece.mark:
            self._add(
                style.left,
                self.y,
                piece.mark,
                piece.mark_size or style.size,
                False,
                index,
                piece,
                mark=True,
            )
        for cell, (lines, shift, x, bold) in enumerate(
            zip(columns, lower, lefts, bolds, strict=True)
        ):
            # half a line lower is printed with the line above it
            whole = int(done - shift + 0.5) if done >= shift - 0.5 else -1
            if 0 <= whole < len(lines) and abs(done - shift - whole) <= 0.5:
                y = self.y - (whole + shift - done) * style.step
                self._add(x, y, lines[whole], style.size, bold, index, piece, cell=cell)
                if cell == 0 and piece.raised and whole == len(lines) - 1:
                    end = x + width_of(lines[whole], bold, style.size)
                    size = style.size * RAISED
                    self._add(
                        end,
                        y + style.size * 0.35,
                        piece.raised,
                        size,
                        bold,
                        index,
                        piece,
                        mark=True,
                    )

    def _add(
        self, x: float, y: float, text: str, size: float, bold: bool, index: int, piece: Piece,
        *, cell: int = 0, mark: bool = False,
    ) -> None:  # fmt: skip
        self.pages[-1].append(
            Printed(
                round(x, 1), round(y, 1), text, size, bold, piece.owner, index, cell, mark,
                piece.style.ink, piece.drawn,
            )
        )  # fmt: skip

    def _new_page(self) -> None:
        self._close_page()
        self.pages.append([])
        self.y = self.report.top

    def _close_page(self) -> None:
        """The page's footnotes, from the lowest line up."""
        y = self.report.foot + 4
        for index, lines in reversed(self.notes):
            piece = self.report.pieces[index]
            y += NOTE_STEP * (len(lines) - 1)
            left = piece.style.left
            for row, line in enumerate(lines):
                if row == 0:
                    self._note(left, y + 4, piece.raised, NOTE_SIZE * RAISED, index)
                self._note(left + 6 * (row == 0), y - NOTE_STEP * row, line, NOTE_SIZE, index)
            y += NOTE_STEP + 8
        self.notes = []
        self.reserved = 0.0

    def _note(self, x: float, y: float, text: str, size: float, index: int) -> None:
        self.pages[-1].append(Printed(x, y, text, size, False, Owner.FURNITURE, index, drawn=NOTES))


def _column(text: str, left: float, right: float, bold: bool, size: float) -> list[str]:
    """The lines of a text between two edges; empty for no text."""
    if not text:
        return []
    lines = []
    for piece in text.split("\n"):
        lines += _wrapped(piece, right - left, bold, size)
    return lines


def _wrapped(text: str, width: float, bold: bool, size: float) -> list[str]:
    lines: list[str] = []
    line, used, end = "", 0.0, 0
    for match in WORD.finditer(text):
        white = text[end : match.start()]
        word = match[0]
        more = width_of(white, bold, size) + width_of(word, bold, size)
        if line and used + more > width:
            lines.append(line)
            line, used = word, width_of(word, bold, size)
        else:
            line += white + word
            used += more
        end = match.end()
    return [*lines, line]


@lru_cache(maxsize=50_000)
def width_of(word: str, bold: bool, size: float) -> float:
    """How wide a word is set, in points."""
    return float(stringWidth(word, BOLD if bold else TEXT, size))
