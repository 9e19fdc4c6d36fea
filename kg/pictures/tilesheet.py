"""Tiles on a sheet: each authority a tile of the same size, with a colour and letters.

What colours and letters stand for is told by the caller.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.corpus import Corpus
from kg.errors import KnowledgeError
from kg.pictures.paint import paint_box, paint_lines
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import Sign
from kg.pictures.words import fitted, text_width, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Inches: a tile's side, and the room between two.
SIDE, GAP = 0.8, 0.05
#: Points of the names on tiles, the largest that fits.
SIZES = (6.5, 6.0, 5.5, 5.0)
LETTER_SIZES = (9.0, 7.5, 6.0, 5.0, 4.2)
#: The corner of the grid that is all sea: row and column where the legend begins.
LEGEND = (0, 10)


@dataclass(frozen=True, slots=True)
class Tile:
    """An authority's tile: ``sign`` is None where nothing is known, ``corner`` a small text."""

    row: int
    column: int
    name: str
    region: str
    sign: Sign | None
    corner: str = ""


def arrange(corpus: Corpus, shown: Mapping[str, tuple[Sign, str]]) -> tuple[list[Tile], list[str]]:
    """The tiles of the map, and the IRIs of former authorities, which have none.

    ``shown`` has sign and corner text of authorities by IRI.  All of England's are on the map;
    others of ``shown`` stand below it.
    """
    named, grid, gone = corpus.authorities, tiles(), corpus.successors
    known = {iri.rpartition("/")[2]: iri for iri in named}
    found = []
    for end, (row, column) in grid.items():
        iri = known.get(end, "")
        name = named[iri].name if iri else end.replace("-", " ").title()
        region = named[iri].region if iri else ""
        found.append(Tile(row, column, name, region, *shown.get(iri, (None, ""))))
    others = sorted(iri for iri in shown if iri.rpartition("/")[2] not in grid)
    width = 1 + max(column for _, column in grid.values())
    for number, iri in enumerate(iri for iri in others if iri not in gone):
        row, column = _last_row() + 2 + number // width, number % width
        found.append(Tile(row, column, named[iri].name, named[iri].region, *shown[iri]))
    return found, [iri for iri in others if iri in gone]


def map_picture(
    title: str,
    shown: Sequence[Tile],
    legend: Sequence[tuple[Sign | None, str]],
    notes: tuple[str, ...],
) -> Picture:
    """The map of these tiles; ``legend`` says what signs stand for."""
    step = SIDE + GAP
    across = 1 + max(tile.column for tile in shown)
    down = 1 + max(tile.row for tile in shown)

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        for tile in shown:
            _paint_tile(axes, tile, tile.column * step, (down - 1 - tile.row) * step + GAP)
        _paint_borders(axes, shown, down)
        if elsewhere := [tile.row for tile in shown if tile.row > _last_row()]:
            height = (down - min(elsewhere)) * step + GAP + 0.06
            axes.text(0, height, "Not on the map of England:", size=TEXT, color=GREY)
        row, column = LEGEND
        _paint_legend(sheet, axes, legend, column * step, (down - row) * step)

    return Picture(title, notes, across * step, down * step, paint)


def _last_row() -> int:
    return max(row for row, _ in tiles().values())


def _look(sign: Sign | None) -> dict[str, Any]:
    if sign is None:
        return {"facecolor": "white", "edgecolor": PALE, "linewidth": 0.6, "linestyle": (0, (2, 2))}
    return {"facecolor": sign.colour, "edgecolor": GREY, "linewidth": 0.4}


def _paint_tile(axes: Axes, tile: Tile, left: float, bottom: float) -> None:
    ink = tile.sign.ink if tile.sign else GREY
    low = bottom + 0.05
    if tile.sign:
        axes.text(left + 0.05, low, tile.sign.letters, size=_letters_size(tile), weight="bold",
                  color=ink, va="bottom")  # fmt: skip
        axes.text(left + SIDE - 0.05, low, tile.corner, size=5.5, color=ink, ha="right",
                  va="bottom")  # fmt: skip
    paint_box(axes, left, bottom, SIDE, SIDE, zorder=0, **_look(tile.sign))
    lines, size = fitted(tile.name, SIDE - 0.06, SIDE - 0.27, SIZES)
    paint_lines(axes, lines, left + 0.04, bottom + SIDE - 0.035, size, color=ink)


def _letters_size(tile: Tile) -> float:
    """The largest size at which a tile's letters stand beside the text in its corner."""
    letters = tile.sign.letters if tile.sign else ""
    room = SIDE - 0.13 - text_width(tile.corner, 5.5)
    fitting = (s for s in LETTER_SIZES if text_width(letters, s, bold=True) <= room)
    return next(fitting, LETTER_SIZES[-1])


def _paint_borders(axes: Axes, shown: Sequence[Tile], down: int) -> None:
    """A line between neighbouring tiles of different regions."""
    step = SIDE + GAP
    regions = {(tile.row, tile.column): tile.region for tile in shown}
    for (row, column), region in regions.items():
        left, top = column * step - GAP / 2, (down - row) * step + GAP / 2
        for other, across, up in (
            ((row, column + 1), (step, step), (0, -step)),
            ((row + 1, column), (0, step), (-step, -step)),
        ):
            if other in regions and regions[other] != region:
                xs, ys = [left + part for part in across], [top + part for part in up]
                axes.plot(xs, ys, color=INK, linewidth=1.6, solid_capstyle="round")


def _paint_legend(
    sheet: Sheet, axes: Axes, legend: Sequence[tuple[Sign | None, str]], left: float, top: float
) -> None:
    for sign, said in legend:
        top -= 0.42
        if sign:
            axes.text(
                left + 0.2, top + 0.165, sign.letters, size=9, weight="bold", color=sign.ink,
                ha="center", va="center",
            )  # fmt: skip
        paint_box(axes, left, top, 0.4, 0.34, zorder=0, **_look(sign))
        lines = wrapped(said, sheet.width - left - 0.5, 8)
        paint_lines(axes, lines, left + 0.5, top + 0.3, 8)
    axes.plot([left, left + 0.4], [top - 0.2] * 2, color=INK, linewidth=1.6)
    axes.text(left + 0.5, top - 0.2, "border of regions", size=8, va="center")


GRID = Path(__file__).parent / "tiles.csv"


@lru_cache(maxsize=1)
def tiles() -> dict[str, tuple[int, int]]:
    """Row and column of each authority, by the end of its IRI; row 0 is the north.

    Raises `KnowledgeError` if an authority stands there twice.
    """
    found: dict[str, tuple[int, int]] = {}
    with GRID.open(encoding="utf-8", newline="") as stream:
        for row, cells in enumerate(csv.reader(stream)):
            for column, name in enumerate(cells):
                if name in found:
                    raise KnowledgeError(f"{GRID}: {name} stands on two tiles")
                if name:
                    found[name] = (row, column)
    return found
