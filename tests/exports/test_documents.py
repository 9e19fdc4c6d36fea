"""One document a report: valid by the schema, and the same statements by the context."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pyoxigraph
import pytest
import rdflib

from kg.exports.registry import EXPORTS
from kg.knowledge import load_knowledge
from kg.knowledge.resources import folder
from kg.namespaces import VOCABULARY_GRAPH
from kg.rdf import report_graph, report_quads, vocabulary_quads
from kg.store import Store, open_store, writing
from scripts import make_context
from tests.rdf.made_up import report


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    place = tmp_path_factory.mktemp("documents") / "store"
    graph, _ = report_graph(report())
    with writing(place) as writer:
        writer.put(
            "one", report_quads(report(), load_knowledge(), program_version="1"), graph=graph
        )
        writer.put("vocabulary", vocabulary_quads(), graph=VOCABULARY_GRAPH)
        writer.commit()
    return open_store(place)


@pytest.fixture(scope="module")
def written(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("documents") / "json"
    EXPORTS["json"].write(store, place)
    return place


def test_a_document_a_report_and_beside_them_what_explains_them(written: Path) -> None:
    assert {path.name for path in written.iterdir()} == {
        "context.jsonld", "report.schema.json", "one.json",
    }  # fmt: skip


def test_a_document_keeps_to_the_schema(written: Path) -> None:
    schema = json.loads((written / "report.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    said = json.loads((written / "one.json").read_text())
    jsonschema.validate(said, schema, jsonschema.Draft202012Validator)
    for wrong in ({"pages": 3}, {"pageCount": "3"}, {"judgements": [{"id": "x"}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(said | wrong, schema, jsonschema.Draft202012Validator)


def test_by_its_context_a_document_says_what_the_record_says(store: Store, written: Path) -> None:
    said = json.loads((written / "one.json").read_text())
    said["@context"] = json.loads((written / "context.jsonld").read_text())["@context"]
    graph = rdflib.Graph().parse(data=json.dumps(said), format="json-ld")
    ntriples, nquads = pyoxigraph.RdfFormat.N_TRIPLES, pyoxigraph.RdfFormat.N_QUADS
    found = {q.triple for q in pyoxigraph.parse(graph.serialize(format="nt"), format=ntriples)}
    lines = "\n".join(store.record("one"))
    wanted = {q.triple for q in pyoxigraph.parse(lines, format=nquads)}
    # the names of authorities are added for people
    added = {t for t in found - wanted if t.predicate.value.endswith("prefLabel")}
    assert found - added == wanted


def test_the_document_reads_like_json(written: Path) -> None:
    said = json.loads((written / "one.json").read_text())
    assert said["type"] == "Report"
    assert said["judgements"][0]["type"] == "Judgement"
    assert isinstance(said["judgements"][0]["page"], int)
    places = [item["textStart"] for item in said["recommendations"]]
    assert places == sorted(places)


def test_context_and_schema_are_what_the_ontology_says_now() -> None:
    for name, made in (
        ("context.jsonld", make_context.context()),
        ("report.schema.json", make_context.schema()),
    ):
        assert json.loads((folder("ontology") / name).read_text()) == made, (
            "run scripts/make_context.py"
        )


def test_the_same_record_gives_the_same_bytes(store: Store, written: Path, tmp_path: Path) -> None:
    EXPORTS["json"].write(store, tmp_path)
    assert (tmp_path / "one.json").read_bytes() == (written / "one.json").read_bytes()


def test_schema_org_says_which_grade_was_given_for_what(store: Store, tmp_path: Path) -> None:
    EXPORTS["schemaorg"].write(store, tmp_path / "out.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "out.jsonld", format="json-ld")
    rows = graph.query(
        "PREFIX s: <https://schema.org/> SELECT ?aspect ?grade "
        "WHERE { ?report a s:Report ; s:hasPart ?part . ?part a s:Review ; "
        "s:reviewAspect ?aspect ; s:reviewRating/s:ratingValue ?grade }"
    )
    assert {(str(aspect), str(grade)) for aspect, grade in rows} == {
        ("The experiences and progress of children who need help and protection", "Good")
    }
