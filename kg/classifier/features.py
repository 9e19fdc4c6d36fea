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
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

TOKEN = re.compile(r"[a-z]++(?:\u2019[a-z]++)?+|\d++|[%;:?,]")
#: Signs that this module puts around sentences, and behind each.
BEGINS, ENDS, BEHIND = "^", "$", "\n"
#: Parts sentences while they are one text; no report holds it.
BETWEEN = "\x00"
#: Letters of a word's beginning.
STEM = 6
#: Room for the number of a word, in bits.
BITS = 20
#: A code that is no word's: a sentence has ended.
ENDED = 1 << (2 * BITS)
#: So many printed words are kept with their codes.
MOST_PRINTED = 200_000


class PrintedWords(dict[str, tuple[int, ...]]):
    """Printed words ("Children's,"), each with the codes of its words and signs.

    A code is the number of a word and, above it, that of its beginning.  A printed word is coded
    when it is first asked for and then kept: a report repeats its words, and others' too.
    """

    def __init__(self, numbers: Mapping[str, int], stems: Mapping[str, int]) -> None:
        super().__init__()
        self._numbers, self._stems = numbers, stems
        self[BETWEEN] = (self._code(ENDS), ENDED, self._code(BEGINS))

    def __missing__(self, printed: str) -> tuple[int, ...]:
        codes = tuple(map(self._code, _tokens(printed)))
        if len(self) < MOST_PRINTED:
            self[printed] = codes
        return codes

    def _code(self, token: str) -> int:
        return self._numbers.get(token, 0) | self._stems.get(token[:STEM], 0) << BITS


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The known words, numbered from 1; 0 is an unknown one, or no word."""

    numbers: Mapping[str, int]
    printed: PrintedWords


def number_words(words: Iterable[str]) -> KnownWords:
    """Number words in the order they are given."""
    numbers = {word: number for number, word in enumerate(words, 1)}
    stems: dict[str, int] = {}
    for word in numbers:
        stems.setdefault(word[:STEM], len(stems) + 1)
    return KnownWords(numbers, PrintedWords(numbers, stems))


def tokens(sentences: Iterable[str]) -> list[str]:
    """The words and signs of sentences, each between "^" and "$", a newline behind each."""
    found: list[str] = []
    for sentence in sentences:
        found += (BEGINS, *chain.from_iterable(map(_tokens, sentence.split())), ENDS, BEHIND)
    return found


def _tokens(printed: str) -> list[str]:
    """The words and signs of one printed word."""
    found = TOKEN.findall(printed.lower().replace("'", "\u2019"))
    return ["0" if token.isdecimal() else token for token in found]


def coded(sentences: Sequence[str], words: KnownWords) -> tuple[Integers, Integers]:
    """The features of sentences: for each, the place of its sentence, and its number."""
    import numpy as np

    printed = f" {BETWEEN} ".join(["", *sentences, ""]).split()
    codes = np.fromiter(chain.from_iterable(map(words.printed.__getitem__, printed)), np.int64)
    # before the first sentence none ends, and behind the last none begins
    codes = codes[2:-1]
    room = (1 << BITS) - 1
    word, stem, ends = codes & room, codes >> BITS & room, codes >> (2 * BITS)
    sentence = np.cumsum(ends) - ends
    places, numbers = [], []
    for kind, (values, length) in enumerate(
        ((word, 1), (word, 2), (word, 3), (stem, 1), (stem, 2))
    ):
        code, whole = values, values > 0
        for further in range(1, length):
            code = (code[:-1] << BITS) | values[further:]
            whole = whole[:-1] & (values[further:] > 0)
        where = np.flatnonzero(whole)
        places.append(sentence.take(where))
        numbers.append(code.take(where) | (kind << (3 * BITS)))
    return np.concatenate(places), np.concatenate(numbers)
