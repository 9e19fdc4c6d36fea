"""The network of themes: how often they are together, ties, communities, central themes.

Arrays are indexed by theme; what a row or column stands for is told by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.analysis.result import FEWEST
from kg.analysis.statistics import draws

if TYPE_CHECKING:
    import networkx
    from numpy.typing import NDArray

    Matrix = NDArray[Any]
    Partition = tuple[frozenset[int], ...]

#: Draws of authorities for the intervals of centralities.
TIMES = 200
DAMPING = 0.85


def count(
    units: Sequence[tuple[str, frozenset[str], Any]], codes: Sequence[str], clusters: Sequence[str]
) -> Matrix:
    """How often themes are together: shape (clusters, themes + 1, themes + 1).

    The diagonal counts a theme alone; the last row and column, which stand for all places, give
    the number of places.
    """
    import numpy as np

    places = {code: place for place, code in enumerate(codes)}
    last = len(codes)
    of: dict[str, list[list[int]]] = {cluster: [] for cluster in clusters}
    for cluster, themes, _ in units:
        of[cluster].append([*(places[theme] for theme in themes), last])
    found = np.zeros((len(clusters), last + 1, last + 1))
    for place, cluster in enumerate(clusters):
        rows = of[cluster]
        there = np.zeros((len(rows), last + 1))
        at = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        there[at, [column for row in rows for column in row]] = 1
        found[place] = there.T @ there
    return found


def weights(counts: Matrix) -> Matrix:
    """The weights of ties, shape (themes, themes): Salton's cosine, 0 where there is no tie."""
    import numpy as np

    both, alone, of = counts[:-1, :-1], counts.diagonal()[:-1], counts[-1, -1]
    product = np.outer(alone, alone)
    with np.errstate(divide="ignore", invalid="ignore"):
        tied = np.where((both >= FEWEST) & (both * of > product), both / np.sqrt(product), 0.0)
    np.fill_diagonal(tied, 0.0)
    return np.asarray(tied)


def louvain(tied: Matrix, seed: int) -> Partition:
    """The communities that Louvain's method finds, each a set of places."""
    import networkx

    parts = networkx.community.louvain_communities(_graph(tied), weight="weight", seed=seed)
    return tuple(
        sorted((frozenset(part) for part in parts), key=lambda part: (-len(part), min(part)))
    )


def consensus(runs: Sequence[Partition], size: int) -> Partition:
    """The partition most like the others by the adjusted Rand index; of equals the first."""
    counted: dict[Partition, int] = {}
    for run in runs:
        counted[run] = counted.get(run, 0) + 1

    def likeness(one: Partition) -> float:
        return sum(times * rand_index(one, other, size) for other, times in counted.items())

    return max(counted, key=likeness)


def rand_index(one: Partition, other: Partition, size: int) -> float:
    """Hubert and Arabie's adjusted Rand index of two partitions of ``size`` things."""

    def pairs(number: int) -> float:
        return number * (number - 1) / 2

    both = sum(pairs(len(a & b)) for a in one for b in other)
    first, second = sum(pairs(len(a)) for a in one), sum(pairs(len(b)) for b in other)
    expected = first * second / pairs(size) if size > 1 else 0.0
    most = (first + second) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def resampled(counts: Matrix) -> Matrix:
    """Counts over drawn authorities, shape (draws, themes + 1, themes + 1)."""
    drawn = draws(counts.shape[0], TIMES)
    flat = counts.reshape(counts.shape[0], -1)
    return (drawn @ flat).reshape(TIMES, *counts.shape[1:])


def pagerank(tied: Matrix) -> Matrix:
    """The share of time that a random walker spends at each theme, shape (themes,)."""
    import numpy as np

    size, sums = len(tied), tied.sum(axis=0)
    walk = np.where(sums > 0, tied / np.where(sums > 0, sums, 1), 1 / size)
    here = np.full(size, 1 / size)
    for _ in range(200):
        here = (1 - DAMPING) / size + DAMPING * (walk @ here)
    return here


def betweenness(tied: Matrix) -> Matrix:
    """The share of the shortest paths between others that pass each theme, shape (themes,).

    The length of a tie is one by its weight.
    """
    import networkx
    import numpy as np

    found = networkx.betweenness_centrality(_graph(tied), weight="distance")
    return np.array([found[place] for place in range(len(tied))])


def together(part: frozenset[int], member: int, runs: Sequence[Partition]) -> float | None:
    """In what share of the runs a member is with its fellows, on average; ``None`` if alone."""
    fellows = part - {member}
    if not fellows:
        return None
    mine = [next(other for other in run if member in other) for run in runs]
    return sum(len(fellows & other) for other in mine) / len(fellows) / len(runs)


def _graph(tied: Matrix) -> networkx.Graph[int]:
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(tied)))
    for one, other in combinations(range(len(tied)), 2):
        if tied[one, other] > 0:
            weight = float(tied[one, other])
            graph.add_edge(one, other, weight=weight, distance=1 / weight)
    return graph
