"""A build's side of a store: replace records, then bring the index up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kg.errors import StoreError
from kg.store.files import write_whole
from kg.store.index import Beside, Index
from kg.store.loading import Step
from kg.store.lock import locked
from kg.store.migration import bring_into_form
from kg.store.packing import Packed, pack_lines
from kg.store.records import Entry, Records

#: The file that stands beside the records from a writer's first change to its commit.
UNDER_WAY = "under-way"


class Writer:
    """Changes the records of a store, each as it comes; readers see them from `commit` on.

    A file has one record: putting it under another key takes the old record out.
    """

    def __init__(self, folder: Path, beside_index: Sequence[Beside] = ()) -> None:
        bring_into_form(folder)
        self._mark = folder / "records" / UNDER_WAY
        self._records = Records(folder)
        self._index = Index(folder, beside_index)
        self._records.sweep()
        self._entries = self._records.entries()
        self._keys: dict[str, str] = {}
        self._is_altered = False
        for key in sorted(self._entries, key=self._records.written):
            # where a build was killed between the new record and the old, the old one goes
            self._take_over(self._entries[key])

    def entries(self) -> Sequence[Entry]:
        """The slips of all records, in order of their keys."""
        return [self._entries[key] for key in sorted(self._entries)]

    def altered(self) -> list[Path]:
        """The files of records that are not as they were written; from now on those count as out
        of date.
        """
        found = self._records.altered()
        self._is_altered = bool(found)
        for key in found:
            self._entries[key] = replace(self._entries[key], fingerprint="")
        return [self._records.altered_file(key) for key in found]

    def entry(self, key: str) -> Entry | None:
        """The slip of one record."""
        return self._entries.get(key)

    def by_source(self, source: str) -> Entry | None:
        """The slip of the record that was read from a file."""
        key = self._keys.get(source)
        return self._entries[key] if key is not None else None

    def lines(self, key: str) -> Iterator[str]:
        """The lines of one record, without line ends."""
        return self._records.lines(key)

    def put(
        self, key: str, record: Packed | Iterable[str], text: Packed | None = None, **facts: object
    ) -> None:
        """Replace one record and its clean text.  ``facts`` are the fields of `Entry`."""
        self._begin()
        self._forget(key)
        packed = record if isinstance(record, Packed) else pack_lines(list(record))
        self._entries[key] = entry = self._records.put(key, packed, text, **facts)
        self._take_over(entry)

    def remove(self, key: str) -> None:
        """Take one record out."""
        self._begin()
        self._forget(key)
        self._records.remove(key)
        self._entries.pop(key, None)

    def commit(self, step: Step = lambda done, total, about: None) -> bool:
        """Bring the index up to date with the records; returns whether it was not.

        Raises `StoreError` if a record is damaged or the disk is full.
        """
        entries = {entry.key: entry for entry in self.entries()}
        # the index shares its files with the records: what was changed there was changed in it
        changed = self._index.bring_up_to_date(self._records, entries, step, again=self._is_altered)
        self._mark.unlink(missing_ok=True)
        return changed

    def _begin(self) -> None:
        """From here on the records are no state that a reader may see."""
        if not self._mark.exists():
            write_whole(self._mark, b"a build is under way, or was stopped: kg build goes on\n")

    def _take_over(self, entry: Entry) -> None:
        """Let this be the record of its file; an earlier one under another key goes."""
        if entry.source:
            before = self._keys.get(entry.source)
            if before is not None and before != entry.key:
                self.remove(before)
            self._keys[entry.source] = entry.key

    def _forget(self, key: str) -> None:
        """The record under this key is no longer that of the file it was read from."""
        entry = self._entries.get(key)
        if entry and self._keys.get(entry.source) == key:
            del self._keys[entry.source]


@contextmanager
def writing(folder: Path, beside_index: Sequence[Beside] = ()) -> Iterator[Writer]:
    """The one writer of a store, which is made if it is not there.

    ``beside_index`` make what else stands in each new generation of the index, which this room
    knows nothing of.  Raises `StoreError` if another build is at work on it, or if the folder is
    another thing.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; give the folder of a store")
    try:
        if folder.is_dir() and not (folder / "records").is_dir() and any(folder.iterdir()):
            raise StoreError(f"{folder}: is a folder with other things in it; give a new --store")
        (folder / "records").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{folder}: cannot be made or read ({error.strerror}); give another --store"
        ) from error
    with locked(folder):
        yield Writer(folder, beside_index)
