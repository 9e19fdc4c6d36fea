"""The tables of a corpus as rows, and SPARQL asked of the graph below."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from kg.corpus.modelfile import content_hash
from kg.corpus.schema import tables
from kg.corpus.tableset import TableSet
from kg.errors import QueryError, StoreError
from kg.store import Answers, Rows


class CorpusTables:
    """The tables of a corpus, and the graph below them.

    ``answers`` is the store or endpoint: SPARQL asks it through `select`, `ask` and `construct`.
    """

    def __init__(self, answers: Answers, made: TableSet) -> None:
        self.answers = answers
        self.made = made

    def __repr__(self) -> str:
        if not self.made.file:
            # an endpoint is not asked for what a debugger or a notebook shows
            return f"<{type(self).__name__} of {self.made.where}>"
        ((reports, authorities),) = self.sql("SELECT COUNT(*), COUNT(DISTINCT about) FROM reports")
        return (
            f"<{type(self).__name__} of {self.made.where}: "
            f"{reports} reports, {authorities} authorities>"
        )

    # what SPARQL asks of the graph

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        """The solutions of a SELECT query."""
        return self.answers.select(sparql, values)

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        """The answer to an ASK query."""
        return self.answers.ask(sparql, values)

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        """The sorted N-Triples lines of a CONSTRUCT or DESCRIBE query."""
        return self.answers.construct(sparql, values)

    # the tables as they are

    def table(self, name: str) -> Rows:
        """One table, its rows in their order and each cell a text, as ``kg export tables`` has it.

        Raises `QueryError` if there is no table of that name.
        """
        if name not in tables():
            raise QueryError(f"there is no table {name!r}; there is: {', '.join(tables())}")
        columns = tables()[name].columns
        found = self.raw_rows(name, *columns)
        return Rows(columns, tuple(tuple(_cell(cell) for cell in row) for row in found))

    def cells(self, name: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one table as they are kept: numbers are numbers, None is not given."""
        columns = ", ".join(f'"{column}"' for column in tables()[name].columns)
        with self._whole():
            yield from self.made.connection(name).execute(
                f'SELECT {columns} FROM "{name}" ORDER BY id'
            )

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Raises `StoreError` where a part of the tables cannot be read."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"{self.made.where}: its tables are damaged ({error}); remove "
                f"{self.made.file}, which is made again when it is next asked for"
            ) from error

    def content_hash(self) -> str:
        """SHA-256 over the rows of all tables: the same wherever the same records were read."""
        with self._whole():
            return content_hash(self.made.connection())

    def rows(
        self, table: str, *columns: str, where: str = "", given: Sequence[object] = ()
    ) -> list[tuple[Any, ...]]:
        """Some columns of a table, in the order of its rows; what is not given is ""."""
        found = self.raw_rows(table, *columns, where=where, given=given)
        return [tuple(map(given_text, row)) for row in found]

    def raw_rows(
        self, table: str, *columns: str, where: str = "", given: Sequence[object] = ()
    ) -> list[tuple[Any, ...]]:
        """Some columns of a table as `rows` has them, but None for what is not given."""
        names = ", ".join(f'"{column}"' for column in columns)
        only = f" WHERE {where}" if where else ""
        return self.sql(f'SELECT {names} FROM "{table}"{only} ORDER BY id', given, table)

    def sql(self, text: str, given: Sequence[object] = (), *needed: str) -> list[tuple[Any, ...]]:
        """The rows of a query in SQL; of an endpoint the tables that it needs are asked for."""
        with without_collection(), self._whole():
            return self.made.connection(*needed).execute(text, given).fetchall()


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for garbage while many tuples are made: there is none, and it takes as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def given_text(value: Any) -> Any:
    """A cell, "" for what is not given."""
    return "" if value is None else value


def _cell(value: object) -> str:
    return "" if value is None else str(value)
