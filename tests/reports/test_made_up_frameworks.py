"""Frameworks of three shapes are taught by two files each, and no code.

One gives its grades in a table on the front, on a scale of its own; one gives them section by
section; one is about a partnership of a kind of its own, visits it, and gives no grade.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.documents import read_bytes
from kg.knowledge import Knowledge, load_knowledge
from kg.rdf import report_quads, vocabulary_quads
from kg.reports import Report, load_profiles, read_report
from kg.validation import Severity, validate_report
from tests.conftest import REPOSITORY

REGISTER = REPOSITORY / "examples" / "register.ttl"
BASE = "https://w3id.org/childrens-services-kg/"
PREFIXES = f"""
@prefix cccev: <http://data.europa.eu/m8g/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix cs: <{BASE}def#> .
@prefix board-kind: <{BASE}vocab/board-kind/> .
@prefix cell: <{BASE}vocab/scale/met-2026/> .
@prefix framework: <{BASE}vocab/framework/> .
@prefix grade: <{BASE}vocab/grade/> .
@prefix scale: <{BASE}vocab/scale/> .
@prefix scheme: <{BASE}vocab/> .
@prefix section: <{BASE}vocab/section-kind/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix strand: <{BASE}vocab/strand/made-up-2026/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def version(code: str, more: str) -> str:
    return f"""
framework:{code}-2026 a cs:FrameworkVersion , cccev:ReferenceFramework , skos:Concept ;
    skos:inScheme scheme:framework ;
    skos:notation "{code}-2026" ;
    skos:prefLabel "{code}, from 2026"@en ;
    cs:familyCode "{code}" ;
    {more}
    cs:validFrom "2026-01-01"^^xsd:date .
"""


def strand(code: str, framework: str, label: str, order: int, judges: str = "authority") -> str:
    return f"""
strand:{code} a cs:Strand , cccev:Criterion , skos:Concept ;
    cccev:isDerivedFrom framework:{framework}-2026 ;
    skos:inScheme scheme:strand ;
    skos:notation "{code}" ;
    skos:prefLabel "{label}"@en ;
    cs:judges "{judges}" ;
    cs:order {order} .
"""


def grade(code: str, rank: int) -> str:
    return f"""
grade:{code} a cs:Grade , skos:Concept ;
    skos:inScheme scheme:grade ;
    skos:notation "{code}" ;
    skos:prefLabel "{code.replace("-", " ").capitalize()}"@en ;
    cs:rank {rank} .
"""


@dataclass(frozen=True)
class Framework:
    meaning: str
    printed: str
    report: str


TABLE = Framework(
    version(
        "FOSTERING",
        "cs:hasScale scale:met-2026 ; cs:hasGrade grade:met , grade:part-met , grade:not-met ; "
        "cs:hasStrand strand:carers , strand:visits ; cs:requiresStrand strand:carers ;",
    )
    + strand("carers", "FOSTERING", "The recruitment of carers", 1)
    + strand("visits", "FOSTERING", "Visits to children", 2)
    + grade("met", 1) + grade("part-met", 2) + grade("not-met", 3)
    + """
scale:met-2026 a cs:GradeScale , skos:OrderedCollection ;
    skos:prefLabel "Met, part met, not met"@en ;
    skos:memberList cell:1 .
cell:1 a rdf:List ; rdf:first grade:met ; rdf:rest cell:2 .
cell:2 a rdf:List ; rdf:first grade:part-met ; rdf:rest cell:3 .
cell:3 a rdf:List ; rdf:first grade:not-met ; rdf:rest rdf:nil .
""",
    r"""
[family]
code = "FOSTERING"
title = ''' Inspection \s of \s fostering \s services \b '''
[header]
dates = ''' Inspection \s dates? \s* :? '''
[judgements]
table = "front"
[[sections.heading]]
kind = "findings"
match = ''' What \s we \s found '''
[[sections.heading]]
kind = "improvements"
items = "recommendation"
match = ''' What \s should \s be \s done '''
""",
    """\
Marlowe
Inspection of fostering services

Inspection dates: 4 to 8 March 2026

The recruitment of carers

Part met

Visits to children

Met

What we found

Carers are visited often and know whom to ask.

What should be done

• Recruit carers for brothers and sisters.
• Answer each enquiry within a week.
""",
)  # fmt: skip
SECTIONS = Framework(
    version(
        "TRANSPORT",
        "cs:hasScale scale:outstanding-to-inadequate-2013 ; cs:hasGrade grade:outstanding , "
        "grade:good , grade:requires-improvement , grade:inadequate ; "
        "cs:hasStrand strand:escorts , strand:routes ; cs:requiresStrand strand:escorts ;",
    )
    + strand("escorts", "TRANSPORT", "The work of escorts", 1)
    + strand("routes", "TRANSPORT", "The planning of routes", 2),
    r"""
[family]
code = "TRANSPORT"
title = ''' Inspection \s of \s transport \s to \s school \b '''
[header]
dates = ''' Inspection \s dates? \s* :? '''
[judgements]
link = ''' is | are | : '''
[[judgements.sentence]]
strand = "escorts"
where = "headings"
subject = ''' (?P<subject> The \s work \s of \s escorts ) '''
[[judgements.sentence]]
strand = "routes"
where = "headings"
subject = ''' (?P<subject> The \s planning \s of \s routes ) '''
[[sections.heading]]
kind = "findings"
strand = "escorts"
match = ''' The \s work \s of \s escorts \b .{0,60} '''
[[sections.heading]]
kind = "findings"
strand = "routes"
match = ''' The \s planning \s of \s routes \b .{0,60} '''
""",
    """\
Eastmere
Inspection of transport to school

Inspection dates: 11 to 15 March 2026

The work of escorts: outstanding

Escorts know each child by name and talk with their parents.

The planning of routes is good

Journeys are short for most of the children who need them.
""",
)
VISITS = Framework(
    version("RESPITE", "cs:meansPartnership board-kind:short-breaks-partnership ;")
    + """
board-kind:short-breaks-partnership a skos:Concept ;
    skos:inScheme scheme:board-kind ;
    skos:notation "short-breaks-partnership" ;
    skos:prefLabel "Short breaks partnership"@en ;
    cs:boardType "OtherBoard" .
section:testimony a cs:SectionKind , skos:Concept ;
    skos:inScheme scheme:section-kind ;
    skos:notation "testimony" ;
    skos:prefLabel "Testimony"@en ;
    skos:definition "What families said."@en ;
    cs:trait "body" .
""",
    r"""
[family]
code = "RESPITE"
title = ''' Visit \s to \s the \s short \s breaks \s partnership \b '''
[header]
prose_dates = ''' \b took \s place \s (?: on | from ) \b '''
[sections]
about = "partnership"
[[sections.heading]]
kind = "testimony"
match = ''' What \s families \s said '''
[[sections.heading]]
kind = "improvements"
items = "area for improvement"
match = ''' Areas? \s for \s improvement '''
""",
    """\
Northmoor
Visit to the short breaks partnership

The visit took place on 5 and 6 June 2026.

What families said

Parents told inspectors that breaks came too late.

Areas for improvement

• The time that families wait for a first break.
""",
)
SHAPES = {"table": TABLE, "sections": SECTIONS, "visits": VISITS}


@dataclass(frozen=True)
class Taught:
    report: Report
    knowledge: Knowledge
    vocabulary: tuple[Path, ...]


def teach(framework: Framework, folder: Path) -> Taught:
    """The framework's report, read with its two files."""
    meaning, printed = folder / "made-up.ttl", folder / "made-up.toml"
    meaning.write_text(PREFIXES + framework.meaning, encoding="utf-8")
    printed.write_text(framework.printed, encoding="utf-8")
    vocabulary = (REGISTER, meaning)
    knowledge = load_knowledge(vocabulary)
    profiles = load_profiles((printed,), vocabulary)
    document = read_bytes(framework.report.encode(), "made-up")
    return Taught(read_report(document, knowledge, profiles), knowledge, vocabulary)


@pytest.mark.parametrize("shape", SHAPES)
def test_its_report_is_read_and_keeps_the_shapes(shape: str, tmp_path: Path) -> None:
    taught = teach(SHAPES[shape], tmp_path)
    report = taught.report
    assert report.framework in SHAPES[shape].printed
    assert report.framework_version == f"{report.framework}-2026"
    lines = report_quads(report, taught.knowledge, program_version="1")
    found = validate_report(lines, tuple(vocabulary_quads(taught.vocabulary)))
    assert [each.message for each in found if each.severity is Severity.VIOLATION] == []
    assert {p.code for p in report.problems} <= {"no-publication-date"}


def test_grades_of_a_scale_of_its_own_stand_in_a_table(tmp_path: Path) -> None:
    report = teach(TABLE, tmp_path).report
    assert {j.strand: j.grade_code for j in report.judgements} == {
        "carers": "part-met",
        "visits": "met",
    }
    assert [item.text for item in report.recommendations] == [
        "Recruit carers for brothers and sisters.",
        "Answer each enquiry within a week.",
    ]


def test_grades_stand_in_the_headings_of_their_sections(tmp_path: Path) -> None:
    report = teach(SECTIONS, tmp_path).report
    assert {j.strand: j.grade_code for j in report.judgements} == {
        "escorts": "outstanding",
        "routes": "good",
    }
    assert [finding.strand for finding in report.findings] == ["escorts", "routes"]


def test_a_visit_speaks_to_the_partnership_of_its_own_kind(tmp_path: Path) -> None:
    taught = teach(VISITS, tmp_path)
    report = taught.report
    assert report.judgements == ()
    assert [item.text for item in report.recommendations] == [
        "The time that families wait for a first break."
    ]
    assert [section.kind for section in report.sections] == ["testimony", "improvements"]
    lines = "\n".join(report_quads(report, taught.knowledge, program_version="1"))
    assert f"addressedTo> <{BASE}id/board/northmoor/short-breaks-partnership>" in lines
    assert "safeguarding-partnership" not in lines
