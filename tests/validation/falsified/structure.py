"""Statements that no report makes: foreign terms, foreign things, broken shapes of the graph."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.made_up import Iri, Typed

SCHEMA = "https://schema.org/"
XSD = "^^<http://www.w3.org/2001/XMLSchema#"


def unknown_property(record: FalsifiedRecord) -> None:
    """A report has a property that the ontology does not declare."""
    record.add(record.report, cs_colour="blue")


def misspelt_property(record: FalsifiedRecord) -> None:
    """The number of pages is given a second time under a misspelt name."""
    record.add(record.report, cs_pagecount=3)


def misspelt_property_of_a_finding(record: FalsifiedRecord) -> None:
    """A finding has a theme under a misspelt name."""
    record.add(record.first("cs:Finding"), cs_aboutTheme2=Iri("vocab:theme/plans"))


def property_of_another_vocabulary(record: FalsifiedRecord) -> None:
    """The report has an author in the words of another vocabulary."""
    record.add(record.report, dcterms_creator="A forger")


def comment_on_a_judgement(record: FalsifiedRecord) -> None:
    """A judgement has a comment that says it is wrong."""
    record.add(record.first("cs:Judgement"), rdfs_comment="Overturned on appeal.")


def comment_on_the_report(record: FalsifiedRecord) -> None:
    """The report has a comment."""
    record.add(record.report, rdfs_comment="Withdrawn.")


def label_on_a_judgement(record: FalsifiedRecord) -> None:
    """A judgement has a name, which shows instead of its grade."""
    record.add(record.first("cs:Judgement"), skos_prefLabel="Outstanding")


def link_to_the_web(record: FalsifiedRecord) -> None:
    """A recommendation leads to a page of the web."""
    record.add(record.first("cs:Recommendation"), rdfs_seeAlso=Iri("https://example.org/more"))


def node_of_a_foreign_class(record: FalsifiedRecord) -> None:
    """The record describes a person in the words of another vocabulary."""
    record.add(Iri("id:person/1"), rdf_type=Iri(SCHEMA + "Person"), skos_prefLabel="Jo Falsely")


def node_without_a_class(record: FalsifiedRecord) -> None:
    """The record says something of a thing that is of no class."""
    record.add(Iri(f"{record.report}/remark/1"), cs_quote="No such words.")


def node_of_an_undeclared_class(record: FalsifiedRecord) -> None:
    """The record has a complaint, a class that the ontology does not declare."""
    complaint = Iri(f"{record.report}/complaint/1")
    record.add(complaint, rdf_type=Iri("cs:Complaint"), cs_partOf=record.report)


def blank_node_as_a_finding(record: FalsifiedRecord) -> None:
    """A finding is a blank node, which nothing can lead to."""
    finding = record.last("cs:Finding")
    record.rename_to_blank(finding, "_:b0")


def blank_node_beside_the_report(record: FalsifiedRecord) -> None:
    """The record describes a thing without a name."""
    record.copy(record.first("cs:Paragraph"), Iri(f"{record.report}/paragraph/998"))
    record.rename_to_blank(Iri(f"{record.report}/paragraph/998"), "_:b1")


def board_changed_by_what_it_came_from(record: FalsifiedRecord) -> None:
    """A board resulted from the change that ended it."""
    board = record.first("cs:Board", "org:changedBy")
    record.add(board, org_resultedFrom=record.link(board, "org:changedBy"))


def change_of_a_board_into_the_report(record: FalsifiedRecord) -> None:
    """A board became a report."""
    record.add(record.first("org:ChangeEvent"), org_resultingOrganization=record.report)


def change_of_a_board_into_a_service(record: FalsifiedRecord) -> None:
    """A board became a service."""
    service = Iri("id:service/northmoor/mash")
    record.add(service, rdf_type=Iri("cs:Service"), skos_prefLabel="mash")
    record.add(service, cs_serviceKind=Iri("vocab:service-kind/front-door"))
    record.add(record.first("org:ChangeEvent"), org_resultingOrganization=service)


def change_without_a_name(record: FalsifiedRecord) -> None:
    """A change event has no name."""
    record.drop(record.first("org:ChangeEvent"), "skos:prefLabel")


def change_without_a_link_back(record: FalsifiedRecord) -> None:
    """The board does not know of its change."""
    board = record.first("cs:Board", "org:changedBy")
    record.drop(board, "org:changedBy")


def change_that_is_not_described(record: FalsifiedRecord) -> None:
    """The board was changed by what the record does not describe."""
    board = record.first("cs:Board", "org:changedBy")
    record.put(board, org_changedBy=Iri("id:change/northmoor/never"))


def recommendation_that_is_a_judgement_too(record: FalsifiedRecord) -> None:
    """A recommendation is of two classes."""
    record.add(record.first("cs:Recommendation"), rdf_type=Iri("cs:Judgement"))


def finding_that_is_a_paragraph_too(record: FalsifiedRecord) -> None:
    """A finding is of two classes."""
    record.add(record.first("cs:Finding"), rdf_type=Iri("cs:Paragraph"))


def class_that_is_too_wide(record: FalsifiedRecord) -> None:
    """A finding is only something read from a report."""
    record.put(record.first("cs:Finding"), rdf_type=Iri("cs:ReportedItem"))


def class_missing(record: FalsifiedRecord) -> None:
    """A recommendation is of no class: nothing lists it any more."""
    record.drop(record.last("cs:Recommendation"), "rdf:type")


def class_of_a_finding_missing(record: FalsifiedRecord) -> None:
    """A finding is of no class: nothing counts it any more."""
    record.drop(record.last("cs:Finding"), "rdf:type")


def class_of_the_report_missing(record: FalsifiedRecord) -> None:
    """The report is of no class: nothing checks it any more."""
    record.drop(record.report, "rdf:type")


def grade_renamed_in_the_record(record: FalsifiedRecord) -> None:
    """The record gives a grade of the vocabulary another name."""
    record.add(Iri("vocab:grade/good"), skos_prefLabel="Inadequate")


def grade_ranked_in_the_record(record: FalsifiedRecord) -> None:
    """The record gives a grade of the vocabulary another rank."""
    record.add(Iri("vocab:grade/inadequate"), cs_rank=1)


def strand_taken_out_of_its_framework(record: FalsifiedRecord) -> None:
    """The record says of a framework which strands it has."""
    framework = record.link(record.report, "cs:framework")
    record.add(framework, cs_hasStrand=Iri("vocab:strand/SLAC-2009/safeguarding-overall"))


def concept_made_by_the_record(record: FalsifiedRecord) -> None:
    """The record has a theme of its own making."""
    theme = Iri("vocab:theme/ponies")
    record.add(theme, rdf_type=Iri("skos:Concept"), skos_inScheme=Iri("vocab:theme"))
    record.add(theme, skos_notation="ponies", skos_prefLabel="Ponies")
    record.add(record.first("cs:Finding"), cs_aboutTheme=theme)


def ontology_changed_by_the_record(record: FalsifiedRecord) -> None:
    """The record makes every judgement a finding."""
    record.add(Iri("cs:Judgement"), rdfs_subClassOf=Iri("cs:Finding"))


def grade_on_a_recommendation(record: FalsifiedRecord) -> None:
    """A recommendation has a grade."""
    record.add(record.first("cs:Recommendation"), cs_grade=Iri("vocab:grade/good"))


def due_date_on_a_judgement(record: FalsifiedRecord) -> None:
    """A judgement has a timescale."""
    record.add(record.first("cs:Judgement"), cs_timescale=Iri("vocab:timescale/immediately"))


def finding_of_another_report(record: FalsifiedRecord) -> None:
    """The record has a finding of another report, as a merge of two files leaves it."""
    other = Iri("id:report/eastmere/sif/2015-03-13")
    record.copy(record.first("cs:Finding"), Iri(f"{other}/finding/1"))
    record.put(Iri(f"{other}/finding/1"), cs_partOf=other)


def report_of_another_base(record: FalsifiedRecord) -> None:
    """The record's IRIs are of another domain."""
    record.rename(record.report, Iri("https://example.org/report/1"))


def text_where_a_link_belongs(record: FalsifiedRecord) -> None:
    """A recommendation is addressed to a name."""
    record.put(record.first("cs:Recommendation"), cs_addressedTo="the council")


def link_where_a_text_belongs(record: FalsifiedRecord) -> None:
    """A judgement's subject is a strand."""
    judged = record.first("cs:Judgement", "cs:ofStrand")
    record.put(judged, cs_subject=record.link(judged, "cs:ofStrand"))


def quote_in_another_language(record: FalsifiedRecord) -> None:
    """A finding's words are said to be Welsh."""
    finding = record.first("cs:Finding")
    quote = record.words(finding).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    record.put(finding, cs_quote=Typed(f'"{quote}"@cy'))


def page_that_is_a_text(record: FalsifiedRecord) -> None:
    """A page is a text that looks like a number."""
    finding = record.first("cs:Finding")
    record.put(finding, cs_page=str(record.number(finding, "cs:page")))


def date_with_a_time(record: FalsifiedRecord) -> None:
    """The inspection ended at a time of the day."""
    day = record.last_day.isoformat()
    record.put(record.inspection, cs_endDate=Typed(f'"{day}T00:00:00"{XSD}dateTime>'))


def part_of_itself(record: FalsifiedRecord) -> None:
    """A section stands in itself."""
    section = record.first("cs:Section")
    record.add(section, cs_inSection=section)


def finding_in_itself(record: FalsifiedRecord) -> None:
    """A finding stands in a finding."""
    finding = record.first("cs:Finding")
    record.put(finding, cs_inPart=finding)


def statement_about_a_statement(record: FalsifiedRecord) -> None:
    """The record has a statement about a statement, in the words of RDF."""
    node = Iri(f"{record.report}/said/1")
    record.add(node, rdf_type=Iri("rdf:Statement"), rdf_subject=record.report)
    record.add(node, rdf_predicate=Iri("cs:about"), rdf_object=record.other_authority)


def correction_of_what_it_does_not_name(record: FalsifiedRecord) -> None:
    """A correction of the authority corrects a judgement."""
    correction = record.where("cs:Correction", cs_correctedField="authority")
    record.put(correction, cs_corrects=record.first("cs:Judgement"))


def named_body_that_names_an_authority(record: FalsifiedRecord) -> None:
    """What the report names as a board is the authority."""
    record.put(record.first("cs:NamedBody"), cs_names=record.authority)


def body_that_is_no_board(record: FalsifiedRecord) -> None:
    """A board is only a body."""
    record.put(record.first("cs:Board"), rdf_type=Iri("cs:Body"))
