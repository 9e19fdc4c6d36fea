"""Earlier inspections: what is said of them stands in their words, or near them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.shacl.terms import text_of
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.rules.words import labels, letters, plain
from kg.validation.violations import Severity


def _words_of_earlier(record: RecordView) -> Iterator[Broken]:
    """Grade and subject of an earlier inspection stand near its words, if not among them."""
    own = record.own
    for thing in own.of_class("cs:EarlierInspection"):
        start, end = record.span.get(thing, (0, 0))
        around = letters((record.text or "")[max(0, start - NEAR) : end + NEAR])
        for name in ("cs:gradePrinted", "cs:subject"):
            for value in own.values(thing, name):
                if record.text is not None and letters(text_of(value)) not in around:
                    yield Broken(thing, name, value)


def _called(record: RecordView) -> Iterator[Broken]:
    """The name of an earlier inspection is made of its words, and of words for any inspection."""
    own = record.own
    for thing in own.of_class("cs:EarlierInspection"):
        words = set(plain(own.text(thing, "cs:quote")).split()) | ANY_INSPECTION
        if not set(plain(own.text(thing, "cs:what")).split()) <= words:
            yield wrong(own, thing, "cs:what")


#: Words for inspections that a heading or the head of a table may say in place of the sentence.
ANY_INSPECTION = frozenset(
    ("full", "last", "previous", "single", "judgement", "inspection", "inspections", "visit")
)


def _other_grade(record: RecordView) -> Iterator[Broken]:
    """Where the words of an earlier inspection name grades, its grade is one of them."""
    own, known = record.own, record.known
    names = {name for grade in known.of_class("cs:Grade") for name in labels(known, grade)}
    for thing in own.of_class("cs:EarlierInspection"):
        words = f" {plain(own.text(thing, 'cs:quote'))} "
        printed = plain(own.text(thing, "cs:gradePrinted"))
        if printed and f" {printed} " not in words and any(f" {n} " in words for n in names):
            yield wrong(own, thing, "cs:gradePrinted")


def _month(record: RecordView) -> Iterator[Broken]:
    """The month of an earlier inspection stands in its words, by its name or its number."""
    own = record.own
    for thing in own.having("cs:when"):
        month = own.text(thing, "cs:when")[5:7]
        if thing in own.of_class("cs:EarlierInspection") and month in MONTHS:
            words = plain(own.text(thing, "cs:quote")).split()
            told = any(word.startswith(MONTHS[month]) for word in words)
            if not told and month.lstrip("0") not in [word.lstrip("0") for word in words]:
                yield wrong(own, thing, "cs:when")


#: Numbers of months with what their names begin with.
NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {f"{number:02}": name for number, name in enumerate(NAMES, 1)}
#: How many characters before and behind its words what is said of an earlier inspection may stand.
NEAR = 800


EARLIER = (
    Rule(
        "earlier-month-in-its-words",
        "The words of an earlier inspection must have its month.",
        _month,
        Severity.WARNING,
    ),
    Rule(
        "earlier-near-its-words",
        "Grade and subject of an earlier inspection must be printed near its words.",
        _words_of_earlier,
        # a report may give a grade once, and come back to the inspection pages later
        Severity.WARNING,
    ),
    Rule(
        "earlier-called-by-its-words",
        "The name of an earlier inspection must be made of its words.",
        _called,
        Severity.WARNING,
    ),
    Rule(
        "earlier-grade-in-its-words",
        "The words of an earlier inspection name another grade.",
        _other_grade,
        Severity.WARNING,
    ),
)
