"""The chart of a brief can be read: no text lies on another, on a mark or on the line."""

import pytest

from kg.briefs.chart import LETTERS, WIDE, broken, text_width
from kg.briefs.model import Chart
from kg.pictures.words import POINTS_AN_INCH
from kg.pictures.words import text_width as measured
from tests.pictures.readable import assert_chart_readable

USUAL = ("Outstanding", "Good", "Adequate / Requires improvement / Satisfactory", "Inadequate")
RUNGS = {
    "usual": USUAL,
    "one": ("Met",),
    "long": tuple(f"{name} in the opinion of everybody who was asked" for name in USUAL),
    "one word": ("Good", "W" * 120, "Widespreadand/orsystemicfailings" * 3),
    "other letters": ("Ну́жно улу́чшить " * 4, "ØÆÅ — …" * 9),
    "nothing": ("", "Good"),
    "markup": ("<b>Good</b> & better", '"Bad"'),
    "many": tuple(f"Grade {number}" for number in range(12)),
}
STEPS = {
    "one": ((2014.5, 0, "2014"),),
    "apart": ((2009.3, 0, "2009"), (2014.5, -1, "2014"), (2026.9, 0, "2026")),
    "in one year": ((2009.0, 0, "2009"), (2019.1, 0, "2019"), (2019.9, -1, "2019"),
                    (2020.0, 0, "2020")),
    "on one day": ((2019.1, 0, "2019"), (2019.1, -1, "2019")),
    "close": tuple((2009 + at * 0.4, -(at % 2), str(int(2009 + at * 0.4))) for at in range(44)),
    "long names": ((2009.0, 0, "spring of 2009"), (2009.1, 0, "summer of 2009"),
                   (2010.0, -1, "another spring")),
}  # fmt: skip


@pytest.mark.parametrize("rungs", RUNGS)
@pytest.mark.parametrize("steps", STEPS)
def test_no_text_of_the_chart_lies_on_anything(rungs: str, steps: str) -> None:
    names = RUNGS[rungs]
    placed = tuple((year, rung % len(names), label) for year, rung, label in STEPS[steps])
    texts = assert_chart_readable(Chart("Grades", "in words", names, placed))
    assert {label for _, _, label in placed} <= set(texts)
    for name in names:
        # nothing of a name is left out, wherever it is broken
        assert "".join(name.split()) in "".join("".join(texts).split())


def test_a_year_is_said_once_where_it_would_lie_on_itself() -> None:
    steps = ((2009.0, 0, "2009"), (2019.1, 0, "2019"), (2019.2, 1, "2019"))
    assert assert_chart_readable(Chart("Grades", "", ("Good", "Bad"), steps)).count("2019") == 1


@pytest.mark.parametrize("text", [*USUAL, "Requires improvement to be good", "MMM WWW", "mmm@%"])
def test_room_is_kept_for_wide_fonts(text: str) -> None:
    assert text_width(text) >= measured(text, LETTERS) * POINTS_AN_INCH / 1.03


@pytest.mark.parametrize("text", ["", "Good", "Requires improvement " * 9, "W" * 99, "a " * 99])
def test_a_broken_text_is_whole_and_no_line_is_too_wide(text: str) -> None:
    lines = broken(text, WIDE)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line) <= WIDE for line in lines)
