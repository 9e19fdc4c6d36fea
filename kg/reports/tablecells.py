"""Cells of a printed table: which lines are one cell, and which cells stand in one row.

Ruled cells are taken as they are.  Without ruled lines, lines close under each other are one cell,
and cells whose heights overlap are one row.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.documents import Cell, Line

#: Baselines further apart than this many font sizes part two cells ...
CELL_STEP = 1.45
#: ... and the lines of a value or label whose words are known may be this far apart.
KNOWN_STEP = 2.4
#: A value or a known label has at most this many lines.
MOST_LINES = 5
#: The height of a line above and below its baseline, in font sizes.
ABOVE, BELOW = 0.75, 0.25
#: Heights overlap if they share this many font sizes.
OVERLAP = 0.25
#: A value that is beside two labels belongs to the one with which it shares this many times more.
CLEARLY = 2.5
#: A label and a value that share no height are one row if they are less than this many font
#: sizes apart, and no others are nearly as near.
ASIDE = 0.5


@dataclass(frozen=True, slots=True)
class TableCell:
    """The lines of one cell, from the top down."""

    lines: tuple[Line, ...]
    #: the ruled cell that holds them and nothing else, None if there is none
    ruled: Cell | None = None

    @property
    def text(self) -> str:
        """Its words, parted by single spaces."""
        return _text(self.lines)

    @property
    def start(self) -> int:
        """Offset in the clean text of its first character."""
        return min(line.start for line in self.lines)

    @property
    def end(self) -> int:
        """Offset in the clean text behind its last character."""
        return max(line.end for line in self.lines)

    @property
    def page(self) -> int:
        """1-based page."""
        return self.lines[0].page

    @property
    def top(self) -> float:
        """Its upper edge, in points above the page's foot."""
        return max(baseline(line) + ABOVE * line.size for line in self.lines)

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return min(baseline(line) - BELOW * line.size for line in self.lines)


@dataclass(frozen=True, slots=True)
class TableRow:
    """What stands beside each other; a plain row has one label and one value."""

    labels: tuple[TableCell, ...]
    values: tuple[TableCell, ...]


def cells_of(lines: Sequence[Line], known: Callable[[str], bool]) -> list[TableCell]:
    """Lines of one column as cells, from the top down.

    Lines close under each other are one cell, unless they are several known ones; lines further
    apart are one cell if only together they are a known one.
    """
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-baseline(line), line.x0 or 0.0)):
        if groups and _one_cell(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    cells: list[TableCell] = []
    index = 0
    while index < len(groups):
        count = _joined(groups, index, known)
        group = list(itertools.chain(*groups[index : index + count]))
        parts = _known_parts(group, known) or [group]
        ruled = group[0].cell if len(parts) == 1 else None
        cells += [TableCell(tuple(part), ruled) for part in parts]
        index += count
    return cells


def _one_cell(above: Line, below: Line) -> bool:
    """Whether two lines of one column, one under the other, are of one cell."""
    if above.cell is None or below.cell is None:
        return _step(above, below) <= CELL_STEP
    return above.cell == below.cell


def _joined(groups: Sequence[list[Line]], index: int, known: Callable[[str], bool]) -> int:
    """How many groups from ``index`` on are one cell: more than one only if that one is known."""
    lines = list(groups[index])
    if known(_text(lines)):
        return 1
    for count in range(2, MOST_LINES + 1):
        if index + count > len(groups):
            break
        below = groups[index + count - 1]
        if _step(lines[-1], below[0]) > KNOWN_STEP or len(lines) + len(below) > MOST_LINES:
            break
        if lines[-1].cell is not None and below[0].cell is not None:
            break  # ruled lines part them
        lines += below
        if known(_text(lines)):
            return count
    return 1


def _known_parts(lines: Sequence[Line], known: Callable[[str], bool]) -> list[list[Line]] | None:
    """Lines as known cells one under the other, none left over; None if they are not that."""
    if not lines:
        return []
    for count in range(min(len(lines), MOST_LINES), 0, -1):
        if known(_text(lines[:count])):
            rest = _known_parts(lines[count:], known)
            if rest is not None:
                return [list(lines[:count]), *rest]
    return None


def paired(labels: Sequence[TableCell], values: Sequence[TableCell]) -> Iterator[TableRow]:
    """Labels and values of one ruled row, or whose heights overlap, from the top down."""
    ruled: list[tuple[int, int]] = []
    shared: dict[tuple[int, int], float] = {}
    for i, label in enumerate(labels):
        for j, value in enumerate(values):
            if label.ruled is not None and value.ruled is not None:
                if label.ruled.beside(value.ruled):
                    ruled.append((i, j))
            elif (height := shared_height(label, value)) > OVERLAP * value.lines[0].size:
                shared[i, j] = height
    edges = [edge for edge in shared if _best(edge, shared, 0) and _best(edge, shared, 1)]
    edges += ruled
    edges += _nearest(labels, values, edges)
    edges += _close_values(values, edges)
    rows: list[TableRow] = []
    left, right = set(range(len(labels))), set(range(len(values)))
    while left or right:
        label_indexes, value_indexes = _row_of(
            {min(left)} if left else set(), set() if left else {min(right)}, edges
        )
        left -= label_indexes
        right -= value_indexes
        rows.append(
            TableRow(
                tuple(labels[i] for i in sorted(label_indexes)),
                tuple(values[j] for j in sorted(value_indexes)),
            )
        )
    yield from sorted(rows, key=lambda row: -max(c.top for c in (*row.labels, *row.values)))


def _best(edge: tuple[int, int], shared: dict[tuple[int, int], float], side: int) -> bool:
    """Whether no other pair of the same value (or label) shares clearly more height."""
    most = max(height for other, height in shared.items() if other[side] == edge[side])
    return shared[edge] * CLEARLY > most


def _nearest(
    labels: Sequence[TableCell], values: Sequence[TableCell], edges: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pairs of what has no partner: each the other's nearest, and no third nearly as near."""
    paired_labels, paired_values = {i for i, _ in edges}, {j for _, j in edges}
    away = {
        (i, j): -shared_height(label, value)
        for i, label in enumerate(labels)
        for j, value in enumerate(values)
    }
    return [
        (i, j)
        for (i, j), distance in away.items()
        if (labels[i].ruled is None or values[j].ruled is None)
        and i not in paired_labels
        and j not in paired_values
        and distance < ASIDE * values[j].lines[0].size
        and all(
            other > CLEARLY * max(distance, 1.0)
            for (a, b), other in away.items()
            if (a == i) != (b == j)
        )
    ]


def _close_values(
    values: Sequence[TableCell], edges: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pairs of a value without a label and the label of the value close above or below it.

    They are two values in one cell: which of them is meant, nobody can say.
    """
    of_value = {j: i for i, j in edges}
    found = []
    for (j, above), (k, below) in itertools.pairwise(enumerate(values)):
        one = _one_cell(above.lines[-1], below.lines[0])
        if one and (j in of_value) != (k in of_value):
            found.append((of_value[j], k) if j in of_value else (of_value[k], j))
    return found


def _row_of(
    labels: set[int], values: set[int], edges: Sequence[tuple[int, int]]
) -> tuple[set[int], set[int]]:
    """All labels and values that hang together with the given ones."""
    while True:
        more_values = {j for i, j in edges if i in labels} | values
        more_labels = {i for i, j in edges if j in more_values} | labels
        if more_values == values and more_labels == labels:
            return labels, values
        labels, values = more_labels, more_values


def _text(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def shared_height(one: TableCell, other: TableCell) -> float:
    """The height that two cells share, in points."""
    return min(one.top, other.top) - max(one.foot, other.foot)


def _step(above: Line, below: Line) -> float:
    return (baseline(above) - baseline(below)) / (max(above.size, below.size) or 1.0)


def baseline(line: Line) -> float:
    """A line's height above the page's foot, in points."""
    return line.y or 0.0
