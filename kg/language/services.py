"""Names of services, teams, programmes and providers in running text.

A name is found from its last word ("team", "hub", "school"), which the vocabulary lists: from
there the words before it are taken for as long as they are words that names are made of.  What
is taken is a name if it is a usual service ("virtual school"), or has a word that tells what the
team is for ("permanence team"), or a proper or quoted name ("Phoenix team").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.knowledge.services import ServiceNames
from kg.language.servicewords import Lexicon, lexicon, plain_words, singular

#: How far back a name may reach, in characters.
REACH = 90
#: "(MASH)" behind a name; the abbreviation may have a small letter or a digit ("IRs", "R&A")
ABBREVIATION = re.compile(r" \(([A-Z][A-Za-z0-9&-]{1,9})\)")
QUOTES = "\u2018\u2019'\"\u201c\u201d"


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


def find_services(
    text: str, start: int, end: int, names: ServiceNames, places: frozenset[str] = frozenset()
) -> Iterator[ServiceSpan]:
    """The names in ``text[start:end]`` in reading order, none inside another.

    ``places`` are the words of the authority's own name, which make no service's name.
    """
    words = lexicon(names)
    last = start
    for match in words.anchor.finditer(text, start, end):
        if match.start() < last:
            continue
        found = _name(text, max(last, match.start() - REACH), match, words, places)
        if found:
            last = found.end
            yield found


def _name(
    text: str, floor: int, match: re.Match[str], words: Lexicon, places: frozenset[str]
) -> ServiceSpan | None:
    begin, proper, quoted = _walk(text, floor, match.start(), words, places)
    name = text[begin : match.end()]
    plain = plain_words(name)
    usual, used = words.usual_at_end(plain)
    kind = words.usual_kind[usual] if usual else None
    if usual is None:
        head = singular(plain[-1])
        if head not in words.heads or len(plain) < 2:
            return None
        topic = words.topic(plain[:-1])
        if not (topic or proper or quoted) or words.refused(_core(plain, words)):
            return None
        kind = topic or words.head_kind.get(head, "other")
    elif not proper and not quoted and len(plain) > used:
        topic = words.topic(plain[: -used])
        if topic is None:
            begin = _last_words(text, begin, match.end(), used)
    end, short = match.end(), None
    if (behind := ABBREVIATION.match(text, end)) is not None:
        end, short = behind.end(), behind[1]
    return ServiceSpan(begin, end, text[begin : match.end()], usual, kind or "other", short)


def _core(plain: list[str], words: Lexicon) -> list[str]:
    """The words without those at the front that say nothing ("local", "specialist")."""
    first = 0
    while first < len(plain) - 2 and plain[first] in words.openers:
        first += 1
    return plain[first:]


def _walk(
    text: str, floor: int, at: int, words: Lexicon, places: frozenset[str]
) -> tuple[int, bool, bool]:
    """Where the name that ends at ``at`` begins; whether it has a proper, or a quoted, name."""
    floor = max(floor, text.rfind("\n", floor, at) + 1)
    begin, position, after = at, at, ""
    proper = quoted = False
    while position > floor:
        stop = position
        while stop > floor and text[stop - 1] in " -":
            stop -= 1
        left = stop
        while left > floor and text[left - 1] not in " -(\n":
            left -= 1
        word = text[left:stop]
        if not word or word[-1] in ".;:)?!" or left > 0 and text[left - 1] == "(":
            break
        if word[-1] in "\u2019'" and after == "" or word[-1] == "\u2019" and not word.lower()[:-1].endswith("s"):
            opening = text.rfind("\u2018", max(floor, stop - 60), stop)
            if opening >= 0 and "\u2019 " not in text[opening:stop]:
                begin = position = opening
                quoted = True
                after = "quoted"
                continue
        comma = word[-1] == ","
        bare = word.strip(QUOTES + ",").lower().replace("\u2019", "").replace("'", "")
        if bare in words.joiners or comma:
            if bare in words.joiners and (after == "" or (bare, after) not in words.joined and bare != "and"):
                break
            if comma and bare not in words.units:
                break
            if comma and after != "and":
                break
        if bare in words.units:
            if bare not in words.joiners:
                begin = left
        elif word[0].isupper() and _inside(text, left, floor) and bare not in words.never:
            begin = left
            proper = proper or bare.removesuffix("s") not in places and bare not in places
        elif bare not in words.joiners:
            break
        after, position = bare, left
    return begin, proper, quoted


def _inside(text: str, left: int, floor: int) -> bool:
    """Whether the word stands inside a sentence, so that its capital means something."""
    before = text[max(left - 2, 0) : left].rstrip()
    return left > floor and bool(before) and before[-1] not in ".:;?!\n\u2022"


def _last_words(text: str, begin: int, end: int, count: int) -> int:
    """Where the last ``count`` words of ``text[begin:end]`` begin."""
    found = list(re.finditer(r"[^\s/-]+", text[begin:end]))
    return begin + found[-count].start() if count <= len(found) else begin
