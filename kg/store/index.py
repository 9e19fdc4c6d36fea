"""The index: folders that never change once they are made.

Each *generation* of the index holds just the records it is named after: their merge in Oxigraph's
form, and, as links in its folder ``records``, they themselves; the file ``CURRENT`` names the one
to ask.  A build makes a new generation (a hard-linked copy of the current one with the changed
graphs replaced, or a new one from all records) and then lets ``CURRENT`` name it.  Readers keep
the generation that they opened; nothing they read is ever changed.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.errors import StoreError
from kg.store.files import beside, sync_folder, write_whole
from kg.store.loading import Step
from kg.store.merge import RecordChange, make_merge, mend_merge
from kg.store.records import Entry, Records

if TYPE_CHECKING:
    import pyoxigraph

#: Changes when an index of the same records would be made in another way.
FORM = "merge, with counts of what several records say; records beside"
#: If more than this share of the graphs changed, a new index is made faster than the old mended.
MOST = 0.1
#: Finished generations besides the current one that stay, for readers about to open them.
KEPT = 1


#: In each generation: the version of the program that made it.
MADE_BY = "MADE-BY"


#: Makes what stands beside the merge in the folder of a new generation, whose records are there;
#: given that of the generation before it as well, if there is one to begin with.
Beside = Callable[[Path, Path | None, Step], None]


class DamagedIndex(Exception):
    """A generation of the index cannot be opened; it has to be made again from the records."""


class Index:
    """The generations of a store's index."""

    def __init__(self, folder: Path, beside_it: Sequence[Beside] = ()) -> None:
        self.folder = folder / "index"
        self._beside_it = beside_it

    def current(self) -> str | None:
        """The name of the current generation, None if there is none."""
        try:
            name = (self.folder / "CURRENT").read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        return name if name and (self.folder / name / "CONTENTS").is_file() else None

    def pin(self) -> tuple[Path, int]:
        """The folder of the current generation, and the file descriptor that pins it.

        As long as the descriptor is open, no build takes the generation away.  Raises
        `DamagedIndex` if there is none.
        """
        while (name := self.current()) is not None:
            place = self.folder / name
            pin = _pin(place)
            # if a build took it away just now, CURRENT names another one
            if pin is not None:
                return place, pin
        raise DamagedIndex(f"{self.folder}: names no index that is there")

    def bring_up_to_date(
        self, records: Records, entries: Mapping[str, Entry], step: Step, *, again: bool = False
    ) -> bool:
        """Make the generation of these entries the current one; returns whether it was not.

        With ``again`` it is made again even if it is there.  The store's lock must be held.
        Raises `StoreError` if a record is damaged or the disk is full.
        """
        wanted = generation(entries.values())
        current = self.current()
        if current == wanted and not again:
            return False
        place = self.folder / wanted
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if again or not (place / "CONTENTS").is_file():
                made = self._make(beside(place), None if again else current, records, entries, step)
                shutil.rmtree(place, ignore_errors=True)
                made.rename(place)
                sync_folder(self.folder)
        except OSError as error:
            raise StoreError(
                f"{self.folder}: the index cannot be made ({error}); see to the disk's room and "
                "the folder's permissions, then build again: the records are kept"
            ) from error
        write_whole(self.folder / "CURRENT", wanted.encode())
        self._sweep(wanted)
        return True

    def _make(
        self, made: Path, current: str | None, records: Records, entries: Mapping[str, Entry],
        step: Step,
    ) -> Path:  # fmt: skip
        """A new generation in the folder ``made``, from the current one if little changed."""
        changes = self._changes(current, records, entries) if current else None
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
        if changes is None or not mend_merge(self.folder / str(current), made, changes, step):
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            make_merge(made, {e.graph: records.path(e.key) for e in entries.values()}, step)
        records.link(made, entries)
        for make in self._beside_it:
            make(made, self.folder / current if current else None, step)
        write_whole(made / MADE_BY, __version__.encode())
        write_whole(made / "CONTENTS", _contents_text(entries))
        return made

    def _changes(
        self, current: str, records: Records, entries: Mapping[str, Entry]
    ) -> list[RecordChange] | None:
        """What differs between a generation and the records; None if it is of no use for them."""
        before = self._contents(current)
        if before is None:
            return None
        after = {entry.graph: entry.digest for entry in entries.values()}
        graphs = sorted(g for g in {*before, *after} if before.get(g) != after.get(g))
        if len(graphs) > MOST * len(before) + 1:
            return None
        old = Records(self.folder / current)
        held = {entry.graph: entry for entry in old.entries().values()}
        # its records are the same files as those of the store, which somebody may have edited
        if any(
            g in before and not (g in held and old.holds(held[g].key, before[g])) for g in graphs
        ):
            return None
        was = {graph: old.path(entry.key) for graph, entry in held.items()}
        is_ = {entry.graph: records.path(entry.key) for entry in entries.values()}
        return [RecordChange(graph, was.get(graph), is_.get(graph)) for graph in graphs]

    def _contents(self, name: str) -> dict[str, str] | None:
        """Graph IRI -> digest of the record that a generation holds; None if of another form."""
        rows = (self.folder / name / "CONTENTS").read_text(encoding="utf-8").splitlines()
        if rows[:1] != [FORM]:
            return None
        pairs = (row.partition("\t") for row in rows[1:])
        return {graph: digest for graph, _, digest in pairs}

    def _sweep(self, wanted: str) -> None:
        """Remove what killed builds left behind, and old generations that nobody reads."""
        others = [path for path in self.folder.iterdir() if path.name not in (wanted, "CURRENT")]
        finished = [path for path in others if path.name[0] != "."]
        finished.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in finished[KEPT:]:
            _remove_unread(path)
        for path in others:
            if path.name[0] == ".":
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def generation(entries: Iterable[Entry]) -> str:
    """The name of the index that holds just these records and slips."""
    digest = hashlib.sha256(FORM.encode())
    names = [each.name for each in fields(Entry)]
    for entry in sorted(entries, key=lambda entry: entry.key):
        # its values are texts, numbers and what JSON has: nothing need be copied as `asdict` does
        slip = {name: getattr(entry, name) for name in names}
        digest.update(json.dumps(slip, sort_keys=True).encode())
    return digest.hexdigest()[:24]


def open_folder(place: Path) -> pyoxigraph.Store:
    """An Oxigraph folder, to ask only.  Raises `DamagedIndex` if it cannot be opened."""
    import pyoxigraph

    try:
        return pyoxigraph.Store.read_only(str(place))
    # what Oxigraph raises for broken files of its own
    except (OSError, RuntimeError) as error:
        raise DamagedIndex(f"{place}: {error}") from error


def _pin(place: Path) -> int | None:
    """A descriptor that holds a shared lock on a generation; None if it was taken away."""
    try:
        pin = os.open(place / "CONTENTS", os.O_RDONLY)
    except FileNotFoundError:
        return None
    fcntl.flock(pin, fcntl.LOCK_SH)
    if os.fstat(pin).st_nlink:
        return pin
    os.close(pin)
    return None


def _remove_unread(place: Path) -> None:
    """Remove a generation unless a reader has pinned it."""
    try:
        stream = (place / "CONTENTS").open("rb")
    except FileNotFoundError:
        shutil.rmtree(place)
        return
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        # first what makes it a generation, so that nobody opens the half of it
        (place / "CONTENTS").unlink()
        shutil.rmtree(place)


def _contents_text(entries: Mapping[str, Entry]) -> bytes:
    rows = sorted(f"{entry.graph}\t{entry.digest}" for entry in entries.values())
    return "".join(row + "\n" for row in [FORM, *rows]).encode()
