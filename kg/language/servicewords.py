"""The words of services' names, made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.knowledge.servicewords import ServiceNames, ServiceWord, WordClass, comparable
from kg.text.phrases import any_of
from kg.text.words import normalise

#: Marks printed before and after a word.
BEFORE = ("", "(", "\u2018", "\u201c")
AFTER = (
    *("", ",", ".", ";", ":", ")", "),", ").", "?", "'", "'s", "s\u2019", "\u201d"),
    *("\u2019", "\u2019s", "\u2019,", "\u2019.", "\u2019)"),
)
#: Words at which `kg.language.propernames` looks for a name.
OWN_STARTS = (
    *("Adopt", "Adoption", "Project", "Children\u2019s"),
    *("called", "known", "named", "charity", "provider"),
)
#: Classes whose phrases are looked up with their last word in the singular.
SINGULAR = frozenset(
    {WordClass.USUAL, WordClass.REFUSED, WordClass.REFUSED_ONE, WordClass.REFUSED_END}
)
#: What may stand around a word and is no part of it.
MARKS = "\u2018\u2019\u201c\u201d'\","


#: Classes by names of the module, which cost a fifth of a look-up in the enumeration.
JOINER = WordClass.JOINER
OPENER = WordClass.OPENER
PLURAL_KIND = WordClass.PLURAL_KIND
REFUSED = WordClass.REFUSED
REFUSED_END = WordClass.REFUSED_END
REFUSED_ONE = WordClass.REFUSED_ONE
REFUSED_START = WordClass.REFUSED_START
TOPIC = WordClass.TOPIC
USUAL = WordClass.USUAL
#: The kind of what tells no other.
OTHER = "other"
#: What a word that is in no class does.
NOTHING: Mapping[WordClass, str] = {}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table of words, made ready for looking up, and what follows from it."""

    #: word or phrase -> its classes, each with what it tells ("" if nothing)
    table: Mapping[str, Mapping[WordClass, str]]
    #: usual service -> its kind
    usual_kind: Mapping[str, str]
    #: every way in which a word is printed that ends a name, or that tells one of its own ->
    #: (offset of the word in what is printed, its length, whether it ends a name)
    printed: Mapping[str, tuple[int, int, bool]]
    #: the names of their own as one pattern
    own: re.Pattern[str]
    #: words that usual services' names, topics and fillers are made of
    units: frozenset[str]
    #: two words that stand behind one another in a known name
    pairs: frozenset[tuple[str, str]]

    def bare(self, word: str) -> str:
        """A printed word as the table has it: no case, quotes or comma."""
        return _bare(word)

    def does(self, word: str) -> Mapping[WordClass, str]:
        """The classes of a word or phrase, each with what it tells."""
        return self.table.get(word, NOTHING)

    def is_a(self, word: str, word_class: WordClass) -> bool:
        """Whether a word or phrase is of a class."""
        return word_class in self.table.get(word, NOTHING)

    def tells(self, word_class: WordClass, words: Sequence[str]) -> str | None:
        """What some words tell as one of a class, None if they are not of it."""
        return self.table.get(" ".join(words), NOTHING).get(word_class)

    def is_unit(self, bare: str) -> bool:
        """Whether names are made of the word, or of the parts of a word with hyphens."""
        if "-" in bare:
            parts = bare.split("-")
            return all(p in self.units or p.isdigit() or self.is_a(p, JOINER) for p in parts)
        return bare in self.units

    def usual_at_end(self, words: list[str]) -> tuple[str | None, int]:
        """The usual service that the last words name, with how many words they are."""
        last = words[-14:]
        phrase = " ".join([*last[:-1], singular(last[-1])])
        for left, word in zip(range(len(last), 0, -1), last, strict=True):
            if USUAL in (does := self.table.get(phrase, NOTHING)):
                return does[USUAL], left
            phrase = phrase[len(word) + 1 :]
        return self.tells(USUAL, words[-1:]), 1

    def topic(self, words: list[str]) -> str | None:
        """The kind that the words before a head tell: that of the longest topic, then the first."""
        # a longer topic begins with two words that stand so in a known name, which few do
        firsts = [at for at, pair in enumerate(pairwise(words)) if pair in self.pairs]
        for size in range(min(len(words), 5) if firsts else 0, 1, -1):
            for first in firsts:
                found = self.tells(TOPIC, words[first : first + size])
                if found and first + size <= len(words):
                    return found
        return next(filter(None, (self.does(word).get(TOPIC) for word in words)), None)

    def head_kind(self, head: str) -> str:
        """The kind that a name has for its head alone ("hospital")."""
        return self.tells(TOPIC, [head]) or OTHER

    def refused(self, words: list[str]) -> bool:
        """Whether the words are a name's words and yet no name ("duty service")."""
        first = 0
        while first < len(words) - 2 and self.is_a(words[first], OPENER):
            first += 1
        if words[-1] == "services":
            kind = self.topic(words[:-1]) or ""
            if not self.is_a(comparable(kind), PLURAL_KIND):
                return True
        if self.is_a(words[0], REFUSED_START):
            return True
        if self.is_a(" ".join(words[first:]), REFUSED_ONE):
            return True
        return self.is_a(" ".join([*words[first:-1], singular(words[-1])]), REFUSED)

    def never_ends(self, words: list[str]) -> bool:
        """Whether the last words name what is no local service ("training programme")."""
        phrase = " ".join([*words[:-1], singular(words[-1])])
        for word in words:
            if REFUSED_END in self.table.get(phrase, NOTHING):
                return True
            phrase = phrase[len(word) + 1 :]
        return False


@lru_cache(maxsize=32768)
def _bare(word: str) -> str:
    return normalise(word.strip(MARKS), hyphens=True, marks=True)


def plain_words(text: str) -> list[str]:
    """Comparable words: no case, quotes or hyphens."""
    return normalise(text).split()


def plural(word: str) -> str:
    """A head noun's plural."""
    return word[:-1] + "ies" if word.endswith("ncy") else word + "s"


def singular(word: str) -> str:
    """A head noun without its plural."""
    if word == "agencies":
        return "agency"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "hs")) else word


@lru_cache(maxsize=4)
def lexicon(names: ServiceNames) -> Lexicon:
    """The lexicon of a vocabulary, made once."""
    table: dict[str, dict[WordClass, str]] = {}
    for each in names.words:
        table.setdefault(_key(each), {}).setdefault(each.word_class, each.tells)
    of: dict[WordClass, list[str]] = {word_class: [] for word_class in WordClass}
    for key, classes in table.items():
        for word_class in classes:
            of[word_class].append(key)
    known = [phrase.split() for phrase in (*of[WordClass.USUAL], *of[WordClass.TOPIC])]
    units = {word for phrase in known for word in phrase} | set(of[WordClass.FILLER])
    no_units = {WordClass.JOINER, WordClass.ALIKE}
    short = {
        each.word
        for each in names.words
        if each.word_class is WordClass.USUAL and each.word.isupper()
    }
    last = {phrase.split()[-1] for phrase in of[WordClass.USUAL]}
    ends = {word for word in last if word.upper() not in short} | set(of[WordClass.HEAD])
    own = [each.word for each in names.words if each.word_class is WordClass.NAME]
    return Lexicon(
        table=table,
        usual_kind=names.usual,
        printed=_printed(ends, short, {*OWN_STARTS, *(_start(name) for name in own)}),
        own=re.compile(any_of(own, capitals=True)),
        units=frozenset(word for word in units if not no_units & table.get(word, {}).keys()),
        pairs=frozenset(pair for phrase in known for pair in pairwise(phrase)),
    )


def _key(word: ServiceWord) -> str:
    """A word or phrase as it is looked up; of some classes the last word in the singular."""
    key = comparable(word.word)
    if word.word_class not in SINGULAR or word.word.isupper():
        return key
    *before, last = key.split()
    return " ".join([*before, singular(last)])


def _printed(
    last: Iterable[str], abbreviations: Iterable[str], starts: Iterable[str]
) -> dict[str, tuple[int, int, bool]]:
    """Words with every mark that is printed around them, so that a look-up finds them.

    "hubs’" is the word "hubs" and a mark, not "hub" and the mark "s’": the longest word counts.
    """
    words = {form for word in last for form in (word, word.capitalize())} | set(abbreviations)
    ends = {form for word in words for form in (word, plural(word))}
    return {
        before + word + after: (len(before), len(word), word in ends)
        for word in sorted({*starts, *ends}, key=lambda word: (len(word), word))
        for before in BEFORE
        for after in AFTER
    }


def _start(name: str) -> str:
    """The first word of a name, as reports print it."""
    return name.split()[0].replace("'", "\u2019")


@dataclass(frozen=True, slots=True)
class ServiceSpan:
    """One printed name: ``text[start:end]``."""

    start: int
    end: int
    #: the name without an abbreviation in brackets
    name: str
    #: notation of the usual service that it is, or None
    usual: str | None
    #: notation of the kind
    kind: str
    #: the abbreviation printed in brackets behind it, or None
    short: str | None
    #: it is a name of its own ("Adopt Fenland"), not words for what the service does
    own: bool = False
