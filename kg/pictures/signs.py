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
#: Of the map of colours for shares: what lies below and above the half ends and begins here.
STEP = (0.36, 0.65)
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
    """Background and ink of a value from 0 to ``most``: the more, the darker.

    Between `STEP` no colour is taken: on these neither black nor white is easy to read.
    """
    from matplotlib import colormaps
    from matplotlib.colors import to_hex

    share = min(1.0, value / most)
    below, above = STEP
    share = 2 * share * below if share < 0.5 else 1 - 2 * (1 - share) * (1 - above)
    red, green, blue, _ = colormaps["cividis_r"](share)
    colour = to_hex((red, green, blue))
    return colour, max(("#000000", "#ffffff"), key=lambda ink: contrast(colour, ink))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 (1.4.3) defines it.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
