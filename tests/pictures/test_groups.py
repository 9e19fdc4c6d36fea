"""The picture of recommendations in nearly the same words draws the groups of the pattern."""

import pytest

from kg.analysis import pattern
from kg.pictures import drawing
from kg.store import Store
from tests.analysis.made_up_reports import Made, iri, make
from tests.analysis.tables import table

pytest.importorskip("matplotlib", reason="pictures need the extra `pictures`")

SAID = "Ensure that all strategy discussions include the police."
MADE = [
    Made("ambershire", "2016-01-01", items=[(SAID, "plans")]),
    Made("bexmoor", "2014-01-01", items=[("All strategy discussions include the police", "plans")]),
    # alike in words (cosine over 0.5), and not the same thing
    Made("cawley", "2018-01-01", items=[("The quality of foster carers' reviews.", "voice")]),
    Made("dunmere", "2019-01-01", items=[("The timeliness of foster carers' reviews.", "voice")]),
]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make(tmp_path_factory.mktemp("groups") / "store", MADE)


def test_the_picture_has_the_groups_of_the_pattern(made_up: Store) -> None:
    picture = drawing("recommendation-groups").picture(made_up, {})
    assert picture.graph
    graph = picture.graph()
    assert sorted(graph) == sorted([iri(MADE[0], "/item/1"), iri(MADE[1], "/item/1")])
    assert any("2 are in a group" in note for note in picture.notes)


def test_items_have_the_number_of_the_row_of_their_group(store: Store) -> None:
    """The example reports, with less likeness: several groups, some within one authority."""
    given = {"least": "0.2"}
    picture = drawing("recommendation-groups").picture(store, given)
    assert picture.graph
    drawn: dict[int, set[str]] = {}
    for node, data in picture.graph().nodes(data=True):
        drawn.setdefault(data["group"], set()).add(node)
    found = pattern("shared-recommendations").find(store, given | {"authorities": "1"})
    rows = table(found, "groups")
    assert len(rows) > 1
    assert drawn == {number: set(row["evidence"]) for number, row in enumerate(rows, 1)}


def test_no_tie_goes_from_group_to_group(store: Store) -> None:
    graph = drawing("recommendation-groups").picture(store, {"least": "0.1"}).graph()
    assert graph.number_of_edges() > 0
    for one, other in graph.edges:
        assert graph.nodes[one]["group"] == graph.nodes[other]["group"]
