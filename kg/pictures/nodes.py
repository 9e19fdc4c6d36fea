"""A network as a picture: marks by kind with labels, ties by weight, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.pictures.layout import apart, spring_places
from kg.pictures.paint import paint_box, paint_lines
from kg.pictures.sheet import GREY, INK, TEXT, Picture, Sheet
from kg.pictures.signs import kind_signs
from kg.pictures.source import count
from kg.pictures.words import line_height, text_width, wrapped

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    Places = dict[str, tuple[float, float]]

#: A picture with more labels cannot be read.
MOST = 150
#: Ties for each node, the strongest.
TIES = 2
#: Points: a label, and marks from the lightest to the heaviest node.
LABEL, SMALL, LARGE = 6.5, 5.0, 16.0
#: Markers that are wider than their size says.
FILLS = {"D": 0.72, "h": 0.95}
#: Inches: the widest label, the room between two, and the white ground beside a label.
WIDE, ROOM, GROUND = 1.15, 0.06, 0.02
#: Points of the whole network's places in files, an inch of the layout.
SCALE = 72.0


def network_picture(
    title: str,
    graph: nx.Graph[str],
    notes: tuple[str, ...],
    *,
    places: Mapping[str, tuple[float, float]] | None = None,
    fixed: str = "",
    kinds: Sequence[str] = (),
    ties: int = TIES,
    most: int = MOST,
) -> Picture:
    """The picture of a graph whose nodes have ``label`` and ``kind``, and may have ``size``.

    Shown are at most ``most`` nodes, those with the heaviest ties, and their strongest ties.
    ``places`` are used if they are given, and the node ``fixed`` is not moved; ``kinds`` says in
    which order kinds are told.
    """
    signs = kind_signs([kind for kind in kinds or _kinds(graph) if kind in _kinds(graph)])
    shown = strongest(graph, most)
    drawn = strongest_ties(graph.subgraph(shown), ties)
    laid = dict(places or spring_places(graph.subgraph(shown)))
    boxes = {node: _box(graph.nodes[node], _mark(graph, node)) for node in shown}
    at = apart({node: laid[node] for node in shown}, {n: (w, h) for n, (w, h, _) in boxes.items()},
               fixed)  # fmt: skip
    left = min(x - boxes[n][0] / 2 for n, (x, _) in at.items())
    right = max(x + boxes[n][0] / 2 for n, (x, _) in at.items())
    low = min(y - boxes[n][1] / 2 for n, (_, y) in at.items())
    high = max(y + boxes[n][1] / 2 for n, (_, y) in at.items())
    width = max(right - left, 7.5)
    at = {n: (x - left + (width - right + left) / 2, y - low) for n, (x, y) in at.items()}
    rows = _legend_rows(list(signs), width)
    legend = len(rows) * 0.22 + 0.15

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        _paint_ties(axes, graph, drawn, at, boxes)
        for node, (x, y) in sorted(at.items()):
            colour, marker = signs[str(graph.nodes[node].get("kind", ""))]
            _, tall, lines = boxes[node]
            size = _mark(graph, node)
            top = y + tall / 2 - ROOM / 2
            paint_mark(axes, x, top - size / 144, size, (colour, marker))
            paint_label(axes, x, top - size / 72 - 0.02, lines)
        _paint_legend(axes, rows, signs, high - low + legend)

    said = list(notes)
    if left_out := _left_out(graph, len(shown), len(drawn)):
        said.append(left_out)

    def whole() -> nx.Graph[str]:
        every = laid if len(laid) == len(graph) else spring_places(graph)
        return placed_graph(graph, every, signs)

    return Picture(title, tuple(said), width, high - low + legend, paint, whole)


def paint_mark(axes: Axes, x: float, y: float, size: float, sign: tuple[str, str]) -> None:
    """A mark of a colour and shape, ``size`` points wide."""
    colour, marker = sign
    axes.plot([x], [y], marker, markersize=size * FILLS.get(marker, 1.0), markerfacecolor=colour,
              markeredgecolor=INK, markeredgewidth=0.5, zorder=3)  # fmt: skip


def paint_label(axes: Axes, x: float, top: float, lines: Sequence[str]) -> None:
    """Lines of a label under a mark, on a white ground: a tie passes behind it and is not seen."""
    wide = max((text_width(line, LABEL) for line in lines), default=0.0)
    tall = len(lines) * line_height(LABEL)
    paint_box(axes, x - wide / 2 - GROUND, top - tall, wide + 2 * GROUND, tall,
              facecolor="white", edgecolor="none", zorder=2)  # fmt: skip
    paint_lines(axes, lines, x, top, LABEL, ha="center", zorder=4)


def placed_graph(
    graph: nx.Graph[str], places: Mapping[str, tuple[float, float]],
    signs: Mapping[str, tuple[str, str]],
) -> nx.Graph[str]:  # fmt: skip
    """The graph with places, colours and sizes, for other programs."""
    made = graph.copy()
    for node, data in made.nodes(data=True):
        x, y = places[node]
        colour, _ = signs[str(data.get("kind", ""))]
        size = round(_mark(graph, node), 2)
        data.update(x=round(x * SCALE, 2), y=round(y * SCALE, 2), colour=colour, size=size)
    return made


def strongest(graph: nx.Graph[str], most: int) -> list[str]:
    """The nodes with the heaviest ties (at most ``most``), in their order in the graph.

    If none of its parts has more, parts that are joined to no other are kept or left out whole.
    """
    import networkx as nx

    near = graph.to_undirected(as_view=True) if graph.is_directed() else graph
    weigh = {node: _weight(graph, node) for node in graph}
    parts = [sorted(part) for part in nx.connected_components(near)]
    if len(graph) > most >= max(map(len, parts)):
        kept: set[str] = set()
        for part in sorted(parts, key=lambda part: (-sum(weigh[n] for n in part), part)):
            if len(kept) + len(part) > most:
                break
            kept.update(part)
        return [node for node in graph if node in kept]
    kept = set(sorted(graph, key=lambda node: (-weigh[node], node))[:most])
    if len(graph) > most:
        # no mark without a tie, because the other ends are left out
        kept = {node for node in kept if not kept.isdisjoint(near.adj[node])}
    return [node for node in graph if node in kept]


def strongest_ties(graph: nx.Graph[str], most: int) -> list[tuple[str, str]]:
    """The ties that are among the ``most`` strongest of one of their ends, the strongest first."""
    order = sorted(graph.edges, key=lambda tie: (-_strength(graph, tie), tie))
    has: dict[str, int] = {}
    kept = []
    for one, other in order:
        if min(has.get(one, 0), has.get(other, 0)) < most:
            kept.append((one, other))
        for node in (one, other):
            has[node] = has.get(node, 0) + 1
    return kept


def _strength(graph: nx.Graph[str], tie: tuple[str, str]) -> float:
    data = graph.edges[tie]
    return float(data.get("strength", data.get("weight", 1)))


def _left_out(graph: nx.Graph[str], nodes: int, ties: int) -> str:
    rest, loose = len(graph) - nodes, graph.number_of_edges() - ties
    if not rest and not loose:
        return ""
    parts = []
    if rest:
        parts.append(f"{count(rest, 'node')} with the lightest ties")
    if loose:
        parts.append(count(loose, "weaker tie" if not rest else "tie"))
    return f"Left out: {' and '.join(parts)}; a graph file (such as .gexf) holds all of them."


def _kinds(graph: nx.Graph[str]) -> list[str]:
    return list(dict.fromkeys(str(data.get("kind", "")) for _, data in graph.nodes(data=True)))


def _weight(graph: nx.Graph[str], node: str) -> float:
    if "size" in graph.nodes[node]:
        return float(graph.nodes[node]["size"])
    return float(sum(data.get("weight", 1) for _, _, data in graph.edges(node, data=True)))


def _mark(graph: nx.Graph[str], node: str) -> float:
    """The width of a node's mark, in points: its area grows with the node's weight."""
    most = graph.graph.setdefault("_most", max(_weight(graph, each) for each in graph) or 1.0)
    return SMALL + (LARGE - SMALL) * float((_weight(graph, node) / most) ** 0.5)


def _box(data: Mapping[str, Any], mark: float) -> tuple[float, float, list[str]]:
    """Width and height of a node with its label, and the label's lines."""
    lines = wrapped(str(data.get("label", "")), WIDE, LABEL)
    wide = max([mark / 72, *(text_width(line, LABEL) for line in lines)])
    tall = mark / 72 + 0.03 + len(lines) * line_height(LABEL)
    return wide + ROOM, tall + ROOM, lines


def _paint_ties(
    axes: Axes, graph: nx.Graph[str], ties: Sequence[tuple[str, str]],
    at: Mapping[str, tuple[float, float]], boxes: Mapping[str, tuple[float, float, list[str]]],
) -> None:  # fmt: skip
    weights = {tie: _strength(graph, tie) for tie in ties}
    most, least = max(weights.values(), default=1.0), min(weights.values(), default=0.0)
    for (one, other), weight in reversed(weights.items()):
        ends = []
        for node in (one, other):
            x, y = at[node]
            top = y + boxes[node][1] / 2 - ROOM / 2
            ends.append((x, top - _mark(graph, node) / 144))
        share = (weight - least) / (most - least) if most > least else 0.5
        shade = f"{0.82 - 0.35 * share:.3f}"
        axes.plot(*zip(*ends, strict=True), color=shade, linewidth=0.3 + 2.0 * share, zorder=1)
        if graph.is_directed():
            # its head in the middle, where no label hides it
            middle = ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)
            axes.annotate(
                "", middle, ends[0], zorder=1,
                arrowprops={"arrowstyle": "->", "color": shade, "shrinkA": 4, "shrinkB": 0,
                            "linewidth": 0.8},
            )  # fmt: skip


def _legend_rows(kinds: Sequence[str], width: float) -> list[list[tuple[str, float]]]:
    """The kinds in rows, each with its distance from the left."""
    rows: list[list[tuple[str, float]]] = [[]]
    left = 0.0
    for kind in kinds:
        room = text_width(kind, TEXT) + 0.45
        if rows[-1] and left + room > width:
            rows.append([])
            left = 0.0
        rows[-1].append((kind, left))
        left += room
    return rows


def _paint_legend(
    axes: Axes, rows: Sequence[Sequence[tuple[str, float]]],
    signs: Mapping[str, tuple[str, str]], top: float,
) -> None:  # fmt: skip
    for number, row in enumerate(rows):
        height = top - 0.1 - number * 0.22
        for kind, left in row:
            colour, marker = signs[kind]
            paint_mark(axes, left + 0.08, height, 8, (colour, marker))
            axes.text(left + 0.22, height, kind or "other", size=TEXT, va="center", color=GREY)
