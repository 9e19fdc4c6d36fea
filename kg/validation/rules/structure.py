"""Structure: nothing but known properties, no nameless things, and links that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.knowledge.recordfields import record_fields
from kg.namespaces import ID, VOCAB
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule, wrong

#: What every RDF graph may say.
ANYWHERE = {term("rdf:type")}
#: What a change of boards has.
OF_CHANGES = frozenset(
    map(term, ("skos:prefLabel", "org:originalOrganization", "org:resultingOrganization"))
)
#: How the terms begin that this graph alone gives names to.
OURS = (f"<{ID}", f"<{VOCAB}")


def _declared(record: RecordView) -> Iterator[Broken]:
    """Each property is one that the ontology declares."""
    declared = record.known.index.subjects
    for predicate, column in sorted(record.own.index.columns.items()):
        if predicate not in ANYWHERE and predicate not in declared:
            for subject in sorted(column.first):
                yield Broken(subject, value=predicate)


def _named(record: RecordView) -> Iterator[Broken]:
    """Every thing has an IRI: a nameless one cannot be pointed at."""
    own = record.own.index
    for subject in sorted(own.subjects):
        if not subject.startswith("<"):
            yield Broken(subject)
    for column in own.columns.values():
        for value in sorted(column.distinct):
            if value.startswith("_:"):
                yield Broken(record.report, value=value)


def _linked(record: RecordView) -> Iterator[Broken]:
    """What is linked to is described in the record, or in the shared vocabulary."""
    own, known = record.own.index, record.known.index
    for column in own.columns.values():
        for value in column.distinct:
            described = value in own.subjects or value in known.subjects
            if value.startswith(OURS) and not described:
                for subject in sorted(column.backward[value]):
                    yield Broken(subject, value=value)


def _changes(record: RecordView) -> Iterator[Broken]:
    """A change of boards is named by its sides, and is told on both of them."""
    own, known = record.own, record.known
    codes = known.coded("board-kind")
    for change in own.of_class("org:ChangeEvent"):
        place, _, turn = text_of(change).removeprefix(f"{ID}change/").partition("/")
        old, _, new = turn.partition("-to-")
        area = known.text(f"<{ID}authority/{place}>", "skos:prefLabel")
        names = [known.text(codes.get(kind, ""), "skos:prefLabel") for kind in (old, new)]
        if own.text(change, "skos:prefLabel") != f"{area}: {' to '.join(names)}":
            yield wrong(own, change, "skos:prefLabel")
        sides = (
            (old, "org:originalOrganization", "org:changedBy"),
            (new, "org:resultingOrganization", "org:resultedFrom"),
        )
        for kind, name, back in sides:
            board = f"<{ID}board/{place}/{kind}>"
            told = own.values(change, name)
            if told not in ([], [board]) or bool(told) != (change in own.values(board, back)):
                yield Broken(change, name, told[0] if told else "")
    for board in own.having("org:changedBy"):
        for change in own.values(board, "org:changedBy"):
            if change in own.values(board, "org:resultedFrom"):
                yield Broken(board, "org:changedBy", change)
    for name in ("org:changedBy", "org:resultedFrom"):
        for board in own.having(name):
            for change in own.values(board, name):
                if board not in own.index.instances.get(term("cs:Board"), ()):
                    yield Broken(board, name, change)


def _own_fields(record: RecordView) -> Iterator[Broken]:
    """A thing has the properties that the list of fields gives its class, and no others."""
    own = record.own.index
    allowed = {kind: _properties(text_of(kind)) for kind in own.instances}
    allowed[term("org:ChangeEvent")] = OF_CHANGES
    for predicate, column in own.columns.items():
        for kind, properties in allowed.items():
            if predicate not in properties and predicate not in ANYWHERE:
                for subject in sorted(own.instances.get(kind, set()) & column.first.keys()):
                    yield Broken(subject, value=predicate)


@cache
def _properties(kind: str) -> frozenset[str]:
    """The properties, as terms, that the list of fields gives a class; none said: any."""
    fields = record_fields()
    names = {name: term(name if ":" in name else f"cs:{name}") for name in fields.classes}
    own = {name for name, each in names.items() if each == f"<{kind}>"}
    above = PLACED if own and not own & UNPLACED else frozenset()
    found = {
        term(name if ":" in name else f"cs:{name}")
        for each in own | above
        for key, field in fields.classes[each].fields.items()
        for name in (field.predicate or key,)
    }
    for name, classes in fields.elsewhere.items():
        if not classes or own & set(classes):
            found.add(term(f"cs:{name}"))
    return frozenset(found | {term(name) for each in own for name in MORE.get(each, ())})


#: The class above most of what is read from a page, and those that are not under it.
PLACED = frozenset({"ReportedItem"})
UNPLACED = {
    *("Report", "Inspection", "SourceFile", "Reading", "Model", "Problem", "Correction"),
    *("Board", "Service", "FileNotStored", "prov:SoftwareAgent"),
}
#: What boards and services have from vocabularies of others.
MORE = {
    "Board": ("org:changedBy", "org:resultedFrom"),
    "Service": ("org:linkedTo",),
}


STRUCTURE = (
    Rule(
        "fields-of-its-class",
        "A thing has the properties that belong to its class, and no others.",
        _own_fields,
    ),
    Rule("declared-properties", "A property must be one that the ontology declares.", _declared),
    Rule("named-things", "Everything in a record must have an IRI.", _named),
    Rule(
        "links-lead-somewhere",
        "What is linked to must be described in the record or in the shared vocabulary.",
        _linked,
    ),
    Rule(
        "changes-of-boards",
        "A change of boards must be named by its kinds, and be told on each side that is there.",
        _changes,
    ),
)
