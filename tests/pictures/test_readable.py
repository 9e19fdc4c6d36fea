"""No text of any picture lies on another or is cut off, with three authorities or all."""

from itertools import product

import networkx as nx
import pytest

from kg.analysis.grade_scale import Place
from kg.analysis.shared_recommendations import Shared
from kg.briefs import authority_brief
from kg.briefs.model import Chart
from kg.corpus import Recommendation
from kg.pictures import drawing
from kg.pictures.boards import counted, grid_picture
from kg.pictures.groups import groups_picture
from kg.pictures.heatmap import Map, heat_map
from kg.pictures.nodes import MOST, network_picture
from kg.pictures.signs import grade_sign
from kg.pictures.tilesheet import Tile, map_picture, tiles
from kg.pictures.timeline import Event, timeline
from kg.pictures.trajectories import GradeLine, trajectories
from kg.store import Store
from tests.pictures.readable import assert_chart_readable, assert_readable, texts

SCALE = [
    Place("outstanding", 1, 4, "s"),
    Place("good", 2, 4, "s"),
    Place("adequate", 3, 4, "s"),
    Place("requires-improvement", 3, 4, "s"),
    Place("inadequate", 4, 4, "s"),
]
LABELS = {place.code: place.code.replace("-", " ") + " in so many words" for place in SCALE}
NOTES = ("Source: made up for a test. " * 12, "Left out: nothing.")
SIZES = (1, 3, 82, 153)


def name(number: int) -> str:
    return ("Upper", "West", "Isle of")[number % 3] + f" Longnameshire-on-Sea and {number}"


@pytest.mark.parametrize("size", SIZES)
def test_tile_map(size: int) -> None:
    shown = [
        Tile(row, column, end.replace("-", " ").title(), "r",
             grade_sign(SCALE[number % 5]) if number < size else None, "2024")
        for number, (end, (row, column)) in enumerate(tiles().items())
    ]  # fmt: skip
    sign = grade_sign(SCALE[0])
    beside = [Tile(22, column, name(column), "r", sign, "of 123") for column in range(size % 15)]
    legend = [*((grade_sign(place), LABELS[place.code]) for place in SCALE), (None, "no grade")]
    assert_readable(map_picture("A map", [*shown, *beside], legend, NOTES))


@pytest.mark.parametrize("size", SIZES)
def test_trajectories(size: int) -> None:
    regions = ("North", "South", "Yorkshire and the Humber", "East", "West")
    lines = [
        GradeLine(name(number), regions[number % 7 % 5], ("riser", "faller", "level")[number % 3],
             tuple((2010 + at * 3.1, SCALE[(number * 7 + at) % 5]) for at in range(number % 5 + 1)))
        for number in range(size)
    ]  # fmt: skip
    picture = trajectories("How grades moved", lines, SCALE, LABELS, NOTES)
    assert_readable(picture)
    assert {line.name for line in lines} <= set(texts(picture))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("most", [100.0, 7.5])
def test_heat_map(size: int, most: float) -> None:
    columns = ("all", *(name(number) for number in range(size)))
    regions = ("", *(f"Region of {number * 9 // size}" for number in range(size)))
    rows = [tuple(f"A theme with a name {g} {n}" for n in range(9)) for g in range(3)]
    headings = [f"A group of themes {g}, with more words than any of its themes" for g in range(3)]
    values = {
        (row, column): None if number % 7 == 0 else most * (number % 11) / 10
        for number, (row, column) in enumerate(product(sum(rows, ()), columns))
    }  # fmt: skip
    found = Map(tuple(zip(headings, rows, strict=True)), columns, regions, values, most)
    assert_readable(heat_map("A heat map", found, NOTES))


@pytest.mark.parametrize("size", [1, 2, 12, 40])
def test_timeline(size: int) -> None:
    events = [
        Event(2008 + number * 0.4, "28 September 2018", "An inspection of a long name " * 5,
              "12 recommendations; overall: I; " * (number % 9),
              SCALE[number % 5] if number % 3 else None, number % 4 > 0)
        for number in range(size)
    ]  # fmt: skip
    assert_readable(timeline("Inspections", events, LABELS, NOTES))


@pytest.mark.parametrize("size", [2, 3, 82, 153, 400])
def test_network(size: int) -> None:
    graph = nx.gnm_random_graph(size, size * 3, seed=5)
    graph = nx.relabel_nodes(graph, {number: f"n{number:03}" for number in graph})
    for number, node in enumerate(graph):
        graph.nodes[node].update(label=name(number), kind=f"kind {number % 9}")
    for number, tie in enumerate(graph.edges):
        graph.edges[tie].update(weight=number % 13 + 1)
    picture = network_picture("A network", graph, NOTES)
    assert_readable(picture)
    left_out = any("with the lightest ties" in line for line in picture.notes)
    assert left_out == (size > MOST)


@pytest.mark.parametrize("size", SIZES)
def test_boards(size: int) -> None:
    kinds = [
        "Children’s trust or partnership board of the whole county and its districts",
        "Llanfairpwllgwyngyllgogerychwyrndrobwll",
        "Board",
        "Family justice board",
    ]
    said = [
        (name(number), f"Kind{number % 4}", ("weakness", "strength")[number % 3 % 2])
        for number in range(size)
        for _ in range(number % 7 * 30 + 1)
    ]
    grid = counted([*said, (name(1), "Kind0", "weakness")], "weakness", 60)
    labels = {f"Kind{number}": kind for number, kind in enumerate(kinds)}
    assert_readable(grid_picture("Whose boards?", grid, labels, NOTES))
    assert len(grid.rows) <= 60


def test_groups() -> None:
    graph = nx.caveman_graph(9, 9)
    graph = nx.relabel_nodes(graph, {number: f"n{number:03}" for number in graph})
    for number, node in enumerate(graph):
        graph.nodes[node].update(label=f"{name(number)} 2019", kind="SIF", text="Do it. " * 90)
    nx.set_edge_attributes(graph, 0.8, "weight")
    nodes = sorted(graph)
    items = [Recommendation(node, "r", "", "", (), "Do it. " * 90) for node in nodes]
    shown = [Shared(tuple(items[at * 9 : at * 9 + at + 1]), ("a", "b"), ()) for at in range(9)]
    assert_readable(groups_picture(graph, shown, NOTES))


@pytest.mark.parametrize(
    ("picture", "given"),
    [
        ("tile-map", {}),
        ("tile-map", {"strand": "help-and-protection", "until": "2020-01-01"}),
        ("timeline", {"authority": "northmoor"}),
        ("timeline", {"authority": "Saltmarsh and Vale"}),
        ("trajectories", {}),
        ("heat-map", {}),
        ("heat-map", {"by": "authority"}),
        ("heat-map", {"by": "region", "shows": "recommendation"}),
        ("heat-map", {"by": "family", "shows": "strength"}),
        ("theme-network", {"least": "1"}),
        ("neighbourhood", {"authority": "eastmere"}),
        ("recommendation-groups", {"least": "0.1"}),
        ("boards", {}),
        ("boards", {"most": "1"}),
        ("network", {}),
        ("network", {"of": "board-authority"}),
        ("network", {"of": "report-succession"}),
        ("network", {"of": "inspector-inspection"}),
    ],
)
def test_pictures_of_the_examples(store: Store, picture: str, given: dict[str, str]) -> None:
    made = drawing(picture).picture(store, given)
    assert_readable(made)
    assert any(note.startswith("Source: ") for note in made.notes)
    assert any("reports of" in note or "report of" in note for note in made.notes)


def test_charts_of_briefs_on_the_examples(store: Store) -> None:
    found = [
        block
        for authority in ("eastmere", "northmoor", "harrowick")
        for part in authority_brief(store, authority).parts
        for block in part.blocks
        if isinstance(block, Chart)
    ]
    assert found
    for chart in found:
        assert_chart_readable(chart)
