"""Dates and periods as reports print them.

A period may leave out what its end says: "13 to 24 March 2023", "26 November to 5 December 2012",
"18-22 November and 2-6 December 2019".  Nothing is guessed: a day that no calendar has, an end
before its start and a period of no year are given without dates, and say why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?"
_DASH = "[-\u2010-\u2015\u2212\u2500]"


def _one(n: int) -> str:
    """The pattern of one day, the names of its groups ending in ``n``.

    "13", "13 March", "13th of March 23", "Monday 13 March 2023", "01/06/2015", "1.6.2015".
    """
    return rf"""
    {_WEEKDAY}
    (?: (?P<nd{n}>\d{{1,2}}) [/.] (?P<nm{n}>\d{{1,2}}) [/.] (?P<ny{n}>\d{{4}}|\d{{2}})
      | (?P<d{n}>{_DAY})
        (?: (?:\s+of)? \s* (?P<m{n}>{_MONTH})(?![a-z])\.?
            (?: ,?\s* (?P<y{n}>\d{{4}}|\d{{2}}(?![\d:])) )? )? )
    """


#: "13 to 24 March 2023", "5 and 6 November 2024", "14, 15 and 16 May 2019", "20/6/16-24/6/16".
PERIOD = re.compile(
    rf"""
    (?<![\d/]) {_one(1)} (?: ,\s+ {_WEEKDAY} {_DAY} )*
    \s* (?: \bto\b | \buntil\b | \bthrough\b | {_DASH} | (?P<and> \band\b | & ) ) \s*
    {_one(2)} (?!\d)
    # in "12 November and 2-6 December" the "and" parts two periods
    (?(and) (?! \s* (?: {_DASH} | \bto\b ) \s* {_WEEKDAY} \d{{1,2}} \b ) )
    """,
    re.I | re.X,
)
DAY = re.compile(rf"(?<![\d/]) {_one(1)} (?!\d)", re.I | re.X)
#: What joins two periods of one inspection.
JOINT = re.compile(r"\s*(?:[,;]\s*and\b|[,;&]|\band\b)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period; ``start`` and ``end`` are None if it cannot be used: ``why`` says so."""

    start: date | None
    end: date | None
    #: offsets in the text that was searched
    begins: int
    ends: int
    #: "impossible-date", "end-before-start" or "date-without-year"; "" if nothing is wrong
    fault: str = ""
    why: str = ""


def find_periods(text: str, start: int, end: int, *, before: date | None = None) -> list[Period]:
    """The first period in ``text[start:end]``, and those joined to it by "and" or a comma.

    A single day is a period of one day.  Where no period prints a year, it is the last year in
    which the period was over on the day ``before``.
    """
    match = _first(text, start, end)
    matches: list[re.Match[str]] = []
    while match:
        matches.append(match)
        joint = JOINT.match(text, match.end(), end)
        match = _at(text, joint.end(), end) if joint else None
    found: list[Period] = []
    # the last period is printed in full; those before it may leave out the year that it gives
    year: int | None = None
    for match in reversed(matches):
        period = _period(match, year, before)
        found.insert(0, period)
        year = period.start.year if period.start else year
    return found


def find_day(text: str, start: int, end: int) -> Period | None:
    """The first day with month and year in ``text[start:end]``."""
    for match in DAY.finditer(text, start, end):
        if match["y1"] or match["ny1"]:
            return _period(match, None, None)
    return None


def _first(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first period or day in a text that has at least a month."""
    period = next((m for m in PERIOD.finditer(text, start, end) if _month(m, 2)), None)
    day = next((m for m in DAY.finditer(text, start, end) if _month(m, 1)), None)
    if period and (day is None or period.start() <= day.start()):
        return period
    return day


def _at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The period or day with which a text begins."""
    for pattern, last in ((PERIOD, 2), (DAY, 1)):
        match = pattern.match(text, start, end)
        if match and _month(match, last):
            return match
    return None


def _period(match: re.Match[str], year: int | None, before: date | None) -> Period:
    """The period of a match; ``year`` and ``before`` stand in for a year that is not printed."""
    last = 2 if match.re is PERIOD else 1
    end_month = _month(match, last)
    start_month = _month(match, 1) or end_month
    start_day, end_day = _day(match, 1), _day(match, last)
    end_year = _year(match, last) or year
    if end_year is None and before is not None:
        over = (end_month, end_day) <= (before.month, before.day)
        end_year = before.year if over else before.year - 1
    if end_year is None:
        return Period(None, None, *match.span(), "date-without-year", "it has no year")
    # "16 December to 10 January 2014" begins in the year before
    start_year = _year(match, 1) or end_year - (start_month > end_month)
    try:
        start, end = date(start_year, start_month, start_day), date(end_year, end_month, end_day)
    except ValueError:
        return Period(None, None, *match.span(), "impossible-date", "there is no such day")
    if end < start:
        why = "its end comes before its start"
        return Period(None, None, *match.span(), "end-before-start", why)
    return Period(start, end, *match.span())


def _day(match: re.Match[str], n: int) -> int:
    digits = re.match(r"\d+", match[f"d{n}"] or match[f"nd{n}"])
    return int(digits[0]) if digits else 0


def _month(match: re.Match[str], n: int) -> int:
    """1 to 12 (or what stands in the place of a month's number), 0 if no month is printed."""
    if match[f"nm{n}"]:
        return int(match[f"nm{n}"])
    name = (match[f"m{n}"] or "").lower()[:3]
    return next((i for i, month in enumerate(MONTHS, 1) if name and month.startswith(name)), 0)


def _year(match: re.Match[str], n: int) -> int | None:
    text: str | None = match[f"y{n}"] or match[f"ny{n}"]
    if text is None:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)
