"""The kinds of a report's sections, and what each kind means for those who read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.knowledge import turtle
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import members


class Trait(StrEnum):
    """What a kind of section is, or what is read from it."""

    #: its paragraphs are the report's own text
    BODY = "body"
    #: the boards that it names are named by the report
    BOARDS = "names-boards"
    #: the laws and the other authorities that it names are named by the report
    OTHERS = "names-others"
    #: its findings count where reports are compared
    COUNTS = "counts"
    #: it sums up what the report says elsewhere
    SUMMARY = "summary"
    #: it lists earlier inspections of the authority, each in few words
    LISTS_EARLIER = "lists-earlier"
    #: it gives figures of the area
    FIGURES = "figures"
    #: its heading says how soon the items under it are to be done
    TIMESCALE = "timescale"
    #: it is the same in every report
    STANDING = "standing"
    #: it is a table of judgements
    RECORD = "judgements"
    #: it gives names and addresses
    ADDRESSES = "addresses"
    #: it names the inspectors
    INSPECTORS = "inspectors"


#: Of a section that no profile names.
USUAL = frozenset({Trait.BODY, Trait.BOARDS, Trait.OTHERS, Trait.COUNTS})


@dataclass(frozen=True, slots=True)
class SectionKind:
    """One kind of section."""

    iri: str
    notation: str
    label: str
    definition: str
    traits: frozenset[Trait]


def read_section_kinds(table: Statements) -> Mapping[str, SectionKind]:
    """The kinds of a vocabulary by their notation.  Raises `KnowledgeError`."""
    kinds = (_kind(table, iri) for iri in members(table, "section-kind"))
    return {kind.notation: kind for kind in kinds}


def _kind(table: Statements, iri: str) -> SectionKind:
    traits = table[iri].get(CS + "trait", [])
    return SectionKind(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        definition=turtle.need(table, iri, SKOS + "definition"),
        traits=frozenset(turtle.one_of(table, iri, CS + "trait", trait, Trait) for trait in traits),
    )
