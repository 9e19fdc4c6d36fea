"""One JSON object a report: header, judgements, recommendations, for programs that read no RDF."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.corpus import open_corpus
from kg.exports.files import output
from kg.exports.registry import Options, Written
from kg.store import Answers

#: Columns that hold numbers; a number printed before an item ("1.2") is text.
NUMBERS = {"pages", "page", "order"}


def export(store: Answers, path: Path, options: Options) -> Written:
    """Write the reports in order of their sources, one object a line.

    The keys are the columns of the tables; what is not there is left out.
    """
    judgements = _by_report(store, "judgements")
    recommendations = _by_report(store, "recommendations")
    with output(path) as stream:
        for report in _objects(store, "reports"):
            whole = report | {
                "judgements": judgements[report["report"]],
                "recommendations": recommendations[report["report"]],
            }
            stream.write((json.dumps(whole, ensure_ascii=False) + "\n").encode())
    return Written((path,))


def _by_report(store: Answers, table: str) -> dict[str, list[dict[str, Any]]]:
    """The rows of a table by the IRI of their report."""
    found = defaultdict(list)
    for row in _objects(store, table):
        del row["source"]
        found[row.pop("report")].append(row)
    return found


def _objects(store: Answers, table: str) -> list[dict[str, Any]]:
    found = open_corpus(store).table(table)
    return [
        {
            name: int(cell) if name in NUMBERS else cell
            for name, cell in zip(found.variables, row, strict=True)
            if cell
        }
        for row in found.rows
    ]
