"""Where an export goes: files that are there whole or not at all, or a stream."""

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
    devices and pipes are written to as they are.  The folder that it is to be in is made.  Raises
    `StoreError` for a folder.
    """
    with outputs() as files, files.output(path) as stream:
        yield stream


@contextmanager
def outputs() -> Iterator[Outputs]:
    """Several files that belong together: they take their places when all are written.

    Those that stood there before go first.  So whoever looks meanwhile, or after the program was
    killed, may miss some and never has some of the old beside some of the new.
    """
    files = Outputs()
    try:
        yield files
        files.settle()
    finally:
        files.clear()


class Outputs:
    """The files that were written and are not in their places yet."""

    def __init__(self) -> None:
        #: place -> the unfinished file beside it
        self._written: dict[Path, Path] = {}

    @contextmanager
    def output(self, path: Path) -> Iterator[BinaryIO]:
        """A stream for one of them, as the function `output` gives it."""
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
        self._written[path] = beside
        with beside.open("wb") as stream:
            yield stream

    def settle(self) -> None:
        """Let all take their places."""
        if len(self._written) > 1:
            for path in self._written:
                path.unlink(missing_ok=True)
        for path, beside in self._written.items():
            beside.replace(path)

    def clear(self) -> None:
        """Take away what is not in its place."""
        for beside in self._written.values():
            beside.unlink(missing_ok=True)


def is_stream(path: Path) -> bool:
    """Whether what is written to a path stays nowhere: standard output, a pipe, a device."""
    return str(path) == "-" or (path.exists() and not path.is_file())
