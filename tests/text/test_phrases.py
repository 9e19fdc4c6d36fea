"""Phrases of a vocabulary in texts, as whole words, the longest at each place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.phrases import Guards, PhraseMatcher, any_of, comparable

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
    matcher = PhraseMatcher(["inspection"], Guards(before=("this",), after=("handbook", "act")))
    text = "This inspection, the inspection handbook, an inspections act, an inspection actually"
    assert found(matcher, text) == [("inspection", "inspection")]
    assert [each.start for each in matcher.find(text)] == [text.rindex("inspection")]


def test_where_a_guard_forbids_the_longer_phrase_the_shorter_stands():
    matcher = PhraseMatcher(["joint", "joint inspection"], Guards(after=("handbook",)))
    assert found(matcher, "joint inspection handbook") == [("joint", "joint")]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Readings of Reading", ["Reading"]),
        ("reading in Great Reading, New Reading and READING", []),
        ("North-East Reading, east\nReading", []),
        ("a breast Reading or Yeast Reading", ["Reading", "Reading"]),
        ("Marlowe & the Fells, MARLOWE", ["Marlowe and the Fells"]),
    ],
)
def test_names_count_only_with_their_capitals_and_not_behind_some_words(text, matches):
    guards = Guards(before=("great", "new", "east"))
    names = PhraseMatcher(
        ["Reading", "Marlowe and the Fells"], guards, capitals=True, plurals=False
    )
    assert [each.phrase for each in names.find(text)] == matches


@pytest.mark.parametrize(
    "text", ["Leaving Care Act", "(Leaving Care) Act", "leaving\u2011care act", "Leaving, Care Act"]
)
def test_marks_between_words_count_only_where_they_are_to(text):
    without = PhraseMatcher(["leaving (care) act"], marks=False)
    assert [each.phrase for each in without.find(text)] == ["leaving care act"]
    assert found(PhraseMatcher(["leaving (care) act"]), text) == []


def test_a_phrase_inside_one_that_means_something_else_is_none():
    matcher = PhraseMatcher(
        ["partnership", "trust board"],
        Guards(never=("family nurse partnership", "partnership working", "trust board game")),
    )
    text = "family nurse partnerships, a partnership, partnership working, a trust board game"
    assert [each.start for each in matcher.find(text)] == [text.index("a partnership") + 2]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("judged good.", "good"),
        ("judged requires improvement to be good", "requires improvement to be good"),
        ("judged requires\nimprovement, to be", "requires\nimprovement"),
        ("judged goods", None),
    ],
)
def test_a_grammar_takes_the_longest_of_some_phrases(text, taken):
    grades = any_of(["good", "requires improvement", "requires improvement to be good"])
    match = re.search(rf"judged \s (?P<grade> {grades} )", text, re.X)
    assert (match and match["grade"]) == taken


def test_a_grammar_takes_none_of_no_phrases():
    assert re.search(any_of([]), "good") is None
    assert re.fullmatch(any_of(["Women's Aid"], capitals=True), "Women\u2019s Aid")
    assert re.fullmatch(any_of(["Women's Aid"], capitals=True), "women's aid") is None


def test_no_phrases_find_nothing():
    assert found(PhraseMatcher([]), "board") == []
    assert found(PhraseMatcher(["", " "]), "a board") == []


@given(
    st.lists(st.text(max_size=12), max_size=6),
    st.text(max_size=80),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_any_phrases_in_any_text(phrases, text, capitals, marks, plurals):
    matcher = PhraseMatcher(phrases, capitals=capitals, marks=marks, plurals=plurals)
    matches = list(matcher.find(text))
    places = [place for each in matches for place in (each.start, each.end)]
    assert places == sorted(places)
    known = {comparable(phrase, capitals=capitals, marks=marks) for phrase in phrases}
    assert {each.phrase for each in matches} <= known


@given(
    st.lists(st.text(max_size=12), max_size=3),
    st.lists(st.text(max_size=12), max_size=3).map(tuple),
    st.lists(st.text(max_size=12), max_size=3).map(tuple),
    st.lists(st.text(max_size=12), max_size=3).map(tuple),
    st.text(max_size=80),
)
def test_guards_only_take_away(phrases, before, after, never, text):
    guarded = PhraseMatcher(phrases, Guards(before=before, never=never)).find(text)
    free = list(PhraseMatcher(phrases).find(text))
    assert all(each in free for each in guarded)
    starts = {each.start for each in free}
    assert all(m.start in starts for m in PhraseMatcher(phrases, Guards(after=after)).find(text))


@given(st.lists(st.sampled_from(["ab", "cd", "ef"]), min_size=1, max_size=4).map(" ".join))
def test_a_phrase_is_found_in_itself(phrase):
    assert found(PhraseMatcher([phrase]), f"So {phrase}, too") == [(phrase, phrase)]
