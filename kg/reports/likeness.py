"""How alike two headings are, word by word, or letter by letter where they are short."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from kg.text.words import normalise

WORD = re.compile(r"[^\W\d_]+")
#: What a heading says of its section: a grade behind a colon, a dash or "is".
SAID = re.compile(r"\s*(?::|\u2013|\(|\b(?:is|are|requires?)\b).*$", re.S)
#: Headings of fewer words than this are compared by their letters, and must be nearly the same.
FEW = 4
NEARLY = 0.9


def likeness(text: str, words: str) -> float:
    """From 0 to 1; what a heading says of its section (": good") and plurals do not count.

    >>> likeness("The experiences of children in care: good",
    ...          "The experiences and progress of children in care") > 0.8
    True
    >>> likeness("Main findings", "Inspection findings")
    0.0
    """
    here, there = _heading(text), _words(words)
    if min(len(here), len(there)) >= FEW:
        # what tells one heading from its neighbours stands at its end
        alike = here[-1] == there[-1]
        return SequenceMatcher(None, here, there, autojunk=False).ratio() if alike else 0.0
    one, other = " ".join(here), " ".join(there)
    length = len(one) + len(other)
    if length and 2 * min(len(one), len(other)) / length < NEARLY:
        return 0.0  # they are too unlike in length, and comparing letters is dear
    rate = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return rate if rate >= NEARLY else 0.0


@lru_cache(maxsize=4096)
def _heading(text: str) -> tuple[str, ...]:
    """The words of a heading without what it says of its section."""
    return _words(SAID.sub("", text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text, small and without a plural's or possessive's "s"."""
    return tuple(word.rstrip("s") or word for word in WORD.findall(normalise(text)))
