"""Any SPARQL 1.1 server, asked through the same few methods as a store in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import QueryError
from kg.store.reading import Rows
from kg.store.values import with_values


class SparqlEndpoint:
    """A SPARQL endpoint at a URL; ``timeout`` in seconds."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        found = self._ask(with_values(sparql, values or {}), "json")
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
        import pyoxigraph

        graph = self._ask(sparql, "turtle")
        triples = pyoxigraph.parse(graph, format=pyoxigraph.RdfFormat.TURTLE)
        return sorted({f"{t.subject} {t.predicate} {t.object} ." for t in triples})

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
