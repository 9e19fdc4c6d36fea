"""Colours and second signs: what a grade, a kind or a share looks like.

Colours are safe for the colour-blind (after Okabe and Ito), and grow darker with the place on a
scale, so that grey tells them too; a letter, marker or hatch says the same without colour.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.analysis.grade_scale import Place
from kg.analysis.latest_grades import Latest

#: From the best to the worst place on a scale: background, and the ink on it.
SHADES = (
    ("#d9effb", "#1a1a1a"),
    ("#8cc8ee", "#1a1a1a"),
    ("#dd8f0a", "#1a1a1a"),
    ("#7a2600", "#ffffff"),
)
#: Of what has no such grade: background, and the ink on it.
UNGRADED, INK = "#e4e4e4", "#1a1a1a"
#: Kinds of things: colour and marker, in the order in which kinds are met.
KINDS = (
    ("#0072b2", "o"),
    ("#e69f00", "s"),
    ("#009e73", "^"),
    ("#cc79a7", "D"),
    ("#d55e00", "v"),
    ("#56b4e9", "P"),
    ("#595959", "X"),
    ("#f0e442", "p"),
    ("#1a1a1a", "h"),
    ("#ffffff", "*"),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """How a grade is shown: background, ink, and the letters that stand for it."""

    colour: str
    ink: str
    letters: str


def grade_sign(place: Place) -> Sign:
    """The sign of a grade by its place on its scale.

    >>> grade_sign(Place("requires-improvement", 3, 4, "")).letters
    'RI'
    """
    steps = max(1, place.last - 1)
    colour, ink = SHADES[round((place.ordinal - 1) * (len(SHADES) - 1) / steps)]
    return Sign(colour, ink, letters(place.code))


def ungraded_sign(latest: Latest) -> Sign:
    """The sign of an inspection without the grade that is shown: the letters of its own grades."""
    return Sign(UNGRADED, INK, " ".join(letters(j.grade) for j in latest.judgements) or "?")


def letters(code: str) -> str:
    """The first letters of a code's words.

    >>> letters("good"), letters("systemic-failings")
    ('G', 'SF')
    """
    return "".join(word[0] for word in code.split("-") if word).upper()


def kind_signs(kinds: list[str]) -> dict[str, tuple[str, str]]:
    """Colour and marker of each kind, in the order given; after ten they come again."""
    return {kind: KINDS[place % len(KINDS)] for place, kind in enumerate(kinds)}


def share_colour(value: float, most: float) -> tuple[str, str]:
    """Background and ink of a value from 0 to ``most``: the more, the darker."""
    from matplotlib import colormaps
    from matplotlib.colors import to_hex

    share = min(1.0, value / most)
    red, green, blue, _ = colormaps["cividis_r"](share)
    return to_hex((red, green, blue)), "#ffffff" if share > 0.5 else "#000000"
