"""What the figures of reports measure, and the words that tell it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge import turtle
from kg.knowledge.turtle import SKOS, Statements
from kg.knowledge.vocabularies import broader, members


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
