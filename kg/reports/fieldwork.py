"""When the inspectors were there, and when the report was published.

Where the dates stand, a family's profile says in its table ``[header]`` (`HeaderForm`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

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
#: Between a cover's label and its dates nothing else may stand.
_BETWEEN = re.compile(r"[\s:\u2010-\u2015-]*(?:(?:from|between|on|the)\s+)*", re.I)
#: Behind a period, a further one that was not understood: "and 10 to 12", ", again on 3 July".
_FURTHER = re.compile(
    r"""
    \s* (?: [,;&(] | \b(?:and|then)\b ) [^.\n]{0,30}?
    \b \d{1,2} (?:st|nd|rd|th)? \s* (?: to | and | of | [\u2010-\u2015-] )? \s*
    (?: \d | (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec) [a-z]* \b )
    """,
    re.I | re.X,
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
                return None, (_unusable(document, found, "publication date", "published"),)
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
            return None, (_unusable(document, found, "letter's date", "published"),)
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
    found = list(islice(_candidates(text, labels, front, published), 1)) or [
        *_candidates(text, prose, front, published)
    ]
    if not found:
        return (), (_dateless(document, labels, front),)
    # a letter may speak of an earlier visit before it comes to its own
    own = (each for each in found if not _is_of_another(document, profile, each, published))
    match, periods = next(own, found[0])
    until = min(match.end() + REACH, front)
    further = _FURTHER.match(text, periods[-1].ends, until)
    if match.re in labels and not _is_behind(text, match, periods[0], profile):
        return (), (_half(document, match.start(), periods[-1].ends),)
    if further:
        return (), (_half(document, periods[0].begins, further.end()),)
    faults = [
        _unusable(document, period, "period of fieldwork")
        for period in periods
        if period.start is None
    ]
    if faults:
        return (), tuple(faults)
    printed = find_periods(text, match.end(), until)
    inferred = any(period.start is None for period in printed)
    return _visits(document, periods), (_yearless(document, periods),) if inferred else ()


def _candidates(
    text: str, patterns: Sequence[re.Pattern[str]], front: int, published: date | None
) -> Iterator[tuple[re.Match[str], list[Period]]]:
    """What announces days of fieldwork in the first ``front`` characters, and those days."""
    for pattern in patterns:
        for match in pattern.finditer(text, 0, front):
            until = min(match.end() + REACH, front)
            periods = find_periods(text, match.end(), until, before=published)
            if periods:
                yield match, periods


def _is_of_another(
    document: Document,
    profile: Profile | None,
    found: tuple[re.Match[str], list[Period]],
    published: date | None,
) -> bool:
    """Whether the days are those of an earlier inspection: its sentence or the calendar says so."""
    match, periods = found
    if profile is None or match.re in profile.header.dates:
        return False
    last, longest = periods[-1].end, profile.header.published_days
    if last and published and longest and (published - last).days > longest:
        return True
    start, _ = document.sentence_at(match.start())
    before = document.text[start : periods[0].begins]
    return any(words.search(before) for words in profile.header.other_dates)


def _yearless(document: Document, periods: Sequence[Period]) -> Problem:
    """That the year of fieldwork is not printed, and whence it was taken."""
    page = document.page_at(periods[0].begins)
    words = " ".join(document.text[periods[0].begins : periods[-1].ends].split())
    message = (
        f"the period of fieldwork {words!r} on page {page} has no year: it is the last one in "
        "which it was over when the report was published"
    )
    return Problem("year-inferred", message, page, words)


#: What is said where there is not even a label of the days of fieldwork.
NO_PERIOD = (
    "no period of fieldwork was found at the front: if the report prints it elsewhere, give "
    "inspection_start and inspection_end in corrections.csv"
)


def _dateless(document: Document, labels: Sequence[re.Pattern[str]], front: int) -> Problem:
    """Why there is no period of fieldwork: no date behind its label, or not even a label."""
    for match in (match for label in labels for match in label.finditer(document.text, 0, front)):
        words = document.text[match.start() : match.end() + NEAR].strip().partition("\n")[0]
        page = document.page_at(match.start())
        return Problem("no-dates", f"{words!r} on page {page} gives no days", page, words)
    return Problem("no-dates", NO_PERIOD)


def _is_behind(text: str, label: re.Match[str], period: Period, profile: Profile | None) -> bool:
    """Whether a period stands right behind its label, or behind the next label of the cover."""
    if _BETWEEN.fullmatch(text, label.end(), period.begins):
        return True
    others = profile.inspectors.lead if profile else ()
    between = text[label.end() : period.begins].strip() + " "
    return any(other.fullmatch(between) for other in others)


def _visits(document: Document, periods: Sequence[Period]) -> tuple[Visit, ...]:
    return tuple(
        Visit(period.start, period.end, quote(document, period.begins, period.ends))
        for period in periods
        if period.start and period.end
    )


def _half(document: Document, start: int, end: int) -> Problem:
    """What is said of dates of which only a part was understood."""
    words = " ".join(document.text[start:end].split())
    page = document.page_at(start)
    message = f"of the dates in {words!r} on page {page} only a part was understood: none was taken"
    return Problem("unclear-date", message, page, words)


def _unusable(document: Document, period: Period, what: str, field: str | None = None) -> Problem:
    words = " ".join(document.text[period.begins : period.ends].split())
    page = document.page_at(period.begins)
    return Problem(
        period.fault,
        f"the {what} {words!r} on page {page} cannot be used: {period.why}; correct it in the file",
        page,
        words,
        field,
    )
