"""The words that dates are made of, as they stand together in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DASH = "[-\u2010-\u2015\u2212\u2500]"


class DateWord(Enum):
    """What a word is in a date."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    #: all in digits: "12/09/2016"
    NUMERIC = auto()
    #: a financial or school year: "2014-15", "2014/2015"
    YEARS = auto()
    #: a number that is neither day nor year: "20205"
    NUMBER = auto()
    WEEKDAY = auto()
    TO = auto()
    AND = auto()
    COMMA = auto()
    OF = auto()
    THE = auto()
    #: part of no date: "1,590", "12%", "10.30"
    OTHER = auto()
    END = auto()


_WORD = re.compile(
    rf"""
      (?P<NUMERIC> (?: [0-9]{{1,2}} \s? (?P<sep>[/.-]) \s? [0-9]{{1,2}} \s? (?P=sep) \s? [0-9]{{4}}
                     | [0-9]{{1,2}} \s? / \s? [0-9]{{1,2}} \s? / \s? [0-9]{{2}}
                     | [12][0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}} ) (?![0-9/]) )
    | (?P<OTHER> [£$] \s? [0-9]+ | [0-9]{{1,3}} (?:,[0-9]{{3}})+ | [0-9]+ [.:] [0-9]+
               | [0-9]+ (?= \s? % ) )
    | (?P<YEARS> 20[0-9]{{2}} \s? (?:{_DASH}|/) \s? (?:20)?[0-9]{{2}} (?![0-9/])
                  (?! (?:\s?(?:st|nd|rd|th))? (?:\s+of)? \s* (?:{_MONTH}) (?![a-z]) ) )
    | (?P<DAY> [0-9]{{1,2}} (?![0-9]) (?: \s? (?:st|nd|rd|th) (?= {_MONTH} | [^a-z] | $) )? )
    | (?P<YEAR> (?:19|20)[0-9]{{2}} (?![0-9]) )
    | (?P<NUMBER> [0-9]+ )
    | (?P<MONTH> (?:{_MONTH}) (?![a-z]) \.? )
    | (?P<WEEKDAY> (?:mon|tues|wednes|thurs|fri|satur|sun)day (?![a-z]) )
    | (?P<TO> (?:to|until|till|through) (?![a-z]) | {_DASH} )
    | (?P<AND> and (?![a-z]) | & | / (?= \s? (?: [0-9] | (?:{_MONTH}) (?![a-z]) ) ) )
    | (?P<OF> of (?![a-z]) )
    | (?P<THE> the (?![a-z]) )
    | (?P<COMMA> , )
    """,
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a date in a text."""

    is_: DateWord
    start: int
    end: int
    text: str


def runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The words of dates that stand together with nothing but white space between them."""
    run: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        apart = not run or text[run[-1].end : match.start()].strip() != ""
        before = text[match.start() - 1] if match.start() > start else " "
        if apart and (before.isalnum() or before == "/"):
            # "B12", "tomorrow", "uksi/2015": a part of a word
            continue
        if apart:
            yield run
            run = []
        kind = DateWord[match.lastgroup or "OTHER"]
        run.append(Token(kind, match.start(), match.end(), match[0]))
    yield run
