"""Where the nodes of a network stand: by springs with a seed, then apart so that no label is hid.

Places are inches.  The same graph gives the same places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    Places = dict[str, tuple[float, float]]

SEED = 1
#: Rounds of pushing before a layout is made wider, and by how much.
ROUNDS, WIDER = 60, 1.06
#: Steps around a ring.
TURN = 2000


def spring_places(graph: nx.Graph[str], room: float = 0.6) -> Places:
    """A place for each node, ``room`` the side of the square that a node takes on average.

    Parts that are not joined are laid out each by itself and set beside each other, the largest
    first.
    """
    import networkx as nx

    plain = graph.to_undirected() if graph.is_directed() else graph
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    blocks = []
    for part in parts:
        inner: nx.Graph[str] = nx.Graph()
        inner.add_nodes_from(sorted(part))
        inner.add_edges_from(sorted((min(tie), max(tie)) for tie in plain.subgraph(part).edges))
        blocks.append(_springs(inner, room * sqrt(len(part))))
    return _side_by_side(blocks, room)


def _springs(graph: nx.Graph[str], side: float) -> Places:
    import networkx as nx

    if len(graph) == 1:
        return dict.fromkeys(graph, (0.0, 0.0))
    # ties count, not their weights: one heavy tie would pull its ends into one place
    found = nx.spring_layout(graph, weight=None, seed=SEED, iterations=100, method="force")
    xs, ys = [at[0] for at in found.values()], [at[1] for at in found.values()]
    left, bottom = min(xs), min(ys)
    wide = max(max(xs) - left, max(ys) - bottom) or 1.0
    return {
        node: (
            round(float(x - left) / wide * side, 4),
            round(float(y - bottom) / wide * side, 4),
        )
        for node, (x, y) in found.items()
    }


def _side_by_side(blocks: Sequence[Places], room: float) -> Places:
    """Blocks in rows, as wide together as they are high."""
    sizes = [
        (
            max(x for x, _ in block.values()) + room,
            max(y for _, y in block.values()) + room,
        )
        for block in blocks
    ]
    wide = max([sqrt(sum(w * h for w, h in sizes)) * 1.25, *(w for w, _ in sizes)], default=0)
    found: Places = {}
    left = top = low = 0.0
    for block, (width, height) in zip(blocks, sizes, strict=True):
        if left and left + width > wide:
            left, top = 0.0, low
        for node, (x, y) in block.items():
            found[node] = (round(left + x, 4), round(top - height + y, 4))
        left += width
        low = min(low, top - height)
    return found


def ring_places(nodes: Sequence[str], box: tuple[float, float], across: float, up: float) -> Places:
    """Places around an ellipse from its top clockwise, so far apart that boxes of a size fit.

    ``across`` and ``up`` are its least radii; it grows until all have room.
    """
    wide, tall = box
    while True:
        turn = [2 * pi * step / TURN for step in range(TURN + 1)]
        ways = [(across * sin(angle), up * cos(angle)) for angle in turn]
        spent = [0.0]
        for (x, y), (left, low) in pairwise(ways):
            spent.append(spent[-1] + max(abs(x - left) / wide, abs(y - low) / tall))
        if spent[-1] >= len(nodes):
            break
        across, up = across * WIDER, up * WIDER
    found: Places = {}
    step = 0
    for number, node in enumerate(nodes):
        while spent[step] < number * spent[-1] / len(nodes):
            step += 1
        found[node] = (round(ways[step][0], 4), round(ways[step][1], 4))
    return found


def apart(places: Mapping[str, tuple[float, float]], sizes: Mapping[str, tuple[float, float]],
          fixed: str = "") -> Places:  # fmt: skip
    """Places moved as little as needed so that no two boxes of these sizes lie on each other.

    The place of a node is the middle of its box.  The node ``fixed`` stays where it is.
    """
    import numpy as np

    nodes = sorted(places)
    at = np.array([places[node] for node in nodes], dtype=float).reshape(-1, 2)
    # two in one place are pushed to different sides
    at += np.linspace(0, 1e-3, len(nodes))[:, None] * np.array([1.0, -0.7])
    half = np.array([sizes[node] for node in nodes], dtype=float).reshape(-1, 2) / 2
    needed = half[:, None, :] + half[None, :, :]
    held = nodes.index(fixed) if fixed in nodes else -1
    rounds = 0
    while True:
        gap = at[:, None, :] - at[None, :, :]
        over = needed - np.abs(gap)
        hit = (over > 1e-4).all(axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        rounds += 1
        if rounds % ROUNDS == 0:
            middle = at[held] if held >= 0 else at.mean(axis=0)
            at = middle + (at - middle) * WIDER
            continue
        # along the way on which less is missing, each by half
        across = over[:, :, 0] <= over[:, :, 1]
        sign = np.where(gap >= 0, 1.0, -1.0)
        push = np.zeros_like(gap)
        push[:, :, 0] = np.where(hit & across, over[:, :, 0] * sign[:, :, 0], 0.0)
        push[:, :, 1] = np.where(hit & ~across, over[:, :, 1] * sign[:, :, 1], 0.0)
        moved = push.sum(axis=1) * 0.3
        if held >= 0:
            moved[held] = 0.0
        at += moved
    return {
        node: (round(float(x), 4), round(float(y), 4))
        for node, (x, y) in zip(nodes, at, strict=True)
    }
