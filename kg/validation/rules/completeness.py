"""Completeness: what belongs together is there together, as the report's family has it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.violations import Severity


def _all_linked(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for kind, name in (("cs:Visit", "cs:hasVisit"), ("cs:Inspector", "cs:hasInspector")):
        linked = own.values(record.inspection, name)
        for thing in sorted({*own.of_class(kind)} ^ {*linked}):
            yield Broken(record.inspection, name, thing)


def _a_lead(record: RecordView) -> Iterator[Broken]:
    own = record.own
    roles = [own.text(each, "cs:role") for each in own.of_class("cs:Inspector")]
    if roles and roles.count("lead") not in (1, 2):
        yield Broken(record.inspection, "cs:hasInspector")


def _name_printed(record: RecordView) -> Iterator[Broken]:
    if record.authority and not record.own.text(record.report, "cs:authorityPrinted"):
        yield Broken(record.report, "cs:authorityPrinted")


def _no_date(record: RecordView) -> Iterator[Broken]:
    """Where a problem says that no publication date is printed, there is none."""
    issued = record.own.value(record.report, "dcterms:issued")
    if issued and "no-publication-date" in record.told:
        yield Broken(record.report, "dcterms:issued", issued)


def _expected(record: RecordView) -> Iterator[Broken]:
    """What every report under the framework version gives is there, or problems are told."""
    for given in record.known.values(record.version, "cs:reportsGive"):
        if record.report in record.own.index.column(given).first:
            continue
        dated = given == term("dcterms:issued")
        if not any("date" in code for code in record.told) if dated else not record.told:
            yield Broken(record.report, value=given)


def _statement(record: RecordView) -> Iterator[Broken]:
    own = record.own
    for thing in own.of_class("cs:StatementRequirement"):
        if not own.value(thing, "cs:responsible"):
            yield Broken(thing, "cs:responsible")


def _due_as_counted(record: RecordView) -> Iterator[Broken]:
    """A due date is the months of its timescale after the day that it is counted from."""
    own, known = record.own, record.known
    days = {
        "published": own.day(record.report, "dcterms:issued"),
        "fieldwork": record.fieldwork[1],
    }
    for thing in own.of_class("cs:Recommendation"):
        counted = own.text(thing, "cs:dueCountedFrom")
        timescale = own.value(thing, "cs:timescale")
        due = own.day(thing, "cs:dueDate")
        if counted not in days or not due:
            continue
        begins, months = days[counted], known.number(timescale, "cs:months")
        if begins is None or months is None or due != _later(begins, months):
            yield wrong(own, thing, "cs:dueDate")


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _due_at_all(record: RecordView) -> Iterator[Broken]:
    """A timescale of known length leads to a day, where what it is counted from is known."""
    own, known = record.own, record.known
    for thing in own.having("cs:timescale"):
        months = known.number(own.value(thing, "cs:timescale"), "cs:months")
        if months is not None and record.dated and not own.value(thing, "cs:dueDate"):
            yield Broken(thing, "cs:dueDate")
    for thing in own.of_class("cs:StatementRequirement"):
        if A_DAY.search(own.text(thing, "cs:quote")) and not own.value(thing, "cs:dueDate"):
            yield Broken(thing, "cs:dueDate")


#: A day of a month in words ("13 May").
A_DAY = re.compile(
    r"\b[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)


def _timescale_as_printed(record: RecordView) -> Iterator[Broken]:
    own, known = record.own, record.known
    for thing in own.having("cs:timescale"):
        timescale = own.value(thing, "cs:timescale")
        labels = {
            label.casefold()
            for name in ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
            for label in known.texts(timescale, name)
        }
        if not any(label in own.text(thing, "cs:timescalePrinted").casefold() for label in labels):
            yield Broken(thing, "cs:timescale", timescale)


def _cited(record: RecordView) -> Iterator[Broken]:
    """The paragraphs that an item refers to are those whose numbers it cites."""
    own = record.own
    numbered: dict[str, set[str]] = {}
    for paragraph in own.having("cs:paragraphNumber"):
        numbered.setdefault(own.text(paragraph, "cs:paragraphNumber"), set()).add(paragraph)
    for thing in own.of_class("cs:Recommendation"):
        cited = own.texts(thing, "cs:citesParagraphNumber")
        linked = set(own.values(thing, "cs:refersToParagraph"))
        numbers = {own.text(each, "cs:paragraphNumber") for each in linked}
        if numbers != {number for number in cited if number in numbered}:
            yield Broken(thing, "cs:refersToParagraph")


def _all_rated(record: RecordView) -> Iterator[Broken]:
    own = record.own
    if any(own.value(each, "cs:ratedWith") for each in own.of_class("cs:Reading")):
        for finding in own.of_class("cs:Finding"):
            if not own.value(finding, "cs:polarity"):
                yield Broken(finding, "cs:polarity")


def _all_read(record: RecordView) -> Iterator[Broken]:
    """Each paragraph and item has its sentences; what is listed as facts may be none."""
    own = record.own
    parts = {own.value(finding, "cs:inPart") for finding in own.of_class("cs:Finding")}
    for kind in ("cs:Paragraph", "cs:Recommendation"):
        for thing in own.of_class(kind):
            section = own.value(thing, "cs:inSection")
            if thing not in parts and own.text(section, "cs:sectionKind") != "facts":
                yield Broken(thing)


def _review(record: RecordView) -> Iterator[Broken]:
    """A report whose title names the review of the board judges the board, or says why not."""
    own, known = record.own, record.known
    title = own.text(record.report, "dcterms:title").casefold()
    judged = {own.value(each, "cs:aboutKind") for each in own.of_class("cs:Judgement")}
    boards = {
        known.text(each, "cs:judges") for each in known.values(record.version, "cs:hasStrand")
    }
    asked = "review of the effectiveness" in title and "board" in boards
    if asked and '"board"' not in judged and not record.told:
        yield wrong(own, record.report, "dcterms:title")


def _sections(record: RecordView) -> Iterator[Broken]:
    """Where there are paragraphs, there are headings over them."""
    if record.own.of_class("cs:Paragraph") and not record.own.of_class("cs:Section"):
        yield Broken(record.report)


COMPLETENESS = (
    Rule(
        "sections-over-paragraphs",
        "A report that has paragraphs must have sections.",
        _sections,
        Severity.WARNING,
    ),
    Rule(
        "linked-from-the-inspection",
        "An inspection has all visits and inspectors of its report, and no others.",
        _all_linked,
    ),
    Rule(
        "a-lead-inspector",
        "An inspection whose inspectors are named has one lead inspector, or one of each of two"
        " inspectorates.",
        _a_lead,
        Severity.WARNING,
    ),
    Rule(
        "authority-as-printed",
        "The authority must be there as it is printed.",
        _name_printed,
    ),
    Rule(
        "told-and-there",
        "A problem says that no publication date is printed, and there is one.",
        _no_date,
    ),
    Rule(
        "as-its-framework-asks",
        "Every report under this framework version gives it, and no problem says why this one"
        " does not.",
        _expected,
        Severity.WARNING,
    ),
    Rule(
        "statement-by-whom",
        "A required statement must say who is to write it.",
        _statement,
        Severity.WARNING,
    ),
    Rule(
        "due-as-counted",
        "A due date must be the months of its timescale after the day that it is counted from.",
        _due_as_counted,
    ),
    Rule(
        "due-at-all",
        "Where a timescale or the words of a statement tell the day, something is due on it.",
        _due_at_all,
    ),
    Rule(
        "timescale-as-printed",
        "The timescale must be the one that its printed words name.",
        _timescale_as_printed,
    ),
    Rule(
        "paragraphs-cited",
        "The paragraphs that an item refers to must be those whose numbers it cites.",
        _cited,
    ),
    Rule("all-rated", "Where a classifier is named, every finding has its polarity.", _all_rated),
    Rule(
        "all-sentences",
        "A paragraph or item of the body has no sentence that was read.",
        _all_read,
        # what is read as a paragraph may be a footnote
        Severity.WARNING,
    ),
    Rule(
        "review-of-the-board",
        "The title names the review of the board, no board is judged, and no problem says why.",
        _review,
        Severity.WARNING,
    ),
)
