"""Who must answer a report in writing and by when, and what the inspectorate says it will do next.

A family's profile says it in its tables ``[statement]`` (`StatementForm`) and
``[[next_step.sentence]]`` (`StepForm`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.documents import Document
from kg.knowledge.stepforms import StatementForm
from kg.reports.model import NextStep, Problem, StatementRequired
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.text.numbers import number
from kg.text.periods import Period, find_day

#: Characters behind "by" in which the day is looked for.
REACH = 60


def read_statements(
    document: Document, profile: Profile, parts: Sequence[Part], published: date | None
) -> tuple[tuple[StatementRequired, ...], tuple[Problem, ...]]:
    """The written answer that a report requires, if it requires one, and what is wrong with it.

    Its quote reaches from the sentence that requires it to the day by which, and holds both.  The
    day must come after the one on which the report was ``published``.
    """
    form = profile.statement
    if form is None:
        return (), ()
    for start, end in spans(document, parts, form.where):
        for pattern in form.match:
            match = find_sentence(pattern, document.text, start, end)
            if match:
                return _required(document, form, match, (start, end), published)
    return (), ()


def _required(
    document: Document,
    form: StatementForm,
    match: re.Match[str],
    within: tuple[int, int],
    published: date | None,
) -> tuple[tuple[StatementRequired, ...], tuple[Problem, ...]]:
    what = " ".join(match["what"].split())
    day = _day(document, form, *within)
    due = day.start if day else None
    if due and published and due <= published:
        due = None
    starts, ends = match.span()
    starts += len(match[0]) - len(match[0].lstrip())
    if day and due:
        starts, ends = min(starts, day.begins), max(ends, day.ends)
    required = StatementRequired(
        what=what,
        responsible=_responsible(document, form, *within),
        due=due,
        quote=quote(document, starts, ends),
    )
    if due or (day is None and not form.deadline_always):
        return (required,), ()
    return (required,), (_without_day(document, what, match, day, published),)


def _responsible(document: Document, form: StatementForm, start: int, end: int) -> str | None:
    for pattern in form.responsible:
        match = pattern.search(document.text, start, end)
        if match:
            return " ".join(match["who"].split())
    return None


def _day(document: Document, form: StatementForm, start: int, end: int) -> Period | None:
    """The first date right behind the words of a deadline, also one that cannot be."""
    for pattern in form.deadline:
        for match in pattern.finditer(document.text, start, end):
            found = find_day(document.text, match.end(), min(match.end() + REACH, end))
            if found and document.text[match.end() : found.begins].strip() == "":
                return found
    return None


def _without_day(
    document: Document,
    what: str,
    match: re.Match[str],
    day: Period | None,
    published: date | None,
) -> Problem:
    """What is said where no day is taken: none is printed, or one that cannot be."""
    page = document.page_at(day.begins if day else match.start())
    if day is None:
        message = f"the {what} that page {page} requires has no day by which that was understood"
        return Problem("no-due-date", message, page, " ".join(match[0].split()))
    words = " ".join(document.text[day.begins : day.ends].split())
    why = day.why or f"it does not come after the publication on {published}"
    message = f"the day {words!r} on page {page}, by which the {what} is due, was not taken: {why}"
    return Problem("no-due-date", message, page, words)


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
