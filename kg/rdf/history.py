"""Figures and earlier inspections as quads."""

from __future__ import annotations

from kg.knowledge import Knowledge
from kg.namespaces import CS, VOCAB
from kg.rdf.graph import ReportGraph, maybe
from kg.rdf.terms import iri
from kg.reports.model import Report


def add_facts(graph: ReportGraph, report: Report) -> None:
    """The figures of a report as observations."""
    for number, fact in enumerate(report.facts, 1):
        node = graph.node(f"fact/{number}", "Fact", fact.quote)
        graph.add(node, CS, "measure", iri(f"{VOCAB}measure/{fact.measure}"))
        graph.plain(node, "Fact", fact)


def add_earlier(graph: ReportGraph, report: Report, knowledge: Knowledge) -> None:
    """The earlier inspections that a report speaks of, each a node of its own."""
    grades = dict(knowledge.inspections.grade_iris)
    for number, earlier in enumerate(report.earlier, 1):
        node = graph.node(f"earlier/{number}", "EarlierInspection", earlier.quote)
        graph.plain(node, "EarlierInspection", earlier)
        known = grades.get(earlier.grade_code or "")
        graph.add(node, CS, "gradeThen", maybe(iri, known))
