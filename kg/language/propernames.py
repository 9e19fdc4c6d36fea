"""Services that are called by a name of their own, which no word of the trade ends.

National charities and programmes are in the vocabulary; the rest is told by its form ("Project
Lantern", "regional adoption agency, Adopt Fenland", "a charity, Harbour Lights").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.knowledge.servicewords import WordClass
from kg.language.servicewords import OTHER, Lexicon, ServiceSpan, singular
from kg.text.words import normalise

#: A word with a capital, and several of them with small words between.
WORD = r"[A-Z0-9][\w\u2019&@-]*"
NAME = rf"(?P<name>{WORD}(?:(?:,? (?:of|and|for|to|the|in|with))*,? {WORD})*)"
#: behind "regional adoption agency": " (RAA), Adopt Fenland", " (Fen Adoption)"
AGENCY = re.compile(rf"(?: \(RAA\))?(?:,? \(|, | is | known as | called )\u2018?{NAME}")
#: "Adopt Fenland", "One Adoption North Marlowe", "Adoption in Marlowe"
ADOPT = re.compile(rf"(?:One )?Adopt(?:ion)?(?: in)? (?P<next>{WORD})(?: {WORD})*")
#: "called Lantern", ", Harbour Lights"
CALLED = re.compile(rf"(?:called|known as|named|charity,|provider,) (?:the )?[\u2018\u201c]?{NAME}")
PROJECT = re.compile(r"Project(?: (?P<next>[A-Z0-9]\w+))?\b(?! [A-Z])")
NUMBER = re.compile(r"\b[0-9]{2,4} $")
#: "Marlowe Children\u2019s Trust", but no board or partnership of that name
COMPANY = re.compile(
    r"Children\u2019s (?:Services )?Trust\b(?!\u2019| [Bb]oard| [Pp]artnership| [Ee]xecutive)"
)
BEFORE_COMPANY = re.compile(rf"(?!The ){WORD} (?:{WORD} ){{0,3}}$")
OPERATION = re.compile(r"Operation [A-Z]\w+")
QUOTED = re.compile(
    r"\u2018((?:[A-Z][\w-]+)(?: (?:[A-Z][\w-]+|of|and|for|to|the|in)){0,4})\u2019(?=[ .,;)])"
)
#: What may be called something.
CALLABLE = frozenset({WordClass.HEAD, WordClass.CALLED})
#: Notation of a kind.
AGENCIES = "regional-adoption-agency"


def proper_name(text: str, at: int, words: Lexicon) -> ServiceSpan | None:
    """The service's own name that the word at ``at`` begins, or tells."""
    if match := words.own.match(text, at):
        return _span(
            text, at, match.end(), words.tells(WordClass.NAME, [normalise(match[0])]) or OTHER
        )
    first = text[at]
    if first == "A":
        begin = at - 4 if text[max(at - 4, 0) : at] == "One " else at
        match = ADOPT.match(text, begin)
        if match and not words.is_a(words.bare(match["next"]), WordClass.NOT_OWN):
            return _span(text, begin, match.end(), AGENCIES, AGENCIES)
    elif first == "P" and (match := PROJECT.match(text, at)):
        number = NUMBER.search(text, max(at - 5, 0), at)
        follows = words.bare(match["next"] or "")
        if words.is_a(follows, WordClass.NOT_OWN):
            return None
        if number or follows:
            begin = number.start() if number else at
            return _span(text, begin, match.end(), "programme")
    elif first == "C" and (match := COMPANY.match(text, at)):
        if before := BEFORE_COMPANY.search(text, max(at - 40, 0), at):
            return _span(text, before.start(), match.end(), "trust-company")
    elif first.islower() and (match := CALLED.match(text, at)):
        told = text[max(at - 20, 0) : at].split()
        if first in "cp" and match[0][0:7] in ("charity", "provide"):
            return _span(text, *match.span("name"), "voluntary")
        if told and CALLABLE & words.does(singular(words.bare(told[-1]))).keys():
            kind = words.tells(WordClass.NAME, [normalise(match["name"])]) or OTHER
            return _span(text, *match.span("name"), kind)
    return None


def agency_name(text: str, end: int) -> ServiceSpan | None:
    """The name that stands behind "regional adoption agency"."""
    match = AGENCY.match(text, end)
    if match and len(match["name"]) > 3:
        return _span(text, *match.span("name"), AGENCIES, AGENCIES)
    return None


def find_doubtful_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Places of names that may be services, each with the reason for the doubt."""
    for match in OPERATION.finditer(text):
        yield *match.span(), "an operation: it may be a scheme or an investigation"
    for match in QUOTED.finditer(text):
        yield *match.span(1), "a name in quotes that no rule knows"


def _span(text: str, start: int, end: int, kind: str, usual: str | None = None) -> ServiceSpan:
    end = start + len(text[start:end].rstrip("\u2019"))
    return ServiceSpan(start, end, text[start:end], usual, kind, None, own=True)
