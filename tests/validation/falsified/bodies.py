"""The register says of authorities and their codes what cannot be."""

from __future__ import annotations

from datetime import date, timedelta

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import authority
from tests.validation.made_up import Iri

EASTMERE, MARLOWE = authority("eastmere"), authority("marlowe")


def area_code_twice(record: FalsifiedRecord) -> None:
    """Two authorities have the same GSS code."""
    record.put(MARLOWE, cs_gss=record.words(EASTMERE, "cs:gss"))


def number_at_ofsted_twice(record: FalsifiedRecord) -> None:
    """Two authorities have the same number at Ofsted."""
    one, other = _today(record)
    record.put(other, cs_ofstedUrn=record.words(one, "cs:ofstedUrn"))


def number_at_the_department_twice(record: FalsifiedRecord) -> None:
    """Two authorities have the same number at the Department for Education."""
    one, other = _today(record)
    record.put(other, cs_dfeCode=record.words(one, "cs:dfeCode"))


def area_code_missing(record: FalsifiedRecord) -> None:
    """An authority of today has no GSS code."""
    record.drop(EASTMERE, "cs:gss")


def area_code_of_wales(record: FalsifiedRecord) -> None:
    """An authority has a code of Wales."""
    record.put(EASTMERE, cs_gss="W06000001")


def area_code_of_another_type(record: FalsifiedRecord) -> None:
    """A county has a code of metropolitan districts."""
    record.put(EASTMERE, cs_gss="E08999999")


def number_at_ofsted_too_short(record: FalsifiedRecord) -> None:
    """An authority's number at Ofsted has lost a digit."""
    one, _ = _today(record)
    record.put(one, cs_ofstedUrn=record.words(one, "cs:ofstedUrn")[:-1])


def region_that_there_is_not(record: FalsifiedRecord) -> None:
    """An authority is on Mars."""
    one, _ = _today(record)
    record.put(one, cs_region="Mars")


def region_unlike_its_code(record: FalsifiedRecord) -> None:
    """An authority's region is not the one of the region's code."""
    one, _ = _today(record)
    own = record.value(one, "cs:region")
    other = next(a for a in record.things("cs:Authority", "cs:regionGss")
                 if record.value(a, "cs:region") != own)  # fmt: skip
    record.put(one, cs_region=record.value(other, "cs:region"))


def region_missing_beside_its_code(record: FalsifiedRecord) -> None:
    """An authority has the code of a region and not its name."""
    record.drop(_today(record)[0], "cs:region")


def type_that_there_is_not(record: FalsifiedRecord) -> None:
    """An authority is a kingdom."""
    record.put(EASTMERE, cs_authorityType="Kingdom")


def type_missing(record: FalsifiedRecord) -> None:
    """An authority is of no type."""
    record.drop(EASTMERE, "cs:authorityType")


def name_missing(record: FalsifiedRecord) -> None:
    """An authority has no name."""
    record.drop(EASTMERE, "skos:prefLabel")


def name_twice(record: FalsifiedRecord) -> None:
    """Two authorities have the same name."""
    record.put(MARLOWE, skos_prefLabel="Eastmere")


def other_name_of_another_authority(record: FalsifiedRecord) -> None:
    """An authority is also called what another one is."""
    record.add(MARLOWE, skos_altLabel="Eastmere")


def neighbour_of_itself(record: FalsifiedRecord) -> None:
    """An authority is its own statistical neighbour."""
    one, _ = _today(record)
    record.add(one, cs_statisticalNeighbour=one)


def neighbour_that_is_no_more(record: FalsifiedRecord) -> None:
    """An authority of today has a statistical neighbour that ended years ago."""
    one, _ = _today(record)
    record.add(one, cs_statisticalNeighbour=_former(record))


def neighbour_that_is_an_organisation(record: FalsifiedRecord) -> None:
    """An authority's statistical neighbour is an inspectorate."""
    record.add(_today(record)[0], cs_statisticalNeighbour=Iri("id:organisation/ofsted"))


def neighbour_that_there_is_not(record: FalsifiedRecord) -> None:
    """An authority's statistical neighbour is not in the register."""
    record.add(_today(record)[0], cs_statisticalNeighbour=authority("freeland"))


def ended_without_a_change(record: FalsifiedRecord) -> None:
    """An authority ended, and nothing says what became of it."""
    record.add(EASTMERE, cs_validTo=date(2020, 3, 31))


def ended_before_it_began(record: FalsifiedRecord) -> None:
    """An authority ended a year before it began."""
    newer = record.first("cs:Authority", "cs:validFrom")
    record.add(newer, cs_validTo=record.day(newer, "cs:validFrom") - timedelta(365))


def area_code_unlike_its_iri(record: FalsifiedRecord) -> None:
    """A code's notation is not the one in its IRI."""
    record.put(record.first("cs:AreaCode"), skos_notation="E06999999")


def area_code_of_another_authority(record: FalsifiedRecord) -> None:
    """A code that an authority names as its own is another one's."""
    code = next(c for c in record.things("cs:AreaCode") if not record.has(c, "cs:validTo"))
    owner = record.link(code, "cs:codeOf")
    other = next(c for c in record.things("cs:AreaCode") if record.link(c, "cs:codeOf") != owner)
    record.put(code, cs_codeOf=record.link(other, "cs:codeOf"))


def area_code_of_nobody(record: FalsifiedRecord) -> None:
    """A code is of no authority."""
    record.drop(record.first("cs:AreaCode"), "cs:codeOf")


def area_code_of_two(record: FalsifiedRecord) -> None:
    """A code is of two authorities."""
    record.add(record.first("cs:AreaCode"), cs_codeOf=EASTMERE)


def area_codes_that_overlap(record: FalsifiedRecord) -> None:
    """A code of old went on to be used when the next one had begun."""
    for new in record.some("cs:AreaCode", 1, "cs:validFrom"):
        for old in record.things("cs:AreaCode", "cs:validTo"):
            same = record.values(old, "cs:codeOf") == record.values(new, "cs:codeOf")
            if same and old != new and not record.has(new, "cs:validTo"):
                record.put(old, cs_validTo=record.day(new, "cs:validFrom") + timedelta(365))
                return
    raise NotApplicable


def area_code_that_ended_before_it_began(record: FalsifiedRecord) -> None:
    """A code of old ended before it began."""
    old = record.first("cs:AreaCode", "cs:validTo")
    if record.has(old, "cs:validFrom"):
        record.drop(old, "cs:validFrom")
    record.add(old, cs_validFrom=record.day(old, "cs:validTo") + timedelta(1))


def authority_that_is_a_board(record: FalsifiedRecord) -> None:
    """An authority is a board as well."""
    record.add(EASTMERE, rdf_type=Iri("cs:Board"))


def authority_in_the_region_of_another_scheme(record: FalsifiedRecord) -> None:
    """The code of a region is one of an authority."""
    one, _ = _today(record)
    record.put(one, cs_regionGss=record.words(one, "cs:gss"))


def misspelt_property_of_an_authority(record: FalsifiedRecord) -> None:
    """An authority has a property that the ontology does not declare."""
    record.add(EASTMERE, cs_ofstedURN="80999")


def _today(record: FalsifiedRecord) -> tuple[Iri, Iri]:
    """Two authorities of today with all their codes."""
    names = ("cs:ofstedUrn", "cs:dfeCode", "cs:regionGss", "cs:statisticalNeighbour")
    found = [a for a in record.things("cs:Authority", *names) if not record.has(a, "cs:validTo")]
    return found[0], found[1]


def _former(record: FalsifiedRecord) -> Iri:
    return record.first("cs:Authority", "cs:validTo")
