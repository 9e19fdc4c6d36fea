"""Links that lead to the wrong kind of thing."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri, Typed


def part_of_the_inspection(record: FalsifiedRecord) -> None:
    """A finding is part of the inspection."""
    record.put(record.last("cs:Finding"), cs_partOf=record.inspection)


def evidence_of_the_inspection(record: FalsifiedRecord) -> None:
    """Evidence is of the inspection, and not of its report."""
    record.put(record.first("cs:Evidence"), cs_evidenceOf=record.inspection)


def report_among_the_inspectors(record: FalsifiedRecord) -> None:
    """The report is one of the inspectors."""
    record.add(record.inspection, cs_hasInspector=record.report)


def finding_in_the_section_of_a_paragraph(record: FalsifiedRecord) -> None:
    """A finding's section is a paragraph."""
    finding = record.first("cs:Finding", "cs:inSection")
    record.put(finding, cs_inSection=record.last("cs:Paragraph"))


def body_that_is_a_finding(record: FalsifiedRecord) -> None:
    """What the report names is a finding."""
    record.put(record.first("cs:NamedBody"), cs_names=record.first("cs:Finding"))


def area_code_of_a_board(record: FalsifiedRecord) -> None:
    """A board has the code of an area."""
    record.add(record.first("cs:Board"), cs_gss="E06000001")


def note_on_a_finding(record: FalsifiedRecord) -> None:
    """A finding has a note of an editor."""
    record.add(record.first("cs:Finding"), skos_editorialNote="This is not what was meant.")


def judgement_out_of_use(record: FalsifiedRecord) -> None:
    """A judgement is said to be out of use."""
    yes = Typed('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>')
    record.add(record.first("cs:Judgement"), owl_deprecated=yes)


def report_attributed_to_a_person(record: FalsifiedRecord) -> None:
    """The report is attributed to one of the inspectors."""
    record.add(record.report, prov_wasAttributedTo=record.first("cs:Inspector"))


def report_revised_by_another(record: FalsifiedRecord) -> None:
    """The report replaces another one."""
    record.add(record.report, dcterms_replaces=Iri("id:report/eastmere/sif/2015-03-13"))


def class_of_another_vocabulary_too(record: FalsifiedRecord) -> None:
    """A board is a school as well, in the words of another vocabulary."""
    record.add(record.first("cs:Board"), rdf_type=Iri("https://schema.org/School"))


def inspector_that_is_a_board(record: FalsifiedRecord) -> None:
    """An inspector is a board as well."""
    record.add(record.first("cs:Inspector"), rdf_type=Iri("cs:Board"))


def recommendation_that_refers_to_a_finding(record: FalsifiedRecord) -> None:
    """A recommendation refers to a finding in place of a paragraph."""
    advice = record.first("cs:Recommendation")
    record.add(advice, cs_refersToParagraph=record.first("cs:Finding"))


def name_of_a_board_in_another_language(record: FalsifiedRecord) -> None:
    """A board's name is said to be Welsh."""
    board = record.first("cs:Board")
    record.put(board, skos_prefLabel=Typed(f'"{record.words(board, "skos:prefLabel")}"@cy'))


def address_without_its_base(record: FalsifiedRecord) -> None:
    """All IRIs of the record are those of another site."""
    record.rewrite("https://w3id.org/childrens-services-kg/id/report/", "urn:report:")


def program_described_in_full(record: FalsifiedRecord) -> None:
    """The program has an author."""
    record.add(record.first("prov:SoftwareAgent"), rdfs_label="Made by hand")
