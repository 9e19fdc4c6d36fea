"""A chart as a small inline SVG: a line through points on a ladder, time from left to right."""

from __future__ import annotations

from html import escape

from kg.briefs.model import Chart

#: Units of the drawing: all of it, where the ladder's names end, a rung, the room for years.
WIDTH, LEFT, RUNG, YEARS = 640, 240, 24, 22
#: Room at the right, so that the last year can be written.
RIGHT = 30


def svg(chart: Chart) -> str:
    """The drawing; it says what it shows as its title and description."""
    height = RUNG * len(chart.rungs) + YEARS
    first, last = chart.steps[0][0], chart.steps[-1][0]
    span = (last - first) or 1.0

    def x(year: float) -> float:
        return round(LEFT + RIGHT + (WIDTH - LEFT - 2 * RIGHT) * (year - first) / span, 1)

    def y(rung: int) -> float:
        return RUNG * (rung + 0.5)

    lines = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="chart-title chart-says">',
        f'<title id="chart-title">{escape(chart.title)}</title>',
        f'<desc id="chart-says">{escape(chart.says)}</desc>',
    ]
    for rung, name in enumerate(chart.rungs):
        lines.append(f'<text x="0" y="{y(rung) + 4}">{escape(name)}</text>')
        lines.append(f'<line class="rung" x1="{LEFT}" x2="{WIDTH}" y1="{y(rung)}" y2="{y(rung)}"/>')
    path = " ".join(f"{x(year)},{y(rung)}" for year, rung, _ in chart.steps)
    lines.append(f'<polyline points="{path}"/>')
    for year, rung, label in chart.steps:
        lines.append(f'<circle cx="{x(year)}" cy="{y(rung)}" r="5"/>')
        lines.append(f'<text class="year" x="{x(year)}" y="{height - 5}">{escape(label)}</text>')
    return "\n".join([*lines, "</svg>"])
