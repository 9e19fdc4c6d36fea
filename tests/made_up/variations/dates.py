"""Days of fieldwork and publication, printed otherwise or misprinted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from tests.made_up import days
from tests.made_up.pieces import MadeUp
from tests.made_up.variations.edits import first, retold, reworded
from tests.made_up.variations.variation import (
    EARLY,
    ILACS,
    JTAI,
    LETTERS,
    SEND,
    SIF,
    Variation,
    doubtful,
)

#: A printed period or day, in any of the forms of `days`.
PRINTED = re.compile(
    r"""
    \d{1,2} (?:\ [A-Z][a-z]+)? (?:\ \d{4})? (?: \ ?[\u2013-]\ ? | \ to\  | \ and\  )
    \d{1,2}\ [A-Z][a-z]+\ \d{4}
    | \d{1,2}\ [A-Z][a-z]+\ \d{4}
    """,
    re.X,
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: No visit of any family is as long.
YEAR = 366


def dated(report: MadeUp, form: Callable[[date, date], str]) -> MadeUp | None:
    """The report with its days of fieldwork in another form."""
    place = first(report, "dates")
    start, end = report.truth.start, report.truth.end
    if place is None or start is None or end is None:
        return None
    return reworded(
        report, place, lambda text: PRINTED.sub(lambda _: form(start, end), text, count=1)
    )


def joint_of(report: MadeUp) -> str:
    """The word between the two days: letters say "and"."""
    place = first(report, "dates")
    text = report.pieces[place].text if place is not None else ""
    return " and " if re.search(r"\d and \d", text) or "Between" in text else " to "


def space_in_year(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "20 24" """
    return dated(report, lambda start, end: _spaced(days.shortest(start, end, joint_of(report))))


def _spaced(text: str) -> str:
    return re.sub(r"\b(\d\d)(\d\d)$", r"\1 \2", text)


def lost_space(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3to 7 June 2024", "3 to 7June 2024", "3 to 7 June2024" """
    return dated(
        report,
        lambda start, end: _without_a_space(rng, days.shortest(start, end, joint_of(report))),
    )


def _without_a_space(rng: Random, text: str) -> str:
    spaces = [index for index, character in enumerate(text) if character == " "]
    gone = set(rng.sample(spaces, min(len(spaces), rng.choice((1, 1, 2)))))
    return "".join(character for index, character in enumerate(text) if index not in gone)


def the_days_of(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "the 3 and 4 of May 2024" """
    start, end = report.truth.start, report.truth.end
    if start is None or end is None or (end - start).days != 1 or start.month != end.month:
        return None
    return dated(
        report,
        lambda start, end: (
            f"the {start.day} and {end.day} of {days.MONTHS[end.month - 1]} {end.year}"
        ),
    )


def ordinals(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3rd to 7th June 2024" """
    return dated(
        report,
        lambda start, end: re.sub(
            r"\b(\d{1,2})(?= |\u2013|$)(?!\d)", ordinal, days.months(start, end, joint_of(report))
        ),
    )


def ordinal(match: re.Match[str]) -> str:
    """A day's number with its ending: "3rd"."""
    number = int(match[1])
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def weekdays(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Monday 3 June to Friday 7 June 2024" """

    def form(start: date, end: date) -> str:
        if start == end:
            return f"{WEEKDAYS[end.weekday()]} {days.long(end)}"
        first_day = f"{WEEKDAYS[start.weekday()]} {days.without_year(start)}"
        return f"{first_day}{joint_of(report)}{WEEKDAYS[end.weekday()]} {days.long(end)}"

    start, end = report.truth.start, report.truth.end
    return None if start is None or end is None or start.year != end.year else dated(report, form)


def numeric(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "03/06/2024 to 07/06/2024" """
    return dated(report, lambda start, end: f"{start:%d/%m/%Y} to {end:%d/%m/%Y}")


def short_months(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "3 Jun to 7 Jun 2024" """
    return dated(
        report,
        lambda start, end: re.sub(
            r"([A-Z][a-z]{2})[a-z]+", r"\1", days.months(start, end, joint_of(report))
        ),
    )


def over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end somewhere inside the days."""

    def form(start: date, end: date) -> str:
        text = days.months(start, end, joint_of(report))
        spaces = [index for index, character in enumerate(text) if character == " "]
        cut = rng.choice(spaces)
        return f"{text[:cut]}\n{text[cut + 1 :]}"

    return dated(report, form)


def other_dash(rng: Random, report: MadeUp) -> MadeUp | None:
    """Another dash between the days: long, short, drawn, without spaces."""
    start, end = report.truth.start, report.truth.end
    if start == end:
        return None
    dash = rng.choice((" \u2014 ", "\u2014", " - ", "-", " \u2500 ", "\u2013"))
    return dated(report, lambda start, end: days.months(start, end, dash))


def no_such_day(rng: Random, report: MadeUp) -> MadeUp | None:
    """31 February, 31 June, 30 February: no day of any calendar."""
    wrong = rng.choice(("31 February", "31 June", "30 February", "31 September", "32 March"))
    year = report.truth.end.year if report.truth.end else 2024
    changed = dated(
        report,
        lambda start, end: (
            f"{start.day} {days.MONTHS[start.month - 1]} to {wrong} {year}"
            if start.day > 1
            else f"{wrong} {year}"
        ),
    )
    return changed and retold(changed, start=None, end=None)


def year_slip(rng: Random, report: MadeUp) -> MadeUp | None:
    """The first year one too low: a visit of a whole year."""
    start, end = report.truth.start, report.truth.end
    if start is None or end is None or start == end:
        return None
    slipped = (
        start.replace(year=start.year - 1)
        if (start.month, start.day) != (2, 29)
        else start - timedelta(YEAR)
    )
    changed = dated(report, lambda _, end: days.whole(slipped, end, joint_of(report)))
    return changed and retold(changed, start=None, end=None)


def ends_before_start(rng: Random, report: MadeUp) -> MadeUp | None:
    """The last day before the first."""
    start, end = report.truth.start, report.truth.end
    if start is None or end is None or start == end:
        return None
    changed = dated(report, lambda start, end: days.whole(end, start, joint_of(report)))
    return changed and retold(changed, start=None, end=None)


def far_year(rng: Random, report: MadeUp) -> MadeUp | None:
    """A year in which nothing was inspected: "20205", 1924, 2204."""
    year = rng.choice(("20205", "1924", "2204", "2103"))
    changed = dated(
        report,
        lambda start, end: re.sub(r"\d{4}$", year, days.shortest(start, end, joint_of(report))),
    )
    return changed and retold(changed, start=None, end=None)


def published_before_visit(rng: Random, report: MadeUp) -> MadeUp | None:
    """A letter or cover dated a year before its visit."""
    place = first(report, "date", "published")
    published = report.truth.published
    if place is None or published is None or (published.month, published.day) == (2, 29):
        return None
    wrong = published.replace(year=published.year - 1)
    changed = reworded(
        report, place, lambda text: text.replace(days.long(published), days.long(wrong))
    )
    # which of the two is misprinted cannot be told: what is printed may be taken, if it is said
    return changed and retold(changed, published=wrong)


def no_dates(rng: Random, report: MadeUp) -> MadeUp | None:
    """No days of fieldwork at all."""
    place = first(report, "dates")
    if place is None:
        return None
    changed = reworded(report, place, lambda text: PRINTED.sub("the days agreed", text, count=1))
    return changed and retold(changed, start=None, end=None)


def two_visits(rng: Random, report: MadeUp) -> MadeUp | None:
    """Two periods joined by "and": the second a few weeks after the first."""
    start, end = report.truth.start, report.truth.end
    if start is None or end is None or start == end or report.truth.published:
        return None
    second = end + timedelta(days=rng.randint(10, 30))
    until = second + timedelta(days=2)
    joint = rng.choice((" and ", " and\n", ", and "))
    changed = dated(
        report, lambda start, end: f"{days.months(start, end)}{joint}{days.months(second, until)}"
    )
    return changed and retold(changed, end=until)


def wrong_footer(rng: Random, report: MadeUp) -> MadeUp | None:
    """A footer with other days than the cover."""
    end = report.truth.end
    if end is None or len(report.furniture(2)) < 3:
        return None
    wrong = end + timedelta(days=rng.randint(20, 400))
    text = days.shortest(wrong - timedelta(days=4), wrong)
    old = report.furniture

    def changed(page: int):
        return tuple(
            replace(each, text=text) if PRINTED.fullmatch(each.text) else each for each in old(page)
        )

    return replace(report, furniture=changed)


COVERS = (*ILACS, *SIF, *SEND, *EARLY)
EVERY = (*COVERS, *LETTERS, *JTAI)
VARIATIONS = (
    Variation("a space in the year", "header", EVERY, space_in_year),
    Variation("a space lost in the days", "header", EVERY, lost_space),
    Variation("the 3 and 4 of May", "header", LETTERS, the_days_of),
    Variation("days with ordinals", "header", EVERY, ordinals),
    Variation("days with weekdays", "header", EVERY, weekdays),
    Variation("days in figures", "header", SIF, numeric),
    Variation("months cut short", "header", COVERS, short_months),
    Variation("days over a line's end", "header", EVERY, over_lines),
    Variation("days with another dash", "header", COVERS, other_dash),
    doubtful("a day that does not exist", "header", EVERY, no_such_day),
    doubtful("a visit of a whole year", "header", EVERY, year_slip),
    doubtful("the last day before the first", "header", EVERY, ends_before_start),
    doubtful("a year in which nothing was inspected", "header", EVERY, far_year),
    doubtful(
        "published before the visit", "header", (*LETTERS, *JTAI, *SIF), published_before_visit
    ),
    doubtful("no days of fieldwork", "header", EVERY, no_dates),
    Variation("two visits", "header", ("ILACS 2021", "ILACS 2023"), two_visits),
    Variation("footer with other days", "documents", (*ILACS, *SEND), wrong_footer, ("pdf",)),
)
