"""A report with something in every field, about a real place's name and made-up findings."""

from dataclasses import replace
from datetime import date

from kg.classifier.model import Rating
from kg.knowledge.inspectorroles import InspectorPart
from kg.reports.evidence import (
    Board,
    EarlierInspection,
    Fact,
    Finding,
    Mention,
    Raised,
    Service,
    Unplaced,
)
from kg.reports.model import (
    About,
    Basis,
    Corrected,
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

TEXT = "Inspection of Leeds. Help is good. 1. Improve plans."


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(1, start, start + len(words), words)


def report(**changes) -> Report:
    made = Report(
        source="made-up",
        sha256="ab" * 32,
        pages=3,
        media_type="application/pdf",
        framework="ILACS",
        framework_version="ILACS-2023",
        title=Printed("Inspection of Leeds", quote("Inspection of Leeds")),
        authority=Printed("leeds", quote("Leeds")),
        authority_printed="Leeds",
        visits=(Visit(date(2024, 3, 4), date(2024, 3, 15), quote("Leeds")),),
        published=Printed(date(2024, 5, 1), quote("Leeds")),
        inspectors=(Inspector("Ann Made-Up", InspectorPart.LEAD, "HMI", quote("Leeds")),),
        variant="standard",
        variant_inferred=True,
        theme=Printed("neglect", quote("Help")),
        judgements=(
            Judgement(
                "help-and-protection",
                "Help",
                "Good",
                "good",
                About.AUTHORITY,
                Basis.GRADED,
                quote("Help is good"),
            ),
            Judgement(
                None, "The LSCP", "good", "good", About.PARTNERSHIP, Basis.NARRATIVE, quote("good")
            ),
        ),
        recommendations=(
            Recommendation(
                1,
                "1",
                Kind.PRIORITY_ACTION,
                "Plans",
                About.PARTNERSHIP,
                "NHS Made-Up",
                Timescale(
                    "Within three months", "within-three-months", date(2024, 8, 1), "published"
                ),
                "Improve plans.",
                (1, 9),
                quote("Improve plans."),
            ),
        ),
        sections=(
            Section(1, "Help", "findings", "help-and-protection", About.AUTHORITY, quote("Help")),
        ),
        paragraphs=(Paragraph(1, 1, 1, True, "Help  is", quote("Help is")),),
        statements=(StatementRequired("statement", "Leeds", date(2024, 9, 1), quote("Leeds")),),
        next_steps=(NextStep("full-inspection", 36, quote("Inspection")),),
        model="cd" * 32,
        findings=(
            Finding(
                1,
                1,
                1,
                1,
                None,
                "help-and-protection",
                About.AUTHORITY,
                "Help is good.",
                quote("Help is good."),
                Rating("strength", 0.9, (("early-help", 0.8),)),
                Raised(1, inferred=True),
            ),
        ),
        boards=(
            Board(
                "leeds/lscb", "lscb", "leeds", "Leeds LSCB", ("Leeds LSCB", "LSCB"), quote("Leeds")
            ),
        ),
        services=(
            Service(
                "leeds/mash", "front-door", "MASH", ("MASH", "hub"), "shared with", quote("Help")
            ),
        ),
        mentions=(
            Mention("board", "leeds/lscb", quote("Help")),
            Mention("service", "leeds/mash", quote("good")),
            Mention("authority", "kent", quote("good")),
            Mention("law", "https://www.legislation.gov.uk/id/ukpga/1989/41", quote("plans")),
        ),
        unplaced=(Unplaced("Blue Sky", "of no known kind", quote("plans")),),
        facts=(Fact("children-in-need", 421.5, "children", "2024-03", "earlier", quote("plans")),),
        earlier=(
            EarlierInspection(
                "focused visit",
                "ILACS-focused",
                "2022-04",
                "2022-05",
                "good",
                "good",
                "help",
                quote("Help"),
            ),
        ),
        corrections=(
            Corrected(
                "published",
                "2024-05-01",
                "2024-04-01",
                1,
                "A. Reader",
                "As printed.",
                quote("Help"),
            ),
        ),
        problems=(Problem("empty-list", "Nothing was found.", 2, "the list"),),
    )
    return replace(made, **changes)
