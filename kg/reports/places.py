"""Whose a body is, by the place in its name: the report's own authority, or another one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.knowledge import Authority, Register
from kg.knowledge.words import plain

WORD = re.compile(r"\S+")
JOINS = {"and", "of", "on", "upon", "with", "&"}
POSSESSIVE = re.compile(r"(?<=\w)[\u2019']s?$")
#: What stands before the first word of a sentence.
OPENS = re.compile(r"(?:^|[\n.:;!?\u2022]\s*|\n\d+\.\s*)\Z")


@dataclass
class Places:
    """Reads the words with a capital that stand before a body's name."""

    register: Register
    own: str | None
    on: date | None
    _own_names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        authority = self.register.authorities.get(self.own or "")
        self._own_names = {" ".join(plain(name).split()) for name in authority.names} if authority else set()

    def whose(self, text: str, before: int, start: int) -> tuple[str | None, int]:
        """The slug of the authority whose body is named, and where the name begins.

        ``text[before:start]`` are the words with a capital before the name of its kind.
        """
        words = [(word.start(), word.group()) for word in WORD.finditer(text, before, start)]
        return self._place(words, start, text)

    def has(self, word: str) -> bool:
        """Whether a word is one of the names of the report's own authority."""
        return any(word in name.split() for name in self._own_names)

    def named(self, text: str, before: int, start: int) -> bool:
        """Whether an authority is named in ``text[before:start]``."""
        words = [POSSESSIVE.sub("", each) for each in text[before:start].split()]
        return any(
            " ".join(plain(" ".join(words[first:])).split()) in self.register.by_name
            for first in range(len(words))
        )

    def _place(self, words: list[tuple[int, str]], start: int, text: str) -> tuple[str | None, int]:
        bare = [POSSESSIVE.sub("", word.rstrip(",")) for _, word in words]
        for last in range(len(bare), 0, -1):
            for first in range(last):
                if " ".join(plain(" ".join(bare[first:last])).split()) in self._own_names:
                    return self.own, words[first][0]
        for first in range(len(bare)):
            name = " ".join(bare[first:])
            found = self.register.resolve(name, self.on)
            if found is not None and self._exists(found):
                return found.slug, words[first][0]
        if words and text[start].isupper():
            opens = OPENS.search(text, max(words[0][0] - 8, 0), words[0][0])
            rest = words[1:] if opens else words
            # of "Police, Health and Safety Board" no more than "Safety Board"
            joins = [place for place, (_, word) in enumerate(rest) if word in JOINS or word[-1] == ","]
            rest = rest[joins[-1] + 1 :] if joins else rest
            return self.own, rest[0][0] if rest else start
        return self.own, start

    def _exists(self, authority: Authority) -> bool:
        return self.on is None or authority.existed_on(self.on)
