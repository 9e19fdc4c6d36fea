"""A tile map: each authority a tile of the same size, coloured and lettered by its latest grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.patterns.catalogue import Parameter
from kg.patterns.observed import authorities, reports
from kg.patterns.scale import Place
from kg.patterns.trajectories import Path, paths
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import grade_sign
from kg.pictures.source import count, day, former, grade_labels, listed, source_note, strand_labels
from kg.pictures.tiles import tiles
from kg.pictures.words import fitted, line_height, wrapped
from kg.store import Answers

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PARAMETERS = (
    Parameter("strand", "overall", "code of the strand whose grade is shown"),
    Parameter("until", "", "the latest day that counts, YYYY-MM-DD; empty for all"),
)
#: Inches: a tile's side, and the room between two.
SIDE, GAP = 0.8, 0.05
#: Points of the names on tiles, the largest that fits.
SIZES = (6.5, 6.0, 5.5, 5.0)
#: The corner of the grid that is all sea: row and column where the legend begins.
LEGEND = (0, 10)


@dataclass(frozen=True, slots=True)
class Tile:
    """An authority's tile: ``grade`` is None where no grade is known."""

    row: int
    column: int
    name: str
    region: str
    grade: Place | None
    year: str = ""


def picture(asked: Answers, values: Mapping[str, str]) -> Picture:
    """The map for one strand.  Raises `QueryError` if no report grades it by the day given."""
    until = _day(values["until"])
    strand = values["strand"]
    latest = _latest(paths(asked, strand), until)
    if not latest:
        when = f" by {day(until)}" if until else ""
        raise QueryError(f"there is no grade to show: no report in the store gives one{when}")
    named, grid = authorities(asked), tiles()
    shown: list[Tile] = []
    left_out, elsewhere = [], []
    bottom = 1 + max(row for row, _ in grid.values())
    known = {iri.rpartition("/")[2]: iri for iri in named}
    for end, (row, column) in grid.items():
        iri = known.get(end, "")
        name = named[iri].name if iri else end.replace("-", " ").title()
        shown.append(_tile(row, column, name, named[iri].region if iri else "", latest.get(iri)))
    gone = former(asked)
    for iri in sorted(latest, key=lambda iri: named[iri].name):
        one = named[iri]
        if iri in gone:
            place, ended = latest[iri]
            left_out.append(f"{one.name} ({place.code.replace('-', ' ')}, {ended.year})")
        elif iri.rpartition("/")[2] not in grid:
            elsewhere.append(one)
    width = 1 + max(column for _, column in grid.values())
    for number, one in enumerate(elsewhere):
        row, column = bottom + 1 + number // width, number % width
        shown.append(_tile(row, column, one.name, one.region, latest[one.iri]))
    named_so = strand_labels(asked).get(strand, strand)
    what = "overall grade" if strand == "overall" else f"grade for “{named_so}”"
    empty = sum(tile.grade is None for tile in shown)
    dated = f" by {day(until)}" if until else ""
    notes = [
        source_note(
            r for r in reports(asked).values() if not until or (r.ended and r.ended <= until)
        ),
        "Each tile is one authority; size and distance mean nothing, and London is enlarged. The "
        "number is the year of the inspection. Grades of different frameworks are close, not the "
        "same.",
        f"{count(empty, 'authority')} without such a grade in these reports."
        if empty
        else "Every authority has a grade.",
    ]
    if left_out:
        notes.append(
            f"Left out, because other authorities have taken over their area: {listed(left_out)}."
        )
    return map_picture(
        f"Latest {what} of each authority{dated}", shown, grade_labels(asked), tuple(notes)
    )


def map_picture(
    title: str, shown: Sequence[Tile], labels: Mapping[str, str], notes: tuple[str, ...]
) -> Picture:
    """The map of these tiles; ``labels`` say what a grade's code is called."""
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
        _paint_legend(sheet, axes, shown, labels, column * step, (down - row) * step)

    return Picture(title, notes, across * step, down * step, paint)


def _last_row() -> int:
    return max(row for row, _ in tiles().values())


def _latest(every: Sequence[Path], until: date | None) -> dict[str, tuple[Place, date]]:
    """The last grade of each authority up to a day, and when it was."""
    found = {}
    for path in every:
        steps = [step for step in path.steps if until is None or step.ended <= until]
        if steps:
            found[path.authority] = (steps[-1].place, steps[-1].ended)
    return found


def _tile(row: int, column: int, name: str, region: str, latest: tuple[Place, date] | None) -> Tile:
    grade, when = latest or (None, None)
    return Tile(row, column, name, region, grade, str(when.year) if when else "")


def _paint_tile(axes: Axes, tile: Tile, left: float, bottom: float) -> None:
    from matplotlib.patches import Rectangle

    ink = GREY
    if tile.grade:
        sign = grade_sign(tile.grade)
        ink = sign.ink
        look: dict[str, Any] = {"facecolor": sign.colour, "edgecolor": GREY, "linewidth": 0.4}
        low = bottom + 0.05
        axes.text(left + 0.05, low, sign.letters, size=9, weight="bold", color=ink, va="bottom")
        axes.text(left + SIDE - 0.05, low, tile.year, size=5.5, color=ink, ha="right", va="bottom")
    else:
        look = {"facecolor": "white", "edgecolor": PALE, "linewidth": 0.6, "linestyle": (0, (2, 2))}
    axes.add_patch(Rectangle((left, bottom), SIDE, SIDE, zorder=0, **look))
    lines, size = fitted(tile.name, SIDE - 0.06, SIDE - 0.27, SIZES)
    for number, line in enumerate(lines):
        top = bottom + SIDE - 0.035 - number * line_height(size)
        axes.text(left + 0.04, top, line, size=size, color=ink, va="top")


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
    sheet: Sheet, axes: Axes, shown: Sequence[Tile], labels: Mapping[str, str],
    left: float, top: float,
) -> None:  # fmt: skip
    from matplotlib.patches import Rectangle

    counted: dict[Place | None, int] = {}
    for tile in shown:
        counted[tile.grade] = counted.get(tile.grade, 0) + 1
    graded = sorted(
        (place for place in counted if place), key=lambda place: (place.ordinal, place.code)
    )
    for place in (*graded, *([None] if None in counted else [])):
        top -= 0.42
        box: dict[str, Any] = {"facecolor": "white", "edgecolor": PALE, "linestyle": (0, (2, 2))}
        said = "no grade in these reports"
        if place:
            sign = grade_sign(place)
            box = {"facecolor": sign.colour, "edgecolor": GREY, "linewidth": 0.4}
            axes.text(
                left + 0.2, top + 0.165, sign.letters, size=9, weight="bold", color=sign.ink,
                ha="center", va="center",
            )  # fmt: skip
            said = labels.get(place.code, place.code)
        axes.add_patch(Rectangle((left, top), 0.4, 0.34, zorder=0, **box))
        for number, line in enumerate(
            wrapped(f"{said}: {counted[place]}", sheet.width - left - 0.5, 8)
        ):
            height = top + 0.3 - number * line_height(8)
            axes.text(left + 0.5, height, line, size=8, va="top")
    axes.plot([left, left + 0.4], [top - 0.2] * 2, color=INK, linewidth=1.6)
    axes.text(left + 0.5, top - 0.2, "border of regions", size=8, va="center")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"until={text}: must be a day, written YYYY-MM-DD") from error
