"""Reports and their grades in the terms of schema.org: a view for search engines.

It is derived from the graph and holds less: no order of grades, no framework, no recommendations.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from kg.corpus import open_corpus
from kg.exports.files import output
from kg.exports.registry import Options, Written
from kg.store import Store


def export(store: Store, path: Path, options: Options) -> Written:
    """Write one JSON-LD document, the reports in order of their sources."""
    corpus = open_corpus(store)
    tables = {
        name: [dict(zip(found.variables, row, strict=True)) for row in found.rows]
        for name in ("reports", "judgements", "strands")
        for found in (corpus.table(name),)
    }
    strands = {(row["framework_version"], row["strand"]): row["name"] for row in tables["strands"]}
    judgements = defaultdict(list)
    for row in tables["judgements"]:
        if row["basis"] == "graded":
            judgements[row["report"]].append(row)
    reports = [_report(row, judgements[row["report"]], strands) for row in tables["reports"]]
    # the names are said to be schema.org's without fetching its context
    whole = {"@context": {"@vocab": "https://schema.org/"}, "@graph": reports}
    with output(path) as stream:
        stream.write((json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode())
    return Written((path,))


def _report(
    row: dict[str, str], judgements: list[dict[str, str]], strands: dict[tuple[str, str], str]
) -> dict[str, Any]:
    authority = {"@type": "GovernmentOrganization", "name": row["authority"]}
    if row["gss"]:
        authority["identifier"] = row["gss"]
    found: dict[str, Any] = {
        "@id": row["report"],
        "@type": "Report",
        "name": row["title"],
        "reportNumber": row["source"],
        "datePublished": row["published"],
        "publisher": {"@type": "GovernmentOrganization", "name": "Ofsted"},
        "about": authority if row["authority"] else None,
        "hasPart": [
            {
                "@id": judgement["judgement"],
                "@type": "Review",
                "itemReviewed": authority if judgement["about"] == "authority" else None,
                "reviewAspect": strands.get(
                    (row["framework_version"], judgement["strand"]), judgement["subject"]
                ),
                "reviewBody": judgement["quote"],
                # as printed, or by its name where a person gave it
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": judgement["grade"] or judgement["grade_name"],
                },
                "pagination": judgement["page"],
            }
            for judgement in judgements
        ],
    }
    found["hasPart"] = [_without_empty(part) for part in found["hasPart"]]
    return _without_empty(found)


def _without_empty(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in ("", None, [])}
