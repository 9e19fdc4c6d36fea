"""Frameworks: their versions, strands, grades and scales fit each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kg.shacl.terms import text_of
from kg.validation.rules.graphview import GraphView
from kg.validation.rules.rule import Broken, Rule, wrong


def _versions_apart(known: GraphView) -> Iterator[Broken]:
    """The versions of a family follow each other, and do not hold at the same time."""
    versions: dict[str, list[tuple[str, str, str]]] = {}
    for version in known.of_class("cs:FrameworkVersion"):
        begins = known.text(version, "cs:validFrom")
        ends = known.text(version, "cs:validTo") or "9999"
        versions.setdefault(known.text(version, "cs:familyCode"), []).append(
            (begins, ends, version)
        )
    for held in versions.values():
        held.sort()
        for (_, ends, _), (begins, _, version) in itertools.pairwise(held):
            if begins <= ends:
                yield wrong(known, version, "cs:validFrom")


def _named_by_family(known: GraphView) -> Iterator[Broken]:
    """The code of a version is that of its family with a year: ILACS-2023, CP-2012."""
    for version in known.of_class("cs:FrameworkVersion"):
        code = known.text(version, "skos:notation").replace("-", "")
        family = known.text(version, "cs:familyCode").replace("-", "")
        year = code.removeprefix(family)
        if not code.startswith(family) or (year and not year.isdigit()):
            yield wrong(known, version, "cs:familyCode")


def _own_strands(known: GraphView) -> Iterator[Broken]:
    for version in known.of_class("cs:FrameworkVersion"):
        own = known.values(version, "cs:hasStrand")
        for strand in own:
            if known.value(strand, "cccev:isDerivedFrom") != version:
                yield Broken(version, "cs:hasStrand", strand)
        for strand in known.values(version, "cs:requiresStrand"):
            if strand not in own:
                yield Broken(version, "cs:requiresStrand", strand)
        for strand in own:
            if f"/{known.text(version, 'skos:notation')}/" not in text_of(strand):
                yield Broken(version, "cs:hasStrand", strand)
    for strand in known.of_class("cs:Strand"):
        version = known.value(strand, "cccev:isDerivedFrom")
        if strand not in known.values(version, "cs:hasStrand"):
            yield Broken(strand, "cccev:isDerivedFrom", version)
        if text_of(strand).rpartition("/")[2] != known.text(strand, "skos:notation"):
            yield wrong(known, strand, "skos:notation")


def _strands_ordered(known: GraphView) -> Iterator[Broken]:
    for version in known.of_class("cs:FrameworkVersion"):
        for name in ("cs:order", "skos:notation"):
            seen: set[str] = set()
            for strand in known.values(version, "cs:hasStrand"):
                value = known.value(strand, name)
                if value in seen:
                    yield Broken(strand, name, value)
                seen.add(value)


def _grades_of_scale(known: GraphView) -> Iterator[Broken]:
    for version in known.of_class("cs:FrameworkVersion"):
        scale = known.value(version, "cs:hasScale")
        grades = known.values(version, "cs:hasGrade")
        if sorted(grades) != sorted(_members(known, scale)) or (
            bool(known.value(version, "cs:requiresStrand")) != bool(grades)
        ):
            yield Broken(version, "cs:hasScale", scale)


NIL = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"


def _members(known: GraphView, scale: str) -> list[str]:
    """The grades of a scale, the best first."""
    found: list[str] = []
    cell = known.value(scale, "skos:memberList")
    seen = set()
    while cell and cell != NIL and cell not in seen:
        seen.add(cell)
        if grade := known.value(cell, "rdf:first"):
            found.append(grade)
        cell = known.value(cell, "rdf:rest")
    return found if cell == NIL else []


def _ranks(known: GraphView) -> Iterator[Broken]:
    """Along a scale ranks are 1, 2, 3 ..., and levels rise with them where there are any."""
    for scale in known.of_class("cs:GradeScale"):
        grades = _members(known, scale)
        ranks = [known.number(grade, "cs:rank") for grade in grades]
        levels = [known.number(grade, "cs:level") for grade in grades]
        told = [level for level in levels if level is not None]
        if ranks != list(range(1, len(grades) + 1)) or not grades:
            yield Broken(scale, "skos:memberList")
        if told != sorted(set(told)) or (told and len(told) != len(grades)):
            yield Broken(scale, "skos:memberList")
    for grade in known.of_class("cs:Grade"):
        level, rank = known.number(grade, "cs:level"), known.number(grade, "cs:rank")
        if level is not None and level != rank:
            yield wrong(known, grade, "cs:level")


FRAMEWORKS = (
    Rule(
        "versions-apart",
        "The versions of a family must not be in force at the same time.",
        _versions_apart,
    ),
    Rule(
        "named-by-family",
        "The code of a framework version is that of its family with a year.",
        _named_by_family,
    ),
    Rule(
        "own-strands",
        "The strands of a framework version are derived from it and named after it, and it"
        " requires none but its own.",
        _own_strands,
    ),
    Rule(
        "strands-ordered",
        "Two strands of a framework version have the same code or the same place in the order.",
        _strands_ordered,
    ),
    Rule(
        "grades-of-the-scale",
        "A framework version has the grades of its scale, and grades if it requires strands.",
        _grades_of_scale,
    ),
    Rule(
        "ranks-along-the-scale",
        "Ranks and levels must rise along a scale, from 1 on and without gaps.",
        _ranks,
    ),
)
