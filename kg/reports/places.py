"""Whose a body is, by the place in its name: the report's own authority, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.knowledge import Register
from kg.text.sentences import opens
from kg.text.words import normalise

WORD = re.compile(r"\S+")
POSSESSIVE = re.compile(r"(?<=\w)[\u2019']s?$")
JOINS = {"and", "of", "on", "upon", "with", "&"}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a body is, and where its name begins."""

    #: slug of the authority, None if the report's own is not known
    authority: str | None
    start: int
    #: False if the place is a larger or another one of a like name ("Greater Marlowe")
    sure: bool = True


class Places:
    """Reads the words with a capital that stand before a body's name."""

    def __init__(
        self, register: Register, own: str | None, on: date | None, larger: Iterable[str] = ()
    ) -> None:
        """``larger``: words before a place's name that make it another's ("greater")."""
        self.register = register
        self.own = own
        self.on = on
        self.larger = frozenset(larger)
        authority = register.authorities.get(own or "")
        names = authority.names if authority else ()
        self._names = {normalise(name) for name in names}
        self._words = {word for name in self._names for word in name.split()} - JOINS

    def has(self, word: str) -> bool:
        """Whether a word is one of the names of the report's own authority."""
        return word in self._words

    def names_one(self, text: str, before: int, start: int) -> bool:
        """Whether an authority's name ends ``text[before:start]``."""
        words = _bare(text[before:start].split())
        return any(_plain(words[first:]) in self.register.by_name for first in range(len(words)))

    def whose(self, text: str, before: int, start: int) -> Whose:
        """Whose body it is whose kind is named from ``start`` on.

        ``text[before:start]`` are the words with a capital before that.
        """
        found = list(WORD.finditer(text, before, start))
        words = [word.group() for word in found]
        bare = _bare(words)
        place = self._place(bare)
        if place is not None:
            authority, first = place
            sure = first == 0 or words[first - 1].lower() not in self.larger
            return Whose(authority, found[first].start(), sure)
        if not words or not text[start].isupper():
            return Whose(self.own, start)
        first = 1 if opens(text, found[0].start()) else 0
        # of "Police, Health and Marlowe Vale Board" no more than "Marlowe Vale Board"
        joins = [at + 1 for at, word in enumerate(words) if word in JOINS or word[-1] == ","]
        first = max(first, *joins) if joins else first
        return Whose(self.own, found[first].start() if first < len(found) else start)

    def _place(self, words: list[str]) -> tuple[str | None, int] | None:
        """The authority named by the last words, or the report's own by any, and its first word."""
        found = None
        last = len(words)
        while last > 0:
            for first in range(last):
                if _plain(words[first:last]) in self._names:
                    return self.own, first
                if last < len(words) and _plain(words[first:last]) in self.register.by_name:
                    break
                other = self._resolve(words[first:]) if last == len(words) else None
                if other is not None:
                    found = other, first
                    break
            else:
                first = last - 1
            last = first
        return found

    def _resolve(self, words: list[str]) -> str | None:
        if words[0] in {"The", "the"}:
            return None
        authority = self.register.resolve(" ".join(words), self.on)
        if authority and (self.on is None or authority.existed_on(self.on)):
            return authority.slug
        return None


def _bare(words: list[str]) -> list[str]:
    return [POSSESSIVE.sub("", word.rstrip(",")) for word in words]


def _plain(words: list[str]) -> str:
    return normalise(" ".join(words))
