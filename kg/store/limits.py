"""How long a query may take, and how much memory."""

from __future__ import annotations

import resource
from dataclasses import dataclass

#: Bytes of memory that a query may take unless more is asked for.
MEMORY = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one query."""

    #: of elapsed time
    seconds: float
    #: bytes
    memory: int = MEMORY


def limit_memory(size: int) -> None:
    """Let this process have no more memory of its own than this, in bytes, for good.

    Files that are mapped into its addresses do not count.  macOS does not hold processes to it.
    """
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or size < most:
        resource.setrlimit(resource.RLIMIT_DATA, (size, most))
