"""What each part of the standard asks, on examples worked out by hand from its text.

Each result is there as often as the standard has it.  Components that records of this project use
are held against pySHACL as well (``tests/validation/test_standard.py``), all of them against the
W3C's suite where it is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.shacl import DataError, validate
from tests.shacl.test_refusals import PREFIXES

#: section -> (shapes, data, [(focus node, path, component, value)])
CASES: dict[str, tuple[str, str, list[tuple[str, str, str, str]]]] = {
    "2.1.3.1 node targets: a node that the data do not have, and a literal": (
        "ex:S sh:targetNode ex:nowhere , 'text' ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .",
        "ex:a ex:p ex:b .",
        [("ex:nowhere", "ex:p", "MinCount", ""), ('"text"', "ex:p", "MinCount", "")],
    ),
    "2.1.3.3 a class that is a shape": (
        "ex:C a owl:Class , sh:NodeShape ; sh:nodeKind sh:BlankNode .",
        "ex:D rdfs:subClassOf ex:C . ex:a a ex:C . ex:b a ex:D . [] a ex:D .",
        [("ex:a", "", "NodeKind", "ex:a"), ("ex:b", "", "NodeKind", "ex:b")],
    ),
    "2.1.3.5 objects-of targets": (
        "ex:S sh:targetObjectsOf ex:p ; sh:nodeKind sh:IRI .",
        "ex:a ex:p ex:b , 1 . ex:c ex:p 1 .",
        [('"1"^^xsd:integer', "", "NodeKind", '"1"^^xsd:integer')],
    ),
    "2.1.4 a severity of one's own, 2.1.6 a property shape that is deactivated": (
        "ex:S sh:targetNode ex:a ; sh:nodeKind sh:Literal ; sh:severity ex:Awful ; "
        "sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:deactivated true ] .",
        "",
        [("ex:a", "", "NodeKind", "ex:a")],
    ),
    "2.3.1.3 an alternative of which one part is an inverse": (
        "ex:S sh:targetNode ex:a ; sh:maxCount 2 ; "
        "sh:path [ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ] .",
        "ex:a ex:p ex:b , ex:c . ex:c ex:q ex:a . ex:d ex:q ex:a .",
        [("ex:a", "ex:p|^ex:q", "MaxCount", "")],
    ),
    "2.3.1.4 the inverse of a sequence is walked from its end": (
        "ex:S sh:targetNode ex:c ; sh:path [ sh:inversePath ( ex:p ex:q ) ] ; sh:hasValue ex:a ; "
        "sh:maxCount 0 .",
        "ex:a ex:p ex:b . ex:b ex:q ex:c .",
        [("ex:c", "^(ex:p/ex:q)", "MaxCount", "")],
    ),
    "2.3.1.5 zero or more: the node itself, and circles end": (
        "ex:S sh:targetNode ex:a ; sh:path [ sh:zeroOrMorePath ex:p ] ; sh:in ( ex:a ) .",
        "ex:a ex:p ex:b . ex:b ex:p ex:c . ex:c ex:p ex:a .",
        [("ex:a", "ex:p*", "In", "ex:b"), ("ex:a", "ex:p*", "In", "ex:c")],
    ),
    "2.3.1.6 one or more: the node itself only where a circle leads back": (
        "ex:S sh:targetNode ex:a , ex:d ; sh:path [ sh:oneOrMorePath ex:p ] ; sh:minCount 2 .",
        "ex:a ex:p ex:b . ex:b ex:p ex:a . ex:d ex:p ex:e .",
        [("ex:d", "ex:p+", "MinCount", "")],
    ),
    "2.3.1.7 zero or one": (
        "ex:S sh:targetNode ex:a ; sh:path [ sh:zeroOrOnePath ex:p ] ; sh:maxCount 2 ; "
        "sh:hasValue ex:c .",
        "ex:a ex:p ex:b . ex:b ex:p ex:c .",
        [("ex:a", "ex:p?", "HasValue", "")],
    ),
    "4.4.4 language ranges": (
        "ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:languageIn ( 'en' 'de-AT' ) .",
        "ex:a ex:p 'a'@en , 'b'@en-GB , 'c'@de , 'd'@de-at , 'e'@english , 'f' , ex:b .",
        [
            ("ex:a", "ex:p", "LanguageIn", '"c"@de'),
            ("ex:a", "ex:p", "LanguageIn", '"e"@english'),
            ("ex:a", "ex:p", "LanguageIn", '"f"'),
            ("ex:a", "ex:p", "LanguageIn", "ex:b"),
        ],
    ),
    "4.4.5 one result a language": (
        "ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:uniqueLang true .",
        "ex:a ex:p 'a'@en , 'b'@en , 'c'@en , 'd'@de , 'e'@de , 'f'@fr , 'g' , 'h' .",
        [("ex:a", "ex:p", "UniqueLang", ""), ("ex:a", "ex:p", "UniqueLang", "")],
    ),
    "4.5.3 one result a pair": (
        "ex:S sh:targetNode ex:a ; sh:path ex:p ; sh:lessThan ex:q .",
        "ex:a ex:p 1 , 5 ; ex:q 1 , 3 , 9 .",
        [
            ("ex:a", "ex:p", "LessThan", '"1"^^xsd:integer'),
            ("ex:a", "ex:p", "LessThan", '"5"^^xsd:integer'),
            ("ex:a", "ex:p", "LessThan", '"5"^^xsd:integer'),
        ],
    ),
    "4.7.2 a value that two nodes have is told of twice": (
        "ex:S sh:targetNode ex:a , ex:b ; sh:property [ sh:path ex:p ; "
        "sh:property [ sh:path ex:q ; sh:minCount 1 ] ] .",
        "ex:a ex:p ex:x . ex:b ex:p ex:x .",
        [("ex:x", "ex:q", "MinCount", ""), ("ex:x", "ex:q", "MinCount", "")],
    ),
    "4.7.3 siblings: a hand with a thumb that is a finger as well": (
        "ex:S sh:targetNode ex:a ; "
        "sh:property [ sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Thumb ] ; "
        "sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ] , "
        "[ sh:path ex:digit ; sh:qualifiedValueShape [ sh:class ex:Finger ] ; "
        "sh:qualifiedMaxCount 0 ; sh:qualifiedValueShapesDisjoint true ] .",
        "ex:a ex:digit ex:x . ex:x a ex:Thumb , ex:Finger .",
        [("ex:a", "ex:digit", "QualifiedMinCount", "")],
    ),
    "4.8.1 closed: each statement beyond": (
        "ex:S sh:targetNode ex:a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; "
        "sh:property [ sh:path ex:p ] , [ sh:path ( ex:q ex:r ) ] .",
        "ex:a a ex:T ; ex:p 1 ; ex:q 2 , 3 ; ex:s ex:b .",
        [
            ("ex:a", "ex:q", "Closed", '"2"^^xsd:integer'),
            ("ex:a", "ex:q", "Closed", '"3"^^xsd:integer'),
            ("ex:a", "ex:s", "Closed", "ex:b"),
        ],
    ),
    "4.8.1 closed: asked of values, and by sh:not": (
        "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node [ sh:closed true ] ; "
        "sh:not [ sh:closed true ] ] .",
        "ex:a ex:p ex:b , ex:c . ex:b ex:q 1 .",
        [("ex:a", "ex:p", "Node", "ex:b"), ("ex:a", "ex:p", "Not", "ex:c")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("section", CASES)
def test_results_are_those_of_the_standard(section: str, tmp_path: Path) -> None:
    shapes, data, expected = CASES[section]
    (tmp_path / "shapes.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    (tmp_path / "data.ttl").write_text(PREFIXES + data, encoding="utf-8")
    found = validate(tmp_path / "data.ttl", tmp_path / "shapes.ttl")
    assert sorted(
        (
            short(fault.focus),
            short(fault.path_text),
            fault.component.removesuffix("ConstraintComponent"),
            short(fault.value),
        )
        for fault in found.faults
    ) == sorted(expected)
    assert not found.conforms


def short(text: str) -> str:
    """Terms with their prefixes."""
    for start, prefix in (
        ("http://example.org/ns#", "ex:"),
        ("http://www.w3.org/2001/XMLSchema#", "xsd:"),
    ):
        while f"<{start}" in text:
            before, _, after = text.partition(f"<{start}")
            name, _, rest = after.partition(">")
            text = f"{before}{prefix}{name}{rest}"
    return text


def test_blank_nodes_of_one_file_are_the_same_in_shapes_and_data(tmp_path: Path) -> None:
    both = tmp_path / "both.ttl"
    both.write_text(
        PREFIXES + "_:b a ex:T . ex:S sh:targetClass ex:T ; sh:in ( ex:a ) ; sh:hasValue _:b .",
        encoding="utf-8",
    )
    (fault,) = validate(both, both).faults
    assert fault.component == "InConstraintComponent"
    other = tmp_path / "other.ttl"
    other.write_text(PREFIXES + "_:b a ex:T .", encoding="utf-8")
    assert len(validate(other, both).faults) == 2


def test_triple_terms_are_refused(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(PREFIXES + "ex:S sh:targetNode ex:a .", encoding="utf-8")
    data = tmp_path / "data.ttl"
    data.write_text(PREFIXES + "ex:a ex:says <<( ex:b ex:p ex:c )>> .", encoding="utf-8")
    with pytest.raises(DataError, match=r"data\.ttl: .* is a triple term of RDF 1\.2"):
        validate(data, tmp_path / "shapes.ttl")


def test_shapes_are_refused_before_data_are_read(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(PREFIXES, encoding="utf-8")
    with pytest.raises(Exception, match="no shape has a target"):
        validate(tmp_path / "missing.ttl", tmp_path / "shapes.ttl")
