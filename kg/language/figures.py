"""Figures of prose: counts, percentages and rates, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.language.months import DATE

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
_NUMBER = r"\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ANY = "|".join([*reversed(_ONES), *_TENS, "none", "no"])
FIGURE = re.compile(
    rf"""
    # no number: a bound, an age, a part of a name
    (?P<vague> \b(?: (?:fewer|less|more|greater|lower) \s+ than | under | below | up \s+ to
                   | at \s+ (?:least|most) | ages? (?:\s+of)? | aged | section | stage | last | past
                   | previous | figure | number (?:s)? (?=\s+\d)
                  ) \s+ (?: (?:{_NUMBER})(?![\d/]) (?: \s*%)? | (?:{_ANY})\b ) )
  | (?P<span> \b\d{{1,2}} \s* (?: to | - | [\u2010-\u2015] ) \s* \d{{1,2}} \b )
  | (?P<per> \bper \s+ 10,?\s?000 \b )
  | (?<![\d.,/£])
    (?: (?P<rate>{_NUMBER}) (?= \s* (?:children\s+)? per \s+ 10,?\s?000 )
      | (?P<percent>{_NUMBER}) \s* (?: % | per \s? cent\b )
      | (?<![A-Za-z]) (?P<count>{_NUMBER}) (?! [\d%/.]\d | [A-Za-z]
            | [\s-]* (?: months? | years? | weeks? | days? | to \s+ \d ) \b ) )
  | \b (?P<not> not \s+ \w+ \s+ any ) \b
  | \b (?: (?P<tens>{"|".join(_TENS)}) (?: [-\s] (?P<ones>{"|".join(_ONES[:9])}) )?
         | (?P<word>{_ANY}) ) \b (?! [-\s] (?: months? | years? | weeks? | days? | longer ) \b )
    (?P<wordpercent> \s+ per \s? cent \b )?
    """,
    re.I | re.X,
)
#: What follows a difference, which is no value ("two fewer than").
_DIFFERENCE = re.compile(r"\s+(?:children\s+|young\s+people\s+)?(?:fewer|more|less|higher|lower)\b", re.I)


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
    masked = DATE.sub(lambda match: "\u00b7" * len(match[0]), text) if "20" in text else text
    found = []
    for match in FIGURE.finditer(masked):
        value, unit = _value(match)
        if value is not None and not _DIFFERENCE.match(masked, match.end()):
            found.append(Figure(match.start(), match.end(), value, unit))
    return found


def _value(match: re.Match[str]) -> tuple[float | None, str]:
    for name, unit in (("rate", RATE), ("percent", PERCENT), ("count", COUNT)):
        if match[name]:
            return float(re.sub(r"[,\s]", "", match[name])), unit
    unit = PERCENT if match["wordpercent"] else COUNT
    if match["not"]:
        return 0.0, unit
    if match["tens"]:
        ones = _WORDS[match["ones"].lower()] if match["ones"] else 0
        return float(_WORDS[match["tens"].lower()] + ones), unit
    if match["word"]:
        return float(_WORDS[match["word"].lower()]), unit
    return None, unit
