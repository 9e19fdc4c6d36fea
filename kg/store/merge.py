"""The merge of all graphs: each statement once, however many records make it.

Nearly every question is asked of the merge, and a statement in it takes a third of the room and
time of one that stands in its graph as well (see `kg.store.namedgraphs`).  Beside the merge stands
how many records make each statement that more than one makes: a record can then be replaced
without a look at the others.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kg.store.files import write_whole
from kg.store.loading import ABOUT, Step, check, load_all
from kg.store.nquads import without_graph
from kg.store.packing import content_of

if TYPE_CHECKING:
    import pyoxigraph

#: The Oxigraph folder in a generation, and the counts beside it.
MERGE = "merge"
SEVERAL = "several.json"
#: What a line of N-Quads is about.
SUBJECT = re.compile(rb"^<[^>]*> ", re.M)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One graph's record before and after; None where there is none."""

    graph: str
    before: Path | None
    after: Path | None


def make_merge(folder: Path, graphs: Mapping[str, Path], step: Step) -> None:
    """Make the merge in a generation's folder from the records of all graphs.

    Raises `StoreError` for a damaged record, `OSError` if the disk is full.
    """
    counting = _Counting(graphs)
    load_all(folder / MERGE, graphs, counting.statements, step)
    _write(folder, counting.several())


def mend_merge(old: Path, new: Path, changes: Iterable[RecordChange], step: Step) -> bool:
    """Make the merge in the folder ``new`` from that of another generation.

    Returns False if the old one is damaged, so that there is nothing to begin with.  Raises
    `StoreError` for a damaged record.
    """
    import pyoxigraph

    changes = list(changes)
    more: Counter[bytes] = Counter()
    try:
        several = json.loads((old / SEVERAL).read_bytes())
        # a backup hard-links the files of the old folder: it takes milliseconds
        pyoxigraph.Store.read_only(str(old / MERGE)).backup(str(new / MERGE))
        store = pyoxigraph.Store(str(new / MERGE))
        for done, change in enumerate(changes):
            step(done, len(changes), ABOUT)
            more.update(_statements(change.graph, change.after))
            more.subtract(_statements(change.graph, change.before))
        _apply(store, more, several)
        store.flush()
    except SyntaxError:
        for change in changes:
            for path in filter(None, (change.before, change.after)):
                check(path)
        raise
    # what Oxigraph raises for broken files of its own; a full disk will show again at once
    except (OSError, RuntimeError, ValueError):
        return False
    _write(new, several)
    return True


def _apply(store: pyoxigraph.Store, more: Mapping[bytes, int], several: dict[str, int]) -> None:
    """Bring the merge up to date, given by how many more records make each statement."""
    changed = [(line, by) for line, by in more.items() if by]
    for (line, by), quad in zip(changed, _parsed(line for line, _ in changed), strict=True):
        statement = line.decode()
        before = several.get(statement) or int(quad in store)
        after = before + by
        if not before:
            store.add(quad)
        elif after <= 0:
            store.remove(quad)
        several.pop(statement, None)
        if after > 1:
            several[statement] = after


def _parsed(lines: Iterable[bytes]) -> Iterator[pyoxigraph.Quad]:
    import pyoxigraph

    return pyoxigraph.parse(b"\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)


def _statements(graph: str, path: Path | None) -> list[bytes]:
    if path is None:
        return []
    return [line for line in without_graph(graph, content_of(path)).split(b"\n") if line]


def _write(folder: Path, several: Mapping[str, int]) -> None:
    write_whole(folder / SEVERAL, json.dumps(several, indent=0, sort_keys=True).encode())


class _Counting:
    """Counts, while records are loaded, the statements that more than one makes.

    Such statements are about things of which more than one record speaks, which are few.
    """

    def __init__(self, graphs: Mapping[str, Path]) -> None:
        self._graphs = graphs
        #: the graph whose record was the first to speak of a thing
        self._first: dict[bytes, str] = {}
        #: the things of which another spoke as well, by the graph that was the first
        self._shared: dict[str, set[bytes]] = {}
        self._counts: Counter[bytes] = Counter()
        self._lock = Lock()

    def statements(self, graph: str, record: bytes) -> bytes:
        """The statements of a record without its graph; they are counted."""
        made = without_graph(graph, record)
        with self._lock:
            for subject in set(SUBJECT.findall(made)):
                first = self._first.setdefault(subject, graph)
                if first != graph:
                    self._shared.setdefault(first, set()).add(subject)
                    self._counts.update(_lines_about(subject, made))
        return made

    def several(self) -> dict[str, int]:
        """How many records make each statement that more than one makes."""
        for graph, subjects in self._shared.items():
            made = without_graph(graph, content_of(self._graphs[graph]))
            for subject in subjects:
                self._counts.update(_lines_about(subject, made))
        return {line.decode(): count for line, count in self._counts.items() if count > 1}


def _lines_about(subject: bytes, statements: bytes) -> Iterator[bytes]:
    """The lines about a thing, which follow one another in a record."""
    start = 0 if statements.startswith(subject) else statements.find(b"\n" + subject) + 1
    while statements.startswith(subject, start):
        end = statements.find(b"\n", start)
        # a damaged record may end midway
        end = len(statements) if end < 0 else end
        yield statements[start:end]
        start = end + 1
