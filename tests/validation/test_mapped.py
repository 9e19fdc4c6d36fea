"""A report as the mapping gives it, against the published vocabulary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.knowledge import load_knowledge
from kg.rdf import report_quads, vocabulary_quads
from kg.reports.model import (
    About,
    Basis,
    Inspector,
    Judgement,
    Kind,
    NextStep,
    Paragraph,
    Printed,
    Problem,
    Quote,
    Recommendation,
    Report,
    Section,
    StatementRequired,
    Timescale,
    Visit,
)
from kg.validation import describe, validate_report, validate_vocabulary


def quote(text: str, page: int = 1) -> Quote:
    return Quote(page, 100 * page, 100 * page + len(text), text)


def judgement(strand: str | None, about: About = About.AUTHORITY, **more) -> Judgement:
    subject = f"The {strand}"
    basis = more.get("basis", Basis.GRADED)
    return Judgement(strand, subject, "Good", "good", about, basis, quote(subject + " Good"))


REPORT = Report(
    source="otherham-2016",
    sha256="1b" * 32,
    pages=3,
    media_type="application/pdf",
    framework="SIF",
    framework_version="SIF-2013",
    title=Printed("Inspection of services", quote("Inspection of services")),
    authority=Printed("barnet", quote("Barnet")),
    authority_printed="Barnet",
    visits=(Visit(date(2016, 3, 1), date(2016, 3, 24), quote("1 to 24 March 2016")),),
    published=Printed(date(2016, 5, 13), quote("13 May 2016")),
    inspectors=(Inspector("Ann Example", "lead", "", quote("Lead inspector: Ann Example")),),
    theme=None,
    judgements=(
        *(
            judgement(strand)
            for strand in (
                "overall",
                "help-and-protection",
                "looked-after",
                "adoption",
                "care-leavers",
                "leadership",
            )
        ),
        judgement("lscb", About.BOARD),
        judgement(None, About.PARTNERSHIP, basis=Basis.NARRATIVE),
    ),
    sections=(
        Section(
            1, "Leadership", "leadership", "leadership", About.AUTHORITY, quote("Leadership", 2)
        ),
        Section(2, "The board", None, "lscb", About.BOARD, quote("The board", 3)),
    ),
    paragraphs=(
        Paragraph(1, None, None, False, "Leaders know.", quote("Leaders know.", 2)),
        Paragraph(2, 1, 12, True, "Leaders act; well.", quote("Leaders act: well.", 2)),
    ),
    recommendations=(
        Recommendation(
            1,
            "1.",
            Kind.AREA_FOR_IMPROVEMENT,
            "Care leavers",
            About.BOARD,
            "The board",
            Timescale("Within three months", "within-three-months", date(2016, 8, 13), "published"),
            "Improve the plans of care leavers.",
            (12,),
            quote("Improve the plans of care leavers.", 3),
        ),
    ),
    statements=(
        StatementRequired(
            "action plan", "the council", date(2016, 9, 1), quote("An action plan", 3)
        ),
    ),
    next_steps=(NextStep("monitoring-inspection", 18, quote("in about 18 months", 3)),),
    problems=(Problem("no-theme", "No theme was found.", 2),),
)


@pytest.fixture(scope="module")
def published() -> tuple[str, ...]:
    return tuple(vocabulary_quads())


def check(report: Report, published: tuple[str, ...]) -> list[str]:
    lines = report_quads(report, load_knowledge(), program_version="1.0.0")
    return [describe(violation) for violation in validate_report(lines, published)]


def test_the_published_vocabulary_is_valid(published):
    assert [describe(v) for v in validate_vocabulary(published)] == []


def test_a_mapped_report_is_valid(published):
    assert check(REPORT, published) == []


def test_an_optional_strand_may_be_absent(published):
    without = tuple(j for j in REPORT.judgements if j.strand != "lscb")
    assert check(replace(REPORT, judgements=without), published) == []


def test_a_required_strand_may_not(published):
    without = tuple(j for j in REPORT.judgements if j.strand != "adoption")
    (found,) = check(replace(REPORT, judgements=without), published)
    assert found.startswith("Violation: otherham-2016: The report gives no graded judgement")
    assert "strand/SIF-2013/adoption" in found


def test_a_report_of_no_known_family_only_warns(published):
    unknown = replace(
        REPORT, framework=None, framework_version=None, judgements=(), recommendations=()
    )
    (found,) = check(replace(unknown, sections=(), paragraphs=()), published)
    assert found.startswith("Warning: otherham-2016: The report is of no known family")


def test_a_report_without_authority_is_invalid(published):
    found = check(replace(REPORT, authority=None, authority_printed="Atlantis"), published)
    assert any("must be about exactly one authority" in each for each in found)


def test_no_publication_date_is_noted(published):
    (found,) = check(replace(REPORT, published=None), published)
    assert found.startswith("Info: otherham-2016: The report prints no publication date")
