"""The days of an inspection or a publication behind the words that announce them.

Stricter than `kg.text.dates.read_dates`, which looks for dates in prose: what stands between the
announcing words and the date must be understood, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from kg.text.dateforms import Form, find_forms
from kg.text.dates import UNCLEAR, DateFault, PrintedDate, joint, resolve
from kg.text.partialdate import PartialDate

#: What shows, behind a period, that more of it was printed than was understood.
_MORE = re.compile(r"\s*(?:[-\u2010-\u2015\u2212\u2500]|(?:to|until)\b|(?=[0-9]))\s*[0-9]{1,4}")
_DIGIT = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period; ``start`` and ``end`` are None if it cannot be used: ``why`` says so."""

    start: date | None
    end: date | None
    #: offsets in the text that was searched
    begins: int
    ends: int
    #: a code of `kg.text.dates`, "" if nothing is wrong
    fault: str = ""
    why: str = ""


def find_periods(text: str, start: int, end: int, *, before: date | None = None) -> list[Period]:
    """The first period in ``text[start:end]``, and those joined to it by "and" or a comma.

    A single day is a period of one day.  Where no period prints a year, it is the last year in
    which the period was over on the day ``before``.
    """
    found: list[Period] = []
    # the last period is printed in full; those before it may leave out the year that it gives
    later: PartialDate | None = None
    for form in reversed(_joined(text, start, end)):
        read = resolve(form, later=later, before=before)
        found.insert(0, _period(read))
        later = read.when if isinstance(read, PrintedDate) else later
    if found:
        found[0] = _begun(text, start, found[0])
        found[-1] = _ended(text, end, found[-1])
    return found


def find_day(text: str, start: int, end: int) -> Period | None:
    """The first day with month and year in ``text[start:end]``."""
    for form in find_forms(text, start, end):
        if form.last.day and form.last.month and (form.last.year or form.unclear):
            found = _period(resolve(form))
            single = form.first is form.last or found.start is None
            return found if single else _unclear(found, "it is no single day")
    return None


def _joined(text: str, start: int, end: int) -> list[Form]:
    """The first form with a day and a month, and those joined to it."""
    found: list[Form] = []
    for form in find_forms(text, start, end):
        whole = form.last.day is not None and form.last.month is not None
        if found and not (whole and joint(text, found[-1].end, form.start)):
            break
        if whole:
            found.append(form)
    return found


def _period(read: PrintedDate | DateFault) -> Period:
    if isinstance(read, DateFault):
        return Period(None, None, read.start, read.end, read.code, read.why)
    last = read.until or read.when
    if read.when.full is None or last.full is None:
        return Period(None, None, read.start, read.end, UNCLEAR, "one of its days is not printed")
    return Period(read.when.full, last.full, read.start, read.end)


def _begun(text: str, start: int, period: Period) -> Period:
    """The period, of no use if a number stands between it and the words that announce it."""
    number = _DIGIT.search(text, start, period.begins)
    if number is None:
        return period
    wider = replace(period, begins=number.start())
    return _unclear(wider, f"what stands before {text[period.begins : period.ends]!r} is not clear")


def _ended(text: str, end: int, period: Period) -> Period:
    """The period, of no use if it goes on with what was not understood."""
    more = _MORE.match(text, period.ends, end)
    if more is None:
        return period
    return _unclear(
        replace(period, ends=more.end()), f"what {more[0].strip()!r} means is not clear"
    )


def _unclear(period: Period, why: str) -> Period:
    return Period(None, None, period.begins, period.ends, UNCLEAR, why)
