"""Rows of a query's answer: for people (table, markdown) and for programs (csv, tsv, json)."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterable
from typing import TextIO

from kg.store import Rows
from kg.text.markdown import escaped

#: A column of a table is at least so wide before its cells are cut.
NARROWEST = 8
#: The width by which columns are aligned where there is no terminal.
ROOM = 160


def write_rows(rows: Rows, name: str, stream: TextIO) -> None:
    """Write rows in one of `ROW_FORMATS`."""
    ROW_FORMATS[name](rows, stream)


def _csv(rows: Rows, stream: TextIO) -> None:
    writer = csv.writer(stream)
    writer.writerow(rows.variables)
    writer.writerows(rows.rows)


def _tsv(rows: Rows, stream: TextIO) -> None:
    for row in (rows.variables, *rows.rows):
        stream.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")


def _json(rows: Rows, stream: TextIO) -> None:
    objects = [dict(zip(rows.variables, row, strict=True)) for row in rows.rows]
    json.dump(objects, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _markdown(rows: Rows, stream: TextIO) -> None:
    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |\n"

    stream.write(line(rows.variables))
    stream.write("|" + "---|" * len(rows.variables) + "\n")
    stream.writelines(line(map(escaped, row)) for row in rows.rows)


def _table(rows: Rows, stream: TextIO) -> None:
    """Aligned columns that fit the terminal, where a cell that does not fit ends in "…".

    Elsewhere, in a pipe or a file, no cell is cut: one that does not fit moves its line's rest.
    """
    cells = [tuple(" ".join(cell.split()) for cell in row) for row in (rows.variables, *rows.rows)]
    if not rows.variables:
        return
    full = [max(len(row[index]) for row in cells) for index in range(len(rows.variables))]
    seen = stream.isatty()
    room = shutil.get_terminal_size((120, 24)).columns if seen else ROOM
    widths = _fit(full, room - 2 * (len(full) - 1))
    for row in cells:
        padded = (
            (_cut(cell, width) if seen else cell).ljust(width)
            for cell, width in zip(row, widths, strict=True)
        )
        stream.write("  ".join(padded).rstrip() + "\n")
        if row is cells[0]:
            stream.write("  ".join("-" * width for width in widths) + "\n")
    count = len(rows.rows)
    stream.write(f"{count} row{'' if count == 1 else 's'}\n")


def _fit(full: list[int], room: int) -> list[int]:
    """Widths that add up to the room: the widest columns give way first."""
    widths = list(full)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = max(range(len(widths)), key=lambda index: widths[index])
        second = max((w for i, w in enumerate(widths) if i != widest), default=NARROWEST)
        excess = sum(widths) - room
        widths[widest] = max(min(second, widths[widest] - 1), widths[widest] - excess, NARROWEST)
    return widths


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"


ROW_FORMATS: dict[str, Callable[[Rows, TextIO], None]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "markdown": _markdown,
}
