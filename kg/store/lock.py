"""One build at a time on a store; the system takes the lock away from a process that dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError


class NotWritable(StoreError):
    """The folder of a store may only be read."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the store's lock.  Raises `StoreError` at once if another process holds it."""
    path = folder / "lock"
    try:
        stream = path.open("a+")
    except OSError as error:
        raise NotWritable(
            f"{path}: cannot be written ({error.strerror}); give a --store that you may write to"
        ) from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.seek(0)
            holder = stream.read().strip() or "unknown"
            raise StoreError(
                f"{folder}: another build (process {holder}) is at work on this store; "
                "wait until it has finished, or give another --store"
            ) from None
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        yield
