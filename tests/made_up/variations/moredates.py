"""Days of fieldwork and publication in further forms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.made_up import days
from tests.made_up.pieces import MadeUp, Owner, Piece
from tests.made_up.variations.dates import COVERS, EVERY, WEEKDAYS, dated, joint_of, ordinal
from tests.made_up.variations.edits import first, put_in, reworded
from tests.made_up.variations.variation import JTAI, LETTERS, SIF, Variation


def weekdays_without_month(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Monday 3 - Friday 7 June 2024" """
    joint = rng.choice((" - ", " to ", " \u2013 ", joint_of(report)))
    comma = rng.choice(("", "", ","))

    def form(start: date, end: date) -> str:
        opening, closing = WEEKDAYS[start.weekday()], WEEKDAYS[end.weekday()]
        first_day = str(start.day) if start.month == end.month else days.without_year(start)
        return f"{opening}{comma} {first_day}{joint}{closing}{comma} {days.long(end)}"

    start, end = report.truth.start, report.truth.end
    return (
        None
        if start == end or not start or not end or start.year != end.year
        else dated(report, form)
    )


def short_ordinals(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3rd to 7th June 2024", "3rd\u20137th of June 2024" """
    joint = joint_of(report)
    if joint == " to ":
        joint = rng.choice((" to ", "\u2013", " - "))
    of = rng.choice((" ", " ", " of "))

    def form(start: date, end: date) -> str:
        text = days.shortest(start, end, joint)
        text = re.sub(r"\b(\d{1,2})(?=\D|$)(?!\d)", ordinal, text)
        return re.sub(r"(?<=st|nd|rd|th) (?=[A-Z])", of, text)

    return dated(report, form)


def weekday_published(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Friday 5 July 2024" """
    comma = rng.choice(("", ","))
    return _published(report, lambda day: f"{WEEKDAYS[day.weekday()]}{comma} {days.long(day)}")


def ordinal_published(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "5th July 2024" """
    return _published(report, lambda day: re.sub(r"^(\d+)", ordinal, days.long(day)))


def figures_published(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "05/07/2024" """
    return _published(report, lambda day: f"{day:%d/%m/%Y}")


def _published(report: MadeUp, form) -> MadeUp | None:
    place, published = first(report, "date", "published"), report.truth.published
    if place is None or published is None:
        return None
    return reworded(report, place, lambda text: text.replace(days.long(published), form(published)))


def until(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "from 3 June 2024 until 7 June 2024" """
    start, end = report.truth.start, report.truth.end
    if start == end:
        return None
    return dated(report, lambda start, end: f"from {days.whole(start, end, ' until ')}")


def two_digits(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3 to 7 June 24" """
    return dated(report, lambda start, end: re.sub(
        r"\d\d(\d\d)$", r"\1", days.shortest(start, end, joint_of(report))
    ))  # fmt: skip


def capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3 TO 7 JUNE 2024" """
    return dated(report, lambda start, end: days.shortest(start, end, " to ").upper())


def month_first(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "June 3 to June 7, 2024" """
    start, end = report.truth.start, report.truth.end
    if start is None or end is None or start.year != end.year or start == end:
        return None

    def form(start: date, end: date) -> str:
        opening, closing = (days.MONTHS[each.month - 1] for each in (start, end))
        return f"{opening} {start.day} to {closing} {end.day}, {end.year}"

    return dated(report, form)


def other_label(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Dates of inspection: ...", "Date of inspection: ..." """
    place = first(report, "dates")
    if place is None:
        return None
    new = rng.choice(("Dates of inspection:", "Date of inspection:", "Inspection dates \u2013",
                      "INSPECTION DATES:", "Inspection took place:"))  # fmt: skip
    return reworded(report, place, lambda text: re.sub(r"Inspection dates?:", new, text))


def last_inspection(rng: Random, report: MadeUp) -> MadeUp | None:
    """The days of the inspection before, above or below those of this one."""
    place = first(report, "dates")
    start = report.truth.start
    if place is None or start is None:
        return None
    before = start - timedelta(days=rng.randint(500, 1500))
    label = rng.choice((
        "Previous inspection dates:", "Date of previous inspection:", "Last inspection date:",
        "Dates of last inspection:", "Date of the last inspection:",
    ))  # fmt: skip
    words = f"{label} {days.shortest(before, before + timedelta(days=4))}"
    piece = replace(report.pieces[place], text=words, tag="last-dates")
    return put_in(report, rng.choice((place, place + 1)), piece)


def last_report(rng: Random, report: MadeUp) -> MadeUp | None:
    """The day on which the report before was published, above this one's or below it."""
    place = first(report, "published")
    published = report.truth.published
    if place is None or published is None:
        return None
    before = published - timedelta(days=rng.randint(500, 1500))
    label = rng.choice(("Previous report published:", "Last report published:"))
    words = f"{label} {days.long(before)}"
    piece = replace(report.pieces[place], text=words, tag="last-published")
    return put_in(report, rng.choice((place, place + 1)), piece)


def last_visit(rng: Random, report: MadeUp) -> MadeUp | None:
    """A sentence on an earlier visit, with its days, before that on this one."""
    place = first(report, "dates")
    start = report.truth.start
    if place is None or start is None:
        return None
    before = start - timedelta(days=rng.randint(500, 1500))
    printed = days.shortest(before, before + timedelta(days=1), " and ")
    said = rng.choice((
        f"Ofsted last visited the council on {printed}.",
        f"The last inspection took place on {printed}, when much was found wanting.",
        f"Since the previous focused visit on {printed}, most of the managers have changed.",
        f"This letter follows that of {days.long(before)}, which nobody has kept.",
    ))  # fmt: skip
    return put_in(report, place, Piece(Owner.PARAGRAPH, said, tag="last-visit"))


VARIATIONS = (
    Variation("sentence on the last visit", "header", (*LETTERS, *JTAI), last_visit),
    Variation("days of the last inspection", "header", COVERS, last_inspection),
    Variation("day of the last report", "header", (*SIF, "LAC"), last_report),
    Variation("weekdays, the month printed once", "header", EVERY, weekdays_without_month),
    Variation("ordinals, the month printed once", "header", EVERY, short_ordinals),
    Variation("weekday of publication", "header", (*LETTERS, *JTAI, *SIF), weekday_published),
    Variation("ordinal of publication", "header", (*LETTERS, *JTAI, *SIF), ordinal_published),
    Variation("publication in figures", "header", (*LETTERS, *JTAI, *SIF), figures_published),
    Variation("days from one until another", "header", COVERS, until),
    Variation("year of two figures", "header", COVERS, two_digits, readable=False),
    Variation("days in capitals", "header", COVERS, capitals),
    Variation("month before the day", "header", COVERS, month_first, readable=False),
    Variation("days behind another label", "header", COVERS, other_label, readable=False),
)
