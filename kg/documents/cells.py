"""The cells of ruled tables: which lines of a page stand between the same ruled lines.

The rule, in words: pieces of ruled line that go on from one another are one line.  A place on
the page is in a cell if an upright line stands to its left and one to its right, and a level
line that reaches from the one to the other stands above it and one below.  Ruled lines that
touch belong to one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.documents.model import Cell
from kg.documents.pdfium import Box

#: Points; pieces of line nearer than this touch, and edges that differ by less are one edge.
TOUCH = 3.0
#: More ruled lines than this on a page are a drawing, no table.
MOST = 300
#: Fewer ruled lines (level and upright) make no table.
FEWEST = 2
#: So many level lines of one length under each other are a table without upright lines ...
OPEN_TABLE = 3
#: ... if none stands further (points) from the next.
TALLEST_ROW = 200.0

#: A ruled line: its place across its direction, and where it starts and ends along it.
Rule = tuple[float, float, float]


class Tables:
    """The ruled tables of one page."""

    def __init__(self, level: Iterable[Box], upright: Iterable[Box]) -> None:
        """From the level and the upright ruled lines, as boxes."""
        self._level = _joined(((b + t) / 2, x0, x1) for x0, b, x1, t in level)
        self._upright = _joined(((x0 + x1) / 2, b, t) for x0, b, x1, t in upright)
        self._found: dict[Box, Cell] = {}
        if not FEWEST <= len(self._level) <= MOST or len(self._upright) > MOST:
            self._level, self._upright = [], []
        elif len(self._upright) < FEWEST:
            self._upright = _sides(self._level)
        self._table = _tables(self._level, self._upright)
        self._tops = _edges(self._level, self._table[: len(self._level)], reverse=True)
        self._lefts = _edges(self._upright, self._table[len(self._level) :], reverse=False)

    def __bool__(self) -> bool:
        return bool(self._level and self._upright)

    def walls(self, y: float) -> list[float]:
        """Where upright lines pass a height of the page."""
        return sorted(x for x, bottom, top in self._upright if bottom - 1 <= y <= top + 1)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point (the middle of a line of text), None outside all."""
        left = right = None
        for rule in self._upright:
            if rule[1] - 1 <= y <= rule[2] + 1:
                if rule[0] <= x and (left is None or rule[0] > left[0]):
                    left = rule
                if rule[0] >= x and (right is None or rule[0] < right[0]):
                    right = rule
        if left is None or right is None:
            return None
        above = below = None
        for index, rule in enumerate(self._level):
            if rule[1] <= left[0] + TOUCH and rule[2] >= right[0] - TOUCH:
                if rule[0] >= y and (above is None or rule[0] < self._level[above][0]):
                    above = index
                if rule[0] < y and (below is None or rule[0] > self._level[below][0]):
                    below = index
        if above is None or below is None:
            return None
        return self._cell(left[0], right[0], above, below)

    def _cell(self, left: float, right: float, above: int, below: int) -> Cell:
        top, bottom = self._level[above][0], self._level[below][0]
        box = (left, bottom, right, top)
        if box not in self._found:
            table = self._table[above]
            tops, lefts = self._tops[table], self._lefts.get(table, [])
            row = sum(1 for edge in tops if edge > top - TOUCH)
            last_row = sum(1 for edge in tops if edge > bottom + TOUCH)
            column = sum(1 for edge in lefts if edge < left + TOUCH)
            self._found[box] = Cell(table + 1, row, last_row, column, left, bottom, right, top)
        return self._found[box]


def _joined(pieces: Iterable[Rule]) -> list[Rule]:
    """The pieces as whole lines, those that go on from one another joined."""
    near: list[list[Rule]] = []
    for piece in sorted(pieces):
        if near and piece[0] - near[-1][0][0] < TOUCH / 2:
            near[-1].append(piece)
        else:
            near.append([piece])
    rules: list[Rule] = []
    for group in near:
        place, start, end = 0.0, 0.0, float("-inf")
        for piece in sorted(group, key=lambda rule: rule[1]):
            if piece[1] > end + TOUCH:
                if end > start:
                    rules.append((place, start, end))
                place, start, end = piece
            end = max(end, piece[2])
        rules.append((place, start, end))
    return rules


def _sides(level: Sequence[Rule]) -> list[Rule]:
    """The sides of a table that has level lines only: where lines of one length start and end."""
    same: dict[tuple[int, int], list[Rule]] = {}
    for rule in level:
        same.setdefault((round(rule[1] / TOUCH), round(rule[2] / TOUCH)), []).append(rule)
    sides: list[Rule] = []
    for group in same.values():
        heights = sorted(rule[0] for rule in group)
        close = all(above - below < TALLEST_ROW for below, above in pairwise(heights))
        if len(group) >= OPEN_TABLE and close:
            start, end = min(rule[1] for rule in group), max(rule[2] for rule in group)
            sides += [(start, heights[0], heights[-1]), (end, heights[0], heights[-1])]
    return sides


def _tables(level: Sequence[Rule], upright: Sequence[Rule]) -> list[int]:
    """The number of the table of each rule (level ones first), counted down the page."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    for number, (x, bottom, top) in enumerate(upright, len(level)):
        for index, (y, start, end) in enumerate(level):
            if start - TOUCH <= x <= end + TOUCH and bottom - TOUCH <= y <= top + TOUCH:
                parent[root(number)] = root(index)
    highest: dict[int, float] = {}
    for index, (y, _, _) in enumerate(level):
        highest[root(index)] = max(y, highest.get(root(index), y))
    order = {table: n for n, table in enumerate(sorted(highest, key=lambda t: -highest[t]))}
    return [order.get(root(index), -1) for index in range(len(parent))]


def _edges(
    rules: Sequence[Rule], tables: Sequence[int], *, reverse: bool
) -> dict[int, list[float]]:
    """For each table the places of its rules, those that differ by a hair once."""
    edges: dict[int, list[float]] = {}
    pairs = sorted(zip(tables, rules, strict=True), key=lambda pair: pair[1], reverse=reverse)
    for table, (place, _, _) in pairs:
        kept = edges.setdefault(table, [])
        if not kept or abs(kept[-1] - place) > TOUCH:
            kept.append(place)
    return edges
