"""Whether a picture can be read: no text lies on another, and none is cut off.

Of a brief's chart as well.  Its letters take the room that matplotlib measures in DejaVu Sans,
which is one of the widest fonts that a page may be shown in; it is not the chart's own reckoning.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from matplotlib.text import Text

from kg.briefs.chart import LETTERS, svg
from kg.briefs.model import Chart
from kg.pictures import Picture
from kg.pictures.sheet import painted, settings
from kg.pictures.words import POINTS_AN_INCH, text_width

#: Dots by which rounding may be off.
SLACK = 1.5
#: Of the size of letters: above the line they stand on, and below it.
ABOVE, BELOW = 0.76, 0.24


def texts(picture: Picture) -> list[str]:
    with settings():
        figure = painted(picture)
    return [text.get_text() for axes in figure.axes for text in axes.texts] + [
        text.get_text() for text in figure.texts
    ]


def assert_readable(picture: Picture) -> None:
    with settings():
        figure = painted(picture)
        figure.canvas.draw()
        shown: list[Text] = [*figure.texts, *(text for axes in figure.axes for text in axes.texts)]
        boxes = [
            (text.get_text(), text.get_window_extent()) for text in shown if text.get_text().strip()
        ]
    assert boxes
    width, height = figure.bbox.width, figure.bbox.height
    for said, box in boxes:
        inside = box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height
        assert inside, f"{said!r} is cut off"
    for (said, one), (other_said, other) in combinations(boxes, 2):
        across = min(one.x1, other.x1) - max(one.x0, other.x0)
        up = min(one.y1, other.y1) - max(one.y0, other.y0)
        assert across < SLACK or up < SLACK, f"{said!r} lies on {other_said!r}"


class Box(NamedTuple):
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def lies_on(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0


def assert_chart_readable(chart: Chart) -> list[str]:
    """The texts of the chart; fails if one lies on another or on a mark, or is cut off."""
    drawing = ElementTree.fromstring(svg(chart))
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    texts = [_text(each) for each in drawing if each.tag == "text"]
    marks = [_mark(each) for each in drawing if each.tag == "circle"]
    line = next(each for each in drawing if each.tag == "polyline")
    path = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
    assert len(marks) == len(chart.steps) == len(path)
    for box in (*texts, *marks):
        inside = box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height
        assert inside, f"{box.what!r} is cut off"
    for one, other in combinations(texts, 2):
        assert not one.lies_on(other), f"{one.what!r} lies on {other.what!r}"
    for text in texts:
        for mark in marks:
            assert not text.lies_on(mark), f"{text.what!r} lies on a mark"
        # the line stays in the box of its points, which no text may enter
        across, down = [x for x, _ in path], [y for _, y in path]
        drawn = Box("line", min(across), min(down) - 1, max(across), max(down) + 1)
        assert not text.lies_on(drawn), f"{text.what!r} lies on the line"
    return [text.what for text in texts]


def _text(element: ElementTree.Element) -> Box:
    words = element.text or ""
    wide = text_width(words, LETTERS) * POINTS_AN_INCH
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - wide / 2 if element.attrib.get("class") == "year" else x
    return Box(words, left, y - ABOVE * LETTERS, left + wide, y + BELOW * LETTERS)


def _mark(element: ElementTree.Element) -> Box:
    x, y, r = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
    return Box("mark", x - r, y - r, x + r, y + r)
