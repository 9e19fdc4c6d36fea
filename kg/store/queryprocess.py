"""Queries in a process of their own, which is ended when the time of one is up.

Oxigraph has no time limit of its own, and while it works no signal is heard: a query that would
take an hour can only be ended from outside.
"""

from __future__ import annotations

import signal
import sys
import weakref
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import KgError, QueryError
from kg.store.answers import Found, answer
from kg.store.index import DamagedIndex, open_folder
from kg.store.limits import Limits, limit_memory

#: Seconds after which a process whose parent is gone is ended by the system, beyond its time.
GRACE = 5


class LimitedIndex:
    """The index in a folder, asked in a process that begins with the first question."""

    def __init__(self, place: Path, limits: Limits) -> None:
        self._place = place
        self._limits = limits
        self._running: tuple[BaseProcess, Connection] | None = None

    def answer(self, sparql: str) -> Found:
        """The answer to a query.

        Raises `QueryError` if it takes more than it may, `DamagedIndex` if the index is broken.
        """
        process, mine = self._running = self._running or self._start()
        try:
            mine.send(sparql)
            if not mine.poll(self._limits.seconds):
                raise QueryError(
                    f"no answer within {self._limits.seconds:g} seconds; "
                    "ask for less, or give a longer --timeout"
                )
            found: Found | Exception = mine.recv()
        # of what ends the process, an answer that was half sent is only told by its ending
        except (EOFError, ConnectionError):
            self._end(process, mine)
            raise QueryError(
                "the query's process ended without an answer, as it does for want of memory "
                f"(it may have {self._limits.memory / 2**30:g} GB); ask for less, or give a "
                "larger --memory"
            ) from None
        except BaseException:
            self._end(process, mine)
            raise
        if isinstance(found, Exception):
            raise found
        return found

    def _start(self) -> tuple[BaseProcess, Connection]:
        context = _context()
        mine, its = context.Pipe()
        process = context.Process(
            target=_serve,
            # a forked process has the other end as well, and would never see it closed
            args=(
                its,
                mine if isinstance(context, ForkContext) else None,
                self._place,
                self._limits,
            ),
            daemon=True,
        )
        process.start()
        its.close()
        weakref.finalize(self, _end, process, mine)
        return process, mine

    def _end(self, process: BaseProcess, mine: Connection) -> None:
        self._running = None
        _end(process, mine)


def _end(process: BaseProcess, mine: Connection) -> None:
    mine.close()
    if process.is_alive():
        process.kill()
    process.join()


def _context() -> ForkContext | SpawnContext:
    """A fork takes a millisecond and a new interpreter a tenth of a second; but what has other
    threads cannot be forked safely, nor can a process of macOS.
    """
    if sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1:
        return get_context("fork")
    return get_context("spawn")


def _serve(its: Connection, other: Connection | None, place: Path, limits: Limits) -> None:
    """Answer what is asked until the one who asks has gone."""
    # who asks is told of ^C, and ends this process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if other is not None:
        other.close()
    limit_memory(limits.memory)
    index = None
    # the one who asked may go away at any time
    with suppress(EOFError, ConnectionError):
        while True:
            sparql: str = its.recv()
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE)
            found: Found | KgError | DamagedIndex
            try:
                index = index or open_folder(place)
                found = answer(index, sparql)
            except (KgError, DamagedIndex) as error:
                found = error
            except MemoryError:
                # said by the one who asked, as where the process ends
                return
            its.send(found)
            signal.setitimer(signal.ITIMER_REAL, 0)
