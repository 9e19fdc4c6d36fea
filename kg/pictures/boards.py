"""Whose boards reports find weak, and which boards: a table of authorities by kind of board.

The network of all boards has nearly a thousand marks, which nobody can read; this picture answers
what one would ask of it.  The network goes with it, whole, for other programs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.analysis.board_mentions import mentions
from kg.analysis.projections import board_authority
from kg.analysis.registry import Parameter
from kg.analysis.trajectories import positive
from kg.corpus import Corpus, remembered
from kg.errors import QueryError
from kg.pictures.layout import spring_places
from kg.pictures.nodes import placed_graph
from kg.pictures.paint import paint_box
from kg.pictures.sheet import INK, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import kind_signs, share_colour
from kg.pictures.source import count, one_of, source_note
from kg.pictures.words import fitted, line_height, text_width

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

TITLE = "Whose boards do reports find weak, and which"
PARAMETERS = (
    Parameter("shows", "weakness", "what is counted and ordered by: weakness or strength"),
    Parameter("most", "30", "how many authorities are shown, those with the most first"),
)
#: What is counted, what it is called in the title, and what a sentence then does.
SHOWN = {"weakness": ("weak", "blame"), "strength": ("strong", "praise")}
#: Inches: a cell, the lines of a heading over a column, the gap under the first row.
WIDE, LOW, HEADING, GAP, EDGE = 0.86, 0.19, 0.62, 0.1, 0.03
#: Points of headings, the largest that fits.
SIZES = (TEXT, 6.5, 5.5)
#: The first row.
ALL = "all authorities"
#: Where a word of a type of board begins.
WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")


class BoardCell(NamedTuple):
    """How many sentences say what is shown, of how many that praise or blame."""

    shown: int
    rated: int


@dataclass(frozen=True, slots=True)
class Grid:
    """What is said at each authority (rows) of each kind of board (columns), in order.

    ``together`` are the sums of the columns, over all authorities, whether they are shown or not.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], BoardCell]
    together: Mapping[str, BoardCell]


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The table.  Raises `QueryError` for a value that is none, or if no board is named."""
    wanted = one_of("shows", values["shows"], SHOWN)
    most = positive("most", values["most"])
    adjective, verb = SHOWN[wanted]
    known, named = corpus.reports, corpus.authorities
    told = {
        (m.finding, m.type): m
        for m in mentions(corpus)
        if m.report in known and m.polarity in SHOWN
    }
    rated = [(named[known[m.report].authority].name, m.type, m.polarity) for m in told.values()]
    grid = counted(rated, wanted, most)
    if not grid.rows:
        raise QueryError(f"there is nothing to draw: no sentence that names a board is a {wanted}")
    notes = [
        source_note(known[report] for report in sorted({m.report for m in told.values()})),
        f"“3 of 8”: of 8 sentences that name a board of this kind and praise or blame, 3 {verb}; "
        "darker is more. Counted are sentences in the body of an authority's reports, as a "
        "classifier reads them. An empty cell: no such sentence.",
    ]
    every = {name for name, _, polarity in rated if polarity == wanted}
    if left := len(every) - len(grid.rows):
        notes.append(
            f"Left out: {count(left, 'authority')} with fewer; a graph file (such as .gexf) holds "
            "all boards and their authorities."
        )
    title = f"Whose boards do reports find {adjective}, and which?"
    return grid_picture(title, grid, _labels(corpus), tuple(notes), lambda: network(corpus))


def counted(rated: Iterable[tuple[str, str, str]], wanted: str, most: int) -> Grid:
    """The grid of sentences, each an authority, a kind of board and a polarity.

    Shown are the ``most`` authorities of which most sentences have the polarity ``wanted``, and
    the kinds of board that these sentences name.
    """
    shown: Counter[tuple[str, str]] = Counter()
    of: Counter[tuple[str, str]] = Counter()
    for name, kind, polarity in rated:
        of[name, kind] += 1
        shown[name, kind] += polarity == wanted
    by_name: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for (name, kind), number in of.items():
        by_name[name] += shown[name, kind]
        by_kind[kind] += shown[name, kind]
        all_of[kind] += number
    rows = sorted((name for name in by_name if by_name[name]), key=lambda n: (-by_name[n], n))
    columns = sorted((kind for kind in by_kind if by_kind[kind]), key=lambda k: (-by_kind[k], k))
    return Grid(
        tuple(rows[:most]),
        tuple(columns),
        {at: BoardCell(shown[at], number) for at, number in of.items()},
        {kind: BoardCell(by_kind[kind], all_of[kind]) for kind in columns},
    )


def grid_picture(
    title: str,
    grid: Grid,
    labels: Mapping[str, str],
    notes: tuple[str, ...],
    graph: Callable[[], nx.Graph[str]] | None = None,
) -> Picture:
    """The picture of a grid; ``labels`` are the names of the kinds of board."""
    left = 0.12 + max(text_width(row, TEXT) for row in (*grid.rows, ALL))
    height = HEADING + (len(grid.rows) + 1) * LOW + GAP + EDGE
    most = max(said.shown for said in grid.cells.values())

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        for number, kind in enumerate(grid.columns):
            x = left + number * WIDE
            _paint_heading(axes, labels.get(kind, kind), x, height - HEADING)
            top = height - HEADING
            _paint_cell(axes, x, top, grid.together[kind], None)
            top -= LOW + GAP
            for row in grid.rows:
                _paint_cell(axes, x, top, grid.cells.get((row, kind)), most)
                top -= LOW
        top = height - HEADING
        for row in (ALL, *grid.rows):
            weight = "bold" if row == ALL else "normal"
            axes.text(left - 0.06, top - LOW / 2, row, size=TEXT, ha="right", va="center",
                      weight=weight)  # fmt: skip
            top -= LOW + (GAP if row == ALL else 0)

    width = max(left + len(grid.columns) * WIDE + EDGE, 7.5)
    return Picture(title, notes, width, height, paint, graph)


def network(corpus: Corpus) -> nx.Graph[str]:
    """All boards and their authorities, with places and colours."""
    graph = board_authority(corpus)
    return placed_graph(graph, spring_places(graph), kind_signs(["authority", "board"]))


@remembered
def _labels(corpus: Corpus) -> dict[str, str]:
    """The name of each kind of board by the word of the tables, if it is that of one kind."""
    found: dict[str, list[str]] = {}
    for kind, label in sorted(corpus.rows("concepts", "type", "label", where="type IS NOT NULL")):
        found.setdefault(kind, []).append(label)
    return {
        kind: labels[0] if len(labels) == 1 else WORDS.sub(" ", kind).capitalize()
        for kind, labels in found.items()
    }


def _paint_heading(axes: Axes, label: str, x: float, low: float) -> None:
    lines, size = fitted(label, WIDE - 0.06, HEADING - 0.06, SIZES)
    for number, line in enumerate(reversed(lines)):
        up = low + 0.05 + number * line_height(size)
        axes.text(x + WIDE / 2, up, line, size=size, ha="center", va="bottom")


def _paint_cell(axes: Axes, x: float, top: float, said: BoardCell | None, most: int | None) -> None:
    """A cell, its colour by how many of ``most``; without one it has no colour."""
    colour, ink = "white", INK
    if said and most and said.shown:
        colour, ink = share_colour(said.shown, most)
    paint_box(axes, x, top - LOW, WIDE, LOW, facecolor=colour, edgecolor=PALE, linewidth=0.4)
    if said:
        words = f"{said.shown} of {said.rated}"
        axes.text(x + WIDE / 2, top - LOW / 2, words, size=6.5, color=ink, ha="center",
                  va="center_baseline")  # fmt: skip
