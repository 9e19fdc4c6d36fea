"""Authorities that a text names by the name of their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.text.sentences import opens

#: A word right before a name, with the space between them.
BEFORE = re.compile(r"(?P<word>[\w\u2019'.-]+) \Z")
#: Other places in one list with a name: "Devon, Torbay and Cornwall Police".
LIST = r"(?:(?:,| and| &|, and) (?:the )?[A-Z][\w-]*(?: (?:of|on|upon|[A-Z]\w*)){0,2}?)*"
PART = " City| County| Borough"
POSTCODE = r"[A-Z]{1,2}\d"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One place where an authority is named: ``text[start:end]``."""

    start: int
    end: int
    #: the name as the label has it
    name: str


@dataclass(frozen=True)
class PlaceNames:
    """What finds the names of places as whole words, made once of a register."""

    pattern: re.Pattern[str]
    ordinary: frozenset[str]
    larger: frozenset[str]
    #: what follows a name that is part of another body's name
    other: re.Pattern[str]
    #: what follows a name that is surely an authority's
    council: re.Pattern[str]

    @classmethod
    def of(
        cls,
        names: Iterable[str],
        ordinary: Iterable[str],
        larger: Iterable[str],
        other: Iterable[str],
        council: Iterable[str],
    ) -> PlaceNames:
        """The finder for some names."""
        return cls(
            re.compile(_by_letter(names) + r"(?![\w-])"),
            frozenset(ordinary),
            frozenset(larger),
            re.compile(rf"(?:[\u2019']s?)?{LIST}(?:{PART})?,? (?:(?i:{_any(other)})\b|{POSTCODE})"),
            re.compile(rf"(?:[\u2019']s?)? (?i:{_any(council)})\b"),
        )

    def find(self, text: str) -> Iterator[PlaceName]:
        """Every name that stands for the authority of its place, in order."""
        for match in self.pattern.finditer(text):
            start, end = match.span()
            if text[max(start - 1, 0) : start] in {"-", "\u2019", "'"}:
                continue
            before = BEFORE.search(text, max(start - 30, 0), start)
            word = before["word"] if before else ""
            if word == "of":
                before = BEFORE.search(text, max(start - 30, 0), start - len("of "))
                word = before["word"].lower() if before else ""
            sure = self.council.match(text, end) is not None
            if text[max(start - 1, 0) : start].isalnum() or self._is_larger(word):
                continue
            if not sure and (match.group() in self.ordinary or self.other.match(text, end)):
                continue
            joined = word[:1].isupper() and word[-1] not in ".,:;"
            if not sure and joined and not opens(text, start - len(word) - 1):
                continue
            yield PlaceName(start, end, match.group())

    def _is_larger(self, before: str) -> bool:
        """Whether the word before a name makes it the name of another place, or of a university."""
        return before.lower().rpartition("-")[2] in self.larger


def _any(phrases: Iterable[str]) -> str:
    return "|".join(
        re.escape(each).replace("\u2019", "[\u2019']") for each in sorted(phrases, key=len)[::-1]
    )


def _by_letter(names: Iterable[str]) -> str:
    """One pattern of all names, the longest first, parted by their first letters."""
    groups: dict[str, list[str]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        groups.setdefault(name[0], []).append(re.escape(name[1:]).replace("\\-", "[- ]"))
    return "(?:" + "|".join(f"{key}(?:{'|'.join(found)})" for key, found in groups.items()) + ")"
