"""One JSON document a report: JSON-LD that reads like JSON, and keeps every statement.

The context says what each name means and the JSON Schema what a document holds; both are files
in ``ontology/`` and are written beside the documents, so that nothing is fetched from anywhere.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.exports.files import outputs
from kg.exports.registry import Options, Written
from kg.knowledge.recordfields import record_fields
from kg.knowledge.resources import folder
from kg.namespaces import CS, ID, RDF, SKOS, VOCAB, VOCABULARY_GRAPH, XSD
from kg.store import Store

if TYPE_CHECKING:
    import pyoxigraph

CONTEXT, SCHEMA = "context.jsonld", "report.schema.json"
TYPE, PART_OF = RDF + "type", CS + "partOf"

Subjects = Mapping[str, Mapping[str, list[Any]]]


def export(store: Store, place: Path, options: Options) -> Written:
    """Write a document for each report, and the context and schema."""
    labels = _labels(store)
    terms = _Terms(json.loads((folder("ontology") / CONTEXT).read_bytes())["@context"])
    with outputs() as files:
        written = []

        def write(name: str, content: bytes) -> None:
            with files.output(place / name) as stream:
                stream.write(content)
            written.append(place / name)

        for name in (CONTEXT, SCHEMA):
            write(name, (folder("ontology") / name).read_bytes())
        for key, entry in store.entries.items():
            if entry.graph == VOCABULARY_GRAPH:
                continue
            found = document(store.record(key), terms, labels)
            if found:
                said = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
                write(f"{key}.json", said.encode())
    return Written(tuple(written))


def document(record: list[str], terms: _Terms, labels: Mapping[str, str]) -> dict[str, Any] | None:
    """The document of one record; None if there is no report in it.

    Each thing is told where it is first met, afterwards only named; ``labels`` are added to what
    the vocabulary describes.
    """
    import pyoxigraph

    subjects: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for quad in pyoxigraph.parse("\n".join(record), format=pyoxigraph.RdfFormat.N_QUADS):
        value: Any = quad.subject
        subjects[value.value][quad.predicate.value].append(quad.object)
    reports = [iri for iri, said in subjects.items() if _is(said, "Report")]
    if not reports:
        return None
    (root,) = reports
    return _Document(subjects, terms, labels).of(root)


class _Terms:
    """The names that the context gives to properties and IRIs."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._names: dict[str, str] = {}
        self._several: set[str] = set()
        prefixes = {name: iri for name, iri in context.items() if isinstance(iri, str)}
        for name, said in context.items():
            if isinstance(said, dict) and "@id" in said:
                prefix, _, rest = said["@id"].partition(":")
                self._names[prefixes[prefix] + rest] = name
                if said.get("@container") == "@set":
                    self._several.add(name)

    def name(self, predicate: str) -> str:
        """The key of a property.  Raises `KeyError` if the context has none."""
        return self._names[predicate]

    def several(self, name: str) -> bool:
        """Whether the values of a key are always a list."""
        return name in self._several

    def iri(self, value: str) -> str:
        """An IRI as short as the context allows."""
        if value.startswith(ID):
            return value.removeprefix(ID)
        for prefix, namespace in (("vocab:", VOCAB), ("cs:", CS)):
            if value.startswith(namespace):
                return prefix + value.removeprefix(namespace)
        return value


class _Document:
    """One document while it is made."""

    def __init__(self, subjects: Subjects, terms: _Terms, labels: Mapping[str, str]) -> None:
        self._subjects = subjects
        self._terms = terms
        self._labels = labels
        self._told: set[str] = set()

    def of(self, root: str) -> dict[str, Any]:
        # parts have their own keys; elsewhere in the document they are only named
        keys = record_fields().parts()
        parts: dict[str, list[str]] = {key: [] for key in keys.values()}
        for iri, said in self._subjects.items():
            kind = next((key for name, key in keys.items() if _is(said, name)), None)
            if kind and any(value.value == root for value in said.get(PART_OF, ())):
                parts[kind].append(iri)
        held = {iri for each in parts.values() for iri in each}
        self._told = set(held)
        whole = {"@context": CONTEXT, "$schema": SCHEMA, **self._node(root)}
        for key, iris in parts.items():
            whole[key] = [self._node(iri, part=True) for iri in sorted(iris, key=self._place)]
        rest = [iri for iri in sorted(self._subjects) if iri not in self._told]
        included = [self._node(iri) for iri in rest if iri not in self._told]
        if included:
            whole["included"] = included
        return whole

    def _node(self, iri: str, *, part: bool = False) -> dict[str, Any]:
        self._told.add(iri)
        said = self._subjects[iri]
        node: dict[str, Any] = {"id": self._terms.iri(iri)}
        types = [value.value.removeprefix(CS) for value in said.get(TYPE, ())]
        if types:
            node["type"] = types[0] if len(types) == 1 else sorted(types)
        properties = {
            self._terms.name(predicate): values
            for predicate, values in said.items()
            if predicate != TYPE and not (part and predicate == PART_OF)
        }
        for name in sorted(properties):
            values = [self._value(value) for value in sorted(properties[name], key=str)]
            several = len(values) > 1 or self._terms.several(name)
            node[name] = values if several else values[0]
        return node

    def _value(self, value: Any) -> Any:
        if hasattr(value, "datatype"):
            return _native(value)
        iri = value.value
        if iri in self._subjects and iri not in self._told:
            return self._node(iri)
        if iri in self._labels:
            return {"id": self._terms.iri(iri), "label": self._labels[iri]}
        return self._terms.iri(iri)

    def _place(self, iri: str) -> tuple[int, str]:
        """By place in the text; problems have none."""
        start = self._subjects[iri].get(CS + "textStart")
        return (int(start[0].value) if start else 0, iri)


def _native(literal: pyoxigraph.Literal) -> str | int | bool:
    """Numbers and truth as JSON has them, unless their written form would be lost."""
    value = literal.value
    if literal.datatype.value == f"{XSD}integer" and str(int(value)) == value:
        return int(value)
    if literal.datatype.value == f"{XSD}boolean" and value in ("true", "false"):
        return value == "true"
    return value


def _is(said: Mapping[str, list[Any]], kind: str) -> bool:
    return any(value.value == CS + kind for value in said.get(TYPE, ()))


def _labels(store: Store) -> dict[str, str]:
    """What the authorities are called; grades and themes are named by their codes."""
    query = f"SELECT ?a ?name WHERE {{ ?a a <{CS}Authority> ; <{SKOS}prefLabel> ?name }}"
    return {row[0]: row[1] for row in sorted(store.select(query).rows, reverse=True)}
