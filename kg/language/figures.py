"""Figures of prose: counts, percentages and rates, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text.dates import without_dates

#: Units of a figure by itself; what is counted is not known here.
COUNT, PERCENT, RATE = "count", "percent", "per 10,000 children"

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    "no": 0,
    "none": 0,
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
#: What may be a figure, in lower case; nothing stands in front, which keeps the search fast.
CANDIDATE = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}\s\d{3}(?=\schildren)|\d+(?:\.\d+)?"
    rf"|(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[:9])})\b)?"
    rf"|{'|'.join(reversed(_ONES))}|none|not\s+\w+\s+any|no"
)
#: What is before a number that is none: a bound, an age, a part of a name.
NO_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:(?:fewer|less|more|greater|lower)\s+than|under|below|up\s+to|at\s+(?:least|most)"
    r"|ages?|age\s+of|aged|section|stage|last|past|previous|per|these|those)\s+"
    r"|\b(?:one|two|three|\d+)\s+(?:in|out\s+of)\s+"
    r"|\d\s*(?:to|[-\u2010-\u2015])\s*|[\w.,/£])$"
)
#: What is behind one: a period, a range, a difference ("two fewer than").
NO_NUMBER_BEHIND = re.compile(
    r"\d|/\d|\w|\s*(?:to|[-\u2010-\u2015])\s*\d|[-\s](?:months?|years?|weeks?|days?|longer)\b"
    rf"|\s+(?:out\s+)?of\s+the\s+\d|\s+in\s+(?:\d+|{'|'.join(_ONES)})\b"
    r"|\s+(?:children\s+|young\s+people\s+)?(?:fewer|more|less|higher|lower)\b"
)
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
    for match in CANDIDATE.finditer(masked):
        start, end = match.span()
        percent = _PERCENT.match(masked, end)
        before = masked[max(start - 20, 0) : start]
        # "is19.4%": the space is missing, the percentage is not
        if percent and before[-1:].isalpha() and match[0][0].isdigit():
            before += " "
        if NO_NUMBER_BEFORE.search(before) or (not percent and NO_NUMBER_BEHIND.match(masked, end)):
            continue
        unit = PERCENT if percent else RATE if _RATE.match(masked, end) else COUNT
        found.append(Figure(start, percent.end() if percent else end, _value(match[0]), unit))
    return found


def _value(printed: str) -> float:
    if printed[0].isdigit():
        return float(re.sub(r"[,\s]", "", printed))
    return float(sum(_WORDS[word] for word in re.split(r"[-\s]+", printed) if word in _WORDS))
