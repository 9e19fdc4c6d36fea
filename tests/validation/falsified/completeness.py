"""What a report of its family must have, or what its own text has, is not there."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri


def judgement_missing(record: FalsifiedRecord) -> None:
    """One grade that the framework asks for is gone."""
    record.only("ILACS", "SIF", "CP2012", "LAC", "AreaSEND")
    record.remove(record.where("cs:Judgement", cs_basis="graded"))


def all_judgements_missing(record: FalsifiedRecord) -> None:
    """All grades are gone."""
    for judged in record.some("cs:Judgement", 1):
        record.remove(judged)


def boards_judgement_missing(record: FalsifiedRecord) -> None:
    """The review of the safeguarding board has its section, and no grade."""
    record.only("SIF")
    record.remove(record.where("cs:Judgement", cs_aboutKind="board"))


def no_lead_inspector(record: FalsifiedRecord) -> None:
    """The lead inspector is one of the team."""
    if len([i for i in record.things("cs:Inspector") if _role(record, i) == "lead"]) != 1:
        raise NotApplicable
    record.put(record.where("cs:Inspector", cs_role="lead"), cs_role="team")


def lead_inspector_missing(record: FalsifiedRecord) -> None:
    """The lead inspector is gone; the others are there."""
    record.some("cs:Inspector", 2)
    record.remove(record.where("cs:Inspector", cs_role="lead"))


def one_more_lead_inspector(record: FalsifiedRecord) -> None:
    """One of the team of a single inspectorate is a second lead."""
    record.only("ILACS", "SIF", "CP2012", "LAC", "ILACS-monitoring", "ILACS-focused")
    record.where("cs:Inspector", cs_role="lead")
    record.put(record.where("cs:Inspector", cs_role="team"), cs_role="lead")


def inspector_not_linked(record: FalsifiedRecord) -> None:
    """An inspector is there who inspected nothing."""
    record.unlink(record.last("cs:Inspector"))


def visit_not_linked(record: FalsifiedRecord) -> None:
    """A visit is there that no inspection had."""
    record.unlink(record.first("cs:Visit"))


def visit_missing(record: FalsifiedRecord) -> None:
    """The inspection has days, and no visit with words for them."""
    record.remove(record.first("cs:Visit"))


def theme_missing(record: FalsifiedRecord) -> None:
    """A joint inspection has no theme; the evidence for it stays."""
    record.drop(record.report, "cs:theme")


def theme_missing_with_its_evidence(record: FalsifiedRecord) -> None:
    """A joint inspection has neither theme nor evidence for one."""
    record.drop(record.report, "cs:theme")
    record.remove(record.where("cs:Evidence", cs_evidenceFor=Iri("cs:theme")))


def authority_printed_missing(record: FalsifiedRecord) -> None:
    """The authority's name as printed is gone."""
    record.drop(record.report, "cs:authorityPrinted")


def title_missing(record: FalsifiedRecord) -> None:
    """The report has no title."""
    record.drop(record.report, "dcterms:title")


def framework_missing(record: FalsifiedRecord) -> None:
    """The report stands under no framework."""
    record.drop(record.report, "cs:framework")


def family_missing(record: FalsifiedRecord) -> None:
    """The report is of no family."""
    record.drop(record.report, "cs:family")


def authority_missing(record: FalsifiedRecord) -> None:
    """The report is about nobody."""
    record.drop(record.report, "cs:about")


def inspected_missing(record: FalsifiedRecord) -> None:
    """The inspection inspected nobody."""
    record.drop(record.inspection, "cs:inspected")


def first_day_missing(record: FalsifiedRecord) -> None:
    """The inspection began on no day."""
    record.drop(record.inspection, "cs:startDate")


def last_day_missing(record: FalsifiedRecord) -> None:
    """The inspection ended on no day."""
    record.drop(record.inspection, "cs:endDate")


def day_of_publication_missing(record: FalsifiedRecord) -> None:
    """The day of publication is gone; its evidence stays."""
    record.drop(record.report, "dcterms:issued")


def day_of_publication_missing_with_its_evidence(record: FalsifiedRecord) -> None:
    """The day of publication is gone with its evidence, and no problem tells it."""
    record.drop(record.report, "dcterms:issued")
    record.remove(record.where("cs:Evidence", cs_evidenceFor=Iri("dcterms:issued")))


def problem_of_the_missing_day_gone(record: FalsifiedRecord) -> None:
    """The report has no day of publication, and the problem that told it is gone."""
    record.remove(record.where("cs:Problem", cs_problemCode="no-publication-date"))


def evidence_missing(record: FalsifiedRecord) -> None:
    """Title and authority have no words that they were read from."""
    for name in ("dcterms:title", "cs:about"):
        record.remove(record.where("cs:Evidence", cs_evidenceFor=Iri(name)))


def timescale_missing_beside_a_due_date(record: FalsifiedRecord) -> None:
    """A due date is counted from a timescale that is gone, with its words."""
    advice = record.first("cs:Recommendation", "cs:dueDate", "cs:timescalePrinted")
    record.drop(advice, "cs:timescale", "cs:timescalePrinted")


def printed_timescale_missing(record: FalsifiedRecord) -> None:
    """A timescale has no printed words."""
    record.drop(record.first("cs:Recommendation", "cs:timescalePrinted"), "cs:timescalePrinted")


def start_of_a_timescale_missing(record: FalsifiedRecord) -> None:
    """A due date is counted from nothing."""
    record.drop(record.first("cs:Recommendation", "cs:dueDate"), "cs:dueCountedFrom")


def due_date_missing_beside_its_timescale(record: FalsifiedRecord) -> None:
    """A timescale leads to no due date, though the inspection's last day is known."""
    record.drop(record.first("cs:Recommendation", "cs:dueDate"), "cs:dueDate", "cs:dueCountedFrom")


def due_date_of_a_statement_missing(record: FalsifiedRecord) -> None:
    """The statement's words name a day, and it is due on none."""
    record.drop(record.first("cs:StatementRequirement", "cs:dueDate"), "cs:dueDate")


def recommendation_missing(record: FalsifiedRecord) -> None:
    """The first recommendation is gone with all that is said of it; the others keep their order."""
    record.remove(record.some("cs:Recommendation", 2)[0])


def last_recommendation_missing(record: FalsifiedRecord) -> None:
    """The last recommendation is gone with the findings in it."""
    advice = record.some("cs:Recommendation", 2)[-1]
    for finding in record.things("cs:Finding", "cs:inPart"):
        if record.link(finding, "cs:inPart") == advice:
            record.remove(finding)
    record.remove(advice)


def all_recommendations_missing(record: FalsifiedRecord) -> None:
    """All recommendations are gone; their section and the findings in them stay."""
    for advice in record.some("cs:Recommendation", 1):
        record.remove(advice)


def paragraph_missing(record: FalsifiedRecord) -> None:
    """A paragraph in the middle is gone; the others keep their order."""
    paragraphs = record.some("cs:Paragraph", 3)
    record.remove(paragraphs[len(paragraphs) // 2])


def all_paragraphs_missing(record: FalsifiedRecord) -> None:
    """The report has findings and no paragraphs."""
    for paragraph in record.some("cs:Paragraph", 1):
        record.remove(paragraph)


def all_findings_missing(record: FalsifiedRecord) -> None:
    """The report has paragraphs and no findings."""
    for finding in record.some("cs:Finding", 1):
        record.remove(finding)


def finding_missing(record: FalsifiedRecord) -> None:
    """One sentence of a paragraph is gone."""
    record.remove(record.first("cs:Finding"))


def section_missing(record: FalsifiedRecord) -> None:
    """A section in the middle is gone; the others keep their order."""
    sections = record.some("cs:Section", 3)
    record.remove(sections[len(sections) // 2])


def polarity_missing(record: FalsifiedRecord) -> None:
    """A finding has a probability and no polarity."""
    record.drop(record.first("cs:Finding", "cs:polarity"), "cs:polarity")


def probability_missing(record: FalsifiedRecord) -> None:
    """A finding has a polarity and no probability."""
    record.drop(record.first("cs:Finding", "cs:polarityProbability"), "cs:polarityProbability")


def main_theme_missing(record: FalsifiedRecord) -> None:
    """A finding has themes and no main one."""
    record.drop(record.first("cs:Finding", "cs:mainTheme"), "cs:mainTheme")


def themes_missing_beside_the_main_one(record: FalsifiedRecord) -> None:
    """A finding has a main theme that is not among its themes."""
    record.drop(record.first("cs:Finding", "cs:mainTheme"), "cs:aboutTheme")


def probabilities_of_themes_missing(record: FalsifiedRecord) -> None:
    """A finding has themes and no probabilities of them."""
    record.drop(record.first("cs:Finding", "cs:mainTheme"), "cs:themeProbabilities")


def classifier_missing(record: FalsifiedRecord) -> None:
    """The findings are rated, and nobody rated them."""
    record.drop(record.reading, "cs:ratedWith")


def board_not_described(record: FalsifiedRecord) -> None:
    """A board is spoken of, and nothing says what it is."""
    board = record.first("cs:Board")
    record.drop(board, "rdf:type", "skos:prefLabel", "cs:boardKind", "cs:boardType", "cs:boardOf")


def owner_of_a_board_missing(record: FalsifiedRecord) -> None:
    """A board is of no authority."""
    record.drop(record.first("cs:Board"), "cs:boardOf")


def file_not_described(record: FalsifiedRecord) -> None:
    """The report is derived from a file of which nothing is known."""
    record.drop(record.file, "cs:sha256", "cs:fileName", "dcterms:format", "rdf:type")


def reading_not_described(record: FalsifiedRecord) -> None:
    """Nothing says which program read the file, and which text it made."""
    record.drop(record.reading, "prov:used", "prov:wasAssociatedWith", "cs:textSha256")


def program_not_described(record: FalsifiedRecord) -> None:
    """The program that read the file has no version."""
    record.drop(record.first("prov:SoftwareAgent"), "cs:softwareVersion")


def said_to_be_missing_and_there(record: FalsifiedRecord) -> None:
    """The title is there, and said to be missing."""
    record.add(record.report, cs_incomplete=Iri("vocab:field/title"))


def missing_and_not_said(record: FalsifiedRecord) -> None:
    """Authority and its name as printed are gone, and not said to be missing."""
    record.drop(record.report, "cs:about", "cs:authorityPrinted")
    record.drop(record.inspection, "cs:inspected")
    record.remove(record.where("cs:Evidence", cs_evidenceFor=Iri("cs:about")))


def correction_of_a_grade_gone(record: FalsifiedRecord) -> None:
    """A grade that a person gave is there, and nothing says that a person gave it."""
    correction = record.where("cs:Correction", cs_correctedValue="good")
    record.remove(correction)


def change_without_its_organisation(record: FalsifiedRecord) -> None:
    """A change event changed nothing."""
    change = record.first("org:ChangeEvent")
    for name in ("org:originalOrganization", "org:resultingOrganization"):
        if record.has(change, name):
            record.drop(change, name)


def _role(record: FalsifiedRecord, inspector: Iri) -> object:
    return record.value(inspector, "cs:role")
