"""Rows of a table whose label and value stand in one cell: "Overall effectiveness: Good"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.documents import Line
from kg.reports.tablecells import CELL_STEP, MOST_LINES, TableCell, TableRow, baseline

#: Points by which the left edges of a cell's lines may differ.
EDGE = 6.0
#: Between a label and its value: "Overall effectiveness: Good", a dash for the colon.
PARTING = re.compile(r"\s*:\s*|\s+[\u2010-\u2015-]\s+|\s*:$|\s+[\u2010-\u2015-]$")


def rows_of_one_cell(
    lines: Sequence[Line], label: Callable[[str], bool], value: Callable[[str], bool]
) -> tuple[list[TableRow], list[Line]]:
    """The cells that hold a known label, a mark and a value, as rows; and all other lines."""
    rows: list[TableRow] = []
    others: list[Line] = []
    index = 0
    while index < len(lines):
        for count in range(MOST_LINES, 0, -1):
            cell = lines[index : index + count]
            row = _row(cell, label, value) if _is_cell(cell) else None
            if row:
                rows.append(row)
                index += len(cell)
                break
        else:
            others.append(lines[index])
            index += 1
    return rows, others


def _is_cell(lines: Sequence[Line]) -> bool:
    """Whether lines stand close below each other, at one left edge; what is bold is a heading."""
    return not lines[0].bold and all(
        abs((above.x0 or 0.0) - (below.x0 or 0.0)) < EDGE
        and 0.0 < baseline(above) - baseline(below) <= CELL_STEP * above.size
        for above, below in itertools.pairwise(lines)
    )


def _row(
    lines: Sequence[Line], label: Callable[[str], bool], value: Callable[[str], bool]
) -> TableRow | None:
    for place, line in enumerate(lines):
        for mark in PARTING.finditer(line.text):
            before = replace(line, text=line.text[: mark.start()])
            behind = replace(line, text=line.text[mark.end() :], start=line.start + mark.end())
            labels = _cell((*lines[:place], before))
            values = _cell((behind, *lines[place + 1 :]))
            if label(labels.text) and value(values.text):
                return TableRow((labels,), (values,))
    return None


def _cell(lines: Sequence[Line]) -> TableCell:
    return TableCell(tuple(line for line in lines if line.text))
