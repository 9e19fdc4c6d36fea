"""Dates and periods as reports print them, no more precise than printed.

A period may leave out what its end says: "13 to 24 March 2023", "26 November to 5 December 2012".
Nothing is guessed: a day that no calendar has, an end before its start, and a date of which only a
part was understood are faults, which say why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.text.dateforms import DatePart, Form, find_forms
from kg.text.partialdate import PartialDate

#: What can be wrong with a printed date.
IMPOSSIBLE, BACKWARDS, NO_YEAR, UNCLEAR = (
    "impossible-date", "end-before-start", "date-without-year", "unclear-date",
)  # fmt: skip
#: What every printed year has, and few sentences: two digits.
_YEAR = re.compile("[0-9]\\s?[0-9]")
#: What joins two dates of one phrase.
_JOINT = re.compile(r"\s*(?:[,;]\s*and\b|[,;&]|\band\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date or period in a text."""

    #: offsets in the text that was searched
    start: int
    end: int
    #: the date, or the first of a period
    when: PartialDate
    #: the last of a period, None for a single date
    until: PartialDate | None
    #: True if "and" joins the two ends, which may then be two dates ("May and July 2019")
    pair: bool = False


@dataclass(frozen=True, slots=True)
class DateFault:
    """What is printed as a date and cannot be one, or was not understood whole."""

    start: int
    end: int
    #: `IMPOSSIBLE`, `BACKWARDS`, `NO_YEAR` or `UNCLEAR`
    code: str
    #: "there is no such day"
    why: str


def read_dates(text: str) -> list[PrintedDate | DateFault]:
    """Every date and period with a year, in order; for what cannot be one, why."""
    return list(_read(text)) if _YEAR.search(text) else []


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[PrintedDate | DateFault, ...]:
    """As `read_dates`: several readers ask for the dates of one sentence, one after the other."""
    found: list[PrintedDate | DateFault] = []
    follows: Form | None = None
    later: PartialDate | None = None
    for form in reversed(list(find_forms(text))):
        joined = follows and form.last.month and joint(text, form.end, follows.start)
        read = resolve(form, later=later if joined else None)
        if isinstance(read, PrintedDate) or read.code != NO_YEAR:
            found.append(read)
        follows, later = form, read.when if isinstance(read, PrintedDate) else None
    return tuple(found[::-1])


def joint(text: str, start: int, end: int) -> bool:
    """Whether what stands between two dates joins them, so that the first has the other's year."""
    return _JOINT.fullmatch(text, start, end) is not None


def without_dates(text: str) -> str:
    """The text with its dates blotted out, as long as it was."""
    pieces, done = [], 0
    for each in read_dates(text):
        pieces += [text[done : each.start], "\u00b7" * (each.end - each.start)]
        done = each.end
    return "".join((*pieces, text[done:]))


def resolve(
    form: Form, *, later: PartialDate | None = None, before: date | None = None
) -> PrintedDate | DateFault:
    """The date or period of a form, or why it is none.

    Where the form prints no year, it is that of the date ``later`` than it with which it is
    joined, or the last in which the period was over on the day ``before``.
    """
    if form.unclear:
        return DateFault(form.start, form.end, UNCLEAR, form.unclear)
    first, last = form.first, form.last
    year = _last_year(first, last, later, before)
    if year is None:
        return DateFault(form.start, form.end, NO_YEAR, "it has no year")
    try:
        until = PartialDate(year, last.month, last.day)
        month = first.month if first.day is None or first.month else last.month
        # "16 December to 10 January 2014" begins in the year before
        begun = first.year or year - (month is not None and month > (last.month or 12))
        when = PartialDate(begun, month, first.day)
    except ValueError:
        return DateFault(form.start, form.end, IMPOSSIBLE, "there is no such day")
    if until.last_day < when.first_day:
        why = "its end comes before its start"
        return DateFault(form.start, form.end, BACKWARDS, why)
    single = first is last
    return PrintedDate(form.start, form.end, when, None if single else until, form.pair)


def _last_year(
    first: DatePart, last: DatePart, later: PartialDate | None, before: date | None
) -> int | None:
    """The year in which a form ends, None if nothing says it."""
    if last.year is not None:
        return last.year
    month, day = last.month or 12, last.day or 1
    if first.year is not None:
        return first.year + ((first.month or 1) > month)
    if later is not None:
        return later.year - ((month, day) > (later.month or 12, later.day or 31))
    if before is not None:
        return before.year - ((month, day) > (before.month, before.day))
    return None
