"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from kg.errors import StoreError

#: End of the names of files and folders that are not finished.
UNFINISHED = ".new"


def beside(path: Path) -> Path:
    """Where something is made that will be renamed to ``path``: in the same folder, hidden."""
    return path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, force it to the disk, then rename it into place.

    Killed at any point, the old file is there or the new one, never a piece.  Raises
    `StoreError` if the disk is full or may not be written to.
    """
    unfinished = beside(path)
    try:
        try:
            with unfinished.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(path)
            sync_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written ({error.strerror}); see to the disk's room and the "
            "folder's permissions, then build again"
        ) from error


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk: without it a rename may be lost with the power."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
