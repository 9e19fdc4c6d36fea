"""The tables that other programs rely on: each is the answer to a query in ``queries/tables/``."""

from __future__ import annotations

import io
from pathlib import Path

from kg.errors import StoreError
from kg.exports.asking import ask_tables
from kg.exports.files import output
from kg.exports.rows import write_rows
from kg.store import Answers


def write_tables(store: Answers, folder: Path) -> list[Path]:
    """Write every table as CSV (UTF-8, RFC 4180, fixed order) and return the files.

    Raises `StoreError` for "-": several files do not fit on standard output.
    """
    if str(folder) == "-":
        raise StoreError("-: tables are several files; give a folder")
    written = []
    for name, rows in ask_tables(store).items():
        text = io.StringIO(newline="")
        write_rows(rows, "csv", text)
        path = folder / f"{name}.csv"
        with output(path) as stream:
            stream.write(text.getvalue().encode())
        written.append(path)
    return written
