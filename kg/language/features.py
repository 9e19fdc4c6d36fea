"""What the classifier sees of sentences: words, neighbouring words, and their beginnings.

The beginnings (six letters) stand in for word stems: "improvement", "improved" and "improving"
are one.  Numbers are all the same number.  Every feature is a whole number, so that all
sentences of a report are coded at once: the numbers of one, two or three words side by side,
with the kind of feature in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

TOKEN = re.compile(r"[a-z]++(?:\u2019[a-z]++)?+|\d++|[%;:?,^$\n]")
#: Signs that this module puts around sentences, so that none may be in them.
OWN_SIGNS = re.compile(r"[\^$\n]")
#: Parts sentences while they are one text; no report holds it.
BETWEEN = "\x1e"
#: Letters of a word's beginning.
STEM = 6
#: Room for the number of a word, in bits.
BITS = 20


@dataclass(frozen=True, slots=True)
class Words:
    """The known words and beginnings, numbered from 1; 0 is an unknown one, or no word."""

    numbers: Mapping[str, int]
    stems: Mapping[str, int]
    #: number of a word -> number of its beginning
    stem_of: Integers


def number_words(words: Iterable[str]) -> Words:
    """Number words in the order they are given."""
    import numpy as np

    listed = list(words)
    numbers = {word: number for number, word in enumerate(listed, 1)}
    stems: dict[str, int] = {}
    stem_of = np.zeros(len(listed) + 1, np.int64)
    for word, number in numbers.items():
        stem_of[number] = stems.setdefault(word[:STEM], len(stems) + 1)
    return Words(numbers, stems, stem_of)


def tokens(sentences: Iterable[str]) -> list[str]:
    """The words and signs of sentences, each between "^" and "$", a newline behind each."""
    joined = OWN_SIGNS.sub(" ", BETWEEN.join(sentences)).lower().replace("'", "\u2019")
    found = TOKEN.findall("^ " + joined.replace(BETWEEN, " $\n^ ") + " $\n")
    return ["0" if token.isdecimal() else token for token in found]


def coded(sentences: Sequence[str], words: Words) -> tuple[Integers, Integers]:
    """The features of sentences: for each, the place of its sentence, and its number."""
    import numpy as np

    found = tokens(sentences)
    get = words.numbers.get
    word = np.fromiter(map(get, found, repeat(0)), np.int64, len(found))
    stem = words.stem_of[word]
    ends = np.zeros(len(found), np.int64)
    for place in np.flatnonzero(word == 0).tolist():
        token = found[place]
        if token == "\n":
            ends[place] = 1
        else:
            stem[place] = words.stems.get(token[:STEM], 0)
    sentence = np.cumsum(ends) - ends
    places, numbers = [], []
    for kind, (values, length) in enumerate(
        ((word, 1), (word, 2), (word, 3), (stem, 1), (stem, 2))
    ):
        code, whole = values.copy(), values > 0
        for further in range(1, length):
            code = (code[:-1] << BITS) | values[further:]
            whole = whole[:-1] & (values[further:] > 0)
        places.append(sentence[: len(code)][whole])
        numbers.append(code[whole] | (kind << (3 * BITS)))
    return np.concatenate(places), np.concatenate(numbers)
