"""All kinds of faults, and how many of each one round tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import exports, kills, long_life, mutants, names, pushes, together, trouble
from tests.faults.mutations import MUTATIONS
from tests.faults.workshop import Workshop

#: Tries a kind: (workshop, its name, seed, how many).
Try = Callable[[Workshop, str, int, int], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault."""

    tried: Try
    #: how many a round tries
    count: int
    #: whether only the first round tries it
    once: bool = False


KINDS: dict[str, Kind] = {
    **{kind: Kind(mutants.try_mutants, mutants.BATCH) for kind in MUTATIONS},
    "files given": Kind(mutants.try_given, 1000, once=True),
    "kill at a file event": Kind(kills.try_events, 40),
    "kill at a moment": Kind(kills.try_moments, 3),
    "kill of an export": Kind(exports.try_exports, 6),
    "kill of a push": Kind(pushes.try_pushes, 6),
    "file event that fails": Kind(trouble.try_failing, 6),
    "file too large": Kind(trouble.try_small_files, 2),
    "full disk": Kind(trouble.try_full_disk, 2),
    "clock that jumps": Kind(trouble.try_clock, 2),
    "files that change": Kind(trouble.try_changing, 3),
    "two builds at once": Kind(together.try_two_builds, 1),
    "readers during a build": Kind(together.try_readers, 9),
    "odd names": Kind(names.try_names, 1),
    "many files": Kind(long_life.try_many_files, long_life.MANY, once=True),
    "long life": Kind(long_life.try_long_life, long_life.BUILDS, once=True),
}
