"""Any SPARQL 1.1 server, asked through the same few methods as a store in a folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.errors import QueryError
from kg.store.reading import Rows

#: Where the pattern of a query begins.
WHERE = re.compile(r"\bWHERE\s*\{", re.I)


class SparqlEndpoint:
    """A SPARQL endpoint at a URL; ``timeout`` in seconds."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        found = self._ask(_with_values(sparql, values or {}), "json")
        if "boolean" in found:
            return Rows(("answer",), (("true" if found["boolean"] else "false",),))
        names = tuple(found["head"]["vars"])
        rows = tuple(
            tuple(binding.get(name, {}).get("value", "") for name in names)
            for binding in found["results"]["bindings"]
        )
        return Rows(names, rows)

    def construct(self, sparql: str) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query.  Raises `QueryError`."""
        graph = self._ask(sparql, "turtle")
        from rdflib import Graph

        lines = Graph().parse(data=graph, format="turtle").serialize(format="nt").splitlines()
        return sorted({line for line in lines if line.strip()})

    def _ask(self, sparql: str, format_: str) -> Any:
        from SPARQLWrapper import POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        wrapper = SPARQLWrapper(self.url)
        wrapper.setTimeout(self.timeout)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(format_)
        wrapper.setQuery(sparql)
        try:
            return wrapper.queryAndConvert()
        except (SPARQLWrapperException, OSError, ValueError) as error:
            raise QueryError(f"{self.url}: could not be asked: {error}") from error


def _with_values(sparql: str, values: Mapping[str, str]) -> str:
    """The query with a VALUES clause at the start of its pattern for each variable.

    The values are finished terms of N-Triples, so that nothing in them can end the clause.
    """
    if not values:
        return sparql
    match = WHERE.search(sparql)
    if match is None:
        raise QueryError("a query with parameters needs WHERE { ... }")
    clauses = "".join(f" VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
    return sparql[: match.end()] + clauses + sparql[match.end() :]
