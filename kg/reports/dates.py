"""Dates and periods as reports print them.

A period may leave out what its end says: "13 to 24 March 2023", "26 November to 5 December 2012",
"18-22 November and 2-6 December 2019".  Nothing is guessed: a day that no calendar has, and an
end before its start, are said to be impossible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?(?:\s+of)?"


def _one(n: int) -> str:
    """The pattern of one day, its groups ending in ``n``.

    "13", "13 March", "13 March 2023", "13th of March 23", "Monday 13 March 2023", "01/06/2015".
    """
    return rf"""
    {_WEEKDAY}
    (?: (?P<nd{n}>\d{{1,2}})/(?P<nm{n}>\d{{1,2}})/(?P<ny{n}>\d{{4}}|\d{{2}})
      | (?P<d{n}>{_DAY})
        (?: \s* (?P<m{n}>{_MONTH})\b\.? (?: ,?\s* (?P<y{n}>\d{{4}}|\d{{2}}(?![\d:])) )? )? )
    """


_TO = r"\s*(?:\bto\b|\band\b|\buntil\b|[-\u2010-\u2015\u2212\u2500])\s*"
PERIOD = re.compile(rf"\b{_one(1)}{_TO}{_one(2)}(?!\d)", re.I | re.X)
DAY = re.compile(rf"\b{_one(1)}(?!\d)", re.I | re.X)
#: What joins two periods of one inspection.
AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*(?:and\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period; ``start`` and ``end`` are None if it is impossible, and ``why`` says so."""

    start: date | None
    end: date | None
    #: offsets in the text that was searched
    begins: int
    ends: int
    why: str = ""


def find_periods(text: str, start: int, end: int, *, year: int | None = None) -> list[Period]:
    """The first period in ``text[start:end]`` and those joined to it by "and".

    ``year`` stands in where no period prints one.  A single day is a period of one day.
    """
    match = _next(text, start, end)
    matches: list[re.Match[str]] = []
    while match:
        matches.append(match)
        joint = AND.match(text, match.end(), end)
        match = _at(text, joint.end(), end) if joint else None
    found: list[Period] = []
    # the last period is printed in full; those before it may leave out what it says
    following = year
    for match in reversed(matches):
        period = _period(match, following)
        found.insert(0, period)
        following = period.start.year if period.start else following
    return found


def find_day(text: str, start: int, end: int) -> Period | None:
    """The first day with month and year in ``text[start:end]``."""
    for match in DAY.finditer(text, start, end):
        if (match["m1"] and match["y1"]) or match["ny1"]:
            return _period(match, None)
    return None


def _next(text: str, start: int, end: int) -> re.Match[str] | None:
    for match in _candidates(text, start, end):
        return match
    return None


def _candidates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    period = next((m for m in PERIOD.finditer(text, start, end) if _full(m, 2)), None)
    day = next((m for m in DAY.finditer(text, start, end) if _full(m, 1)), None)
    if period and (day is None or period.start() <= day.start()):
        yield period
    elif day:
        yield day


def _at(text: str, start: int, end: int) -> re.Match[str] | None:
    for pattern, last in ((PERIOD, 2), (DAY, 1)):
        match = pattern.match(text, start, end)
        if match and _full(match, last):
            return match
    return None


def _full(match: re.Match[str], last: int) -> bool:
    return bool(match[f"m{last}"] or match[f"nm{last}"])


def _period(match: re.Match[str], year: int | None) -> Period:
    last = 2 if match.re is PERIOD else 1
    groups = match.groupdict()
    end_year = _year(groups.get(f"y{last}") or groups.get(f"ny{last}")) or year
    end_month = _month(groups.get(f"m{last}"), groups.get(f"nm{last}"))
    end_day = _number(groups.get(f"d{last}") or groups.get(f"nd{last}"))
    if end_year is None or end_month is None:
        return Period(None, None, *match.span(), "it has no year")
    start_month = _month(groups.get("m1"), groups.get("nm1")) or end_month
    start_day = _number(groups.get("d1") or groups.get("nd1"))
    start_year = _year(groups.get("y1") or groups.get("ny1"))
    if start_year is None:
        # "16 December to 10 January 2014" begins in the year before
        start_year = end_year - (start_month > end_month)
    try:
        start, end = date(start_year, start_month, start_day), date(end_year, end_month, end_day)
    except ValueError:
        return Period(None, None, *match.span(), "there is no such day")
    if end < start:
        return Period(None, None, *match.span(), "its end comes before its start")
    return Period(start, end, *match.span())


def _number(text: str | None) -> int:
    match = re.match(r"\d+", text or "")
    return int(match[0]) if match else 0


def _month(name: str | None, number: str | None) -> int | None:
    if number:
        return int(number)
    if not name:
        return None
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)
