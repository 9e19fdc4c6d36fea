"""The index: Oxigraph folders that never change once they are made.

Each *generation* of the index holds just the records it is named after; the file ``CURRENT``
names the one to ask.  A build makes a new generation (a hard-linked copy of the current one with
the changed graphs replaced, or a new one from all records) and then lets ``CURRENT`` name it.
Readers keep the generation that they opened; nothing they read is ever changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.files import write_whole
from kg.store.records import Entry, Records

if TYPE_CHECKING:
    import pyoxigraph

#: If more than this share of the graphs changed, a new index is made faster than the old mended.
MOST = 0.2
#: Generations besides the current one that are left for readers that still use them.
KEPT = 1


class Index:
    """The generations of a store's index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "index"

    def current(self) -> str | None:
        """The name of the current generation, None if there is none."""
        try:
            name = (self.folder / "CURRENT").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        return name if (self.folder / name).is_dir() else None

    def open(self) -> pyoxigraph.Store:
        """The current generation, to ask only."""
        import pyoxigraph

        name = self.current()
        assert name is not None, "an index is made before it is opened"
        return pyoxigraph.Store.read_only(str(self.folder / name))

    def bring_up_to_date(self, records: Records, entries: Mapping[str, Entry]) -> bool:
        """Make the generation of these entries the current one; returns whether it was not."""
        wanted = generation(entries.values())
        current = self.current()
        if current == wanted:
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        made = self.folder / f".{wanted}.{os.getpid()}.new"
        shutil.rmtree(made, ignore_errors=True)
        before = self._contents(current) if current else None
        changed = _changes(before, entries) if before is not None else None
        if before and changed is not None and len(changed) <= MOST * len(before) + 1:
            self._mended(str(current), made, records, entries, changed)
        else:
            _made_new(made, records, entries)
        write_whole(made / "CONTENTS", _contents_text(entries))
        place = self.folder / wanted
        shutil.rmtree(place, ignore_errors=True)
        made.rename(place)
        write_whole(self.folder / "CURRENT", wanted.encode())
        self._sweep(wanted)
        return True

    def _contents(self, name: str) -> dict[str, str] | None:
        """Graph IRI -> digest of the record that a generation holds of it."""
        try:
            text = (self.folder / name / "CONTENTS").read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        return dict(line.split("\t") for line in text.splitlines())

    def _mended(
        self, current: str, made: Path, records: Records, entries: Mapping[str, Entry],
        changed: Iterable[str],
    ) -> None:  # fmt: skip
        """A copy of the current generation with some graphs replaced or taken out."""
        import pyoxigraph

        # a backup hard-links the files of the old generation: it takes a millisecond
        pyoxigraph.Store.read_only(str(self.folder / current)).backup(str(made))
        store = pyoxigraph.Store(str(made))
        by_graph = {entry.graph: entry for entry in entries.values()}
        for graph in changed:
            store.remove_graph(pyoxigraph.NamedNode(graph))
            if graph in by_graph:
                path = records.path(by_graph[graph].key)
                store.extend(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_QUADS))
        store.flush()

    def _sweep(self, wanted: str) -> None:
        """Remove what killed builds left behind, and generations older than the last but one."""
        others = [path for path in self.folder.iterdir() if path.is_dir() and path.name != wanted]
        finished = [path for path in others if not path.name.startswith(".")]
        finished.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in [*finished[KEPT:], *(path for path in others if path not in finished)]:
            shutil.rmtree(path, ignore_errors=True)


def generation(entries: Iterable[Entry]) -> str:
    """The name of the index that holds just these records."""
    digest = hashlib.sha256()
    for entry in sorted(entries, key=lambda entry: entry.key):
        digest.update(f"{entry.key}\0{entry.digest}\0".encode())
    return digest.hexdigest()[:24]


def _changes(before: Mapping[str, str], entries: Mapping[str, Entry]) -> list[str]:
    """The graphs that differ between a generation and the records."""
    after = {entry.graph: entry.digest for entry in entries.values()}
    return sorted(graph for graph in {*before, *after} if before.get(graph) != after.get(graph))


def _contents_text(entries: Mapping[str, Entry]) -> bytes:
    rows = sorted(f"{entry.graph}\t{entry.digest}" for entry in entries.values())
    return "".join(row + "\n" for row in rows).encode()


def _made_new(made: Path, records: Records, entries: Mapping[str, Entry]) -> None:
    """A generation made from all records."""
    import pyoxigraph

    store = pyoxigraph.Store(str(made))
    held: list[bytes] = []
    size = 0
    for key in entries:
        held.append(records.path(key).read_bytes())
        size += len(held[-1])
        # one large load is faster and leaves fewer files than one a record
        if size > 64 * 2**20:
            store.bulk_load(b"".join(held), format=pyoxigraph.RdfFormat.N_QUADS)
            held, size = [], 0
    if held:
        store.bulk_load(b"".join(held), format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
