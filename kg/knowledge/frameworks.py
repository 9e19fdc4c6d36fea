"""Framework versions: what an inspection judges, on what scale, and whether two can be told apart.

Of two that cannot, one would be taken in silence: the version that stands first, the strand whose
label is looked at first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.choices import About
from kg.knowledge.judgedbodies import bodies_meant, whom_it_judges
from kg.knowledge.turtle import CS, RDF, SKOS, Statements
from kg.knowledge.words import letters


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of a scale."""

    iri: str
    #: the code that tables use ("requires-improvement")
    notation: str
    label: str
    #: every printed form, the label among them
    labels: tuple[str, ...]
    #: place on its scale, 1 the best
    rank: int


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing that a framework version judges."""

    iri: str
    notation: str
    label: str
    #: every printed form, the label among them
    labels: tuple[str, ...]
    about: About
    #: every report of the version must judge it
    required: bool
    #: place among the version's strands, from 1
    order: int


@dataclass(frozen=True, slots=True)
class FrameworkVersion:
    """A framework as it stood for a time.  Dates are those of the first day of fieldwork."""

    iri: str
    notation: str
    family: str
    label: str
    valid_from: date
    #: last day, None if it is in force
    valid_to: date | None
    strands: tuple[Strand, ...]
    grades: tuple[Grade, ...]
    #: notations of the kinds of board that its reports mean by "the board", "the partnership";
    #: where there are several, the one of which there were boards at the time
    bodies: Mapping[About, tuple[str, ...]] = field(default_factory=dict, hash=False)

    #: the strands and grades by the letters of their printed forms
    _strands: Mapping[str, Strand] = field(init=False, repr=False, compare=False)
    _grades: Mapping[str, Grade] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # the first of two that share a printed form
        strands = {letters(form): each for each in self.strands[::-1] for form in each.labels}
        grades = {letters(form): each for each in self.grades[::-1] for form in each.labels}
        object.__setattr__(self, "_strands", strands)
        object.__setattr__(self, "_grades", grades)

    def covers(self, day: date) -> bool:
        """Whether an inspection that began on ``day`` is of this version."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def strand_of(self, notation: str | None) -> Strand | None:
        """The strand with a notation, or None."""
        return next((each for each in self.strands if each.notation == notation), None)

    def strand(self, printed: str) -> Strand | None:
        """The strand that a printed label names, or None.

        Only letters and figures count: a word may be broken by a hyphen, or two be joined.
        """
        return self._strands.get(letters(printed))

    def grade(self, printed: str) -> Grade | None:
        """The grade that printed words name, or None; as `strand`, only letters count."""
        return self._grades.get(letters(printed))


def read_versions(table: Statements) -> tuple[FrameworkVersion, ...]:
    """All framework versions of the vocabulary, the oldest first.

    Raises `KnowledgeError` that names the file for a version that judges strands and has no scale,
    names strands, grades or kinds of board that no file describes, or judges a board or partnership
    and does not say of which kind.
    """
    grades = {iri: _grade(table, iri) for iri in turtle.instances(table, CS + "Grade")}
    versions = []
    for iri in turtle.instances(table, CS + "FrameworkVersion"):
        check_version(table, iri)
        values = table[iri]
        required = set(values.get(CS + "requiresStrand", ()))
        strands = [
            _strand(table, each, each in required) for each in values.get(CS + "hasStrand", ())
        ]
        turtle.need(table, iri, CS + "validFrom")
        versions.append(
            FrameworkVersion(
                iri=iri,
                notation=turtle.need(table, iri, SKOS + "notation"),
                family=turtle.need(table, iri, CS + "familyCode"),
                label=turtle.need(table, iri, SKOS + "prefLabel"),
                valid_from=turtle.day(table, iri, CS + "validFrom") or date.min,
                valid_to=turtle.day(table, iri, CS + "validTo"),
                strands=tuple(sorted(strands, key=lambda strand: strand.order)),
                grades=tuple(grades[each] for each in values.get(CS + "hasGrade", ())),
                bodies=bodies_meant(table, iri),
            )
        )
    return tuple(sorted(versions, key=lambda version: (version.valid_from, version.notation)))


def _grade(table: Statements, iri: str) -> Grade:
    return Grade(
        iri,
        turtle.need(table, iri, SKOS + "notation"),
        turtle.need(table, iri, SKOS + "prefLabel"),
        printed_forms(table, iri),
        turtle.whole(table, iri, CS + "rank"),
    )


def _strand(table: Statements, iri: str, required: bool) -> Strand:
    return Strand(
        iri,
        turtle.need(table, iri, SKOS + "notation"),
        turtle.need(table, iri, SKOS + "prefLabel"),
        printed_forms(table, iri),
        whom_it_judges(table, iri),
        required,
        turtle.whole(table, iri, CS + "order"),
    )


def printed_forms(
    table: Statements, iri: str, labels: Sequence[str] = ("prefLabel", "altLabel", "hiddenLabel")
) -> tuple[str, ...]:
    """Preferred, alternative and hidden labels, or only some of these."""
    values = table[iri]
    forms = [form for name in labels for form in values.get(SKOS + name, ())]
    return tuple(dict.fromkeys(forms))


NIL = RDF + "nil"
SCALES = "ontology/vocabularies/scales.ttl has the scales there are"


def scale_grades(table: Statements, scale: str) -> tuple[str, ...]:
    """The IRIs of a scale's grades, the best first.

    Raises `KnowledgeError` if no file describes the scale, or its list does not end.
    """
    found: list[str] = []
    seen: set[str] = set()
    cell = turtle.need(table, scale, SKOS + "memberList")
    while cell != NIL:
        if cell in seen:
            raise KnowledgeError(
                f"{table.place(scale)}: the list of <{scale}> has no end; "
                "the last rdf:rest must be rdf:nil"
            )
        seen.add(cell)
        found.append(turtle.need(table, cell, RDF + "first"))
        cell = turtle.need(table, cell, RDF + "rest")
    return tuple(found)


def check_version(table: Statements, version: str) -> None:
    """Hold a framework version against its scale and its strands.

    A version that judges nothing needs no scale.  Raises `KnowledgeError` that names the file and
    says what to do.
    """
    values = table[version]
    where = f"{table.place(version)}: <{version}>"
    strands = values.get(CS + "hasStrand", [])
    for strand in strands:
        if CS + "Strand" not in table.get(strand, {}).get(turtle.TYPE, ()):
            raise KnowledgeError(
                f"{where} has the strand <{strand}>, which no file describes as one"
            )
    for strand in values.get(CS + "requiresStrand", ()):
        if strand not in strands:
            raise KnowledgeError(f"{where} requires <{strand}>; add it to cs:hasStrand as well")
    scale = turtle.one(table, version, CS + "hasScale")
    grades = values.get(CS + "hasGrade", [])
    if scale is None and (grades or strands):
        raise KnowledgeError(f"{where} judges strands and has no scale; add cs:hasScale ({SCALES})")
    if scale is None:
        return
    if scale not in table:
        raise KnowledgeError(f"{where} has the scale <{scale}>, which no file describes; {SCALES}")
    wanted = scale_grades(table, scale)
    for grade in (*wanted, *grades):
        if CS + "Grade" not in table.get(grade, {}).get(turtle.TYPE, ()):
            raise KnowledgeError(f"{where} has the grade <{grade}>, which no file describes as one")
    if set(wanted) != set(grades):
        odd = ", ".join(sorted(iri.rpartition("/")[2] for iri in set(wanted) ^ set(grades)))
        raise KnowledgeError(
            f"{where} must have as cs:hasGrade the grades of its scale and no others; "
            f"look at: {odd}"
        )


def check_distinct(table: Statements, versions: Iterable[FrameworkVersion]) -> None:
    """Raises `KnowledgeError` of one line that names the file and the two.

    At fault are two versions with one notation, two of a family on one day, one that ends before
    it begins, and two strands or grades of a version with one notation or one printed form.
    """
    listed = list(versions)
    for version in listed:
        if version.valid_to is not None and version.valid_to < version.valid_from:
            raise KnowledgeError(
                f"{table.place(version.iri)}: <{version.iri}> ends on {version.valid_to}, before "
                f"it begins on {version.valid_from}; mend cs:validFrom or cs:validTo"
            )
        _check(table, version.strands)
        _check(table, version.grades)
    for one, other in combinations(listed, 2):
        if one.notation == other.notation:
            _refuse(table, one, other, f"both have the notation {one.notation!r}")
        day = max(one.valid_from, other.valid_from)
        if one.family == other.family and one.covers(day) and other.covers(day):
            _refuse(table, one, other, f"are both versions of {one.family} on {day}")


def _check(table: Statements, things: Sequence[Strand | Grade]) -> None:
    for one, other in combinations(things, 2):
        if one.notation == other.notation:
            _refuse(table, one, other, f"both have the notation {one.notation!r}")
        forms = {letters(form) for form in one.labels}
        shared = next((form for form in other.labels if letters(form) in forms), None)
        if shared is not None:
            _refuse(table, one, other, f"are both printed as {shared!r}")


def _refuse(
    table: Statements,
    one: FrameworkVersion | Strand | Grade,
    other: FrameworkVersion | Strand | Grade,
    what: str,
) -> None:
    raise KnowledgeError(
        f"{table.place(other.iri)}: <{one.iri}> and <{other.iri}> {what}; "
        "they could not be told apart"
    )
