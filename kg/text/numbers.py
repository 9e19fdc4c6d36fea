"""Numbers as texts print them: in digits, and in words up to millions.

A number is read whole or not at all: "four hundred and ten" is 410 and never 10, "1,59" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_UNITS = {
    "zero": 0,
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_ONE = "|".join(sorted((*_ONES, "zero"), key=len, reverse=True))
_TEN = "|".join(_TENS)
#: "seven", "twelve", "twenty", "twenty-four"
_BELOW_HUNDRED = rf"(?: (?:{_TEN}) (?: [-\s] (?:{'|'.join(_ONES[:9])}) \b )? | (?:{_ONE}) )"
#: "four hundred and ten"; "twelve hundred"
_BELOW_THOUSAND = rf"""
    (?: (?: {_BELOW_HUNDRED} | a ) [-\s] hundred \b
        (?: (?: ,? \s+ and \s+ | [-\s] ) {_BELOW_HUNDRED} \b )?
      | {_BELOW_HUNDRED} )
"""
#: What makes a number one of another kind: "twenty-fourth", "two thirds", "one and a half".
_NOT_WHOLE = r"""
    (?! [-\s] (?: and\s )? (?: first | second | (?: third | quarter | half ) s? | halves
      | (?: four|fif|six|seven|eigh|nin|ten|eleven|twelf|hundred|thousand|million
          | (?:thir|four|fif|six|seven|eigh|nine) teen
          | (?:twent|thirt|fort|fift|sixt|sevent|eight|ninet) ie ) ths? ) \b
      | \s+ and \s+ (?: a | three ) \s+ (?: half | quarters? ) \b )
"""
#: What a small number in front of a comma is named by, so that it is a number of its own.
_NAMED_BY = ("age of", "aged", "under", "over", "year", "years", "class", "stage", "table", "page",
             "section", "paragraph", "paragraphs", "ward", "floor")  # fmt: skip
_NOT_NAMED = " ".join(rf"(?<! \b{word.replace(' ', '[ ]')}[ ] )" for word in _NAMED_BY)
#: "1 590 children", "1, 590 children": a space, or a comma and a space, parts the thousands where
#: nothing else can be meant: "2015-16, 134 children" and "aged 12, 250 children" are two numbers.
_SPACED = rf"""
    (?<! [\u2010-\u2015\u2212-] ) [0-9]{{1,3}} (?: \s [0-9]{{3}} )+
    (?= \s (?: children | young\s+people | people | families ) \b )
  | (?<! [\u2010-\u2015\u2212-] ) {_NOT_NAMED} [0-9]{{1,3}} (?: ,\s [0-9]{{3}} )+
    (?= \s (?: children | young\s+people | people | families ) \b )
"""
_DIGITS = r"(?: [0-9]{1,3} (?:,[0-9]{3})+ | [0-9]{1,3} (?:[\u00a0\u2009\u202f][0-9]{3})+ | [0-9]+ )"
_NUMBER = re.compile(
    rf"""
    (?: (?<! [\w.,/\u00b7] )
        # "is19.4%": the space is missing, the percentage is not
      | (?<= [a-z] ) (?= [0-9.]+ \s? % ) )
    (?: (?> (?P<digits> {_SPACED} | {_DIGITS} (?:\.[0-9]+)? )
        (?: \s (?P<scale> thousand|million ) \b )? )
        (?! [0-9] | [.,] [0-9] )
      | (?P<words> (?>
            (?: (?: {_BELOW_THOUSAND} | a ) [-\s] million \b (?: ,? \s+ and \s+ | ,? \s+ ) )?
            (?: (?: {_BELOW_THOUSAND} | a ) [-\s] (?:thousand|million) \b
                (?: (?: ,? \s+ and \s+ | [-\s] ) {_BELOW_THOUSAND} \b
                  | ,\s+ (?= (?:{_BELOW_HUNDRED} | a) [-\s] hundred \b ) {_BELOW_THOUSAND} \b )?
              | {_BELOW_THOUSAND} ) )
        ) (?! -?\w ) (?<! half\ a\ million ) (?<! half\ a\ thousand )
    )
    {_NOT_WHOLE}
    """,
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    #: offsets in the text that was searched
    start: int
    end: int
    value: float
    #: True if it is printed in words
    in_words: bool


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in order; what it counts, or whether anything, is not known here.

    >>> [(each.value, each.in_words) for each in find_numbers("1,590 and four hundred and ten")]
    [(1590.0, False), (410.0, True)]
    """
    for match in _NUMBER.finditer(text):
        if match["words"]:
            yield Number(*match.span(), float(_in_words(match["words"])), True)
        else:
            digits = re.sub(r"[,\s]", "", match["digits"])
            scale = _SCALES[(match["scale"] or "").casefold()] if match["scale"] else 1
            yield Number(*match.span(), float(digits) * scale, False)


def number(text: str) -> float | None:
    """The number that a text is, None if it is none or more than that.

    >>> number("twenty-four"), number("12"), number("12 children")
    (24.0, 12.0, None)
    """
    match = next(find_numbers(text.strip()), None)
    whole = match is not None and (match.start, match.end) == (0, len(text.strip()))
    return match.value if match and whole else None


def _in_words(words: str) -> int:
    return _value([word for word in re.split(r"[-,\s]+", words.casefold()) if word != "and"])


def _value(words: Sequence[str]) -> int:
    """The value of words in an order in which a number has them."""
    total = group = 0
    for word in words:
        scale = _SCALES.get(word)
        if scale is None:
            group += 1 if word == "a" else _UNITS[word]
        elif scale == 100:
            group = max(group, 1) * scale
        else:
            total += max(group, 1) * scale
            group = 0
    return total + group
