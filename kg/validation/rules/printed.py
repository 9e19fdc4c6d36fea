"""Printed values: days and numbers are those that stand in the words they were read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.violations import Severity

MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
#: What says that there is none of something.
NONE = re.compile(r"\b(?:no|none|not|never|nor|without|neither)\b", re.IGNORECASE)


def _is_printed(day: date, quote: str) -> bool:
    """Whether words name a day: its number, and its month in letters or digits."""
    words = quote.casefold()
    month = MONTHS[day.month - 1] in words or re.search(rf"\b0?{day.month}\s*[/.-]", words)
    return bool(month and re.search(rf"(?<!\d)0?{day.day}(?!\d)", words))


def _days(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for visit in own.of_class("cs:Visit"):
        for name in ("cs:startDate", "cs:endDate"):
            day = own.day(visit, name)
            given = visit in record.corrected or record.corrected & DAYS
            if day and not given and not _is_printed(day, own.text(visit, "cs:quote")):
                yield wrong(own, visit, name)
    for statement in own.of_class("cs:StatementRequirement"):
        day = own.day(statement, "cs:dueDate")
        if day and not _is_printed(day, own.text(statement, "cs:quote")):
            yield wrong(own, statement, "cs:dueDate")


#: The fields of corrections that give a day instead of the page.
DAYS = {"inspection_start", "inspection_end"}


def _issued(record: RecordView) -> Iterator[Broken]:
    own = record.own
    day = own.day(record.report, "dcterms:issued")
    if day is None or "published" in record.corrected:
        return
    quotes = [
        own.text(each, "cs:quote")
        for each in own.of_class("cs:Evidence")
        if own.text(each, "cs:evidenceFor").endswith("/issued")
    ]
    if not any(_is_printed(day, quote) and str(day.year) in quote for quote in quotes):
        yield wrong(own, record.report, "dcterms:issued")


def _years(record: RecordView) -> Iterator[Broken]:
    """The year of an earlier inspection is printed in its words."""
    own = record.own
    for thing in own.of_class("cs:EarlierInspection"):
        for name in ("cs:when", "cs:until"):
            if own.text(thing, name)[:4] not in own.text(thing, "cs:quote"):
                yield wrong(own, thing, name)


def _figures(record: RecordView) -> Iterator[Broken]:
    """A figure stands in its words, in digits or letters; of none there need be a word."""
    own = record.own
    for thing in own.of_class("cs:Fact"):
        value = own.text(thing, "cs:value")
        quote = own.text(thing, "cs:quote").replace(",", "").replace(" ", "")
        if value not in quote and not _in_words(value, own.text(thing, "cs:quote")):
            yield wrong(own, thing, "cs:value")


def _in_words(value: str, quote: str) -> bool:
    words = set(re.findall(r"[a-z]+", quote.casefold()))
    if value == "0":
        return bool(NONE.search(quote))
    return value.isdigit() and int(value) < len(NUMBERS) and NUMBERS[int(value)] in words


def _months(record: RecordView) -> Iterator[Broken]:
    """The months until a next step are printed, in months or years."""
    own = record.own
    for thing in own.having("cs:monthsAhead"):
        months = own.number(thing, "cs:monthsAhead")
        quote = own.text(thing, "cs:quote")
        told = [months, months // 12 if months % 12 == 0 else None] if months else []
        shown = [str(n) in quote or _in_words(str(n), quote) for n in told if n is not None]
        if told and not any(shown):
            yield wrong(own, thing, "cs:monthsAhead")


def _whole_numbers(record: RecordView) -> Iterator[Broken]:
    """What is counted in children, people or things has no fraction."""
    own, known = record.own, record.known
    for thing in own.of_class("cs:Fact"):
        measure = own.value(thing, "cs:measure")
        units = {
            known.text(each, "skos:notation") for each in known.values(measure, "skos:related")
        }
        unit = own.text(thing, "cs:unit")
        counted = not unit.startswith("per")
        if unit not in units or (counted and "." in own.text(thing, "cs:value")):
            yield wrong(own, thing, "cs:unit")


PRINTED = (
    Rule(
        "days-in-their-words",
        "The days of fieldwork, and those on which a statement is due, must be printed in words.",
        _days,
    ),
    Rule(
        "publication-in-its-evidence",
        "The day of publication must be printed in the words that are its evidence.",
        _issued,
    ),
    Rule(
        "year-in-its-words",
        "The year of an earlier inspection must be printed in its words.",
        _years,
    ),
    Rule(
        "figure-in-its-words",
        "A figure must be printed in its words, in digits or in letters.",
        _figures,
        # numbers in letters above twenty are read, and not looked for here
        Severity.WARNING,
    ),
    Rule(
        "months-in-their-words",
        "The months until a next step must be printed in its words.",
        _months,
    ),
    Rule(
        "unit-of-its-measure",
        "A figure must have a unit of its measure, and a whole number of what is counted.",
        _whole_numbers,
    ),
)
