"""The read model: one SQLite file made from the records of a store.

It is a projection, like the index: the same records give the same bytes, and it is made again at
will, from all records or from the file before it and those that have changed.  Each table is the
answer to the question of its name in ``queries/tables/``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from kg.corpus.mending import TYPED, Mending, mending
from kg.corpus.modelfile import NAME, fault
from kg.corpus.modelwriting import Kept, write
from kg.corpus.record import Record
from kg.corpus.recordreading import ReadRecord, RecordFiles, read_records, sha256
from kg.corpus.schema import all_tables, tables
from kg.corpus.seal import seal
from kg.corpus.vocabulary import Row, Vocabulary, read_vocabulary, vocabulary_rows
from kg.namespaces import VOCABULARY_GRAPH
from kg.store import Records, content_of, graph_of

#: Told of progress: what is done, how much there is, what the step is about.
Step = Callable[[int, int, str], None]
ABOUT = "making tables"


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
    known, rows = _shared(vocabulary)
    types: dict[str, set[str]] = {}
    for done, read in enumerate(read_records(sources, known, workers), 1):
        _add(rows, read)
        for body in read.rows.bodies:
            types.setdefault(body.iri, set()).add(body.type)
        step(done, len(sources), ABOUT)
    _write(path, rows, types, None)


def make_from_generation(
    folder: Path, made: Path, step: Step = lambda *told: None, before: Path | None = None
) -> None:
    """Make the read model of the records in the folder of a generation of the index.

    ``before`` is a read model of other records, from which rows are taken over where it is whole.
    Raises as `make_read_model` does.
    """
    records = Records(folder)
    entries = records.entries().values()
    files = {e.graph: RecordFiles(records.path(e.key), records.text_path(e.key)) for e in entries}
    vocabulary = files.pop(VOCABULARY_GRAPH, None)
    shared = vocabulary.record if vocabulary else None
    if before is not None and not fault(before, thoroughly=True):
        now = {entry.graph: (entry.digest, entry.text_digest) for entry in entries}
        known, _ = _shared(shared)

        def read(graphs: Iterable[str]) -> Iterator[ReadRecord]:
            wanted = list(graphs)
            for done, each in enumerate(read_records([files[g] for g in wanted], known), 1):
                step(done, len(wanted), ABOUT)
                yield each

        found = mending(before, {VOCABULARY_GRAPH}, now, read)
        if found is not None:
            _mend(made, found, files)
            return
    make_read_model(made, shared, list(files.values()), step)


def make_beside_index(folder: Path, before: Path | None, step: Step) -> None:
    """Make the read model in the folder of a new generation: what a build gives `writing`.

    ``before`` is the folder of the generation that it follows.  Raises `OSError` if it cannot be
    written.
    """
    try:
        make_from_generation(folder, folder / NAME, step, before / NAME if before else None)
        seal(folder / NAME)
    except sqlite3.Error as error:
        raise OSError(f"{folder / NAME}: {error}") from error


def _shared(vocabulary: Path | None) -> tuple[Vocabulary, dict[str, list[Row]]]:
    """What all reports share, and the rows that it makes."""
    rows: dict[str, list[Row]] = {name: [] for name in all_tables()}
    if vocabulary is None:
        return Vocabulary(), rows
    content = content_of(vocabulary)
    record = Record(content)
    rows |= vocabulary_rows(record)
    rows["records"].append((graph_of(content), sha256(content), "", None, None))
    return read_vocabulary(record), rows


def _mend(path: Path, found: Mending, graphs: Iterable[str]) -> None:
    """Write what was read again, in the order of the graphs, among what is kept."""
    # the vocabularies are the same: what they make is kept
    rows: dict[str, list[Row]] = {name: [] for name in all_tables()}
    for graph in graphs:
        if graph in found.read:
            _add(rows, found.read[graph])
    _write(path, rows, found.types, found.kept)


def _add(rows: dict[str, list[Row]], read: ReadRecord) -> None:
    for name, made in (read.rows.rows | read.inner_rows()).items():
        rows[name] += made


def _write(
    path: Path, rows: dict[str, list[Row]], types: Mapping[str, Set[str]], kept: Kept | None
) -> None:
    for name, column in TYPED.items():
        table = tables()[name]
        of, at = table.columns.index(column), table.columns.index("type")
        rows[name] = [typed for row in rows[name] for typed in _typed(row, at, types, row[of])]
    write(path, {name: all_tables()[name].sorted(made) for name, made in rows.items()}, kept)


def _typed(row: Row, at: int, types: Mapping[str, Set[str]], body: object) -> Iterator[Row]:
    """A row with the type of its body, one for each of several."""
    several: list[str | None] = [*sorted(types.get(str(body), ()))]
    for kind in several or [None]:
        yield (*row[:at], kind, *row[at + 1 :])
