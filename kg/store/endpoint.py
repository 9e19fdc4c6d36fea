"""Any SPARQL 1.1 server, asked through the same few methods as a store in a folder.

The server's default graph must be the union of the named graphs, as it is in a store here; most
servers have a setting for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import QueryError
from kg.store.answers import Rows
from kg.store.sparql import with_values


class SparqlEndpoint:
    """A SPARQL endpoint at a URL; ``timeout`` in seconds."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        found = self._json(sparql, values)
        if "boolean" in found:
            return Rows(("answer",), (("true" if found["boolean"] else "false",),))
        names = tuple(found["head"]["vars"])
        rows = tuple(
            tuple(binding.get(name, {}).get("value", "") for name in names)
            for binding in found["results"]["bindings"]
        )
        return Rows(names, rows)

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        """The answer to an ASK query.  Raises `QueryError`."""
        found = self._json(sparql, values)
        if "boolean" not in found:
            raise QueryError("this query gives rows, not yes or no")
        return bool(found["boolean"])

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query.  Raises `QueryError`."""
        import pyoxigraph

        graph = self._ask(sparql, values, "turtle")
        try:
            triples = pyoxigraph.parse(graph, format=pyoxigraph.RdfFormat.TURTLE)
            lines = {f"{triple.triple} ." for triple in triples}
        except (SyntaxError, TypeError, ValueError) as error:
            raise QueryError(f"{self.url}: expected Turtle in answer, got: {error}") from error
        return sorted(lines)

    def _json(self, sparql: str, values: Mapping[str, str] | None) -> dict[str, Any]:
        found = self._ask(sparql, values, "json")
        if not isinstance(found, dict) or not ("boolean" in found or "results" in found):
            raise QueryError(
                f"{self.url}: expected SPARQL results in JSON; is this the address of an endpoint?"
            )
        return found

    def _ask(self, sparql: str, values: Mapping[str, str] | None, format_: str) -> Any:
        from SPARQLWrapper import POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        wrapper = SPARQLWrapper(self.url)
        wrapper.setTimeout(self.timeout)
        wrapper.setMethod(POST)
        wrapper.setReturnFormat(format_)
        wrapper.setQuery(with_values(sparql, values or {}))
        try:
            return wrapper.queryAndConvert()
        except (SPARQLWrapperException, OSError, ValueError) as error:
            raise QueryError(f"{self.url}: could not be asked: {error}") from error
