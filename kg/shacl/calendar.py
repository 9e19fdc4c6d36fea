"""Days and times of XML Schema 1.1: which texts are one, and where it stands in time.

Years may be of any length and before the first, which Python's own dates may not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from kg.shacl.terms import XSD

_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))"
_YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = (
    r"(?:(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)"
    r"|(?P<midnight>24:00:00(?:\.0+)?))"
)
#: datatype -> its forms, with the names of their parts
FORMS: Mapping[str, re.Pattern[str]] = {
    XSD + name: re.compile(form, re.ASCII)
    for name, form in {
        "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}?",
        "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}?",
        "dateTimeStamp": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
        "time": f"{_TIME}{_ZONE}?",
        "gYear": f"{_YEAR}{_ZONE}?",
        "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}?",
        "gMonth": f"--{_MONTH}{_ZONE}?",
        "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}?",
        "gDay": f"---{_DAY}{_ZONE}?",
    }.items()
}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def moment(text: str, datatype: str) -> tuple[bool, int | Decimal] | None:
    """(whether a time zone is given, seconds since the start of the year 0), None of no form.

    What a form leaves out is taken as the first month, day or second, so that two of one datatype
    can be compared; with a zone the seconds are those of UTC.
    """
    match = FORMS[datatype].fullmatch(text)
    if match is None:
        return None
    said = match.groupdict()
    # the 29th of a February without a year is a day
    year, month, day = (int(said.get(part) or least) for part, least in _PARTS)
    if day > _DAYS[month - 1] or (month == 2 and day == 29 and not _is_leap(year)):
        return None
    seconds: int | Decimal = _days(year, month, day) * 86400
    if said.get("midnight"):
        seconds += 86400
    elif said.get("hour"):
        seconds += int(said["hour"]) * 3600 + int(said["minute"]) * 60 + Decimal(said["second"])
    zone = said["zone"]
    if zone and zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[4:6])
        seconds += minutes * 60 * (1 if zone[0] == "-" else -1)
    return bool(zone), seconds


_PARTS = (("year", 4), ("month", 1), ("day", 1))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year: int, month: int, day: int) -> int:
    """Days since the first day of the year 0, by the calendar of today carried back."""
    before = year - 1
    days = 365 * year + before // 4 - before // 100 + before // 400 + 1
    return days + sum(_DAYS[: month - 1]) - (month > 2 and not _is_leap(year)) + day - 1
