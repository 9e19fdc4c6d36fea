"""The words of services' names, made ready for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.knowledge.services import ServiceNames
from kg.knowledge.words import plain


#: What may stand around a word and is no part of it.
MARKS = "\u2018\u2019\u201c\u201d'\","


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The vocabulary of names, by what is asked of it while reading."""

    #: finds the last word of a name
    anchor: re.Pattern[str]
    #: words of a usual service's form -> its notation
    usual: dict[tuple[str, ...], str]
    usual_kind: dict[str, str]
    #: words of a topic -> notation of the kind
    topics: dict[tuple[str, ...], str]
    heads: frozenset[str]
    units: frozenset[str]
    joiners: frozenset[str]
    #: a joiner and the word behind it, where they stand so in a known name
    joined: frozenset[tuple[str, str]]
    never: frozenset[str]
    #: words at the front that make no other name
    openers: frozenset[str]
    #: words that tell no service from another
    fillers: frozenset[str]
    #: heads that stand for each other
    alike: frozenset[str]
    #: what stands behind "Adoption" in names that are none of a service ("Register")
    not_adoption: frozenset[str]
    refusals: frozenset[tuple[str, ...]]
    refused_ends: frozenset[tuple[str, ...]]
    #: names in the singular that are none, though the plural is one
    refused_one: frozenset[tuple[str, ...]]
    #: plurals that speak of a kind of service and name none ("advocacy services")
    many: frozenset[str]

    def bare(self, word: str) -> str:
        """A printed word as the sets have it: no case, quotes or comma."""
        bare = word.strip(MARKS).lower().replace("\u2019", "").replace("'", "")
        return "and" if bare == "&" else bare

    def usual_at_end(self, words: list[str]) -> tuple[str | None, int]:
        """The usual service that the last words name, with how many words they are."""
        ends = (*words[:-1], singular(words[-1]))
        for first in range(max(len(ends) - 9, 0), len(ends)):
            found = self.usual.get(ends[first:])
            if found:
                return found, len(ends) - first
        return None, 0

    def topic(self, words: list[str]) -> str | None:
        """The kind that the words before a head tell: that of the longest topic, then the first."""
        for size in range(min(len(words), 5), 0, -1):
            for first in range(len(words) - size + 1):
                found = self.topics.get(tuple(words[first : first + size]))
                if found:
                    return found
        return None

    def refused(self, words: list[str]) -> bool:
        """Whether the words are a name's words and yet no name ("duty service")."""
        first = 0
        while first < len(words) - 2 and words[first] in self.openers:
            first += 1
        if words[-1] == "services" or tuple(words[first:]) in self.refused_one:
            return True
        return (*words[first:-1], singular(words[-1])) in self.refusals

    def never_ends(self, words: list[str]) -> bool:
        """Whether the last words name what is no local service ("training programme")."""
        ends = (*words[:-1], singular(words[-1]))
        return any(ends[first:] in self.refused_ends for first in range(len(ends)))


def plain_words(text: str) -> list[str]:
    """Comparable words: no case, quotes or hyphens."""
    return plain(text).split()


def singular(word: str) -> str:
    """A head noun without its plural."""
    if word == "agencies":
        return "agency"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "hs")) else word


@lru_cache(maxsize=4)
def lexicon(names: ServiceNames) -> Lexicon:
    """The lexicon of a vocabulary, made once."""
    words = {group: tuple(plain(word) for word in some) for group, some in names.words.items()}
    joiners = frozenset(words.get("joiner", ()))
    usual = {}
    for each in names.usual:
        for form in each.forms:
            parts = plain_words(re.sub(r"\(.*?\)", "", form))
            usual[(*parts[:-1], singular(parts[-1]))] = each.notation
    topics = {}
    for kind in names.kinds:
        for topic in kind.topics:
            topics.setdefault(tuple(plain_words(topic)), kind.notation)
    phrases = [*usual, *topics]
    units = {word for phrase in phrases for word in phrase} | set(words.get("filler", ()))
    joined = {
        (a, b) for phrase in phrases for a, b in zip(phrase, phrase[1:], strict=False) if a in joiners
    }
    heads, alike = frozenset(words["head"]), frozenset(words.get("alike", ()))
    last = sorted({phrase[-1] for phrase in usual} | heads, key=lambda word: (-len(word), word))
    return Lexicon(
        anchor=_anchor(last),
        usual=usual,
        usual_kind={each.notation: each.kind for each in names.usual},
        topics=topics,
        heads=heads,
        units=frozenset(units - joiners - alike),
        joiners=joiners,
        joined=frozenset(joined),
        never=frozenset(words.get("never", ())),
        openers=frozenset(words.get("opener", ())),
        fillers=frozenset(words.get("filler", ())),
        alike=alike,
        not_adoption=frozenset(words.get("not-adoption", ())),
        refusals=_phrases(words.get("refused", ())),
        refused_one=_phrases(words.get("refused-one", ())),
        many=frozenset(words.get("many", ())),
        refused_ends=_phrases(words.get("refused-end", ())),
    )


def _phrases(forms: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Phrases as words, the last in the singular."""
    return frozenset((*form.split()[:-1], singular(form.split()[-1])) for form in forms)


def _anchor(last: list[str]) -> re.Pattern[str]:
    """One alternation of last words, the first letter large or small, with their plurals."""
    forms = []
    for word in last:
        first = f"[{word[0]}{word[0].upper()}]" if word[0].isalpha() else re.escape(word[0])
        rest = re.escape(word[1:])
        upper = f"|{word.upper()}" if len(word) < 8 else ""
        stem = f"{first}(?:gency|gencies)" if word == "agency" else f"(?:{first}{rest}{upper})s?"
        forms.append(stem)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b(?!-)")
