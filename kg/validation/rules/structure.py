"""Structure: nothing but known properties, no nameless things, and links that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kg.namespaces import ID, VOCAB
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import term
from kg.validation.rules.recordview import RecordView
from kg.validation.rules.rule import Broken, Rule

#: What every RDF graph may say.
ANYWHERE = {term("rdf:type")}
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
            yield Broken(change, "skos:prefLabel", own.value(change, "skos:prefLabel"))
        sides = (
            (old, "org:originalOrganization", "org:changedBy"),
            (new, "org:resultingOrganization", "org:resultedFrom"),
        )
        for kind, name, back in sides:
            board = f"<{ID}board/{place}/{kind}>"
            told = own.values(change, name)
            if told not in ([], [board]) or bool(told) != (change in own.values(board, back)):
                yield Broken(change, name, told[0] if told else "")
    for name in ("org:changedBy", "org:resultedFrom"):
        for board in own.having(name):
            for change in own.values(board, name):
                if board not in own.index.instances.get(term("cs:Board"), ()):
                    yield Broken(board, name, change)


STRUCTURE = (
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
