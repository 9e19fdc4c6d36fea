"""One raw line becomes clean text that knows where it came from."""

import pytest

from kg.documents.clean import clean_line


def raw_of(text: str, runs: tuple[tuple[int, int], ...], word: str) -> int:
    """The raw offset of a word of the clean text, by the runs."""
    offset = text.index(word)
    clean, raw = max(run for run in runs if run[0] <= offset)
    return raw + offset - clean


def test_a_private_use_bullet_becomes_a_bullet():
    text, runs, level = clean_line("\uf06e Leaders know", 100)
    assert (text, level) == ("\u2022 Leaders know", 1)
    assert raw_of(text, runs, "Leaders") == 102


@pytest.mark.parametrize("glyph", "\u25ba\u27a2\u2713\u25c6\uf0fc\u2043")
def test_arrows_and_ticks_are_bullets_too(glyph):
    assert clean_line(f"{glyph} Leaders know", 0)[::2] == ("\u2022 Leaders know", 1)


def test_a_dash_at_the_start_is_a_bullet_of_the_second_level():
    assert clean_line("\u2212 plans are late", 0)[::2] == ("\u2013 plans are late", 2)


def test_the_dash_of_a_symbol_font_is_a_bullet_at_the_start_and_a_dash_inside():
    assert clean_line("\uf02dplans are late", 0)[::2] == ("\u2013 plans are late", 2)
    text, runs, level = clean_line("in 2016\uf02d17 and later", 30)
    assert (text, level) == ("in 2016\u201317 and later", 0)
    assert raw_of(text, runs, "17") == 38


def test_a_minus_before_a_figure_is_no_bullet():
    assert clean_line("-5% of plans", 0)[::2] == ("-5% of plans", 0)


def test_white_space_of_every_kind_is_one_space():
    text, runs, _ = clean_line("always\u202frecognised \t and\u00a0met", 7)
    assert text == "always recognised and met"
    assert raw_of(text, runs, "met") == 7 + "always\u202frecognised \t and\u00a0met".index("met")


def test_a_footnote_mark_is_cut_and_what_follows_keeps_its_place():
    text, runs, _ = clean_line("the Board1 is good", 50, ((9, 10),))
    assert text == "the Board is good"
    assert raw_of(text, runs, "is") == 61


def test_the_mark_of_a_printed_hyphen_becomes_the_hyphen():
    assert clean_line("a multi\ufffe", 0, keep_hyphen=True)[0] == "a multi-"
    assert clean_line("a multi\ufffe", 0)[0] == "a multi"


def test_control_characters_are_left_out():
    assert clean_line('a "b"\x00<c>\x1b d', 0)[0] == 'a "b"<c> d'
