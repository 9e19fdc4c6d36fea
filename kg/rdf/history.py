"""Figures and earlier inspections as quads."""

from __future__ import annotations

from kg.knowledge import Knowledge
from kg.rdf.graph import ReportGraph, maybe, maybe_text
from kg.rdf.namespaces import CS, VOCAB
from kg.rdf.terms import decimal, iri, text
from kg.reports.model import Report
from kg.text.partialdate import PartialDate


def add_facts(graph: ReportGraph, report: Report) -> None:
    """The figures of a report as observations."""
    for number, fact in enumerate(report.facts, 1):
        node = graph.node(f"fact/{number}", "Fact", fact.quote)
        graph.add(node, CS, "measure", iri(f"{VOCAB}measure/{fact.measure}"))
        graph.add(node, CS, "value", decimal(fact.value))
        graph.add(node, CS, "unit", text(fact.unit))
        graph.add(node, CS, "when", maybe(_printed, fact.when))
        graph.add(node, CS, "comparison", maybe_text(fact.comparison))


def add_earlier(graph: ReportGraph, report: Report, knowledge: Knowledge) -> None:
    """The earlier inspections that a report speaks of, each a node of its own."""
    grades = dict(knowledge.inspections.grade_iris)
    for number, earlier in enumerate(report.earlier, 1):
        node = graph.node(f"earlier/{number}", "EarlierInspection", earlier.quote)
        graph.add(node, CS, "what", text(earlier.what))
        graph.add(node, CS, "familyThen", maybe_text(earlier.family))
        graph.add(node, CS, "when", maybe(_printed, earlier.when))
        graph.add(node, CS, "until", maybe(_printed, earlier.until))
        graph.add(node, CS, "subject", maybe_text(earlier.subject))
        graph.add(node, CS, "gradePrinted", maybe_text(earlier.grade))
        known = grades.get(earlier.grade_code or "")
        graph.add(node, CS, "gradeThen", maybe(iri, known))


def _printed(when: PartialDate) -> str:
    """A year, a month or a day, as precise as printed."""
    return text(str(when))
