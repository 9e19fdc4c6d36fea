"""Where the tables of a corpus come from: a store's read model, or an endpoint's answers."""

from __future__ import annotations

import os
import shutil
import sqlite3
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol

from kg.corpus.catalogue import load_catalogue
from kg.corpus.modelfile import NAME, fault, has_search, opened
from kg.corpus.readmodel import make_from_generation
from kg.corpus.schema import PARTS, TABLES, WHOLE, tables
from kg.corpus.seal import seal
from kg.errors import QueryError, StoreError
from kg.store import Answers, Store

#: Finds the table that full-text search asks, which is made where SQLite can search.
SEARCHABLE = "SELECT 1 FROM sqlite_master WHERE name = 'search'"
#: Says a line to whoever looks on.
Say = Callable[[str], None]


class TableSet(Protocol):
    """Tables to ask in SQL."""

    #: the store or endpoint that they are of
    where: str
    #: the file that holds them, "" if none does
    file: str
    #: whether it is kept which recommendations are alike
    has_likeness: bool

    def connection(self, *needed: str) -> sqlite3.Connection:
        """A connection in which at least these tables are filled."""

    def need_texts(self) -> None:
        """Raises `QueryError` if there are no texts of pages."""

    def need_search(self) -> None:
        """Raises `QueryError` if texts cannot be searched."""


class StoredTables:
    """The read model of a store; one that is missing, older, damaged or altered is made again.

    With ``thoroughly`` its bytes are looked at, not just its size and times: a fifth of a second.
    It stands in the generation of the index that the store reads.  Where that may not be written
    it is made in a temporary folder, which goes with this object.
    """

    has_likeness = True

    def __init__(self, store: Store, say: Say, *, thoroughly: bool = False) -> None:
        self.where = str(store.folder)
        path = store.generation / NAME
        if wrong := fault(path, thoroughly=thoroughly):
            path = self._made_again(store, path, wrong, say)
        self.file = str(path)
        self._connection = opened(path)

    def connection(self, *needed: str) -> sqlite3.Connection:
        """The connection to the file."""
        return self._connection

    def need_texts(self) -> None:
        """The texts are there."""

    def need_search(self) -> None:
        """Raises `QueryError` if this SQLite has no full-text search."""
        if not has_search(self._connection):
            raise QueryError("this Python's SQLite has no full-text search (FTS5)")
        if not self._connection.execute(SEARCHABLE).fetchone():
            raise QueryError(
                f"{self.where}: its tables were made where SQLite has no full-text search; delete "
                f"{self.file}, and they are made again"
            )

    def _made_again(self, store: Store, path: Path, wrong: str, say: Say) -> Path:
        if os.access(path.parent, os.W_OK):
            folder = path.parent
        else:
            folder = Path(mkdtemp(prefix="kg-tables-"))
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        say(f"{self.where}: its tables {wrong}; they are made again in {folder}")
        made = folder / f".{NAME}.{os.getpid()}"
        try:
            make_from_generation(store.generation, made)
            made.replace(folder / NAME)
            seal(folder / NAME)
        except (OSError, sqlite3.Error) as error:
            made.unlink(missing_ok=True)
            raise StoreError(
                f"{folder}: the tables cannot be made ({error}); see to the disk's room"
            ) from error
        return folder / NAME


class EndpointTables:
    """The answers of an endpoint to the tables' questions, each asked when it is first needed."""

    has_likeness = False

    def __init__(self, endpoint: Answers, where: str) -> None:
        self.where, self.file = where, ""
        self._endpoint = endpoint
        self._connection = sqlite3.connect(":memory:")
        self._filled: set[str] = set()

    def connection(self, *needed: str) -> sqlite3.Connection:
        """The tables in memory, these filled."""
        for name in needed:
            if name not in self._filled:
                self._fill(name)
        return self._connection

    def need_texts(self) -> None:
        """Raises `QueryError`: the graph has no texts of pages."""
        raise QueryError(
            f"{self.where}: an endpoint has no texts of pages; ask a store, with --store"
        )

    def need_search(self) -> None:
        """Raises `QueryError`: only a store's texts are searched."""
        raise QueryError(f"{self.where}: an endpoint cannot be searched; ask a store, with --store")

    def _fill(self, name: str) -> None:
        table = tables()[name]
        found = self._endpoint.select(load_catalogue()[TABLES + name].text)
        self._connection.execute(table.create())
        rows: list[tuple[object, ...]] = [
            tuple(_typed(column, cell) for column, cell in zip(table.columns, row, strict=True))
            for row in found.rows
        ]
        rows.sort(key=table.key)
        self._connection.executemany(table.insert(), rows)
        self._filled.add(name)


def _typed(column: str, cell: str) -> object:
    if not cell:
        return None
    return int(cell) if column in WHOLE else float(cell) if column in PARTS else cell
