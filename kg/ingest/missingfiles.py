"""Reports whose file is not there any more."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ingest.acceptance import is_not_stored
from kg.ingest.files import path_of, source_of
from kg.ingest.outcome import Fate

if TYPE_CHECKING:
    from kg.store import Entry, Writer

#: Above this share of the stored reports, `prune` asks first.
MOST = 0.1
#: Of reports that were taken out, so many are named.
NAMED = 3


def gone_from(folders: Sequence[Path], writer: Writer, store: Path) -> list[Entry]:
    """The records of what was read from these folders and has no file there any more.

    What was kept of files of which no report is stored is taken out at once.
    """
    places = [Path(os.path.realpath(folder)) for folder in folders]
    paths = [(entry, _path(entry, store)) for entry in writer.entries() if entry.source]
    gone = [
        entry
        for entry, path in paths
        if any(path.is_relative_to(place) for place in places) and not os.path.lexists(path)
    ]
    for entry in filter(is_not_stored, gone):
        writer.remove(entry.key)
    return [entry for entry in gone if not is_not_stored(entry)]


def prune(
    gone: Sequence[Entry], writer: Writer, store: Path, *, sure: bool
) -> tuple[list[str], list[str]]:
    """Take these reports out; what is to be complained of, and what is worth a line.

    Unless ``sure``, nothing is taken out if that is more than a tenth of what is stored.
    """
    count = sum(1 for entry in writer.entries() if entry.source and not is_not_stored(entry))
    if len(gone) > MOST * count and not sure:
        return [
            f"--prune would take out {len(gone)} of {count} reports "
            f"({path_of(gone[0].source, store)}{', ...' if len(gone) > 1 else ''}) and has taken "
            "out none; if their files are meant to be gone, give --yes as well"
        ], []
    for entry in gone:
        writer.remove(entry.key)
    if not gone:
        return [], []
    names = ", ".join(str(path_of(entry.source, store)) for entry in gone[:NAMED])
    more = f" and {len(gone) - NAMED} more" if len(gone) > NAMED else ""
    were = "was" if len(gone) == 1 else "were"
    return [], [
        f"{len(gone)} of {count} stored reports {were} taken out, for the files are gone: "
        f"{names}{more}"
    ]


def moved(
    files: Mapping[Path, str], before: Mapping[str, Entry], fates: Mapping[Path, Fate], store: Path
) -> list[str]:
    """The line that says that files lie elsewhere now than when their reports were stored.

    ``files`` have their hashes, ``before`` is what was stored of each hash.
    """
    found = [
        (path_of(before[sha256].source, store), path)
        for path, sha256 in files.items()
        if sha256 in before and fates[path] is not Fate.UNCHANGED
        if before[sha256].source != source_of(path, store)
        and not os.path.lexists(_path(before[sha256], store))
    ]
    if not found:
        return []
    old, new = found[0]
    count = "1 report lies" if len(found) == 1 else f"{len(found)} reports lie"
    return [f"{count} elsewhere than when stored ({old} is now {new}) and was read anew"]


def still_held(gone: Sequence[Entry], store: Path) -> list[str]:
    """The line that says that they are still in the store, if there are any."""
    if not gone:
        return []
    first = path_of(gone[0].source, store)
    return [
        f"{len(gone)} stored report{'s have' if len(gone) > 1 else ' has'} no file any more "
        f"({first}{', ...' if len(gone) > 1 else ''}); --prune takes them out"
    ]


def _path(entry: Entry, store: Path) -> Path:
    return Path(os.path.normpath(Path(os.path.realpath(store), entry.source)))
