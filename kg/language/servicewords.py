"""The words of services' names, made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.knowledge.services import ServiceNames
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
#: What may stand around a word and is no part of it.
MARKS = "\u2018\u2019\u201c\u201d'\","


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of names, by what is asked of it while reading."""

    #: every way in which a word is printed that ends a name, or that tells one of its own ->
    #: (offset of the word in what is printed, its length, whether it ends a name)
    printed: dict[str, tuple[int, int, bool]]
    #: the vocabulary's names of their own as one pattern, and the kind of each
    own: re.Pattern[str]
    own_kind: dict[str, str]
    #: words of a usual service's form -> its notation
    usual: dict[tuple[str, ...], str]
    usual_kind: dict[str, str]
    #: words that are a usual service's name by themselves ("midwifery", "camhs")
    alone: frozenset[str]
    #: words of a topic -> notation of the kind
    topics: dict[tuple[str, ...], str]
    heads: frozenset[str]
    units: frozenset[str]
    joiners: frozenset[str]
    #: a joiner and the word behind it, where they stand so in a known name
    joined: frozenset[tuple[str, str]]
    #: joiners that stand between words with a capital ("Engagement for Adolescents")
    of_titles: frozenset[str]
    #: a number and the word behind it, where they stand so in a known name ("16", "plus")
    numbered: frozenset[tuple[str, str]]
    never: frozenset[str]
    #: words at the front that make no other name
    openers: frozenset[str]
    #: words at the front that are no part of a name
    cut: frozenset[str]
    #: heads that make a name only with a proper or quoted name before them
    named_only: frozenset[str]
    #: words that tell no service from another
    fillers: frozenset[str]
    #: heads that stand for each other
    alike: frozenset[str]
    #: what may be called something ("a pilot called Lantern")
    called: frozenset[str]
    #: what stands behind "Adoption" or "Project" where no service is named ("Register")
    not_own: frozenset[str]
    refusals: frozenset[tuple[str, ...]]
    refused_ends: frozenset[tuple[str, ...]]
    refused_starts: frozenset[str]
    #: names in the singular that are none, though the plural is one
    refused_one: frozenset[tuple[str, ...]]
    #: kinds of which reports name "services" as they name a team
    plural_kinds: frozenset[str | None]
    #: plurals that speak of a kind of service and name none ("advocacy services")
    many: frozenset[str]

    def bare(self, word: str) -> str:
        """A printed word as the sets have it: no case, quotes or comma."""
        return _bare(word)

    def is_unit(self, bare: str) -> bool:
        """Whether names are made of the word, or of the parts of a word with hyphens."""
        if "-" in bare:
            parts = bare.split("-")
            return all(p in self.units or p in self.joiners or p.isdigit() for p in parts)
        return bare in self.units

    def usual_at_end(self, words: list[str]) -> tuple[str | None, int]:
        """The usual service that the last words name, with how many words they are."""
        ends = (*words[:-1], singular(words[-1]))
        for first in range(max(len(ends) - 14, 0), len(ends)):
            found = self.usual.get(ends[first:])
            if found:
                return found, len(ends) - first
        return self.usual.get(tuple(words[-1:])), 1

    def topic(self, words: list[str]) -> str | None:
        """The kind that the words before a head tell: that of the longest topic, then the first."""
        for size in range(min(len(words), 5), 0, -1):
            for first in range(len(words) - size + 1):
                found = self.topics.get(tuple(words[first : first + size]))
                if found:
                    return found
        return None

    def head_kind(self, head: str) -> str:
        """The kind that a name has for its head alone ("hospital")."""
        return self.topics.get((head,), "other")

    def refused(self, words: list[str]) -> bool:
        """Whether the words are a name's words and yet no name ("duty service")."""
        first = 0
        while first < len(words) - 2 and words[first] in self.openers:
            first += 1
        if words[-1] == "services" and self.topic(words[:-1]) not in self.plural_kinds:
            return True
        if words[0] in self.refused_starts or tuple(words[first:]) in self.refused_one:
            return True
        return (*words[first:-1], singular(words[-1])) in self.refusals

    def never_ends(self, words: list[str]) -> bool:
        """Whether the last words name what is no local service ("training programme")."""
        ends = (*words[:-1], singular(words[-1]))
        return any(ends[first:] in self.refused_ends for first in range(len(ends)))


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
    words = {group: tuple(normalise(word) for word in some) for group, some in names.words.items()}
    joiners = frozenset(words.get("joiner", ()))
    usual: dict[tuple[str, ...], str] = {}
    for each in names.usual:
        for form in each.forms:
            parts = plain_words(re.sub(r"\(.*?\)", "", form))
            last = parts[-1] if form.isupper() else singular(parts[-1])
            usual[(*parts[:-1], last)] = each.notation
    topics: dict[tuple[str, ...], str] = {}
    for kind in names.kinds:
        for topic in kind.topics:
            topics.setdefault(tuple(plain_words(topic)), kind.notation)
    phrases = [*usual, *topics]
    units = {word for phrase in phrases for word in phrase} | set(words.get("filler", ()))
    pairs = {pair for phrase in phrases for pair in pairwise(phrase)}
    heads, alike = frozenset(words["head"]), frozenset(words.get("alike", ()))
    short = {form for each in names.usual for form in each.forms if form.isupper()}
    ends = {phrase[-1] for phrase in usual if phrase[-1].upper() not in short} | heads
    own = {name: kind.notation for kind in names.kinds for name in kind.names}
    return Lexicon(
        printed=_printed(ends, short, {*OWN_STARTS, *(_start(name) for name in own)}),
        own=_own(own),
        own_kind={normalise(name): kind for name, kind in own.items()},
        usual=usual,
        alone=frozenset(phrase[0] for phrase in usual if len(phrase) == 1),
        usual_kind={each.notation: each.kind for each in names.usual},
        topics=topics,
        heads=heads,
        units=frozenset(units - joiners - alike),
        joiners=joiners,
        joined=frozenset(pair for pair in pairs if pair[0] in joiners),
        of_titles=frozenset(words.get("of-titles", ())),
        numbered=frozenset(pair for pair in pairs if pair[0].isdigit()),
        never=frozenset(words.get("never", ())),
        openers=frozenset(words.get("opener", ())),
        fillers=frozenset((*words.get("filler", ()), *words.get("opener", ()))),
        alike=alike,
        cut=frozenset(words.get("cut", ())),
        named_only=frozenset(words.get("named-only", ())),
        called=heads | frozenset(words.get("called", ())),
        not_own=frozenset(words.get("not-own", ())),
        refusals=_phrases(words.get("refused", ())),
        refused_starts=frozenset(words.get("refused-start", ())),
        refused_one=_phrases(words.get("refused-one", ())),
        plural_kinds=frozenset(names.words.get("plural-kind", ())),
        many=frozenset(words.get("many", ())),
        refused_ends=_phrases(words.get("refused-end", ())),
    )


def _phrases(forms: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Phrases as words, the last in the singular."""
    return frozenset((*form.split()[:-1], singular(form.split()[-1])) for form in forms)


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


def _own(names: Iterable[str]) -> re.Pattern[str]:
    forms = sorted(names, key=len, reverse=True)
    written = (re.escape(form).replace("'", "['\u2019]?") for form in forms)
    return re.compile(rf"(?:{'|'.join(written)})(?!\w)")
