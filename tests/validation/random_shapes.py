"""Random shapes and data, the same for the same seed.

What is left out is what pySHACL does otherwise than the standard: lengths and patterns of blank
nodes (it lets them pass), and ``sh:lessThan`` of what is no literal (it fails, or lets it pass).
"""

from __future__ import annotations

from random import Random

HEAD = """
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PROPERTIES = ("ex:p", "ex:q", "ex:r")
CLASSES = ("ex:C", "ex:D", "ex:E")
NODES = ("ex:a", "ex:b", "ex:c", "ex:d")
LITERALS = (
    "1", "2", '"2"^^xsd:byte', '"300"^^xsd:byte', "1.5", '"1e0"^^xsd:double', "true",
    '"no"^^xsd:boolean', '"x"', '""', '"xy"@en', '"z"@en-GB', '"z"@de', '"2024-01-01"^^xsd:date',
    '"2024-02-31"^^xsd:date', '"2020-01-01T00:00:00Z"^^xsd:dateTime',
    '"2024-01-01T00:00:00"^^xsd:dateTime',
)  # fmt: skip
TARGETS = (
    "sh:targetClass ex:C",
    "sh:targetClass ex:C , ex:E",
    'sh:targetNode ex:a , "x"',
    "sh:targetSubjectsOf ex:p",
    "sh:targetClass ex:E ; sh:targetObjectsOf ex:q",
)
#: what may be asked of any value
OF_VALUES = (
    "sh:class ex:C", "sh:class ex:D , ex:E", "sh:datatype xsd:integer", "sh:datatype xsd:string",
    "sh:datatype rdf:langString", "sh:datatype xsd:date", "sh:datatype xsd:byte",
    "sh:nodeKind sh:IRI", "sh:nodeKind sh:Literal", "sh:nodeKind sh:BlankNodeOrLiteral",
    "sh:minInclusive 1", "sh:maxExclusive 1.5", 'sh:minExclusive "2022-01-01"^^xsd:date',
    "sh:minLength 1", "sh:maxLength 2", 'sh:pattern "^x"', 'sh:pattern "Z" ; sh:flags "i"',
    'sh:languageIn ( "en" )', "sh:equals ex:p", "sh:disjoint ex:q", "sh:hasValue 1",
    "sh:hasValue ex:b", 'sh:in ( ex:a 1 "z"@de )',
)  # fmt: skip
#: what may be asked where there is a path
OF_PATHS = (
    "sh:minCount 1",
    "sh:minCount 2",
    "sh:maxCount 0",
    "sh:maxCount 1",
    "sh:uniqueLang true",
)
DEPTH = 2


def shapes_and_data(seed: int) -> tuple[str, str]:
    """Three shapes, and a graph of a handful of nodes."""
    random = Random(seed)
    shapes = "".join(
        f"ex:S{number} {random.choice(TARGETS)} ; {_body(random, 0, random.random() < 0.4)} .\n"
        for number in range(3)
    )
    data = ["ex:D rdfs:subClassOf ex:C .", "ex:a ex:p ex:b ."]
    for node in NODES:
        data.append(f"{node} a {random.choice(CLASSES)} .")
        for _ in range(random.randrange(5)):
            value = random.choice(NODES + LITERALS)
            data.append(f"{node} {random.choice(PROPERTIES)} {value} .")
    return HEAD + shapes, HEAD + "\n".join(data)


def _body(random: Random, depth: int, with_path: bool) -> str:
    """What a shape says, but for its targets."""
    asked = {f"sh:path {_path(random, 0)}"} if with_path else {"sh:order 1"}
    for _ in range(random.randrange(1, 4)):
        kind = random.randrange(8)
        if kind < 4 or depth == DEPTH:
            asked.add(random.choice(OF_VALUES))
        elif kind == 4 and with_path:
            asked.add(random.choice(OF_PATHS))
        elif kind == 5 and not with_path:
            asked.add("sh:closed true ; sh:ignoredProperties ( rdf:type ex:p )")
        else:
            asked.add(_of_shapes(random, depth + 1, with_path))
    # of what may be said once only, the last
    return " ; ".join(sorted({each.split()[0]: each for each in sorted(asked)}.values()))


def _of_shapes(random: Random, depth: int, with_path: bool) -> str:
    def some(path: bool | None = None) -> str:
        return f"[ {_body(random, depth, random.random() < 0.5 if path is None else path)} ]"

    kinds = ("not", "and", "or", "xone", "node", "property", "counted" if with_path else "property")
    match random.choice(kinds):
        case "not":
            return f"sh:not {some()}"
        case "node":
            return f"sh:node {some(False)}"
        case "property":
            return f"sh:property {some(True)} , {some(True)}"
        case "counted":
            return (
                f"sh:qualifiedValueShape {some()} ; sh:qualifiedMinCount 1 ; "
                f"sh:qualifiedMaxCount {random.randrange(1, 3)}"
            )
        case several:
            return f"sh:{several} ( {some()} {some()} )"


def _path(random: Random, depth: int) -> str:
    kind = random.randrange(8) if depth < DEPTH else 0
    if kind < 4:
        return random.choice(PROPERTIES)
    if kind == 4:
        # pySHACL walks the inverse of a longer path in the wrong order
        return f"[ sh:inversePath {random.choice(PROPERTIES)} ]"
    parts = f"( {_path(random, depth + 1)} {_path(random, depth + 1)} )"
    if kind == 5:
        return parts
    if kind == 6:
        return f"[ sh:alternativePath {parts} ]"
    repeated = random.choice(("zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"))
    return f"[ sh:{repeated} {_path(random, depth + 1)} ]"
