"""Names of boards of no known kind: "serious violence board", "Marlowe Together Partnership".

A name ends in one of a few words ("board"), and is made of the words before it: words with a
capital, words for what boards are about ("violence"), and words that only go with those
("strategic").  "The board" and "the strategic partnership board" are no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.language.boards import SHORT, BoardName
from kg.language.ends import End

#: A name has at most this many words before its last.
MOST_WORDS = 8
#: How far back those words are looked for (characters).
LONGEST = 90
WORD = re.compile(r"[^\s\u2013]+")
#: A name does not go back over these.
STOP = re.compile(r"[\n.;:()\u2022\u2018\u201c]|,(?! and)")
JOINS = {"and", "of", "for", "&"}
#: Joins that only stand between words with a capital.
REACH = {"of", "for"}
#: What looks like a name and is none may begin so many characters before it.
FORE = 12
#: "Partnership NHS Foundation Trust" is a provider, "partnership working" is no body.
AFTER = re.compile(r"[\u2019']?s? (?:NHS|Foundation|[Ww]ork)")
#: What stands before the first word of a sentence.
OPENS = re.compile(r"(?:\A|[\n.:;!?\u2022]\s*)\Z")


@dataclass(frozen=True)
class OtherNames:
    """What finds names of no known kind."""

    #: the last words
    ends: frozenset[str]
    #: those that need a strategic word before them
    groups: frozenset[str]
    #: words that make a group with a capital a board, and any group
    strategic: frozenset[str]
    deciding: frozenset[str]
    topics: frozenset[str]
    generic: frozenset[str]
    never: re.Pattern[str]

    @classmethod
    def of(
        cls,
        ends: tuple[str, ...],
        groups: Iterable[str],
        strategic: Iterable[str],
        deciding: Iterable[str],
        topics: Iterable[str],
        generic: Iterable[str],
        never: Iterable[str],
    ) -> OtherNames:
        """The finder for some words."""
        return cls(
            frozenset(ends),
            frozenset(groups),
            frozenset(strategic),
            frozenset(deciding),
            frozenset(topics),
            frozenset(generic),
            re.compile("|".join(map(re.escape, never)) or r"(?!)"),
        )

    def find(
        self, text: str, ends: Iterable[End], is_place: Callable[[str], bool]
    ) -> Iterator[BoardName]:
        """Every such name at the places of some last words.

        ``is_place`` says of a word whether it is of a place's name.
        """
        for last in ends:
            if last.word not in self.ends or last.end - last.start > len(last.word):
                continue
            if text[last.start - 1 : last.start] == "-" or AFTER.match(text, last.end):
                continue
            found = self._name(text, last, is_place)
            if found is None:
                continue
            short = SHORT.match(text, last.end)
            yield BoardName(found, last.end, found, "other", short["short"] if short else None)

    def _name(
        self, text: str, last: End, is_place: Callable[[str], bool]
    ) -> int | None:
        """Where the name that ends here begins, or None if it is none."""
        floor = max(last.start - LONGEST, 0)
        for stop in STOP.finditer(text, floor, last.start):
            floor = stop.end()
        found = list(WORD.finditer(text, floor, last.start))[-MOST_WORDS:]
        words: list[tuple[int, str, bool]] = []
        told = False
        for word in reversed(found):
            printed = word.group().strip(",")
            low, capital = _bare(printed), printed[:1].isupper()
            topic, generic = self._about(low)
            if low in JOINS:
                if not words or (low in REACH and not words[-1][2]):
                    break
            elif not (topic or generic or capital) or (low in self.ends and not generic):
                break
            elif words and words[-1][1] in REACH and not capital:
                break
            elif capital and not topic and not generic:
                if not is_place(low) and _opens_sentence(text, word.start(), printed):
                    break
                told = told or not is_place(low)
            elif low != printed.lower() and not topic and not capital:
                break
            told = told or topic
            words.append((word.start(), low, capital))
        while words and (words[-1][1] in JOINS):
            words.pop()
        if not words or not told or not self._counts(text[last.start : last.end], [each[1] for each in words]):
            return None
        start = words[-1][0] - (text[words[-1][0] - 1 : words[-1][0]] == "\u2018")
        low = text[max(start - FORE, 0) : last.end].lower()
        return None if self.never.search(low) else start

    def _about(self, low: str) -> tuple[bool, bool]:
        """Whether a word says what a board is about, and whether it may only go with such."""
        pieces = low.split("-")
        topic = any(piece in self.topics for piece in pieces)
        return topic, not topic and all(piece in self.generic for piece in pieces)

    def _counts(self, end: str, words: list[str]) -> bool:
        """Whether a name with this last word is of a board, by the words before it."""
        capital = end[0].isupper()
        if end.lower() in self.groups:
            return any(
                each in self.deciding or (capital and each in self.strategic) for each in words
            )
        return end.lower() != "partnership" or (capital and len(words) > 1)


def _bare(word: str) -> str:
    """A word without capitals and its possessive ending."""
    return word.lower().replace("\u2019", "'").removesuffix("'s").removesuffix("'")


def _opens_sentence(text: str, start: int, word: str) -> bool:
    """Whether a word has its capital only because a sentence begins with it."""
    only_first = not any(letter.isupper() for letter in word[1:])
    return only_first and OPENS.search(text, max(start - 3, 0), start) is not None
