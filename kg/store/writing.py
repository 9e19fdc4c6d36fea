"""A build's side of a store: replace records, then bring the index up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError
from kg.store.index import Index
from kg.store.lock import locked
from kg.store.records import Entry, Records


class Writer:
    """Changes the records of a store; nothing is asked of the index until `commit`."""

    def __init__(self, folder: Path) -> None:
        self._records = Records(folder)
        self._index = Index(folder)
        self._entries = self._records.entries()
        self._sources = {e.source: e for e in self._entries.values() if e.source}

    def entries(self) -> Sequence[Entry]:
        """The slips of all records, in order of their keys."""
        return [self._entries[key] for key in sorted(self._entries)]

    def entry(self, key: str) -> Entry | None:
        """The slip of one record."""
        return self._entries.get(key)

    def by_source(self, source: str) -> Entry | None:
        """The slip of the record that was read from a file."""
        return self._sources.get(source)

    def put(self, key: str, lines: Iterable[str], **facts: object) -> None:
        """Replace one record.  ``facts`` are the fields of `Entry`."""
        self._entries[key] = entry = self._records.put(key, lines, **facts)
        if entry.source:
            self._sources[entry.source] = entry

    def remove(self, key: str) -> None:
        """Take one record out."""
        self._records.remove(key)
        entry = self._entries.pop(key, None)
        if entry and self._sources.get(entry.source) is entry:
            del self._sources[entry.source]

    def commit(self) -> bool:
        """Bring the index up to date with the records; returns whether it was not."""
        return self._index.bring_up_to_date(self._records, self._entries)


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    """The one writer of a store, which is made if it is not there.

    Raises `StoreError` if another build is at work on it, or if the folder is another thing.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; give the folder of a store")
    if folder.is_dir() and not (folder / "records").is_dir() and any(folder.iterdir()):
        raise StoreError(f"{folder}: is a folder with other things in it; give a new --store")
    (folder / "records").mkdir(parents=True, exist_ok=True)
    with locked(folder):
        yield Writer(folder)
