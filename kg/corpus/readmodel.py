"""The read model: one SQLite file made from the records of a store.

It is a projection, like the index: the same records give the same bytes, and it is made again at
will.  Each table is the answer to the question of its name in ``queries/tables/``.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.likeness import (
    CREATE,
    LEAST_NEAR_IDENTICAL,
    LEAST_TOLD_AGAIN,
    NEAR_IDENTICAL,
    TOLD_AGAIN,
    Item,
    near_identical,
    told_again,
)
from kg.corpus.record import Record
from kg.corpus.reportrows import BodyKind, ReportRows, report_rows
from kg.corpus.schema import FORM, INDEXED, RATINGS, tables
from kg.corpus.seal import seal
from kg.corpus.vocabulary import Row, Vocabulary, read_vocabulary, vocabulary_rows
from kg.namespaces import VOCABULARY_GRAPH
from kg.store import Records, content_of
from kg.store.processes import serve_parent, server_context, without_main

#: The file in a generation of the index.
NAME = "corpus.sqlite"
#: Told of progress: what is done, how much there is, what the step is about.
Step = Callable[[int, int, str], None]
ABOUT = "making tables"
#: Fewer records than this are read in one process; so many are given to one at a time.
FEW, TOGETHER = 40, 8
#: What a process that reads records imports, once for all of them.
PRELOADED = ["kg.corpus.readmodel"]
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
FROM recommendations i JOIN reports r ON r.report = i.report
WHERE r.about IS NOT NULL ORDER BY i.recommendation
"""
PAGES = "CREATE TABLE pages (id INTEGER PRIMARY KEY, report TEXT, page INTEGER, text TEXT)"


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """A record and, of a report, its clean text."""

    record: Path
    text: Path | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """What one record gives: its rows, and the pages of its text."""

    rows: ReportRows
    report: str | None
    pages: tuple[str, ...]


def make_read_model(
    path: Path,
    vocabulary: Path | None,
    sources: Sequence[RecordFiles],
    step: Step,
    *,
    workers: int = 0,
) -> None:
    """Make the read model of these records in a new file.

    ``vocabulary`` is the record of the vocabularies.  Raises `StoreError` for a damaged record,
    `OSError` or `sqlite3.Error` if the file cannot be written.
    """
    known = Vocabulary()
    rows: dict[str, list[Row]] = {name: [] for name in tables()}
    if vocabulary is not None:
        record = Record(content_of(vocabulary))
        known = read_vocabulary(record)
        for name, made in vocabulary_rows(record).items():
            rows[name] += made
    pages: list[tuple[str, int, str]] = []
    kinds: dict[str, set[str]] = {}
    for done, read in enumerate(_read_all(sources, known, workers), 1):
        for name, made in read.rows.rows.items():
            rows[name] += made
        _add_kinds(kinds, read.rows.bodies)
        if read.report:
            pages += [(read.report, at, text) for at, text in enumerate(read.pages, 1)]
        step(done, len(sources), ABOUT)
    _give_types(rows, kinds)
    write(path, {name: tables()[name].sorted(made) for name, made in rows.items()}, pages)


def make_from_generation(folder: Path, made: Path, step: Step = lambda *told: None) -> None:
    """Make the read model of the records in the folder of a generation of the index.

    Raises as `make_read_model` does.
    """
    records = Records(folder)
    entries = records.entries()
    shared = [
        records.path(key) for key, entry in entries.items() if entry.graph == VOCABULARY_GRAPH
    ]
    sources = [
        RecordFiles(records.path(key), records.text_path(key))
        for key, entry in entries.items()
        if entry.graph != VOCABULARY_GRAPH
    ]
    make_read_model(made, shared[0] if shared else None, sources, step)


def make_beside_index(folder: Path, step: Step) -> None:
    """Make the read model in the folder of a new generation: what a build gives `writing`.

    Raises `OSError` if it cannot be written.
    """
    try:
        make_from_generation(folder, folder / NAME, step)
        seal(folder / NAME)
    except sqlite3.Error as error:
        raise OSError(f"{folder / NAME}: {error}") from error


def write(
    path: Path, rows: Mapping[str, Sequence[Row]], pages: Iterable[tuple[str, int, str]]
) -> None:
    """Write sorted rows and the pages of reports as a new file."""
    with _new(path) as made:
        for table in tables().values():
            made.execute(table.create())
            made.executemany(table.insert(), rows[table.name])
        made.execute(PAGES)
        made.executemany("INSERT INTO pages (report, page, text) VALUES (?, ?, ?)", sorted(pages))
        for name, columns in INDEXED.items():
            for column in columns:
                made.execute(f'CREATE INDEX "{name} by {column}" ON "{name}" ("{column}")')
        made.execute(f'CREATE INDEX "ratings" ON findings ({", ".join(RATINGS)})')
        made.execute('CREATE INDEX "pages by report" ON pages (report, page)')
        items = _items(made)
        for name, pairs in (
            (TOLD_AGAIN, told_again([i for i in items if i.ended], LEAST_TOLD_AGAIN)),
            (NEAR_IDENTICAL, near_identical(items, LEAST_NEAR_IDENTICAL)),
        ):
            made.execute(CREATE.format(name))
            made.executemany(f"INSERT INTO {name} (one, other, alike) VALUES (?, ?, ?)", pairs)
        made.execute(STATEMENTS)
        if has_search(made):
            made.execute(SEARCH)
            made.execute("INSERT INTO search (search) VALUES ('rebuild')")
        made.execute(f"PRAGMA user_version = {FORM}")
    made.close()


def _items(made: sqlite3.Connection) -> list[Item]:
    """The items of reports that name their authority, in the order of their IRIs."""
    return [Item(*row) for row in made.execute(ITEMS)]


def has_search(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite can search texts for words."""
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 over the rows of all tables: the same wherever the same records were read."""
    digest = hashlib.sha256()
    for name in (*tables(), "pages", TOLD_AGAIN, NEAR_IDENTICAL):
        digest.update(f"{name}\n".encode())
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY id'):
            digest.update(repr(row).encode())
    return digest.hexdigest()


def _new(path: Path) -> sqlite3.Connection:
    made = sqlite3.connect(path)
    # nobody reads it before it is whole, and then it is renamed
    made.execute("PRAGMA journal_mode = OFF")
    made.execute("PRAGMA synchronous = OFF")
    made.execute("PRAGMA cache_size = -65536")
    return made


def _read_all(sources: Sequence[RecordFiles], known: Vocabulary, workers: int) -> Iterator[_Read]:
    """What the records give, in their order.  Raises `OSError` if a process is ended."""
    workers = workers or (min(os.cpu_count() or 1, 8) if len(sources) >= FEW else 1)
    if workers == 1:
        yield from (_read(source, known) for source in sources)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = server_context(PRELOADED)
    try:
        with ProcessPoolExecutor(
            workers, mp_context=context, initializer=_begin, initargs=(known,)
        ) as pool:
            with without_main():
                parts = [
                    pool.submit(_read_with_known, sources[start : start + TOGETHER])
                    for start in range(0, len(sources), TOGETHER)
                ]
            for part in parts:
                yield from part.result()
    except BrokenProcessPool as error:
        raise OSError("a process that made the tables was ended") from error


_KNOWN = Vocabulary()


def _begin(known: Vocabulary) -> None:
    """Each process is told once what all reports share."""
    global _KNOWN
    serve_parent()
    _KNOWN = known


def _read_with_known(sources: Sequence[RecordFiles]) -> list[_Read]:
    return [_read(source, _KNOWN) for source in sources]


def _read(source: RecordFiles, known: Vocabulary) -> _Read:
    record = Record(content_of(source.record))
    report = next((one for one, _ in record.of_class("Report")), None)
    pages = content_of(source.text).decode().split("\f") if source.text else []
    return _Read(report_rows(record, known), report, tuple(pages))


def _add_kinds(kinds: dict[str, set[str]], bodies: Iterable[BodyKind]) -> None:
    for body in bodies:
        kinds.setdefault(body.iri, set()).add(body.type)


def _give_types(rows: dict[str, list[Row]], kinds: Mapping[str, set[str]]) -> None:
    """Give each row of a body the type of the body, a row for each of several."""
    for name, column in (("boards", "board"), ("services", "service"), ("mentions", "body")):
        table = tables()[name]
        of, at = table.columns.index(column), table.columns.index("type")
        rows[name] = [typed for row in rows[name] for typed in _typed(row, at, kinds, row[of])]


def _typed(row: Row, at: int, kinds: Mapping[str, set[str]], body: object) -> Iterator[Row]:
    several: list[str | None] = [*sorted(kinds.get(str(body), ()))]
    for kind in several or [None]:
        yield (*row[:at], kind, *row[at + 1 :])
