"""A period of fieldwork without a year: the year is inferred from the letter's day, and told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kg.reports.header import Header

LETTER = """\
{day}

Dear Ms Rowe

Focused visit to Marlowe children’s services

This letter summarises the findings of a focused visit to Marlowe on {period}.
"""


@pytest.mark.parametrize(
    ("day", "period", "end"),
    [
        ("12 June 2022", "17 and 18 May", date(2022, 5, 18)),
        ("12 January 2022", "8 and 9 December", date(2021, 12, 9)),
    ],
)
def test_a_year_that_is_not_printed_is_told(
    header_of: Callable[[str], Header], day: str, period: str, end: date
) -> None:
    header = header_of(LETTER.format(day=day, period=period))
    assert max(visit.end for visit in header.visits) == end
    (told,) = [each for each in header.problems if each.code == "year-inferred"]
    assert (told.page, (told.text or "").rstrip(".")) == (1, period)


@pytest.mark.parametrize("period", ["17 and 18 May 2022", "17 May 2022", "17/05/2022"])
def test_a_year_that_is_printed_is_not(header_of: Callable[[str], Header], period: str) -> None:
    header = header_of(LETTER.format(day="12 June 2022", period=period))
    assert header.visits
    assert "year-inferred" not in {each.code for each in header.problems}
