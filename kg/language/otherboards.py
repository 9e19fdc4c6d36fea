"""Names of boards of no known kind: "serious violence board", "Marlowe Together Partnership".

A name ends in one of a few words ("board"), and is made of the words before it: words with a
capital, words for what boards are about ("violence"), and words that only go with those
("strategic").  "The board" and "the strategic partnership board" are no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.knowledge.bodies import NameWords
from kg.language.anchors import End
from kg.language.boards import SHORT, BoardName, is_never, never_names
from kg.text.sentences import opens
from kg.text.words import normalise

#: Says of a word whether it is of the name of the report's own place.
IsPlace = Callable[[str], bool]
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
#: "Partnership NHS Foundation Trust" is a provider, "partnership working" is no body.
AFTER = re.compile(r"[\u2019']?s? (?:NHS|Foundation|[Ww]ork)")
CLOSED = re.compile(r"\u2019(?!s\b)")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    #: without capitals and possessive ending
    bare: str
    capital: bool


class OtherNames:
    """What finds names of no known kind."""

    def __init__(self, words: NameWords) -> None:
        #: the last words, and those of them that need a deciding or strategic word before them
        self.ends, self._groups = frozenset(words.end), frozenset(words.group)
        self._topics, self._generic = frozenset(words.topic), frozenset(words.generic)
        self._deciding, self._strategic = frozenset(words.deciding), frozenset(words.strategic)
        self._never = never_names(words.never)

    def find(
        self, text: str, low: str, ends: Iterable[End], is_place: IsPlace
    ) -> Iterator[BoardName]:
        """Every such name at the places of some last words of a text.

        ``low`` is the text without capitals.
        """
        for last in ends:
            if last.word not in self.ends or last.end - last.start > len(last.word):
                continue
            if not self._worth(text, last) or AFTER.match(text, last.end):
                continue
            words = self._words(text, last, is_place)
            if not words or not self._counts(text[last.start : last.end], words, is_place):
                continue
            start = words[0].start - _quoted(text, words[0].start, last.end)
            if is_never(self._never, low, start, last.end):
                continue
            short = SHORT.match(text, last.end)
            yield BoardName(start, last.end, start, "other", short["short"] if short else None)

    def _worth(self, text: str, last: End) -> bool:
        """Whether the word before may be a name's: most are not, and this is quick."""
        before = text[max(last.start - 40, 0) : last.start]
        capital = text[last.start].isupper()
        if not before.endswith(" ") or (last.word == "partnership" and not capital):
            return False
        word = before.rsplit(None, 1)[-1].lstrip("\u2018\u201c") if before.strip() else ""
        bare = _bare(word.strip(",\u2019"))
        return word[:1].isupper() or self._is_topic(bare) or self._is_generic(bare)

    def _words(self, text: str, last: End, is_place: IsPlace) -> list[_Word]:
        """The words of the name that ends here."""
        floor = max(last.start - LONGEST, 0)
        for stop in STOP.finditer(text, floor, last.start):
            floor = stop.end()
        words: list[_Word] = []
        for found in reversed(list(WORD.finditer(text, floor, last.start))[-MOST_WORDS:]):
            printed = found.group().strip(",")
            word = _Word(found.start(), _bare(printed), printed[:1].isupper())
            if word.bare == "the" or not self._belongs(word, words[-1] if words else None):
                break
            if not self._is_topic(word.bare) and not is_place(word.bare):
                # "However", and the "partnership's" of "the partnership's strategic board"
                owner = not word.capital and word.bare != _bare(printed, possessives=True)
                if owner or (word.capital and _opens_sentence(text, word.start, printed)):
                    break
            words.append(word)
        while words and words[-1].bare in JOINS:
            words.pop()
        return words[::-1]

    def _belongs(self, word: _Word, after: _Word | None) -> bool:
        """Whether a word may stand in a name before another word of it."""
        if word.bare in JOINS:
            return after is not None and (word.bare not in REACH or after.capital)
        if after is not None and after.bare in REACH and not word.capital:
            return False
        if self._is_generic(word.bare):
            return True
        return word.bare not in self.ends and (word.capital or self._is_topic(word.bare))

    def _is_topic(self, bare: str) -> bool:
        return any(piece in self._topics for piece in bare.split("-"))

    def _is_generic(self, bare: str) -> bool:
        return all(piece in self._generic for piece in bare.split("-"))

    def _counts(self, end: str, words: list[_Word], is_place: IsPlace) -> bool:
        """Whether words with this last word are a board's name."""
        told = (
            self._is_topic(word.bare)
            or (word.capital and not self._is_generic(word.bare) and not is_place(word.bare))
            for word in words
        )
        if not any(told):
            return False
        capital = end[0].isupper()
        if end.lower() in self._groups:
            wanted = self._deciding | self._strategic if capital else self._deciding
            return any(word.bare in wanted for word in words)
        return end.lower() != "partnership" or (capital and len(words) > 1)


def _bare(word: str, *, possessives: bool = False) -> str:
    """A word without capitals and, unless it is wanted, its possessive ending."""
    return normalise(word, apostrophes=True, possessives=possessives, hyphens=True, marks=True)


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark before a name is closed in it, and so belongs to it."""
    return text[max(start - 1, 0) : start] == "\u2018" and bool(CLOSED.search(text, start, end))


def _opens_sentence(text: str, start: int, word: str) -> bool:
    """Whether a word has its capital only because a sentence begins with it."""
    only_first = not any(letter.isupper() for letter in word[1:])
    return only_first and opens(text, start)
