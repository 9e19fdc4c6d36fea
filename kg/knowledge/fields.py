"""The fields of a report's header, and which of them every report must have."""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge import turtle
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import members


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
