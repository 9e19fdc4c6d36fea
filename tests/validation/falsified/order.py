"""Places, numbers and things that are there twice, not at all or in the wrong order."""

from __future__ import annotations

from itertools import pairwise

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri, Typed

ORDERED = ("cs:Recommendation", "cs:Paragraph", "cs:Section")
XSD = "^^<http://www.w3.org/2001/XMLSchema#"


def recommendation_order_twice(record: FalsifiedRecord) -> None:
    """Two recommendations have the same place."""
    _same(record, "cs:Recommendation")


def paragraph_order_twice(record: FalsifiedRecord) -> None:
    """Two paragraphs have the same place."""
    _same(record, "cs:Paragraph")


def section_order_twice(record: FalsifiedRecord) -> None:
    """Two sections have the same place."""
    _same(record, "cs:Section")


def recommendation_order_with_a_gap(record: FalsifiedRecord) -> None:
    """The last recommendation's place is five further on."""
    _further(record, "cs:Recommendation", 5)


def paragraph_order_with_a_gap(record: FalsifiedRecord) -> None:
    """The last paragraph's place is one further on."""
    _further(record, "cs:Paragraph", 1)


def section_order_with_a_gap(record: FalsifiedRecord) -> None:
    """The last section's place is a hundred further on."""
    _further(record, "cs:Section", 100)


def recommendations_begin_at_two(record: FalsifiedRecord) -> None:
    """All recommendations are one place further on."""
    for advice in record.some("cs:Recommendation", 1):
        record.put(advice, cs_order=record.number(advice, "cs:order") + 1)


def sections_begin_at_zero(record: FalsifiedRecord) -> None:
    """Sections are counted from 0."""
    for section in record.some("cs:Section", 1):
        record.put(section, cs_order=record.number(section, "cs:order") - 1)


def two_recommendations_swapped(record: FalsifiedRecord) -> None:
    """Two recommendations have each other's places in the order."""
    record.swap(*record.two("cs:Recommendation"), "cs:order")


def two_paragraphs_swapped(record: FalsifiedRecord) -> None:
    """Two paragraphs have each other's places in the order."""
    record.swap(*record.two("cs:Paragraph"), "cs:order")


def two_sections_swapped(record: FalsifiedRecord) -> None:
    """Two sections have each other's places in the order."""
    record.swap(*record.two("cs:Section"), "cs:order")


def recommendations_in_reverse(record: FalsifiedRecord) -> None:
    """The last recommendation is the first."""
    found = record.some("cs:Recommendation", 2)
    for place, advice in enumerate(reversed(found), 1):
        record.drop(advice, "cs:order")
        record.add(advice, cs_order=place)


def paragraph_number_twice(record: FalsifiedRecord) -> None:
    """Two paragraphs have the same printed number."""
    one, other = record.two("cs:Paragraph", "cs:paragraphNumber")
    record.put(other, cs_paragraphNumber=record.number(one, "cs:paragraphNumber"))


def paragraph_numbers_going_back(record: FalsifiedRecord) -> None:
    """Two paragraphs have each other's printed numbers."""
    record.swap(*record.two("cs:Paragraph", "cs:paragraphNumber"), "cs:paragraphNumber")


def paragraph_number_far_too_high(record: FalsifiedRecord) -> None:
    """The first numbered paragraph is number 9000."""
    record.put(record.first("cs:Paragraph", "cs:paragraphNumber"), cs_paragraphNumber=9000)


def recommendation_number_twice(record: FalsifiedRecord) -> None:
    """Two recommendations have the same printed number."""
    one, other = record.two("cs:Recommendation", "cs:number")
    record.put(other, cs_number=record.words(one, "cs:number"))


def same_recommendation_twice(record: FalsifiedRecord) -> None:
    """The last recommendation is there again, in the next place, with the same words."""
    last = record.last("cs:Recommendation")
    again = Iri(f"{record.report}/recommendation/{record.number(last, 'cs:order') + 1}")
    record.copy(last, again)
    record.put(again, cs_order=record.number(last, "cs:order") + 1)


def same_paragraph_twice(record: FalsifiedRecord) -> None:
    """The last paragraph is there again, in the next place, with the same words."""
    last = record.last("cs:Paragraph")
    again = Iri(f"{record.report}/paragraph/{record.number(last, 'cs:order') + 1}")
    record.copy(last, again)
    record.put(again, cs_order=record.number(last, "cs:order") + 1)


def same_section_twice(record: FalsifiedRecord) -> None:
    """The last section is there again, in the next place, with the same words."""
    last = record.last("cs:Section")
    again = Iri(f"{record.report}/section/{record.number(last, 'cs:order') + 1}")
    record.copy(last, again)
    record.put(again, cs_order=record.number(last, "cs:order") + 1)


def same_inspector_at_the_same_words(record: FalsifiedRecord) -> None:
    """An inspector is there again, at the same words."""
    last = record.last("cs:Inspector")
    again = Iri(f"{record.report}/inspector/{len(record.things('cs:Inspector')) + 1}")
    record.copy(last, again)
    record.add(record.inspection, cs_hasInspector=again)


def same_visit_twice(record: FalsifiedRecord) -> None:
    """A visit is there again, at the same words."""
    again = Iri(f"{record.report}/visit/{len(record.things('cs:Visit')) + 1}")
    record.copy(record.last("cs:Visit"), again)
    record.add(record.inspection, cs_hasVisit=again)


def same_board_named_twice(record: FalsifiedRecord) -> None:
    """A board is named twice at the same words."""
    named = record.first("cs:NamedBody")
    record.copy(named, Iri(f"{named}-again"))


def same_earlier_inspection_twice(record: FalsifiedRecord) -> None:
    """An earlier inspection is there again, in another year, at the same words."""
    again = Iri(f"{record.report}/earlier/99")
    record.copy(record.first("cs:EarlierInspection", "cs:when"), again)
    record.put(again, cs_when="2008")


def same_judgement_twice(record: FalsifiedRecord) -> None:
    """A judgement is there again under another name."""
    record.copy(record.first("cs:Judgement"), Iri(f"{record.report}/judgement/again"))


def same_statement_twice(record: FalsifiedRecord) -> None:
    """A required statement is there again, at the same words."""
    record.copy(record.first("cs:StatementRequirement"), Iri(f"{record.report}/statement/99"))


def pages_nine_hundred(record: FalsifiedRecord) -> None:
    """The report has 900 pages, more than its text."""
    record.put(record.report, cs_pageCount=900)


def one_page_too_few(record: FalsifiedRecord) -> None:
    """The report has a page less than its text."""
    pages = record.number(record.report, "cs:pageCount")
    if pages == 1:
        raise NotApplicable
    record.put(record.report, cs_pageCount=pages - 1)


def section_after_its_paragraph(record: FalsifiedRecord) -> None:
    """A paragraph is in a section that begins after it."""
    paragraph, section = record.first("cs:Paragraph"), record.last("cs:Section")
    record.put(paragraph, cs_inSection=section)


def paragraphs_that_overlap(record: FalsifiedRecord) -> None:
    """A paragraph goes on into the next one."""
    one, other = record.two("cs:Paragraph")
    record.place(one, record.number(one, "cs:textStart"), record.number(other, "cs:textEnd"))


def findings_that_overlap(record: FalsifiedRecord) -> None:
    """A finding begins within the one before it."""
    for one, other in pairwise(record.things("cs:Finding")):
        if record.values(one, "cs:inPart") == record.values(other, "cs:inPart"):
            start = record.number(one, "cs:textStart") + 2
            record.place(other, start, record.number(other, "cs:textEnd"))
            return
    raise NotApplicable


def recommendations_that_overlap(record: FalsifiedRecord) -> None:
    """A recommendation goes on into the next one."""
    one, other = record.two("cs:Recommendation")
    record.place(one, record.number(one, "cs:textStart"), record.number(other, "cs:textEnd"))


def two_evidences_for_one_fact(record: FalsifiedRecord) -> None:
    """The title has evidence at two places, one of them a heading."""
    evidence = record.where("cs:Evidence", cs_evidenceFor=Iri("dcterms:title"))
    again = Iri(f"{evidence}-again")
    record.copy(evidence, again)
    record.place_like(again, record.last("cs:Section"))


def two_titles(record: FalsifiedRecord) -> None:
    """The report has two titles."""
    record.add(record.report, dcterms_title="Another title")


def two_authorities(record: FalsifiedRecord) -> None:
    """The report is about two authorities."""
    record.add(record.report, cs_about=record.other_authority)


def two_last_days(record: FalsifiedRecord) -> None:
    """The inspection ended twice."""
    record.add(record.inspection, cs_endDate=record.last_day.replace(day=1))


def two_reports(record: FalsifiedRecord) -> None:
    """The record has a second report with the same content."""
    record.copy(record.report, Iri(f"{record.report}-2"))


def two_inspections(record: FalsifiedRecord) -> None:
    """The record has a second inspection on which no report is."""
    record.copy(record.inspection, Iri(f"{record.inspection}-2"))


def two_source_files(record: FalsifiedRecord) -> None:
    """The record has a second file from which nothing was read."""
    other = Iri("id:file/" + "5a" * 32)
    record.copy(record.file, other)
    record.put(other, cs_sha256="5a" * 32)


def place_that_is_no_number(record: FalsifiedRecord) -> None:
    """A recommendation's place is half way between two others."""
    record.put(record.first("cs:Recommendation"), cs_order=Typed(f'"1.5"{XSD}decimal>'))


def negative_place(record: FalsifiedRecord) -> None:
    """A section's place is before the first."""
    record.put(record.first("cs:Section"), cs_order=-1)


def _same(record: FalsifiedRecord, kind: str) -> None:
    one, other = record.two(kind)
    record.put(other, cs_order=record.number(one, "cs:order"))


def _further(record: FalsifiedRecord, kind: str, by: int) -> None:
    last = record.last(kind)
    record.put(last, cs_order=record.number(last, "cs:order") + by)
