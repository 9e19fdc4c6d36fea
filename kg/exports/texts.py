"""The clean texts of the reports, in which their quotes stand."""

from __future__ import annotations

from pathlib import Path

from kg.errors import StoreError
from kg.exports.files import output
from kg.exports.registry import Options, Written
from kg.store import Store


def write_texts(store: Store, place: Path) -> list[Path]:
    """Write the clean text of each report, and return the files.

    UTF-8, pages parted by form feeds; ``cs:textStart`` and ``cs:textEnd`` count its characters,
    and ``cs:textSha256`` is the hash of the file.  Raises `StoreError` for "-", and for reports
    without a text, which an older version of this program stored.
    """
    if str(place) == "-":
        raise StoreError("-: these are several files; give a folder")
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
    return written


def export(store: Store, out: Path, options: Options) -> Written:
    """`write_texts` as `kg.exports.registry` calls it."""
    return Written(tuple(write_texts(store, out)))
