"""Findings, figures and earlier inspections as quads."""

from __future__ import annotations

from kg.classifier.model import Rating
from kg.knowledge import Knowledge
from kg.namespaces import CS, VOCAB
from kg.rdf.graph import ReportGraph, maybe
from kg.rdf.terms import decimal, iri, text
from kg.reports.evidence import Finding, Raised
from kg.reports.model import Report


def add_findings(graph: ReportGraph, report: Report) -> None:
    """The findings of a report, rated where they are."""
    for finding in report.findings:
        node = graph.node(f"finding/{finding.order}", "Finding", finding.quote)
        graph.add(node, CS, "inPart", _part(graph, finding))
        if finding.section:
            graph.add(node, CS, "inSection", iri(f"{graph.base}/section/{finding.section}"))
        if finding.rating:
            _polarity(graph, node, finding.rating)
            add_themes(graph, node, finding.rating)
        if finding.raised:
            _raised(graph, node, finding.raised)


def _raised(graph: ReportGraph, node: str, raised: Raised) -> None:
    known = "inferred" if raised.inferred else "numbered"
    graph.add(node, CS, "recommendationMark", text(known if raised.recommendation else "not known"))
    if raised.recommendation:
        item = iri(f"{graph.base}/recommendation/{raised.recommendation}")
        graph.add(node, CS, "leadsTo", item)


def _polarity(graph: ReportGraph, node: str, rating: Rating) -> None:
    graph.add(node, CS, "polarity", iri(f"{VOCAB}polarity/{rating.polarity}"))
    graph.add(node, CS, "polarityProbability", decimal(rating.polarity_probability))


def add_themes(graph: ReportGraph, node: str, rating: Rating) -> None:
    """The themes of a finding or recommendation, and their probabilities.

    The probabilities are one literal, in the order of centrality ("plans 0.91 drift 0.40"): a
    node for each would double the graph.
    """
    for place, (theme, _) in enumerate(rating.themes):
        graph.add(node, CS, "aboutTheme", iri(f"{VOCAB}theme/{theme}"))
        if place == 0:
            graph.add(node, CS, "mainTheme", iri(f"{VOCAB}theme/{theme}"))
    said = " ".join(f"{theme} {probability:.2f}" for theme, probability in rating.themes)
    graph.add(node, CS, "themeProbabilities", text(said) if said else None)


def _part(graph: ReportGraph, finding: Finding) -> str | None:
    """The paragraph, item or section that a finding stands in."""
    if finding.paragraph:
        return iri(f"{graph.base}/paragraph/{finding.paragraph}")
    if finding.recommendation:
        return iri(f"{graph.base}/recommendation/{finding.recommendation}")
    return iri(f"{graph.base}/section/{finding.section}") if finding.section else None


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
