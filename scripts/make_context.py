"""Writes ontology/context.jsonld and ontology/report.schema.json from ontology and list of fields.

Usage: python scripts/make_context.py

A term of the context is the local name of the property; what a value looks like follows from the
property's range.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rdflib import OWL, RDF, RDFS, SH, XSD, Graph, URIRef

from kg.knowledge.recordfields import FieldList, Value, record_fields
from kg.namespaces import CS, ID, PREFIXES, VOCAB

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


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
    fields = record_fields()
    for term, (name, is_thing) in _borrowed(fields).items():
        terms[term] = {"@id": name, **({"@type": "@id"} if is_thing else {})}
    several = _several(fields)
    for name, range_ in _properties().items():
        terms[name] = {"@id": f"cs:{name}", **_coercion(range_)}
        if name in several:
            terms[name]["@container"] = "@set"
    for key in fields.parts().values():
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
    fields = record_fields()
    for term, (_, is_thing) in _borrowed(fields).items():
        properties[term] = reference if is_thing else {"type": "string"}
    several = _several(fields)
    for name, range_ in _properties().items():
        value = _shape(range_) or reference
        properties[name] = {"type": "array", "items": value} if name in several else value
    place = _required(fields, "ReportedItem")
    ontology = Graph().parse(ONTOLOGY / "children-services-kg.ttl")
    parts = {}
    for kind in fields.parts():
        is_item = (URIRef(CS + kind), RDFS.subClassOf, URIRef(CS + "ReportedItem")) in ontology
        parts[kind] = {
            "allOf": [{"$ref": "#/$defs/node"}],
            "properties": {"type": {"const": kind}},
            "required": ["id", "type", *(place if is_item else ()), *_required(fields, kind)],
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
                for kind, key in fields.parts().items()
            },
            "included": {"type": "array", "items": {"$ref": "#/$defs/node"}},
        },
        "required": [
            *("@context", "id", "type", *_required(fields, "Report")),
            *fields.parts().values(),
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


def _borrowed(fields: FieldList) -> dict[str, tuple[str, bool]]:
    """Name in documents -> property of another vocabulary, and whether it names a thing.

    Days have a type of their own.
    """
    found = {term: (name, True) for term, name in fields.terms.items()}
    for each in fields.classes.values():
        for key, field in each.fields.items():
            if field.predicate and ":" in field.predicate and field.value != (Value.DAY,):
                found[field.term or key] = (field.predicate, not field.plain)
    return dict(sorted(found.items()))


def _several(fields: FieldList) -> set[str]:
    """The properties whose values are always a list, also of one."""
    return {
        field.predicate or key
        for each in fields.classes.values()
        for key, field in each.fields.items()
        if field.maximum != 1
    }


def _required(fields: FieldList, kind: str) -> list[str]:
    """What each thing of a class has; of what it is part is told by where it stands."""
    said = fields.classes[kind].fields
    names = [field.term or key for key, field in said.items() if field.required]
    return sorted(name for name in names if name != "partOf")


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
