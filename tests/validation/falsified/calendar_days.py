"""Days that are nearly right."""

from __future__ import annotations

from datetime import date, timedelta

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import years


def fieldwork_a_month_longer(record: FalsifiedRecord) -> None:
    """Inspection and visit begin thirty days earlier."""
    for thing in (record.inspection, record.first("cs:Visit")):
        record.put(thing, cs_startDate=record.day(thing, "cs:startDate") - timedelta(30))


def published_on_new_years_day(record: FalsifiedRecord) -> None:
    """The report was published on 1 January: only the year was read."""
    issued = record.day(record.report, "dcterms:issued")
    record.put(record.report, dcterms_issued=date(issued.year + 1, 1, 1))


def published_on_the_last_day(record: FalsifiedRecord) -> None:
    """The day of publication is the last day of the fieldwork."""
    record.put(record.report, dcterms_issued=record.last_day)


def published_in_the_month_before(record: FalsifiedRecord) -> None:
    """The report was published thirty days earlier than it says."""
    issued = record.day(record.report, "dcterms:issued")
    record.put(record.report, dcterms_issued=issued - timedelta(30))


def day_and_month_swapped(record: FalsifiedRecord) -> None:
    """The last day is read the American way, and the IRIs with it."""
    day = record.last_day
    if day.day > 12 or day.day == day.month:
        raise NotApplicable
    other = date(day.year, day.day, day.month)
    record.rewrite(day.isoformat(), other.isoformat())
    for thing in (record.inspection, record.last("cs:Visit")):
        record.put(thing, cs_endDate=other)
        if record.day(thing, "cs:startDate") > other:
            record.put(thing, cs_startDate=other)


def first_day_two_days_later(record: FalsifiedRecord) -> None:
    """Inspection and visit begin two days later than printed."""
    for thing in (record.inspection, record.first("cs:Visit")):
        start = record.day(thing, "cs:startDate") + timedelta(2)
        if start > record.last_day:
            raise NotApplicable
        record.put(thing, cs_startDate=start)


def earlier_inspection_more_precise_than_printed(record: FalsifiedRecord) -> None:
    """Of an earlier inspection the year is printed, and the month is known."""
    for earlier in record.things("cs:EarlierInspection", "cs:when"):
        when = record.words(earlier, "cs:when")
        if len(when) == 4:
            record.put(earlier, cs_when=f"{when}-06")
            return
    raise NotApplicable


def earlier_inspection_in_another_month(record: FalsifiedRecord) -> None:
    """An earlier inspection was in another month than the printed one."""
    for earlier in record.things("cs:EarlierInspection", "cs:when"):
        when = record.words(earlier, "cs:when")
        if len(when) >= 7:
            month = "02" if when[5:7] != "02" else "03"
            record.put(earlier, cs_when=f"{when[:5]}{month}{when[7:]}")
            return
    raise NotApplicable


def earlier_inspection_until_after_this_one(record: FalsifiedRecord) -> None:
    """An earlier inspection went on until a year after this one."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    if record.has(earlier, "cs:until"):
        record.drop(earlier, "cs:until")
    record.add(earlier, cs_until=str(record.last_day.year + 1))


def figure_of_the_year_before(record: FalsifiedRecord) -> None:
    """A figure is of the year before the printed one."""
    fact = record.first("cs:Fact", "cs:when")
    when = record.words(fact, "cs:when")
    record.put(fact, cs_when=f"{int(when[:4]) - 1}{when[4:]}")


def due_a_year_later(record: FalsifiedRecord) -> None:
    """What is due within months is due a year later than that."""
    advice = record.first("cs:Recommendation", "cs:dueDate")
    record.put(advice, cs_dueDate=years(record.day(advice, "cs:dueDate"), 1))


def all_due_a_day_early(record: FalsifiedRecord) -> None:
    """All that is due within months is due a day earlier."""
    for advice in record.some("cs:Recommendation", 1, "cs:dueDate"):
        record.put(advice, cs_dueDate=record.day(advice, "cs:dueDate") - timedelta(1))


def statement_due_a_month_early(record: FalsifiedRecord) -> None:
    """The statement is due a month before the printed day."""
    statement = record.first("cs:StatementRequirement", "cs:dueDate")
    record.put(statement, cs_dueDate=record.day(statement, "cs:dueDate") - timedelta(30))
