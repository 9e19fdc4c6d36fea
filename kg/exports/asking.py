"""The tables' queries asked of some reports at a time, in memory and in several processes.

The index on disk fetches each name of a large answer on its own: for a hundred thousand findings
that takes longer than to load the records anew.  What a row of a report's table says depends on
that report's record and on what is shared (the vocabularies, boards and services as such), so
that the answers for some reports, one after the other, are the answer for all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from kg.corpus.catalogue import load_catalogue
from kg.rdf.namespaces import CS, ID
from kg.store import Answers, Rows, Store, content_of, graph_of, without_graph
from kg.store.answers import answer

#: Statements that begin so are of one report alone.
OWN = (f"<{ID}report/".encode(), f"<{ID}file-not-stored/".encode())
SOURCE = f" <{CS}source> ".encode()
#: So many reports are asked at a time; stores with fewer are asked as a whole.
REPORTS = 30


@dataclass(frozen=True, slots=True)
class _Task:
    """Some records and the sources in them, and the queries to ask."""

    records: tuple[Path, ...]
    sources: frozenset[str]
    queries: Mapping[str, str]


def ask_tables(
    asked: Answers, names: Sequence[str] | None = None, *, reports: int = REPORTS, workers: int = 0
) -> dict[str, Rows]:
    """The rows of the contract's tables by name, without ``tables/``.

    ``workers``: so many processes, by default one a core.  An endpoint has no records to take to
    them, and is asked each question whole.
    """
    catalogue = load_catalogue()
    wanted = names or [n.removeprefix("tables/") for n in catalogue if n.startswith("tables/")]
    queries = {name: catalogue[f"tables/{name}"] for name in wanted}
    # what is asked of the vocabulary alone is in no order of reports
    of_reports = {name: q.text for name, q in queries.items() if next(iter(q.columns)) == "source"}
    if not isinstance(asked, Store) or len(asked.entries) <= reports:
        of_reports = {}
    found = {
        name: asked.select(query.text) for name, query in queries.items() if name not in of_reports
    }
    if of_reports and isinstance(asked, Store):
        found |= _in_parts(asked, of_reports, reports, workers or os.cpu_count() or 1)
    return {name: found[name] for name in wanted}


def _in_parts(
    store: Store, queries: Mapping[str, str], reports: int, workers: int
) -> dict[str, Rows]:
    shared: set[bytes] = set()
    by_source: dict[str, list[Path]] = {}
    for key in store.entries:
        path = store.path(key)
        lines = _triples(path).splitlines(keepends=True)
        source = next((line for line in lines if SOURCE in line), None)
        if source is None:
            shared.update(lines)
        else:
            by_source.setdefault(_text(source), []).append(path)
            shared.update(line for line in lines if not line.startswith(OWN))
    sources = sorted(by_source)
    tasks = []
    for begin in range(0, len(sources), reports):
        some = sources[begin : begin + reports]
        records = tuple(path for source in some for path in by_source[source])
        tasks.append(_Task(records, frozenset(some), queries))
    parts: dict[str, list[tuple[str, ...]]] = {name: [] for name in queries}
    variables: dict[str, tuple[str, ...]] = {}
    for answers in _answers(tasks, b"".join(sorted(shared)), workers):
        for name, rows in answers.items():
            variables[name] = rows.variables
            parts[name] += rows.rows
    return {name: Rows(variables[name], tuple(parts[name])) for name in queries}


def _answers(tasks: list[_Task], shared: bytes, workers: int) -> Iterator[dict[str, Rows]]:
    workers = min(workers, len(tasks))
    if workers == 1:
        _begin(shared)
        yield from map(_answer, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(shared,)
    ) as pool:
        yield from pool.map(_answer, tasks)


_shared = b""


def _begin(shared: bytes) -> None:
    """Each process is told once what all reports share."""
    global _shared
    _shared = shared


def _answer(task: _Task) -> dict[str, Rows]:
    import pyoxigraph

    memory = pyoxigraph.Store()
    content = _shared + b"".join(map(_triples, task.records))
    memory.bulk_load(content, format=pyoxigraph.RdfFormat.N_TRIPLES)
    found = {}
    for name, query in task.queries.items():
        rows = answer(memory, query)
        assert isinstance(rows, Rows), "tables are SELECT queries"
        of_these = tuple(row for row in rows.rows if row[0] in task.sources)
        found[name] = Rows(rows.variables, of_these)
    return found


def _triples(record: Path) -> bytes:
    """A record as N-Triples."""
    content = content_of(record)
    return without_graph(graph_of(content), content)


def _text(line: bytes) -> str:
    """The literal at the end of a line."""
    import pyoxigraph

    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    text: str = quad.object.value
    return text
