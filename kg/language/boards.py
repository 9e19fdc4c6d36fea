"""Names of boards and partnerships in a text: where they stand and of what kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.language.ends import End

#: (kind, its printed forms); a star in a form stands for up to two words
Kinds = Sequence[tuple[str, Sequence[str]]]
#: A name is at most this long before its last word (characters).
LONGEST = 90
#: Between two words of a name; a line's end is a space in a document's text, a block's is not.
GAP = r",?[ \u2013\u2011-]+"
#: Words with a capital before a name, those between them among them.
CAPITALS = re.compile(
    r"(?:(?<![\w\u2019'-])(?:St\.|[A-Z][\w\u2019'-]*),?(?: (?:and|of|on|upon|with|&))? )+\Z"
)
#: "(TSCB)" after a name; a footnote's number may stand in it.
SHORT = re.compile(r" ?\( ?[\u2018']?(?P<short>[A-Z0-9][A-Za-z&]{1,9}?)\d?[\u2019']? ?\)")


@dataclass(frozen=True, slots=True)
class BoardName:
    """One board's name in a text: ``text[start:end]``."""

    start: int
    end: int
    #: where its words with a capital begin, the place among them ("Torbay " of "Torbay LSCB")
    before: int
    kind: str
    #: the abbreviation in brackets after it, or None
    short: str | None


@dataclass(frozen=True)
class BoardNames:
    """What finds the names of the known kinds, made once of their printed forms."""

    #: the last words of all forms
    ends: frozenset[str]
    #: last word -> the forms that end in it, with a group for each form
    forms: dict[str, tuple[re.Pattern[str], tuple[str, ...]]]
    #: last words followed by what makes them no name
    working: re.Pattern[str]
    #: words that look like a name and are none
    never: frozenset[str]

    @classmethod
    def of(cls, kinds: Kinds, working: Iterable[str], never: Iterable[str]) -> BoardNames:
        """The finder for some kinds."""
        by_end: dict[str, list[tuple[str, str]]] = {}
        for kind, labels in kinds:
            for label in labels:
                words = _words(label)
                by_end.setdefault(words[-1], []).append((_form(words), kind))
        return cls(
            frozenset(by_end),
            {end: _alternatives(found) for end, found in by_end.items()},
            re.compile("|".join(rf"{_form(_words(each))}\b" for each in working) or r"(?!)"),
            frozenset(never),
        )

    def find(self, text: str, low: str, ends: Iterable[End]) -> Iterator[BoardName]:
        """Every name of a known kind, in order.

        ``low`` is the text without capitals, ``ends`` the places of last words in it.
        """
        end = 0
        for last in ends:
            found = self._at(low, last) if last.word in self.forms else None
            if found is None:
                continue
            match, kind = found
            before = CAPITALS.search(text, max(match.start() - LONGEST, end), match.start())
            end = match.end()
            short = SHORT.match(text, match.end())
            yield BoardName(
                match.start(),
                match.end(),
                before.start() if before else match.start(),
                kind,
                short["short"] if short else None,
            )

    def _at(self, low: str, last: End) -> tuple[re.Match[str], str] | None:
        pattern, kinds = self.forms[last.word]
        match = pattern.search(low, max(last.start - LONGEST, 0), last.end)
        if match is None or match.lastindex is None or self.working.match(low, last.start):
            return None
        if match.group() in self.never:
            return None
        return match, kinds[match.lastindex - 1]


def _words(label: str) -> list[str]:
    return label.lower().replace("\u2019", "").replace("'", "").replace("-", " ").split()


def _form(words: Sequence[str]) -> str:
    """The pattern of a printed form: an apostrophe, a plural and an ampersand do not count."""
    pattern = ""
    for place, word in enumerate(words):
        if word == "*":
            pattern += r"(?:[\w\u2019'&]+[ \u2013\u2011-]){0,2}?"
            continue
        one = r"(?:and|&)" if word == "and" else rf"{re.escape(word.removesuffix('s'))}[\u2019']?s?[\u2019']?"
        pattern += one + (GAP if place + 1 < len(words) else "")
    return pattern


def _alternatives(forms: list[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern of all forms that end in the same word; the longest that fits is found."""
    ordered = sorted(forms, key=lambda pair: len(pair[0]), reverse=True)
    joined = "|".join(f"({form})" for form, _ in ordered)
    return re.compile(rf"(?<![\w\u2019'])(?:{joined})\Z"), tuple(kind for _, kind in ordered)
