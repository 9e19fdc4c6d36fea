"""Names of boards and partnerships in a text: where they stand and of what kind they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.language.anchors import End
from kg.text.phrases import PhraseMatcher, any_of
from kg.text.words import normalise

#: (kind, its printed forms); a star in a form stands for up to two words
Kinds = Sequence[tuple[str, Sequence[str]]]
#: A name is at most this long before its last word (characters).
LONGEST = 72
#: What looks like a name and is none may begin so many characters before it.
FORE = 12
#: A word that a star stands for, the mark after it.
STAR = r"[\w\u2019'&]+[ \u2013\u2011-]"
WORD = re.compile(r"(?<![\u2019'])\b[a-z0-9]+")
#: Between two words of a name; a line's end is a space in a document's text, a block's is not.
GAP = r",?[ \u2013\u2011-]+"
#: Words with a capital before a name, those between them among them.
CAPITALS = re.compile(
    r"(?:(?<![\w\u2019'-])(?:St\.|[A-Z][\w\u2019'&-]*),?(?: (?:and|of|on|upon|with|&))? )+\Z"
)
#: "(TSCB)" after a name; a footnote's number may stand in it.
SHORT = re.compile(
    r" ?\( ?[\u2018']?(?P<short>(?=\w*[A-Z&]\w*[A-Z])[A-Z0-9][A-Za-z&]{1,9}?)\d?[\u2019']? ?\)"
)


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
    #: last word -> the words that those forms begin with
    first: dict[str, frozenset[str]]
    #: last words followed by what makes them no name
    working: re.Pattern[str]
    #: what looks like a name and is none
    never: PhraseMatcher

    @classmethod
    def of(
        cls,
        kinds: Kinds,
        working: Iterable[str] = (),
        never: Iterable[str] = (),
        outside: Iterable[str] = (),
    ) -> BoardNames:
        """The finder for some kinds; a star stands for no word that is ``outside``."""
        star = rf"(?:(?!(?:{'|'.join(outside) or '(?!)'})\b){STAR}){{0,2}}?"
        by_end: dict[str, list[tuple[str, str]]] = {}
        first: dict[str, set[str]] = {}
        for kind, labels in kinds:
            for label in labels:
                words = _words(label)
                by_end.setdefault(words[-1], []).append((_form(words, star), kind))
                first.setdefault(words[-1], set()).update((words[0], words[0] + "s"))
        return cls(
            frozenset(by_end),
            {end: _alternatives(found) for end, found in by_end.items()},
            {end: frozenset(found) for end, found in first.items()},
            re.compile(any_of(working)),
            never_names(never),
        )

    def find(self, text: str, low: str, ends: Iterable[End]) -> Iterator[BoardName]:
        """Every name of a known kind, in order.

        ``low`` is the text without capitals, ``ends`` the places of last words in it.
        """
        spans: list[tuple[int, int, str]] = []
        for last in ends:
            found = self._at(low, last) if last.word in self.forms else None
            if found is None:
                continue
            if spans and found[0] < spans[-1][1]:
                # "children's trust" is only the beginning of "children's trust board"
                found = min(found[0], spans.pop()[0]), *found[1:]
            spans.append(found)
        floor = 0
        for start, end, kind in spans:
            before = CAPITALS.search(text, max(start - LONGEST, floor), start)
            short = SHORT.match(text, end)
            yield BoardName(
                start,
                end,
                before.start() if before else start,
                kind,
                short["short"] if short else None,
            )
            floor = end

    def _at(self, low: str, last: End) -> tuple[int, int, str] | None:
        """Start, end and kind of the longest name that ends here."""
        first, (pattern, kinds) = self.first[last.word], self.forms[last.word]
        if self.working.match(low, last.start):
            return None
        floor = max(last.start - LONGEST, 0)
        for word in WORD.finditer(low, floor, last.end):
            match = pattern.match(low, word.start(), last.end) if word.group() in first else None
            if match is not None and match.lastindex is not None:
                break
        else:
            return None
        if is_never(self.never, low, match.start(), last.end):
            return None
        return *match.span(), kinds[match.lastindex - 1]


def never_names(names: Iterable[str]) -> PhraseMatcher:
    """What finds the names that look like a board's and are none."""
    return PhraseMatcher(names, marks=False)


def is_never(names: PhraseMatcher, low: str, start: int, end: int) -> bool:
    """Whether such a name ends where the name ``low[start:end]`` does."""
    floor = max(start - FORE, 0)
    return any(floor + each.end == end for each in names.find(low[floor:end]))


def _words(label: str) -> list[str]:
    """The words of a label, a star among them."""
    return normalise(label, marks=True).split()


def _form(words: Sequence[str], star: str = "") -> str:
    """The pattern of a printed form: an apostrophe, a plural and an ampersand do not count."""
    pattern = ""
    for place, word in enumerate(words):
        if word == "*":
            pattern += star
            continue
        one = (
            r"(?:and|&)"
            if word == "and"
            else rf"{re.escape(word.removesuffix('s'))}[\u2019']?s?[\u2019']?"
        )
        pattern += one + (GAP if place + 1 < len(words) else "")
    return pattern


def _alternatives(forms: list[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern of all forms that end in the same word; the longest that fits is found."""
    ordered = sorted(forms, key=lambda pair: len(pair[0]), reverse=True)
    joined = "|".join(f"({form})" for form, _ in ordered)
    return re.compile(rf"(?:{joined})\Z"), tuple(kind for _, kind in ordered)
