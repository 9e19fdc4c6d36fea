"""Time: what is dated lies where it can lie, and was there when it is said to have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.namespaces import ID
from kg.shacl.terms import text_of
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong
from kg.validation.violations import Severity

#: The longest time until a report came out: three times that of any real one.
UNTIL_PUBLISHED = timedelta(days=400)
#: How far ahead of its report something may be due, and a figure may look.
AHEAD = timedelta(days=3 * 366)
#: The Children Act from which inspections of the kind are spoken of.
FIRST_YEAR = 1989
PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def _in_force(record: RecordView) -> Iterator[Broken]:
    first, last = record.fieldwork
    if last and not _within(record, record.version, first or last, last):
        yield Broken(record.report, "cs:framework", record.version)


def _authority_there(record: RecordView) -> Iterator[Broken]:
    first, last = record.fieldwork
    if last and not _within(record, record.authority, first or last, last):
        yield Broken(record.report, "cs:about", record.authority)


def _within(record: RecordView, thing: str, first: date, last: date) -> bool:
    begins = record.known.day(thing, "cs:validFrom")
    ends = record.known.day(thing, "cs:validTo")
    return not ((begins and last < begins) or (ends and first > ends))


def _spans(record: RecordView) -> Iterator[Broken]:
    own = record.own
    first, last = record.fieldwork
    longest = record.known.number(record.version, "cs:longestFieldwork")
    if first and last and longest and (last - first).days >= longest:
        yield wrong(own, record.inspection, "cs:startDate")
    issued = own.day(record.report, "dcterms:issued")
    if last and issued and issued - last > UNTIL_PUBLISHED:
        yield wrong(own, record.report, "dcterms:issued")


def _visits(record: RecordView) -> Iterator[Broken]:
    """The first visit begins on the first day, and the last one ends on the last."""
    own = record.own
    visits = own.of_class("cs:Visit")
    for name, pick in (("cs:startDate", min), ("cs:endDate", max)):
        days = [own.text(visit, name) for visit in visits if own.text(visit, name)]
        wanted = own.text(record.inspection, name)
        if days and wanted and pick(days) != wanted:
            yield wrong(own, record.inspection, name)


def _real_dates(record: RecordView) -> Iterator[Broken]:
    """A year, month or day that is written as text is one that there was."""
    latest = record.dated.year + AHEAD.days // 365 if record.dated else date.max.year
    for name in ("cs:when", "cs:until"):
        for thing in record.own.having(name):
            for value in record.own.values(thing, name):
                written = text_of(value)
                if not is_real(written) or not FIRST_YEAR <= int(written[:4]) <= latest:
                    yield Broken(thing, name, value)


def is_real(written: str) -> bool:
    """Whether a year, month or day as it is written ("2019", "2019-05") is one that there is."""
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return False
    return PARTIAL.fullmatch(written) is not None


def _earlier(record: RecordView) -> Iterator[Broken]:
    """As far as both dates go: an earlier inspection began before this one, and ended after."""
    own = record.own
    first = own.text(record.inspection, "cs:startDate")
    for thing in own.of_class("cs:EarlierInspection"):
        when, until = own.text(thing, "cs:when"), own.text(thing, "cs:until")
        if when and first and (when > first[: len(when)] or when == first):
            yield wrong(own, thing, "cs:when")
        if until and first and (until > first[: len(until)] or until == first):
            yield wrong(own, thing, "cs:until")
        if until and until < when[: len(until)]:
            yield wrong(own, thing, "cs:until")


def _due(record: RecordView) -> Iterator[Broken]:
    dated = record.dated
    for thing in record.own.having("cs:dueDate"):
        due = record.own.day(thing, "cs:dueDate")
        first = record.fieldwork[1]
        if dated and due and (due > dated + AHEAD or (first and due < first)):
            yield wrong(record.own, thing, "cs:dueDate")


def _boards_there(record: RecordView) -> Iterator[Broken]:
    """A board outside the time of its kind stands only where the report names it."""
    own = record.own
    first, last = record.fieldwork
    named = {
        value for named in own.of_class("cs:NamedBody") for value in own.values(named, "cs:names")
    }
    for board in own.of_class("cs:Board"):
        kind = own.value(board, "cs:boardKind")
        if last and board not in named and not _within(record, kind, first or last, last):
            yield Broken(board, "cs:boardKind", kind)


def _register_knows(record: RecordView) -> Iterator[Broken]:
    ordered = record.known.day(f"<{ID}register>", "dcterms:modified")
    last = record.dated
    if ordered and last and last.year > ordered.year + 1:
        yield Broken(record.report, "cs:about", record.authority)


TIME = (
    Rule(
        "framework-in-force",
        "The framework version must be in force during the fieldwork.",
        _in_force,
    ),
    Rule("authority-there", "The authority must exist during the fieldwork.", _authority_there),
    Rule(
        "possible-spans",
        "Fieldwork takes at most the days that its framework allows, and the report comes out"
        " within 400 days.",
        _spans,
        # an inspection may be broken off for longer than any has been yet
        Severity.WARNING,
    ),
    Rule(
        "visits-are-the-fieldwork",
        "The first visit must begin on the first day of the inspection, the last end on its last.",
        _visits,
    ),
    Rule(
        "real-dates",
        "A date must be a year, month or day that there is, from 1989 to three years after the"
        " report.",
        _real_dates,
    ),
    Rule(
        "earlier-is-earlier",
        "An earlier inspection must begin before this one, and end after its beginning.",
        _earlier,
    ),
    Rule(
        "due-in-time",
        "Something is due after the fieldwork, and at most three years after the report.",
        _due,
    ),
    Rule(
        "board-in-its-time",
        "A board or partnership that the report does not name must be of a kind that there was"
        " during the fieldwork.",
        _boards_there,
    ),
    Rule(
        "register-in-its-time",
        "The report is dated later than the register of authorities can tell.",
        _register_knows,
        Severity.WARNING,
    ),
)
