"""Each constraint component as the standard describes it, by both engines.

The cases follow the text and the examples of https://www.w3.org/TR/shacl/; the section stands
with each.  What is expected was worked out by hand from the definitions there.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.validation import Engine, Severity, Violation, validate_report

PREFIXES = """
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""

#: section -> (the shapes, the data, {(focus node, component, value)} expected)
CASES: dict[str, tuple[str, str, set[tuple[str, str, str]]]] = {
    "2.1.3.2 class-based targets reach instances of subclasses": (
        "ex:S a sh:NodeShape ; sh:targetClass ex:Animal ; sh:nodeKind sh:Literal .",
        "ex:Dog rdfs:subClassOf ex:Animal . ex:rex a ex:Dog . ex:tom a ex:Cat .",
        {("rex", "NodeKind", "rex")},
    ),
    "2.1.3.4 subjects-of targets": (
        "ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:knows ; sh:class ex:Person .",
        "ex:a ex:knows ex:b . ex:c ex:knows ex:b . ex:c a ex:Person .",
        {("a", "Class", "a")},
    ),
    "2.1.6 a deactivated shape asks nothing": (
        "ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:deactivated true ; "
        "sh:nodeKind sh:Literal .",
        "ex:a a ex:T .",
        set(),
    ),
    "2.3.1.2 a sequence of properties": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ( ex:p ex:q ) ; sh:maxCount 1 .",
        # the two ways of a lead to one value; those of b to two
        "ex:a a ex:T ; ex:p ex:x , ex:y . ex:x ex:q 1 . ex:y ex:q 1 . "
        "ex:b a ex:T ; ex:p ex:x , ex:z . ex:z ex:q 2 .",
        {("b", "MaxCount", "")},
    ),
    "2.3.1.4 an inverse path": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path [ sh:inversePath ex:child ] ; "
        "sh:minCount 1 .",
        "ex:a a ex:T . ex:b a ex:T . ex:p ex:child ex:a .",
        {("b", "MinCount", "")},
    ),
    "2.3.1.4 an inverse path in a sequence": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; "
        "sh:path ( [ sh:inversePath ex:child ] ex:name ) ; sh:hasValue 'P' .",
        "ex:a a ex:T . ex:p ex:child ex:a ; ex:name 'P' . ex:b a ex:T .",
        {("b", "HasValue", "")},
    ),
    "4.1.1 class: literals fail, each of several classes is asked": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:address ; "
        "sh:class ex:PostalAddress , ex:Checked .",
        "ex:Flat rdfs:subClassOf ex:PostalAddress . "
        "ex:a a ex:T ; ex:address ex:one , ex:two , 'three' . "
        "ex:one a ex:Flat , ex:Checked . ex:two a ex:PostalAddress .",
        {("a", "Class", "two"), ("a", "Class", "three")},
    ),
    "4.1.2 datatype: ill-typed, other datatypes and texts with a language fail": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:datatype xsd:date . "
        "ex:R a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:q ; sh:datatype xsd:string . "
        "ex:L a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:r ; "
        "sh:datatype rdf:langString .",
        "ex:a a ex:T ; ex:p '2024-02-29'^^xsd:date , '2023-02-29'^^xsd:date , '2024' , ex:x ; "
        "ex:q 'x' , 'y'@en , 1 ; ex:r 'x' , 'y'@en .",
        {
            ("a", "Datatype", "2023-02-29"),
            ("a", "Datatype", "2024"),
            ("a", "Datatype", "x"),
            ("a", "Datatype", "y"),
            ("a", "Datatype", "1"),
        },
    ),
    "4.1.3 node kinds": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:nodeKind sh:IRI . "
        "ex:R a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:q ; sh:nodeKind sh:Literal . "
        "ex:Q a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:r ; "
        "sh:nodeKind sh:BlankNodeOrIRI .",
        "ex:a a ex:T ; ex:p ex:x , 'x1' ; ex:q ex:x , 'y' ; ex:r ex:x , [] , 'z' .",
        {("a", "NodeKind", "x1"), ("a", "NodeKind", "x"), ("a", "NodeKind", "z")},
    ),
    "4.2.1 and 4.2.2 counts": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:minCount 2 ; "
        "sh:maxCount 3 .",
        "ex:a a ex:T . ex:b a ex:T ; ex:p 1 . ex:c a ex:T ; ex:p 1 , 2 . "
        "ex:d a ex:T ; ex:p 1 , 2 , 3 , 4 .",
        {("a", "MinCount", ""), ("b", "MinCount", ""), ("d", "MaxCount", "")},
    ),
    "4.3 ranges: the bounds, and values that cannot be compared with them": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:minInclusive 0 ; "
        "sh:maxInclusive 1 . "
        "ex:R a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:q ; sh:minExclusive 0 ; "
        "sh:maxExclusive 1 .",
        "ex:a a ex:T ; ex:p 0 , 1 , 0.5 , -1 , 'x' , ex:x ; ex:q 0 , 1.0 , 0.25 .",
        {
            ("a", "MinInclusive", "-1"),
            ("a", "MinInclusive", "x"),
            ("a", "MaxInclusive", "x"),
            ("a", "MinExclusive", "0"),
            ("a", "MaxExclusive", "1.0"),
        },
    ),
    "4.3.1 a bound that is a date": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; "
        "sh:minInclusive '2024-03-01'^^xsd:date .",
        "ex:a a ex:T ; ex:p '2024-03-01'^^xsd:date , '2024-02-29'^^xsd:date , 2025 .",
        {("a", "MinInclusive", "2024-02-29"), ("a", "MinInclusive", "2025")},
    ),
    "4.4.1 and 4.4.2 lengths, of IRIs too": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:minLength 2 ; "
        "sh:maxLength 8 .",
        "ex:a a ex:T ; ex:p '1' , 12 , 'a \"b\" c' , '123456789' , ex:long .",
        {
            ("a", "MinLength", "1"),
            ("a", "MaxLength", "123456789"),
            ("a", "MaxLength", "long"),
        },
    ),
    "4.4.3 pattern, with flags and anywhere in the text": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:pattern '^b' ; "
        "sh:flags 'i' . "
        "ex:R a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:q ; sh:pattern 'ns#[xy]' .",
        "ex:a a ex:T ; ex:p 'Bob' , 'bob' , 'Alice' ; ex:q ex:x , ex:z .",
        {("a", "Pattern", "Alice"), ("a", "Pattern", "z")},
    ),
    "4.4.5 unique languages": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:uniqueLang true .",
        "ex:a a ex:T ; ex:p 'one'@en , 'two'@en , 'drei'@de . "
        "ex:b a ex:T ; ex:p 'one'@en , 'two'@en-GB , 'three' , 'four' .",
        {("a", "UniqueLang", "")},
    ),
    "4.5.1 equals: what one side lacks, whichever": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:equals ex:q .",
        "ex:a a ex:T ; ex:p 'x' , 'y' ; ex:q 'y' , 'z' . ex:b a ex:T ; ex:p 1 ; ex:q 1 . "
        "ex:c a ex:T .",
        {("a", "Equals", "x"), ("a", "Equals", "z")},
    ),
    "4.5.2 disjoint": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:disjoint ex:q .",
        "ex:a a ex:T ; ex:p 'x' , 'y' ; ex:q 'y' , 'z' .",
        {("a", "Disjoint", "y")},
    ),
    "4.5.3 less than: equal values and values of other kinds fail": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:lessThan ex:q .",
        "ex:a a ex:T ; ex:p 1 , 2 , 3 ; ex:q 2 , 4.5 . "
        "ex:b a ex:T ; ex:p '2024-01-01'^^xsd:date ; ex:q 2025 . "
        "ex:c a ex:T ; ex:p '2024-02-31'^^xsd:date ; ex:q '2025-01-01'^^xsd:date . "
        "ex:d a ex:T ; ex:p 'a' ; ex:q 'b' . ex:e a ex:T ; ex:p 1 .",
        {
            ("a", "LessThan", "2"),
            ("a", "LessThan", "3"),
            ("b", "LessThan", "2024-01-01"),
            ("c", "LessThan", "2024-02-31"),
        },
    ),
    "4.5.4 less than or equal": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:lessThanOrEquals ex:q .",
        "ex:a a ex:T ; ex:p 1 , 2 , 3 ; ex:q 2 .",
        {("a", "LessThanOrEquals", "3")},
    ),
    "4.6.1 not": (
        "ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:not ex:HasP . "
        "ex:HasP a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 .",
        "ex:a a ex:T ; ex:p 1 . ex:b a ex:T .",
        {("a", "Not", "a")},
    ),
    "4.6.2 and": (
        "ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:and ( ex:P ex:Q ) . "
        "ex:P a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 . "
        "ex:Q a sh:PropertyShape ; sh:path ex:q ; sh:minCount 1 .",
        "ex:a a ex:T ; ex:p 1 . ex:b a ex:T ; ex:p 1 ; ex:q 1 .",
        {("a", "And", "a")},
    ),
    "4.6.3 or, on the values of a property": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:or ( ex:A ex:B ) . "
        "ex:A a sh:NodeShape ; sh:class ex:Red . ex:B a sh:NodeShape ; sh:class ex:Blue .",
        "ex:a a ex:T ; ex:p ex:x , ex:y , ex:z . ex:x a ex:Red . ex:y a ex:Blue .",
        {("a", "Or", "z")},
    ),
    "4.6.4 exactly one": (
        "ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:xone ( ex:P ex:Q ) . "
        "ex:P a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 . "
        "ex:Q a sh:PropertyShape ; sh:path ex:q ; sh:minCount 1 .",
        "ex:a a ex:T ; ex:p 1 . ex:b a ex:T ; ex:p 1 ; ex:q 1 . ex:c a ex:T .",
        {("b", "Xone", "b"), ("c", "Xone", "c")},
    ),
    "4.7.1 node": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:node ex:Address . "
        "ex:Address a sh:NodeShape ; sh:property ex:Code . "
        "ex:Code a sh:PropertyShape ; sh:path ex:code ; sh:minCount 1 ; sh:datatype xsd:string .",
        "ex:a a ex:T ; ex:p ex:x , ex:y , ex:z . ex:x ex:code 'c' . ex:y ex:code 1 .",
        {("a", "Node", "y"), ("a", "Node", "z")},
    ),
    "4.7.2 property inside property: the values are focus nodes": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:property ex:Code . "
        "ex:Code a sh:PropertyShape ; sh:path ex:code ; sh:minCount 1 .",
        "ex:a a ex:T ; ex:p ex:x , ex:y . ex:x ex:code 'c' . ex:other ex:p ex:z .",
        {("y", "MinCount", "")},
    ),
    "4.7.3 qualified counts": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; "
        "sh:qualifiedValueShape ex:Red ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 2 . "
        "ex:Red a sh:NodeShape ; sh:class ex:RedThing .",
        "ex:x a ex:RedThing . ex:y a ex:RedThing . ex:z a ex:RedThing . "
        "ex:a a ex:T ; ex:p ex:w , ex:v . ex:b a ex:T ; ex:p ex:x , ex:w . "
        "ex:c a ex:T ; ex:p ex:x , ex:y , ex:z . ex:d a ex:T .",
        {("a", "QualifiedMinCount", ""), ("d", "QualifiedMinCount", ""),
         ("c", "QualifiedMaxCount", "")},
    ),
    "4.8.2 has value": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; sh:hasValue ex:x .",
        "ex:a a ex:T ; ex:p ex:y , ex:x . ex:b a ex:T ; ex:p ex:y . ex:c a ex:T .",
        {("b", "HasValue", ""), ("c", "HasValue", "")},
    ),
    "4.8.3 in: terms, not values": (
        "ex:S a sh:PropertyShape ; sh:targetClass ex:T ; sh:path ex:p ; "
        "sh:in ( ex:x 'a' 1 true ) .",
        "ex:a a ex:T ; ex:p ex:x , 'a' , 1 , true , ex:y , 'a'@en , '1' .",
        {("a", "In", "y"), ("a", "In", "a"), ("a", "In", "1")},
    ),
}  # fmt: skip


def found(shapes: str, data: str, place: Path, engine: Engine) -> tuple[Violation, ...]:
    (place / "case.ttl").write_text(PREFIXES + shapes, encoding="utf-8")
    triples = pyoxigraph.parse(PREFIXES + data, format=pyoxigraph.RdfFormat.TURTLE)
    lines = [f"{pyoxigraph.Triple(t.subject, t.predicate, t.object)} ." for t in triples]
    return validate_report(lines, (), shapes=place, engine=engine)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("section", CASES)
def test_the_standard(section: str, engine: Engine, tmp_path: Path) -> None:
    shapes, data, expected = CASES[section]
    assert {
        (
            v.focus.rpartition("#")[2],
            v.component.removesuffix("ConstraintComponent"),
            v.value.rpartition("#")[2],
        )
        for v in found(shapes, data, tmp_path, engine)
    } == expected


@pytest.mark.parametrize("section", CASES)
def test_both_engines_give_the_very_same(section: str, tmp_path: Path) -> None:
    shapes, data, _ = CASES[section]
    fast, reference = (found(shapes, data, tmp_path, engine) for engine in Engine)
    assert fast == reference


def test_severity_and_message_are_those_of_the_shape_that_speaks(tmp_path: Path) -> None:
    shapes = (
        "ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:property ex:P ; sh:severity sh:Info . "
        "ex:P a sh:PropertyShape ; sh:path ex:p ; sh:minCount 1 ; sh:severity sh:Warning ; "
        'sh:name "p"@en ; sh:message "It must have a p."@en .'
    )
    (fault,) = found(shapes, "ex:a a ex:T .", tmp_path, Engine.FAST)
    assert (fault.severity, fault.message, fault.name, fault.path) == (
        Severity.WARNING,
        "It must have a p.",
        "p",
        "<http://example.org/ns#p>",
    )
