"""Which authority a report is about: the name in its title or beside it, and a second witness.

Where they stand, a family's profile says in its table ``[header]`` (`HeaderForm`).  A title that
names an authority is believed unless the second witness names another one.  A trust or company
leads to the authorities for which it delivers; of several, the second witness tells which.  Nothing
is taken where two authorities are named, or one that was not there on the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.documents import Document, Line, Role
from kg.knowledge import Authority, Knowledge
from kg.reports.authoritynames import Meaning, Meanings
from kg.reports.authorityproblems import (
    in_doubt,
    listed,
    not_there,
    others_named,
    unconfirmed,
    unknown,
    unnamed,
)
from kg.reports.model import Problem
from kg.reports.outline import quote
from kg.reports.profile import Profile
from kg.reports.quotes import Printed, Quote
from kg.text.phrases import PhraseMatcher

#: Blocks before and after the title in which a name alone may stand.
NEAR = 4
#: A name is at most this long: characters, and words.
LONGEST, MOST_WORDS = 90, 9
#: Blocks at the front of a report of no known family in which a name is looked for.
FRONT = 12
#: Where a name may begin inside a sentence: "... neglect in Marlowe", "... of the Marlowe".
INSIDE = re.compile(r"\b(?:in|of|to|for)\s+(?:the\s+)?(?=[A-Z])")
#: What ends a name at the latest.
NAME_END = re.compile(r"[;:\n(]|\.(?<!\bSt\.)")
#: In an address a place alone is a town; only a council names the authority.
COUNCIL = re.compile(r"\b(?:council|borough|authority)\b", re.I)
FURNITURE = (Role.HEADER, Role.FOOTER)


@dataclass(frozen=True, slots=True)
class FoundAuthority:
    """The name as printed, the authority that it means, and what is to be said."""

    name: Printed[str] | None = None
    authority: Authority | None = None
    problems: tuple[Problem, ...] = ()


def find_authority(
    document: Document,
    profile: Profile | None,
    title: Printed[str] | None,
    title_block: int | None,
    front: int,
    knowledge: Knowledge,
    on: date | None,
) -> FoundAuthority:
    """The authority that the title or the first ``front`` characters name on the day ``on``.

    A title whose name is in no register is believed too: no other name is taken in its place.
    """
    meanings = Meanings(knowledge, on)
    patterns = profile.header.authority if profile else ()
    span = (title.quote.start, title.quote.end) if title else (0, 0)
    named = [meanings.of(name) for name in _named(document, patterns, *span)]
    said = next((each for each in named if each.known), None)
    letter = profile is not None and profile.header.letter_date
    if not named and title_block is not None and not letter:
        # on a cover the name stands beside the title, whatever the family
        said = _first(meanings, _beside(document, title_block))
    again = [meanings.of(name) for name in _again(document, profile, span, front)]
    again = [each for each in again if each.those]
    if said is None and named:
        return FoundAuthority(named[0].printed, None, (unknown(named[0].printed),))
    if said is None:
        said = next((each for each in again if each.printed.quote.text), None) or _elsewhere(
            document, meanings, profile, span, title_block, front
        )
    if said is None:
        return _unknown_or_none(document, patterns, front)
    return _held_against(document, said, again, span, front, knowledge, on)


def _held_against(
    document: Document,
    said: Meaning,
    again: Sequence[Meaning],
    title: tuple[int, int],
    front: int,
    knowledge: Knowledge,
    on: date | None,
) -> FoundAuthority:
    """What the title says, held against the second witnesses and the day."""
    name = said.printed
    if said.listed:
        return FoundAuthority(name, None, (listed(name, said.listed),))
    if said.not_there:
        register = knowledge.register
        return FoundAuthority(name, None, (not_there(name, said.not_there, on, register),))
    those = said.those
    for other in again:
        both = tuple(each for each in those if each in other.those)
        if not both:
            return FoundAuthority(name, None, (others_named(name, other),))
        those = both
    if len(those) > 1:
        return FoundAuthority(name, None, (in_doubt(name, those),))
    [authority] = those
    if said.whole or again or _mentions(document, authority, title, front):
        return FoundAuthority(name, authority)
    return FoundAuthority(name, None, (unconfirmed(name, authority),))


def _unknown_or_none(
    document: Document, patterns: Iterable[re.Pattern[str]], front: int
) -> FoundAuthority:
    """A name that the family's patterns find and no register has, or none at all.

    Of other words nothing says that they are a name.
    """
    name = next(_named(document, patterns, 0, front), None)
    return FoundAuthority(name, None, (unknown(name) if name else unnamed(),))


def _first(meanings: Meanings, names: Iterable[Printed[str]]) -> Meaning | None:
    """The first of some names that is known as it stands, with nothing left over."""
    found = (meanings.of(name) for name in names)
    return next((each for each in found if each.known and each.whole and not each.listed), None)


def _elsewhere(
    document: Document,
    meanings: Meanings,
    profile: Profile | None,
    title: tuple[int, int],
    title_block: int | None,
    front: int,
) -> Meaning | None:
    """What the front says, where neither the title nor a witness of the family names anyone."""
    patterns = profile.header.authority if profile else ()
    spans = [title]
    if profile is None:
        spans += [(block.start, block.end) for block in document.blocks[:FRONT]]
    found = _first(meanings, _named(document, patterns, 0, front))
    found = found or _first(meanings, _phrases(document, spans))
    if found is None and title_block is not None:
        found = _first(meanings, _addressed(document, title_block))
    return found


def _named(
    document: Document, patterns: Iterable[re.Pattern[str]], start: int, end: int
) -> Iterator[Printed[str]]:
    """What the family's patterns find, in their order."""
    for pattern in patterns:
        for match in pattern.finditer(document.text, start, end):
            yield _printed(document, *match.span("authority"))


def _again(
    document: Document, profile: Profile | None, title: tuple[int, int], front: int
) -> Iterator[Printed[str]]:
    """The names that the second witnesses of a family give, outside the title."""
    patterns = profile.header.authority_again if profile else ()
    for pattern in patterns:
        for match in pattern.finditer(document.text, 0, front):
            if not title[0] <= match.start("authority") < title[1]:
                yield _printed(document, *match.span("authority"))
    for line in _running(document) if patterns else ():
        for match in filter(None, (pattern.search(line.text) for pattern in patterns)):
            # what is not in the text has no offsets there: a quote of no words, with its page
            words = " ".join(match["authority"].split())
            yield Printed(words, Quote(line.page, 0, 0, ""))


def _running(document: Document) -> Iterator[Line]:
    """Each running header and footer, once."""
    seen: set[str] = set()
    for line in document.all_lines:
        if line.role in FURNITURE and line.text not in seen:
            seen.add(line.text)
            yield line


def _beside(document: Document, title_block: int) -> Iterator[Printed[str]]:
    """Short blocks around the title: those above it, the nearest first, then those below it.

    First two of them as one name, for it may be wrapped: "North" above "Marlowe" is not Marlowe.
    """
    first, last = max(title_block - NEAR, 0), min(title_block + 1 + NEAR, len(document.blocks))
    around = [*range(title_block - 1, first - 1, -1), *range(title_block + 1, last)]
    pairs = [(index - 1, index) for index in around if index - 1 in around]
    for above, below in (*pairs, *((index, index) for index in around)):
        start, end = document.blocks[above].start, document.blocks[below].end
        if end - start <= LONGEST:
            yield _printed(document, start, end)


def _addressed(document: Document, title_block: int) -> Iterator[Printed[str]]:
    """The councils among the lines above the title of a letter: to one of them it is addressed."""
    for line in document.lines[: document.blocks[title_block].first]:
        if COUNCIL.search(line.text):
            yield _printed(document, line.start, line.end)


def _phrases(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[Printed[str]]:
    """What stands behind "in", "of", "to" or "for" with a capital: the longest name first."""
    text = document.text
    for start, end in spans:
        for place in INSIDE.finditer(text, start, end):
            stop = NAME_END.search(text, place.end(), end)
            words = list(re.finditer(r"\S+", text[place.end() : stop.start() if stop else end]))
            for word in reversed(words[:MOST_WORDS]):
                yield _printed(document, place.end(), place.end() + word.end())


def _mentions(document: Document, authority: Authority, title: tuple[int, int], front: int) -> bool:
    """Whether the front names an authority outside the title, by one of its names."""
    named = PhraseMatcher(authority.names, capitals=True, plurals=False)
    return any(
        not title[0] <= match.start < title[1] for match in named.find(document.text[:front])
    )


def _printed(document: Document, start: int, end: int) -> Printed[str]:
    """A name without the mark that ends its line or sentence."""
    end = start + len(document.text[start:end].rstrip(" \n.,;:"))
    span = quote(document, start, end)
    return Printed(" ".join(span.text.split()), span)
