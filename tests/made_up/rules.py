"""The ruled lines of tables."""

from __future__ import annotations

from collections.abc import Iterator

from tests.made_up.layout import NOTES, Page
from tests.made_up.pieces import MadeUp, Ruled

#: From the text of a row to the lines around it (points): above, below, and at both sides.
ABOVE, BELOW, BESIDE = 11.0, 4.0, 5.0

#: x and y of one end, x and y of the other.
Edge = tuple[float, float, float, float]


def edges(report: MadeUp, page: Page) -> Iterator[Edge]:
    """The ruled lines of a page: around each row, and between its cells."""
    row: list[float] = []
    opened = -1
    for line in page:
        if line.piece < 0 or line.drawn == NOTES:
            continue
        kind = report.pieces[line.piece].ruled
        if row and (kind is Ruled.NO or (kind is Ruled.ROW and line.piece != opened)):
            yield from _around(_columns(report, opened), row)
            row = []
        if kind is Ruled.ROW or (kind is Ruled.MORE and not row):
            opened = line.piece
        if kind is not Ruled.NO:
            row.append(line.y)
    if row:
        yield from _around(_columns(report, opened), row)


def _columns(report: MadeUp, index: int) -> list[float]:
    """The edges of the cells of the row that a piece opens or goes on in."""
    while report.pieces[index].ruled is Ruled.MORE:
        index -= 1
    piece = report.pieces[index]
    right = piece.cells[-1].right if piece.cells else piece.style.right
    return [piece.style.left, *(cell.left for cell in piece.cells), right + 2 * BESIDE]


def _around(columns: list[float], row: list[float]) -> Iterator[Edge]:
    """The box around a row, and the lines between its cells."""
    high, low = max(row) + ABOVE, min(row) - BELOW
    left, right = columns[0] - BESIDE, columns[-1] - BESIDE
    yield left, high, right, high
    yield left, low, right, low
    for column in columns:
        yield column - BESIDE, low, column - BESIDE, high
