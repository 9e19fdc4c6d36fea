"""A reader's side of a store: ask the index, or take the records as they are."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError
from kg.store.answers import Rows, answer
from kg.store.index import DamagedIndex, Index, generation
from kg.store.loading import check
from kg.store.lock import locked
from kg.store.records import Entry, Records
from kg.store.sparql import refuse_network, with_values

if TYPE_CHECKING:
    import pyoxigraph


class Store:
    """A store opened for reading: the default graph is the merge of all graphs.

    In `select`, `ask` and `construct`, ``values`` gives variables of the query N-Triples terms;
    they raise `QueryError`.  With ``timeout_seconds`` each query runs in a process of its own,
    which is ended when the time is up.
    """

    def __init__(
        self,
        folder: Path,
        records: Records,
        entries: Mapping[str, Entry],
        index: Index,
        timeout_seconds: float | None,
    ) -> None:
        self.folder = folder
        self.timeout_seconds = timeout_seconds
        self.entries = entries
        self._records = records
        self._index = index
        self._opened: tuple[pyoxigraph.Store, Path] | None = None

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
        """The solutions of a SELECT query; ASK gives one row."""
        found = self._answer(sparql, values)
        if isinstance(found, list):
            raise QueryError("this query gives triples: write them with --format ntriples")
        return Rows(("answer",), ((str(found).lower(),),)) if isinstance(found, bool) else found

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        """The answer to an ASK query."""
        found = self._answer(sparql, values)
        if not isinstance(found, bool):
            raise QueryError("this query gives rows or triples, not yes or no")
        return found

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query."""
        found = self._answer(sparql, values)
        if not isinstance(found, list):
            raise QueryError("this query gives rows, not triples: leave --format out")
        return found

    def _answer(self, sparql: str, values: Mapping[str, str] | None) -> Rows | bool | list[str]:
        refuse_network(sparql)
        whole = with_values(sparql, values or {})
        index, place = self._open()
        if self.timeout_seconds is None:
            return answer(index, whole)
        from kg.store.limited import answer_within

        return answer_within(self.timeout_seconds, place, whole)

    def _open(self) -> tuple[pyoxigraph.Store, Path]:
        """The index, made again from the records if it is damaged; opened when first asked."""
        if self._opened is None:
            try:
                index, place, pin = self._index.open()
            except DamagedIndex:
                with locked(self.folder):
                    self.entries = self._records.entries()
                    self._index.bring_up_to_date(self._records, self.entries, _quiet, again=True)
                index, place, pin = self._index.open()
            weakref.finalize(self, os.close, pin)
            self._opened = index, place
        return self._opened


def open_store(folder: Path, *, timeout_seconds: float | None = None) -> Store:
    """The store in a folder, its index mended from the records if a build was cut off.

    Raises `StoreError` if there is none, or if a record was damaged since it was written.
    """
    records, index = Records(folder), Index(folder)
    entries = records.entries()
    if not entries:
        if (folder / "records").is_dir():
            # is a build at work that has not finished its first report?
            with locked(folder):
                pass
        raise StoreError(
            f"{folder}: there is no store here; make one with: kg build PATH --store {folder}"
        )
    for entry in entries.values():
        if not entry.fingerprint:
            check(records.path(entry.key))
    if index.current() != generation(entries.values()):
        try:
            with locked(folder):
                entries = records.entries()
                index.bring_up_to_date(records, entries, _quiet)
        except StoreError:
            # a build is at work, or the folder may only be read: what is not indexed yet is not
            # there yet
            if index.current() is None:
                raise
    return Store(folder, records, entries, index, timeout_seconds)


def _quiet(done: int, total: int, about: str) -> None:
    """Says nothing of progress."""
