"""Figures of prose: counts, percentages and rates, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.text.dates import DateFault, PrintedDate, without_dates
from kg.text.numbers import find_numbers
from kg.text.partialdate import PartialDate

#: Units of a figure by itself; what is counted is not known here.
COUNT, PERCENT, RATE = "count", "percent", "per 10,000 children"

#: What says that there are none, in lower case.
ZERO = re.compile(r"\b(?:none|not\s+\w+\s+any|no)\b")
#: What is before a number that is none: a bound, an age, a part of a name.
NO_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:(?:fewer|less|more|greater|lower)\s+than|under|below|up\s+to|at\s+(?:least|most)"
    r"|ages?|age\s+of|aged|section|stage|last|past|previous|per|these|those)\s+|nearest\s+[\u2018']?"
    r"|\d\s*(?:to|[-\u2010-\u2015])\s*|[\w.,/£])$"
)
#: What is behind one: a period, a range, a difference ("two fewer than").
NO_NUMBER_BEHIND = re.compile(
    r"\d|/\d|\w|\s*(?:to|[-\u2010-\u2015])\s*\d|[-\s](?:months?|years?|weeks?|days?|longer)\b"
    r"|\s+(?:out\s+)?of\s+the\s+\d"
    r"|\s+(?:children\s+|young\s+people\s+)?(?:fewer|more|less|higher|lower)\b"
)
#: "one in five", "two out of three"
_SHARE = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?")
_PERCENT = re.compile(r"\s*(?:%|per\s?cent\b)")
_RATE = re.compile(r"\s*(?:children\s+)?per\s+10,?\s?000")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in a text."""

    start: int
    end: int
    value: float
    unit: str


def find_figures(text: str) -> list[Figure]:
    """Every figure that is a number; what only bounds one ("fewer than five") is none.

    Dates, ages, periods and differences are no figures; "no" and "none" are 0.
    """
    masked = without_dates(text).lower()
    if len(masked) != len(text):
        return []
    found = []
    for start, end, value in _candidates(masked):
        percent = _PERCENT.match(masked, end)
        before = masked[max(start - 20, 0) : start]
        # "is19.4%": the space is missing, the percentage is not
        if percent and before[-1:].isalpha():
            before += " "
        if NO_NUMBER_BEFORE.search(before) or (not percent and NO_NUMBER_BEHIND.match(masked, end)):
            continue
        unit = PERCENT if percent else RATE if _RATE.match(masked, end) else COUNT
        found.append(Figure(start, percent.end() if percent else end, value, unit))
    return found


def _candidates(text: str) -> list[tuple[int, int, float]]:
    """Start, end and value of what may be a figure, in order; "no" and "none" are 0."""
    numbers = list(find_numbers(text))
    shares: set[int] = set()
    for one, other in pairwise(numbers):
        if _SHARE.fullmatch(text, one.end, other.start):
            shares |= {one.start, other.start}
    found = [(each.start, each.end, each.value) for each in numbers if each.start not in shares]
    return sorted([*found, *((*match.span(), 0.0) for match in ZERO.finditer(text))])


#: Words before a figure that make it an earlier one, another area's, or the national one.
EARLIER = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|similar\s+to|same\s+as|than|against|on)\s+"
    r"(?:(?:the|a|an|figure|total|number|rate|of|just|over|approximately)\s+)*$",
    re.I,
)
NATIONAL = re.compile(
    r"\b(?:national(?:ly)?|England|English\s+average|country\s+as\s+a\s+whole)\b[^()]{0,60}$", re.I
)
NATIONAL_AFTER = re.compile(
    r"[^.;\d(]{0,40}\b(?:nationally|national|(?:in|for|across)\s+(?:the\s+)?(?:country|England))\b",
    re.I,
)
ELSEWHERE = re.compile(
    r"\b(?:regional(?:ly)?|region|neighbours?|similar(?!\s+to)|comparator|London\s+average|"
    r"(?:North|South)\s+(?:East|West)\s+average|other\s+authorities)\b",
    re.I,
)
ELSEWHERE_AFTER = re.compile(
    r"\s*\)?\s+(?:for|in|across|of)\s+(?:the\s+)?(?:region|London|statistical|similar|"
    r"(?:North|South)\s+(?:East|West)|(?:East|West)\s+Midlands)",
    re.I,
)
COMPARED = re.compile(r"\b(?:compared|than|against|comparison|whereas|while)\b", re.I)
#: What stands before a day that the figures are not of.
FROM = re.compile(r"\b(?:from|since|between|inspection)\b[^,;]*$")
BRACKET = re.compile(r"\(\s*(?:or\s+|a\s+rate\s+of\s+|rate\s+of\s+)?$")
#: The day of a figure: "At 31 March 2015", or the date that opens the bullet.
OF_DAY = re.compile(
    r"(?:\b(?:at|as\s+of|on|in|at\s+the\s+end\s+of|by)\s+(?:the\s+end\s+of\s+)?|^\W*)$", re.I
)


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure, what it is compared with, and the day of an earlier one."""

    figure: Figure
    #: "national", "earlier", "elsewhere" (of another area), or None
    comparison: str | None
    when: PartialDate | None
    #: True behind an opening bracket: "12% (40)"
    bracketed: bool


def read_figures(text: str, dates: Sequence[PrintedDate | DateFault]) -> list[ReadFigure]:
    """The figures of a sentence, each with what it is compared with."""
    figures = find_figures(text)
    found = []
    for place, figure in enumerate(figures):
        start = figures[place - 1].end if place else 0
        end = figures[place + 1].start if place + 1 < len(figures) else len(text)
        compared = COMPARED.search(text, 0, figure.start) is not None
        comparison = _comparison(text[start : figure.start], text[figure.end : end], compared)
        day = None
        if comparison == "earlier":
            day = _day(next((each for each in dates if each.start >= figure.end), None))
        found.append(
            ReadFigure(figure, comparison, day, BRACKET.search(text, 0, figure.start) is not None)
        )
    return found


def day_of(text: str, dates: Sequence[PrintedDate | DateFault]) -> PartialDate | None:
    """The day that the figures of a sentence are of."""
    for date in dates:
        before = text[: date.start]
        if OF_DAY.search(before) and not EARLIER.search(before) and not FROM.search(before):
            return _day(date)
    return None


def _day(date: PrintedDate | DateFault | None) -> PartialDate | None:
    """The day that a date gives, the last of a period; None of one that cannot be."""
    return date.until or date.when if isinstance(date, PrintedDate) else None


def _comparison(before: str, after: str, compared: bool) -> str | None:
    """What the words before and after a figure, up to the next ones, compare it with."""
    if ELSEWHERE.search(before) or ELSEWHERE_AFTER.match(after):
        return "elsewhere"
    if NATIONAL.search(before) or (compared and NATIONAL_AFTER.match(after)):
        return "national"
    return "earlier" if EARLIER.search(before) else None
