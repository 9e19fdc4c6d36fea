"""The register says of changes of councils, and of who delivers for them, what cannot be."""

from __future__ import annotations

from datetime import date

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.made_up import Iri


def succession_in_a_circle(record: FalsifiedRecord) -> None:
    """Of two councils, each took over from the other."""
    change = _succession(record)
    back = Iri("id:change/falsified-back")
    record.add(back, rdf_type=Iri("org:ChangeEvent"), skos_prefLabel="Back again")
    record.add(back, org_originalOrganization=record.link(change, "org:resultingOrganization"))
    record.add(back, org_resultingOrganization=record.link(change, "org:originalOrganization"))
    record.add(back, cs_changeDate=record.day(change, "cs:changeDate"))


def council_that_succeeds_itself(record: FalsifiedRecord) -> None:
    """A council that ended is among those that took over from it."""
    change = _succession(record)
    ended = record.link(change, "org:originalOrganization")
    record.add(change, org_resultingOrganization=ended)
    record.add(ended, org_resultedFrom=change)


def change_with_nothing_before_it(record: FalsifiedRecord) -> None:
    """A change made new councils from none."""
    record.drop(_succession(record), "org:originalOrganization")


def change_with_nothing_after_it(record: FalsifiedRecord) -> None:
    """A change left no council behind."""
    record.drop(_succession(record), "org:resultingOrganization")


def change_before_the_end(record: FalsifiedRecord) -> None:
    """A council went on for five years after others had taken over."""
    change = _succession(record)
    day = record.day(change, "cs:changeDate")
    record.put(change, cs_changeDate=day.replace(year=day.year - 5))


def change_of_the_future(record: FalsifiedRecord) -> None:
    """Councils of today come from a change of 2040."""
    record.put(_succession(record), cs_changeDate=date(2040, 4, 1))


def change_without_a_day(record: FalsifiedRecord) -> None:
    """A change was on no day."""
    record.drop(_succession(record), "cs:changeDate")


def change_without_a_name(record: FalsifiedRecord) -> None:
    """A change has no name."""
    record.drop(_succession(record), "skos:prefLabel")


def change_into_an_inspectorate(record: FalsifiedRecord) -> None:
    """An inspectorate took over from a council."""
    change = _succession(record)
    record.put(change, org_resultingOrganization=Iri("id:organisation/ofsted"))


def successor_older_than_the_change(record: FalsifiedRecord) -> None:
    """A council began ten years before the change that made it."""
    change = _succession(record)
    for newer in record.values(change, "org:resultingOrganization"):
        assert isinstance(newer, Iri)
        if record.has(newer, "cs:validFrom"):
            day = record.day(newer, "cs:validFrom")
            record.put(newer, cs_validFrom=day.replace(year=day.year - 10))
            return
    raise NotApplicable


def link_back_to_the_change_missing(record: FalsifiedRecord) -> None:
    """A council that ended does not know of its change."""
    record.drop(record.link(_succession(record), "org:originalOrganization"), "org:changedBy")


def delivery_until_before_when(record: FalsifiedRecord) -> None:
    """A trust ended its work years before it began."""
    delivery = record.first("cs:Delivery", "cs:when")
    if record.has(delivery, "cs:until"):
        record.drop(delivery, "cs:until")
    record.add(delivery, cs_until="2001")


def delivery_in_month_13(record: FalsifiedRecord) -> None:
    """A trust began its work in the thirteenth month."""
    record.put(record.first("cs:Delivery", "cs:when"), cs_when="2014-13")


def delivery_by_the_authority_itself(record: FalsifiedRecord) -> None:
    """A council's services are delivered by the council."""
    delivery = record.first("cs:Delivery")
    record.put(delivery, cs_deliveredBy=record.link(delivery, "cs:deliveredFor"))


def delivery_by_an_inspectorate(record: FalsifiedRecord) -> None:
    """A council's services are delivered by those who inspect them."""
    record.put(record.first("cs:Delivery"), cs_deliveredBy=Iri("id:organisation/ofsted"))


def delivery_for_a_trust(record: FalsifiedRecord) -> None:
    """A trust delivers the services of a trust."""
    delivery = record.first("cs:Delivery")
    record.put(delivery, cs_deliveredFor=record.link(delivery, "cs:deliveredBy"))


def _succession(record: FalsifiedRecord) -> Iri:
    """A change in which councils ended and others began, all of them with their days."""
    for change in record.things("org:ChangeEvent", "cs:changeDate"):
        before = record.values(change, "org:originalOrganization")
        after = record.values(change, "org:resultingOrganization")
        whole = [record.has(each, "cs:validTo") for each in before if isinstance(each, Iri)]
        begun = [record.has(each, "cs:validFrom") for each in after if isinstance(each, Iri)]
        if not set(before) & set(after) and whole and all(whole) and any(begun):
            return change
    raise NotApplicable
