"""The statements behind a row: what each says, on which page of which report."""

from __future__ import annotations

from collections.abc import Sequence

from kg.corpus import Corpus
from kg.store import Rows


def evidence(corpus: Corpus, iris: Sequence[str]) -> Rows:
    """Source, page, words and IRI of each statement, in the order given."""
    found = corpus.statements(iris)
    names = corpus.names_of_things
    sources = {report.iri: report.source for report in corpus.reports.values()}
    rows = []
    for iri in iris:
        one = found.get(iri)
        said = (one.source, "" if one.page is None else str(one.page), one.quote) if one else None
        rows.append((*(said or (sources.get(iri, ""), "", names.get(iri, ""))), iri))
    return Rows(("source", "page", "says", "statement"), tuple(rows))
