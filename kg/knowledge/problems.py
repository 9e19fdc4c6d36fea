"""The codes of problems: what can be wrong with a report, and how grave it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.knowledge import turtle
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import members


class Severity(StrEnum):
    """How grave problems of a code are."""

    #: something that the report must give was not understood, or cannot be
    ERROR = "error"
    #: something may have been missed or misread
    WARNING = "warning"
    #: worth knowing, and nothing to do
    INFO = "info"


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """What problems of one kind have in common."""

    iri: str
    notation: str
    label: str
    definition: str
    severity: Severity
    #: met in many reports with which nothing is wrong
    routine: bool
    #: the field whose correction answers such a problem ("authority", "grade"), or None
    answered_by: str | None = None


def read_problem_codes(table: Statements) -> Mapping[str, ProblemCode]:
    """The codes of a vocabulary by their notation.  Raises `KnowledgeError`."""
    codes = (_code(table, iri) for iri in members(table, "problem-code"))
    return {code.notation: code for code in codes}


def _code(table: Statements, iri: str) -> ProblemCode:
    return ProblemCode(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        definition=turtle.need(table, iri, SKOS + "definition"),
        severity=turtle.choice(table, iri, CS + "severity", Severity),
        routine=turtle.flag(table, iri, CS + "routine"),
        answered_by=turtle.one(table, iri, CS + "answeredBy"),
    )
