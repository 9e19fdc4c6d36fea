"""When the inspectors were there, and when the report was published.

A family's profile says in its table ``[header]`` where the dates stand::

    dates = [...]        what stands before the period of fieldwork on a cover
    prose_dates = [...]  what stands before it in a letter's prose
    published = [...]    what stands before the publication date
    published_rare = true  most reports of the family print none: it is not missed
    letter_date = true   the publication date is the letter's, alone on a line
"""

from __future__ import annotations

import re
from datetime import date

from kg.documents import Document
from kg.reports.model import Problem, Visit
from kg.reports.outline import quote
from kg.reports.profile import Profile
from kg.reports.quotes import Printed
from kg.text.periods import Period, find_day, find_periods

#: Characters behind a label in which its period is looked for.
REACH = 170
#: Characters behind a label in which the publication date is looked for.
NEAR = 60
#: A letter's date stands among this many lines at its front.
LETTER_LINES = 60

# of a report of no known family
_DATES = re.compile(r"(?:inspection|visit|fieldwork|review)\s(?:dates?|period)\s?:?", re.I)
_PROSE_DATES = re.compile(
    r"\b(?:between|took\splace|carried\sout|visited|on)\b(?=[^.]{0,40}\d)", re.I
)
_PUBLISHED = re.compile(r"^(?:report\s)?(?:published|publication\sdate)\s?:?", re.I | re.M)


def read_published(
    document: Document, profile: Profile | None, front: int
) -> tuple[Printed[date] | None, tuple[Problem, ...]]:
    """The day of publication, looked for in the first ``front`` characters; or why there is none.

    A letter is published on the day that it bears.
    """
    labels = profile.header.published if profile else (_PUBLISHED,)
    for pattern in labels:
        for match in pattern.finditer(document.text, 0, front):
            found = find_day(document.text, match.end(), min(match.end() + NEAR, front))
            if found and found.start:
                return Printed(found.start, quote(document, match.start(), found.ends)), ()
            if found:
                return None, (_unusable(document, found, "publication date"),)
    if profile and profile.header.letter_date:
        return _letter_date(document)
    if labels and not (profile and profile.header.published_rare):
        return None, (Problem("no-publication-date", "no publication date is printed"),)
    return None, ()


def _letter_date(document: Document) -> tuple[Printed[date] | None, tuple[Problem, ...]]:
    """The first line near the front that is a date and nothing else."""
    for line in document.lines[:LETTER_LINES]:
        found = find_day(document.text, line.start, line.end)
        if found and (found.begins, found.ends) == (line.start, line.end):
            if found.start:
                return Printed(found.start, quote(document, line.start, line.end)), ()
            return None, (_unusable(document, found, "letter's date"),)
    message = "the letter has no date on a line of its own"
    return None, (Problem("no-publication-date", message),)


def read_visits(
    document: Document, profile: Profile | None, front: int, published: date | None
) -> tuple[tuple[Visit, ...], tuple[Problem, ...]]:
    """The periods of fieldwork, looked for in the first ``front`` characters; or why there is none.

    Where no year is printed it is the last one in which the fieldwork was over when the report
    was ``published``.
    """
    text = document.text
    labels = profile.header.dates if profile else (_DATES,)
    prose = profile.header.prose_dates if profile else (_PROSE_DATES,)
    for pattern in (*labels, *prose):
        for match in pattern.finditer(text, 0, front):
            until = min(match.end() + REACH, front)
            periods = find_periods(text, match.end(), until, before=published)
            unusable = [period for period in periods if period.start is None]
            if unusable:
                return (), tuple(
                    _unusable(document, period, "period of fieldwork") for period in unusable
                )
            visits = tuple(
                Visit(period.start, period.end, quote(document, period.begins, period.ends))
                for period in periods
                if period.start and period.end
            )
            if visits:
                return visits, _doubts(visits, published)
    return (), (Problem("no-dates", "no period of fieldwork is printed at the front"),)


def _doubts(visits: tuple[Visit, ...], published: date | None) -> tuple[Problem, ...]:
    end = max(visit.end for visit in visits)
    if published is None or end <= published:
        return ()
    message = (
        f"the fieldwork ended on {end}, after the report was published on {published}: "
        "one of the two is printed wrongly; compare both with the file"
    )
    return (Problem("published-before-end", message, visits[0].quote.page),)


def _unusable(document: Document, period: Period, what: str) -> Problem:
    words = " ".join(document.text[period.begins : period.ends].split())
    page = document.page_at(period.begins)
    return Problem(
        period.fault,
        f"the {what} {words!r} on page {page} cannot be used: {period.why}; correct it in the file",
        page,
    )
