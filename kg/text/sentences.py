"""Where sentences begin and end in the text of a paragraph: the one cutting of the program."""

from __future__ import annotations

import re

#: A mark that may end a sentence, with closing quotes, brackets and footnote numbers behind it,
#: and white space or the next sentence's capital.  One class of signs opens the pattern, so that
#: the text is searched for it several times as fast.
END = re.compile(
    r"""
    (?P<mark> [.?!:] (?<! [.?!] . )             # the first of several, "..."
        (?: (?<!:) [.?!]* | (?<=[a-z]{3}:) (?=\s*[•–]) ) )
    (?P<close> ["'\u2019\u201d)\]]* (?: \d{1,2} (?=\s) )? )
    (?= \s+ ["'\u2018\u201c(\[]* (?P<next> [A-Z0-9£] | e[A-Z] ) | \s*$ )
    """,
    re.X,
)
#: Words whose full stop ends no sentence.
ABBREVIATIONS = re.compile(
    r"""e\.g|i\.e|eg|ie|etc|mr|mrs|ms|dr|st|prof|rev|sir|nos?|paras?|pp?|fig|vol|ch|cf|vs|al|approx
    |dept|gov|inc|ltd|co|jr|sr|hon|art|reg|sect|ref
    |jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec""",
    re.X,
)
#: More letters than any of them has.
LONGEST = 7
#: Of these, a capital or a number behind them shows that a sentence did end.
MAY_END = {"etc", "ltd", "co", "inc", "al"}
LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")
#: "J. Smith", "U.K."
INITIAL = re.compile(r"(?:^|[\s.(])[A-Z]$")
#: What stands before the first word of a sentence.
OPENING = re.compile(r"(?:\A|[\n.:;!?\u2022]\s*)\Z")


def spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence, white space around it left out.

    A text without any end mark is one sentence; a text of white space has none.
    """
    found = []
    start = 0
    for match in END.finditer(text):
        if _ends(text, match):
            found.append((start, match.end()))
            start = match.end()
    found.append((start, len(text)))
    return [trimmed for each in found if (trimmed := _trim(text, *each))]


def opens(text: str, offset: int) -> bool:
    """Whether a sentence, or what reads like one, may begin at an offset of a text."""
    return OPENING.search(text, max(offset - 3, 0), offset) is not None


def _ends(text: str, match: re.Match[str]) -> bool:
    if match["mark"] != "." or match["close"] or match["next"] is None:
        return True
    start = match.start()
    if start >= LONGEST and text[start - LONGEST : start].isalpha():
        # longer than any abbreviation
        return True
    word = LAST_WORD.search(text, max(match.start() - 20, 0), match.start())
    if word is None:
        return True
    bare = word[1].lower().rstrip(".")
    if ABBREVIATIONS.fullmatch(bare):
        return bare in MAY_END and match["next"].isupper()
    return not (
        INITIAL.search(text, max(match.start() - 3, 0), match.start()) and match["next"].isupper()
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None
