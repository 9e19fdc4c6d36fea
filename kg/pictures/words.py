"""How much room words take, and how they are broken into lines; lengths in inches."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

#: What a line may end after.
BREAKS = re.compile(r"[^\s-]*-(?=\w)|[^\s-]+-?\s*|-\s*")
#: The font that matplotlib brings along.
FONT = "DejaVu Sans"
POINTS_AN_INCH = 72
#: Of the size of the font; and the room that rounding to dots may take.
SPACING, SAFETY = 1.3, 1.03


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line, ``size`` in points."""
    return _units(text, bold) * size / POINTS_AN_INCH * SAFETY


def line_height(size: float) -> float:
    """From one line to the next."""
    return size / POINTS_AN_INCH * SPACING


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines of a text, broken at blanks and hyphens; a longer word has a line of its own."""
    lines: list[str] = []
    for part in BREAKS.findall(text):
        longer = lines[-1] + part if lines else part
        if lines and text_width(longer.rstrip(), size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return [line.rstrip() for line in lines]


def fitted(
    text: str, width: float, height: float, sizes: tuple[float, ...]
) -> tuple[list[str], float]:
    """The lines of a text and the largest of the sizes, falling, at which they fit into a box.

    At the last size, what does not fit is cut off with "…".
    """
    for size in sizes:
        lines = wrapped(text, width, size)
        if len(lines) * line_height(size) <= height and all(
            text_width(line, size) <= width for line in lines
        ):
            return lines, size
    lines = lines[: max(1, int(height / line_height(size)))]
    if lines != wrapped(text, width, size):
        lines[-1] = shortened(lines[-1] + " …", width, size)
    return [shortened(line, width, size) for line in lines], size


def shortened(text: str, width: float, size: float) -> str:
    """A text on one line, its end replaced by "…" if it is too wide."""
    if text_width(text, size) <= width:
        return text
    kept = text.rstrip("… ")
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"


@lru_cache(maxsize=20_000)
def _units(text: str, bold: bool) -> float:
    """The width at a size of one, in the same unit."""
    font, flags = _font(bold)
    font.set_text(text, 0.0, flags=flags)
    width, _ = font.get_width_height()
    return float(width) / 64 / 100


@lru_cache(maxsize=2)
def _font(bold: bool) -> tuple[Any, Any]:
    from matplotlib.font_manager import FontProperties, findfont
    from matplotlib.ft2font import FT2Font, LoadFlags

    # one of our own: matplotlib keeps those that it draws with, and changes their size
    font = FT2Font(findfont(FontProperties(family=[FONT], weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    return font, LoadFlags.NO_HINTING
