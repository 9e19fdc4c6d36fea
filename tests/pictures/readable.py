"""Whether a picture can be read: no text lies on another, and none is cut off."""

from itertools import combinations

from matplotlib.text import Text

from kg.pictures import Picture
from kg.pictures.sheet import painted, settings

#: Dots by which rounding may be off.
SLACK = 1.5


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
