"""A read model is written: always in one order, so that the same rows give the same bytes."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.corpus.likeness import (
    CREATE,
    LEAST_NEAR_IDENTICAL,
    LEAST_TOLD_AGAIN,
    NEAR_IDENTICAL,
    TOLD_AGAIN,
    Item,
    Pair,
    near_identical,
    told_again,
)
from kg.corpus.modelfile import address, has_search
from kg.corpus.schema import FORM, INDEXED, OWNED, RATINGS, Table, all_tables
from kg.corpus.vocabulary import Row

#: Texts are searched for words by their stems, and without regard to accents and capitals.
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  text, content='statements', content_rowid='id', tokenize='porter unicode61')
"""
STATEMENTS = """
CREATE VIEW statements AS
  SELECT 2 * id AS id, text, finding AS statement, report, 'finding' AS what FROM findings
  UNION ALL
  SELECT 2 * id + 1, text, recommendation, report, 'recommendation' FROM recommendations
"""
#: What is compared of the items; a report without days of fieldwork has that of its publication.
ITEMS = """
SELECT i.recommendation, r.about, COALESCE(r.inspection_end, r.published, ''), i.text
FROM {0}.recommendations i JOIN {0}.reports r ON r.report = i.report
WHERE r.about IS NOT NULL ORDER BY i.recommendation
"""
#: Bytes of a page of the file, and of words that are sorted in memory: with these it is made a
#: sixth faster than with those that SQLite takes.
PAGE, WORDS = 2**14, 2**23


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished file from which rows are taken over.

    ``gone`` says which are not: by the column that says whose a row is (`OWNED`), its values.
    """

    file: Path
    gone: Mapping[str, Set[str]]


def write(path: Path, rows: Mapping[str, Sequence[Row]], kept: Kept | None = None) -> None:
    """Write a new file of sorted rows, and of those that are ``kept``.

    Raises `sqlite3.Error` if it cannot be written.
    """
    with _new(path, kept) as made, ThreadPoolExecutor(1) as beside:
        for table in all_tables().values():
            made.execute(table.create())
            if kept is None:
                made.executemany(table.insert(), rows[table.name])
            else:
                _merge(made, table, rows[table.name], kept.gone)
        # SQLite lets other threads run while it works
        items = made.execute(ITEMS.format("main")).fetchall()
        are_kept = kept is not None and items == made.execute(ITEMS.format("old")).fetchall()
        alike = None if are_kept else beside.submit(_alike, [Item(*row) for row in items])
        for name, columns in INDEXED.items():
            for column in columns:
                made.execute(f'CREATE INDEX "{name} by {column}" ON "{name}" ("{column}")')
        made.execute(f'CREATE INDEX "ratings" ON findings ({", ".join(RATINGS)})')
        made.execute('CREATE INDEX "pages by report" ON pages (report, page)')
        made.execute(STATEMENTS)
        if has_search(made):
            made.execute(SEARCH)
            made.execute("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (WORDS,))
            made.execute("INSERT INTO search (search) VALUES ('rebuild')")
        for name in (TOLD_AGAIN, NEAR_IDENTICAL):
            made.execute(CREATE.format(name))
            insert = f"INSERT INTO main.{name} (one, other, alike)"
            if alike is None:
                made.execute(f"{insert} SELECT one, other, alike FROM old.{name} ORDER BY id")
            else:
                made.executemany(f"{insert} VALUES (?, ?, ?)", alike.result()[name])
        made.execute(f"PRAGMA user_version = {FORM}")


@contextmanager
def _new(path: Path, kept: Kept | None) -> Iterator[sqlite3.Connection]:
    """A connection to a new file, in one transaction; what is kept is in ``old``."""
    made = sqlite3.connect(path.resolve().as_uri(), uri=True, isolation_level=None)
    try:
        # nobody reads it before it is whole, and then it is renamed
        made.execute(f"PRAGMA page_size = {PAGE}")
        made.execute("PRAGMA journal_mode = OFF")
        made.execute("PRAGMA synchronous = OFF")
        made.execute("PRAGMA cache_size = -65536")
        if kept is not None:
            made.execute("ATTACH ? AS old", (address(kept.file),))
        made.execute("BEGIN")
        yield made
        made.execute("COMMIT")
    finally:
        made.close()


def _alike(items: Sequence[Item]) -> dict[str, list[Pair]]:
    """Which items are alike, by the names of the tables."""
    dated = [item for item in items if item.ended]
    return {
        TOLD_AGAIN: list(told_again(dated, LEAST_TOLD_AGAIN)),
        NEAR_IDENTICAL: list(near_identical(items, LEAST_NEAR_IDENTICAL)),
    }


def _merge(
    made: sqlite3.Connection, table: Table, rows: Sequence[Row], gone: Mapping[str, Set[str]]
) -> None:
    """Fill a table with the rows of the old file and new ones; both are in their order.

    The rows of one owner follow one another, and those of one are all kept or none.
    """
    column = OWNED.get(table.name)
    (last,) = made.execute(f'SELECT COALESCE(MAX(id), 0) FROM old."{table.name}"').fetchone()
    if column is None:
        _copy(made, table, 1, last + 1)
        return
    at = table.columns.index(column)
    new = {str(owner): list(own) for owner, own in groupby(rows, key=lambda row: row[at])}

    def owner_of(id_: int) -> str:
        found = made.execute(f'SELECT "{column}" FROM old."{table.name}" WHERE id = ?', (id_,))
        return str(found.fetchone()[0])

    ids, done = range(1, last + 1), 1
    for owner in sorted(gone[column]):
        begin = bisect_left(ids, owner, lo=done - 1, key=owner_of)
        _copy(made, table, done, begin + 1)
        made.executemany(table.insert(), new.get(owner, ()))
        done = bisect_right(ids, owner, lo=begin, key=owner_of) + 1
    _copy(made, table, done, last + 1)


def _copy(made: sqlite3.Connection, table: Table, begin: int, end: int) -> None:
    columns = ", ".join(f'"{name}"' for name in table.columns)
    made.execute(
        f'INSERT INTO main."{table.name}" ({columns}) SELECT {columns} '
        f'FROM old."{table.name}" WHERE id >= ? AND id < ? ORDER BY id',
        (begin, end),
    )
