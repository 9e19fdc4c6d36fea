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
def output(path: Path) -> Iterator[BinaryIO]:
    """A stream to write to; "-" is standard output.

    A file is written beside its place and renamed into it at the end.  Links are followed;
    devices and pipes are written to as they are.  Raises `StoreError` for a folder.
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
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as stream:
            yield stream
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
