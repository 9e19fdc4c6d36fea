"""The sheet that a picture is painted on: its size, its title above, its notes below.

All lengths are inches, from the lower left corner of the picture's body.  matplotlib's settings
are set here in full, so that no file of the user's changes a picture.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.pictures.words import FONT, line_height, wrapped

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Endings of files that hold a picture.
IMAGES = ("svg", "png")
#: Dots an inch of a PNG.
DPI = 150
MARGIN = 0.35
#: Points.
TITLE, TEXT = 13.0, 7.5
INK, GREY, PALE = "#1a1a1a", "#595959", "#c8c8c8"
SETTINGS: dict[Any, Any] = {
    "font.family": [FONT],
    "font.size": TEXT,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    # letters as they are designed, so that their room is the same at any size
    "text.hinting": "none",
    # a dollar is a dollar
    "text.parse_math": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "kg",
}
#: The widest PNG that common viewers open, in dots.
WIDEST = 30_000


class NoMatplotlib(KgError):
    """matplotlib is not installed."""


@dataclass(frozen=True)
class Picture:
    """A picture that is not painted yet.

    ``width`` and ``height`` are those of the body; ``notes`` are plain sentences on the source
    and on what was left out.  ``graph`` is the whole network, of a picture that shows one: each
    node has ``label``, ``kind``, ``colour``, ``x`` and ``y``.
    """

    title: str
    notes: tuple[str, ...]
    width: float
    height: float
    paint: Callable[[Sheet], None]
    graph: Callable[[], nx.Graph[str]] | None = field(default=None)


class Sheet:
    """Where axes and words go; lengths in inches from the lower left corner of the body."""

    def __init__(self, picture: Picture) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = picture.width, picture.height
        titles = wrapped(picture.title, self.width, TITLE, bold=True)
        notes = [line for note in picture.notes for line in wrapped(note, self.width, TEXT)]
        self._bottom = MARGIN + len(notes) * line_height(TEXT) + 0.15
        above = len(titles) * line_height(TITLE) + 0.15
        self._whole = (
            self.width + 2 * MARGIN,
            self._bottom + self.height + above + MARGIN,
        )
        self.figure: Figure = Figure(figsize=self._whole, dpi=DPI, facecolor="white")
        FigureCanvasAgg(self.figure)
        top = self.height + above - 0.02
        self.lines(titles, 0, top, TITLE, weight="bold")
        self.lines(notes, 0, -0.15, TEXT, color=GREY)

    def axes(self, left: float, bottom: float, width: float, height: float) -> Axes:
        """Axes in a part of the body."""
        across, up = self._whole
        at = (
            (MARGIN + left) / across,
            (self._bottom + bottom) / up,
            width / across,
            height / up,
        )
        return self.figure.add_axes(at)

    def canvas(
        self,
        left: float = 0.0,
        bottom: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> Axes:
        """Axes without a frame whose units are inches; the whole body unless a part is given."""
        width = self.width - left if width is None else width
        height = self.height - bottom if height is None else height
        axes = self.axes(left, bottom, width, height)
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)
        axes.set_axis_off()
        return axes

    def lines(self, lines: list[str], left: float, top: float, size: float, **look: Any) -> float:
        """Lines of text downwards from ``top``; returns where the last one ends."""
        across, up = self._whole
        for line in lines:
            self.figure.text(
                (MARGIN + left) / across,
                (self._bottom + top) / up,
                line,
                size=size,
                verticalalignment="top",
                **look,
            )
            top -= line_height(size)
        return top


def render(picture: Picture, ending: str) -> bytes:
    """The bytes of a picture, ``ending`` one of `IMAGES`."""
    with settings():
        figure = painted(picture)
        widest = max(figure.get_size_inches())
        out = io.BytesIO()
        about = {"Title": picture.title, "Description": " ".join(picture.notes)}
        extra = {"Date": None} if ending == "svg" else {"Software": None}
        figure.savefig(
            out,
            format=ending,
            dpi=min(DPI, WIDEST // widest),
            facecolor="white",
            metadata={**about, **extra},
        )
    return out.getvalue()


def painted(picture: Picture) -> Figure:
    """The figure of a picture; call it within `settings`."""
    sheet = Sheet(picture)
    picture.paint(sheet)
    return sheet.figure


def require_matplotlib() -> None:
    """Raises `NoMatplotlib`, which says what to install, if it is not there."""
    try:
        import matplotlib  # noqa: F401
    except ImportError as error:
        raise NoMatplotlib(
            "pictures need matplotlib; install it with: "
            "pip install 'childrens-services-kg[pictures]'"
        ) from error


@contextmanager
def settings() -> Iterator[None]:
    """matplotlib as pictures want it, and afterwards as it was."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        for name, value in SETTINGS.items():
            matplotlib.rcParams[name] = value
        yield
