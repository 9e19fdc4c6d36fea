"""The rows of a printed table by position: which label and which value stand beside each other.

Nothing is known here of what the words mean, but for three questions that the caller answers
(`TableWords`).  A table is where values stand beside other words; the column of the values parts
its lines into labels and values (`kg.reports.tablecells`), and a label and a value beside each
other are one row, whatever the label says.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.documents import Line
from kg.reports.onecellrows import rows_of_one_cell
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
#: The next line of a table is at most this many font sizes away.
NEXT_ROW = 4.5
#: A value that was printed close behind its label begins within this many points of its column.
NEAR = 20.0
#: ... and is set in the same size (points).
SAME_SIZE = 0.6


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a caller knows of the words of its table."""

    #: whether words are a whole value of the table ("Requires improvement")
    value: Callable[[str], bool]
    #: whether words are a value or some of its words in their order ("improvement to")
    piece: Callable[[str], bool]
    #: whether words are a label that is known
    label: Callable[[str], bool]
    #: whether words are what heads a column
    head: Callable[[str], bool]

    def known_value(self, text: str) -> bool:
        """Whether words are a whole cell of the column of values."""
        return self.value(text) or self.head(text)

    def known_label(self, text: str) -> bool:
        """Whether words are a whole cell of the column of labels."""
        return self.label(text) or self.head(text)


def table_rows(lines: Sequence[Line], words: TableWords) -> Iterator[TableRow]:
    """The rows of the tables among some lines with positions, page by page from the top down."""
    for _, page in itertools.groupby(lines, key=lambda line: line.page):
        placed = [line for line in page if line.y is not None and line.text]
        yield from _page_rows(placed, words)


def beside(lines: Sequence[Line], first: int, last: int) -> TableCell | None:
    """What stands to the right of ``lines[first:last]`` at their height, as one cell, or None.

    In a text without positions nothing does.
    """
    if lines[first].y is None:
        return None
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


def _page_rows(lines: list[Line], words: TableWords) -> Iterator[TableRow]:
    rows, lines = rows_of_one_cell(lines, words.label, words.value)
    yield from rows
    lines = [part for line in lines for part in _known_row(line, words)]
    pieces = [line for line in lines if words.piece(line.text)]
    others = [line for line in lines if not words.piece(line.text)]
    anchors = {id(piece): other for piece in pieces if (other := _beside(piece, others))}
    if not anchors:
        return
    column = _column([piece for piece in pieces if id(piece) in anchors])
    sides = [_stands_left(anchors[id(piece)], piece) for piece in column]
    left = 2 * sum(sides) >= len(sides)
    near = [anchors[id(each)] for each, side in zip(column, sides, strict=True) if side == left]
    column += [
        piece
        for piece in pieces
        if id(piece) not in anchors
        and _overlaps(piece, column)
        and all(_stands_left(each, piece) if left else _stands_left(piece, each) for each in near)
    ]
    lines = [part for line in lines for part in _parted(line, column, left, words)]
    for table in _tables(lines, column, left):
        values = _within(table, column, left, words)
        if not values:
            continue
        value_cells = cells_of(values, words.known_value)
        labels = [line for line in table if _is_label(line, column, left)]
        label_cells = cells_of(labels, words.known_label)
        top = max(cell.top for cell in value_cells)
        foot = min(cell.foot for cell in value_cells)
        within = [cell for cell in label_cells if cell.foot < top and cell.top > foot]
        if len(value_cells) > 1 or any(words.label(cell.text) for cell in within):
            yield from paired(within, value_cells)


def _beside(piece: Line, others: Sequence[Line]) -> Line | None:
    """The first words that stand to the left or right of a value, at its height."""
    height = TableCell((piece,))
    for other in others:
        if shared_height(TableCell((other,)), height) <= OVERLAP * piece.size:
            continue
        if _stands_left(other, piece) or _stands_left(piece, other):
            return other
    return None


def _stands_left(one: Line, other: Line) -> bool:
    """Whether all of a line is further left than another."""
    return (one.x1 or 0.0) <= (other.x0 or 0.0)


def _column(anchors: Sequence[Line]) -> list[Line]:
    """The values of the column that has most of them."""
    columns: list[list[Line]] = []
    for line in sorted(anchors, key=lambda line: line.x0 or 0.0):
        for column in columns:
            if _overlaps(line, column):
                column.append(line)
                break
        else:
            columns.append([line])
    return max(columns, key=len)


def _overlaps(line: Line, column: Sequence[Line]) -> bool:
    left, right = _bounds(column)
    return (line.x0 or 0.0) < right and (line.x1 or 0.0) > left


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


def _known_row(line: Line, words: TableWords) -> tuple[Line, ...]:
    """A line that holds a known label and a value, in either order, as two."""
    if not words.piece(line.text.split(" ", 1)[0]) and not words.piece(line.text.split(" ")[-1]):
        return (line,)
    for cut, character in enumerate(line.text):
        if character != " ":
            continue
        before, behind = line.text[:cut], line.text[cut + 1 :]
        if (words.value(behind) and words.label(before)) or (
            words.value(before) and words.label(behind)
        ):
            share = (cut + 0.5) / len(line.text)
            return _cut(line, cut, (line.x0 or 0.0) + share * ((line.x1 or 0.0) - (line.x0 or 0.0)))
    return (line,)


def _cut(line: Line, cut: int, at: float) -> tuple[Line, Line]:
    """The words of a line before and behind a space, which stands ``at`` points from the left."""
    return (
        replace(line, text=line.text[:cut], x1=at),
        replace(line, text=line.text[cut + 1 :], x0=at, start=line.start + cut + 1),
    )


def _parted(
    line: Line, column: Sequence[Line], labels_left: bool, words: TableWords
) -> tuple[Line, ...]:
    """A line that holds a label and its value close together, as two."""
    left, _ = _bounds(column)
    if not labels_left or (line.x0 or 0.0) >= left - EDGE or (line.x1 or 0.0) <= left:
        return (line,)
    if not any(abs(line.size - each.size) < SAME_SIZE for each in column):
        return (line,)
    letter = sum(((each.x1 or 0.0) - (each.x0 or 0.0)) / len(each.text) for each in column)
    letter /= len(column)
    for cut, character in enumerate(line.text):
        begins = (line.x1 or 0.0) - letter * (len(line.text) - cut - 1)
        if character == " " and abs(begins - left) < NEAR and words.value(line.text[cut + 1 :]):
            return _cut(line, cut, left)
    return (line,)


def _tables(lines: Sequence[Line], column: Sequence[Line], left: bool) -> Iterator[list[Line]]:
    """Runs of labels and values that no other line and no wide gap parts, from the top down."""
    run: list[Line] = []
    for line in sorted(lines, key=lambda line: -baseline(line)):
        cell = _is_label(line, column, left) or _in_column(line, column, left)
        if run and (not cell or baseline(run[-1]) - baseline(line) > NEXT_ROW * line.size):
            yield run
            run = []
        if cell:
            run.append(line)
    if run:
        yield run


def _within(
    table: Sequence[Line], column: Sequence[Line], left: bool, words: TableWords
) -> list[Line]:  # fmt: skip
    """The values from the first row to the last: rows have a known value, or one beside a label."""
    values = [line for line in table if _in_column(line, column, left)]
    labels = [line for line in table if _is_label(line, column, left)]
    known = [words.piece(line.text) for line in values]
    if not any(known):
        return []
    rows = [
        baseline(line)
        for line, is_known in zip(values, known, strict=True)
        if is_known or _beside(line, labels)
    ]
    return [line for line in values if min(rows) <= baseline(line) <= max(rows)]
