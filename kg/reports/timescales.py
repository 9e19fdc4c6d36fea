"""Printed timescales, and the day that each gives."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from kg.knowledge import Knowledge
from kg.reports.model import Timescale


def timescale(
    printed: str, knowledge: Knowledge, published: date | None, fieldwork_end: date | None
) -> Timescale:
    """The timescale of a heading such as "Within three months:".

    The due day is counted in calendar months from the publication date, or from the last day of
    fieldwork where none is printed; there is none if the words are in no vocabulary.
    """
    words = " ".join(printed.split()).rstrip(" :.")
    known = knowledge.timescale(words)
    counted_from, start = ("published", published) if published else ("fieldwork", fieldwork_end)
    if known is None or start is None:
        return Timescale(words, known.notation if known else None, None, None)
    return Timescale(words, known.notation, add_months(start, known.months), counted_from)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the month's last day if it has no such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
