"""Records into Oxigraph folders that nobody reads yet."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any, cast

from kg.store.nquads import without_graph
from kg.store.packing import content_of, damaged

#: Told of progress: what is done, how much there is, what the step is about.
Step = Callable[[int, int, str], None]
ABOUT = "indexing"
#: Bytes of compressed statements in one load; each thread takes sixty times as many in memory.
LOAD_BYTES = 5 * 2**20
#: Loads at once.
THREADS = 2

#: Makes of a graph's IRI and its record what is loaded.
Form = Callable[[str, bytes], bytes]


def quiet(done: int, total: int, about: str) -> None:
    """A `Step` that says nothing."""


def load_all(folder: Path, graphs: Mapping[str, Path], form: Form, step: Step) -> None:
    """Make a new Oxigraph folder of the records of all graphs.

    Raises `StoreError` for a damaged record, `OSError` if the disk is full.
    """
    import pyoxigraph

    store = pyoxigraph.Store(str(folder))
    done = itertools.count()

    def load(part: Mapping[str, Path]) -> None:
        stream = _OneAfterTheOther(part, form, lambda: step(next(done), len(graphs), ABOUT))
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


def in_graph_and_merge(graph: str, record: bytes) -> bytes:
    """Each statement of a record twice: in its graph, and in the default graph."""
    return record + without_graph(graph, record)


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


class _OneAfterTheOther(io.RawIOBase):
    """The statements of many records as one stream."""

    def __init__(
        self, graphs: Mapping[str, Path], form: Form, on_record: Callable[[], None]
    ) -> None:
        self._graphs = iter(graphs.items())
        self._form = form
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
            self._held = memoryview(self._form(graph, content_of(path)))
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]
        return count


def check(path: Path) -> None:
    """Raises `StoreError` if a record is not N-Quads."""
    import pyoxigraph

    try:
        for _ in pyoxigraph.parse(content_of(path), format=pyoxigraph.RdfFormat.N_QUADS):
            pass
    except SyntaxError as error:
        raise damaged(path, error) from error
