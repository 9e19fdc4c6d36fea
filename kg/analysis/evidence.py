"""The statements behind a row: what each says, on which page of which report."""

from __future__ import annotations

from collections.abc import Sequence

from kg.analysis.observed import PREFIXES
from kg.store import Answers, Rows

STATEMENTS = """
SELECT ?statement ?source ?page (COALESCE(?words, ?label, "") AS ?says) WHERE {
  VALUES ?statement { %s }
  OPTIONAL { ?statement cs:quote ?words }
  OPTIONAL { ?statement cs:page ?page }
  OPTIONAL { ?statement cs:partOf?/cs:source ?source }
  OPTIONAL { ?statement skos:prefLabel|dcterms:title ?label }
}
"""
#: Asked for at once.
MANY = 500


def evidence(asked: Answers, iris: Sequence[str]) -> Rows:
    """Source, page, words and IRI of each statement, in the order given."""
    found: dict[str, tuple[str, str, str]] = {}
    for start in range(0, len(iris), MANY):
        values = " ".join(f"<{iri}>" for iri in iris[start : start + MANY])
        for iri, source, page, says in sorted(asked.select(PREFIXES + STATEMENTS % values).rows):
            found.setdefault(iri, (source, page, says))
    rows = tuple((*found.get(iri, ("", "", "")), iri) for iri in iris)
    return Rows(("source", "page", "says", "statement"), rows)
