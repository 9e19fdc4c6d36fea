"""Figures of prose: counts, percentages and rates, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.text.dates import without_dates
from kg.text.numbers import find_numbers

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
