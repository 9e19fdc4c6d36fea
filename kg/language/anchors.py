"""The last words of names, which a text is searched for first: there are few, and then far fewer
places to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class End(NamedTuple):
    """One place where a last word stands: ``text[start:end]``, a plural's "s" with it."""

    start: int
    end: int
    #: the word without capitals and without that "s"
    word: str


def places_of(text: str, parts: Iterable[str], start: int, end: int) -> list[int]:
    """Where some parts of words begin in ``text[start:end]``, in order."""
    found = []
    for part in parts:
        place = text.find(part, start, end)
        while place >= 0:
            found.append(place)
            place = text.find(part, place + 1, end)
    return sorted(found)


def find_ends(low: str, words: Iterable[str]) -> list[End]:
    """The places of whole words, singular or plural, in a text without capitals, in order."""
    found = []
    for word in words:
        start = low.find(word)
        while start >= 0:
            end = start + len(word)
            end += low[end : end + 1] == "s"
            if not low[end : end + 1].isalnum() and not low[max(start - 1, 0) : start].isalnum():
                found.append(End(start, end, word))
            start = low.find(word, end)
    return sorted(found)


def alone(text: str, short: str) -> Iterator[tuple[int, int]]:
    """The places of an abbreviation as a whole word, but for those in brackets, which define it."""
    start = text.find(short)
    while start >= 0:
        end = start + len(short)
        around = text[max(start - 1, 0) : start] + text[end : end + 1]
        if not any(map(str.isalnum, around)) and around != "()":
            yield start, end
        start = text.find(short, end)
