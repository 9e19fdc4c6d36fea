"""What the engine does not know, or the standard not allow, is refused: file, shape and words.

Nothing is passed over in silence.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.shacl import ShapesError, load_shapes

PREFIXES = """
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dash: <http://datashapes.org/dash#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
T = "sh:targetClass ex:T"
P = f"ex:S a sh:PropertyShape ; {T} ; sh:path ex:p"
#: what the standard or somebody has and the engine not -> shapes that use it
UNKNOWN = {
    "sh:sparql": f"ex:S a sh:NodeShape ; {T} ; sh:sparql ex:Query .",
    "sh:target": f"ex:S a sh:NodeShape ; {T} ; sh:target ex:Query .",
    "sh:rule": f"ex:S a sh:NodeShape ; {T} ; sh:rule ex:Rule .",
    "sh:js": f"ex:S a sh:NodeShape ; {T} ; sh:js ex:Script .",
    "sh:minCounts": f"{P} ; sh:minCounts 1 .",
    "sh:targetclass": "ex:S a sh:NodeShape ; sh:targetclass ex:T .",
    "dash:singleLine": f"{P} ; dash:singleLine true .",
    "dash:hasValueIn": f"{P} ; dash:hasValueIn ( 1 2 ) .",
    "<http://example.org/ns#most>, a parameter of a custom constraint component": (
        f"{P} ; ex:most 3 . ex:Most a sh:ConstraintComponent ; "
        "sh:parameter [ sh:path ex:most ; sh:datatype xsd:integer ] ."
    ),
    "sh:entailment <http://www.w3.org/ns/entailment/RDFS>": (
        "ex:S sh:entailment <http://www.w3.org/ns/entailment/RDFS> . "
        f"ex:R a sh:NodeShape ; {T} ."
    ),
    "a shape that refers to itself": f"ex:S a sh:NodeShape ; {T} ; sh:node ex:S .",
    "sh:someOtherPath in a path": f"ex:S a sh:PropertyShape ; {T} ; "
    "sh:path [ sh:someOtherPath ex:p ] .",
}  # fmt: skip
#: what the standard does not allow, or what asks nothing -> shapes that have it
WRONG = {
    "sh:minCount more than once": f"{P} ; sh:minCount 1 , 2 .",
    "sh:path more than once": f"{P} , ex:q .",
    "sh:minCount without sh:path": f"ex:S a sh:NodeShape ; {T} ; sh:minCount 1 .",
    "the type sh:PropertyShape without sh:path": f"ex:S a sh:PropertyShape ; {T} .",
    "the type sh:NodeShape with sh:path": f"ex:S a sh:NodeShape ; {T} ; sh:path ex:p .",
    "sh:flags without sh:pattern": f"{P} ; sh:flags 'i' .",
    "sh:ignoredProperties without sh:closed": (
        f"ex:S a sh:NodeShape ; {T} ; sh:ignoredProperties ( rdf:type ) ."
    ),
    "sh:qualifiedMinCount without sh:qualifiedValueShape": f"{P} ; sh:qualifiedMinCount 1 .",
    "sh:qualifiedValueShape without sh:qualifiedMaxCount or sh:qualifiedMinCount": (
        f"{P} ; sh:qualifiedValueShape ex:R . ex:R a sh:NodeShape ."
    ),
    'sh:deactivated "1"^^<http://www.w3.org/2001/XMLSchema#integer>, which is neither': (
        f"{P} ; sh:deactivated 1 ."
    ),
    'sh:closed "yes", which is neither true nor false': (
        f"ex:S a sh:NodeShape ; {T} ; sh:closed 'yes' ."
    ),
    'sh:uniqueLang "true", which is neither true nor false': f"{P} ; sh:uniqueLang 'true' .",
    'sh:targetClass "T", which is no IRI': "ex:S a sh:NodeShape ; sh:targetClass 'T' .",
    'sh:targetSubjectsOf "p", which is no IRI': "ex:S a sh:NodeShape ; sh:targetSubjectsOf 'p' .",
    "sh:targetNode with a blank node": "ex:S a sh:NodeShape ; sh:targetNode [] .",
    "sh:nodeKind <http://www.w3.org/ns/shacl#Iri>, which is no kind": f"{P} ; sh:nodeKind sh:Iri .",
    'sh:severity "bad"': f"ex:S a sh:NodeShape ; {T} ; sh:severity 'bad' .",
    '"many" where a whole number has to be': f"{P} ; sh:minCount 'many' .",
    '"C" where an IRI has to be': f"{P} ; sh:class 'C' .",
    '"x" as a bound': f"{P} ; sh:minInclusive 'x'^^ex:odd .",
    "a list that is broken": f"{P} ; sh:in ex:list . ex:list rdf:first 1 .",
    "an empty list of shapes": f"ex:S a sh:NodeShape ; {T} ; sh:or () .",
    "a path with a list of fewer than two parts": (
        f"ex:S a sh:PropertyShape ; {T} ; sh:path ( ex:p ) ."
    ),
    "sh:path with a blank node that is no path": f"ex:S a sh:PropertyShape ; {T} ; sh:path [] .",
    "sh:property <http://example.org/ns#R> without sh:path": (
        f"ex:S a sh:NodeShape ; {T} ; sh:property ex:R . ex:R a sh:NodeShape ."
    ),
    "sh:node <http://example.org/ns#R> with sh:path": (
        f"ex:S a sh:NodeShape ; {T} ; sh:node ex:R . ex:R a sh:PropertyShape ; sh:path ex:p ."
    ),
    "sh:nodeKind, but no type, no target, and no shape that refers to it": (
        f"ex:S sh:nodeKind sh:IRI . ex:R a sh:NodeShape ; {T} ."
    ),
    "owl:imports <http://datashapes.org/dash>": (
        f"ex:S owl:imports <http://datashapes.org/dash> . ex:R a sh:NodeShape ; {T} ."
    ),
}  # fmt: skip


def refusal(shapes: str, folder: Path) -> str:
    """The words by which shapes are refused, with short prefixes."""
    (folder / "odd.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    with pytest.raises(ShapesError) as refused:
        load_shapes(folder)
    return str(refused.value)


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_not_known_is_named(what: str, tmp_path: Path) -> None:
    message = refusal(UNKNOWN[what], tmp_path)
    assert message.startswith(f"{tmp_path / 'odd.ttl'}: http://example.org/ns#S uses {what}")
    assert "docs/shacl.md" in message


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named(what: str, tmp_path: Path) -> None:
    message = refusal(WRONG[what], tmp_path).replace("^^<http://example.org/ns#odd>", "")
    assert message.startswith(f"{tmp_path / 'odd.ttl'}: http://example.org/ns#S has {what}")


def test_a_shape_without_an_iri_goes_by_what_holds_it(tmp_path: Path) -> None:
    shapes = f"ex:S a sh:NodeShape ; {T} ; sh:property [ sh:path ex:p ; sh:sparql ex:Query ] ."
    assert "http://example.org/ns#S, sh:property on <http://example.org/ns#p> uses sh:sparql" in (
        refusal(shapes, tmp_path)
    )


def test_a_circle_of_shapes_is_named(tmp_path: Path) -> None:
    shapes = (
        f"ex:S a sh:NodeShape ; {T} ; sh:node ex:R . "
        "ex:R sh:property [ sh:path ex:p ; sh:node ex:S ] ."
    )
    assert "uses a shape that refers to itself" in refusal(shapes, tmp_path)


def test_a_word_that_shacl_does_not_have_is_named_wherever_it_stands(tmp_path: Path) -> None:
    shapes = f"ex:S sh:propertty ex:P . ex:P a sh:PropertyShape ; {T} ; sh:path ex:p ."
    assert "ns#S has sh:propertty, which SHACL does not have" in refusal(shapes, tmp_path)


def test_shapes_too_deep_within_each_other_are_refused(tmp_path: Path) -> None:
    def nested(number: int) -> str:
        inner = f"{'sh:not [ ' * number} sh:nodeKind sh:IRI {']' * number}"
        return f"ex:S a sh:NodeShape ; {T} ; {inner} ."

    assert "uses more than 100 shapes within each other" in refusal(nested(100), tmp_path)
    assert "stand too deep within each other" in refusal(nested(900), tmp_path)
    path = f"{'[ sh:inversePath ' * 101} ex:p {']' * 101}"
    assert "uses more than 100 paths within each other" in refusal(
        f"ex:S a sh:PropertyShape ; {T} ; sh:path {path} .", tmp_path
    )


def test_a_list_that_runs_in_a_circle_is_broken(tmp_path: Path) -> None:
    assert "a list that is broken" in refusal(
        f"{P} ; sh:in ex:l . ex:l rdf:first 1 ; rdf:rest ex:l .", tmp_path
    )


def test_a_path_that_runs_in_a_circle_is_none(tmp_path: Path) -> None:
    shapes = f"ex:S a sh:PropertyShape ; {T} ; sh:path _:b . _:b sh:inversePath _:b ."
    assert "which is no path" in refusal(shapes, tmp_path)


def test_a_shape_that_no_file_describes_is_named(tmp_path: Path) -> None:
    shapes = f"ex:S a sh:NodeShape ; {T} ; sh:node ex:Missing ."
    assert "ns#Missing: other shapes refer to it" in refusal(shapes, tmp_path)


@pytest.mark.parametrize(
    "shapes", ["ex:S a sh:NodeShape ; sh:nodeKind sh:IRI .", "ex:a ex:p ex:b .", ""]
)
def test_shapes_that_target_nothing_are_refused(shapes: str, tmp_path: Path) -> None:
    assert "no shape has a target" in refusal(shapes, tmp_path)


def test_a_syntax_error_is_named_with_its_line(tmp_path: Path) -> None:
    message = refusal(f"\n\nex:S a sh:NodeShape ; {T} ; sh:nodeKind .", tmp_path)
    assert message.startswith(f"{tmp_path / 'odd.ttl'}, line 11: ")


def test_a_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapesError, match=r"expected shapes in \.ttl files, found none"):
        load_shapes(tmp_path)
    with pytest.raises(ShapesError, match="found no such file or folder"):
        load_shapes(tmp_path / "missing")


def test_imports_of_what_is_among_the_files_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(
        f"{PREFIXES} ex:a a owl:Ontology ; owl:imports ex:b . ex:S a sh:NodeShape ; {T} .",
        encoding="utf-8",
    )
    (tmp_path / "b.ttl").write_text(f"{PREFIXES} ex:b a owl:Ontology .", encoding="utf-8")
    assert [shape.iri for shape in load_shapes(tmp_path).targeted] == ["http://example.org/ns#S"]
