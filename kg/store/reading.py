"""A reader's side of a store: ask the index, or take the records as they are."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError
from kg.store.answers import Rows, answer
from kg.store.index import MADE_BY, DamagedIndex, Index, generation, open_folder
from kg.store.limits import Limits
from kg.store.lock import locked
from kg.store.records import Entry, Records
from kg.store.sparql import refuse_network, with_values
from kg.store.writing import UNDER_WAY

if TYPE_CHECKING:
    import pyoxigraph

    from kg.store.limited import LimitedIndex


class Store:
    """A store as it was when it was opened: the default graph is the merge of all graphs.

    In `select`, `ask` and `construct`, ``values`` gives variables of the query N-Triples terms;
    they raise `QueryError`.  With ``limits`` queries run in a process of their own, which is
    ended when one takes more.
    """

    def __init__(
        self,
        folder: Path,
        place: Path,
        pin: int,
        limits: Limits | None,
    ) -> None:
        self.folder = folder
        self.limits = limits
        self._hold(place, pin)
        self._opened: pyoxigraph.Store | None = None

    def _hold(self, place: Path, pin: int) -> None:
        """Read from this generation, which stays as long as this object."""
        weakref.finalize(self, os.close, pin)
        self._place = place
        self._records = Records(place)
        self._limited: LimitedIndex | None = None
        self.entries: Mapping[str, Entry] = self._records.entries()

    def refuse_altered(self) -> None:
        """Raises `StoreError` if a record is not as a build wrote it; this reads all of them."""
        _refuse(Records(self.folder), self._records.altered())

    def lines(self) -> Iterator[str]:
        """All lines of all records, each record sorted, records in order of their keys."""
        for key in self.entries:
            yield from self._records.lines(key)

    def index_version(self) -> str:
        """The version of the program that made the index, "" if it does not say so."""
        try:
            return (self._place / MADE_BY).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

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
        if self.limits is None:
            return answer(self._open(), whole)
        try:
            return self._within(self.limits).answer(whole)
        except DamagedIndex:
            self._mend()
            return self._within(self.limits).answer(whole)

    def _within(self, limits: Limits) -> LimitedIndex:
        if self._limited is None:
            # imported here: what starts processes takes a while, and most do not need it
            from kg.store.limited import LimitedIndex

            self._limited = LimitedIndex(self._place, limits)
        return self._limited

    def _open(self) -> pyoxigraph.Store:
        """The index, made again from its records if it is damaged; opened when first asked."""
        if self._opened is None:
            try:
                self._opened = open_folder(self._place)
            except DamagedIndex:
                self._mend()
                self._opened = open_folder(self._place)
        return self._opened

    def _mend(self) -> None:
        """Make the index again from its records, and read from that one."""
        index = Index(self.folder)
        with locked(self.folder):
            index.bring_up_to_date(self._records, self.entries, _quiet, again=True)
        self._hold(*index.pin())


def open_store(folder: Path, *, limits: Limits | None = None) -> Store:
    """The store in a folder, its index mended from the records if a build was cut off.

    Raises `StoreError` if there is none, or if a record was damaged since it was written.
    """
    index = Index(folder)
    if not _is_current(folder, index):
        _refuse_doubtful(folder)
        try:
            with locked(folder):
                if not _is_current(folder, index):
                    records = Records(folder)
                    index.bring_up_to_date(records, records.entries(), _quiet)
        except StoreError:
            # a build is at work, or the folder may only be read: what is not indexed yet is not
            # there yet
            if index.current() is None:
                raise
    return Store(folder, *index.pin(), limits)


def _is_current(folder: Path, index: Index) -> bool:
    """Whether the index is what a reader shall see: that of the records, or of those before.

    Raises `StoreError` if there is nothing to see.
    """
    entries = Records(folder).entries()
    stopped = (folder / "records" / UNDER_WAY).exists()
    if index.current() is None and (stopped or not entries):
        if (folder / "records").is_dir():
            # is a build at work that has not finished?
            with locked(folder):
                pass
        if stopped:
            raise StoreError(
                f"{folder}: its first build was stopped before the end; to go on where it was, "
                "give the same kg build again"
            )
        raise StoreError(
            f"{folder}: there is no store here; make one with: kg build PATH --store {folder}"
        )
    return index.current() is not None and (
        stopped or index.current() == generation(entries.values())
    )


def _refuse_doubtful(folder: Path) -> None:
    """Raises `StoreError` if a record is not as a build left it, and no build is at work on it."""
    records = Records(folder)
    found = records.doubtful()
    if not (folder / "records" / UNDER_WAY).exists():
        _refuse(records, found)


def _refuse(records: Records, keys: Sequence[str]) -> None:
    if keys:
        more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
        raise StoreError(
            f"{records.path(keys[0])}{more}: not as a build wrote it (edited by hand, taken away, "
            "or damaged); kg build of its report writes it anew"
        )


def _quiet(done: int, total: int, about: str) -> None:
    """Says nothing of progress."""
