"""What a read model keeps of the one before it, so that only changed records are read again.

The new file gets the bytes that one made of all records has: a row is kept where nothing that it
is made of has changed, and where its place is the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from kg.corpus.modelfile import opened
from kg.corpus.modelwriting import Kept
from kg.corpus.recordreading import ReadRecord
from kg.corpus.schema import OWNED

#: If more than this share of the records changed, all are read in about the same time.
MOST = 0.1
#: Tables whose rows have the type of a body, and the column that names the body.
TYPED = {"boards": "board", "services": "service", "mentions": "body"}
#: A body and a type that a record gives it, by the graph of the record.
Kinds = dict[str, set[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Mending:
    """What is taken over, what was read again, and the types of all bodies."""

    kept: Kept
    read: Mapping[str, ReadRecord]
    types: Mapping[str, Set[str]]


@dataclass(slots=True)
class _Before:
    """What a finished file says of the records that it was made of."""

    digests: dict[str, tuple[str, str]] = field(default_factory=dict)
    #: source -> graphs of the records with rows of it
    of_source: dict[str, set[str]] = field(default_factory=dict)
    #: report -> graphs of the records that have its pages
    of_report: dict[str, set[str]] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=dict)
    #: body -> sources of the rows that have its type
    of_body: dict[str, set[str]] = field(default_factory=dict)


def mending(
    file: Path,
    shared: Set[str],
    now: Mapping[str, tuple[str, str]],
    read: Callable[[Iterable[str]], Iterable[ReadRecord]],
) -> Mending | None:
    """How the read model of records is made from a finished ``file``; None if it is of no use.

    ``now`` has the digests of each record and its text by its graph, ``shared`` are the graphs of
    vocabularies; ``read`` reads the records of some graphs.
    """
    before = _before(file)
    if before is None or any(before.digests.get(g) != now.get(g) for g in shared):
        return None
    most = MOST * len(before.digests) + 1
    changed = {g for g in {*before.digests, *now} if before.digests.get(g) != now.get(g)}
    found: dict[str, ReadRecord] = {}
    while True:
        if changed & shared or len(changed) > most:
            return None
        found |= {each.graph: each for each in read(sorted((changed & now.keys()) - found.keys()))}
        sources = {source for each in found.values() for source in each.sources()}
        reports = {each.report for each in found.values() if each.report}
        sources |= {source for source, graphs in before.of_source.items() if graphs & changed}
        reports |= {report for report, graphs in before.of_report.items() if graphs & changed}
        if None in sources:
            return None
        types, others = _types(before.kinds, changed, found)
        # what shares rows with a changed record, or a body whose types are now others
        touched = {s for body in others for s in before.of_body.get(body, ())}
        more = set().union(
            *(before.of_source.get(source or "", ()) for source in {*sources, *touched}),
            *(before.of_report.get(report, ()) for report in reports),
        )
        if more <= changed:
            gone = {"source": {str(s) for s in sources}, "report": reports, "record": changed}
            return Mending(Kept(file, gone), found, types)
        changed |= more


def _before(file: Path) -> _Before | None:
    """What a file says of its records; None if it has rows that are nobody's."""
    found = _Before()
    connection = opened(file)
    try:
        if any(_has_nobodys(connection, name, column) for name, column in OWNED.items()):
            return None
        rows = connection.execute("SELECT record, digest, text_digest, source, report FROM records")
        for graph, digest, text_digest, source, report in rows:
            found.digests[graph] = (digest, text_digest)
            for names, name in ((found.of_source, source), (found.of_report, report)):
                if name is not None:
                    names.setdefault(name, set()).add(graph)
        for graph, body, kind in connection.execute("SELECT record, body, type FROM kinds"):
            found.kinds.setdefault(graph, set()).add((body, kind))
        for table, column in TYPED.items():
            for body, source in connection.execute(f'SELECT "{column}", source FROM "{table}"'):
                found.of_body.setdefault(body, set()).add(source)
    finally:
        connection.close()
    return found


def _has_nobodys(connection: sqlite3.Connection, table: str, column: str) -> bool:
    """Whether a table has rows that do not say whose they are; they would stand first."""
    first = connection.execute(f'SELECT "{column}" IS NULL FROM "{table}" WHERE id = 1').fetchone()
    return first is not None and bool(first[0])


def _types(
    kinds: Kinds, changed: Set[str], read: Mapping[str, ReadRecord]
) -> tuple[dict[str, set[str]], set[str]]:
    """The types of all bodies, and the bodies whose types are not those of before."""
    were: dict[str, set[str]] = {}
    are: dict[str, set[str]] = {}
    for graph, given in kinds.items():
        for body, kind in given:
            were.setdefault(body, set()).add(kind)
            if graph not in changed:
                are.setdefault(body, set()).add(kind)
    for record in read.values():
        for each in record.rows.bodies:
            are.setdefault(each.iri, set()).add(each.type)
    return are, {body for body in {*were, *are} if were.get(body) != are.get(body)}
