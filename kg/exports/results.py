"""What a pattern found, as a table for people, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from typing import TextIO

from kg.analysis import Cell, Column, Result, Row, Table
from kg.exports.rows import write_rows
from kg.store import Rows
from kg.text.markdown import escaped

#: Parts the IRIs of a cell of evidence.
BETWEEN = " "
#: What the unit of a column says whose cells are IRIs: programs want them, people do not.
IRI = "IRI"
#: A table in JSON whose rows are not written yet.
NO_ROWS = '"rows": []'
_dumps = json.JSONEncoder(ensure_ascii=False).encode


def write_result(result: Result, name: str, stream: TextIO, table: str | None = None) -> None:
    """Write a result in one of `RESULT_FORMATS`; ``table`` names the only one to write.

    CSV holds one table: the first, if none is named.
    """
    tables = [each for each in result.tables if table is None or each.name == table]
    RESULT_FORMATS[name](result, tables, stream)


def _csv(result: Result, tables: list[Table], stream: TextIO) -> None:
    """RFC 4180: the columns, and last the IRIs of the evidence, parted by blanks."""
    writer = csv.writer(stream)
    for table in tables[:1]:
        writer.writerow([*(column.name for column in table.columns), "evidence"])
        for row in table.rows:
            writer.writerow([*map(_text, row.cells), BETWEEN.join(row.evidence)])


def _json(result: Result, tables: list[Table], stream: TextIO) -> None:
    whole = json.dumps(
        {
            "pattern": result.pattern,
            "title": result.title,
            "parameters": dict(result.parameters),
            "notes": result.notes,
            "tables": [
                {
                    "name": table.name,
                    "title": table.title,
                    "columns": [
                        {
                            "name": c.name,
                            "meaning": c.meaning,
                            **({"unit": c.unit} if c.unit else {}),
                        }
                        for c in table.columns
                    ],
                    "rows": [],
                }
                for table in tables
            ],
            "inputs": result.inputs,
        },
        ensure_ascii=False,
        indent=1,
    )
    # the rows are many; no text holds these signs, as quotes within one are escaped
    first, *parts = whole.split(NO_ROWS)
    stream.write(first)
    for table, behind in zip(tables, parts, strict=True):
        rows = ",\n".join(_json_row(table, row) for row in table.rows)
        stream.write(f'"rows": [\n{rows}\n   ]' if rows else NO_ROWS)
        stream.write(behind)
    stream.write("\n")


def _json_row(table: Table, row: Row) -> str:
    """A row as `json.dumps` writes it with an indent of 1, in its place."""
    said = {c.name: _dumps(_plain(cell)) for c, cell in _cells(table, row.cells)}
    statements = ",\n      ".join(map(_dumps, row.evidence))
    said["evidence"] = f"[\n      {statements}\n     ]" if row.evidence else "[]"
    inside = ",\n".join(f"     {_dumps(name)}: {value}" for name, value in said.items())
    return f"    {{\n{inside}\n    }}"


def _markdown(result: Result, tables: list[Table], stream: TextIO) -> None:
    stream.write(f"# {result.title}\n\n")
    given = ", ".join(
        f"{name} = {escaped(str(value))}" for name, value in result.parameters.items() if value
    )
    stream.write(f"Counted from {_reports(result)}{f'; {given}' if given else ''}.\n")
    for table in tables:
        stream.write(f"\n## {table.title}\n\n")
        write_rows(_rows(table), "markdown", stream)
        stream.write("\n")
        for column in _shown(table):
            stream.write(f"- `{column.name}`: {_meaning(column)}\n")
    if result.notes:
        stream.write("\n## Read before quoting\n\n")
        stream.writelines(f"- {escaped(note)}\n" for note in result.notes)


def _table(result: Result, tables: list[Table], stream: TextIO) -> None:
    stream.write(f"{result.title}: counted from {_reports(result)}\n")
    for table in tables:
        stream.write(f"\n{table.name}: {table.title}\n")
        write_rows(_rows(table, numbered=True), "table", stream)
    if result.notes:
        stream.write("\n")
        stream.writelines(f"note: {note}\n" for note in result.notes)


def _rows(table: Table, *, numbered: bool = False) -> Rows:
    """A table for people: without IRIs; with the number by which ``--evidence`` finds a row."""
    shown = [place for place, column in enumerate(table.columns) if column.unit != IRI]
    names = [table.columns[place].name for place in shown]
    rows = []
    for number, row in enumerate(table.rows, 1):
        cells = [_text(row.cells[place]) for place in shown]
        rows.append((*([str(number)] if numbered else []), *cells, str(len(row.evidence))))
    return Rows((*(["row"] if numbered else []), *names, "evidence"), tuple(rows))


def _shown(table: Table) -> list[Column]:
    return [
        *(column for column in table.columns if column.unit != IRI),
        Column("evidence", "how many statements the row was counted from"),
    ]


def _meaning(column: Column) -> str:
    return f"{column.meaning} ({column.unit})" if column.unit else column.meaning


def _reports(result: Result) -> str:
    count = len(result.inputs)
    return f"{count} report{'' if count == 1 else 's'}"


def _cells(table: Table, cells: tuple[Cell, ...]) -> list[tuple[Column, Cell]]:
    return list(zip(table.columns, cells, strict=True))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    return str(cell)


def _plain(cell: Cell) -> str | int | float | bool | None:
    return cell.isoformat() if isinstance(cell, date) else cell


RESULT_FORMATS: dict[str, Callable[[Result, list[Table], TextIO], None]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "markdown": _markdown,
}
