"""A chart as a small inline SVG: a line through points on a ladder, time from left to right.

The page sets its letters in whatever font the reader has, so that room is kept for wide ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from kg.briefs.model import Chart

#: Units of the drawing: its width, the size of letters, from one line of letters to the next.
WIDTH, LETTERS, LINE = 560, 13, 16
#: A mark's radius; the least height of a rung; the room between letters and what is beside them.
MARK, RUNG, ROOM = 5, 24, 12
#: The widest name of a rung; a longer one is broken into lines.
WIDE = 220
#: Room of letters for one unit of their size, as the widest common fonts draw them; others are
#: `CAPITAL` or `SMALL`.
WIDTHS = {
    **dict.fromkeys("mMWQ@%—…&", 1.05),
    **dict.fromkeys("wGOD", 0.86),
    **dict.fromkeys("fijlrtI.,:;'’|!()[]/-", 0.47),
    " ": 0.37,
}
CAPITAL, SMALL, FULL = 0.8, 0.66, 1.1


def svg(chart: Chart, number: int = 1) -> str:
    """The drawing; it says what it shows as its title and description.

    ``number`` tells the charts of one page apart.
    """
    names = [broken(name, WIDE) for name in chart.rungs]
    rung = max(RUNG, max(map(len, names)) * LINE + 6)
    first, last = chart.steps[0][0], chart.steps[-1][0]
    span = (last - first) or 1.0
    half = max(MARK, *(text_width(label) / 2 for _, _, label in chart.steps))
    ladder = max(text_width(line) for lines in names for line in lines) + ROOM
    left, right = ladder + half, WIDTH - half

    def x(year: float) -> float:
        return round(left + (right - left) * (year - first) / span, 1)

    def y(place: int) -> float:
        return rung * (place + 0.5)

    years = _rows([(x(year), label) for year, _, label in chart.steps])
    bottom = rung * len(names)
    height = bottom + LINE * (1 + max((row for _, _, row in years), default=0)) + 6
    title, says = f"chart-{number}-title", f"chart-{number}-says"
    lines = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{title} {says}">',
        f'<title id="{title}">{escape(chart.title)}</title>',
        f'<desc id="{says}">{escape(chart.says)}</desc>',
    ]
    for place, name in enumerate(names):
        up = y(place) - LINE * (len(name) - 1) / 2 + 4
        lines += [
            f'<text x="0" y="{up + LINE * at:g}">{escape(line)}</text>'
            for at, line in enumerate(name)
        ]
        lines.append(
            f'<line class="rung" x1="{ladder:.1f}" x2="{WIDTH}" y1="{y(place):g}" '
            f'y2="{y(place):g}"/>'
        )
    path = " ".join(f"{x(year)},{y(place):g}" for year, place, _ in chart.steps)
    lines.append(f'<polyline points="{path}"/>')
    lines += [
        f'<circle cx="{x(year)}" cy="{y(place):g}" r="{MARK}"/>' for year, place, _ in chart.steps
    ]
    lines += [
        f'<text class="year" x="{at}" y="{bottom + LINE * (row + 1):g}">{escape(label)}</text>'
        for at, label, row in years
    ]
    return "\n".join([*lines, "</svg>"])


def text_width(text: str) -> float:
    """The room that a line of letters may take, in units of the drawing."""
    return sum(map(_width, text)) * LETTERS


def broken(text: str, width: float) -> list[str]:
    """The lines of a text, broken at blanks, and within words that are wider than ``width``."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer) <= width:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and text_width(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return lines


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    return WIDTHS.get(letter, CAPITAL if letter.isupper() else SMALL)


def _rows(labels: Sequence[tuple[float, str]]) -> list[tuple[float, str, int]]:
    """Each label with the first row, from 0, in which it lies on no other.

    One that says the same as the label before it, and would touch it, is not said again.
    """
    ends: list[float] = []
    found: list[tuple[float, str, int]] = []
    for at, label in _told_once(labels):
        half = text_width(label) / 2 + ROOM / 4
        row = next((n for n, end in enumerate(ends) if at - half >= end), len(ends))
        ends[row : row + 1] = [at + half]
        found.append((at, label, row))
    return found


def _told_once(labels: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    kept = list(labels[:1])
    for (_, before), (at, label) in pairwise(labels):
        if label != before or at - kept[-1][0] > text_width(label):
            kept.append((at, label))
    return kept
