"""Answers: rows or lines, and how Oxigraph gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import QueryError, StoreError
from kg.store.sparql import fault_of, refuse_network

if TYPE_CHECKING:
    import pyoxigraph


@dataclass(frozen=True, slots=True)
class Rows:
    """The solutions of a query: each row has one text a variable, "" where it is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


#: Rows, yes or no, or the sorted N-Triples lines of a graph.
Found = Rows | bool | list[str]


class Answers(Protocol):
    """What can be asked: a store in a folder, or any SPARQL 1.1 server.

    ``values`` gives variables of the query N-Triples terms.
    """

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query."""

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        """The answer to an ASK query."""

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query."""


def answer(store: pyoxigraph.Store, sparql: str) -> Found:
    """The answer to a query: rows, yes or no, or the sorted N-Triples lines of a graph.

    The default graph is the merge of all graphs.  Raises `QueryError`, and `StoreError` if the
    index is found to be damaged.
    """
    import pyoxigraph

    refuse_network(sparql)
    try:
        found = store.query(sparql)
        if isinstance(found, pyoxigraph.QuerySolutions):
            names = tuple(variable.value for variable in found.variables)
            return Rows(names, tuple(tuple(map(_text, solution)) for solution in found))
        if isinstance(found, pyoxigraph.QueryTriples):
            return sorted({f"{triple} ." for triple in found})
        return bool(found)
    except SyntaxError as error:
        said = fault_of(sparql) or error
        raise QueryError(f"the query is not valid SPARQL: {said}") from error
    # a file of its own that is broken and a query that it cannot evaluate: only words tell
    except (OSError, RuntimeError, ValueError) as error:
        if "orruption" in str(error):
            raise StoreError(
                f"the index is damaged ({error}); remove the folder index in the store: "
                "it is made again from the records when the store is next asked"
            ) from error
        raise QueryError(f"the query cannot be answered: {error}") from error


def _text(value: Any) -> str:
    if value is None:
        return ""
    text: str = value.value if hasattr(value, "value") else str(value)
    return text
