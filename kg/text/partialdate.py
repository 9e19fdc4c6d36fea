"""A date as precise as it is known: a year, a month of it, or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

#: In English whatever the machine's language.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_ISO = re.compile(r"(?P<year>[0-9]{4}) (?: -(?P<month>[0-9]{2}) (?: -(?P<day>[0-9]{2}) )? )?", re.X)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day that a calendar has; anything else is a ValueError.

    >>> str(PartialDate(2019, 2)), str(PartialDate(2019, 2, 28))
    ('2019-02', '2019-02-28')
    >>> PartialDate(2019, 2, 31)
    Traceback (most recent call last):
    ValueError: no calendar has the day 31 of month 2 of 2019
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not MINYEAR <= self.year <= MAXYEAR:
            raise ValueError(f"no calendar has the year {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError(f"the day {self.day} of {self.year} has no month")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"no calendar has the month {self.month}")
        elif self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise ValueError(
                f"no calendar has the day {self.day} of month {self.month} of {self.year}"
            )

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date of an ISO 8601 text: "2019", "2019-04", "2019-04-03"."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no year, month or day of ISO 8601")
        return cls(*(int(number) for number in match.groups() if number))

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @property
    def precision(self) -> int:
        """How much of it is known: 1 the year, 2 the month, 3 the day."""
        return 3 if self.day is not None else 2 if self.month is not None else 1

    def holds(self, other: PartialDate) -> bool:
        """Whether ``other`` is this date, or a month or day of it."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    @property
    def first_day(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def full(self) -> date | None:
        """The day, None if only its month or year is known."""
        return None if self.day is None else self.first_day


def in_words(day: date, *, short: bool = False) -> str:
    """A day as people write it.

    >>> in_words(date(2024, 6, 7)), in_words(date(2024, 6, 7), short=True)
    ('7 June 2024', '7 Jun 2024')
    """
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month} {day.year}"


def in_years(day: date) -> float:
    """A day as a number on a line of years.

    >>> in_years(date(2024, 1, 1))
    2024.0
    """
    return day.year + (day.timetuple().tm_yday - 1) / 366
