"""Faults of reports, inspections, judgements and recommendations, and the shapes that speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.validation.made_up import (
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
TITLE = Iri("vocab:field/title")
ILACS_2026 = Iri("vocab:framework/ILACS-2026")


def twice(made: Statements) -> None:
    judged(made, "leaders", name="6")


def no_title(made: Statements) -> None:
    made.drop(REPORT, "dcterms:title")
    made.add(REPORT, cs_incomplete=TITLE)


def leaders_missing(made: Statements) -> None:
    made.drop(LEADERS)
    made.add(REPORT, cs_incomplete=Iri("vocab:strand/leaders"))


def judged_elsewhere(made: Statements) -> None:
    """A judgement about an authority that the register has, and the report is not about."""
    made.add("id:authority/elsewhere", rdf_type=Iri("cs:Authority"))
    made.put(LEADERS, cs_about=Iri("id:authority/elsewhere"))


def narrative(made: Statements) -> None:
    made.put(LEADERS, cs_basis="narrative")


#: name -> (what goes wrong, local name of the shape, focus, severity)
FAULTS: dict[str, tuple[Callable[[Statements], None], str, str, str]] = {
    "no title": (
        lambda r: r.drop(REPORT, "dcterms:title"),
        "TitleOrTold",
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
    "a title that is called missing": (
        lambda r: r.add(REPORT, cs_incomplete=TITLE),
        "TitleOrTold",
        REPORT,
        "violation",
    ),
    "a title that is missing, and is called so": (
        no_title,
        "Report-lacks",
        REPORT,
        "warning",
    ),
    "missing what no vocabulary knows": (
        lambda r: r.add(REPORT, cs_incomplete=Iri("vocab:field/weight")),
        "Report-incomplete",
        REPORT,
        "violation",
    ),
    "unknown family": (
        lambda r: r.drop(REPORT, "cs:family", "cs:framework"),
        "FamilyOrTold",
        REPORT,
        "violation",
    ),
    "a family without its version": (
        lambda r: r.drop(REPORT, "cs:framework"),
        "VersionOfFamily",
        REPORT,
        "violation",
    ),
    "framework in no vocabulary": (
        lambda r: r.put(REPORT, cs_framework=Iri("vocab:framework/ILACS-1999")),
        "Report-framework",
        REPORT,
        "violation",
    ),
    "no authority": (
        lambda r: r.drop(REPORT, "cs:about"),
        "AuthorityOrTold",
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
        "StartOrTold",
        REPORT,
        "violation",
    ),
    "days without a visit": (
        lambda r: r.drop(INSPECTION, "cs:hasVisit"),
        "DaysVisited",
        REPORT,
        "violation",
    ),
    "a judgement about another authority": (
        judged_elsewhere,
        "AuthorityOfReport",
        LEADERS,
        "violation",
    ),
    "a judgement about nobody": (
        lambda r: r.drop(LEADERS, "cs:about"),
        "JudgementOwned",
        LEADERS,
        "violation",
    ),
    "a recommendation to nobody": (
        lambda r: r.drop(ADVICE, "cs:addressedTo"),
        "RecommendationOwned",
        ADVICE,
        "violation",
    ),
    "a service of nobody": (
        lambda r: r.drop("id:service/exampleshire/mash", "cs:serviceIn"),
        "ServiceOwned",
        "id:service/exampleshire/mash",
        "violation",
    ),
    "a strand that is judged and called missing": (
        lambda r: r.add(REPORT, cs_incomplete=Iri("vocab:strand/leaders")),
        "Report-strandsTold",
        REPORT,
        "violation",
    ),
    "a strand that is not judged, and is called missing": (
        leaders_missing,
        "Report-lacks",
        REPORT,
        "warning",
    ),
    "a strand that is judged and called not judged": (
        lambda r: r.add(REPORT, cs_notJudged=Iri("vocab:strand/leaders")),
        "Report-strandsTold",
        REPORT,
        "violation",
    ),
    "not judged is what is no strand": (
        lambda r: r.add(REPORT, cs_notJudged=TITLE),
        "Report-notJudged",
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
        "Report-strandsTold",
        REPORT,
        "violation",
    ),
    "a strand judged only in passing": (narrative, "Report-strandsTold", REPORT, "violation"),
    "overall missing under ILACS-2023": (
        lambda r: r.drop(OVERALL),
        "Report-strandsTold",
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
    "reading whose text has no hash": (
        lambda r: r.drop(READING, "cs:textSha256"),
        "Reading-textSha256",
        READING,
        "violation",
    ),
    "file whose text has a hash": (
        lambda r: r.add(FILE, cs_textSha256="0c" * 32),
        "Subject-textSha256",
        FILE,
        "violation",
    ),
    "reading of nothing": (
        lambda r: r.drop(READING, "prov:used"),
        "Reading-used",
        READING,
        "violation",
    ),
}
