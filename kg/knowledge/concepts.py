"""The plain concepts of the vocabularies: fields of a report, measures, timescales, deliverers.

Each is read into one kind of value, in the order of the files.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import broader, members
from kg.knowledge.words import label


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that reports give figures for."""

    iri: str
    notation: str
    label: str
    #: words that stand behind the figure ("live outside the area")
    behind: tuple[str, ...]
    #: words that stand before the figure ("in primary schools is")
    before: tuple[str, ...]
    #: notations of the units that its figures may have, the usual one first
    units: tuple[str, ...]
    #: notations of the broader measures, the nearest first: it is told only after words of those
    broader: tuple[str, ...]


def read_measures(table: Statements) -> tuple[Measure, ...]:
    """The measures of a vocabulary."""
    return tuple(_measure(table, iri) for iri in members(table, "measure"))


def _measure(table: Statements, iri: str) -> Measure:
    values = table[iri]
    turtle.need(table, iri, SKOS + "related")
    return Measure(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        behind=tuple(values.get(SKOS + "hiddenLabel", ())),
        before=tuple(values.get(SKOS + "altLabel", ())),
        units=tuple(
            turtle.need(table, unit, SKOS + "notation") for unit in values[SKOS + "related"]
        ),
        broader=broader(table, iri),
    )


def read_listed_kinds(table: Statements) -> dict[str, frozenset[str]]:
    """What the inspectorate's site calls a kind of report, in small letters -> families."""
    found = {}
    for iri in members(table, "listed-kind"):
        turtle.need(table, iri, CS + "listsFamily")
        for name in ("prefLabel", "altLabel"):
            for words in table[iri].get(SKOS + name, ()):
                families = frozenset(table[iri][CS + "listsFamily"])
                found[words.replace("\u2019", "'").casefold()] = families
    return found


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a report."""

    iri: str
    #: the column of the table reports.csv, which is the name of the attribute of a `Report`
    notation: str
    label: str
    #: a report without it is incomplete
    required: bool


def read_fields(table: Statements) -> tuple[Field, ...]:
    """All fields of the vocabulary, in its order."""
    return tuple(
        Field(
            iri,
            turtle.need(table, iri, SKOS + "notation"),
            turtle.need(table, iri, SKOS + "prefLabel"),
            turtle.one(table, iri, CS + "isRequired") == "true",
        )
        for iri in members(table, "field")
    )


@dataclass(frozen=True, slots=True)
class Deliverer:
    """A trust or company, and the authorities for which it delivers or delivered."""

    iri: str
    #: every printed form of its name
    labels: tuple[str, ...]
    #: IRIs
    authorities: frozenset[str]

    def is_called(self, printed: str) -> bool:
        """Whether a printed name is one of its names."""
        wanted = label(printed)
        return any(label(form) == wanted for form in self.labels)


def read_deliverers(table: Statements) -> tuple[Deliverer, ...]:
    """All of the vocabulary, in the order of their IRIs."""
    authorities: dict[str, set[str]] = {}
    for iri in turtle.instances(table, CS + "Delivery"):
        body = turtle.need(table, iri, CS + "deliveredBy")
        authorities.setdefault(body, set()).add(turtle.need(table, iri, CS + "deliveredFor"))
    return tuple(
        Deliverer(iri, printed_forms(table, iri), frozenset(served))
        for iri, served in sorted(authorities.items())
    )


@dataclass(frozen=True, slots=True)
class TimescaleTerm:
    """How soon something is to be done."""

    iri: str
    notation: str
    labels: tuple[str, ...]
    #: calendar months
    months: int


def read_timescales(table: Statements) -> tuple[TimescaleTerm, ...]:
    """All timescales of the vocabulary, in its order."""
    return tuple(
        TimescaleTerm(
            iri,
            turtle.need(table, iri, SKOS + "notation"),
            printed_forms(table, iri),
            turtle.whole(table, iri, CS + "months"),
        )
        for iri in members(table, "timescale")
    )
