"""Phrases of a vocabulary in texts, as whole words, the longest at each place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.phrases import PhraseMatcher, comparable

PHRASES = [
    "children's trust",
    "children's trust board",
    "board",
    "of whom ... live",
    "health & care",
]


def found(matcher: PhraseMatcher, text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.phrase) for each in matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("The Children’s Trust Board met", [("Children’s Trust Board", "children's trust board")]),
        ("a children's\ntrust, boards", [("children's\ntrust", "children's trust"),
                                          ("boards", "board")]),
        ("onboard boarding", []),
        ("of whom 12 (3.5%) live out", [("of whom 12 (3.5%) live", "of whom ... live")]),
        ("of whom none. They live", []),
        ("Health and care", [("Health and care", "health and care")]),
    ],
)  # fmt: skip
def test_the_longest_phrase_at_each_place(text, matches):
    assert found(PhraseMatcher(PHRASES), text) == matches


def test_what_may_not_stand_around_a_phrase_is_data():
    matcher = PhraseMatcher(["inspection"], before=["this"], after=["handbook", "act"])
    text = "This inspection, the inspection handbook, an inspections act, an inspection actually"
    assert found(matcher, text) == [("inspection", "inspection")]
    assert [each.start for each in matcher.find(text)] == [text.rindex("inspection")]


def test_where_a_guard_forbids_the_longer_phrase_the_shorter_stands():
    matcher = PhraseMatcher(["joint", "joint inspection"], after=["handbook"])
    assert found(matcher, "joint inspection handbook") == [("joint", "joint")]


def test_no_phrases_find_nothing():
    assert found(PhraseMatcher([]), "board") == []
    assert found(PhraseMatcher(["", " "]), "a board") == []


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=80))
def test_any_phrases_in_any_text(phrases, text):
    matches = list(PhraseMatcher(phrases).find(text))
    places = [place for each in matches for place in (each.start, each.end)]
    assert places == sorted(places)
    assert {each.phrase for each in matches} <= {comparable(phrase) for phrase in phrases}


@given(st.lists(st.sampled_from(["ab", "cd", "ef"]), min_size=1, max_size=4).map(" ".join))
def test_a_phrase_is_found_in_itself(phrase):
    assert found(PhraseMatcher([phrase]), f"So {phrase}, too") == [(phrase, phrase)]
