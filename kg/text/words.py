"""The one way to compare printed words: what counts as a difference, and what does not."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'\u2018\u2019\u02bc\u2032\uff07`\u00b4"
#: Every mark that is printed for an apostrophe, to one.
STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
#: Every mark that is printed for a hyphen or a dash.
DASH = re.compile("[-\u00ad\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]")
#: Marks over and under letters, which print "Zoë" and "Zoe" for one name.
_ACCENTS = re.compile("[\u0300-\u036f]")
#: Letters of other alphabets that English prints without what makes them others.
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)")
#: What parts words, by whether apostrophes and hyphens stay.
_BETWEEN = {
    (False, False): re.compile(r"[^\w&]+|_+"),
    (True, False): re.compile(r"[^\w&']+|_+"),
    (False, True): re.compile(r"[^\w&-]+|_+"),
    (True, True): re.compile(r"[^\w&'-]+|_+"),
}


def normalise(
    text: str,
    *,
    apostrophes: bool = False,
    possessives: bool = True,
    hyphens: bool = False,
    marks: bool = False,
) -> str:
    """A text as it is compared: words parted by single blanks, without case or accents.

    "&" is "and".  What else counts is said by name:

    - ``apostrophes``: they stay, all of one kind; else "children’s" is "childrens".
    - ``possessives``: the ending "’s" stays; else "Marlowe’s" is "marlowe".
    - ``hyphens``: hyphens and dashes stay, all of one kind; else they part words.
    - ``marks``: other marks stay; else they part words.

    >>> normalise("St. Mary’s–Vale & Café")
    'st marys vale and cafe'
    >>> normalise("St. Mary’s–Vale", apostrophes=True, hyphens=True, marks=True)
    "st. mary's-vale"
    >>> normalise("the partnerships’ board", possessives=False)
    'the partnerships board'
    """
    if text.isascii():
        # most words: of the marks there is one other apostrophe
        text = text.replace("`", "'").lower()
    else:
        text = text.translate(STRAIGHT)
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = unicodedata.normalize("NFKC", _ACCENTS.sub("", text))
        text = text.translate(STRAIGHT).translate(_LETTERS)
        text = DASH.sub("-", text).casefold()
    if not possessives:
        text = _POSSESSIVE.sub("", text)
    if not apostrophes:
        text = text.replace("'", "")
    text = text.replace("&", " and ")
    if marks:
        text = text if hyphens else text.replace("-", " ")
    else:
        text = _BETWEEN[apostrophes, hyphens].sub(" ", text)
    return " ".join(text.split())


def one_line(text: str) -> str:
    """A text with its white space as single blanks."""
    return " ".join(text.split())


def without_capitals(text: str) -> str:
    """A text in lower case, each character at its place, also those that become two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
