"""The rows of a printed table by position: which label and which value stand beside each other.

Nothing is known here of what the words mean, but for three questions that the caller answers
(`Words`).  A table is where values stand beside other words; the column of the values parts its
lines into labels and values (`kg.reports.tablecells`), and a label and a value beside each other
are one row, whatever the label says.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from kg.documents import Line
from kg.reports.tablecells import (
    MOST_LINES,
    OVERLAP,
    TableCell,
    TableRow,
    baseline,
    cells_of,
    paired,
    shared_height,
)

#: Points by which the left edges of a column's lines may differ.
EDGE = 6.0
#: The next row of a table is at most this many font sizes away, or this many usual rows.
NEXT_ROW, LOOSE = 3.8, 1.7
#: A value that was printed close behind its label begins within this many points of its column.
NEAR = 15.0
#: ... and is set in the same size (points).
SAME_SIZE = 0.6


@dataclass(frozen=True, slots=True)
class Words:
    """What a caller knows of the words of its table."""

    #: whether words are a whole value of the table ("Requires improvement")
    value: Callable[[str], bool]
    #: whether words are a value or some of its words in their order ("improvement to")
    piece: Callable[[str], bool]
    #: whether words are a label that is known
    label: Callable[[str], bool]


def table_rows(lines: Sequence[Line], words: Words) -> Iterator[TableRow]:
    """The rows of the tables among some lines with positions, page by page from the top down."""
    for _, page in itertools.groupby(lines, key=lambda line: line.page):
        placed = [line for line in page if line.y is not None and line.text]
        yield from _page_rows(placed, words)


def beside(lines: Sequence[Line], first: int, last: int) -> TableCell | None:
    """What stands to the right of ``lines[first:last]`` at their height, as one cell, or None."""
    own = TableCell(tuple(lines[first:last]))
    right = max(line.x1 or 0.0 for line in own.lines)
    near = lines[max(first - MOST_LINES, 0) : first], lines[last : last + MOST_LINES]
    found = [
        line
        for line in itertools.chain(*near)
        if line.page == own.page
        and (line.x0 or 0.0) >= right
        and shared_height(TableCell((line,)), own) > 0
    ]
    return TableCell(tuple(sorted(found, key=lambda line: -baseline(line)))) if found else None


def _page_rows(lines: list[Line], words: Words) -> Iterator[TableRow]:
    pieces = [line for line in lines if words.piece(line.text)]
    others = [line for line in lines if not words.piece(line.text)]
    anchors = {id(piece): side for piece in pieces if (side := _side(piece, others)) is not None}
    if not anchors:
        return
    column = _column([piece for piece in pieces if id(piece) in anchors])
    left = sum(1 if anchors[id(piece)] else -1 for piece in column) >= 0
    lines = [part for line in lines for part in _parted(line, column, left, words)]
    values = [line for line in lines if _in_column(line, column, left)]
    labels = [line for line in lines if _is_label(line, column, left)]
    label_cells = cells_of(labels, words.label)
    for table in _tables(values, labels, words):
        value_cells = cells_of(table, words.value)
        top = max(cell.top for cell in value_cells)
        foot = min(cell.foot for cell in value_cells)
        within = [cell for cell in label_cells if cell.foot < top and cell.top > foot]
        rows = list(paired(within, value_cells))
        if len(value_cells) > 1 or any(words.label(cell.text) for cell in within):
            yield from rows


def _side(piece: Line, others: Sequence[Line]) -> bool | None:
    """Whether the words beside a value stand to its left; None if there are none beside it."""
    height = TableCell((piece,))
    for other in others:
        if shared_height(TableCell((other,)), height) <= OVERLAP * piece.size:
            continue
        if (other.x1 or 0.0) <= (piece.x0 or 0.0):
            return True
        if (other.x0 or 0.0) >= (piece.x1 or 0.0):
            return False
    return None


def _column(anchors: Sequence[Line]) -> list[Line]:
    """The values of the column that has most of them."""
    columns: list[list[Line]] = []
    for line in sorted(anchors, key=lambda line: line.x0 or 0.0):
        for column in columns:
            if any((line.x0 or 0.0) < (each.x1 or 0.0) for each in column):
                column.append(line)
                break
        else:
            columns.append([line])
    return max(columns, key=len)


def _bounds(column: Sequence[Line]) -> tuple[float, float]:
    return min(line.x0 or 0.0 for line in column), max(line.x1 or 0.0 for line in column)


def _in_column(line: Line, column: Sequence[Line], labels_left: bool) -> bool:
    left, right = _bounds(column)
    if labels_left:
        return (line.x0 or 0.0) >= left - EDGE
    return (line.x1 or 0.0) <= right + EDGE


def _is_label(line: Line, column: Sequence[Line], labels_left: bool) -> bool:
    left, right = _bounds(column)
    if labels_left:
        return (line.x1 or 0.0) <= left and (line.x0 or 0.0) < left - EDGE
    return (line.x0 or 0.0) >= right and (line.x1 or 0.0) > right + EDGE


def _parted(
    line: Line, column: Sequence[Line], labels_left: bool, words: Words
) -> tuple[Line, ...]:
    """A line that holds a label and its value close together, as two."""
    left, _ = _bounds(column)
    if not labels_left or (line.x0 or 0.0) >= left - EDGE or (line.x1 or 0.0) <= left:
        return (line,)
    if not any(abs(line.size - each.size) < SAME_SIZE for each in column):
        return (line,)
    width = (line.x1 or 0.0) - (line.x0 or 0.0)
    for cut, letter in enumerate(line.text):
        near = abs((line.x0 or 0.0) + width * cut / len(line.text) - left) < NEAR
        if letter == " " and near and words.value(line.text[cut + 1 :]):
            return (
                replace(line, text=line.text[:cut], x1=left),
                replace(line, text=line.text[cut + 1 :], x0=left, start=line.start + cut + 1),
            )
    return (line,)


def _tables(values: Sequence[Line], labels: Sequence[Line], words: Words) -> Iterator[list[Line]]:
    """The lines of a column table by table, each from its first row to its last.

    A known value, or what stands beside a label, is a row; the next row of a table is no further
    off than its rows are from each other.
    """
    known = {id(line) for line in values if words.piece(line.text)}
    rows = sorted(
        (line for line in values if id(line) in known or _side(line, labels) is not None),
        key=lambda line: -baseline(line),
    )
    steps = [
        baseline(a) - baseline(b)
        for a, b in itertools.pairwise(rows)
        if baseline(a) - baseline(b) > a.size
    ]
    usual = LOOSE * median(steps) if steps else 0.0
    tables: list[list[Line]] = []
    for line in rows:
        if tables and baseline(tables[-1][-1]) - baseline(line) <= max(NEXT_ROW * line.size, usual):
            tables[-1].append(line)
        else:
            tables.append([line])
    for table in tables:
        if any(id(line) in known for line in table):
            top, foot = baseline(table[0]), baseline(table[-1])
            yield [line for line in values if foot - 1.0 <= baseline(line) <= top + 1.0]
