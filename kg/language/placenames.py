"""Authorities that a text names by the name of their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.knowledge.bodies import PlaceWords
from kg.text.phrases import Guards, Match, PhraseMatcher, any_of
from kg.text.sentences import opens

#: A word right before a name, with the space between them.
BEFORE = re.compile(r"(?P<word>[\w\u2019'.-]+) \Z")
#: Other places in one list with a name: "Devon, Torbay and Cornwall Police".
LIST = r"(?:(?:,| and| &|, and) (?:the )?[A-Z][\w-]*(?: (?:of|on|upon|[A-Z]\w*)){0,2}?)*"
PART = " City| County| Borough"
POSTCODE = r"[A-Z]{1,2}\d"
#: What stands right before a name that is only a part of a word.
JOINING = frozenset("-\u2019'")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One place where an authority is named: ``text[start:end]``."""

    start: int
    end: int
    #: the name as the label has it
    name: str


class PlaceNames:
    """What finds the names of places as whole words, made once of a register."""

    def __init__(self, names: Iterable[str], words: PlaceWords) -> None:
        """The finder for some names; ``words`` are those around them."""
        larger = (*words.larger, *(f"{word} of" for word in words.larger))
        self._names = PhraseMatcher(names, Guards(before=larger), capitals=True, plurals=False)
        self._ordinary = frozenset(words.ordinary)
        #: what follows a name that is part of another body's name
        self._other = re.compile(
            rf"(?:[\u2019']s?)?{LIST}(?:{PART})?,? (?:(?i:{any_of(words.other_body)})|{POSTCODE})"
        )
        #: what follows a name that is surely an authority's
        self._council = re.compile(rf"(?:[\u2019']s?)? (?i:{any_of(words.council)})")

    def find(self, text: str) -> Iterator[PlaceName]:
        """Every name that stands for the authority of its place, in order."""
        for match in self._names.find(text):
            start, end = match.start, match.end
            if text[max(start - 1, 0) : start] in JOINING or text[end : end + 1] == "-":
                continue
            if self._council.match(text, end) or self._alone(text, match):
                yield PlaceName(start, end, match.phrase)

    def _alone(self, text: str, match: Match) -> bool:
        """Whether a name that nothing makes a council's is no part of a longer name."""
        if match.phrase in self._ordinary or self._other.match(text, match.end):
            return False
        before = BEFORE.search(text, max(match.start - 30, 0), match.start)
        word = before["word"] if before else ""
        joined = word[:1].isupper() and word[-1] not in ".,:;"
        return not joined or opens(text, match.start - len(word) - 1)
