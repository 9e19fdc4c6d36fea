"""The network of themes against networkx, scikit-learn, and a count made by hand."""

import networkx
import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from kg.analysis.network import (
    betweenness,
    consensus,
    count,
    louvain,
    pagerank,
    rand_index,
    resampled,
    together,
    weights,
)

TIED = np.array(
    [[0, 3, 2, 0, 0], [3, 0, 1, 0, 0], [2, 1, 0, 0.5, 0], [0, 0, 0.5, 0, 4], [0, 0, 0, 4, 0]], float
)


def test_themes_are_counted_together_by_authority() -> None:
    units = [
        ("north", frozenset({"a", "b"}), None),
        ("north", frozenset({"a"}), None),
        ("south", frozenset({"a", "b", "c"}), None),
        ("south", frozenset(), None),
    ]
    found = count(units, ["a", "b", "c"], ["north", "south"])
    assert found[0].tolist() == [[2, 1, 0, 2], [1, 1, 0, 1], [0, 0, 0, 0], [2, 1, 0, 2]]
    assert found.sum(axis=0)[-1].tolist() == [3, 2, 1, 4]


def test_a_tie_needs_five_places_and_more_than_chance() -> None:
    """Of 100 places 20 name a, 30 b, 6 c; 10 both a and b (6 by chance), 4 both a and c."""
    counts = np.array([[20, 10, 4, 20], [10, 30, 0, 30], [4, 0, 6, 6], [20, 30, 6, 100]], float)
    found = weights(counts)
    assert found[0, 1] == found[1, 0] == pytest.approx(10 / np.sqrt(20 * 30))
    assert found[0, 2] == 0
    counts[0, 1] = counts[1, 0] = 6
    assert weights(counts)[0, 1] == 0


def test_the_walker_is_that_of_networkx() -> None:
    graph = networkx.from_numpy_array(TIED)
    expected = networkx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    assert pagerank(TIED) == pytest.approx([expected[place] for place in range(5)], abs=1e-8)
    alone = np.zeros((3, 3))
    assert pagerank(alone) == pytest.approx([1 / 3] * 3)


def test_what_lies_between_two_groups_lies_on_the_paths_between_them() -> None:
    """A way is as long as one by its weight.

    From 1 the way to 2 (1/3 + 1/2 instead of 1) and beyond is by 0: 3 of 6 pairs.  From 0 and 1
    to 3 and 4 it is by 2: 4 of 6.  To 4 it is by 3: 3 of 6.
    """
    assert betweenness(TIED) == pytest.approx([3 / 6, 0, 4 / 6, 3 / 6, 0])


def test_louvain_finds_the_two_groups() -> None:
    assert louvain(TIED, 1) == (frozenset({0, 1, 2}), frozenset({3, 4}))


@pytest.mark.parametrize("seed", range(5))
def test_the_rand_index_is_that_of_scikit_learn(seed: int) -> None:
    one, other = np.random.default_rng(seed).integers(0, 3, (2, 12))
    parts = [tuple(frozenset(np.flatnonzero(x == c)) for c in set(x)) for x in (one, other)]
    assert rand_index(*parts, 12) == pytest.approx(adjusted_rand_score(one, other))


def test_the_partition_most_like_the_others_is_told() -> None:
    usual = (frozenset({0, 1}), frozenset({2, 3}))
    odd = (frozenset({0, 2}), frozenset({1, 3}))
    assert consensus([odd, usual, usual], 4) == usual


def test_how_often_a_theme_is_with_its_fellows() -> None:
    runs = [(frozenset({0, 1, 2}),), (frozenset({0, 1}), frozenset({2}))]
    assert together(frozenset({0, 1, 2}), 0, runs) == pytest.approx(0.75)
    assert together(frozenset({0}), 0, runs) is None


def test_draws_of_one_authority_are_that_authority() -> None:
    counts = np.ones((1, 3, 3))
    assert (resampled(counts) == 1).all()
