"""Whether a graph keeps to the rules of OWL 2 DL, as far as this ontology uses OWL.

Checked, by section of the W3C's OWL 2 Structural Specification:

- 5.8.1: each IRI used as a class, property or datatype is declared; no IRI is two kinds of
  property, or a class and a datatype (an IRI may be an individual besides).
- 5.1 to 5.5: no term of the reserved vocabularies is used as anything but what it is, and no
  datatype is used that is not in OWL 2's datatype map.
- 9.1 to 9.3: axioms join like with like: classes with classes, object properties with object
  properties; domains are classes; ranges are classes or datatypes.
- 9.5: assertions of object properties have IRIs as objects, those of data properties literals.
- 3.5: an ontology has an IRI and a version IRI.
- 11.2: there are no anonymous classes, chains, transitive properties or blank nodes here, so that
  the rules on them hold; their use is an error.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RESERVED = (OWL, RDF, RDFS, XSD)

KINDS = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object property",
    OWL + "DatatypeProperty": "data property",
    OWL + "AnnotationProperty": "annotation property",
}
PROPERTIES = {"object property", "data property", "annotation property"}
BUILT_IN = {
    OWL + "Thing": {"class"},
    **{
        RDFS + name: {"annotation property"}
        for name in ("label", "comment", "seeAlso", "isDefinedBy")
    },
    **{OWL + name: {"annotation property"} for name in ("versionInfo", "priorVersion")},
}
#: those of OWL 2's datatype map that are met here
DATATYPES = {
    RDFS + "Literal",
    RDF + "langString",
    *(XSD + name for name in ("string", "boolean", "decimal", "integer", "dateTime", "anyURI")),
}
#: axiom -> what may stand on its left
AXIOMS = {
    RDFS + "subClassOf": {"class"},
    OWL + "disjointWith": {"class"},
    RDFS + "subPropertyOf": {"object property", "data property"},
    RDFS + "domain": {"object property", "data property"},
    RDFS + "range": {"object property", "data property"},
}


def faults(quads: Iterable[ox.Quad], *, data: bool = False) -> list[str]:
    """Everything that is not OWL 2 DL, one sentence each.

    ``data``: the graph is of individuals besides; their days (xsd:date) and lists (rdf:List) are
    let through, which no OWL 2 ontology can say.
    """
    quads = list(quads)
    kinds = {iri: set(found) for iri, found in BUILT_IN.items()}
    for quad in quads:
        if quad.predicate.value == RDF + "type" and _iri(quad.object) in KINDS:
            kinds.setdefault(_iri(quad.subject), set()).add(KINDS[_iri(quad.object)])
    found = [
        f"{iri} is both {' and '.join(sorted(of))}"
        for iri, of in kinds.items()
        if len(of & PROPERTIES) > 1
    ]
    for quad in quads:
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            found.append(f"a blank node in {quad}")
        else:
            found.extend(_one(quad, kinds, data))
    found.extend(_header(quads) if not data else [])
    return sorted(set(found))


def _one(quad: ox.Quad, kinds: dict[str, set[str]], data: bool) -> Iterable[str]:
    subject, predicate, value = _iri(quad.subject), quad.predicate.value, _iri(quad.object)
    left = kinds.get(subject, set())
    if subject.startswith(RESERVED):
        yield f"{subject} is of a reserved vocabulary and cannot be described"
    if predicate == RDF + "type":
        yield from _typed(subject, left, value, kinds, data)
    elif predicate in AXIOMS:
        if not left & AXIOMS[predicate]:
            yield f"{subject} has {predicate} and is not {' or '.join(sorted(AXIOMS[predicate]))}"
        yield from _axiom(subject, left, predicate, value, kinds)
    elif predicate == OWL + "versionIRI" or (data and predicate in (RDF + "first", RDF + "rest")):
        pass
    else:
        used = kinds.get(predicate, set()) & PROPERTIES
        literal = isinstance(quad.object, ox.Literal)
        if not used:
            yield f"{predicate} is used and not declared"
        if used == {"object property"} and literal:
            yield f"{predicate} is an object property with the literal {quad.object}"
        if used == {"data property"} and not literal:
            yield f"{predicate} is a data property with the IRI {value}"
        if used == {"object property"} and value.startswith(RESERVED) and not (data and literal):
            yield f"{value} is of a reserved vocabulary and cannot be an individual"
    if isinstance(quad.object, ox.Literal):
        datatype = quad.object.datatype.value
        days = {XSD + "date", XSD + "gYear"} if data else set()
        if datatype not in DATATYPES | days:
            yield f"{datatype} of {quad.object} is not in the datatype map"


def _typed(
    subject: str, left: set[str], value: str, kinds: dict[str, set[str]], data: bool
) -> Iterable[str]:
    if value in KINDS or value == OWL + "Ontology" or (data and value == RDF + "List"):
        return
    if value == OWL + "FunctionalProperty":
        if not left & {"object property", "data property"}:
            yield f"{subject} is functional and no object or data property"
    elif value.startswith(RESERVED):
        yield f"{subject} is a {value}, which is not of OWL 2 DL or not provided for here"
    elif "class" not in kinds.get(value, set()):
        yield f"{value} is used as a class and not declared"


def _axiom(
    subject: str, left: set[str], predicate: str, value: str, kinds: dict[str, set[str]]
) -> Iterable[str]:
    right = kinds.get(value, set())
    data_range = predicate == RDFS + "range" and "data property" in left
    if data_range and value not in DATATYPES:
        yield f"{subject} has the range {value}, which is no datatype of OWL 2"
    elif not data_range and predicate == RDFS + "subPropertyOf" and not left & right & PROPERTIES:
        yield f"{subject} is under {value}, which is not declared as the same kind of property"
    elif not data_range and predicate != RDFS + "subPropertyOf" and "class" not in right:
        yield f"{subject} has {predicate} {value}, which is not declared as a class"


def _header(quads: list[ox.Quad]) -> Iterable[str]:
    ontologies = [
        quad.subject
        for quad in quads
        if quad.predicate.value == RDF + "type" and _iri(quad.object) == OWL + "Ontology"
    ]
    if len(ontologies) != 1:
        yield f"{len(ontologies)} ontologies are declared, not one"
    versions = [quad for quad in quads if quad.predicate.value == OWL + "versionIRI"]
    if len(versions) != 1 or versions[0].subject not in ontologies:
        yield "the ontology has no version IRI, or more than one"


def _iri(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return getattr(term, "value", "")
