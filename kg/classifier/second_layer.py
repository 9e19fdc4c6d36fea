"""What the second layer of the classifier sees: a sentence's sums among those around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Sentences on either side that count as the surroundings.
AROUND = 5
#: What stands for the sums of a neighbour that is not there.
ABSENT = -1.0
#: Sentences whose polarity sums the second layer sees (its own, two before, one behind), and the
#: signs beside them (same paragraph before, behind, bullet, item).
POLARITY_SUMS, POLARITY_SIGNS = 4, 4
#: What the second layer sees for each theme.
THEME_INPUTS = 10


def polarity_input(
    sums: Floats,
    paragraphs: Sequence[int],
    bullets: Sequence[bool],
    kinds: Sequence[str | None],
    known: Sequence[str],
) -> Floats:
    """What the second layer sees for polarity: a row a sentence.

    The sums of the sentence, of the two before it and of the one behind it; whether the one
    before and the one behind are of its paragraph; whether it is a bullet; whether it is an item
    of an improvement list (its paragraph has a number below 0); and for each of the ``known``
    kinds of section, whether it stands in one: under "Key strengths" the same words say more.
    """
    import numpy as np

    same = _same(paragraphs)
    return np.concatenate(
        [
            sums,
            _shifted(sums, 1),
            _shifted(sums, -1),
            _shifted(sums, 2),
            same[:, None],
            np.append(same[1:], 0)[:, None],
            np.array(bullets, dtype=np.float32)[:, None],
            (np.array(paragraphs) < 0)[:, None],
            one_of(kinds, known),
        ],
        axis=1,
    ).astype(np.float32)


def theme_input(sums: Floats, paragraphs: Sequence[int]) -> Floats:
    """What the second layer sees for themes: sentence, theme, input.

    The theme's own sum and its square, those of the sentences before and behind, once more if
    they are of one paragraph, the mean of the surroundings, and the largest sum of any theme.
    """
    import numpy as np

    same = _same(paragraphs)[:, None]
    behind = np.append(same[1:], 0)[:, None]
    before, after = _shifted(sums, 1), _shifted(sums, -1)
    seen = np.empty((*sums.shape, THEME_INPUTS), np.float32)
    for place, each in enumerate(
        (
            sums,
            np.maximum(sums, -0.6) ** 2,
            before,
            after,
            before * same,
            after * behind,
            _surroundings(sums),
            sums.max(1, keepdims=True),
            same,
            behind,
        )
    ):
        seen[:, :, place] = each
    return seen


def one_of(kinds: Sequence[str | None], known: Sequence[str]) -> Floats:
    """A row a sentence, a column a known kind: 1 where the sentence is of it, else 0."""
    import numpy as np

    column = {kind: number for number, kind in enumerate(known)}
    found = np.array([column.get(kind, -1) if kind else -1 for kind in kinds], np.int64)
    columns: Floats = (found[:, None] == np.arange(len(known))).astype(np.float32)
    return columns


def _same(paragraphs: Sequence[int]) -> Floats:
    """1 where a sentence is of the same paragraph as the one before it."""
    import numpy as np

    numbers = np.array(paragraphs)
    return np.append(0, numbers[1:] == numbers[:-1]).astype(np.float32)


def _shifted(sums: Floats, by: int) -> Floats:
    """The sums of the sentence ``by`` places before."""
    import numpy as np

    shifted = np.full_like(sums, ABSENT)
    if by > 0:
        shifted[by:] = sums[:-by]
    else:
        shifted[:by] = sums[-by:]
    return shifted


def _surroundings(sums: Floats) -> Floats:
    """The mean of the sums of up to `AROUND` sentences on either side, the sentence left out."""
    import numpy as np

    count = len(sums)
    if count == 1:
        return np.full_like(sums, ABSENT)
    running = np.concatenate([np.zeros_like(sums[:1]), np.cumsum(sums, axis=0, dtype=np.float64)])
    first = np.maximum(np.arange(count) - AROUND, 0)
    last = np.minimum(np.arange(count) + AROUND + 1, count)
    mean = (running[last] - running[first] - sums) / (last - first - 1)[:, None]
    rounded: Floats = mean.astype(np.float32)
    return rounded
