"""A query of somebody's own must not make this program ask another server.

`kg.store.sparql.refuse_network` looks at tokens, which is quick and right for queries that mean
no harm.  A file that anybody may have written is parsed, as only a parser knows where a word ends:
in ``?o.SERVICE`` the variable ends before the stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.errors import QueryError

#: Without one of these no query can call: the words themselves, or an escape that may make them.
MAY_CALL = re.compile(r"service|load|\\u", re.I)
#: What rdflib calls the pattern of a call.
CALL = "ServiceGraphPattern"


def refuse_calls(sparql: str) -> None:
    """Raises `QueryError` for a query that calls another server, or may but cannot be parsed."""
    if not MAY_CALL.search(sparql):
        return
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parsed = parseQuery(sparql)
    except (ParseException, RecursionError) as error:
        said = str(error).partition("\n")[0] or "nested too deeply"
        raise QueryError(
            f"the query cannot be parsed ({said}), and it may hold SERVICE or LOAD, which would "
            "ask another server; write it in the forms of SPARQL 1.1"
        ) from error
    if any(getattr(part, "name", "") == CALL for part in _parts(parsed)):
        raise QueryError(
            "SERVICE would ask another server over the network, which a store does not do; "
            "leave it out, or ask a server that may, with --endpoint"
        )


def _parts(parsed: Any) -> Iterator[Any]:
    """All parts of a parsed query, the whole first."""
    waiting = [parsed]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            waiting += part.values()
        elif not isinstance(part, str):
            try:
                waiting.extend(part)
            except TypeError:
                continue
