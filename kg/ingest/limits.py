"""How much processor time and memory the reading of one file may take.

The longest report of 668 real ones takes a sixtieth of either.  Processor time is counted, not
elapsed time, so that a busy machine stores the same as an idle one.
"""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Processor seconds that the reading of one file may take.
SECONDS = 60
#: Seconds more after which a process that does not hear the first signal is ended by the system.
GRACE = 5
#: Bytes of address space of a process that reads.
MEMORY = 3 * 2**30


class TooLong(BaseException):
    """The time of a file is up.  It is no `Exception`: nothing on the way takes it for its own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises `TooLong` in this (the main) thread after so many seconds of its processor time.

    A library that does not give the thread back is ended with its process by SIGPROF.
    """

    def stop(signum: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    try:
        # again each second, for the first may be lost in a library's callback
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
        signal.setitimer(signal.ITIMER_PROF, seconds + GRACE)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGVTALRM, before)


def limit_memory(size: int) -> None:
    """Let this process have no more address space than this, in bytes, for good.

    What does not fit raises `MemoryError`, or ends the process where a library cannot go on.
    macOS does not hold processes to it.
    """
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or size < most:
        resource.setrlimit(resource.RLIMIT_AS, (size, most))


def too_long(seconds: float) -> str:
    """What is said of a file whose time is up."""
    return (
        f"takes more than {seconds:g} s of processor time to read, as no report does; "
        "is it another kind of document, or made to be slow?"
    )


def too_large(size: int) -> str:
    """What is said of a file whose reading needs more memory than it may have."""
    return (
        f"needs more than {size / 2**30:g} GB of memory to be read, as no report does; "
        "is it another kind of document, or made to be large?"
    )
