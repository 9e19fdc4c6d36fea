"""What the figures of a sentence are compared with, and the day that they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.figures import Figure, find_figures
from kg.text.dates import DateFault, PrintedDate
from kg.text.partialdate import PartialDate

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
