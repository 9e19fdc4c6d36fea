"""Dates as prose prints them: a year, a month, a day or a period, no more precise than printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
YEAR = r"20[0-4]\d(?!\d)"
_YEAR = re.compile(YEAR)
#: Longest that a date may reach around its year (characters).
REACH = 45
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?(?![\d.%])"
_TO = r"\s*(?:\band\b|\bto\b|[-\u2010-\u2015\u2212])\s*"
#: "2019", "April 2019", "3 April 2019", "24 to 28 January 2022", "28 May to 1 June 2019",
#: "November and December 2013", "March 31 2015"
DATE = re.compile(
    rf"""
    (?<![\d/])
    (?: (?: (?P<d1>{_DAY}) (?:\s+of)? \s* )?
        (?: (?P<m1>{MONTH}) ,? \s* (?P<y1>{YEAR})? )?
        (?P<to>{_TO}) (?P<d2>{_DAY})? (?:\s+of)? \s* (?P<m2>{MONTH}) ,? \s* (?P<y2>{YEAR})
      | (?P<md>{MONTH}) \s+ (?P<dm>{_DAY}) ,? \s+ (?P<ym>{YEAR})
      | (?: (?: (?P<d>{_DAY}) (?:\s+of)? \s* )? (?P<m>{MONTH}) ,? \s+ )? (?P<y>{YEAR})
    )
    """,
    re.I | re.X,
)


#: "30 June 15": a year of two digits, where a whole day stands before it.
SHORT = re.compile(rf"(?<![\d/])({_DAY})\s+({MONTH})\s+([0-3]\d)(?![\d%]|[.,]\d)", re.I)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date or period in a text."""

    start: int
    end: int
    #: "2019", "2019-04" or "2019-04-03": the day, or the first of a period
    when: str
    #: the last day of a period in the same form, None for a single date
    until: str | None
    #: True if "and" joins the two ends, which may then be two dates ("May and July 2019")
    pair: bool = False


def find_dates(text: str) -> list[PrintedDate]:
    """Every date with a year; a day or month that no calendar has leaves the year alone."""
    return [_printed(match) for match in _matches(text)]


def without_dates(text: str) -> str:
    """The text with its dates blotted out, as long as it was."""
    for match in _matches(text):
        text = text[: match.start()] + "\u00b7" * len(match[0]) + text[match.end() :]
    return text


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text, looked for around its years only."""
    done = 0
    for year in _YEAR.finditer(text):
        if year.start() < done:
            continue
        match = DATE.search(text, max(done, year.start() - REACH), year.end() + REACH)
        if match is not None and _sound(match):
            done = match.end()
            yield match
    if not done and (short := SHORT.search(text)):
        yield short


def _sound(match: re.Match[str]) -> bool:
    """A period has something before its "to"."""
    return match["to"] is None or bool(match["d1"] or match["m1"])


def _printed(match: re.Match[str]) -> PrintedDate:
    if match.re is SHORT:
        when = _iso(f"20{match[3]}", match[2], match[1])
        return PrintedDate(match.start(), match.end(), when, None)
    if match["md"]:
        when = _iso(match["ym"], match["md"], match["dm"])
        return PrintedDate(match.start(), match.end(), when, None)
    if match["to"] is None:
        when = _iso(match["y"], match["m"], match["d"])
        return PrintedDate(match.start(), match.end(), when, None)
    first = _iso(match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"])
    last = _iso(match["y2"], match["m2"], match["d2"])
    if match["y1"] is None and first[:7] > last[:7]:
        first = f"{int(first[:4]) - 1}{first[4:]}"
    pair = match["to"].strip().lower() == "and"
    return PrintedDate(match.start(), match.end(), first, last, pair)


def _iso(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3]))
    digits = re.match(r"\d+", day) if day else None
    if digits is None or not 1 <= int(digits[0]) <= 31:
        return f"{year}-{number:02}"
    return f"{year}-{number:02}-{int(digits[0]):02}"
