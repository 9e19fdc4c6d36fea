"""Recommendations in nearly the same words: each group of them a small network of its own.

The groups are those of the pattern ``shared-recommendations``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.analysis.registry import Parameter
from kg.analysis.shared_recommendations import PARAMETERS as ASKED
from kg.analysis.shared_recommendations import Shared, fraction, shared_groups
from kg.analysis.trajectories import positive
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.pictures.layout import apart, spring_places
from kg.pictures.nodes import MOST, paint_label, paint_mark, placed_graph
from kg.pictures.paint import paint_lines
from kg.pictures.sheet import GREY, PALE, TEXT, Picture, Sheet
from kg.pictures.signs import kind_signs
from kg.pictures.source import count, source_note
from kg.pictures.words import line_height, text_width, wrapped

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

TITLE = "Recommendations in nearly the same words"
PARAMETERS = (
    next(each for each in ASKED if each.name == "least"),
    Parameter("groups", "12", "how many groups are shown, those of most authorities first"),
)
#: Inches: a panel, between panels; how many stand side by side.
WIDE, APART, COLUMNS = 4.2, 0.35, 3
#: Inches: the widest line of a label.
NAME = 0.95
#: Points: a mark, its label, and the words of a group.
MARK, LABEL, SAID = 7.0, 6.5, 7.0
#: Lines of the words of a group.
LINES = 5


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The largest groups.  Raises `QueryError` if no two authorities share a recommendation."""
    least = fraction("least", values["least"])
    most = positive("groups", values["groups"])
    told = shared_groups(corpus, least, 1)
    graph, items = groups_graph(corpus, told), corpus.recommendations
    shared = [group for group in told if len(group.places) > 1]
    if not shared:
        raise QueryError(
            "there is nothing to draw: no recommendations to two authorities are alike by "
            f"{least}; give a lower -p least=..."
        )
    shown: list[Shared] = []
    for group in shared[:most]:
        if sum(len(each.items) for each in shown) + len(group.items) <= MOST:
            shown.append(group)
    notes = [
        source_note(corpus.reports[iri] for iri in sorted({item.report for item in items})),
        f"A mark is a recommendation; two are tied if they ask for the same in words alike by "
        f"{least} or more (1 is the same words). Over each group stand the words of the earliest. "
        "The groups are those of: kg patterns shared-recommendations.",
        f"Of {count(len(items), 'recommendation')}, {len(graph):,} are in a group.",
    ]
    if rest := len(told) - len(shown):
        notes.append(
            f"Left out: {count(rest, 'group')}, {len(told) - len(shared):,} of them within one "
            "authority; a graph file (such as .gexf) holds all of them."
        )
    return groups_picture(graph, shown, tuple(notes))


def groups_graph(corpus: Corpus, told: Sequence[Shared]) -> nx.Graph[str]:
    """The recommendations of the groups, with those tied that are near-identical."""
    import networkx as nx

    known, named = corpus.reports, corpus.authorities
    graph: nx.Graph[str] = nx.Graph()
    for number, group in enumerate(told, 1):
        for item in sorted(group.items, key=lambda item: item.iri):
            report = known[item.report]
            name = named[report.authority].name
            year = f" {report.ended.year}" if report.ended else ""
            graph.add_node(
                item.iri, text=item.text, label=f"{name}{year}", authority=name, group=number,
                kind=report.family or "report of no known family", source=report.source,
            )  # fmt: skip
        for one, other, alike in group.ties:
            graph.add_edge(one, other, weight=round(alike, 6), evidence=(one, other))
    return graph


def groups_picture(
    graph: nx.Graph[str], shown: Sequence[Shared], notes: tuple[str, ...]
) -> Picture:
    """The picture of these groups of a graph."""
    kinds = sorted({data["kind"] for _, data in graph.nodes(data=True)})
    signs = kind_signs(kinds)
    columns = min(COLUMNS, len(shown))
    panels = [_panel(graph, group) for group in shown]
    rows = [panels[start : start + columns] for start in range(0, len(panels), columns)]
    heights = [max(height for _, _, height in row) for row in rows]
    width = max(columns * (WIDE + APART) - APART, 7.5)
    height = sum(heights) + APART * len(rows) + 0.1

    def paint(sheet: Sheet) -> None:
        axes = sheet.canvas()
        left = 0.08
        met = {graph.nodes[node]["kind"] for group in shown for node in _nodes(group)}
        for kind in [kind for kind in kinds if kind in met]:
            paint_mark(axes, left, height - 0.1, 8, signs[kind])
            axes.text(left + 0.15, height - 0.1, kind, size=TEXT, va="center", color=GREY)
            left += text_width(kind, TEXT) + 0.5
        top, number = height - 0.1 - APART, 0
        for row, tall in zip(rows, heights, strict=True):
            for column, (lines, at, _) in enumerate(row):
                group = shown[number]
                _paint_panel(axes, graph, group, lines, at, (column * (WIDE + APART), top), signs)
                number += 1
            top -= tall + APART

    def whole() -> nx.Graph[str]:
        return placed_graph(graph, spring_places(graph), signs)

    return Picture("Recommendations in nearly the same words", notes, width, height, paint, whole)


def _nodes(group: Shared) -> list[str]:
    return sorted(item.iri for item in group.items)


def _panel(
    graph: nx.Graph[str], group: Shared
) -> tuple[list[str], dict[str, tuple[float, float]], float]:
    """The lines of words, the places of the nodes from the panel's top left, and its height."""
    nodes = _nodes(group)
    # the words of the earliest
    lines = wrapped(group.items[0].text, WIDE, SAID)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][:-1].rstrip(" ,;.") + " …"]
    sizes = {node: _size(graph, node) for node in nodes}
    wide = max(size[0] for size in sizes.values())
    places = spring_places(graph.subgraph(nodes), 0.75)
    # the room is wider than high
    at = apart({n: (x * 1.3, y * 0.7) for n, (x, y) in places.items()}, sizes)
    low, left = min(y for _, y in at.values()), min(x for x, _ in at.values())
    across = max(x for x, _ in at.values()) - left
    if across > WIDE - wide:
        # too wide for the panel
        at = _in_rows(nodes, (wide, max(size[1] for size in sizes.values())))
        low, left = min(y for _, y in at.values()), min(x for x, _ in at.values())
        across = max(x for x, _ in at.values()) - left
    high = max(y for _, y in at.values()) - low
    tall = max(size[1] for size in sizes.values())
    under = 0.2 + len(lines) * line_height(SAID) + tall / 2
    shift = (WIDE - across) / 2
    moved = {n: (x - left + shift, -(under + low + high - y)) for n, (x, y) in at.items()}
    return lines, moved, under + high + tall / 2


def _in_rows(nodes: Sequence[str], box: tuple[float, float]) -> dict[str, tuple[float, float]]:
    """Places in rows, every second one shifted, so that few ties run along others."""
    wide, tall = box
    across = max(1, int(WIDE / wide - 0.5))
    return {
        node: (
            (number % across + (number // across % 2) / 2) * wide,
            -(number // across) * (tall + 0.12),
        )
        for number, node in enumerate(nodes)
    }


def _size(graph: nx.Graph[str], node: str) -> tuple[float, float]:
    lines = _label(graph, node)
    widest = max(text_width(line, LABEL) for line in lines)
    return max(widest, MARK / 72) + 0.08, MARK / 72 + len(lines) * line_height(LABEL) + 0.08


def _rise(graph: nx.Graph[str], node: str) -> float:
    """From the middle of a node's box to its mark."""
    return _size(graph, node)[1] / 2 - 0.04 - MARK / 144


def _label(graph: nx.Graph[str], node: str) -> list[str]:
    return wrapped(str(graph.nodes[node]["label"]), NAME, LABEL)


def _paint_panel(
    axes: Axes, graph: nx.Graph[str], group: Shared, lines: Sequence[str],
    at: Mapping[str, tuple[float, float]], corner: tuple[float, float],
    signs: Mapping[str, tuple[str, str]],
) -> None:  # fmt: skip
    left, top = corner
    axes.plot([left, left + WIDE], [top + 0.04] * 2, color=PALE, linewidth=0.8)
    nodes, authorities = _nodes(group), len(group.places)
    said = f"{count(len(nodes), 'recommendation')} to {count(authorities, 'authority')}"
    axes.text(left, top, said, size=SAID, weight="bold", va="top")
    paint_lines(axes, lines, left, top - 0.16, SAID)
    ties = graph.subgraph(nodes).edges
    for one, other in sorted((min(tie), max(tie)) for tie in ties):
        weight = graph.edges[one, other]["weight"]
        xs = [left + at[node][0] for node in (one, other)]
        ys = [top + at[node][1] + _rise(graph, node) for node in (one, other)]
        axes.plot(xs, ys, color="#a0a0a0", linewidth=0.4 + 1.6 * float(weight) ** 2, zorder=1)
    for node in nodes:
        x, y = left + at[node][0], top + at[node][1] + _rise(graph, node)
        paint_mark(axes, x, y, MARK, signs[graph.nodes[node]["kind"]])
        paint_label(axes, x, y - 0.06, _label(graph, node))
