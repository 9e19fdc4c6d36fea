"""What the figures of reports measure, and the words that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg.knowledge import turtle
from kg.knowledge.load import VOCAB, vocabulary_files
from kg.knowledge.turtle import SKOS, Table


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


def read_measures(table: Table) -> tuple[Measure, ...]:
    """The measures of a vocabulary."""
    return tuple(
        _measure(table, iri)
        for iri in turtle.instances(table, SKOS + "Concept")
        if VOCAB + "measure" in table[iri].get(SKOS + "inScheme", ())
    )


@lru_cache(maxsize=4)
def load_measures(extra: tuple[Path, ...] = ()) -> tuple[Measure, ...]:
    """The package's measures and those of the user's own files, read once."""
    return read_measures(turtle.read_table(vocabulary_files(extra)))


def _measure(table: Table, iri: str) -> Measure:
    values = table[iri]
    broader: list[str] = []
    above = turtle.one(table, iri, SKOS + "broader")
    while above is not None and above not in broader:
        broader.append(above)
        above = turtle.one(table, above, SKOS + "broader")
    return Measure(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        behind=tuple(values.get(SKOS + "hiddenLabel", ())),
        before=tuple(values.get(SKOS + "altLabel", ())),
        units=tuple(
            turtle.need(table, unit, SKOS + "notation") for unit in values[SKOS + "related"]
        ),
        broader=tuple(turtle.need(table, each, SKOS + "notation") for each in broader),
    )
