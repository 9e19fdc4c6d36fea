"""How words are broken into lines and how much room they take."""

from hypothesis import given
from hypothesis import strategies as st

from kg.pictures.source import count, listed
from kg.pictures.words import fitted, line_height, shortened, text_width, wrapped


def test_lines_break_at_blanks_and_hyphens() -> None:
    assert wrapped("Stockton-on-Tees", 0.1, 8) == ["Stockton-", "on-", "Tees"]
    assert wrapped("one two", 5, 8) == ["one two"]
    assert wrapped("", 5, 8) == []


@given(st.text(st.characters(codec="latin-1", categories=("L", "P", "Zs")), max_size=80))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(wrapped(text, 0.6, 8)).split()) == "".join(text.split())


def test_words_take_more_room_in_bold_and_when_larger() -> None:
    assert text_width("Northmoor", 8) < text_width("Northmoor", 8, bold=True)
    assert text_width("Northmoor", 16) == 2 * text_width("Northmoor", 8)
    assert 0.5 < text_width("Northmoor", 8) < 0.8


def test_what_does_not_fit_is_cut_off_visibly() -> None:
    assert shortened("Northmoor", 5, 8) == "Northmoor"
    assert shortened("Northmoor", 0.4, 8).endswith("…")
    lines, size = fitted("one two three four five", 0.3, line_height(5) * 2, (8, 5))
    assert size == 5
    assert len(lines) <= 2
    assert lines[-1].endswith("…")


def test_counts_and_lists_are_in_plain_english() -> None:
    assert count(1, "authority") == "1 authority"
    assert count(1200, "weakness") == "1,200 weaknesses"
    assert listed("abcd", most=2) == "a; b and 2 more"
