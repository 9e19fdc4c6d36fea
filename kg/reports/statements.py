"""Who must answer a report in writing, and by when.

A family's profile says it in its table ``[statement]``::

    match = [...]          the sentence that requires it, with a group ``what``
    responsible = [...]    who must write it, with a group ``who``; the first that is found stands
    deadline = [...]       what stands before the day
    deadline_always = true that there is no day is told
    where = "next-steps"   the kind of the part in which all this stands
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.documents import Document
from kg.knowledge.stepforms import StatementForm
from kg.reports.model import Problem, StatementRequired
from kg.reports.nextsteps import find_sentence, spans
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
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
