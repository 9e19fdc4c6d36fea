"""Made-up pages: paragraphs, bullets, numbers and headings at their places, as a `Document`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.documents import Block, Document, Line, Page, Role

SIZE = 12.0
MARGIN = 72.0
RIGHT = 523.0
#: Points: a character.
WIDE = 7.0
#: Points: the baselines of two lines, and of two paragraphs.
STEP, GAP = 14.5, 29.0


@dataclass(frozen=True)
class Set:
    """A paragraph as it is set; a line break in its words is one on the page."""

    words: str
    x0: float = MARGIN
    #: left edge of its lines behind the first, that of the first if None
    hang: float | None = None
    size: float = SIZE
    bold: bool = False
    #: 1 for a bullet, 2 for a bullet under a bullet
    bullet: int = 0
    number: str | None = None
    #: how many pages on from the paragraph before
    pages: int = 0
    #: True if it stands beside the paragraph before, as the cell of a table does
    beside: bool = False


def text(words: str, **how: object) -> Set:
    """A paragraph of the body."""
    return Set(words, **how)  # type: ignore[arg-type]


def heading(words: str, size: float = 14.0, *, bold: bool = True, **how: object) -> Set:
    """A heading, bold and larger than the text."""
    return Set(words, size=size, bold=bold, **how)  # type: ignore[arg-type]


def bullet(words: str, level: int = 1, x0: float = MARGIN, **how: object) -> Set:
    """A bullet whose text hangs from it."""
    return Set(words, x0=x0, hang=x0 + 18.0, bullet=level, **how)  # type: ignore[arg-type]


def number(n: int, words: str, **how: object) -> Set:
    """A numbered paragraph whose text hangs from the number."""
    return Set(words, hang=MARGIN + 28.0, number=str(n), **how)  # type: ignore[arg-type]


def printed(*pieces: Set) -> Document:
    """The pieces one under the other, each a block."""
    lines: list[Line] = []
    blocks: list[Block] = []
    out: list[str] = []
    offset, page, y = 0, 1, 780.0
    for piece in pieces:
        if piece.pages:
            page, y = page + piece.pages, 780.0
        elif not piece.beside:
            y -= GAP
        mark = {1: "\u2022 ", 2: "\u2013 "}.get(piece.bullet, "")
        mark = f"{piece.number}. " if piece.number else mark
        start, first = offset, len(lines)
        rows = (mark + piece.words).split("\n")
        for at, row in enumerate(rows):
            y -= STEP if at else 0.0
            x0 = piece.x0 if at == 0 or piece.hang is None else piece.hang
            x1 = min(x0 + WIDE * len(row), RIGHT)
            lines.append(
                Line(
                    page, row, x0, x1, y, piece.size, piece.bold, Role.BODY, ((0, offset),), offset
                )
            )
            offset += len(row) + 1
        end = offset - 1
        blocks.append(
            Block(start, end, first, len(lines), piece.bullet, piece.number, start + len(mark))
        )
        out.append(" ".join(rows))
    whole = "\n".join(out)
    sheets = tuple(Page(each + 1, whole, 595.0, 842.0) for each in range(page))
    return Document(
        name="made-up", sha256="0" * 64, media_type="application/pdf", pages=sheets,
        all_lines=tuple(lines), lines=tuple(lines), blocks=tuple(blocks), text=whole,
    )  # fmt: skip
