"""What the classifier sees of a sentence: its words, neighbouring words, and their beginnings.

The beginnings (six letters) stand in for word stems: "improvement", "improved" and "improving"
are one.  Numbers are all the same number.
"""

from __future__ import annotations

import re
from itertools import pairwise

WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?|\d+|[%;:?,]")
DIGITS = re.compile(r"\d+")
#: Letters of a word's beginning.
STEM = 6


def features(sentence: str) -> list[str]:
    """The features of a sentence, repeats among them.

    "word", "two words", "three words in order" as they are, "~begin", "~begin beginn" cut short;
    "^" and "$" stand for the start and the end.
    """
    text = DIGITS.sub("0", sentence.lower().replace("'", "\u2019"))
    words = ["^", *WORD.findall(text), "$"]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    triples = [f"{a} {b}" for a, b in zip(pairs, words[2:], strict=False)]
    stems = ["~" + word[:STEM] for word in words]
    near = [f"{a} {b[1:]}" for a, b in pairwise(stems)]
    return words + pairs + triples + stems + near
