"""Where an export goes: a file that is there whole or not at all, or a stream."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError


@contextmanager
def output(path: Path, *, new_folder: bool = True) -> Iterator[BinaryIO]:
    """A stream to write to; "-" is standard output.

    A file is written beside its place and renamed into it at the end.  Links are followed;
    devices and pipes are written to as they are.  ``new_folder`` makes the folder that it is to be
    in.  Raises `StoreError` for a folder, or for a file in a folder that is not there.
    """
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    path = path.resolve()
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; give a file in it")
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    if new_folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.parent.is_dir():
        raise StoreError(f"{path.parent}: there is no such folder; make it, or give another file")
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as stream:
            yield stream
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
