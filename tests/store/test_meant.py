"""What a user's words mean to a store."""

import pytest

from kg import meant
from kg.errors import QueryError
from kg.store import Store, open_store, writing

ID = "https://w3id.org/childrens-services-kg/id/authority/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
AUTHORITY = "https://w3id.org/childrens-services-kg/def#Authority"
GRAPH = "https://w3id.org/childrens-services-kg/graph/vocabulary"


@pytest.fixture
def two(tmp_path) -> Store:
    lines = []
    for slug in ("fenland", "fenland-county"):
        lines += [
            f'<{ID}{slug}> {LABEL} "Fenland Council" <{GRAPH}> .',
            f"<{ID}{slug}> {TYPE} <{AUTHORITY}> <{GRAPH}> .",
        ]
    with writing(tmp_path / "store") as writer:
        writer.put("vocabulary", sorted(lines), graph=GRAPH)
    return open_store(tmp_path / "store")


def test_the_end_of_an_iri_is_that_authority(two: Store) -> None:
    assert meant.authority(two, "fenland") == f"{ID}fenland"
    assert meant.authority(two, "fenland-county") == f"{ID}fenland-county"


def test_a_name_that_two_bear_is_not_guessed(two: Store) -> None:
    with pytest.raises(QueryError, match="fenland-county"):
        meant.authority(two, "Fenland Council")


def test_a_name_that_nobody_bears_names_its_neighbours(two: Store) -> None:
    with pytest.raises(QueryError, match="did you mean"):
        meant.authority(two, "Fenlands")
