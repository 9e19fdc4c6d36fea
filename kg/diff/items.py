"""What a report says, as items that can be told apart and compared: a judgement, a finding.

Only what matters to a reader is kept: not the offsets in the text, and not the probabilities.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from kg.diff.sides import Statements
from kg.knowledge.recordfields import record_fields
from kg.namespaces import CS, DCTERMS, ID, PROV, RDF

Labels = Mapping[str, str]
#: What is said of one thing: predicate -> values.
Properties = Mapping[str, tuple[str, ...]]
PROBABILITY = re.compile(r" [01][.0-9]*")


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One thing that a report says."""

    #: "judgement", "recommendation", ... as in `kind_names`
    kind: str
    #: what tells it apart from the others of its kind, in words
    what: str
    #: what else is said of it: field -> value in words
    fields: Mapping[str, str]
    page: int | None = None
    #: where it stands in the report's text
    start: int = 0


@dataclass(frozen=True, slots=True)
class ItemKind:
    """A class of the ontology as a kind of item."""

    name: str
    what: Callable[[Properties, Statements, Labels], str]
    #: field in words -> property
    fields: Mapping[str, str]


def items(end: str, said: Statements, labels: Labels) -> list[ReportItem]:
    """All items of a report, in the order of kinds and of the text."""
    found = [_header(end, said, labels)]
    for properties in said.values():
        for type_ in properties.get(f"{RDF}type", ()):
            kind = _kinds().get(type_.removeprefix(CS))
            if kind:
                found.append(_item(kind, properties, said, labels))
    order = kind_names()
    return sorted(found, key=lambda item: (order.index(item.kind), item.start, item.what))


def kind_names() -> tuple[str, ...]:
    """The kinds of items in order, the report itself first."""
    return ("report", *(kind.name for kind in _kinds().values()))


@cache
def _kinds() -> dict[str, ItemKind]:
    """Class of the ontology -> how its members are told apart, and the fields to compare."""
    classes = record_fields().classes
    place = {key: said for key, said in classes["ReportedItem"].fields.items() if said.compared}
    return {
        name: ItemKind(
            each.compared,
            WHAT[name],
            {
                said.compared: said.predicate or key
                for key, said in (*each.fields.items(), *place.items())
                if said.compared
            },
        )
        for name, each in classes.items()
        if each.compared
    }


def label(iri: str, labels: Labels) -> str:
    """The label of a thing; without one the end of its IRI in words."""
    return labels.get(iri) or re.split("[/#]", iri)[-1].replace("-", " ")


def _item(kind: ItemKind, properties: Properties, said: Statements, labels: Labels) -> ReportItem:
    fields = {field: _value(name, properties, said, labels) for field, name in kind.fields.items()}
    page = _first(properties, "page")
    return ReportItem(
        kind.name,
        kind.what(properties, said, labels),
        {field: value for field, value in fields.items() if value},
        int(page) if page else None,
        int(_first(properties, "textStart") or 0),
    )


def _header(end: str, said: Statements, labels: Labels) -> ReportItem:
    """What the report says of itself, as one item."""
    report = said.get(f"{ID}report/{end}", {})
    inspection = said.get(f"{ID}inspection/{end}", {})
    fields = {
        "title": _first(report, "title", DCTERMS),
        "authority": _value("about", report, said, labels),
        "family": _first(report, "family"),
        "framework": _value("framework", report, said, labels),
        "variant": _first(report, "variant"),
        "theme": _first(report, "theme"),
        "first day of fieldwork": _first(inspection, "startDate"),
        "last day of fieldwork": _first(inspection, "endDate"),
        "day of publication": _first(report, "issued", DCTERMS),
        "inspectors": " | ".join(
            sorted(
                _first(said.get(node, {}), "name")
                for node in inspection.get(f"{CS}hasInspector", ())
            )
        ),
        "number of pages": _first(report, "pageCount"),
        "name of the file": _first(report, "source"),
        "hash of the file": _first(report, "wasDerivedFrom", PROV).rpartition("/")[2],
    }
    return ReportItem("report", "", {name: value for name, value in fields.items() if value})


def _first(properties: Properties, name: str, namespace: str = CS) -> str:
    return properties.get(namespace + name, ("",))[0]


def _value(name: str, properties: Properties, said: Statements, labels: Labels) -> str:
    """The value of a property in words: of several the sorted list, of a thing its label."""
    values = properties.get(CS + name, ())
    if name == "gradePrinted" and not values:
        # a person gave it
        values = properties.get(CS + "grade", ())
    if name == "themeProbabilities":
        return ", ".join(PROBABILITY.sub("", " ".join(values)).split())
    if name == "polarity":
        return " | ".join(value.rpartition("/")[2] for value in values)
    if name == "inSection":
        return " | ".join(_first(said.get(value, {}), "heading") for value in values)
    words = (label(each, labels) if "://" in each else each for each in values)
    return " | ".join(sorted(words))


def _judged(properties: Properties, said: Statements, labels: Labels) -> str:
    strand = _value("ofStrand", properties, said, labels) or _first(properties, "subject")
    if _first(properties, "basis") == "graded":
        return _lower_first(strand)
    return f"{_lower_first(strand)}, said in passing: {_first(properties, 'quote')}"


def _lower_first(words: str) -> str:
    """For the middle of a sentence; abbreviations stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _named(properties: Properties, said: Statements, labels: Labels) -> str:
    target = _first(properties, "names")
    body = "/".join(target.split("/")[-2:]).replace("-", " ").replace("/", ", ")
    return labels.get(target) or body


def _of(name: str) -> Callable[[Properties, Statements, Labels], str]:
    return lambda properties, said, labels: _value(name, properties, said, labels)


def _figure(properties: Properties, said: Statements, labels: Labels) -> str:
    when = _first(properties, "when")
    what = _lower_first(_value("measure", properties, said, labels))
    compared = _first(properties, "comparison")
    return what + (f" ({compared})" if compared else "") + (f", {when}" if when else "")


def _earlier(properties: Properties, said: Statements, labels: Labels) -> str:
    parts = (_first(properties, name) for name in ("what", "subject"))
    return ", ".join(part for part in parts if part)


#: Class of the ontology -> what tells its members apart, in words.
WHAT = {
    "Judgement": _judged,
    "Recommendation": _of("text"),
    "StatementRequirement": _of("statementKind"),
    "NextStep": _of("stepKind"),
    "Finding": _of("quote"),
    "Fact": _figure,
    "EarlierInspection": _earlier,
    "NamedBody": _named,
    "Problem": _of("message"),
}
