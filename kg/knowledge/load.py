"""Everything the rooms know from the vocabularies, loaded once a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge import concepts, turtle
from kg.knowledge.bodies import Bodies, read_bodies
from kg.knowledge.choices import About
from kg.knowledge.concepts import Deliverer, Field, Measure, TimescaleTerm
from kg.knowledge.frameworks import FrameworkVersion, check_distinct, read_versions
from kg.knowledge.inspections import InspectionWords, read_inspection_words
from kg.knowledge.inspectorroles import InspectorWords, read_inspector_words
from kg.knowledge.problems import ProblemCode, read_problem_codes
from kg.knowledge.register import Register, read_register
from kg.knowledge.sectionkinds import SectionKind, read_section_kinds
from kg.knowledge.servicewords import ServiceNames, read_service_names
from kg.knowledge.turtle import SKOS, Statements
from kg.knowledge.vocabularies import members, vocabulary_table
from kg.knowledge.words import label
from kg.text.suggest import did_you_mean


@dataclass(frozen=True)
class Knowledge:
    """The vocabularies as values."""

    register: Register
    versions: tuple[FrameworkVersion, ...]
    timescales: tuple[TimescaleTerm, ...]
    #: notation -> IRI of the kinds of improvement item
    kinds: dict[str, str]
    #: notation -> IRI of the kinds of next step
    next_steps: dict[str, str]
    #: notation -> IRI of the themes of findings
    themes: dict[str, str]
    #: what boards, laws and places are called
    bodies: Bodies
    #: what services are called
    services: ServiceNames
    #: what figures measure
    measures: tuple[Measure, ...]
    #: what earlier inspections are called
    inspections: InspectionWords
    #: what inspectors are and are called
    inspectors: InspectorWords
    #: who delivers services for authorities
    deliverers: tuple[Deliverer, ...]
    #: what a report's header holds
    fields: tuple[Field, ...]
    #: notation -> what a kind of section means
    section_kinds: Mapping[str, SectionKind]
    #: notation -> what can be wrong with a report
    problem_codes: Mapping[str, ProblemCode]
    #: what the inspectorate's site calls a kind of report, in small letters -> codes of families
    listed_kinds: Mapping[str, frozenset[str]]

    def version_for(self, family: str, on: date) -> FrameworkVersion | None:
        """The version of a family for an inspection whose first day was ``on``."""
        for version in self.versions:
            if version.family == family and version.covers(on):
                return version
        return None

    def only_version(self, family: str) -> FrameworkVersion | None:
        """The version of a family that has had one only, on whatever day; else None."""
        found = [version for version in self.versions if version.family == family]
        return found[0] if len(found) == 1 else None

    def version(self, notation: str) -> FrameworkVersion | None:
        """The version with a notation ("ILACS-2023")."""
        return next((each for each in self.versions if each.notation == notation), None)

    def problem_code(self, notation: str) -> ProblemCode:
        """The code of a problem.  Raises `KnowledgeError` if no file describes it."""
        code = self.problem_codes.get(notation)
        if code is None:
            raise KnowledgeError(
                f"the code of problems {notation!r} is in no vocabulary file; "
                "add it to ontology/vocabularies/problem-codes.ttl"
                + did_you_mean(notation, self.problem_codes)
            )
        return code

    def body_kind(
        self, about: About, family: str | None, version: FrameworkVersion | None, on: date | None
    ) -> str | None:
        """The kind of board that a report of a family means by "the board" or "the partnership".

        Of several, it is the one of which there were boards on the day ``on``.  None if the family
        does not say, or that does not tell it.
        """
        versions = [version] if version else [v for v in self.versions if v.family == family]
        meant = {kind for each in versions for kind in each.bodies.get(about, ())}
        if len(meant) > 1:
            meant = {each for each in meant if on and self.bodies.kinds[each].covers(on)}
        return meant.pop() if len(meant) == 1 else None

    def timescale(self, printed: str) -> TimescaleTerm | None:
        """The timescale that printed words name, or None."""
        wanted = label(printed)
        for each in self.timescales:
            if any(label(form) == wanted for form in each.labels):
                return each
        return None


@lru_cache(maxsize=4)
def load_knowledge(extra: tuple[Path, ...] = ()) -> Knowledge:
    """The package's vocabularies and the user's own files, read once for the same files.

    Raises `KnowledgeError` naming the file and the fault.
    """
    table = vocabulary_table(extra)
    versions = read_versions(table)
    check_distinct(table, versions)
    return Knowledge(
        register=read_register(table),
        versions=versions,
        timescales=concepts.read_timescales(table),
        kinds=_concepts(table, "kind"),
        next_steps=_concepts(table, "next-step"),
        themes=_concepts(table, "theme"),
        bodies=read_bodies(table),
        services=read_service_names(table),
        measures=concepts.read_measures(table),
        inspections=read_inspection_words(table),
        inspectors=read_inspector_words(table),
        deliverers=concepts.read_deliverers(table),
        fields=concepts.read_fields(table),
        section_kinds=read_section_kinds(table),
        problem_codes=read_problem_codes(table),
        listed_kinds=concepts.read_listed_kinds(table),
    )


def _concepts(table: Statements, scheme: str) -> dict[str, str]:
    """The concepts of a scheme: notation -> IRI."""
    return {turtle.need(table, iri, SKOS + "notation"): iri for iri in members(table, scheme)}
