"""Each kind of fault is found: the shape that speaks, on what, and how severely."""

from __future__ import annotations

from collections.abc import Callable
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
from tests.validation.made_up import (
    DECIMAL,
    FILE,
    INSPECTION,
    READING,
    REPORT,
    Iri,
    Statements,
    Typed,
    judged,
)

XSD_DATE = "^^<http://www.w3.org/2001/XMLSchema#date>"
LEADERS = f"{REPORT}/judgement/leaders"
OVERALL = f"{REPORT}/judgement/overall"
ADVICE = f"{REPORT}/recommendation/1"
PARAGRAPH = f"{REPORT}/paragraph/1"
FINDING = f"{REPORT}/finding/1"
NAMED = f"{REPORT}/service/mash"
SERVICE = "id:service/exampleshire/mash"
FACT = f"{REPORT}/fact/1"
EARLIER = f"{REPORT}/earlier/1"
BOARD = "id:board/exampleshire/lscb"
UNPLACED = f"{REPORT}/unplaced/1"
ILACS_2026 = Iri("vocab:framework/ILACS-2026")


def twice(made: Statements) -> None:
    judged(made, "leaders", name="6")


def board_of_another(made: Statements) -> None:
    """A recommendation to a board that is said to be of another authority."""
    made.add(BOARD, rdf_type=Iri("cs:Board"), cs_boardOf=Iri("id:authority/elsewhere"))
    made.put(ADVICE, cs_addressedTo=Iri(BOARD), cs_addressee="board")


def narrative(made: Statements) -> None:
    made.put(LEADERS, cs_basis="narrative")


#: name -> (what goes wrong, local name of the shape, focus, severity)
FAULTS: dict[str, tuple[Callable[[Statements], None], str, str, str]] = {
    "no title": (
        lambda r: r.drop(REPORT, "dcterms:title"),
        "Report-title",
        REPORT,
        "violation",
    ),
    "blank title": (
        lambda r: r.put(REPORT, dcterms_title="  "),
        "Report-title",
        REPORT,
        "violation",
    ),
    "two titles": (
        lambda r: r.add(REPORT, dcterms_title="Another"),
        "Report-title",
        REPORT,
        "violation",
    ),
    "no publication date": (
        lambda r: r.drop(REPORT, "dcterms:issued"),
        "Report-issuedKnown",
        REPORT,
        "info",
    ),
    "a date that is none": (
        lambda r: r.put(REPORT, dcterms_issued=Typed('"2024-13-45"' + XSD_DATE)),
        "Report-issued",
        REPORT,
        "violation",
    ),
    "31 February": (
        lambda r: r.put(INSPECTION, cs_endDate=Typed('"2024-02-31"' + XSD_DATE)),
        "Inspection-endDate",
        INSPECTION,
        "violation",
    ),
    "a number as a date": (
        lambda r: r.put(ADVICE, cs_dueDate=20240801),
        "Recommendation-dueDate",
        ADVICE,
        "violation",
    ),
    "a date with a time zone": (
        lambda r: r.put(REPORT, dcterms_issued=Typed('"2024-05-01Z"' + XSD_DATE)),
        "Report-issued",
        REPORT,
        "violation",
    ),
    "a date as a plain string": (
        lambda r: r.put(ADVICE, cs_dueDate="2024-08-01"),
        "Recommendation-dueDate",
        ADVICE,
        "violation",
    ),
    "unknown family": (
        lambda r: r.drop(REPORT, "cs:framework"),
        "Report-frameworkKnown",
        REPORT,
        "warning",
    ),
    "framework in no vocabulary": (
        lambda r: r.put(REPORT, cs_framework=Iri("vocab:framework/ILACS-1999")),
        "Report-framework",
        REPORT,
        "violation",
    ),
    "no authority": (
        lambda r: r.drop(REPORT, "cs:about"),
        "Report-about",
        REPORT,
        "violation",
    ),
    "authority in no register": (
        lambda r: r.put(REPORT, cs_about=Iri("id:authority/nowhere")),
        "Report-about",
        REPORT,
        "violation",
    ),
    "inspected authority in no register": (
        lambda r: r.put(INSPECTION, cs_inspected=Iri("id:authority/nowhere")),
        "Inspection-inspected",
        INSPECTION,
        "violation",
    ),
    "no inspection dates": (
        lambda r: r.drop(INSPECTION, "cs:startDate", "cs:endDate"),
        "ReportOfFamily-startDate",
        REPORT,
        "violation",
    ),
    "end before start": (
        lambda r: r.put(INSPECTION, cs_startDate=date(2024, 3, 16)),
        "Inspection-startDate",
        INSPECTION,
        "violation",
    ),
    "visit ends before it starts": (
        lambda r: r.put(f"{REPORT}/visit/1", cs_startDate=date(2024, 3, 18)),
        "Visit-startDate",
        f"{REPORT}/visit/1",
        "violation",
    ),
    "visit before the inspection": (
        lambda r: r.put(f"{REPORT}/visit/1", cs_startDate=date(2024, 2, 1)),
        "Visit-startsWithin",
        f"{REPORT}/visit/1",
        "violation",
    ),
    "visit after the inspection": (
        lambda r: r.put(f"{REPORT}/visit/1", cs_endDate=date(2024, 4, 1)),
        "Inspection-visitsEnd",
        INSPECTION,
        "violation",
    ),
    "published before fieldwork ended": (
        lambda r: r.put(REPORT, dcterms_issued=date(2024, 3, 10)),
        "Report-issuedAfterFieldwork",
        REPORT,
        "violation",
    ),
    "due before published": (
        lambda r: r.put(ADVICE, cs_dueDate=date(2024, 4, 30)),
        "Recommendation-dueAfterPublication",
        ADVICE,
        "violation",
    ),
    "statement due before published": (
        lambda r: r.put(f"{REPORT}/statement/1", cs_dueDate=date(2023, 9, 1)),
        "StatementRequirement-dueAfterPublication",
        f"{REPORT}/statement/1",
        "violation",
    ),
    "page beyond the last": (
        lambda r: r.put(PARAGRAPH, cs_page=4),
        "Report-pagesExist",
        REPORT,
        "violation",
    ),
    "page nought": (
        lambda r: r.put(PARAGRAPH, cs_page=0),
        "Place-page",
        PARAGRAPH,
        "violation",
    ),
    "page as a string": (
        lambda r: r.put(LEADERS, cs_page="one"),
        "Place-page",
        LEADERS,
        "violation",
    ),
    "no page": (
        lambda r: r.drop(ADVICE, "cs:page"),
        "Place-page",
        ADVICE,
        "violation",
    ),
    "empty quote": (
        lambda r: r.put(ADVICE, cs_quote=""),
        "Place-quote",
        ADVICE,
        "violation",
    ),
    "no quote": (
        lambda r: r.drop(LEADERS, "cs:quote"),
        "Place-quote",
        LEADERS,
        "violation",
    ),
    "words that end before they start": (
        lambda r: r.put(PARAGRAPH, cs_textStart=900),
        "Place-textStart",
        PARAGRAPH,
        "violation",
    ),
    "part of no report": (
        lambda r: r.put(PARAGRAPH, cs_partOf=Iri("id:report/elsewhere")),
        "Place-partOf",
        PARAGRAPH,
        "violation",
    ),
    "a strand without judgement": (
        lambda r: r.drop(LEADERS),
        "Report-strandsJudged",
        REPORT,
        "violation",
    ),
    "a strand judged only in passing": (narrative, "Report-strandsJudged", REPORT, "violation"),
    "overall missing under ILACS-2023": (
        lambda r: r.drop(OVERALL),
        "Report-strandsJudged",
        REPORT,
        "violation",
    ),
    "overall present under ILACS-2026": (
        lambda r: r.put(REPORT, cs_framework=ILACS_2026),
        "StrandOfFramework",
        OVERALL,
        "violation",
    ),
    "strand of another framework": (
        lambda r: r.put(
            f"{REPORT}/judgement/overall", cs_ofStrand=Iri("vocab:strand/care-of-ponies")
        ),
        "StrandOfFramework",
        OVERALL,
        "violation",
    ),
    "a strand judged twice": (twice, "Judgement-gradedOnce", LEADERS, "violation"),
    "two grades for one judgement": (
        lambda r: r.add(LEADERS, cs_grade=Iri("vocab:grade/inadequate")),
        "Judgement-grade",
        LEADERS,
        "violation",
    ),
    "grade of another scale": (
        lambda r: r.put(LEADERS, cs_grade=Iri("vocab:grade/positive")),
        "GradeOfScale",
        LEADERS,
        "violation",
    ),
    "grade in no vocabulary": (
        lambda r: r.put(LEADERS, cs_grade=Iri("vocab:grade/marvellous")),
        "Judgement-grade",
        LEADERS,
        "violation",
    ),
    "subject that is no strand": (
        lambda r: r.drop(OVERALL, "cs:ofStrand"),
        "StrandKnown",
        OVERALL,
        "warning",
    ),
    "unknown basis": (
        lambda r: r.put(LEADERS, cs_basis="rumour"),
        "Judgement-basis",
        LEADERS,
        "violation",
    ),
    "about a body in no register": (
        lambda r: r.put(LEADERS, cs_about=Iri("id:board/nowhere/lscb")),
        "Judgement-about",
        LEADERS,
        "violation",
    ),
    "empty recommendation": (
        lambda r: r.put(ADVICE, cs_text=""),
        "Recommendation-text",
        ADVICE,
        "violation",
    ),
    "recommendation cut short": (
        lambda r: r.put(ADVICE, cs_text="Improve the quality of"),
        "Recommendation-textComplete",
        ADVICE,
        "warning",
    ),
    "refers to a paragraph that is not there": (
        lambda r: r.drop(PARAGRAPH),
        "Recommendation-refersToParagraph",
        ADVICE,
        "violation",
    ),
    "paragraph in a section that is not there": (
        lambda r: r.put(PARAGRAPH, cs_inSection=Iri(f"{REPORT}/section/9")),
        "Paragraph-inSection",
        PARAGRAPH,
        "violation",
    ),
    "inspector without name": (
        lambda r: r.drop(f"{REPORT}/inspector/1", "cs:name"),
        "Inspector-name",
        f"{REPORT}/inspector/1",
        "violation",
    ),
    "hash that is none": (
        lambda r: r.put(FILE, cs_sha256="0A" * 32),
        "SourceFile-sha256",
        FILE,
        "violation",
    ),
    "reading of nothing": (
        lambda r: r.drop(READING, "prov:used"),
        "Reading-used",
        READING,
        "violation",
    ),
    "a finding in two parts": (
        lambda r: r.add(FINDING, cs_inPart=Iri(REPORT + "/section/1")),
        "Finding-inPart",
        FINDING,
        "violation",
    ),
    "an unknown polarity": (
        lambda r: r.put(FINDING, cs_polarity=Iri("vocab:polarity/glorious")),
        "Finding-polarity",
        FINDING,
        "violation",
    ),
    "two polarities": (
        lambda r: r.add(FINDING, cs_polarity=Iri("vocab:polarity/none")),
        "Finding-polarity",
        FINDING,
        "violation",
    ),
    "a probability above 1": (
        lambda r: r.put(FINDING, cs_polarityProbability=Typed('"1.5"' + DECIMAL)),
        "Finding-polarityProbability",
        FINDING,
        "violation",
    ),
    "a theme of no vocabulary": (
        lambda r: r.put(FINDING, cs_aboutTheme=Iri("vocab:theme/weather")),
        "Finding-aboutTheme",
        FINDING,
        "violation",
    ),
    "probabilities without themes": (
        lambda r: r.put(FINDING, cs_themeProbabilities="0.8 0.9"),
        "Finding-themeProbabilities",
        FINDING,
        "violation",
    ),
    "a finding without words": (
        lambda r: r.put(FINDING, cs_quote=" "),
        "Place-quote",
        FINDING,
        "violation",
    ),
    "a name of nothing": (
        lambda r: r.drop(NAMED, "cs:names"),
        "NamedBody-names",
        NAMED,
        "violation",
    ),
    "an odd relation": (
        lambda r: r.put(NAMED, cs_relation="friends with"),
        "NamedBody-relation",
        NAMED,
        "violation",
    ),
    "a service of no kind": (
        lambda r: r.drop(SERVICE, "cs:serviceKind"),
        "Service-serviceKind",
        SERVICE,
        "violation",
    ),
    "a figure without a measure": (
        lambda r: r.drop(FACT, "cs:measure"),
        "Fact-measure",
        FACT,
        "violation",
    ),
    "a negative figure": (
        lambda r: r.put(FACT, cs_value=Typed('"-3"' + DECIMAL)),
        "Fact-value",
        FACT,
        "violation",
    ),
    "a figure of no date": (
        lambda r: r.put(FACT, cs_when="last year"),
        "Fact-when",
        FACT,
        "violation",
    ),
    "an earlier inspection without a name": (
        lambda r: r.drop(EARLIER, "cs:what"),
        "EarlierInspection-what",
        EARLIER,
        "violation",
    ),
    "an earlier inspection of no date": (
        lambda r: r.put(EARLIER, cs_when="2019-5"),
        "EarlierInspection-when",
        EARLIER,
        "violation",
    ),
    "a heading on a paragraph": (
        lambda r: r.add(PARAGRAPH, cs_heading="Leaders"),
        "Subject-heading",
        PARAGRAPH,
        "violation",
    ),
    "a class that the ontology does not have": (
        lambda r: r.add(PARAGRAPH, rdf_type=Iri("cs:Limerick")),
        "KnownClass-type",
        PARAGRAPH,
        "violation",
    ),
    "a thing of no class": (
        lambda r: r.drop(PARAGRAPH, "rdf:type"),
        "Subject-quote",
        PARAGRAPH,
        "violation",
    ),
    "a page of a thing of another class": (
        lambda r: r.put(FACT, rdf_type=Iri("cs:Service")),
        "Subject-page",
        FACT,
        "violation",
    ),
    "a polarity without probability": (
        lambda r: r.drop(FINDING, "cs:polarityProbability"),
        "Rated",
        FINDING,
        "violation",
    ),
    "themes without a main one": (
        lambda r: r.drop(FINDING, "cs:mainTheme"),
        "Themed",
        FINDING,
        "violation",
    ),
    "a main theme that is none of the themes": (
        lambda r: r.put(FINDING, cs_mainTheme=Iri("vocab:kind/what-needs-to-improve")),
        "Themed",
        FINDING,
        "violation",
    ),
    "a finding in no part": (
        lambda r: r.drop(FINDING, "cs:inPart"),
        "Finding-inPartKnown",
        FINDING,
        "warning",
    ),
    "a classifier that is not named": (
        lambda r: r.drop(READING, "cs:ratedWith"),
        "RatedBy",
        REPORT,
        "violation",
    ),
    "a variant that does not say how it is known": (
        lambda r: r.drop(REPORT, "cs:variantInferred"),
        "VariantWhole",
        REPORT,
        "violation",
    ),
    "another family than the framework's": (
        lambda r: r.put(REPORT, cs_family="SIF"),
        "FamilyOfFramework-same",
        REPORT,
        "violation",
    ),
    "another framework than the inspection's": (
        lambda r: r.put(INSPECTION, cs_underFramework=ILACS_2026),
        "Report-sameFramework",
        REPORT,
        "violation",
    ),
    "a date without its words": (
        lambda r: r.drop(f"{REPORT}/evidence/issued"),
        "EvidenceOfDate",
        REPORT,
        "violation",
    ),
    "a due date that is counted from nothing": (
        lambda r: r.drop(ADVICE, "cs:dueCountedFrom"),
        "DueWhole",
        ADVICE,
        "violation",
    ),
    "a due date without the words of the timescale": (
        lambda r: r.drop(ADVICE, "cs:timescalePrinted"),
        "TimescalePrinted-words",
        ADVICE,
        "violation",
    ),
    "a judgement of a board that is about the authority": (
        lambda r: r.put(LEADERS, cs_aboutKind="board"),
        "BodyJudged",
        LEADERS,
        "violation",
    ),
    "a board of another authority": (board_of_another, "BoardOfReport", BOARD, "violation"),
    "an earlier grade of another scale": (
        lambda r: r.put(EARLIER, cs_gradeThen=Iri("vocab:grade/positive")),
        "EarlierGradeOfScale",
        EARLIER,
        "violation",
    ),
    "a first day without a last": (
        lambda r: r.drop(INSPECTION, "cs:endDate"),
        "DatesWhole-last",
        INSPECTION,
        "violation",
    ),
    "a name that does not say why": (
        lambda r: r.drop(UNPLACED, "cs:why"),
        "UnplacedName-why",
        UNPLACED,
        "violation",
    ),
}


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
    assert shapes == {"GradeOfScale", "StrandOfFramework", "Report-strandsJudged"}


def test_the_vocabulary_is_checked_alone(report, vocabulary):
    vocabulary.add("id:authority/exampleshire", cs_gss="E99999999")
    (found,) = validate_vocabulary(vocabulary.lines())
    assert describe(found).startswith("Violation: the shared vocabulary: A GSS code must")
    assert validate_report(report.lines(), vocabulary.lines()) == ()


def test_the_same_fault_is_told_once(report, vocabulary):
    report.put(ADVICE, cs_text="")
    found = validate_report(report.lines(), vocabulary.lines())
    assert distinct([*found, *reversed(found)]) == distinct(found) == found
