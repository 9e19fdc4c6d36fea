"""One JSON object a report: its header, judgements and recommendations, for programs that read no RDF."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from kg.catalogue import load_catalogue
from kg.exports.files import output
from kg.store import Store


def write_jsonl(store: Store, path: Path) -> None:
    """Write the reports in order of their sources, one object a line."""
    catalogue = load_catalogue()

    def rows(name: str) -> list[dict[str, str]]:
        found = store.select(catalogue[f"tables/{name}"].text)
        # what is not there is left out, not written as an empty text
        return [
            {key: cell for key, cell in zip(found.variables, row, strict=True) if cell}
            for row in found.rows
        ]

    parts: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for name, key in (("judgements", "judgement"), ("recommendations", "recommendation")):
        for row in rows(name):
            report = row[key].rsplit("/", 2)[0]
            row.pop("source")
            parts[report][name].append(row)
    with output(path) as stream:
        for report in rows("reports"):
            for name in ("judgements", "recommendations"):
                report[name] = parts[report["report"]][name]  # type: ignore[assignment]
            stream.write((json.dumps(report, ensure_ascii=False) + "\n").encode())
