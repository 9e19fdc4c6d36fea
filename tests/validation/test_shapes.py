"""The shapes themselves, and that lifting them changes no result."""

from __future__ import annotations

from datetime import date

import pyshacl
import pytest
from rdflib import RDF, SH, BNode, Graph

from kg.validation import validate_report
from kg.validation.shapes import shapes_folder
from tests.validation.made_up import REPORT, Iri, judged

FILES = sorted(shapes_folder().glob("*.ttl"))
#: the only blank nodes that SHACL leaves no choice about
UNAVOIDABLE = {RDF.first, RDF.rest, SH.inversePath}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for file in FILES:
        graph.parse(file)
    return graph


def test_every_shape_has_a_name_and_every_rule_severity_and_message(shapes):
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        assert shapes.value(shape, SH.name), shape
    for shape in {*shapes.subjects(RDF.type, SH.PropertyShape), *shapes.subjects(SH["not"])}:
        if (shape, RDF.type, SH.PropertyShape) in shapes:
            assert shapes.value(shape, SH.path) is not None, shape
        assert shapes.value(shape, SH.name), shape
        assert (shape, SH.severity, None) in shapes, shape
        message = shapes.value(shape, SH.message)
        assert message and message.endswith(".") and message[0].isupper(), shape


def test_only_lists_and_inverse_paths_are_blank_nodes(shapes):
    blank = {s for s in shapes.subjects() if isinstance(s, BNode)}
    assert {p for node in blank for p in shapes.predicates(node)} <= UNAVOIDABLE


def test_every_property_shape_is_used_and_every_used_one_is_there(shapes):
    held = set(shapes.objects(None, SH.property)) | set(shapes.objects(None, SH["not"]))
    for choice in ("or", "xone"):
        for members in shapes.objects(None, SH[choice]):
            held |= set(shapes.items(members))
    assert set(shapes.subjects(RDF.type, SH.PropertyShape)) <= held
    for shape in held:
        assert (shape, RDF.type, None) in shapes, shape


def test_only_shacl_core_is_used(shapes):
    assert not list(shapes.subject_objects(SH.sparql))


SPOILS = {
    "nothing": lambda r: None,
    "no titles or dates": lambda r: r.drop(REPORT, "dcterms:title", "dcterms:issued"),
    "a strand short": lambda r: r.drop(f"{REPORT}/judgement/leaders"),
    "a strand twice": lambda r: judged(r, "leaders", name="6"),
    "another version": lambda r: r.put(REPORT, cs_framework=Iri("vocab:framework/ILACS-2026")),
    "wrong page": lambda r: r.put(f"{REPORT}/paragraph/1", cs_page=-4),
    "wrong order": lambda r: r.put(f"{REPORT}/visit/1", cs_startDate=date(2025, 1, 1)),
    "cut short": lambda r: r.put(f"{REPORT}/recommendation/1", cs_text="Improve the,"),
    "nothing known": lambda r: r.drop(REPORT, "rdf:type"),
}


@pytest.mark.parametrize("name", SPOILS)
def test_pyshacl_alone_finds_the_same(name, report, vocabulary, shapes):
    SPOILS[name](report)
    own = {
        (v.shape, v.focus, v.component, v.value)
        for v in validate_report(report.lines(), vocabulary.lines())
    }
    report.graph = ""
    merged = Graph().parse(data="\n".join(report.lines() + vocabulary.lines()), format="nt")
    _, results, _ = pyshacl.validate(merged, shacl_graph=shapes)
    theirs = {
        (
            str(results.value(result, SH.sourceShape)),
            str(results.value(result, SH.focusNode)),
            str(results.value(result, SH.sourceConstraintComponent)).rpartition("#")[2],
            str(results.value(result, SH.value) or ""),
        )
        for result in results.objects(None, SH.result)
    }
    assert own == theirs
    assert bool(own) == (name != "nothing")
