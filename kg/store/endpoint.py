"""Any SPARQL 1.1 server, asked through the same few methods as a store in a folder.

The server's default graph must be the merge of the named graphs, as it is in a store here, or
`kg push` must have left that merge in a graph of its own, which is then asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg import __version__
from kg.errors import QueryError
from kg.store.answers import Rows
from kg.store.credentials import credentials
from kg.store.ordering import XSD, Term, conditions, hidden, ordered
from kg.store.paging import Pageable, pageable
from kg.store.request import Answer, Question, request
from kg.store.servers import MERGED, Server, recognise
from kg.store.sparql import with_values

#: of the names in the environment: KG_QUERY_USER and so on
PREFIX = "KG_QUERY"
#: An answer with fewer rows was not cut by any server known.
FEW = 100
#: Virtuoso 7 answers ASK with a row of this variable.
VIRTUOSO_ASK = "__ASK_RETVAL"


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

    def __repr__(self) -> str:
        # an address with a password in it is refused when it is asked, and not shown before
        return f"<SparqlEndpoint {re.sub('//[^/@]*@', '//', self.url)}>"

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        whole = with_values(sparql, values or {})
        parts = pageable(whole)
        reorder = parts is not None and not self._server()[0].orders
        shown: int | None = None
        if parts is not None and reorder and parts.head:
            # what is ordered by and not shown is asked for as well
            columns = re.findall(r"[?$](\w+)", parts.body[: parts.head])
            more = hidden(parts.order, columns)
            parts = parts.with_columns(more)
            whole, shown = parts.whole(), -len(more) or None
        found = self._json(whole)
        if "boolean" in found:
            return Rows(("answer",), (("true" if found["boolean"] else "false",),))
        names, rows = _rows(found)
        if len(rows) >= FEW:
            rows = self._all(parts, names, rows)
        if parts is not None and reorder:
            rows = ordered(rows, conditions(parts.order, names))
        return Rows(names[:shown], tuple(tuple(map(_text, row[:shown])) for row in rows))

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

    def _all(
        self, parts: Pageable | None, names: Sequence[str], rows: list[tuple[Term, ...]]
    ) -> list[tuple[Term, ...]]:
        """All rows of a query, where these came without more being asked."""
        if parts is None:
            self._say(f"{self.url}: {len(rows):,} rows, not counted: they may not be all")
            return rows
        count = int(_text(_rows(self._json(parts.count()))[1][0][0]))
        if count > len(rows):
            self._say(
                f"{self.url}: gave {len(rows):,} of {count:,} rows and said nothing of the rest, "
                "which is now asked for page by page"
            )
            rows = self._pages(parts, names, count, len(rows))
        if len(rows) != count:
            raise QueryError(
                f"{self.url}: gave {len(rows):,} rows and counts {count:,}; it was changed "
                "meanwhile, or answers wrongly (see docs/stores.md)"
            )
        return rows

    def _pages(
        self, parts: Pageable, names: Sequence[str], count: int, size: int
    ) -> list[tuple[Term, ...]]:
        """The rows of a query in pages of ``size``."""
        most = self._server()[0].sorted_rows
        rows: list[tuple[Term, ...]] = []
        while len(rows) < count:
            nested = most is not None and parts.offset + len(rows) + size >= most
            page = _rows(self._json(parts.page(names, len(rows), size, nested=nested)))[1]
            if not page:
                raise QueryError(
                    f"{self.url}: gave {len(rows):,} of {count:,} rows, also page by page; "
                    "raise the server's limit of rows, or ask for less"
                )
            rows += page
        return rows

    def _json(self, sparql: str) -> dict[str, Any]:
        return self._results(self._ask(sparql, "json"))

    def _results(self, answer: Answer) -> dict[str, Any]:
        """SPARQL results in JSON.  Raises `QueryError` for anything else."""
        try:
            found = json.loads(answer.body)
        except ValueError:
            found = None
        if not isinstance(found, dict) or not ("boolean" in found or "results" in found):
            raise QueryError(
                f"{self.url}: expected SPARQL results in JSON; is this the address of an endpoint?"
            )
        if "results" in found and found.get("head", {}).get("vars") == [VIRTUOSO_ASK]:
            return {"boolean": _text(_rows(found)[1][0][0]) in ("1", "true")}
        return found

    def _ask(self, sparql: str, form: str) -> Answer:
        server, graph = self._server()
        return self._request(sparql, form, server, graph)

    def _server(self) -> tuple[Server, str | None]:
        """The make of the server, and the graph that holds the merge if one has to be named."""
        if self._known is None:
            probe = f"ASK {{ GRAPH <{MERGED}> {{ ?s ?p ?o }} }}"
            answer = self._request(probe, "json", None, None)
            there = self._results(answer).get("boolean", False)
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


def _rows(found: dict[str, Any]) -> tuple[tuple[str, ...], list[tuple[Term, ...]]]:
    """The variables and the rows of SPARQL results in JSON."""
    try:
        names = tuple(found["head"]["vars"])
        bindings = found["results"]["bindings"]
        return names, [tuple(binding.get(name) for name in names) for binding in bindings]
    except (KeyError, TypeError, AttributeError) as error:
        raise QueryError(f"the server's answer lacks {error}; is it an endpoint?") from error


def _text(term: Term) -> str:
    """The text of a term; servers that keep booleans as numbers give them as 0 and 1."""
    if term is None:
        return ""
    text = term["value"]
    if term.get("datatype") == f"{XSD}boolean":
        return {"0": "false", "1": "true"}.get(text, text)
    return text
