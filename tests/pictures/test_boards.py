"""The table of boards counts sentences, and its network is whole."""

from kg.analysis.projections import board_authority
from kg.corpus import open_corpus
from kg.pictures import drawing
from kg.pictures.boards import BoardCell, counted
from kg.store import Store

SAID = [
    ("Northmoor", "LSCB", "weakness"),
    ("Northmoor", "LSCB", "strength"),
    ("Northmoor", "LSCB", "weakness"),
    ("Northmoor", "ImprovementBoard", "strength"),
    ("Eastmere", "LSCB", "strength"),
    ("Harrowick", "ScrutinyCommittee", "weakness"),
    ("Harrowick", "LSCB", "weakness"),
    ("Marlowe", "LSCB", "weakness"),
]


def test_most_blamed_first_and_out_of_how_many() -> None:
    grid = counted(SAID, "weakness", 9)
    # those of a like number by their names, those who are not blamed not at all
    assert grid.rows == ("Harrowick", "Northmoor", "Marlowe")
    assert grid.columns == ("LSCB", "ScrutinyCommittee")
    assert grid.cells["Northmoor", "LSCB"] == BoardCell(2, 3)
    assert ("Marlowe", "ScrutinyCommittee") not in grid.cells


def test_what_is_not_shown_is_counted_in_the_row_of_all() -> None:
    few, many = counted(SAID, "weakness", 1), counted(SAID, "weakness", 9)
    assert few.rows == ("Harrowick",)
    assert (
        few.together
        == many.together
        == {"LSCB": BoardCell(4, 6), "ScrutinyCommittee": BoardCell(1, 1)}
    )


def test_praise_has_its_own_order() -> None:
    grid = counted(SAID, "strength", 9)
    assert grid.rows == ("Northmoor", "Eastmere")
    assert grid.columns == ("LSCB", "ImprovementBoard")
    assert grid.cells["Northmoor", "LSCB"] == BoardCell(1, 3)


def test_the_network_goes_with_it_whole(store: Store) -> None:
    whole = board_authority(open_corpus(store))
    for name, given in (("boards", {}), ("network", {"of": "board-authority"})):
        picture = drawing(name).picture(store, given)
        assert picture.title == "Whose boards do reports find weak, and which?"
        assert picture.graph
        made = picture.graph()
        assert set(made) == set(whole)
        assert set(made.edges) == set(whole.edges)
        assert all({"x", "y", "colour"} <= set(data) for _, data in made.nodes(data=True))
