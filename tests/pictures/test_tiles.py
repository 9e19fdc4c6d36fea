"""Every English authority has one tile, roughly where it is."""

import csv

from kg.pictures.tilesheet import GRID, tiles
from tests.conftest import REPOSITORY


def english() -> dict[str, str]:
    """The end of the IRI of each authority of the register, and its region."""
    import rdflib

    graph = rdflib.Graph().parse(REPOSITORY / "ontology" / "register" / "authorities.ttl")
    region = rdflib.URIRef("https://w3id.org/childrens-services-kg/def#region")
    return {str(who).rpartition("/")[2]: str(where) for who, where in graph.subject_objects(region)}


def test_all_authorities_are_there_once_and_nobody_else() -> None:
    rows = csv.reader(GRID.read_text(encoding="utf-8").splitlines())
    cells = [cell for row in rows for cell in row if cell]
    assert len(cells) == len(set(cells)) == 153
    assert set(cells) == set(english())
    assert len(set(tiles().values())) == 153


def test_london_is_one_block() -> None:
    places = [tiles()[name] for name, region in english().items() if region == "London"]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    assert len(places) == 33
    assert (len(rows), len(columns)) == (5, 7)


def test_north_is_up_and_east_is_right() -> None:
    at = tiles()
    assert at["northumberland"][0] < at["leeds"][0] < at["birmingham"][0] < at["hampshire"][0]
    assert at["cornwall"][1] < at["bristol"][1] < at["reading"][1] < at["kent"][1]
    assert at["liverpool"][1] < at["manchester"][1] < at["sheffield"][1] < at["norfolk"][1]


def test_each_authority_is_near_its_region() -> None:
    """Another of the region stands at most two tiles away, islands apart."""
    where = english()
    for name, (row, column) in tiles().items():
        if name.startswith("isle"):
            continue
        nearest = min(
            abs(row - tiles()[other][0]) + abs(column - tiles()[other][1])
            for other, region in where.items()
            if region == where[name] and other != name
        )
        assert nearest <= 2, name
