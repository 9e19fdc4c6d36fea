"""What reports call earlier inspections and visits, and the grades that these had."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import VOCAB, broader, members


class InspectionTrait(StrEnum):
    """What is so of some kinds only."""

    #: one in the year of the fieldwork is the inspection at hand
    FULL = "full"
    #: it gives no grade
    NO_GRADE = "no-grade"
    #: it counts only where a report lists the authority's own inspections
    ONLY_LISTED = "only-listed"
    #: it is of a single home or school and of no authority
    OF_A_SETTING = "of-a-setting"
    #: the words behind its name tell which kind is meant
    TOLD_BY_WORDS = "told-by-words"


@dataclass(frozen=True, slots=True)
class InspectionKind:
    """One kind of inspection or visit."""

    iri: str
    notation: str
    #: what reports call one ("focused visit")
    names: tuple[str, ...]
    #: words that tell the kind in "inspection of ..." ("looked after")
    words: tuple[str, ...]
    #: family code where the kind is always of one family, or None
    family: str | None
    #: notations of the kind's broader kinds, the nearest first
    broader: tuple[str, ...]
    traits: frozenset[InspectionTrait]


@dataclass(frozen=True)
class InspectionWords:
    """All kinds, and every printed form of a grade with its notation."""

    kinds: tuple[InspectionKind, ...]
    grades: tuple[tuple[str, str], ...]
    #: the notation and IRI of each grade, those that no framework version gives among them
    grade_iris: tuple[tuple[str, str], ...]
    #: what stands behind a name where no inspection is named ("handbook")
    no_name_before: tuple[str, ...] = ()

    def kind(self, notation: str) -> InspectionKind:
        """The kind with a notation."""
        return next(each for each in self.kinds if each.notation == notation)


def read_inspection_words(table: Statements) -> InspectionWords:
    """The kinds of inspection and the grades of a vocabulary.  Raises `KnowledgeError`."""
    kinds, grades = members(table, "inspection-kind"), members(table, "grade")
    with_trait = {trait: _with_trait(table, trait, kinds) for trait in InspectionTrait}
    return InspectionWords(
        kinds=tuple(_kind(table, iri, with_trait) for iri in kinds),
        grades=tuple(
            (form, turtle.need(table, iri, SKOS + "notation"))
            for iri in grades
            for form in printed_forms(table, iri)
        ),
        grade_iris=tuple((turtle.need(table, iri, SKOS + "notation"), iri) for iri in grades),
        no_name_before=tuple(
            table.get(VOCAB + "inspection-name/no-name-before", {}).get(SKOS + "hiddenLabel", ())
        ),
    )


def _with_trait(
    table: Statements, trait: InspectionTrait, kinds: Collection[str]
) -> tuple[str, ...]:
    """The kinds that have a trait."""
    iri = f"{VOCAB}inspection-name/{trait}"
    found = table.get(iri, {}).get(SKOS + "related", [])
    if not found:
        raise KnowledgeError(f"{table.place(iri)}: <{iri}> has no skos:related; add the kinds")
    for kind in found:
        if kind not in kinds:
            raise KnowledgeError(
                f"{table.place(iri)}: <{iri}> is of <{kind}>, which no file describes as a kind of "
                "inspection"
            )
    return tuple(found)


def _kind(
    table: Statements, iri: str, with_trait: Mapping[InspectionTrait, Collection[str]]
) -> InspectionKind:
    values = table[iri]
    like = turtle.one(table, iri, SKOS + "closeMatch")
    return InspectionKind(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        names=(turtle.need(table, iri, SKOS + "prefLabel"), *values.get(SKOS + "altLabel", [])),
        words=tuple(values.get(SKOS + "hiddenLabel", [])),
        family=turtle.one(table, like, CS + "familyCode") if like else None,
        broader=broader(table, iri),
        traits=frozenset(trait for trait, kinds in with_trait.items() if iri in kinds),
    )
