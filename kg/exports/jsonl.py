"""One JSON object a report, for programs that read no RDF."""

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
            row.pop("source")
            parts[row[key].rsplit("/", 2)[0]][name].append(row)
    with output(path) as stream:
        for header in rows("reports"):
            lists = parts[header["report"]]
            whole = header | {name: lists[name] for name in ("judgements", "recommendations")}
            stream.write((json.dumps(whole, ensure_ascii=False) + "\n").encode())
