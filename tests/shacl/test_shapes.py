"""What is read out of shapes files."""

from __future__ import annotations

from pathlib import Path

from kg.shacl import Shapes, load_shapes
from tests.shacl.test_refusals import PREFIXES

EX = "http://example.org/ns#"


def read(shapes: str, folder: Path) -> Shapes:
    (folder / "mine.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    return load_shapes(folder)


def test_a_class_is_its_own_target_even_without_the_type_of_a_shape(tmp_path: Path) -> None:
    (shape,) = read(
        "ex:Thing a rdfs:Class ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .", tmp_path
    ).targeted
    assert shape.targets.classes == (f"<{EX}Thing>",)


def test_types_of_ones_own_are_shapes_and_classes_as_those_above_them(tmp_path: Path) -> None:
    shapes = read(
        "ex:Model rdfs:subClassOf ex:Kind . ex:Kind rdfs:subClassOf rdfs:Class . "
        "ex:Rule rdfs:subClassOf sh:NodeShape . ex:Thing a ex:Model , ex:Rule .",
        tmp_path,
    )
    assert [shape.targets.classes for shape in shapes.targeted] == [(f"<{EX}Thing>",)]


def test_every_kind_of_target(tmp_path: Path) -> None:
    (shape,) = read(
        "ex:S sh:targetClass ex:C ; sh:targetNode ex:n , 'text' ; sh:targetSubjectsOf ex:p ; "
        "sh:targetObjectsOf ex:q .",
        tmp_path,
    ).targeted
    targets = shape.targets
    assert targets.classes == (f"<{EX}C>",)
    assert targets.nodes == ('"text"', f"<{EX}n>")
    assert (targets.subjects_of, targets.objects_of) == ((f"<{EX}p>",), (f"<{EX}q>",))


def test_shapes_without_an_iri_have_names_that_tell_them_apart(tmp_path: Path) -> None:
    shapes = read(
        "ex:S a sh:NodeShape ; sh:targetClass ex:C ; "
        "sh:property [ sh:path ex:p ; sh:minCount 1 ] , [ sh:path ex:p ; sh:maxCount 2 ] ; "
        "sh:or ( [ sh:nodeKind sh:IRI ] [ sh:path ex:q ; sh:minCount 1 ] ) .",
        tmp_path,
    )
    assert sorted(shapes.by_iri) == [
        f"{EX}S",
        f"{EX}S, sh:or",
        f"{EX}S, sh:or on <{EX}q>",
        f"{EX}S, sh:property on <{EX}p>",
        f"{EX}S, sh:property on <{EX}p> (2)",
    ]


def test_words_are_taken_in_english_first(tmp_path: Path) -> None:
    (shape,) = read(
        "ex:S sh:targetClass ex:C ; sh:nodeKind sh:IRI ; "
        "sh:message 'Adresse'@fr , 'address' , 'An address.'@en-GB .",
        tmp_path,
    ).targeted
    assert shape.words == "An address."


def test_properties_that_shapes_look_at(tmp_path: Path) -> None:
    shapes = read(
        "ex:S sh:targetSubjectsOf ex:s ; sh:property [ "
        "sh:path ( ex:p [ sh:inversePath [ sh:zeroOrMorePath ex:q ] ] ) ; sh:lessThan ex:r ] .",
        tmp_path,
    )
    looked_at = {each.rpartition("#")[2] for each in shapes.looked_at or ()}
    assert looked_at == {"s>", "p>", "q>", "r>", "type>", "subClassOf>"}


def test_a_closed_shape_looks_at_every_property(tmp_path: Path) -> None:
    assert read("ex:S sh:targetClass ex:C ; sh:closed true .", tmp_path).looked_at is None
