"""Trajectories: a line for each authority through its grades, a small picture for each region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analysis.grade_scale import Place, places
from kg.analysis.latest_grades import Latest, latest, overtaken
from kg.analysis.registry import Parameter
from kg.analysis.trajectories import GradeTrajectory, paths
from kg.corpus import Authority, Corpus
from kg.errors import QueryError
from kg.pictures.paint import paint_box, paint_lines
from kg.pictures.sheet import GREY, INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import letters
from kg.pictures.source import count, grade_labels, listed, source_note, strand_labels
from kg.pictures.words import line_height, text_width, wrapped
from kg.text.partialdate import in_years
from kg.text.suggest import did_you_mean

if TYPE_CHECKING:
    from matplotlib.axes import Axes

TITLE = "How the grades of each authority moved, region by region"
PARAMETERS = (
    Parameter("strand", "overall", "code of the strand"),
    Parameter("region", "", "only this region; empty for all"),
)
#: kind of path -> colour, line, marker and what it is called
LOOKS = {
    "riser": ("#0072b2", "-", "^", "better than at first"),
    "faller": ("#d55e00", (0, (4, 1.5)), "v", "worse than at first"),
    "level": ("#595959", (0, (1, 1)), "o", "the same as at first, or graded once"),
}
#: Inches: room for letters of grades, a name's height, a panel without names, between panels.
LETTERS, SLOT, PANEL, APART = 0.4, 0.125, 2.95, 0.35
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class GradeLine:
    """An authority's way: years (such as 2018.25) and places, the earliest first."""

    name: str
    region: str
    kind: str
    points: tuple[tuple[float, Place], ...]


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The paths on one strand.  Raises `QueryError` if there are none."""
    strand, named = values["strand"], corpus.authorities
    every = paths(corpus, strand)
    if not every:
        raise QueryError("there is no path to draw: no report in the store gives a grade")
    scale, _ = Counter(path.steps[0].place.scale for path in every).most_common(1)[0]
    shown = [path for path in every if path.steps[0].place.scale == scale]
    regions = sorted({named[path.authority].region or "no region" for path in shown})
    if wanted := values["region"]:
        shown = [p for p in shown if (named[p.authority].region or "no region") == wanted]
        if not shown:
            hint = did_you_mean(wanted, regions, otherwise=f"there is: {', '.join(regions)}")
            raise QueryError(f"there is no region {wanted!r} here{hint}")
    now = latest(corpus)
    gone = {p: overtaken(now, p.authority, p.about, p.steps[-1].ended) for p in shown}
    lines = [_line(path, named[path.authority], gone[path]) for path in shown]
    labels = grade_labels(corpus)
    known = corpus.reports
    used = {step.report.iri for path in shown for step in path.steps}
    notes = [
        source_note(known[iri] for iri in sorted(used)),
        "Lines of one grade stand beside each other so that each can be followed; where in the "
        "band a line runs means nothing. Grades of different frameworks are close, not the same.",
    ]
    told = [f"{named[p.authority].name} ({later.told})" for p, later in gone.items() if later]
    if told:
        notes.append(
            "“None since”: the latest inspection gave no such grade, so that the last one of the "
            f"line is not the authority's any more. What was given then: {listed(told)}."
        )
    if others := len(every) - len(shown):
        notes.append(f"Left out: {count(others, 'path')} of other regions or on other scales.")
    if without := len({r.authority for r in known.values()}) - len({p.authority for p in every}):
        notes.append(f"{count(without, 'authority')} without such a grade.")
    named_so = strand_labels(corpus).get(strand, strand)
    what = "overall grades" if strand == "overall" else f"grades for “{named_so}”"
    where = f" in {wanted}" if wanted else ""
    graded = [place for place in places(corpus).values() if place.scale == scale]
    return trajectories(f"How {what} moved{where}", lines, graded, labels, tuple(notes))


def trajectories(
    title: str,
    lines: Sequence[GradeLine],
    scale: Sequence[Place],
    labels: Mapping[str, str],
    notes: tuple[str, ...],
) -> Picture:
    """The picture of these lines; ``scale`` has all the grades that there are."""
    panels = [
        (region, [line for line in lines if line.region == region])
        for region in sorted({line.region for line in lines})
    ]
    years = [year for line in lines for year, _ in line.points]
    span = (int(min(years)), int(max(years)) + 1)
    graded = sorted(scale, key=lambda place: (place.ordinal, place.code))
    last = graded[0].last
    bands = {
        ordinal: "/".join(letters(place.code) for place in graded if place.ordinal == ordinal)
        for ordinal in range(1, last + 1)
    }
    columns = min(COLUMNS, len(panels))
    whole = PANEL + 0.1 + max(text_width(line.name, 7) for line in lines)
    placed, tall = _packed([(region, _height(own, last)) for region, own in panels], columns)
    width = max(columns * (whole + APART) - APART, 7.5)
    said = "   ".join(f"{letters(p.code)}: {labels.get(p.code, p.code)}" for p in graded)
    legend = wrapped(said, width, TEXT)
    deep = 0.3 + len(legend) * line_height(TEXT)
    height = tall + deep + 0.2

    def paint(sheet: Sheet) -> None:
        _paint_legend(sheet, legend, height, deep)
        for region, own in panels:
            column, top = placed[region]
            size = _height(own, last)
            left = column * (whole + APART)
            axes = sheet.canvas(left, tall - top - size, whole, size)
            axes.text(0, size - 0.02, region or "no region", size=9, weight="bold", va="top")
            _paint_panel(axes, own, span, bands, _slots(own))

    return Picture(title, notes, width, height, paint)


def _line(path: GradeTrajectory, authority: Authority, later: Latest | None) -> GradeLine:
    """The line of a path; ``later`` is the inspection since which its last grade is not current."""
    kind = {"riser": "riser", "faller": "faller"}.get(path.kind, "level")
    points = tuple((in_years(step.ended), step.place) for step in path.steps)
    name = f"{authority.name}, none since {later.ended.year}" if later else authority.name
    return GradeLine(name, authority.region or "no region", kind, points)


def _slots(lines: Sequence[GradeLine]) -> int:
    """How many lines end at one grade, at most."""
    return max(2, *Counter(line.points[-1][1].ordinal for line in lines).values())


def _height(lines: Sequence[GradeLine], last: int) -> float:
    """Of a panel: its bands, its title above and the years below."""
    return last * (_slots(lines) + 0.6) * SLOT + 0.28 + 0.25


def _packed(
    panels: Sequence[tuple[str, float]], columns: int
) -> tuple[dict[str, tuple[int, float]], float]:
    """Column and distance from the top of each panel, the tallest placed first; and the height."""
    used = [0.0] * columns
    placed = {}
    for name, height in sorted(panels, key=lambda panel: (-panel[1], panel[0])):
        column = min(range(columns), key=lambda at: (used[at], at))
        placed[name] = (column, used[column])
        used[column] += height + APART
    return placed, max(used) - APART


def _paint_panel(
    axes: Axes,
    lines: Sequence[GradeLine],
    span: tuple[int, int],
    bands: Mapping[int, str],
    slots: int,
) -> None:
    first, end = span
    right = PANEL
    band = (slots + 0.6) * SLOT
    floor = 0.25

    def x(year: float) -> float:
        return LETTERS + 0.08 + (right - LETTERS - 0.16) * (year - first) / (end - first)

    def base(ordinal: int) -> float:
        return floor + (len(bands) - ordinal) * band + 0.3 * SLOT

    for ordinal, said in bands.items():
        low = base(ordinal) - 0.3 * SLOT
        shade = "#f2f2f2" if ordinal % 2 else "white"
        paint_box(axes, LETTERS, low, right - LETTERS, band, facecolor=shade, edgecolor=PALE,
                  linewidth=0.5, zorder=0)  # fmt: skip
        axes.text(LETTERS - 0.05, low + band / 2, said, size=8, weight="bold", ha="right",
                  va="center")  # fmt: skip
    step = max(1, -(-(end - first) // 4))
    for year in range(first, end + 1, step):
        axes.plot([x(year)] * 2, [floor - 0.04, floor], color=GREY, linewidth=0.6)
        axes.text(x(year), floor - 0.06, str(year), size=6.5, ha="center", va="top")
    ranks: Counter[int] = Counter()
    for line in sorted(lines, key=lambda line: (line.points[-1][1].ordinal, line.name)):
        at_end = line.points[-1][1].ordinal
        slot = slots - ranks[at_end] - 0.5
        ranks[at_end] += 1
        # lines that end at different grades keep apart where they share a slot
        apart = 0.14 * (at_end - (1 + len(bands)) / 2)
        xs = [x(year) for year, _ in line.points]
        ys = [base(place.ordinal) + (slot + apart) * SLOT for _, place in line.points]
        colour, dashes, marker, _ = LOOKS[line.kind]
        axes.plot(xs, ys, color=colour, linestyle=dashes, linewidth=1.0)
        axes.plot(xs[:-1], ys[:-1], "o", color=colour, markersize=2.5)
        axes.plot(xs[-1:], ys[-1:], marker, color=colour, markersize=5)
        axes.plot([xs[-1] + 0.05, right], [ys[-1]] * 2, color=PALE, linewidth=0.4, zorder=1)
        axes.text(right + 0.05, ys[-1], line.name, size=7, va="center_baseline")


def _paint_legend(sheet: Sheet, said: Sequence[str], height: float, deep: float) -> None:
    axes = sheet.canvas(0, height - deep, sheet.width, deep)
    left = 0.0
    for colour, dashes, marker, words in LOOKS.values():
        axes.plot([left, left + 0.4], [deep - 0.12] * 2, color=colour, linestyle=dashes,
                  linewidth=1.2)  # fmt: skip
        axes.plot([left + 0.4], [deep - 0.12], marker, color=colour, markersize=5)
        axes.text(left + 0.52, deep - 0.12, words, size=TEXT, va="center", color=INK)
        left += 2.2
    paint_lines(axes, said, 0, deep - 0.27, TEXT)
