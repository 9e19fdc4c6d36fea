"""The forms in which dates are printed, before it is known whether they can be.

Where words of dates (a day's number, a month, "to", "and" ...) stand together, they are read as a
form: one date, or two with what joins them.  Examples of each form stand in
``tests/text/test_dates.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.text.datewords import DateWord, Token, runs
from kg.text.partialdate import MONTHS

#: "20 24", "202 4": a year with a space in it; only behind a month.
_SPACED_YEAR = re.compile(r"2\s?0\s?[0-9]\s?[0-9](?![0-9])")
#: A year that stands without a month.
_BARE_YEAR = range(2000, 2050)
#: What stands behind a year of two digits in prose, where "30 June 15 children" is not of 2015.
_CLOSED = re.compile(r"\s*(?:[,.;:)\u2013\u2014]|\n|$)")


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date of a form; what is not printed is None."""

    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One date (then ``first`` is ``last``), or two with what joins them."""

    first: DatePart
    last: DatePart
    #: True if "and" joins the two, which may then be two dates and no period
    pair: bool = False
    #: what of the words beside it was not understood, "" if nothing
    unclear: str = ""
    #: where what was not understood begins and ends
    start: int = -1
    end: int = -1


def find_forms(text: str, start: int = 0, end: int | None = None) -> Iterator[Form]:
    """Every form of a date in ``text[start:end]``, in order; none of them overlap."""
    for run in runs(text, start, len(text) if end is None else end):
        yield from _Reader(text, run).forms()


class _Reader:
    """Reads the forms of one run of words."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        last = tokens[-1].end if tokens else 0
        stop = Token(DateWord.END, last, last, "")
        # four more, so that no look ahead needs a bound
        self._tokens = (*tokens, stop, stop, stop, stop)
        self._count = len(tokens)

    def forms(self) -> Iterator[Form]:
        """The forms from left to right, each as long as it can be."""
        place = done = 0
        while place < self._count:
            read = self._form(place)
            if read is None:
                place += 1
                continue
            form, after = read
            yield self._doubted(form, place, after, done)
            place = done = after

    def _doubted(self, form: Form, place: int, after: int, done: int) -> Form:
        """The form, marked where what stands beside it shows that it is half understood."""
        start, end, unclear = form.first.start, form.last.end, ""
        near, far = (self._tokens[place - n] if place >= done + n else None for n in (1, 2))
        if near and near.is_ is DateWord.DAY and form.first.day is not None:
            start, unclear = near.start, f"what {near.text!r} before it means is not clear"
        elif near and near.is_ is DateWord.TO and far and far.is_ is DateWord.DAY:
            start, unclear = far.start, f"what {far.text!r} before it means is not clear"
        behind = self._tokens[after]
        if behind.is_ is DateWord.NUMBER and form.last.month and form.last.year is None:
            end, unclear = behind.end, f"{behind.text!r} is no year"
        return Form(form.first, form.last, form.pair, unclear, start, end)

    def _form(self, place: int) -> tuple[Form, int] | None:
        read = self._part(place)
        if read is None:
            return None
        first, after = read
        if first.month is None and first.day is None:
            return self._years(place)
        kind = self._tokens[after].is_
        if kind is DateWord.COMMA:
            listed = self._list(first, after)
            if listed:
                return listed
        if kind in (DateWord.TO, DateWord.AND):
            pair = kind is DateWord.AND
            second = self._part(after + 1)
            # in "12 November and 2-6 December" the "and" parts two periods
            if second and _joins(first, second[0]) and not (pair and self._goes_on(second)):
                return Form(first, second[0], pair), second[1]
        return None if first.month is None else (Form(first, first), after)

    def _years(self, place: int) -> tuple[Form, int] | None:
        """ "2019", "2015 to 2018", "2014-15", "2014/15 to 2015/16"."""
        parts = _bare_years(self._tokens[place])
        after = place + 1
        if parts and self._tokens[after].is_ is DateWord.TO:
            more = _bare_years(self._tokens[after + 1])
            parts, after = parts + more, after + 2 if more else after
        return (Form(parts[0], parts[-1]), after) if parts else None

    def _list(self, first: DatePart, after: int) -> tuple[Form, int] | None:
        """ "14, 15 and 16 May 2019", "29 September, 30 September and 1 October 2020"."""
        last = first
        while self._tokens[after].is_ is DateWord.COMMA:
            read = self._part(after + 1)
            if read is None or read[0].day is None or self._goes_on(read):
                return None
            last, after = read
        if self._tokens[after].is_ is DateWord.AND:
            read = self._part(after + 1)
            if read is None or read[0].day is None or self._goes_on(read):
                return None
            last, after = read
        if last.month is None or not _joins(first, last):
            return None
        return Form(first, last, True), after

    def _goes_on(self, read: tuple[DatePart, int]) -> bool:
        """Whether a period begins with what was read."""
        first, after = read
        last = self._part(after + 1) if self._tokens[after].is_ is DateWord.TO else None
        return last is not None and _joins(first, last[0])

    def _part(self, place: int) -> tuple[DatePart, int] | None:
        """The date with which the words from ``place`` on begin, and where it ends."""
        begins = self._tokens[place].start
        if self._tokens[place].is_ is DateWord.WEEKDAY:
            place += 1
            place += self._tokens[place].is_ is DateWord.COMMA
        if self._tokens[place].is_ is DateWord.THE and self._tokens[place + 1].is_ is DateWord.DAY:
            place += 1
            # "the" before the first day is no part of its date
            begins = self._tokens[place].start
        token = self._tokens[place]
        if token.is_ is DateWord.NUMERIC:
            return _numeric(token, begins), place + 1
        if token.is_ is DateWord.DAY:
            return self._from_day(place, begins)
        if token.is_ is DateWord.MONTH:
            return self._from_month(place, begins)
        years = _bare_years(token)
        return (years[0], place + 1) if years else None

    def _from_day(self, place: int, begins: int) -> tuple[DatePart, int]:
        """ "13", "13 March", "13th of March 2023", "5 December 22"."""
        day = _number(self._tokens[place])
        month = place + 1 + (self._tokens[place + 1].is_ is DateWord.OF)
        if self._tokens[month].is_ is not DateWord.MONTH:
            return DatePart(begins, self._tokens[place].end, day), place + 1
        year, end, after = self._year(month + 1, day=True)
        return DatePart(begins, end, day, _month(self._tokens[month]), year), after

    def _from_month(self, place: int, begins: int) -> tuple[DatePart, int]:
        """ "March", "March 2015", "March 31 2015"."""
        month = _month(self._tokens[place])
        day = self._tokens[place + 1]
        behind = place + 2 + (self._tokens[place + 2].is_ is DateWord.COMMA)
        if day.is_ is DateWord.DAY and self._tokens[behind].is_ is DateWord.YEAR:
            year = self._tokens[behind]
            return DatePart(begins, year.end, _number(day), month, int(year.text)), behind + 1
        found, end, after = self._year(place + 1, day=False)
        return DatePart(begins, end, None, month, found), after

    def _year(self, place: int, *, day: bool) -> tuple[int | None, int, int]:
        """The year behind a month, where it ends, and the place of the word behind it."""
        month = self._tokens[place - 1]
        at = place + (self._tokens[place].is_ is DateWord.COMMA)
        token = self._tokens[at]
        if token.is_ is DateWord.YEAR:
            return int(token.text), token.end, at + 1
        for behind in range(at + 1, at + 4):
            end = self._tokens[behind - 1].end
            spaced = _SPACED_YEAR.fullmatch(self._text, token.start, end)
            if spaced and behind <= self._count:
                return int("".join(spaced[0].split())), end, behind
        if (
            day
            and at == place
            and token.is_ is DateWord.DAY
            and len(token.text) == 2
            and _CLOSED.match(self._text, token.end)
        ):
            return 2000 + int(token.text), token.end, at + 1
        return None, month.end, place


def _bare_years(token: Token) -> tuple[DatePart, ...]:
    """The year that stands without a month, or the two of "2014-15"."""
    if token.is_ not in (DateWord.YEAR, DateWord.YEARS):
        return ()
    years = [int(number) for number in re.findall("[0-9]+", token.text)]
    if years[0] not in _BARE_YEAR:
        return ()
    ends = [year if year > 99 else years[0] // 100 * 100 + year for year in years]
    return tuple(DatePart(token.start, token.end, year=year) for year in ends)


def _joins(first: DatePart, last: DatePart) -> bool:
    """Whether two dates make a period: "3 to 7 June", "May and June 2019"; not "3 and 2019"."""
    if last.month is None:
        return False
    return first.month is not None or (first.day is not None and last.day is not None)


def _numeric(token: Token, begins: int) -> DatePart:
    """ "12/09/2016", "2016-09-12"."""
    numbers = [int(number) for number in re.findall("[0-9]+", token.text)]
    if numbers[0] > 999:
        numbers.reverse()
    day, month, year = numbers
    return DatePart(begins, token.end, day, month, year if year > 99 else 2000 + year)


def _number(token: Token) -> int:
    digits = re.match("[0-9]+", token.text)
    return int(digits[0]) if digits else 0


def _month(token: Token) -> int:
    name = token.text.casefold()[:3]
    return next(n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(name))
