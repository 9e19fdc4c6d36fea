"""A heat map as a picture: cells under columns and beside rows in groups, and their scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.analysis.result import FEWEST
from kg.pictures.paint import paint_box
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import share_colour
from kg.pictures.words import line_height, text_width, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: A map with more columns than this has narrow cells, which hold no numbers.
NUMBERED = 26
#: Inches: a cell with and without a number; between groups of themes; the scale above.
WIDE, NARROW, LOW, APART, SCALE = 0.44, 0.14, 0.165, 0.3, 0.55
#: Room for the line under the last cell.
EDGE = 0.03
#: The line around a cell.
EDGED: dict[str, Any] = {"edgecolor": PALE, "linewidth": 0.3}


@dataclass(frozen=True, slots=True)
class Map:
    """The values in percent, None where too few are counted; the first column is all together.

    ``groups`` are rows under their headings; ``regions`` part the columns, "" for none.
    """

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    columns: tuple[str, ...]
    regions: tuple[str, ...]
    values: Mapping[tuple[str, str], float | None]
    most: float


def heat_map(title: str, found: Map, notes: tuple[str, ...]) -> Picture:
    """The picture of these values."""
    numbered = len(found.columns) <= NUMBERED
    cell = WIDE if numbered else NARROW
    rows = [row for _, group in found.groups for row in group]
    headings = [text_width(heading, TEXT, bold=True) for heading, _ in found.groups]
    left = 0.12 + max(*headings, *(text_width(row, TEXT) for row in rows))
    longest = max(text_width(column, TEXT) for column in found.columns)
    upright = longest > cell
    above = (longest if upright else 0.12) + 0.12
    if any(found.regions):
        above += 2 * line_height(TEXT) + 0.05
    down = len(rows) * LOW + len(found.groups) * APART + EDGE
    right = 0.1 + (0.35 if upright and numbered else 0)
    across = len(found.columns) * cell + 0.08
    height = down + above + SCALE

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        _paint_scale(axes, found.most, height)
        xs = [
            left + number * cell + (0.08 if number else 0) for number in range(len(found.columns))
        ]
        top = down
        for number, column in enumerate(found.columns):
            turn: dict[str, Any] = {"rotation": 90, "va": "bottom"} if upright else {"va": "bottom"}
            axes.text(
                xs[number] + cell / 2,
                top + 0.05,
                column,
                size=TEXT if cell > 0.15 else 7,
                ha="center",
                **turn,
            )
        _paint_regions(axes, found, xs, cell, top + above - 2 * line_height(TEXT) - 0.05)
        for heading, group in found.groups:
            axes.text(left - 0.05, top - APART + 0.05, heading, size=TEXT, weight="bold",
                      ha="right", va="bottom")  # fmt: skip
            top -= APART
            for row in group:
                axes.text(left - 0.05, top - LOW / 2, row, size=TEXT, ha="right", va="center")
                for number, column in enumerate(found.columns):
                    value = found.values.get((row, column))
                    box = (xs[number], top - LOW, cell, LOW)
                    _paint_cell(axes, box, value, found.most, numbered)
                top -= LOW

    if short := [region for region in sorted(set(found.regions)) if not _fits(found, region, cell)]:
        said = "; ".join(f"{_initials(region)}: {region}" for region in short)
        notes = (*notes, f"Regions: {said}.")
    return Picture(title, notes, max(left + across + right, 7.5), height, paint)


def _paint_cell(
    axes: Axes, box: tuple[float, float, float, float], value: float | None, most: float,
    numbered: bool,
) -> None:  # fmt: skip
    left, bottom, width, height = box
    colour, ink = ("white", GREY) if value is None else share_colour(value, most)
    paint_box(axes, *box, facecolor=colour, **EDGED)
    if numbered and value is not None:
        said = f"{value:.0f}" if most > 20 else f"{value:.1f}"
        axes.text(left + width / 2, bottom + height / 2, said, size=6.5, color=ink, ha="center",
                  va="center_baseline")  # fmt: skip


def _paint_scale(axes: Axes, most: float, height: float) -> None:
    low = height - 0.3
    for number in range(6):
        value = most * number / 5
        colour, ink = share_colour(value, most)
        left = number * 0.5
        paint_box(axes, left, low, 0.5, 0.22, facecolor=colour, **EDGED)
        axes.text(left + 0.25, height - 0.19, f"{value:.0f}%" if most > 20 else f"{value:.1f}%",
                  size=7, color=ink, ha="center", va="center_baseline")  # fmt: skip
    paint_box(axes, 3.2, low, 0.5, 0.22, facecolor="white", **EDGED)
    axes.text(3.8, height - 0.19, f"fewer than {FEWEST}", size=7, va="center_baseline")


def _paint_regions(axes: Axes, found: Map, xs: Sequence[float], cell: float, height: float) -> None:
    """The names of regions over their columns, their letters where there is no room, and a line."""
    for region in sorted(set(found.regions) - {""}):
        places = [number for number, each in enumerate(found.regions) if each == region]
        left, right = xs[places[0]], xs[places[-1]] + cell
        axes.plot([left + 0.02, right - 0.02], [height] * 2, color=INK, linewidth=1.0)
        axes.plot([left] * 2, [0, height], color=INK, linewidth=0.8)
        said = region if _fits(found, region, cell) else _initials(region)
        lines = wrapped(said, right - left - 0.04, TEXT)
        for number, line in enumerate(reversed(lines)):
            up = height + 0.03 + number * line_height(TEXT)
            axes.text(left + 0.02, up, line, size=TEXT, va="bottom")


def _fits(found: Map, region: str, cell: float) -> bool:
    """Whether the name of a region has room over its columns, on two lines."""
    room = cell * found.regions.count(region) - 0.04
    lines = wrapped(region, room, TEXT)
    return len(lines) <= 2 and all(text_width(line, TEXT) <= room for line in lines)


def _initials(region: str) -> str:
    """The letters of its names' words: they fit over one column."""
    return "".join(word[0] for word in region.split() if word[0].isupper())[:2]
