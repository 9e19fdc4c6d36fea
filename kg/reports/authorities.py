"""Which authority a report is about: the name printed in its title or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.documents import Document
from kg.knowledge import Authority, Register
from kg.reports.model import Printed
from kg.reports.outline import quote
from kg.reports.profile import Profile

#: Blocks before and after the title in which a name alone may stand.
NEAR = 4
#: A name is at most this long (characters).
LONGEST = 90
#: Where a name may begin inside a title: "... neglect in Marlowe", "... of the Marlowe".
INSIDE = re.compile(r"\b(?:in|of|to|for)\s+(?:the\s+)?(?=[A-Z])")


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

    If no candidate is in the register, the first one is given without an authority.
    """
    first: Printed[str] | None = None
    for candidate in _candidates(document, profile, title, title_block, front):
        found = register.resolve(candidate.value, on)
        if found:
            return candidate, found
        first = first or candidate
    return first, None


def _candidates(
    document: Document, profile: Profile | None, title: Printed[str] | None,
    title_block: int | None, front: int,
) -> Iterator[Printed[str]]:  # fmt: skip
    """Names in the order of how sure they are; the first is what the report calls it."""
    patterns = profile.patterns("header", "authority") if profile else ()
    if title:
        for pattern in patterns:
            yield from _matches(document, pattern, title.quote.start, title.quote.end)
    if title_block is not None:
        yield from _near(document, title_block)
    for pattern in patterns:
        yield from _matches(document, pattern, 0, front)
    if title:
        # the end of a title names the place: the last words first
        text = document.text
        places = list(INSIDE.finditer(text, title.quote.start, title.quote.end))
        for place in reversed(places):
            yield _printed(document, place.end(), title.quote.end)


def _matches(
    document: Document, pattern: re.Pattern[str], start: int, end: int
) -> Iterator[Printed[str]]:
    for match in pattern.finditer(document.text, start, end):
        yield _printed(document, *match.span("authority"))


def _near(document: Document, title_block: int) -> Iterator[Printed[str]]:
    """Short blocks around the title, alone and joined with the next: a name may be wrapped."""
    blocks = document.blocks
    before = range(title_block - 1, max(title_block - NEAR, 0) - 1, -1)
    after = range(title_block + 1, min(title_block + 1 + NEAR, len(blocks)))
    for index in (*before, *after):
        block = blocks[index]
        if block.end - block.start > LONGEST:
            continue
        yield _printed(document, block.start, block.end)
        if index + 1 < len(blocks) and index + 1 != title_block:
            following = blocks[index + 1]
            if following.end - block.start <= LONGEST:
                yield _printed(document, block.start, following.end)


def _printed(document: Document, start: int, end: int) -> Printed[str]:
    span = quote(document, start, end)
    return Printed(" ".join(span.text.split()), span)
