"""Frameworks, scales and concept schemes: what each refers to fits, and is said once."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from kg.namespaces import VOCAB
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import GraphView
from kg.validation.rules.rule import Broken, Rule


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
                yield Broken(version, "cs:validFrom", known.value(version, "cs:validFrom"))


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
            yield Broken(strand, "skos:notation", known.value(strand, "skos:notation"))


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
            known.value(version, "cs:requiresStrand") and not grades
        ):
            yield Broken(version, "cs:hasScale", scale)


def _members(known: GraphView, scale: str) -> list[str]:
    """The grades of a scale, the best first."""
    found: list[str] = []
    cell = known.value(scale, "skos:memberList")
    seen = set()
    while cell and cell not in seen:
        seen.add(cell)
        if grade := known.value(cell, "rdf:first"):
            found.append(grade)
        cell = known.value(cell, "rdf:rest")
    return found


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
            yield Broken(grade, "cs:level", known.value(grade, "cs:level"))


def _named_once(known: GraphView) -> Iterator[Broken]:
    """A notation names one concept of its scheme; strands have theirs within a version."""
    for scheme in known.of_class("skos:ConceptScheme"):
        seen: set[str] = set()
        if text_of(scheme).endswith("/strand"):
            continue
        for concept in known.subjects_with("skos:inScheme", scheme):
            for notation in known.values(concept, "skos:notation"):
                if notation in seen:
                    yield Broken(concept, "skos:notation", notation)
                seen.add(notation)


def _labelled_once(known: GraphView) -> Iterator[Broken]:
    """What concepts of a scheme are called first is not the same of two."""
    for scheme in known.of_class("skos:ConceptScheme"):
        if text_of(scheme).rpartition("/")[2] in {"strand", "measure"}:
            continue
        seen: set[str] = set()
        for concept in known.subjects_with("skos:inScheme", scheme):
            for label in known.values(concept, "skos:prefLabel"):
                if label in seen:
                    yield Broken(concept, "skos:prefLabel", label)
                seen.add(label)


def _broader(known: GraphView) -> Iterator[Broken]:
    """Nothing is broader than itself by any way, nor both broader and related (SKOS, S27)."""
    for concept in known.having("skos:broader"):
        seen: set[str] = set()
        waiting = [concept]
        while waiting:
            for above in set(known.values(waiting.pop(), "skos:broader")) - seen:
                seen.add(above)
                waiting.append(above)
        if concept in seen:
            yield Broken(concept, "skos:broader", concept)
        for related in known.values(concept, "skos:related"):
            if related in seen:
                yield Broken(concept, "skos:related", related)


def _other_than_itself(known: GraphView) -> Iterator[Broken]:
    for name in ("dcterms:isReplacedBy", "dcterms:replaces", "skos:related", "skos:closeMatch"):
        for concept in known.having(name):
            if concept in known.values(concept, name):
                yield Broken(concept, name, concept)


def _scheme_there(known: GraphView) -> Iterator[Broken]:
    """What is named after a scheme is in it, and what is named alike is in the same one."""
    schemes = {text_of(scheme): scheme for scheme in known.of_class("skos:ConceptScheme")}
    alike: dict[str, str] = {}
    for concept in known.having("skos:inScheme"):
        folder = VOCAB + text_of(concept).removeprefix(VOCAB).partition("/")[0]
        for scheme in known.values(concept, "skos:inScheme"):
            wanted = schemes.get(folder) or alike.setdefault(folder, scheme)
            if text_of(scheme) not in schemes or scheme != wanted:
                yield Broken(concept, "skos:inScheme", scheme)


VOCABULARIES = (
    Rule(
        "versions-apart",
        "The versions of a family must not be in force at the same time.",
        _versions_apart,
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
    Rule("code-once", "A code must name one concept of its vocabulary only.", _named_once),
    Rule("name-once", "Two concepts of one vocabulary have the same name.", _labelled_once),
    Rule(
        "broader-without-circles",
        "A concept must not be broader than itself, nor both broader and related.",
        _broader,
    ),
    Rule(
        "another-than-itself",
        "A concept must not be replaced by, related or close to itself.",
        _other_than_itself,
    ),
    Rule(
        "scheme-that-names-it",
        "A concept must be in a vocabulary that there is: the one that its name begins with.",
        _scheme_there,
    ),
)
