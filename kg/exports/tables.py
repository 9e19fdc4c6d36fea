"""The tables that other programs rely on: each is the answer to a query in ``queries/tables/``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from kg.corpus import open_corpus
from kg.corpus.schema import tables
from kg.exports.files import outputs
from kg.exports.registry import Options, Written
from kg.store import Answers

#: What a spreadsheet takes for a formula, or for the beginning of one behind white space.
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
#: Cells that begin with a sign and are numbers may stay as they are.
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def export(asked: Answers, folder: Path, options: Options) -> Written:
    """Write every table as CSV (UTF-8, RFC 4180, fixed order).

    ``asked`` is a corpus, or the store or endpoint of one.  For a spreadsheet each file begins
    with the mark by which a spreadsheet knows UTF-8, and text that it would take for a formula has
    an apostrophe before it; other programs want neither.
    """
    corpus = open_corpus(asked)
    written = []
    with outputs() as files:
        for name, table in tables().items():
            rows = corpus.cells(name)
            path = folder / f"{name}.csv"
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(table.columns)
            writer.writerows(_without_formulas(rows) if options.for_excel else rows)
            with files.output(path) as stream:
                stream.write(text.getvalue().encode("utf-8-sig" if options.for_excel else "utf-8"))
            written.append(path)
    return Written(tuple(written))


def _without_formulas(rows: Iterator[tuple[object, ...]]) -> Iterator[list[object]]:
    for row in rows:
        yield [_as_text(cell) if isinstance(cell, str) else cell for cell in row]


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet takes for what it is."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell
