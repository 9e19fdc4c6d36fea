"""Days, months and years of what a report says that cannot be."""

from __future__ import annotations

from datetime import timedelta

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.falsified.terms import years


def earlier_inspection_after_this_one(record: FalsifiedRecord) -> None:
    """The previous inspection was two years after this one."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    record.put(earlier, cs_when=str(record.last_day.year + 2))


def earlier_inspection_a_month_after_this_one(record: FalsifiedRecord) -> None:
    """The previous inspection was a month after this one."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    record.put(earlier, cs_when=(record.last_day + timedelta(31)).isoformat()[:7])


def earlier_inspection_of_another_year(record: FalsifiedRecord) -> None:
    """The previous inspection was a year earlier than the report says."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    when = record.words(earlier, "cs:when")
    record.put(earlier, cs_when=f"{int(when[:4]) - 1}{when[4:]}")


def earlier_inspection_of_the_middle_ages(record: FalsifiedRecord) -> None:
    """The previous inspection was in 1066."""
    record.put(record.first("cs:EarlierInspection", "cs:when"), cs_when="1066")


def earlier_inspection_until_before_when(record: FalsifiedRecord) -> None:
    """The previous inspection ended before it began."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    when = record.words(earlier, "cs:when")
    if record.has(earlier, "cs:until"):
        record.drop(earlier, "cs:until")
    record.add(earlier, cs_until=f"{int(when[:4]) - 1}{when[4:]}")


def earlier_inspection_in_month_13(record: FalsifiedRecord) -> None:
    """The previous inspection was in the thirteenth month."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    record.put(earlier, cs_when=f"{record.words(earlier, 'cs:when')[:4]}-13")


def earlier_inspection_on_31_february(record: FalsifiedRecord) -> None:
    """The previous inspection was on a day that no year has."""
    earlier = record.first("cs:EarlierInspection", "cs:when")
    record.put(earlier, cs_when=f"{record.words(earlier, 'cs:when')[:4]}-02-31")


def figure_of_the_future(record: FalsifiedRecord) -> None:
    """A figure is of 2099."""
    record.put(record.first("cs:Fact", "cs:when"), cs_when="2099")


def figure_of_30_february(record: FalsifiedRecord) -> None:
    """A figure is of a day that no year has."""
    record.put(record.first("cs:Fact", "cs:when"), cs_when="2014-02-30")


def figure_of_month_0(record: FalsifiedRecord) -> None:
    """A figure is of a month before January."""
    record.put(record.first("cs:Fact", "cs:when"), cs_when="2014-00")


def due_twenty_years_on(record: FalsifiedRecord) -> None:
    """What was to be done soon is due in twenty years."""
    advice = record.first("cs:Recommendation", "cs:dueDate")
    record.put(advice, cs_dueDate=years(record.day(advice, "cs:dueDate"), 20))


def due_before_the_inspection(record: FalsifiedRecord) -> None:
    """What is to be done was due a year before the inspection."""
    advice = record.first("cs:Recommendation", "cs:dueDate")
    record.put(advice, cs_dueDate=years(record.last_day, -1))


def due_a_month_later_than_its_timescale(record: FalsifiedRecord) -> None:
    """What is due within months of the inspection is due a month later than that."""
    advice = record.last("cs:Recommendation", "cs:dueDate", "cs:timescale")
    record.put(advice, cs_dueDate=record.day(advice, "cs:dueDate") + timedelta(31))


def statement_due_fifty_years_on(record: FalsifiedRecord) -> None:
    """The statement that answers the report is due in fifty years."""
    statement = record.first("cs:StatementRequirement", "cs:dueDate")
    record.put(statement, cs_dueDate=years(record.day(statement, "cs:dueDate"), 50))


def statement_due_before_the_report(record: FalsifiedRecord) -> None:
    """The statement that answers the report was due before the inspection."""
    statement = record.first("cs:StatementRequirement", "cs:dueDate")
    record.put(statement, cs_dueDate=years(record.last_day, -1))


def statement_due_a_week_later(record: FalsifiedRecord) -> None:
    """The statement is due a week later than the report says."""
    statement = record.first("cs:StatementRequirement", "cs:dueDate")
    record.put(statement, cs_dueDate=record.day(statement, "cs:dueDate") + timedelta(7))


def next_step_ten_years_ahead(record: FalsifiedRecord) -> None:
    """The inspectorate will be back in 120 months, where it said a year or two."""
    record.put(record.first("cs:NextStep", "cs:monthsAhead"), cs_monthsAhead=120)
