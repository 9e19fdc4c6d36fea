"""Where a record comes from, and under whose name its parts go, is another's."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri

ELSEWHERE = Iri("id:report/eastmere/sif/2015-03-13")


def evidence_of_another_report(record: FalsifiedRecord) -> None:
    """The title's evidence is evidence of another report's title."""
    record.put(record.last("cs:Evidence"), cs_evidenceOf=ELSEWHERE)


def reading_of_another_file(record: FalsifiedRecord) -> None:
    """The reading used another file, which is described as well."""
    other = Iri("id:file/" + "5a" * 32)
    record.copy(record.file, other)
    record.put(other, cs_sha256="5a" * 32, cs_fileName="another-report-2021")
    record.put(record.reading, prov_used=other)


def reading_by_a_later_program(record: FalsifiedRecord) -> None:
    """The reading was made by another version than its IRI says; that version is described."""
    other = Iri("id:software/7.0.0")
    record.copy(record.first("prov:SoftwareAgent"), other)
    record.put(other, cs_softwareVersion="7.0.0")
    record.put(record.reading, prov_wasAssociatedWith=other)


def report_on_the_inspection_of_another_family(record: FalsifiedRecord) -> None:
    """The inspection's IRI is one of another family; the report's is not."""
    mine = record.family.lower()
    other = "jtai" if mine != "jtai" else "sif"
    record.rename(record.inspection, Iri(record.inspection.replace(f"/{mine}/", f"/{other}/")))


def last_recommendation_to_another_authority(record: FalsifiedRecord) -> None:
    """Another authority is told the last thing to do."""
    told = [
        advice
        for advice in record.things("cs:Recommendation", "cs:addressedTo")
        if record.link(advice, "cs:addressedTo") == record.authority
    ]
    if not told:
        raise NotApplicable
    record.put(told[-1], cs_addressedTo=record.other_authority)


def service_with_the_iri_of_another_area(record: FalsifiedRecord) -> None:
    """A service has the IRI of another area's, and is in the report's authority."""
    service = record.first("cs:Service")
    mine, other = record.authority, record.other_authority
    moved = service.replace(f"/{mine.rpartition('/')[2]}/", f"/{other.rpartition('/')[2]}/")
    record.rename(service, Iri(moved))


def named_body_of_another_area(record: FalsifiedRecord) -> None:
    """What the report names is the board of another area, described as that."""
    named = record.first("cs:NamedBody")
    place = record.other_authority.rpartition("/")[2]
    board = Iri(f"id:board/{place}/lscb")
    record.add(board, rdf_type=Iri("cs:Board"), cs_boardOf=record.other_authority)
    record.add(board, skos_prefLabel=f"{place.title()} Local Safeguarding Children Board")
    record.add(board, cs_boardKind=Iri("vocab:board-kind/lscb"), cs_boardType="LSCB")
    record.put(named, cs_names=board)


def last_section_about_another_authority(record: FalsifiedRecord) -> None:
    """The last section is about another authority."""
    record.put(record.last("cs:Section", "cs:about"), cs_about=record.other_authority)


def part_with_the_iri_of_another_kind(record: FalsifiedRecord) -> None:
    """A paragraph has the IRI of a recommendation that there is not."""
    record.rename(record.last("cs:Paragraph"), Iri(f"{record.report}/recommendation/99"))
