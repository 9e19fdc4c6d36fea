"""A reader's side of a store: ask the index, or take the records as they are."""

from __future__ import annotations

import os
import shutil
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from kg.errors import QueryError, StoreError
from kg.store.answers import Found, Rows, answer
from kg.store.index import MADE_BY, DamagedIndex, Index, generation, open_folder
from kg.store.limits import Limits
from kg.store.loading import quiet
from kg.store.lock import NotWritable, locked
from kg.store.merge import MERGE
from kg.store.migration import bring_into_form, is_older
from kg.store.namedgraphs import asks_for_graphs, named_graphs
from kg.store.records import Entry, Records
from kg.store.sparql import refuse_network, with_values
from kg.store.writing import UNDER_WAY


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

    def _hold(self, place: Path, pin: int) -> None:
        """Read from this generation, which stays as long as this object."""
        weakref.finalize(self, os.close, pin)
        self._place = place
        self._records = Records(place)
        self._asked: dict[Path, Callable[[str], Found]] = {}
        self.entries: Mapping[str, Entry] = self._records.entries()

    def __repr__(self) -> str:
        reports = sum(1 for entry in self.entries.values() if entry.source and not entry.failure)
        return f"<Store {self.folder}: {reports} reports>"

    @property
    def generation(self) -> Path:
        """The folder of the generation of the index that is read; it never changes."""
        return self._place

    def refuse_altered(self) -> None:
        """Raises `StoreError` if a record is not as a build wrote it; this reads all of them."""
        records = Records(self.folder)
        found = self._records.altered()
        # an editor that writes a new file leaves the one that is read here as it was
        if not (self.folder / "records" / UNDER_WAY).exists():
            found += records.altered(besides=self._records)
        _refuse(records, found)

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

    def text(self, key: str) -> str | None:
        """The clean text of one report, None for a graph that was read from no file."""
        return self._records.text(key)

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

    def _answer(self, sparql: str, values: Mapping[str, str] | None) -> Found:
        refuse_network(sparql)
        whole = with_values(sparql, values or {})
        of_graphs = asks_for_graphs(sparql)
        try:
            return self._ask(self._folder(of_graphs), whole)
        except DamagedIndex:
            self._mend(of_graphs)
            return self._ask(self._folder(of_graphs), whole)

    def _folder(self, of_graphs: bool) -> Path:
        """The folder to ask: that of the merge, or that with each statement in its graph."""
        if not of_graphs:
            return self._place / MERGE
        graphs = {entry.graph: self._records.path(entry.key) for entry in self.entries.values()}
        return named_graphs(self._place, graphs)

    def _ask(self, folder: Path, sparql: str) -> Found:
        """Raises `DamagedIndex` if the folder cannot be opened."""
        if folder not in self._asked:
            if self.limits is None:
                self._asked[folder] = partial(answer, open_folder(folder))
            else:
                # imported here: what starts processes takes a while, and most do not need it
                from kg.store.queryprocess import LimitedIndex

                self._asked[folder] = LimitedIndex(folder, self.limits).answer
        return self._asked[folder](sparql)

    def _mend(self, of_graphs: bool) -> None:
        """Make what was asked again from the records, and read from that."""
        if of_graphs:
            shutil.rmtree(self._folder(of_graphs))
            self._asked.clear()
            return
        index = Index(self.folder)
        with locked(self.folder):
            index.bring_up_to_date(self._records, self.entries, quiet, again=True)
        self._hold(*index.pin())


def open_store(folder: Path, *, limits: Limits | None = None) -> Store:
    """The store in a folder, its index mended from the records if a build was cut off.

    Raises `StoreError` if there is none, or if a record was damaged since it was written.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; give the folder of a store")
    if is_older(folder):
        with locked(folder):
            bring_into_form(folder)
    index = Index(folder)
    if not _is_current(folder, index):
        _refuse_doubtful(folder)
        try:
            with locked(folder):
                if not _is_current(folder, index):
                    records = Records(folder)
                    index.bring_up_to_date(records, records.entries(), quiet)
        except StoreError as error:
            # a build is at work, or the folder may only be read: what is not indexed yet is not
            # there yet
            if index.current() is None:
                if isinstance(error, NotWritable):
                    raise StoreError(
                        f"{folder}: has no index, and may only be read, so that none can be made "
                        "from its records; make it writable or copy it, and run a query once"
                    ) from error
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
    records, index = Records(folder), Index(folder)
    found = set(records.doubtful())
    if (current := index.current()) is not None:
        # what a build takes out, it takes out of the index as well
        found |= set(Records(index.folder / current).keys()) - set(records.keys())
    if not (folder / "records" / UNDER_WAY).exists():
        _refuse(records, sorted(found))


def _refuse(records: Records, keys: Sequence[str]) -> None:
    if keys:
        more = f" and {len(keys) - 1} more" if len(keys) > 1 else ""
        raise StoreError(
            f"{records.altered_file(keys[0])}{more}: not as a build wrote it (edited by hand, "
            "taken away, or damaged); kg build of its report writes it anew"
        )
