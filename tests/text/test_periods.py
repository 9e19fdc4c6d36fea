"""Dates and periods in all the forms in which reports print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.periods import find_day, find_periods


def periods(text: str, *, before: date | None = None) -> list[tuple[str, str]]:
    found = find_periods(text, 0, len(text), before=before)
    return [(str(each.start), str(each.end)) for each in found]


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("13 to 24 March 2023", "2023-03-13", "2023-03-24"),
        ("27 February to 3 March 2023", "2023-02-27", "2023-03-03"),
        ("27 February 2023 to 3 March 2023", "2023-02-27", "2023-03-03"),
        ("26 November 2012 – 5 December 2012", "2012-11-26", "2012-12-05"),
        ("10-19 September 2012", "2012-09-10", "2012-09-19"),
        ("20 June\u250013 July 2017", "2017-06-20", "2017-07-13"),
        ("18 Feb 2014 – 12 March 2014", "2014-02-18", "2014-03-12"),
        ("1st to 5th of July 2019", "2019-07-01", "2019-07-05"),
        ("1/06/2015 - 25/06/2015", "2015-06-01", "2015-06-25"),
        ("12.09.2016 to 06.10.2016", "2016-09-12", "2016-10-06"),
        ("Monday 5 to Friday 9 June 2023", "2023-06-05", "2023-06-09"),
        ("5 and 6 November 2024", "2024-11-05", "2024-11-06"),
        ("14, 15 and 16 May 2019", "2019-05-14", "2019-05-16"),
        ("5 to 9 December 22", "2022-12-05", "2022-12-09"),
        ("3 September2014 – 8 October2014", "2014-09-03", "2014-10-08"),
        ("16 December to 10 January 2014", "2013-12-16", "2014-01-10"),
        ("3to7 June 2024", "2024-06-03", "2024-06-07"),
        ("3-7June2024", "2024-06-03", "2024-06-07"),
        ("3 to 7 June 20 24", "2024-06-03", "2024-06-07"),
        ("the 17 and 18 of May 2022", "2022-05-17", "2022-05-18"),
        ("the 17th and the 18th of May 2022", "2022-05-17", "2022-05-18"),
        ("3/4 June 2024", "2024-06-03", "2024-06-04"),
        ("3, 4, 5 June 2024", "2024-06-03", "2024-06-05"),
        ("29 September, 30 September and 1 October 2020", "2020-09-29", "2020-10-01"),
        ("\u2013 5 June 2019", "2019-06-05", "2019-06-05"),
        ("5 June 2019", "2019-06-05", "2019-06-05"),
    ],
)
def test_period(printed, start, end):
    assert periods(f"It took place from {printed}. There were 30 cases.") == [(start, end)]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019",
            [("2019-07-08", "2019-07-12"), ("2019-08-07", "2019-08-08")],
        ),
        (
            "19 November-11 December 2013 and 28-30 January 2014",
            [("2013-11-19", "2013-12-11"), ("2014-01-28", "2014-01-30")],
        ),
        # the first prints no year: it is the second's
        (
            "18-22 November and 2-6 December 2019",
            [("2019-11-18", "2019-11-22"), ("2019-12-02", "2019-12-06")],
        ),
        # the year of the second, but the month before it
        (
            "16-20 December and 6-10 January 2020",
            [("2019-12-16", "2019-12-20"), ("2020-01-06", "2020-01-10")],
        ),
        # a day and a period, not a period from the 12th to the 2nd
        (
            "12 November and 2-6 December 2019",
            [("2019-11-12", "2019-11-12"), ("2019-12-02", "2019-12-06")],
        ),
    ],
)
def test_two_visits(printed, expected):
    assert periods(printed) == expected


@pytest.mark.parametrize(
    ("letter", "start", "end"),
    [
        (date(2016, 8, 2), "2016-06-20", "2016-06-24"),
        (date(2016, 6, 24), "2016-06-20", "2016-06-24"),
        # in a letter of January the June before is meant
        (date(2017, 1, 9), "2016-06-20", "2016-06-24"),
    ],
)
def test_a_period_without_a_year_was_over_when_the_letter_was_written(letter, start, end):
    assert periods("between 20 and 24 June", before=letter) == [(start, end)]


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("31 February 2023 to 3 March 2023", "impossible-date"),
        ("45/13/2020 - 46/13/2020", "impossible-date"),
        ("24 to 13 March 2023", "end-before-start"),
        ("13 to 24 March", "date-without-year"),
        ("1 3 to 24 March 2023", "unclear-date"),
        ("3 Jnue to 7 June 2024", "unclear-date"),
        ("3 Jnue \u2013 7 June 2024", "unclear-date"),
        ("3 June 2024 to 7", "unclear-date"),
        ("3 June 2024 - 7", "unclear-date"),
        ("3 to 7 June 20245", "unclear-date"),
    ],
)
def test_what_cannot_be_is_said_and_not_mended(printed, fault):
    (found,) = find_periods(printed, 0, len(printed))
    assert (found.start, found.end, found.fault) == (None, None, fault)
    assert printed[found.begins : found.ends] == printed
    assert found.why


def test_the_first_day_with_a_year_is_found_at_its_place():
    text = "by 5 pm on 3 May: send it by Friday 12 May 2017, not later"
    found = find_day(text, 0, len(text))
    assert found is not None
    assert (found.start, text[found.begins : found.ends]) == (
        date(2017, 5, 12),
        "Friday 12 May 2017",
    )
    assert find_day("on 3 May", 0, 8) is None


def test_a_period_is_no_day():
    text = "published 3 to 7 June 2024"
    found = find_day(text, 0, len(text))
    assert found is not None
    assert (found.start, found.fault) == (None, "unclear-date")


DAYS = st.dates(date(2009, 1, 1), date(2035, 12, 31))


@given(DAYS, DAYS, st.sampled_from([" to ", " – ", "-", " and ", " until "]))
def test_every_period_that_can_be_is_read_back(one, other, between):
    start, end = sorted((one, other))
    printed = f"{start.day} {start:%B} {start.year}{between}{end.day} {end:%B} {end.year}"
    assert periods(printed) == [(start.isoformat(), end.isoformat())]


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_text_gives_periods_in_order_within_it(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    for found in find_periods(text, start, end, before=date(2020, 2, 29)):
        assert start <= found.begins <= found.ends <= end
        assert (found.start is None) == (found.end is None) == bool(found.fault)
