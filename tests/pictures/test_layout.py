"""Nodes are laid out alike each time, and no box lies on another."""

from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.pictures.layout import apart, ring_places, spring_places
from kg.pictures.nodes import MOST, strongest, strongest_ties

near = st.floats(0, 1, allow_nan=False)
side = st.floats(0.05, 1.5, allow_nan=False)


def touching(at: dict[str, tuple[float, float]], sizes: dict[str, tuple[float, float]]) -> bool:
    return any(
        abs(at[a][0] - at[b][0]) < (sizes[a][0] + sizes[b][0]) / 2 - 0.001
        and abs(at[a][1] - at[b][1]) < (sizes[a][1] + sizes[b][1]) / 2 - 0.001
        for a, b in combinations(at, 2)
    )


@given(st.lists(st.tuples(near, near, side, side), min_size=1, max_size=25))
def test_boxes_are_pushed_apart(found: list[tuple[float, float, float, float]]) -> None:
    places = {f"n{number}": each[:2] for number, each in enumerate(found)}
    sizes = {f"n{number}": each[2:] for number, each in enumerate(found)}
    assert not touching(apart(places, sizes), sizes)


def test_what_is_apart_stays_where_it_is() -> None:
    places = {"a": (0.0, 0.0), "b": (5.0, 0.0)}
    moved = apart(places, {"a": (1.0, 1.0), "b": (1.0, 1.0)})
    assert all(abs(moved[n][i] - places[n][i]) < 0.01 for n in places for i in (0, 1))


def test_the_fixed_node_is_not_moved() -> None:
    places = {"a": (0.0, 0.0), "b": (0.1, 0.0), "c": (0.0, 0.1)}
    assert apart(places, dict.fromkeys(places, (1.0, 1.0)), "a")["a"] == (0.0, 0.0)


def test_a_ring_has_room_for_all() -> None:
    nodes = [f"n{number}" for number in range(50)]
    at = ring_places(nodes, (1.3, 0.5), 3, 3)
    assert set(at) == set(nodes)
    assert at["n0"][0] == 0
    assert at["n0"][1] > 0


def test_springs_do_not_depend_on_the_order_of_nodes() -> None:
    graph = nx.path_graph(["a", "b", "c", "d"])
    graph.add_edge("x", "y")
    again = nx.Graph([("y", "x"), ("d", "c"), ("c", "b"), ("b", "a")])
    assert spring_places(graph) == spring_places(again)


def test_parts_that_are_not_joined_stand_beside_each_other() -> None:
    graph = nx.disjoint_union_all([nx.complete_graph(6) for _ in range(4)])
    graph = nx.relabel_nodes(graph, {number: f"n{number:02}" for number in graph})
    at = spring_places(graph)
    boxes = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(at[node] for node in part), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for one, other in combinations(boxes, 2):
        assert one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]


def test_the_heaviest_nodes_and_ties_are_kept() -> None:
    graph = nx.Graph()
    for number in range(MOST + 20):
        graph.add_edge("middle", f"n{number:03}", weight=number + 1)
    kept = strongest(graph, MOST)
    assert len(kept) == MOST
    assert "middle" in kept
    assert f"n{MOST + 19:03}" in kept
    assert "n000" not in kept
    triangle = nx.Graph()
    triangle.add_weighted_edges_from([("a", "b", 3), ("b", "c", 2), ("a", "c", 1)])
    assert strongest_ties(triangle, 1) == [("a", "b"), ("b", "c")]


def test_parts_that_are_not_joined_are_kept_whole() -> None:
    graph = nx.Graph()
    for part, weight in (("a", 5), ("b", 9), ("c", 1)):
        nx.add_path(graph, [f"{part}{number}" for number in range(4)], weight=weight)
    assert strongest(graph, 8) == [node for node in graph if node[0] in "ab"]
    assert strongest(graph, 7) == [node for node in graph if node[0] == "b"]
    # a part that is larger is cut
    assert len(strongest(graph, 3)) <= 3
