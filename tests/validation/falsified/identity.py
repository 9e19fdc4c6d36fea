"""The record says of another authority, family, day or file what its report does not say."""

from __future__ import annotations

from datetime import date, timedelta

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import authority, years
from tests.validation.made_up import Iri

LSCB = Iri("vocab:board-kind/lscb")


def report_about_another_authority(record: FalsifiedRecord) -> None:
    """The report is about another authority; the inspection stays."""
    record.put(record.report, cs_about=record.other_authority)


def inspection_of_another_authority(record: FalsifiedRecord) -> None:
    """Another authority was inspected."""
    record.put(record.inspection, cs_inspected=record.other_authority)


def everything_about_another_authority(record: FalsifiedRecord) -> None:
    """Each link to the authority leads to another one; the IRIs of the record stay."""
    record.rename(record.authority, record.other_authority)


def whole_record_moved_to_another_authority(record: FalsifiedRecord) -> None:
    """IRIs and links are another authority's; only the printed words are those of the report."""
    mine, other = record.authority, record.other_authority
    record.rewrite(f"/{mine.rpartition('/')[2]}", f"/{other.rpartition('/')[2]}")


def judgement_of_another_authority(record: FalsifiedRecord) -> None:
    """One grade is given to another authority."""
    judged = record.where("cs:Judgement", cs_about=record.authority)
    record.put(judged, cs_about=record.other_authority)


def every_judgement_of_another_authority(record: FalsifiedRecord) -> None:
    """All grades are given to another authority."""
    for judged in record.some("cs:Judgement", 1, "cs:about"):
        record.put(judged, cs_about=record.other_authority)


def recommendation_to_another_authority(record: FalsifiedRecord) -> None:
    """Another authority is told what to do."""
    advice = record.where("cs:Recommendation", cs_addressedTo=record.authority)
    record.put(advice, cs_addressedTo=record.other_authority)


def section_about_another_authority(record: FalsifiedRecord) -> None:
    """One section is about another authority."""
    record.put(record.first("cs:Section", "cs:about"), cs_about=record.other_authority)


def board_of_another_authority(record: FalsifiedRecord) -> None:
    """A board belongs to another authority than its IRI says."""
    record.put(record.first("cs:Board"), cs_boardOf=record.other_authority)


def board_with_the_iri_of_another_area(record: FalsifiedRecord) -> None:
    """A board has the IRI of another area's, and belongs to the report's authority."""
    board = record.first("cs:Board")
    mine, other = record.authority, record.other_authority
    moved = board.replace(f"/{mine.rpartition('/')[2]}/", f"/{other.rpartition('/')[2]}/")
    record.rename(board, Iri(moved))


def board_named_after_another_area(record: FalsifiedRecord) -> None:
    """A board of one area has the name of another area's."""
    board = record.first("cs:Board")
    kind = str(board).rpartition("/")[2].replace("-", " ").title()
    place = record.other_authority.rpartition("/")[2].title()
    record.put(board, skos_prefLabel=f"{place} {kind}")


def board_of_another_kind_than_its_iri(record: FalsifiedRecord) -> None:
    """A board has become a scrutiny committee; its IRI says what it was."""
    board = record.first("cs:Board")
    record.put(board, cs_boardKind=Iri("vocab:board-kind/scrutiny-committee"))


def authoritys_strand_about_the_board(record: FalsifiedRecord) -> None:
    """A grade of the authority is said to be its board's, with the kind of body."""
    judged = record.where("cs:Judgement", cs_aboutKind="authority", cs_basis="graded")
    record.put(judged, cs_about=record.first("cs:Board"), cs_aboutKind="board")


def authoritys_strand_about_the_board_only_by_link(record: FalsifiedRecord) -> None:
    """A grade of the authority leads to its board; the kind of body stays."""
    judged = record.where("cs:Judgement", cs_aboutKind="authority", cs_basis="graded")
    record.put(judged, cs_about=record.first("cs:Board"))


def boards_judgement_about_the_authority(record: FalsifiedRecord) -> None:
    """What was said of a board or partnership is said of the authority."""
    for judged in record.some("cs:Judgement", 1, "cs:about"):
        if record.link(judged, "cs:about") in record.things("cs:Board"):
            record.put(judged, cs_about=record.authority, cs_aboutKind="authority")
            return
    raise NotApplicable


def boards_judgement_about_another_board(record: FalsifiedRecord) -> None:
    """The safeguarding board's judgement is given to the corporate parenting board."""
    judged = record.where("cs:Judgement", cs_aboutKind="board")
    board = record.link(judged, "cs:about")
    other = Iri(f"{board.rpartition('/')[0]}/corporate-parenting-board")
    record.copy(board, other)
    record.put(other, cs_boardKind=Iri("vocab:board-kind/corporate-parenting-board"))
    record.put(other, cs_boardType="CorporateParentingBoard")
    record.put(judged, cs_about=other)


def recommendation_to_another_board(record: FalsifiedRecord) -> None:
    """What a board was told to do, a board of another area is told to do."""
    for advice in record.things("cs:Recommendation"):
        board = record.link(advice, "cs:addressedTo")
        if "/board/" in board:
            place = record.other_authority.rpartition("/")[2]
            other = Iri(f"{board.partition('/board/')[0]}/board/{place}/lscb")
            record.copy(board, other)
            record.put(advice, cs_addressedTo=other)
            return
    raise NotApplicable


def service_of_another_authority(record: FalsifiedRecord) -> None:
    """A service belongs to another authority than its IRI says."""
    service = record.first("cs:Service", "cs:serviceIn")
    record.put(service, cs_serviceIn=record.other_authority)


def authority_declared_by_its_own_report(record: FalsifiedRecord) -> None:
    """The record says of its authority what only the register may say."""
    record.add(record.authority, rdf_type=Iri("cs:Authority"), skos_prefLabel="Eastmere Borough")


def authority_that_is_not_in_the_register(record: FalsifiedRecord) -> None:
    """The record is about an authority that it describes itself."""
    freeland = authority("freeland")
    record.rename(record.authority, freeland)
    record.add(freeland, rdf_type=Iri("cs:Authority"), skos_prefLabel="Freeland")


def last_day_a_year_later_than_the_iri(record: FalsifiedRecord) -> None:
    """Inspection and visit end a year later than the IRIs say."""
    for thing in (record.inspection, record.last("cs:Visit")):
        record.put(thing, cs_endDate=years(record.day(thing, "cs:endDate"), 1))


def last_day_a_day_later_than_the_iri(record: FalsifiedRecord) -> None:
    """Inspection and visit end a day later than the IRIs say."""
    for thing in (record.inspection, record.last("cs:Visit")):
        record.put(thing, cs_endDate=record.day(thing, "cs:endDate") + timedelta(1))


def last_day_a_day_earlier_than_the_iri(record: FalsifiedRecord) -> None:
    """Inspection and visit end a day earlier than the IRIs say."""
    for thing in (record.inspection, record.last("cs:Visit")):
        record.put(thing, cs_endDate=record.day(thing, "cs:endDate") - timedelta(1))


def whole_record_moved_to_another_year(record: FalsifiedRecord) -> None:
    """IRIs, graph and days of the inspection are those of the year before."""
    day = record.last_day
    record.rewrite(day.isoformat(), years(day, -1).isoformat())
    for thing in (record.inspection, *record.things("cs:Visit")):
        record.put(thing, cs_startDate=years(record.day(thing, "cs:startDate"), -1))
        record.put(thing, cs_endDate=years(record.day(thing, "cs:endDate"), -1))


def published_by_the_council(record: FalsifiedRecord) -> None:
    """The authority publishes the report about itself."""
    record.put(record.report, dcterms_publisher=record.authority)


def published_by_another_inspectorate(record: FalsifiedRecord) -> None:
    """The report is the police inspectorate's."""
    record.put(record.report, dcterms_publisher=Iri("id:organisation/hmicfrs"))


def source_of_another_file(record: FalsifiedRecord) -> None:
    """The report's source is not the file that it is derived from."""
    record.put(record.report, cs_source="another-report-2021")


def file_name_of_another_file(record: FalsifiedRecord) -> None:
    """The file has another name than the report's source."""
    record.put(record.file, cs_fileName="another-report-2021")


def hash_unlike_the_files_iri(record: FalsifiedRecord) -> None:
    """The file has another SHA-256 than its IRI."""
    record.put(record.file, cs_sha256="5a" * 32)


def file_with_the_iri_of_another(record: FalsifiedRecord) -> None:
    """The file's IRI has another SHA-256 than the file."""
    record.rename(record.file, Iri("id:file/" + "5a" * 32))


def reading_of_another_file_by_its_iri(record: FalsifiedRecord) -> None:
    """The reading's IRI has the SHA-256 of another file."""
    record.rename(record.reading, Iri("id:reading/" + "5a" * 32 + "/0.1.0"))


def reading_by_another_version_than_its_iri(record: FalsifiedRecord) -> None:
    """The program has another version than its IRI."""
    record.put(record.first("prov:SoftwareAgent"), cs_softwareVersion="9.9.9")


def classifier_unlike_its_iri(record: FalsifiedRecord) -> None:
    """The classifier has another SHA-256 than its IRI."""
    record.put(record.first("cs:Model"), cs_sha256="5a" * 32)


def same_as_another_report(record: FalsifiedRecord) -> None:
    """The report is said to be the same as one of another authority."""
    record.add(record.report, owl_sameAs=Iri("id:report/eastmere/sif/2015-03-13"))


def authority_same_as_another(record: FalsifiedRecord) -> None:
    """The inspection's authority is said to be the same as another one."""
    record.add(record.inspection, owl_sameAs=record.other_authority)


def family_unlike_the_iri(record: FalsifiedRecord) -> None:
    """The report is of another family than its IRI and its framework say."""
    record.put(record.report, cs_family="JTAI" if record.family != "JTAI" else "SIF")


def iris_of_another_family(record: FalsifiedRecord) -> None:
    """All IRIs of the record name another family."""
    mine = record.family.lower()
    record.rewrite(f"/{mine}/", "/jtai/" if mine != "jtai" else "/sif/")


def framework_of_another_family(record: FalsifiedRecord) -> None:
    """Report and inspection stand under a framework of another family."""
    other = Iri(f"vocab:framework/{'JTAI-2022' if record.family != 'JTAI' else 'SIF-2013'}")
    record.put(record.report, cs_framework=other)
    record.put(record.inspection, cs_underFramework=other)


def graph_of_another_report(record: FalsifiedRecord) -> None:
    """The statements stand in the graph of another report."""
    place = record.other_authority.rpartition("/")[2]
    record.graph = f"<{Iri(f'graph:{place}/sif/2015-03-13').whole}>"


def inspection_with_the_iri_of_another_day(record: FalsifiedRecord) -> None:
    """The inspection's IRI has another day than the report's."""
    other = record.inspection.replace(record.last_day.isoformat(), "2015-03-13")
    record.rename(record.inspection, Iri(other))


def judgement_named_under_another_report(record: FalsifiedRecord) -> None:
    """The IRI of a judgement is one of another report's."""
    judged = record.first("cs:Judgement")
    record.rename(judged, Iri("id:report/eastmere/sif/2015-03-13/judgement/overall"))


def finding_part_of_another_report(record: FalsifiedRecord) -> None:
    """A finding is part of another report, which the record names as one."""
    other = Iri("id:report/eastmere/sif/2015-03-13")
    record.put(record.first("cs:Finding"), cs_partOf=other)
    record.add(other, rdf_type=Iri("cs:Report"))


def authority_printed_is_another(record: FalsifiedRecord) -> None:
    """The authority as printed is another one than the report is about."""
    place = record.other_authority.rpartition("/")[2].title()
    record.put(record.report, cs_authorityPrinted=place)


def corrected_to_another_authority(record: FalsifiedRecord) -> None:
    """A person gave another authority than the one the report is about."""
    correction = record.where("cs:Correction", cs_correctedField="authority")
    record.put(correction, cs_correctedValue=record.other_authority.rpartition("/")[2].title())


def letter_of_a_day_that_its_iri_does_not_have(record: FalsifiedRecord) -> None:
    """Report and inspection have the IRIs of 1 January."""
    day = record.last_day
    record.rewrite(day.isoformat(), date(day.year, 1, 1).isoformat())
