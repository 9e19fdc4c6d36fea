"""Faults of findings, bodies, figures and of what goes together, and the shapes that speak."""

from __future__ import annotations

from collections.abc import Callable

from tests.validation.made_up import (
    DECIMAL,
    INSPECTION,
    READING,
    REPORT,
    Iri,
    Statements,
    Typed,
)

LEADERS = f"{REPORT}/judgement/leaders"
ADVICE = f"{REPORT}/recommendation/1"
PARAGRAPH = f"{REPORT}/paragraph/1"
FINDING = f"{REPORT}/finding/1"
NAMED = f"{REPORT}/service/mash"
SERVICE = "id:service/exampleshire/mash"
FACT = f"{REPORT}/fact/1"
EARLIER = f"{REPORT}/earlier/1"
BOARD = "id:board/exampleshire/lscb"
UNPLACED = f"{REPORT}/unplaced/1"
PROBLEM = f"{REPORT}/problem/1"
ILACS_2026 = Iri("vocab:framework/ILACS-2026")


def board_of_another(made: Statements) -> None:
    """A recommendation to a board that is said to be of another authority."""
    made.add(BOARD, rdf_type=Iri("cs:Board"), cs_boardOf=Iri("id:authority/elsewhere"))
    made.put(ADVICE, cs_addressedTo=Iri(BOARD), cs_addressee="board")


def problem(made: Statements, **of: Iri) -> None:
    made.add(
        PROBLEM, rdf_type=Iri("cs:Problem"), cs_problemCode="no-theme", cs_message="None found.",
        **of,
    )  # fmt: skip


def narrative(made: Statements) -> None:
    made.put(LEADERS, cs_basis="narrative")


#: name -> (what goes wrong, local name of the shape, focus, severity)
FAULTS: dict[str, tuple[Callable[[Statements], None], str, str, str]] = {
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
    "a problem of nothing": (
        problem,
        "Problem",
        PROBLEM,
        "violation",
    ),
    "a problem of a report and of a file": (
        lambda r: problem(r, cs_partOf=Iri(REPORT), cs_ofFile=Iri("id:file-not-stored/1")),
        "Problem",
        PROBLEM,
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
        "warning",
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
