"""The ontology declares every term that the graph uses, and says what it specialises."""

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph
import pytest

from kg.knowledge import folder, load_knowledge, vocabulary_files
from kg.rdf import report_quads
from tests.rdf.made_up import report

CS = "https://w3id.org/childrens-services-kg/def#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
STATUS = "http://www.w3.org/2003/06/sw-vocab-status/ns#term_status"
LINKS = {RDFS + "subClassOf", RDFS + "subPropertyOf", RDFS + "seeAlso"}


def statements() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    path = folder("ontology") / "children-services-kg.ttl"
    for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
        found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return found


DECLARED = {term: facts for term, facts in statements().items() if term.startswith(CS)}


def used_in_files(names: list[Path]) -> set[str]:
    return {
        CS + local
        for path in names
        for local in re.findall(r"\bcs:([A-Za-z0-9]+)", path.read_text(encoding="utf-8"))
    }


def test_every_term_of_a_mapped_report_is_declared():
    lines = report_quads(report(), load_knowledge(), program_version="1")
    used = {term for line in lines for term in re.findall(rf"<({CS}[^>]+)>", line)}
    assert len(used) > 60
    assert used - DECLARED.keys() == set()


@pytest.mark.parametrize("name", ["ontology", "shapes", "queries"])
def test_every_term_of_the_data_files_is_declared(name):
    paths = [path for path in folder(name).rglob("*") if path.suffix in (".ttl", ".rq")]
    assert used_in_files(paths) - DECLARED.keys() == set()


@pytest.mark.parametrize("term", sorted(DECLARED))
def test_a_term_has_words_a_status_and_a_standard_term_beside_it(term):
    facts = DECLARED[term]
    for said in (RDFS + "label", SKOS + "definition", SKOS + "example", STATUS):
        assert len(facts[said]) == 1, said
    assert facts[STATUS][0] in {"stable", "testing"}
    assert facts[RDFS + "isDefinedBy"] == [CS.rstrip("#")]
    own_links = [value for link in LINKS for value in facts[link]]
    # through its own superclasses, a class reaches a standard term
    while own_links and all(value.startswith(CS) for value in own_links):
        own_links = [v for value in own_links for link in LINKS for v in DECLARED[value][link]]
    assert own_links
    if "Property" in "".join(facts["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]):
        assert len(facts[RDFS + "domain"]) == len(facts[RDFS + "range"]) == 1


def test_concepts_are_matched_and_terms_are_not():
    """The domain and range of skos:closeMatch are skos:Concept."""
    for term, facts in DECLARED.items():
        assert not [link for link in facts if link.startswith(SKOS) and link.endswith("Match")], (
            term
        )


def test_no_two_terms_have_the_same_definition():
    texts = [facts[SKOS + "definition"][0] for facts in DECLARED.values()]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_the_ontology_says_whose_it_is_and_what_changed():
    about = statements()[CS.rstrip("#")]
    dcterms = "http://purl.org/dc/terms/"
    assert about[dcterms + "creator"] == ["the project"]
    assert about[dcterms + "license"] == ["https://www.apache.org/licenses/LICENSE-2.0"]
    (version,) = about["http://www.w3.org/2002/07/owl#versionInfo"]
    assert about["http://www.w3.org/2002/07/owl#versionIRI"] == [f"{CS.rstrip('#')}/{version}"]
    assert any(note.startswith(version + ":") for note in about[SKOS + "changeNote"])


def test_there_is_no_blank_node_in_any_vocabulary_file():
    for path in vocabulary_files():
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            assert not isinstance(quad.subject, pyoxigraph.BlankNode), path
            assert not isinstance(quad.object, pyoxigraph.BlankNode), path
