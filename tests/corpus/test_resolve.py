"""What a user's words mean to a store."""

import pytest

from kg.corpus import resolve
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
        writer.commit()
    return open_store(tmp_path / "store")


def test_the_end_of_an_iri_is_that_authority(two: Store) -> None:
    assert resolve.authority(two, "fenland") == f"{ID}fenland"
    assert resolve.authority(two, "fenland-county") == f"{ID}fenland-county"


def test_a_name_that_two_bear_is_not_guessed(two: Store) -> None:
    with pytest.raises(QueryError, match="fenland-county"):
        resolve.authority(two, "Fenland Council")


def test_a_name_that_nobody_bears_names_its_neighbours(two: Store) -> None:
    with pytest.raises(QueryError, match="did you mean"):
        resolve.authority(two, "Fenlands")


@pytest.fixture
def coded(tmp_path) -> Store:
    vocab = "https://w3id.org/childrens-services-kg/vocab/"
    skos = "http://www.w3.org/2004/02/skos/core#"
    lines = []
    for scheme, code in (("theme", "plans"), ("grade", "good"), ("service-kind", "front-door")):
        concept = f"<{vocab}{scheme}/{code}>"
        lines += [
            f'{concept} <{skos}notation> "{code}" <{GRAPH}> .',
            f"{concept} <{skos}inScheme> <{vocab}{scheme}> <{GRAPH}> .",
        ]
    with writing(tmp_path / "coded") as writer:
        writer.put("vocabulary", sorted(lines), graph=GRAPH)
        writer.commit()
    return open_store(tmp_path / "coded")


def test_a_code_must_be_of_the_vocabulary_that_is_asked_for(coded: Store) -> None:
    assert resolve.notation(coded, "plans", "theme") == "plans"
    assert resolve.notation(coded, "front-door", "kind") == "front-door"
    with pytest.raises(QueryError, match="no theme has the code 'good'"):
        resolve.notation(coded, "good", "theme")


def test_the_nearest_code_is_of_that_vocabulary_too(coded: Store) -> None:
    with pytest.raises(QueryError, match="did you mean 'good"):
        resolve.notation(coded, "Goood", "grade")


def test_without_a_vocabulary_any_code_will_do(coded: Store) -> None:
    assert resolve.notation(coded, "good") == resolve.notation(coded, "good", "colour") == "good"
