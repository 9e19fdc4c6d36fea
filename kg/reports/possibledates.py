"""Whether the dates of a report can be: a year of the register's time, a span that is possible.

What is possible, a family's profile says in its table ``[header]`` (`HeaderForm`).  Dates that
cannot be are told, with the words from which they were read, and not taken: days of fieldwork as a
whole, for of a period of which one end is wrong the other is no surer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kg.reports.model import Problem, Visit
from kg.reports.profile import Profile
from kg.reports.quotes import Printed, Quote
from kg.text.words import one_line

#: No report of an earlier year is read: the inspectorate took over social care in 2007.
FIRST_YEAR = 2000

Visits = tuple[Visit, ...]


def possible_visits(
    visits: Visits, profile: Profile | None, modified: date | None
) -> tuple[Visits, tuple[Problem, ...]]:
    """The periods of fieldwork, none if one of them cannot be, and why.

    ``modified`` is the day on which the register was last put in order: the newest report that
    it can know of is of the year after it.
    """
    problems = tuple(_impossible(visits, profile, modified))
    return (() if problems else visits), problems


def possible_publication(
    published: Printed[date] | None,
    visits: Visits,
    profile: Profile | None,
    modified: date | None,
) -> tuple[Printed[date] | None, tuple[Problem, ...]]:
    """The day of publication, None if it cannot be, or not with the fieldwork, and why.

    Of the two the fieldwork is kept: it stands in a sentence or beside its label, and a date that
    is set alone on a letter is what is copied from an older one.
    """
    if published is None:
        return None, ()
    said = one_line(published.quote.text)
    if not of_its_time(published.value, modified):
        return None, (
            _impossible_year(
                f"the publication date {said!r}", published.quote, modified, "published"
            ),
        )
    end = max((visit.end for visit in visits), default=None)
    if end is None:
        return published, ()
    fieldwork = "; ".join(one_line(visit.quote.text) for visit in visits)
    after = (published.value - end).days
    longest = profile.header.published_days if profile else None
    if after < 0:
        code, how = "published-before-end", f"{-after} days before its fieldwork ended"
    elif longest is not None and after > longest:
        code, how = "published-too-late", f"{after} days after its fieldwork ended"
    else:
        return published, ()
    message = (
        f"the report is dated {said!r}, {how} ({fieldwork!r}): one of the two is printed wrongly, "
        "so that its publication date was not taken"
    )
    return None, (Problem(code, message, published.quote.page, said),)


def _impossible(
    visits: Visits, profile: Profile | None, modified: date | None
) -> Iterator[Problem]:
    for visit in visits:
        said = one_line(visit.quote.text)
        if not (of_its_time(visit.start, modified) and of_its_time(visit.end, modified)):
            yield _impossible_year(f"the period of fieldwork {said!r}", visit.quote, modified)
            return
    if profile is None or not visits:
        return
    longest, all_longest = profile.header.visit_days, profile.header.fieldwork_days
    for visit in visits:
        days = (visit.end - visit.start).days + 1
        if longest is not None and days > longest:
            yield _too_long(visit.quote, days, longest)
            return
    for before, after in pairwise(visits):
        if after.start <= before.end:
            said = one_line(after.quote.text)
            message = (
                f"the period of fieldwork {said!r} on page {after.quote.page} does not follow the "
                f"one before it ({one_line(before.quote.text)!r}): its dates were not taken"
            )
            yield Problem("end-before-start", message, after.quote.page, said)
            return
    days = (visits[-1].end - visits[0].start).days + 1
    if all_longest is not None and days > all_longest:
        yield _too_long(visits[0].quote, days, all_longest)


def _too_long(quote: Quote, days: int, longest: int) -> Problem:
    message = (
        f"the period of fieldwork {one_line(quote.text)!r} on page {quote.page} is {days} days "
        f"long, and no inspection of its family is longer than {longest}: a year or month is "
        "printed wrongly, and its dates were not taken"
    )
    return Problem("impossible-span", message, quote.page, one_line(quote.text))


def _impossible_year(
    what: str, quote: Quote, modified: date | None, field: str | None = None
) -> Problem:
    message = (
        f"{what} on page {quote.page} is of no year {possible_years(modified)}: it was not taken"
    )
    return Problem("impossible-year", message, quote.page, one_line(quote.text), field)


def of_its_time(day: date, modified: date | None) -> bool:
    """Whether a report may give a day, if the register was ``modified`` last on that one."""
    return day.year >= FIRST_YEAR and (modified is None or day.year <= modified.year + 1)


def possible_years(modified: date | None) -> str:
    """The years of which a day may be, for messages: "between 2000 and 2027"."""
    return f"between {FIRST_YEAR}" + ("" if modified is None else f" and {modified.year + 1}")
