"""What stands in the description of an export agrees with the export itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDF, VOID

from kg.exports.registry import EXPORTS, Options
from kg.store import Store
from tests.queries.small_graph import small_store

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_store(tmp_path_factory.mktemp("description") / "store")


@pytest.fixture(scope="module")
def exported(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("out") / "graph.ttl"
    assert EXPORTS["turtle"].write(small, path).files == (
        path, path.with_name("graph.ttl.void.ttl"),
    )  # fmt: skip
    return path


def test_the_counts_are_those_of_the_graph(exported: Path) -> None:
    graph = rdflib.Graph().parse(exported)
    told = rdflib.Graph().parse(exported.with_name("graph.ttl.void.ttl"))
    (dataset,) = told.subjects(RDF.type, VOID.Dataset)
    assert told.value(dataset, VOID.triples).toPython() == len(graph)
    assert told.value(dataset, VOID.distinctSubjects).toPython() == len(set(graph.subjects()))
    assert told.value(dataset, VOID.documents).toPython() == 8
    classes = {
        told.value(part, VOID["class"]): told.value(part, VOID.entities).toPython()
        for part in told.objects(dataset, VOID.classPartition)
    }
    assert classes == {
        kind: len(set(graph.subjects(RDF.type, kind)))
        for kind in set(graph.objects(None, RDF.type))
    }
    properties = {
        told.value(part, VOID.property): told.value(part, VOID.triples).toPython()
        for part in told.objects(dataset, VOID.propertyPartition)
    }
    assert properties == {
        name: len(list(graph.triples((None, name, None)))) for name in set(graph.predicates())
    }


def test_it_says_licence_version_and_file(exported: Path) -> None:
    told = rdflib.Graph().parse(exported.with_name("graph.ttl.void.ttl"))
    (dataset,) = told.subjects(RDF.type, DCAT.Dataset)
    assert "open-government-licence" in str(told.value(dataset, DCTERMS.license))
    (dump,) = told.objects(dataset, DCAT.distribution)
    assert str(told.value(dump, DCTERMS.title)) == "graph.ttl"
    assert int(told.value(dump, DCAT.byteSize)) == exported.stat().st_size
    assert not [node for node in told.all_nodes() if isinstance(node, rdflib.BNode)]


def test_the_same_graph_has_the_same_description(small, exported, tmp_path) -> None:
    EXPORTS["turtle"].write(small, tmp_path / "graph.ttl")
    again = (tmp_path / "graph.ttl.void.ttl").read_bytes()
    assert again == exported.with_name("graph.ttl.void.ttl").read_bytes()


def test_only_a_file_is_described(small, tmp_path) -> None:
    assert EXPORTS["ntriples"].write(
        small, tmp_path / "plain.nt", Options(described=False)
    ).files == (tmp_path / "plain.nt",)
    assert [path.name for path in tmp_path.iterdir()] == ["plain.nt"]
