"""A report as the mapping gives it, against the published vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.knowledge import load_knowledge
from kg.knowledge.inspectorroles import InspectorPart
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
    Unjudged,
    Visit,
)
from kg.validation import Severity, Violation, describe, validate_report, validate_vocabulary
from tests.rdf import made_up

FIELD = "https://w3id.org/childrens-services-kg/vocab/field/"
BODY = re.compile(r"<https://w3id.org/childrens-services-kg/id/((?:board|service)/[^>]+)>")


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
    inspectors=(
        Inspector("Ann Example", InspectorPart.LEAD, "", quote("Lead inspector: Ann Example")),
    ),
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
        judgement(None, About.BOARD, basis=Basis.NARRATIVE),
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
    return [describe(violation) for violation in check_all(report, published)]


def check_all(report: Report, published: tuple[str, ...]) -> tuple[Violation, ...]:
    lines = report_quads(report, load_knowledge(), program_version="1.0.0")
    return validate_report(lines, published)


def test_the_published_vocabulary_is_valid(published):
    assert [describe(v) for v in validate_vocabulary(published)] == []


def test_a_mapped_report_is_valid(published):
    assert check(REPORT, published) == []


def test_an_optional_strand_may_be_absent(published):
    without = tuple(j for j in REPORT.judgements if j.strand != "lscb")
    assert check(replace(REPORT, judgements=without), published) == []


def test_a_required_strand_that_is_absent_is_told(published):
    without = tuple(j for j in REPORT.judgements if j.strand != "adoption")
    (found,) = check(replace(REPORT, judgements=without), published)
    assert found.startswith("Warning: otherham-2016: The report is incomplete")
    assert "strand/SIF-2013/adoption" in found


def test_a_required_strand_that_the_report_calls_not_judged_is_complete(published):
    (adoption,) = (j for j in REPORT.judgements if j.strand == "adoption")
    without = tuple(j for j in REPORT.judgements if j is not adoption)
    unjudged = Unjudged("adoption", adoption.subject, "Not judged", adoption.quote)
    assert check(replace(REPORT, judgements=without, unjudged=(unjudged,)), published) == []
    # it cannot be both
    (found,) = check(replace(REPORT, unjudged=(unjudged,)), published)
    assert found.startswith("Violation: otherham-2016: A strand that the framework version asks")


def test_a_report_of_no_known_family_only_warns(published):
    unknown = replace(
        REPORT, framework=None, framework_version=None, judgements=(), recommendations=()
    )
    (found,) = check(replace(unknown, sections=(), paragraphs=()), published)
    assert found.startswith("Warning: otherham-2016: The report is incomplete")
    assert found.partition("Found: ")[2].startswith(f"{FIELD}framework. ")


LACKING: dict[str, tuple[Callable[[Report], Report], set[str]]] = {
    "title": (lambda r: replace(r, title=None), {"title"}),
    "authority": (lambda r: replace(r, authority=None, authority_printed="X"), {"authority"}),
    # without days there is no framework version, so that nothing is graded
    "days": (
        lambda r: replace(r, visits=(), framework_version=None, judgements=()),
        {"inspection-start", "inspection-end"},
    ),
    "family": (
        lambda r: replace(r, framework=None, framework_version=None, judgements=()),
        {"framework"},
    ),
    "all of them": (
        lambda r: replace(
            r, title=None, authority=None, visits=(), framework=None, framework_version=None,
            judgements=(),
        ),
        {"title", "authority", "framework", "inspection-start", "inspection-end"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("base", ["otherham-2016", "made-up"])
@pytest.mark.parametrize("name", LACKING)
def test_a_report_that_lacks_a_field_names_it_and_only_warns(name, base, published):
    """Whatever a report lacks, it is valid, and says what it lacks."""
    lose, fields = LACKING[name]
    whole = REPORT if base == REPORT.source else made_up.report()
    found = check_all(lose(whole), published)
    lacked = {v.value.removeprefix(FIELD) for v in found if v.name == "complete"}
    strands = {each for each in lacked if "/strand/" in each}
    assert lacked - strands == fields
    assert [describe(v) for v in found if v.severity is Severity.VIOLATION] == []


def test_bodies_of_unknown_authorities_are_parted(published):
    """Two reports that lack their authority never speak of one board or service."""
    named = []
    for sha256 in ("1" * 64, "2" * 64):
        report = made_up.report(authority=None, sha256=sha256)
        boards = tuple(replace(b, authority=None, key="lscb") for b in report.boards)
        services = tuple(replace(s, key="unknown/mash") for s in report.services)
        mentions = (
            replace(report.mentions[0], target="lscb"),
            replace(report.mentions[1], target="unknown/mash"),
        )
        lacking = replace(report, boards=boards, services=services, mentions=mentions)
        lines = report_quads(lacking, load_knowledge(), program_version="1")
        named.append({iri for line in lines for iri in BODY.findall(line)})
    first, second = named
    assert len(first) >= 3 and not first & second


def test_no_publication_date_is_noted(published):
    (found,) = check(replace(REPORT, published=None), published)
    assert found.startswith("Info: otherham-2016: The report prints no publication date")
