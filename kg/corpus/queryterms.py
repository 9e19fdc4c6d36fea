"""Terms of a query that no graph of this program has: a query that names one finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kg.knowledge.terms import declared_classes, declared_properties, misspelt, short
from kg.knowledge.vocabularies import vocabulary_table
from kg.store.sparql import TOKEN


def unknown_terms(sparql: str) -> list[str]:
    """One remark for each class or property that the ontology does not declare.

    >>> unknown_terms(
    ...     "PREFIX cs: <https://w3id.org/childrens-services-kg/def#> SELECT ?f { ?f a cs:Findng }"
    ... )
    ["no term cs:Findng in the ontology; did you mean 'cs:Finding'?"]
    """
    table = vocabulary_table()
    declared = {**declared_classes(table), **declared_properties(table)}
    remarks = []
    for term in dict.fromkeys(_terms(sparql)):
        meant = misspelt(term, declared)
        if meant is not None:
            hint = f"; did you mean {short(meant)!r}?" if meant else ""
            remarks.append(f"no term {short(term)} in the ontology{hint}")
    return remarks


def _terms(sparql: str) -> Iterator[str]:
    """The IRIs of a query, those that are written with a prefix in full."""
    prefixes: dict[str, str] = {}
    prefix: str | None = None
    before = ""
    for match in TOKEN.finditer(sparql):
        text = match[0].rstrip(".")
        if match.lastgroup == "iri":
            if prefix is None:
                yield text[1:-1]
            else:
                prefixes[prefix] = text[1:-1]
            prefix = None
        elif match.lastgroup == "word" and ":" in text:
            name, _, local = text.partition(":")
            if before.upper() == "PREFIX":
                prefix = name
            elif local and name in prefixes:
                yield prefixes[name] + local
        before = text
