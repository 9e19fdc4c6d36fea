"""The ontology is OWL 2 DL, and a whole mapped report is consistent with it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.knowledge import folder, load_knowledge
from kg.rdf import report_quads, vocabulary_quads
from tests.ontology.owl_dl import faults
from tests.rdf.made_up import report

CS = "https://w3id.org/childrens-services-kg/def#"
ONTOLOGY = folder("ontology") / "children-services-kg.ttl"
PREFIXES = "".join(
    line for line in ONTOLOGY.read_text(encoding="utf-8").splitlines(True) if "@prefix" in line
)


def read(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))


def turtle(text: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE))


def as_quads(lines: list[str]) -> list[ox.Quad]:
    return list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))


def test_the_ontology_is_owl_2_dl() -> None:
    assert faults(read(ONTOLOGY)) == []


def test_vocabularies_and_a_mapped_report_use_each_term_as_it_is_declared() -> None:
    lines = vocabulary_quads() + report_quads(report(), load_knowledge(), program_version="1")
    assert faults(as_quads(lines), data=True) == []


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("cs:Body rdfs:subClassOf cs:Nothing .", "cs#Nothing"),
        ("cs:page a owl:ObjectProperty .", "both data property and object property"),
        ("cs:page rdfs:range xsd:gMonth .", "no datatype of OWL 2"),
        ("cs:page rdfs:subPropertyOf cs:about .", "same kind of property"),
        ("cs:about rdfs:range rdfs:Resource .", "not declared as a class"),
        ("cs:Body cs:unheardOf 1 .", "unheardOf is used and not declared"),
        ("cs:Body skos:closeMatch rdfs:label .", "reserved vocabulary"),
        ("cs:Body rdfs:subClassOf [ a owl:Class ] .", "blank node"),
        ("cs:x cs:about 'a literal' .", "with the literal"),
        ("cs:x cs:page cs:y .", "with the IRI"),
        ("cs:about a owl:TransitiveProperty .", "not provided for here"),
        ("<urn:other> a owl:Ontology .", "2 ontologies"),
    ],
)
def test_what_is_not_is_told(added: str, said: str) -> None:
    said = said.replace("cs#", CS)
    assert [fault for fault in faults(read(ONTOLOGY) + turtle(added)) if said in fault]


def inconsistencies(lines: list[ox.Quad]) -> set[str]:
    """What OWL 2 RL finds wrong, by owlrl."""
    owlrl = pytest.importorskip("owlrl")
    from rdflib import Graph

    graph = Graph()
    graph.parse(
        data="\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in lines), format="nt"
    )
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    error = "http://www.daml.org/2002/03/agents/agent-ont#error"
    return {str(o) for _, p, o in graph if str(p) == error}


def mapped() -> list[ox.Quad]:
    lines = as_quads(report_quads(report(), load_knowledge(), program_version="1"))
    axioms = ("#Class", "#disjointWith", "#subClassOf", "#subPropertyOf", "#domain", "#range")
    ontology = [
        quad
        for quad in read(ONTOLOGY)
        if quad.predicate.value.endswith(axioms)
        or str(quad.object).endswith(("FunctionalProperty>", "Property>", "Class>"))
    ]
    return ontology + lines


def test_a_mapped_report_is_consistent_with_the_ontology() -> None:
    assert inconsistencies(mapped()) == set()


@pytest.mark.parametrize(
    "added",
    [
        "<urn:x> a cs:Finding , cs:Paragraph .",
        # the domain of cs:heading makes a section of it
        "<urn:x> a cs:Board ; cs:heading 'Leaders' .",
    ],
)
def test_a_thing_of_two_disjoint_classes_is_inconsistent(added: str) -> None:
    small = [q for q in mapped() if q.subject.value.startswith(CS)]
    assert inconsistencies(small + turtle(added))
