"""What pictures paint more than once: boxes, and lines of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.pictures.words import line_height

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def paint_box(
    axes: Axes, left: float, bottom: float, width: float, height: float, **look: Any
) -> None:
    """A rectangle; ``look`` are the names of matplotlib."""
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, bottom), width, height, **look))


def paint_lines(
    axes: Axes, lines: Iterable[str], x: float, top: float, size: float, **look: Any
) -> None:
    """Lines of words downwards from ``top``."""
    for number, line in enumerate(lines):
        axes.text(x, top - number * line_height(size), line, size=size, va="top", **look)
