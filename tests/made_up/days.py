"""Days of fieldwork and publication, and the forms in which reports print them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A period of fieldwork, and the day of publication after it."""

    start: date
    end: date
    published: date


def span(rng: Random, first: date, last: date, days: tuple[int, ...]) -> Span:
    """A period between two days that begins on a Monday and takes one of some numbers of days."""
    start = first + timedelta(days=rng.randrange(max((last - first).days, 1)))
    start -= timedelta(days=start.weekday())
    if start < first:
        start += timedelta(days=7)
    end = start + timedelta(days=rng.choice(days) - 1)
    return Span(start, end, weekday(end + timedelta(days=rng.randrange(30, 70))))


def weekday(day: date) -> date:
    """The day, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def long(day: date) -> str:
    """ "3 June 2024" """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def without_year(day: date) -> str:
    """ "3 June" """
    return f"{day.day} {MONTHS[day.month - 1]}"


def shortest(start: date, end: date, joint: str = " to ") -> str:
    """What is the same of both days is printed once: "3 to 7 June 2024"."""
    if start == end:
        return long(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{joint}{long(end)}"
    if start.year == end.year:
        return f"{without_year(start)}{joint}{long(end)}"
    return f"{long(start)}{joint}{long(end)}"


def whole(start: date, end: date, joint: str = " to ") -> str:
    """ "3 June 2024 to 7 June 2024" """
    return f"{long(start)}{joint}{long(end)}"


def months(start: date, end: date, joint: str = " to ") -> str:
    """ "3 June to 7 June 2024"; both years where they differ"""
    if start.year != end.year:
        return whole(start, end, joint)
    return f"{without_year(start)}{joint}{long(end)}"
