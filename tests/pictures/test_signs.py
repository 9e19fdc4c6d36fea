"""Signs can be told apart in colour, by the colour-blind, and in grey."""

from itertools import pairwise

from kg.analysis.grade_scale import Place
from kg.pictures.signs import (
    KINDS,
    SHADES,
    UNGRADED,
    contrast,
    grade_sign,
    kind_signs,
    letters,
    share_colour,
)


def grey(colour: str) -> float:
    """The lightness of a colour as Pillow turns it to grey: ITU-R 601-2, from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return (299 * red + 587 * green + 114 * blue) / 255_000


def test_a_worse_grade_is_darker_in_grey() -> None:
    greys = [grey(background) for background, _ in SHADES]
    assert all(one - other > 0.1 for one, other in pairwise(greys))
    for background, ink in SHADES:
        assert abs(grey(background) - grey(ink)) > 0.45


def test_grades_have_letters_of_their_own() -> None:
    codes = ("outstanding", "good", "requires-improvement", "adequate", "inadequate")
    assert [letters(code) for code in codes] == ["O", "G", "RI", "A", "I"]
    assert [letters(code) for code in ("positive", "inconsistent", "systemic-failings")] == [
        "P", "I", "SF",
    ]  # fmt: skip


def test_a_scale_of_three_uses_both_ends() -> None:
    signs = [grade_sign(Place("x", ordinal, 3, "")).colour for ordinal in (1, 2, 3)]
    assert signs[0] == SHADES[0][0]
    assert signs[2] == SHADES[-1][0]
    assert len(set(signs)) == 3


def test_kinds_differ_in_colour_and_shape() -> None:
    assert len({colour for colour, _ in KINDS}) == len({marker for _, marker in KINDS}) == 10
    assert kind_signs(["a", "b"]) == {"a": KINDS[0], "b": KINDS[1]}


def test_more_is_darker_on_the_heat_map() -> None:
    greys = [grey(share_colour(value, 100)[0]) for value in range(0, 101, 10)]
    assert greys == sorted(greys, reverse=True)
    for value in range(0, 101, 5):
        background, ink = share_colour(value, 100)
        assert abs(grey(background) - grey(ink)) > 0.35


def test_numbers_can_be_read_on_every_colour() -> None:
    """WCAG 2.2 (1.4.3) asks for 4.5; small letters on middle grey want more."""
    for value in range(101):
        assert contrast(*share_colour(value, 100)) >= 6
    for background, ink in (*SHADES, (UNGRADED, "#1a1a1a")):
        assert contrast(background, ink) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#ffffff") == 1
    assert round(contrast("#777777", "#ffffff"), 2) == round(contrast("#ffffff", "#777777"), 2)
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
