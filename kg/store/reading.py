"""A reader's side of a store: ask the index, or take the records as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kg.errors import QueryError, StoreError
from kg.store.index import Index, generation
from kg.store.lock import locked
from kg.store.records import Entry, Records
from kg.store.values import with_values

if TYPE_CHECKING:
    import pyoxigraph


@dataclass(frozen=True, slots=True)
class Rows:
    """The solutions of a query: each row has one text a variable, "" where it is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Answers(Protocol):
    """What can be asked: a store in a folder, or any SPARQL 1.1 server."""

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ``values`` gives variables N-Triples terms."""

    def construct(self, sparql: str) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query."""


class Store:
    """A store opened for reading: the union of all graphs is the default graph."""

    def __init__(self, folder: Path, records: Records, entries: Mapping[str, Entry], index: Index):
        self.folder = folder
        self.entries = entries
        self._records = records
        self._index = index
        self._opened: pyoxigraph.Store | None = None

    def lines(self) -> Iterator[str]:
        """All lines of all records, each record sorted, records in order of their keys."""
        for key in self.entries:
            yield from self._records.lines(key)

    def sorted_lines(self) -> list[str]:
        """All lines of all records, sorted as one."""
        return sorted(self.lines())

    def record(self, key: str) -> list[str]:
        """The lines of one record."""
        return list(self._records.lines(key))

    def path(self, key: str) -> Path:
        """The file of one record."""
        return self._records.path(key)

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query; ASK gives one row.  Raises `QueryError`."""
        import pyoxigraph

        found = self._query(sparql, values)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return Rows(("answer",), (("true" if found else "false",),))
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise QueryError("this query gives triples: write them with --format ntriples")
        names = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(_text(value) for value in solution) for solution in found)
        return Rows(names, rows)

    def construct(self, sparql: str) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query.  Raises `QueryError`."""
        import pyoxigraph

        found = self._query(sparql, None)
        if not isinstance(found, pyoxigraph.QueryTriples):
            raise QueryError("this query gives rows, not triples: leave --format out")
        return sorted(
            {f"{triple.subject} {triple.predicate} {triple.object} ." for triple in found}
        )

    def is_graph_query(self, sparql: str) -> bool:
        """Whether a query gives triples."""
        import pyoxigraph

        return isinstance(self._query(sparql, None), pyoxigraph.QueryTriples)

    def _query(self, sparql: str, values: Mapping[str, str] | None) -> Any:

        if self._opened is None:
            self._opened = self._index.open()
        try:
            return self._opened.query(
                with_values(sparql, values or {}), use_default_graph_as_union=True
            )
        except SyntaxError as error:
            raise QueryError(f"the query is not valid SPARQL: {error}") from error
        except (OSError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error


def open_store(folder: Path) -> Store:
    """The store in a folder, its index mended from the records if a build was cut off.

    Raises `StoreError` if there is none.
    """
    records, index = Records(folder), Index(folder)
    entries = records.entries()
    if not entries:
        raise StoreError(
            f"{folder}: there is no store here; make one with: kg build PATH --store {folder}"
        )
    if index.current() != generation(entries.values()):
        try:
            with locked(folder):
                entries = records.entries()
                index.bring_up_to_date(records, entries)
        except StoreError:
            # a build is at work: what it has not finished is not there yet
            if index.current() is None:
                raise
    return Store(folder, records, entries, index)


def _text(value: Any) -> str:
    if value is None:
        return ""
    text: str = value.value if hasattr(value, "value") else str(value)
    return text
