"""Values for the variables of a query, the same way for a store and for an endpoint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.errors import QueryError

#: Where the pattern of a query begins.
WHERE = re.compile(r"\bWHERE\s*\{", re.I)


def with_values(sparql: str, values: Mapping[str, str]) -> str:
    """The query with a VALUES clause at the start of its pattern for each variable.

    The values are finished terms of N-Triples, escaped by whoever made them, so that nothing in
    them can end the clause.
    """
    if not values:
        return sparql
    match = WHERE.search(sparql)
    if match is None:
        raise QueryError("a query with parameters needs WHERE { ... }")
    clauses = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
    return sparql[: match.end()] + clauses + sparql[match.end() :]
