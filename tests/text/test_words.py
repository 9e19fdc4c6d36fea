"""Names that are the same however they are printed, and words that somebody may have meant."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.suggest import alike, did_you_mean
from kg.text.words import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary’s–Vale", "st marys vale"),
        ("Children's & Young People’s", "childrens and  young\npeoples"),
        ("Harrowick-on-Sea", "HARROWICK ON SEA"),
        ("Zoë’s Café", "Zoe's Cafe"),
        ("Sjøvoll", "Sjovoll"),
        ("ﬁve", "five"),
        ("0─19 team", "0-19 team"),
    ],
)
def test_what_is_printed_in_two_ways_is_one(one, other):
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("options", "plain"),
    [
        ({}, "the st marys vale boards lead"),
        ({"apostrophes": True}, "the st mary's vale boards' lead"),
        ({"possessives": False}, "the st mary vale boards lead"),
        ({"hyphens": True}, "the st marys-vale boards lead"),
        ({"marks": True}, "the st. marys vale boards lead"),
        ({"apostrophes": True, "hyphens": True, "marks": True},
         "the st. mary's-vale boards' lead"),
    ],
)  # fmt: skip
def test_what_counts_is_said_by_name(options, plain):
    assert normalise(" The  St. Mary’s–Vale boards’ lead ", **options) == plain


OPTIONS = st.fixed_dictionaries(
    {name: st.booleans() for name in ("apostrophes", "possessives", "hyphens", "marks")}
)


@given(st.text(), OPTIONS)
def test_what_is_made_comparable_stays_so(text, options):
    once = normalise(text, **options)
    assert normalise(once, **options) == once
    assert once == " ".join(once.split())


@given(st.text(), OPTIONS)
def test_case_composition_and_white_space_never_count(text, options):
    plain = normalise(text, **options)
    assert normalise(unicodedata.normalize("NFD", text), **options) == plain
    assert normalise(f"\n {text}\u00a0", **options) == plain


@given(st.text(st.characters(categories=["Ll", "Lu", "Lo", "Nd"]), min_size=1))
def test_letters_of_every_script_stay(text):
    assert normalise(text)


def test_what_may_be_meant():
    known = ["board", "authority", "authorities"]
    assert alike("Authorty", known) == ["authority", "authorities"]
    assert did_you_mean("authorty", known) == "; did you mean 'authority'?"
    assert did_you_mean("authorty", known, most=2) == (
        "; did you mean 'authority' or 'authorities'?"
    )
    assert did_you_mean("xyz", known) == ""
    assert did_you_mean("xyz", known, otherwise="see: kg queries") == "; see: kg queries"


@given(st.text(), st.lists(st.text()))
def test_only_known_words_are_suggested(word, known):
    assert set(alike(word, known)) <= set(known)
    assert not known or word not in known or alike(word, known)
