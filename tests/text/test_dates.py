"""Dates of prose in all the forms in which reports print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.dates import DateFault, PrintedDate, read_dates, without_dates
from kg.text.partialdate import MONTHS, PartialDate, in_words


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("since the visit in 2019", [("2019", None)]),
        ("an inspection in April 2019, when", [("2019-04", None)]),
        ("on 3rd April 2019", [("2019-04-03", None)]),
        ("on 3 rd of April, 2019", [("2019-04-03", None)]),
        ("by Friday 3 April 2019.", [("2019-04-03", None)]),
        ("Sept. 2014", [("2014-09", None)]),
        ("In May2009, the", [("2009-05", None)]),
        ("in mid-September 2021", [("2021-09", None)]),
        ("As at March 31 2015", [("2015-03-31", None)]),
        ("on 25/11/2016 or 25.11.2016", [("2016-11-25", None), ("2016-11-25", None)]),
        ("written 2016-11-25", [("2016-11-25", None)]),
        ("in June 20 24, when", [("2024-06", None)]),
        ("on 7 June 202 4", [("2024-06-07", None)]),
        ("At 30 June 15, 400 children", [("2015-06-30", None)]),
        ("24 to 28 January 2022", [("2022-01-24", "2022-01-28")]),
        ("3to7 June 2024", [("2024-06-03", "2024-06-07")]),
        ("3-7June2024", [("2024-06-03", "2024-06-07")]),
        ("on the 17 and 18 of May 2022", [("2022-05-17", "2022-05-18")]),
        ("on the 17th and the 18th of May 2022", [("2022-05-17", "2022-05-18")]),
        ("on 17/18 May 2022", [("2022-05-17", "2022-05-18")]),
        ("15, 16 and 21 July 2025", [("2025-07-15", "2025-07-21")]),
        ("28 May to 1 June 2019", [("2019-05-28", "2019-06-01")]),
        ("29 January 2018 to 2 February 2018", [("2018-01-29", "2018-02-02")]),
        ("30 November to 3 December 2018", [("2018-11-30", "2018-12-03")]),
        ("20 June\u250013 July 2017", [("2017-06-20", "2017-07-13")]),
        ("December and January 2019", [("2018-12", "2019-01")]),
        (
            "29 and 30 September, and 1 October 2020",
            [("2020-09-29", "2020-09-30"), ("2020-10-01", None)],
        ),
        ("in 2018 and 2019", [("2018", None), ("2019", None)]),
        ("from 2015 to 2018", [("2015", "2018")]),
        ("in 2014\u201315 and 2015/2016", [("2014", "2015"), ("2015", "2016")]),
        ("from 2014\u201315 to 2015\u201316", [("2014", "2016")]),
        ("Prior to January 2016 and the year to 31 March 2017",
         [("2016-01", None), ("2017-03-31", None)]),
        ("At 31 March 2015 1,590 children", [("2015-03-31", None)]),
        ("from April 2014 and March 2015 to 29 weeks", [("2014-04", "2015-03")]),
        ("20,190 children, 2 in 3, 20.19 and 2019%", []),
        ("in May, by March, on 3 June, between 3 and 7 May", []),
        ("section B2019, tomorrow 12, uksi/2015/1792", []),
    ],
)  # fmt: skip
def test_dates_are_as_precise_as_printed(text, dates):
    found = [each for each in read_dates(text) if isinstance(each, PrintedDate)]
    assert [(str(each.when), each.until and str(each.until)) for each in found] == dates


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("on 31 February 2019 it", "impossible-date", "31 February 2019"),
        ("on 45 March 2019 it", "impossible-date", "45 March 2019"),
        ("from 28 to 31 June 2019 it", "impossible-date", "28 to 31 June 2019"),
        ("on 29 February 2019 it", "impossible-date", "29 February 2019"),
        ("on 31/13/2019 it", "impossible-date", "31/13/2019"),
        ("from 24 to 13 March 2023 it", "end-before-start", "24 to 13 March 2023"),
        ("on 1 7 June 2019 it", "unclear-date", "1 7 June 2019"),
        ("on 6 November 20205 it", "unclear-date", "6 November 20205"),
        ("from 3 \u2013 June 2019 it", "unclear-date", "3 \u2013 June 2019"),
    ],
)
def test_what_cannot_be_or_is_half_understood_is_a_fault_and_no_date(text, fault, words):
    (found,) = read_dates(text)
    assert isinstance(found, DateFault)
    assert (found.code, text[found.start : found.end]) == (fault, words)
    assert found.why


def test_a_leap_year_has_its_day():
    [found] = read_dates("29 February 2020")
    assert isinstance(found, PrintedDate)
    assert str(found.when) == "2020-02-29"


def test_a_text_without_its_dates_is_as_long():
    text = "At 31 March 2015 1,590 children"
    assert len(without_dates(text)) == len(text)
    assert "1,590" in without_dates(text)
    assert "31" not in without_dates(text)


DAYS = st.dates(date(2005, 1, 1), date(2039, 12, 31))


FORMS = (
    "{d} {m} {y}", "{d}{m}{y}", "the {d}th of {m}, {y}", "{m} {d}, {y}", "{d:02}/{n:02}/{y}",
    "{y}-{n:02}-{d:02}",
)  # fmt: skip


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day, form):
    printed = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    (found,) = read_dates(f"It was on {printed}.")
    assert not isinstance(found, DateFault)
    assert found.when.full == day


@given(st.integers(1, 40), st.integers(1, 12), st.integers(2000, 2049))
def test_a_date_that_is_read_exists(day, month, year):
    (found,) = read_dates(f"on {day} {MONTHS[month - 1]} {year} we saw")
    try:
        real = date(year, month, day)
    except ValueError:
        assert isinstance(found, DateFault)
    else:
        assert not isinstance(found, DateFault)
        assert in_words(real) == f"{day} {MONTHS[month - 1]} {year}"
        assert found.when.full == real


WORDS = (
    "3 17 31 20 2019 20205 15 June may Sept. to and the of , - \u2013 / & 3rd 1,590 12% 30/06/15 "
    "Monday 2014-15 children \u0660 \u00b2 \u017fept \u212a"
)
DATE_WORDS = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=14).map(" ".join)


@given(st.one_of(DATE_WORDS, st.text()))
def test_any_text_gives_dates_in_order_within_it(text):
    found = read_dates(text)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert len(without_dates(text)) == len(text)
    for each in found:
        if not isinstance(each, DateFault) and each.until:
            assert each.when.first_day <= each.until.last_day


@given(st.integers(), st.none() | st.integers(), st.none() | st.integers())
def test_a_partial_date_is_one_that_a_calendar_has_or_an_error(year, month, day):
    try:
        made = PartialDate(year, month, day)
    except ValueError as error:
        assert str(error)
    else:
        assert made.first_day <= made.last_day
        assert PartialDate.parse(str(made)) == made


def test_a_day_in_words():
    assert in_words(date(2024, 6, 7)) == "7 June 2024"
    assert in_words(date(2024, 6, 7), short=True) == "7 Jun 2024"


@pytest.mark.parametrize("text", ["", "2019-2", "2019-02-30", "19", "2019-02-28T00", "x"])
def test_what_is_no_iso_date_is_refused(text):
    with pytest.raises(ValueError, match=r"ISO 8601|no calendar"):
        PartialDate.parse(text)


def test_a_year_holds_its_months_and_days():
    assert PartialDate(2019).holds(PartialDate(2019, 2, 28))
    assert PartialDate(2019, 2).holds(PartialDate(2019, 2))
    assert not PartialDate(2019, 2).holds(PartialDate(2019))
