"""A heat map: themes down, authorities, years, regions or families across; and its scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST
from kg.corpus import Corpus, Report
from kg.errors import QueryError
from kg.pictures.paint import paint_box
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import share_colour
from kg.pictures.source import count, one_of, source_note, theme_groups
from kg.pictures.words import line_height, text_width, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WEAK_SHARE, RECOMMENDATION = "weak-share", "recommendation"
SHOWS = (WEAK_SHARE, "weakness", "strength", "mixed", RECOMMENDATION)
BY = ("year", "authority", "region", "family")
TITLE = "Themes against authorities, years, regions or families"
PARAMETERS = (
    Parameter("by", "year", f"what stands across: {', '.join(BY)}"),
    Parameter(
        "shows",
        WEAK_SHARE,
        f"{WEAK_SHARE}: weaknesses among strengths and weaknesses; {', '.join(SHOWS[1:])}: the "
        "theme's share of all of these",
    ),
)
ALL = "all"


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The heat map.  Raises `QueryError` if there is nothing to count."""
    by, shows = one_of("by", values["by"], BY), one_of("shows", values["shows"], SHOWS)
    known, named = corpus.reports, corpus.themes
    column = _columns(corpus, by)
    counted: Counter[tuple[str, str, str]] = Counter()
    used, unplaced = set(), set()
    for report, codes, kind in _items(corpus, shows):
        theme = next((code for code in codes if code in named), "")
        if not theme:
            continue
        where = column(known[report])
        if not where:
            unplaced.add(report)
            continue
        used.add(report)
        for each in (where, ALL):
            counted[theme, each, kind] += 1
    if not counted:
        what = "recommendation" if shows == RECOMMENDATION else "finding"
        raise QueryError(f"there is nothing to count: no report in the store has a {what}")
    found = _map(corpus, counted, by, shows)
    blank = sum(value is None for value in found.values.values())
    notes = [
        source_note(known[report] for report in sorted(used)),
        _meaning(shows),
        "Each counts once, for its main theme as a classifier reads it; summaries are left out.",
    ]
    if blank:
        notes.append(f"Left out: {count(blank, 'cell')} of fewer than {FEWEST}.")
    if unplaced:
        notes.append(f"Left out: {count(len(unplaced), 'report')} without a {by}.")
    what = {
        WEAK_SHARE: "How often each theme is a weakness",
        RECOMMENDATION: "What recommendations are about",
    }.get(shows, f"What sentences of this kind are about: {shows}")
    return heat_map(f"{what}, by {by}", found, tuple(notes))


def _columns(corpus: Corpus, by: str) -> Callable[[Report], str]:
    named = corpus.authorities
    ways: dict[str, Callable[[Report], str]] = {
        "year": lambda report: str(report.ended.year) if report.ended else "",
        "authority": lambda report: named[report.authority].name,
        "region": lambda report: named[report.authority].region,
        "family": lambda report: report.family,
    }
    return ways[by]


def _items(corpus: Corpus, shows: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Report, themes and kind of all that is counted."""
    if shows == RECOMMENDATION:
        return [(item.report, item.themes, shows) for item in corpus.recommendations]
    wanted = ("strength", "weakness") if shows == WEAK_SHARE else (shows,)
    return [
        (item.report, item.themes, item.polarity)
        for item in corpus.body_findings
        if item.polarity in wanted
    ]


def _map(corpus: Corpus, counted: Counter[tuple[str, str, str]], by: str, shows: str) -> Map:
    named = {one.name: one.region for one in corpus.authorities.values()}
    labels = {theme.code: theme.label for theme in corpus.themes.values()}
    found = {column for _, column, _ in counted} - {ALL}
    order = sorted(found, key=lambda c: (named.get(c, "") if by == "authority" else "", c))
    columns = (ALL, *order)
    regions = ("", *(named[c] for c in order)) if by == "authority" else ("",) * len(columns)
    there = {theme for theme, _, _ in counted}
    totals: Counter[str] = Counter()
    for (_, column, _), times in counted.items():
        totals[column] += times
    values: dict[tuple[str, str], float | None] = {}
    for theme in there:
        for column in columns:
            weak, strong = counted[theme, column, "weakness"], counted[theme, column, "strength"]
            part, of = (
                (weak, weak + strong)
                if shows == WEAK_SHARE
                else (counted[theme, column, shows], totals[column])
            )
            values[labels[theme], column] = 100 * part / of if of >= FEWEST else None
    groups = tuple(
        (heading, tuple(labels[code] for code in codes if code in there))
        for heading, codes in theme_groups(corpus)
        if there.intersection(codes)
    )
    most = 100.0 if shows == WEAK_SHARE else max((v for v in values.values() if v), default=1.0)
    return Map(groups, columns, regions, values, most)


def _meaning(shows: str) -> str:
    if shows == WEAK_SHARE:
        return (
            "A cell is the share of weaknesses among the sentences on the theme that praise or "
            "blame, in percent; darker is more."
        )
    return (
        f"A cell is the share of the theme among all of the column that are a {shows}, in percent; "
        "darker is more."
    )


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
