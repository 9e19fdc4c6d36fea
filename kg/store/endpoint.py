"""Any SPARQL 1.1 server, asked through the same few methods as a store in a folder.

The server's default graph must be the merge of the named graphs, as it is in a store here, or
`kg push` must have left that merge in a graph of its own, which is then asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg import __version__
from kg.errors import QueryError
from kg.store.answers import Rows
from kg.store.credentials import credentials
from kg.store.paging import Pageable, pageable
from kg.store.request import Answer, Question, request
from kg.store.servers import MERGED, Server, recognise
from kg.store.sparql import with_values

#: of the names in the environment: KG_QUERY_USER and so on
PREFIX = "KG_QUERY"
#: An answer with fewer rows was not cut by any server known.
FEW = 100
XSD = "http://www.w3.org/2001/XMLSchema#"


class SparqlEndpoint:
    """A SPARQL endpoint at a URL; ``timeout`` in seconds, here and at the server.

    A server may cut off an answer and say nothing.  The rows of a longer answer are therefore
    counted by a second query, and those that are missing fetched page by page; ``say`` is told.
    """

    def __init__(
        self, url: str, timeout: int = 60, say: Callable[[str], None] = lambda text: None
    ) -> None:
        self.url = url
        self.timeout = timeout
        self._say = say
        self._known: tuple[Server, str | None] | None = None

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        whole = with_values(sparql, values or {})
        found = self._json(whole)
        if "boolean" in found:
            return Rows(("answer",), (("true" if found["boolean"] else "false",),))
        names, rows = _rows(found)
        if len(rows) < FEW:
            return Rows(names, rows)
        parts = pageable(whole)
        if parts is None:
            self._say(
                f"{self.url}: {len(rows):,} rows, which may not be all: they were not counted"
            )
            return Rows(names, rows)
        count = int(_rows(self._json(parts.count()))[1][0][0])
        if count == len(rows):
            return Rows(names, rows)
        return Rows(names, self._pages(parts, names, count, len(rows)))

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        """The answer to an ASK query.  Raises `QueryError`."""
        found = self._json(with_values(sparql, values or {}))
        if "boolean" not in found:
            raise QueryError("this query gives rows, not yes or no")
        return bool(found["boolean"])

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query.

        Raises `QueryError`, also where the server says that it cut the graph off.
        """
        import pyoxigraph

        answer = self._ask(with_values(sparql, values or {}), "turtle")
        if answer.cut:
            raise QueryError(
                f"{self.url}: the server cut the graph off after {answer.cut} rows; ask for it in "
                "parts, or raise the server's limit"
            )
        try:
            triples = pyoxigraph.parse(answer.body, format=pyoxigraph.RdfFormat.TURTLE)
            lines = {f"{triple.triple} ." for triple in triples}
        except (SyntaxError, TypeError, ValueError) as error:
            raise QueryError(f"{self.url}: expected Turtle in answer, got: {error}") from error
        return sorted(lines)

    def _pages(
        self, parts: Pageable, names: Sequence[str], count: int, size: int
    ) -> tuple[tuple[str, ...], ...]:
        """All rows, where an answer had ``size`` and should have had ``count``."""
        if count < size:
            raise QueryError(
                f"{self.url}: gave {size:,} rows and counts {count:,}; it was changed meanwhile, "
                "or answers wrongly (see docs/stores.md)"
            )
        self._say(
            f"{self.url}: gave {size:,} of {count:,} rows and said nothing of the rest, "
            "which is now asked for page by page"
        )
        most = self._server()[0].sorted_rows
        rows: list[tuple[str, ...]] = []
        while len(rows) < count:
            nested = most is not None and parts.offset + len(rows) + size > most
            query = parts.page(names, len(rows), size, nested=nested)
            page = _rows(self._json(query))[1]
            if not page:
                raise QueryError(
                    f"{self.url}: gave {len(rows):,} of {count:,} rows, also page by page; "
                    "raise the server's limit of rows, or ask for less"
                )
            rows += page
        if len(rows) != count:
            raise QueryError(
                f"{self.url}: gave {len(rows):,} rows and counts {count:,}; it was changed "
                "meanwhile, or answers wrongly (see docs/stores.md)"
            )
        return tuple(rows)

    def _json(self, sparql: str) -> dict[str, Any]:
        answer = self._ask(sparql, "json")
        try:
            found = json.loads(answer.body)
        except ValueError:
            found = None
        if not isinstance(found, dict) or not ("boolean" in found or "results" in found):
            raise QueryError(
                f"{self.url}: expected SPARQL results in JSON; is this the address of an endpoint?"
            )
        return found

    def _ask(self, sparql: str, form: str) -> Answer:
        server, graph = self._server()
        return self._request(sparql, form, server, graph)

    def _server(self) -> tuple[Server, str | None]:
        """The make of the server, and the graph that holds the merge if one has to be named."""
        if self._known is None:
            answer = self._request(f"ASK {{ GRAPH <{MERGED}> {{ ?s ?p ?o }} }}", "json", None, None)
            try:
                there = bool(json.loads(answer.body)["boolean"])
            except (ValueError, KeyError, TypeError):
                # what it answers to the query itself will say what is wrong
                there = False
            self._known = recognise(answer.server), MERGED if there else None
        return self._known

    def _request(self, sparql: str, form: str, server: Server | None, graph: str | None) -> Answer:
        parameters = {}
        if server is not None and server.timeout:
            parameters[server.timeout] = server.limit(self.timeout)
        return request(
            Question(
                address=self.url,
                sparql=sparql,
                form=form,
                graph=graph,
                parameters=parameters,
                timeout=self.timeout,
                agent=f"childrens-services-kg/{__version__}",
                given=credentials(self.url, PREFIX),
            )
        )


def _rows(found: dict[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The variables and the rows of SPARQL results in JSON."""
    try:
        names = tuple(found["head"]["vars"])
        return names, tuple(
            tuple(_text(binding[name]) if name in binding else "" for name in names)
            for binding in found["results"]["bindings"]
        )
    except (KeyError, TypeError) as error:
        raise QueryError(f"the server's answer lacks {error}; is it an endpoint?") from error


def _text(term: Mapping[str, str]) -> str:
    """The text of a term; servers that keep booleans as numbers give them as 0 and 1."""
    text = term["value"]
    if term.get("datatype") == f"{XSD}boolean":
        return {"0": "false", "1": "true"}.get(text, text)
    return text
