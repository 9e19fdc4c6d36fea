"""What the checks of a store did not see."""

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.validation import validate_report
from kg.validation.shapes import load_shapes
from tests.validation.made_up import REPORT, Iri, small_vocabulary, valid_report


def test_a_judgement_about_another_authority_than_its_report() -> None:
    report, vocabulary = valid_report(), small_vocabulary()
    vocabulary.add("id:authority/elsewhere", rdf_type=Iri("cs:Authority"))
    vocabulary.add("id:authority/elsewhere", skos_prefLabel="Elsewhere", cs_gss="E06999999")
    judgement = f"{REPORT}/judgement/leaders"
    report.put(judgement, cs_about=Iri("id:authority/elsewhere"))
    (fault,) = validate_report(report.lines(), vocabulary.lines())
    assert fault.focus == Iri(judgement).whole
    assert fault.message == "The judgement is about another authority than its report."


HEAD = (
    "@prefix ex: <https://example.org/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
)


def test_shapes_that_look_at_nothing_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(HEAD + "ex:a ex:b ex:c .")
    with pytest.raises(KnowledgeError, match="no shape has a target, so that nothing would be"):
        load_shapes(tmp_path)
