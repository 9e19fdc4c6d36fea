"""Which authority a report is about: the name printed in its title or beside it.

A family's profile says in its table ``[header]``::

    authority = [...]    patterns with a group ``authority``, tried on the title, then on the front
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from kg.documents import Document
from kg.knowledge import Authority, Register
from kg.reports.outline import quote
from kg.reports.profile import Profile
from kg.reports.quotes import Printed

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


def find_authority(
    document: Document,
    profile: Profile | None,
    title: Printed[str] | None,
    title_block: int | None,
    front: int,
    register: Register,
    on: date | None,
) -> tuple[Printed[str] | None, Authority | None]:
    """The name as printed, and the authority that bears it on the day ``on``.

    The name is looked for in the title, then beside it, then in the first ``front`` characters.
    A title that names an authority is believed: if the register does not know that name, no
    other name is taken in its place.  A name that is in no register is given without an
    authority, if a pattern of the family found it: of other words nothing says that they are a
    name.
    """
    patterns = profile.header.authority if profile else ()
    spans = [(title.quote.start, title.quote.end)] if title else []
    named = [name for span in spans for name in _named(document, patterns, *span)]
    found = _first_known(named, register, on)
    if not named and title_block is not None:
        # on a cover the name stands beside the title, whatever the family
        found = _first_known(_beside(document, title_block), register, on)
    if not named and not found:
        named = list(_named(document, patterns, 0, front))
        elsewhere = [block for block in document.blocks[:FRONT] if profile is None]
        phrases = _phrases(document, [*spans, *((block.start, block.end) for block in elsewhere)])
        found = _first_known(chain(named, phrases), register, on)
    return found or (named[0] if named else None, None)


def _first_known(
    names: Iterable[Printed[str]], register: Register, on: date | None
) -> tuple[Printed[str], Authority] | None:
    """The first of some names that an authority bears, with the authority."""
    for name in names:
        authority = register.resolve(name.value, on)
        if authority:
            return name, authority
    return None


def _named(
    document: Document, patterns: Iterable[re.Pattern[str]], start: int, end: int
) -> Iterator[Printed[str]]:
    """What the family's patterns find, in their order."""
    for pattern in patterns:
        for match in pattern.finditer(document.text, start, end):
            yield _printed(document, *match.span("authority"))


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


def _phrases(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[Printed[str]]:
    """What stands behind "in", "of", "to" or "for" with a capital: the longest name first."""
    text = document.text
    for start, end in spans:
        for place in INSIDE.finditer(text, start, end):
            stop = NAME_END.search(text, place.end(), end)
            words = list(re.finditer(r"\S+", text[place.end() : stop.start() if stop else end]))
            for word in reversed(words[:MOST_WORDS]):
                yield _printed(document, place.end(), place.end() + word.end())


def _printed(document: Document, start: int, end: int) -> Printed[str]:
    """A name without the mark that ends its line or sentence."""
    end = start + len(document.text[start:end].rstrip(" \n.,;:"))
    span = quote(document, start, end)
    return Printed(" ".join(span.text.split()), span)
