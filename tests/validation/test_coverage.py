"""No class and no property of the ontology is without a shape or a reason."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.errors import KnowledgeError
from kg.rdf import vocabulary_quads
from kg.shacl.index import read_index
from kg.validation.coverage import coverage, read_reasons
from kg.validation.shapes import load_shapes, shapes_folder

ONTOLOGY = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
cs:Tree a owl:Class .
cs:Oak a owl:Class ; rdfs:subClassOf cs:Tree .
cs:Stone a owl:Class .
cs:height a owl:DatatypeProperty ; rdfs:domain cs:Oak .
cs:weight a owl:DatatypeProperty ; rdfs:domain cs:Stone .
cs:age a owl:DatatypeProperty .
"""

SHAPES = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix shape: <https://w3id.org/childrens-services-kg/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
shape:Tree a sh:NodeShape ; sh:targetClass cs:Tree ;
    sh:property shape:Tree-height , shape:Tree-weight , shape:Tree-age .
shape:Tree-height a sh:PropertyShape ; sh:path cs:height ; sh:minCount 1 ; sh:datatype xsd:integer .
shape:Tree-weight a sh:PropertyShape ; sh:path cs:weight ; sh:datatype xsd:integer .
shape:Tree-age a sh:PropertyShape ; sh:path cs:age ; sh:maxCount 1 .
"""


def test_nothing_of_the_ontology_is_left_out() -> None:
    place = shapes_folder()
    rows = coverage(read_index(vocabulary_quads()), load_shapes(place), read_reasons(place))
    assert len(rows) > 100
    assert [f"{row.term}: {row.gap}" for row in rows if row.gap] == []


@pytest.fixture
def rows(tmp_path):
    def made(reasons: dict[str, str]):
        (tmp_path / "trees.ttl").write_text(SHAPES, encoding="utf-8")
        triples = pyoxigraph.parse(ONTOLOGY, format=pyoxigraph.RdfFormat.TURTLE)
        lines = [f"{t.subject} {t.predicate} {t.object} ." for t in triples]
        ontology = read_index(lines)
        found = coverage(ontology, load_shapes(tmp_path), reasons)
        return {row.term: row for row in found}

    return made


def test_what_no_shape_looks_at_is_a_gap(rows) -> None:
    found = rows({})
    assert {term: row.gap for term, row in found.items()} == {
        "cs:Tree": "",
        # a shape for trees is no shape for oaks
        "cs:Oak": "no shape targets it",
        "cs:Stone": "no shape targets it",
        # but what is asked of all trees is asked of oaks
        "cs:height": "",
        "cs:weight": "no shape on cs:Stone, its domain, asks anything of its values",
        # a count says nothing of the values
        "cs:age": "no shape asks anything of its values",
    }
    assert found["cs:height"].asked == (("cs:Tree", "1..* xsd:integer"),)


def test_a_reason_closes_a_gap(rows) -> None:
    found = rows({"cs:Oak": "An oak is a tree.", "cs:age": "Nobody counts rings."})
    assert (found["cs:Oak"].gap, found["cs:age"].gap) == ("", "")


def test_a_reason_that_is_out_of_date_is_a_gap(rows) -> None:
    found = rows({"cs:Tree": "No need.", "cs:Bush": "No need."})
    assert "a shape covers it" in found["cs:Tree"].gap
    assert "the ontology does not have it" in found["cs:Bush"].gap


def test_reasons_are_words(tmp_path) -> None:
    (tmp_path / "coverage.toml").write_text('[reasons]\n"cs:Oak" = ""\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"coverage\.toml: cs:Oak: expected a reason in words"):
        read_reasons(tmp_path)
    (tmp_path / "coverage.toml").write_text("[reasons\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"coverage\.toml: expected TOML"):
        read_reasons(tmp_path)


def test_the_command_prints_the_matrix(run_kg) -> None:
    done = run_kg("shapes", "coverage", "--format", "csv")
    lines = done.stdout.splitlines()
    assert lines[0] == "term,kind,target,asked"
    assert "cs:page,property,cs:Problem,0..1 xsd:integer minInclusive" in lines
    assert done.returncode == 0
    assert done.stderr.endswith(", 0 gaps\n")
