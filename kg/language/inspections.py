"""Where a text speaks of an earlier inspection or visit, with its date or without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.knowledge.inspections import InspectionKind, InspectionTrait, InspectionWords
from kg.language.anchors import places_of
from kg.language.grades import GivenGrade
from kg.text.dates import DateFault, PrintedDate, read_dates
from kg.text.partialdate import PartialDate
from kg.text.phrases import Guards, PhraseMatcher, any_of, comparable
from kg.text.words import without_capitals

#: The date's year, by which a sentence is found at all; "20205" is a date that cannot be.
YEAR = re.compile(r"20[0-4]\d")
#: The name that stands for an inspection of any kind.
GENERIC = "inspection"
#: Furthest that is looked around a year in its sentence (characters).
REACH = 700

_AT = r"(?:in|on|of|from|during|at|by|dated|between|for|since|and|or)"
_ABOUT = (
    r"(?:early|late|mid|the\s+(?:spring|summer|autumn|winter)\s+of|spring|summer|autumn|winter)"
)
_DONE = (
    r"(?:which|that|report|reports|letter|letters|was|were|is|took|place|undertaken|conducted|"
    r"carried|out|completed|published|held|again|last|most|recently|findings?|dated|both|by|"
    r"Ofsted|framework|programme|under|the|previously|also|happened|occurred|(?:of|to)\s+(?:the\s+)?"
    r"local\s+authority)"
)
#: No word of what an inspection is of.
_STOP = (
    r"\b(?:has|have|had|led|when|since|who|until|where|and\s+(?:in|at|then)|but|while|act|that)\b"
)
#: Longest that may stand between an inspection's name and its date (characters).
GAP = 220
#: What may stand between an inspection's name and the date that follows it.
AFTER = re.compile(
    rf"""
    \)?
    (?: (?: (?<=inspected)|(?<=visited) ) (?! \s+ (?: {_AT} | {_DONE} ) \b | \s+ again )
        (?: (?!{_STOP}) [^,;:.()%] ){{1,100}}?
    |   (?P<of> (?: \s+ {_DONE} )*? (?: \s+|-|/ )
        (?: of|into|under|by|for|to(?=\s(?:the|children|look))|on|with|in\s+relation\s+to ) \s
        (?: (?!{_STOP}) (?: [^,;:.()%] | ,(?=\s\w+(?:\s\w+){{0,2}}\sand\b) ) ){{1,160}}? )
    )?
    (?: \s* \( [^()]{{1,60}} \) )? (?: ’s | ' s )?
    (?: ,? \s+ {_DONE} )*
    ,? \s+ \(? (?: published \s+ )? (?: on \s+ the | {_AT} (?: \s+ in )? ) \b ,? \s+
    (?: {_ABOUT} [\s-]+ )?
    """,
    re.I | re.X,
)
#: ... and between a date and the name that follows it ("2018 Ofsted single inspection").
BEFORE = re.compile(
    r"\)?(?:'s|\u2019s)?\s+(?:(?!(?:and|the|a|an|its|in|of|to|by|for|was|were|had|has|with|when)\b)"
    r"[\w\u2019'-]+\s+){0,4}",
    re.I,
)
#: ... and where the date opens the sentence or clause ("In 2018, Ofsted conducted a ...").
OPENING = re.compile(
    r"(?:^|[,;\u2013-]\s+|\b(?:and|which|that|when|but)\s+)(?:in|during|at|on)\s+$", re.I
)
OPENED = re.compile(
    r",?\s+(?!.*\b(?:since|following|after|before|until|prior|previous|last|from|despite|whilst|"
    r"time\s+of|point\s+of|during|this|these)\b)"
    r"[^.;:]{0,70}$",
    re.I,
)
#: Two dates of one phrase ("in 2018 and in 2019").
JOINED = re.compile(r"\s*(?:,|,?\s*and(?:\s+(?:then\s+)?(?:again\s+)?(?:in|on))?)\s*", re.I)
#: "between the last inspection in 2018 and March 2019": the second date is no inspection's.
SINCE_THEN = re.compile(r"\bbetween\s+(?:\w+\s+){0,4}$", re.I)
#: What is judged where no inspection is named ("services were judged good in 2019").
SERVICES = r"children.s\s+services|services\s+for\s+children|local\s+authority|council"
#: The inspection at hand.
THIS = re.compile(r"\b(?:this|these|our|current)\s+(?:\w+\s+)?$", re.I)
#: What says that an inspection is an earlier one, as it stands before its name, and the words by
#: which a sentence with one is found at all.
EARLIER_WORDS = ("last", "previous", "recent", "earlier")
EARLIER = re.compile(
    rf"""
    \b (?: the|an?|its|Ofsted(?:\u2019s|'s)?|was|were ) \s+
    (?P<what> (?:most\s+)? (?:{"|".join(EARLIER_WORDS)}) \s+
      (?: (?! (?:and|or|of|in|to|by|for|on|with|the|an?|two|three|four|five) \b )
          [\w\u2019'/()-]+ \s+ ){{0,6}} ) $
    """,
    re.I | re.X,
)
#: Longest that may stand there (characters).
AHEAD = 100
#: What an inspection is of, where its name is followed by that.
OF = re.compile(
    rf"""
    \s+ (?:of|into) \s (?: (?! {_STOP} | \b(?:was|were|which)\b ) [^,;:.()%] ){{1,160}} \b
    """,
    re.X,
)
#: What is no inspection, though it is named after one.
NO_INSPECTION = re.compile(r"\s+(?:framework|regime|cycle|programme|team)\b")
#: The words before a name that belong to it stand after the last of these.
_WORDS_BEFORE = re.compile(
    r"(?:.*\b(?:the|an?|its|their|since|at|following|from|in|for|this|our|two|three|four|five|"
    r"several|of|by|and|to|were|was|had|after|with|both|all|further|on|during|despite|through|"
    r"between)\b\W*|^)"
    r"(?P<words>(?:[\w\u2019'-]+\s+){0,4})$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a sentence names an inspection."""

    start: int
    end: int
    #: the name as the vocabulary has it, None if services are said to have been judged
    phrase: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """One naming of an inspection or visit; offsets are those of the text that was searched."""

    start: int
    end: int
    what: str
    kind: InspectionKind
    #: None where the sentence gives no date
    when: PartialDate | None
    until: PartialDate | None
    #: the sentence
    begins: int
    ends: int
    #: the grade that goes with it, None where none does or none was looked for
    grade: GivenGrade | None = None


@dataclass(frozen=True, slots=True)
class Misdated:
    """An inspection that is named with a date that cannot be, or was not understood."""

    #: offsets of the date
    start: int
    end: int
    what: str
    kind: InspectionKind
    #: the sentence
    begins: int
    ends: int
    fault: DateFault


class Finder:
    """The words of a vocabulary compiled into one pattern."""

    def __init__(self, words: InspectionWords) -> None:
        self._words = words
        self._named = {comparable(name): kind for kind in words.kinds for name in kind.names}
        self._phrases = PhraseMatcher(self._named, Guards(after=words.no_name_before))
        grades = any_of(form for form, _ in words.grades)
        self._judged = re.compile(
            rf"(?:{SERVICES})\b[^.;:\n]{{0,80}}?\b(?:was|were)\s+(?:judged|rated|graded)\s+"
            rf"(?:to\s+be\s+|as\s+)?{grades}(?:\s+overall)?(?:\s+by\s+ofsted)?"
            r"(?=\s+in\b)"
        )
        self._inner = {comparable(word): kind for kind in words.kinds for word in kind.words}
        self._word = PhraseMatcher(self._inner)

    def find(
        self, text: str, sentences: Iterable[tuple[int, int]]
    ) -> Iterator[Reference | Misdated]:
        """Every inspection that some sentences of a text name with its date, in reading order.

        Of a sentence longer than twice `REACH` what stands around its years is read.
        """
        for first, last in sentences:
            done = first
            for year in YEAR.finditer(text, first, last):
                if year.start() < done:
                    continue
                begins, ends = max(done, year.start() - REACH), min(last, year.start() + REACH)
                done = ends
                yield from self._in_sentence(text[begins:ends], begins, ends)

    def find_undated(self, text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[Reference]:
        """Each naming of one inspection that is said to be an earlier one ("the last inspection").

        Whether a date belongs to it is not looked at.  "Previous inspections" are none, as they
        cannot be told from others.
        """
        within = (sentences[0][0], sentences[-1][1]) if sentences else (0, 0)
        earlier = places_of(text, EARLIER_WORDS, *within)
        for begins, ends in sentences:
            place = bisect_left(earlier, begins)
            if place == len(earlier) or earlier[place] >= ends:
                continue
            sentence = text[begins : min(ends, begins + 2 * REACH)]
            for name in self._names(sentence):
                if comparable(sentence[name.start : name.end]) != name.phrase:
                    continue  # of the pattern of a judgement, or a plural
                ahead = EARLIER.search(sentence[max(name.start - AHEAD, 0) : name.start])
                if ahead is None or NO_INSPECTION.match(sentence, name.end):
                    continue
                of = OF.match(sentence, name.end)
                start = name.start - len(ahead["what"])
                what = " ".join((sentence[start : name.end] + (of[0] if of else "")).split())
                kind = self._kind(name, what)
                span = (begins + start, begins + name.end)
                yield Reference(*span, what, kind, None, None, begins, ends)

    def _in_sentence(self, text: str, begins: int, ends: int) -> Iterator[Reference | Misdated]:
        names = self._names(text)
        if not names:
            return
        previous: tuple[_Name, int, str] | None = None
        for date in read_dates(text):
            found = _name_of(text, names, date)
            if found is None and previous and _joined(text, *previous[:2], date):
                found = (previous[0], previous[2])
            if found is None:
                previous = None
                continue
            name, of = found
            previous = (name, date.end, of)
            what = "judged" if name.phrase is None else _what(text, name) + of
            kind = self._kind(name, what)
            if isinstance(date, DateFault):
                place = (begins + date.start, begins + date.end)
                yield Misdated(*place, what, kind, begins, ends, date)
                continue
            start, end = min(name.start, date.start), max(name.end, date.end)
            dates: list[tuple[PartialDate, PartialDate | None]] = [(date.when, date.until)]
            if date.pair and date.until and text[name.end - 1] == "s":
                dates = [(date.when, None), (date.until, None)]
            for when, until in dates:
                yield Reference(begins + start, begins + end, what, kind, when, until, begins, ends)

    def _names(self, text: str) -> list[_Name]:
        """The names in a sentence; the inspection at hand is none."""
        found = [
            _Name(each.start, each.end, each.phrase)
            for each in self._phrases.find(text)
            if not THIS.search(text, 0, each.start)
        ]
        judged = self._judged.finditer(without_capitals(text))
        return sorted(
            [*found, *(_Name(*match.span(), None) for match in judged)],
            key=lambda name: name.start,
        )

    def _kind(self, name: _Name, what: str) -> InspectionKind:
        kind = self._named[name.phrase or GENERIC]
        if InspectionTrait.TOLD_BY_WORDS not in kind.traits:
            return kind
        inner = max(self._word.find(what), key=lambda word: len(word.phrase), default=None)
        return self._inner[inner.phrase] if inner else kind


def _name_of(
    text: str, names: list[_Name], date: PrintedDate | DateFault
) -> tuple[_Name, str] | None:
    """The name to which a date belongs, and the "of ..." that stands between them."""
    for name in reversed(names):
        if name.end <= date.start:
            near = date.start - name.end <= GAP
            gap = AFTER.fullmatch(text, name.end, date.start) if near else None
            if gap:
                of = " ".join((gap["of"] or "").split())
                return name, f" {of}" if of else ""
            break
    for name in names:
        if name.start >= date.end:
            if BEFORE.fullmatch(text, date.end, name.start):
                return name, ""
            opening = OPENING.search(text, 0, date.start)
            if opening and OPENED.fullmatch(text, date.end, name.start):
                return name, ""
            break
    return None


def _joined(text: str, name: _Name, end: int, date: PrintedDate | DateFault) -> bool:
    """Whether a date is joined to that of a name, which ends at ``end``."""
    return JOINED.fullmatch(text, end, date.start) is not None and not SINCE_THEN.search(
        text, 0, name.start
    )


def _what(text: str, name: _Name) -> str:
    """The name as printed, with the words before it that belong to it."""
    before = _WORDS_BEFORE.match(text[max(name.start - 60, 0) : name.start])
    words = before["words"] if before else ""
    return " ".join((words + text[name.start : name.end]).split())
