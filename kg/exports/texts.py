"""The clean texts of the reports, in which their quotes stand."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.exports.files import output
from kg.exports.registry import Options, Written
from kg.store import Store


def export(store: Store, place: Path, options: Options) -> Written:
    """Write the clean text of each report.

    UTF-8, pages parted by form feeds; ``cs:textStart`` and ``cs:textEnd`` count its characters,
    and ``cs:textSha256`` is the hash of the file.  Raises `StoreError` for reports without
    a text, which an older version of this program stored.
    """
    written = []
    for key, entry in store.entries.items():
        text = store.text(key)
        if text is None:
            if entry.source and entry.family:
                raise StoreError(
                    f"{key}: has no text, as an older version stored it; build its report again"
                )
            continue
        written.append(place / f"{key}.txt")
        with output(written[-1]) as stream:
            stream.write(text.encode())
    return Written(tuple(written))
