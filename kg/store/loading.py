"""Records into Oxigraph folders that nobody reads yet.

Each statement goes in twice: into its report's graph, and into the default graph, which so holds
the merge of all graphs.  Oxigraph can also join the graphs while it answers, but then a statement
made in ten reports counts ten times, which no other SPARQL engine does.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from kg.errors import StoreError

if TYPE_CHECKING:
    import pyoxigraph

#: Told of progress: what is done, how much there is, what the step is about.
Step = Callable[[int, int, str], None]
ABOUT = "indexing"
#: Bytes of records in one load; they take ten times as many in memory.
LOAD_BYTES = 20 * 2**20
#: Loads at once.
THREADS = 2


def load_all(folder: Path, graphs: Mapping[str, Path], step: Step) -> None:
    """Make a new Oxigraph folder of the records of all graphs.

    Raises `StoreError` for a damaged record, `OSError` if the disk is full.
    """
    import pyoxigraph

    store = pyoxigraph.Store(str(folder))
    done = itertools.count()

    def load(part: Mapping[str, Path]) -> None:
        stream = _OneAfterTheOther(part, lambda: step(next(done), len(graphs), ABOUT))
        # a record is checked when it is written; its IRIs need no second look
        store.bulk_load(cast(IO[bytes], stream), format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)

    try:
        # Oxigraph lets other threads run while it sorts and writes
        with ThreadPoolExecutor(THREADS) as pool:
            for loaded in [pool.submit(load, part) for part in _loads(graphs)]:
                loaded.result()
    except SyntaxError:
        for path in graphs.values():
            check(path)
        raise
    # the files of the loads become one: questions are then answered in less than half the time
    store.optimize()
    store.flush()


def _loads(graphs: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """The graphs in loads of up to so many bytes: a load is held in memory, and sorted there."""
    load: dict[str, Path] = {}
    size = 0
    for graph, path in graphs.items():
        load[graph] = path
        size += path.stat().st_size
        if size > LOAD_BYTES:
            yield load
            load, size = {}, 0
    if load:
        yield load


def replace_graphs(old: Path, new: Path, graphs: Mapping[str, Path | None], step: Step) -> bool:
    """Copy an Oxigraph folder and replace some of its graphs by records (None: by nothing).

    Returns False if the old folder is damaged, so that there is nothing to copy.  Raises
    `StoreError` for a damaged record.
    """
    import pyoxigraph

    try:
        # a backup hard-links the files of the old folder: it takes milliseconds
        pyoxigraph.Store.read_only(str(old)).backup(str(new))
        store = pyoxigraph.Store(str(new))
        for done, (graph, path) in enumerate(graphs.items()):
            step(done, len(graphs), ABOUT)
            _take_out(store, pyoxigraph.NamedNode(graph))
            if path is not None:
                quads = pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.N_QUADS)
                store.extend(twice for quad in quads for twice in (quad, _merged(quad)))
        store.flush()
    except SyntaxError:
        for path in graphs.values():
            if path is not None:
                check(path)
        raise
    # what Oxigraph raises for broken files of its own; a full disk will show again at once
    except (OSError, RuntimeError):
        return False
    return True


def _take_out(store: pyoxigraph.Store, graph: pyoxigraph.NamedNode) -> None:
    """Remove a graph, and from the default graph what no other graph says."""
    import pyoxigraph

    default = pyoxigraph.DefaultGraph()
    held = list(store.quads_for_pattern(None, None, None, graph))
    store.remove_graph(graph)
    for quad in held:
        others = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(other.graph_name == default for other in others):
            store.remove(_merged(quad))


def _merged(quad: pyoxigraph.Quad) -> pyoxigraph.Quad:
    """The same statement in the default graph."""
    import pyoxigraph

    return pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, pyoxigraph.DefaultGraph())


class _OneAfterTheOther(io.RawIOBase):
    """The statements of many records as one stream, each with its graph and without."""

    def __init__(self, graphs: Mapping[str, Path], on_record: Callable[[], None]) -> None:
        self._graphs = iter(graphs.items())
        self._on_record = on_record
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._held:
            graph, path = next(self._graphs, (None, None))
            if graph is None or path is None:
                return 0
            self._on_record()
            content = path.read_bytes()
            # in canonical N-Quads this ends a line and can stand nowhere else
            self._held = memoryview(content + content.replace(f" <{graph}> .\n".encode(), b" .\n"))
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]
        return count


def check(path: Path) -> None:
    """Raises `StoreError` if a record is not N-Quads."""
    import pyoxigraph

    try:
        for _ in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS):
            pass
    except SyntaxError as error:
        raise StoreError(
            f"{path}: is damaged: {error}; remove it and build again: its report is then read anew"
        ) from error
