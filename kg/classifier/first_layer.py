"""The first layer: which features of sentences are known, and the sums of their weights.

A table of hashes tells in one step where a feature would stand; a sorted search takes seventeen.
The rows of weights (a row a feature, a byte a class) stay bytes until a few sentences' are added
up: a row is then 64 bytes instead of 256, and fetching rows from memory is what the first layer
waits for.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
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


#: Sentences whose rows are fetched together: few enough to stay in the processor's cache.
AT_ONCE = 8
#: The bytes of a row are a multiple of this.
ROW = 64


class Weights:
    """The weight of each feature for each class, and its own (the rarer it is, the more)."""

    def __init__(self, arrays: Any) -> None:
        """From the arrays of a model, which hold only the weights that are not 0."""
        import numpy as np

        self._idf: Floats = arrays["idf"]
        self._scale: Floats = arrays["scale"]
        starts = arrays["starts"].astype(np.int64)
        # at least one column more than classes: see `sums`
        width = (len(self._scale) // ROW + 1) * ROW
        self._rows = np.zeros((len(self._idf), width), np.int8)
        features = np.repeat(np.arange(len(self._idf)), np.diff(starts))
        self._rows[features, arrays["classes"]] = arrays["weights"]

    def __len__(self) -> int:
        """How many features there are."""
        return len(self._idf)

    def sums(self, count: int, sentence: Integers, feature: Integers) -> Floats:
        """The sums of ``count`` sentences, for a length of 1: a row a sentence, a column a class.

        ``sentence`` is in order, and ``feature`` gives it each of its features once.
        """
        import numpy as np

        summed = np.zeros((count, self._rows.shape[1]), np.float32)
        own = self._idf.take(feature)
        starts = np.flatnonzero(np.diff(sentence, prepend=-1))
        which = sentence[starts].tolist()
        bounds = [*starts.tolist(), len(sentence)]
        for first in range(0, len(which), AT_ONCE):
            some = bounds[first : first + AT_ONCE + 1]
            rows = self._rows.take(feature[some[0] : some[-1]], axis=0).astype(np.float32)
            # the column behind the classes adds up the squares: the length of the sentence
            rows[:, -1] = own[some[0] : some[-1]]
            for place, (start, end) in enumerate(pairwise(some), first):
                part = rows[start - some[0] : end - some[0]]
                np.dot(own[start:end], part, out=summed[which[place]])
        length = np.sqrt(summed[:, -1:]) + np.float32(1e-9)
        sums: Floats = summed[:, : len(self._scale)] * self._scale / length
        return sums
