"""Writes ontology/context.jsonld and ontology/report.schema.json from the ontology.

Usage: python scripts/make_context.py

A term of the context is the local name of the property; what a value looks like follows from the
property's range.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, URIRef

from kg.exports.documents import PARTS
from kg.rdf.namespaces import CS, ID, PREFIXES, VOCAB

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
#: Properties of standard vocabularies that records use: term -> property, whether it names a thing
BORROWED = {
    "associatedWith": ("prov:wasAssociatedWith", True),
    "changedBy": ("org:changedBy", True),
    "derivedFrom": ("prov:wasDerivedFrom", True),
    "format": ("dcterms:format", False),
    "generatedBy": ("prov:wasGeneratedBy", True),
    "label": ("skos:prefLabel", False),
    "linkedTo": ("org:linkedTo", True),
    "originalOrganization": ("org:originalOrganization", True),
    "publisher": ("dcterms:publisher", True),
    "resultedFrom": ("org:resultedFrom", True),
    "resultingOrganization": ("org:resultingOrganization", True),
    "title": ("dcterms:title", False),
    "used": ("prov:used", True),
}
#: Always a list, also of one.
SEVERAL = {
    "aboutTheme", "alsoNamed", "citesParagraphNumber", "hasInspector", "hasVisit", "incomplete",
    "mentions", "notJudged", "refersToParagraph",
}  # fmt: skip
#: What a correction always has.
CORRECTION = ("corrects", "correctedField", "correctedValue", "correctedBy", "correctedBecause")
#: What items of a class always have, besides their place and words.
REQUIRED = {
    "Judgement": ("aboutKind", "basis", "grade", "subject"),
    "Recommendation": ("addressee", "kind", "order", "text"),
    "StatementRequirement": ("statementKind",),
    "NextStep": ("stepKind",),
    "Finding": (),
    "Fact": ("measure", "unit", "value"),
    "EarlierInspection": ("what",),
    "NamedBody": ("name", "names"),
    "UnplacedName": ("name", "why"),
    "Section": ("heading", "order"),
    "Paragraph": ("order",),
    "Evidence": ("evidenceFor", "evidenceOf"),
}


def main() -> None:
    """Write both files."""
    for name, made in (("context.jsonld", context()), ("report.schema.json", schema())):
        (ONTOLOGY / name).write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def context() -> dict[str, Any]:
    """The JSON-LD context."""
    used = ("dcterms", "org", "prov", "skos", "xsd")
    terms: dict[str, Any] = {
        "@version": 1.1,
        "@base": ID,
        "@vocab": CS,
        **{prefix: PREFIXES[prefix] for prefix in used},
        "cs": CS,
        "vocab": VOCAB,
        "id": "@id",
        "type": "@type",
        "included": "@included",
        "$schema": None,
        "issued": {"@id": "dcterms:issued", "@type": "xsd:date"},
    }
    for term, (name, is_thing) in BORROWED.items():
        terms[term] = {"@id": name, **({"@type": "@id"} if is_thing else {})}
    for name, range_ in _properties().items():
        terms[name] = {"@id": f"cs:{name}", **_coercion(range_)}
        if name in SEVERAL:
            terms[name]["@container"] = "@set"
    for key in PARTS.values():
        terms[key] = {"@reverse": "cs:partOf"}
    return {"@context": terms}


def schema() -> dict[str, Any]:
    """The JSON Schema of a document."""
    reference = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/node"}]}
    properties: dict[str, Any] = {
        "id": {"type": "string"},
        "type": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "issued": {"$ref": "#/$defs/day"},
    }
    for term, (_, is_thing) in BORROWED.items():
        properties[term] = reference if is_thing else {"type": "string"}
    for name, range_ in _properties().items():
        value = _shape(range_) or reference
        properties[name] = {"type": "array", "items": value} if name in SEVERAL else value
    place = ["id", "type", "page", "quote", "textStart", "textEnd"]
    parts = {
        kind: {
            "allOf": [{"$ref": "#/$defs/node"}],
            "properties": {"type": {"const": kind}},
            "required": [*place, *REQUIRED[kind]],
        }
        for kind in REQUIRED
    }
    parts["Problem"] = {
        "allOf": [{"$ref": "#/$defs/node"}],
        "properties": {"type": {"const": "Problem"}},
        "required": ["id", "type", "problemCode", "message"],
    }
    parts["Correction"] = {
        "allOf": [{"$ref": "#/$defs/node"}],
        "properties": {"type": {"const": "Correction"}},
        "required": ["id", "type", "page", *CORRECTION],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/childrens-services-kg/def/report.schema.json",
        "title": "A report",
        "description": "What was read from one inspection report, as kg export json writes it.",
        "type": "object",
        "properties": {
            "@context": {"const": "context.jsonld"},
            "$schema": {"const": "report.schema.json"},
            **properties,
            "type": {"const": "Report"},
            **{
                key: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
                for kind, key in PARTS.items()
            },
            "included": {"type": "array", "items": {"$ref": "#/$defs/node"}},
        },
        "required": [
            *("@context", "id", "type", "source", "pageCount", "reportsOn", "derivedFrom"),
            *("generatedBy", *PARTS.values()),
        ],
        "additionalProperties": False,
        "$defs": {
            "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            "decimal": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
            "node": {
                "type": "object",
                "properties": properties,
                "required": ["id"],
                "additionalProperties": False,
            },
            **parts,
        },
    }


def _properties() -> dict[str, URIRef]:
    """The ontology's own properties by local name, each with its range."""
    graph = Graph().parse(ONTOLOGY / "children-services-kg.ttl")
    asked = _asked()
    found = {}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for subject in graph.subjects(RDF.type, kind):
            if not str(subject).startswith(CS):
                continue
            range_ = asked.get(subject, graph.value(subject, RDFS.range))
            found[str(subject).removeprefix(CS)] = (
                URIRef(str(range_)) if kind == OWL.DatatypeProperty else OWL.Thing
            )
    return dict(sorted(found.items()))


def _asked() -> dict[Any, Any]:
    """The datatype that the shapes ask of a property: the ontology itself cannot name a day."""
    shapes = Graph()
    for path in sorted((ONTOLOGY.parent / "shapes").glob("*.ttl")):
        shapes.parse(path)
    return {
        path: datatype
        for shape, datatype in shapes.subject_objects(SH.datatype)
        for path in shapes.objects(shape, SH.path)
        if datatype == XSD.date
    }


def _coercion(range_: URIRef) -> dict[str, str]:
    """Native JSON numbers and truth need none; a decimal is text, since JSON would lose zeros."""
    if range_ == OWL.Thing:
        return {"@type": "@id"}
    if range_ in (XSD.date, XSD.decimal):
        return {"@type": f"xsd:{str(range_).removeprefix(str(XSD))}"}
    return {}


def _shape(range_: URIRef) -> dict[str, Any] | None:
    return {
        XSD.string: {"type": "string"},
        XSD.integer: {"type": "integer"},
        XSD.boolean: {"type": "boolean"},
        XSD.date: {"$ref": "#/$defs/day"},
        XSD.decimal: {"$ref": "#/$defs/decimal"},
    }.get(range_)


if __name__ == "__main__":
    main()
