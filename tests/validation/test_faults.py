"""Each kind of fault is found: the shape that speaks, on what, and how severely."""

from __future__ import annotations

from datetime import date

import pytest

from kg.validation import (
    Severity,
    describe,
    distinct,
    validate_batch,
    validate_report,
    validate_vocabulary,
)
from kg.validation.shapes import shapes_folder
from tests.validation import faults_of_evidence, faults_of_reports
from tests.validation.made_up import (
    INSPECTION,
    REPORT,
    Iri,
    Typed,
    judged,
)

XSD_DATE = "^^<http://www.w3.org/2001/XMLSchema#date>"
LEADERS = f"{REPORT}/judgement/leaders"
OVERALL = f"{REPORT}/judgement/overall"
ADVICE = f"{REPORT}/recommendation/1"
PARAGRAPH = f"{REPORT}/paragraph/1"
ILACS_2026 = Iri("vocab:framework/ILACS-2026")
FAULTS = faults_of_reports.FAULTS | faults_of_evidence.FAULTS


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found(name, report, vocabulary):
    spoil, shape, focus, severity = FAULTS[name]
    spoil(report)
    found = validate_report(report.lines(), vocabulary.lines())
    hits = [v for v in found if v.shape.endswith("#" + shape) and v.focus == Iri(focus).whole]
    assert hits, [describe(v) for v in found]
    assert {v.severity for v in hits} == {Severity(severity)}
    assert all(v.source == "exampleshire-2024" and v.name and v.message for v in hits)


@pytest.mark.parametrize(
    "text",
    [
        "the quality of case recording and supervision",
        "Improve the take-up of return home interviews (paragraph 12)",
        "‘Working together’ arrangements.",
        "support for care leavers in Kent and Essex; the offer of accommodation",
        "The application of thresholds in team A",
    ],
)
def test_whole_recommendations_do_not_seem_cut_short(text, report, vocabulary):
    report.put(ADVICE, cs_text=text)
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_no_overall_judgement_is_right_under_ilacs_2026(report, vocabulary):
    report.drop(OVERALL)
    report.put(REPORT, cs_framework=ILACS_2026)
    report.put(INSPECTION, cs_underFramework=ILACS_2026)
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_a_narrative_judgement_of_a_graded_strand_is_no_second_grade(report, vocabulary):
    judged(report, "leaders", name="6", basis="narrative")
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_what_is_said_in_passing_need_be_of_no_strand(report, vocabulary):
    judged(report, "leaders", name="6", basis="narrative")
    report.drop(f"{REPORT}/judgement/6", "cs:ofStrand")
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_a_fault_says_page_and_words(report, vocabulary):
    report.put(ADVICE, cs_dueDate=date(2024, 4, 30))
    (found,) = validate_report(report.lines(), vocabulary.lines())
    assert describe(found) == (
        "Violation: exampleshire-2024, page 3: The recommendation is due before the report was"
        ' published. Found: 2024-05-01. At: "The quality of plans."'
    )


def test_a_fault_of_the_header_says_where_the_header_has_it(report, vocabulary):
    report.put(REPORT, dcterms_issued=Typed('"2024-13-45"' + XSD_DATE))
    found = validate_report(report.lines(), vocabulary.lines())
    (wrong,) = [v for v in found if v.component == "DatatypeConstraintComponent"]
    assert (wrong.page, wrong.quote, wrong.value) == (3, "Published 1 May 2024", "2024-13-45")


def test_a_report_without_source_goes_by_its_graph(report, vocabulary):
    report.drop(REPORT, "cs:source")
    (found,) = validate_report(report.lines(), vocabulary.lines())
    assert found.source.endswith("/graph/exampleshire/ilacs/2024-03-15")


def test_a_page_that_is_not_there_leads_to_what_claims_it(report, vocabulary):
    report.put(PARAGRAPH, cs_page=4)
    (found,) = validate_report(report.lines(), vocabulary.lines())
    assert (found.page, found.quote) == (4, "Leaders know their services well.")


def test_reports_of_a_batch_do_not_mix(report, vocabulary):
    right = report.lines()
    report.drop(LEADERS)
    assert [
        len(found) for found in validate_batch([right, report.lines(), right], vocabulary.lines())
    ] == [0, 1, 0]


def test_two_rules_broken_at_one_place_are_both_told(report, vocabulary):
    report.put(LEADERS, cs_grade=Iri("vocab:grade/positive"))
    report.put(LEADERS, cs_ofStrand=Iri("vocab:strand/care-of-ponies"))
    found = validate_report(report.lines(), vocabulary.lines())
    shapes = {v.shape.rpartition("#")[2] for v in found}
    assert shapes == {"GradeOfScale", "StrandOfFramework", "Report-strandsTold"}


def test_the_vocabulary_is_checked_alone(report, vocabulary):
    vocabulary.add("id:authority/exampleshire", cs_gss="E99999999")
    (found,) = validate_vocabulary(vocabulary.lines(), shapes_folder())
    assert describe(found).startswith("Violation: the shared vocabulary: A GSS code must")
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_the_same_fault_is_told_once(report, vocabulary):
    report.put(ADVICE, cs_text="")
    found = validate_report(report.lines(), vocabulary.lines())
    assert distinct([*found, *reversed(found)]) == distinct(found) == found
