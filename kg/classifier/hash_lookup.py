"""Finds many numbers in a fixed set at once.

A table of hashes tells in one step where a number would stand; a sorted search takes seventeen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

#: An odd number whose bits look random (2**64 divided by the golden ratio).
SPREAD = 0x9E3779B97F4A7C15
BITS = 21


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Where each key of a sorted array stands in it."""

    keys: Integers
    #: hash -> place of the first key that has it, -1 if none
    table: NDArray[np.int32]
    #: all other keys, in order, and their places
    others: Integers
    crowded: Integers

    def find(self, numbers: Integers) -> tuple[NDArray[np.bool_], Integers]:
        """Which numbers are keys, and the places of those that are."""
        import numpy as np

        if not len(self.keys):
            return np.zeros(len(numbers), np.bool_), np.zeros(0, np.int64)
        place = self.table.take(_hashed(numbers)).astype(np.int64)
        occupied = place >= 0
        known = occupied & (self.keys.take(place) == numbers)
        # another key has its place: it may be among those that were crowded out
        missed = np.flatnonzero(occupied & ~known)
        if len(self.crowded) and len(missed):
            sought = numbers[missed]
            found = np.minimum(np.searchsorted(self.others, sought), len(self.others) - 1)
            hit = self.others[found] == sought
            known[missed[hit]] = True
            place[missed[hit]] = self.crowded[found[hit]]
        return known, place[known]


def make_lookup(keys: Integers) -> Lookup:
    """A `Lookup` of keys that are sorted and distinct."""
    import numpy as np

    table = np.full(1 << BITS, -1, np.int32)
    hashes = _hashed(keys)
    # of several keys with one hash, the last that is written stays
    table[hashes] = np.arange(len(keys), dtype=np.int32)
    crowded = np.flatnonzero(table[hashes] != np.arange(len(keys)))
    return Lookup(keys, table, keys[crowded], crowded)


def _hashed(numbers: Integers) -> Integers:
    import numpy as np

    spread: NDArray[np.uint64] = numbers.view(np.uint64) * np.uint64(SPREAD)
    # as the kind of number that numpy takes for a place without turning it into another
    return (spread >> np.uint64(64 - BITS)).view(np.int64)
