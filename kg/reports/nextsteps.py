"""What the inspectorate says it will do next.

A family's profile says it in ``[[next_step.sentence]]`` tables::

    kind = "full-inspection"     notation of the step in the vocabulary
    where = "outcome"            the kind of the part in which it stands
    match = '''...'''            with a group ``number`` and a group ``unit`` (years or months)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents import Document
from kg.reports.model import NextStep
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.text.numbers import number

#: Characters of a sentence.
LONGEST = 2000


def read_next_steps(
    document: Document, profile: Profile, parts: Sequence[Part]
) -> tuple[NextStep, ...]:
    """The next steps that a report announces, one of each kind."""
    found = []
    for entry in profile.next_step.sentence:
        for start, end in spans(document, parts, entry.where):
            match = find_sentence(entry.match, document.text, start, end)
            if match:
                months = _months(match)
                place = quote(document, match.start(), match.end())
                found.append(NextStep(entry.kind, months, place))
                break
    return tuple(found)


def find_sentence(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> re.Match[str] | None:
    """The first sentence that a pattern finds between two places.

    A pattern of a sentence may begin with all that is no full stop.  Each sentence is looked at
    alone, and of a longer one than is ever printed the end: so the cost grows with the text, and
    not with its square.

    >>> found = find_sentence(re.compile(r"[^.]*plan[^.]*[.]"), "One. A plan is made. Two.", 0, 25)
    >>> found[0] if found else None
    ' A plan is made.'
    """
    while start < end:
        stop = text.find(".", start, end) + 1 or end
        found = pattern.search(text, max(start, stop - LONGEST), stop)
        if found:
            return found
        start = stop
    return None


def spans(document: Document, parts: Sequence[Part], where: str | None) -> list[tuple[int, int]]:
    """The text of the parts of a kind, or all of it."""
    if where is None:
        return [(0, len(document.text))]
    return [
        (document.blocks[part.first].start, document.blocks[part.last - 1].end)
        for part in parts
        if part.kind == where and part.first < part.last
    ]


def _months(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    count = number(groups.get("number") or "")
    if count is None or not count.is_integer():
        return None
    return int(count) * (12 if (groups.get("unit") or "").lower().startswith("year") else 1)
