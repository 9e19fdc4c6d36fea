"""Whose a body is, told by the words with a capital before its kind."""

from __future__ import annotations

from datetime import date

import pytest

from kg.knowledge import Knowledge
from kg.reports.places import Places, Whose

OWN = "marlowe"


@pytest.fixture
def places(made_up_knowledge: Knowledge) -> Places:
    return Places(made_up_knowledge.register, OWN, date(2024, 3, 1), larger=("greater",))


def whose(places: Places, text: str, kind: str = "Safeguarding") -> tuple[Whose, str]:
    """Whose the body of a text is whose kind begins with a word, and its name."""
    start = text.index(kind)
    found = places.whose(text, 0, start)
    return found, text[found.start :]


@pytest.mark.parametrize(
    ("text", "authority", "name"),
    [
        ("Marlowe Safeguarding Board", "marlowe", "Marlowe Safeguarding Board"),
        ("Marlowe\u2019s Safeguarding Board", "marlowe", "Marlowe\u2019s Safeguarding Board"),
        # a longer name is another place
        ("North Marlowe Safeguarding Board", "north-marlowe", "North Marlowe Safeguarding Board"),
        ("St Aldate Safeguarding Board", "st-aldate", "St Aldate Safeguarding Board"),
        # what stands before the place is not of the name
        ("Police and Marlowe Safeguarding Board", "marlowe", "Marlowe Safeguarding Board"),
    ],
)
def test_a_place_in_a_name_says_whose_it_is(
    places: Places, text: str, authority: str, name: str
) -> None:
    found, printed = whose(places, text)
    assert (found.authority, printed, found.sure) == (authority, name, True)


def test_an_authority_of_another_time_is_not_meant(made_up_knowledge: Knowledge) -> None:
    """Oldshire ended in 2019: the name says nothing in a report of 2024."""
    for on, authority in ((date(2018, 3, 1), "oldshire"), (date(2024, 3, 1), OWN)):
        places = Places(made_up_knowledge.register, OWN, on)
        found, _ = whose(places, "Oldshire Safeguarding Board")
        assert found.authority == authority


def test_a_name_that_two_authorities_had_means_that_of_the_day(
    made_up_knowledge: Knowledge,
) -> None:
    for on, authority in ((date(2018, 3, 1), "old-fenland"), (date(2024, 3, 1), "fenland")):
        places = Places(made_up_knowledge.register, OWN, on)
        found, _ = whose(places, "Fenland Safeguarding Board")
        assert found.authority == authority


def test_a_larger_place_of_a_like_name_is_not_sure(places: Places) -> None:
    found, name = whose(places, "Greater Marlowe Safeguarding Board")
    assert (found.authority, found.sure) == ("marlowe", False)
    assert name == "Marlowe Safeguarding Board"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("of the Vale Safeguarding Board", "Vale Safeguarding Board"),
        # the first word of a sentence has a capital without being of the name
        ("Local Safeguarding Board", "Safeguarding Board"),
        ("Police, Health and Vale Safeguarding Board", "Vale Safeguarding Board"),
    ],
)
def test_without_a_place_it_is_the_reports_own(places: Places, text: str, name: str) -> None:
    start = text.index("Safeguarding")
    before = next(at for at, char in enumerate(text) if char.isupper())
    found = places.whose(text, before, start)
    assert (found.authority, text[found.start :]) == (OWN, name)


def test_where_the_reports_own_is_not_known_nobody_is_named(made_up_knowledge: Knowledge) -> None:
    places = Places(made_up_knowledge.register, None, date(2024, 3, 1))
    assert whose(places, "the Safeguarding Board")[0].authority is None
    assert whose(places, "Marlowe Safeguarding Board")[0].authority == "marlowe"


@pytest.mark.parametrize(
    ("text", "named"),
    [("for Marlowe", True), ("for North Marlowe", True), ("for Vale", False), ("", False)],
)
def test_whether_an_authority_ends_some_words(places: Places, text: str, named: bool) -> None:
    assert places.names_one(text, 0, len(text)) is named


def test_the_words_of_the_reports_own_name(places: Places) -> None:
    assert places.has("marlowe")
    assert not places.has("aldate")
