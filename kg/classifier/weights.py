"""The first layer's weights: a row a feature, a byte a class.

The rows stay bytes until a few sentences' are added up: a row is then 64 bytes instead of 256,
and fetching rows from memory is what the first layer waits for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

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
