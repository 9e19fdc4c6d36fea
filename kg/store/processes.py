"""Processes that work for this one: none runs the user's script again, none outlives it.

They are forked from a server that has no threads: a process with threads, as Oxigraph starts
some, may fork one that waits for ever for what a thread held.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext
from types import ModuleType


def server_context(preloaded: list[str]) -> ForkServerContext:
    """Processes that are forked in milliseconds; the server imports these modules once."""
    context = get_context("forkserver")
    context.set_forkserver_preload(preloaded)
    return context


@contextmanager
def without_main() -> Iterator[None]:
    """Let a process that starts now not run the user's script again: it needs nothing of it.

    Nor take modules from the folder that it starts in, which may hold another ``kg``.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    safe = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if safe is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = safe


#: Set, Python does not look for modules in the folder that it was started in.
SAFE_PATH = "PYTHONSAFEPATH"


def serve_parent() -> None:
    """Hear no Ctrl-C, which the parent hears, and end when the parent does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
