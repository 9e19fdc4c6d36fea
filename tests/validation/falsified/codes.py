"""Codes, names and changes of the register that nearly fit."""

from __future__ import annotations

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import authority
from tests.validation.made_up import Iri

EASTMERE, MARLOWE = authority("eastmere"), authority("marlowe")


def area_code_in_small_letters(record: FalsifiedRecord) -> None:
    """An authority's code is written in small letters."""
    record.put(EASTMERE, cs_gss=record.words(EASTMERE, "cs:gss").lower())


def two_area_codes(record: FalsifiedRecord) -> None:
    """An authority has two codes at once."""
    record.add(EASTMERE, cs_gss="E10999801")


def two_regions(record: FalsifiedRecord) -> None:
    """An authority is in two regions."""
    record.add(EASTMERE, cs_region="Elsewhere")


def two_names(record: FalsifiedRecord) -> None:
    """An authority has two names."""
    record.add(EASTMERE, skos_prefLabel="Westmere")


def code_of_a_region_misspelt(record: FalsifiedRecord) -> None:
    """The code of a region has a letter for its last digit."""
    one = record.first("cs:Authority", "cs:regionGss")
    record.put(one, cs_regionGss=record.words(one, "cs:regionGss")[:-1] + "X")


def number_at_the_department_too_long(record: FalsifiedRecord) -> None:
    """An authority's number at the Department for Education has four digits."""
    one = record.first("cs:Authority", "cs:dfeCode")
    record.put(one, cs_dfeCode=record.words(one, "cs:dfeCode") + "0")


def change_two_years_after_the_end(record: FalsifiedRecord) -> None:
    """For two years after a council ended there was nobody."""
    change = _succession(record)
    day = record.day(change, "cs:changeDate")
    later = day.replace(year=day.year + 2)
    record.put(change, cs_changeDate=later)
    for new in record.values(change, "org:resultingOrganization"):
        assert isinstance(new, Iri)
        if record.has(new, "cs:validFrom"):
            record.put(new, cs_validFrom=later)


def changed_by_a_delivery(record: FalsifiedRecord) -> None:
    """A council was changed by what delivers its services."""
    former = record.first("cs:Authority", "cs:validTo", "org:changedBy")
    record.put(former, org_changedBy=record.first("cs:Delivery"))


def change_of_an_inspectorate(record: FalsifiedRecord) -> None:
    """An inspectorate is among those that ended by a change of councils."""
    record.add(_succession(record), org_originalOrganization=Iri("id:organisation/ofsted"))


def successor_that_had_ended(record: FalsifiedRecord) -> None:
    """A council was succeeded by one that had ended before it."""
    change = _succession(record)
    record.add(change, org_resultingOrganization=authority("cheshire"))
    if "cheshire" in str(record.values(change, "org:originalOrganization")):
        raise NotApplicable


def empty_other_name(record: FalsifiedRecord) -> None:
    """An authority's other name is a blank."""
    record.add(EASTMERE, skos_altLabel=" ")


def delivery_for_two(record: FalsifiedRecord) -> None:
    """One delivery is for two authorities."""
    record.add(record.first("cs:Delivery"), cs_deliveredFor=EASTMERE)


def delivery_by_nobody(record: FalsifiedRecord) -> None:
    """A delivery is by nobody."""
    record.drop(record.first("cs:Delivery"), "cs:deliveredBy")


def same_as_another_authority(record: FalsifiedRecord) -> None:
    """Two authorities are said to be the same."""
    record.add(EASTMERE, owl_sameAs=MARLOWE)


def authority_without_its_class(record: FalsifiedRecord) -> None:
    """An authority is an organisation only."""
    record.put(EASTMERE, rdf_type=Iri("org:FormalOrganization"))


def _succession(record: FalsifiedRecord) -> Iri:
    for change in record.things("org:ChangeEvent", "cs:changeDate"):
        after = record.values(change, "org:resultingOrganization")
        before = record.values(change, "org:originalOrganization")
        begun = [record.has(each, "cs:validFrom") for each in after if isinstance(each, Iri)]
        if not set(before) & set(after) and any(begun):
            return change
    raise NotApplicable
