"""The register: numbers, codes with their days, what became of authorities, and trusts."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from kg.knowledge import load_knowledge, vocabulary_files
from kg.knowledge.concepts import read_deliverers
from kg.knowledge.turtle import CS, ORG, SKOS, day, instances, need, one, read_table

TABLE = read_table(vocabulary_files())
REGISTER = load_knowledge().register
AUTHORITY = "https://w3id.org/childrens-services-kg/id/authority/"
GEOGRAPHY = "http://statistics.data.gov.uk/id/statistical-geography/"
AUTHORITIES = instances(TABLE, CS + "Authority")
CHANGES = instances(TABLE, ORG + "ChangeEvent")
CODES = instances(TABLE, CS + "AreaCode")
TODAY = date(2026, 4, 1)


def test_there_are_153_authorities_and_seven_former_ones() -> None:
    there = [each for each in REGISTER.authorities.values() if each.existed_on(TODAY)]
    assert len(there) == 153
    former = {slug for slug, each in REGISTER.authorities.items() if not each.existed_on(TODAY)}
    assert former == {
        *("bedfordshire", "bournemouth", "cheshire", "cumbria"),
        *("dorset-county", "northamptonshire", "poole"),
    }


@pytest.mark.parametrize("term", ["gss", "ofstedUrn", "dfeCode"])
def test_no_two_authorities_share_a_number(term: str) -> None:
    numbers = Counter(value for iri in AUTHORITIES for value in TABLE[iri].get(CS + term, ()))
    assert [number for number, times in numbers.items() if times > 1] == []


def test_every_authority_of_today_has_all_its_facts() -> None:
    terms = ("gss", "ofstedUrn", "dfeCode", "authorityType", "region", "regionGss")
    for each in REGISTER.authorities.values():
        if each.existed_on(TODAY):
            for term in terms:
                assert one(TABLE, each.iri, CS + term), (each.slug, term)


def test_a_region_has_one_code() -> None:
    pairs = {
        (one(TABLE, iri, CS + "region"), one(TABLE, iri, CS + "regionGss")) for iri in AUTHORITIES
    }
    assert len(pairs) == 9


def test_neighbours_are_authorities_and_never_oneself() -> None:
    for iri in AUTHORITIES:
        neighbours = TABLE[iri].get(CS + "statisticalNeighbour", [])
        assert iri not in neighbours
        assert set(neighbours) <= set(AUTHORITIES)


def test_each_code_is_named_by_its_identifier_and_each_authority_has_its_code_of_today() -> None:
    assert all(iri == GEOGRAPHY + need(TABLE, iri, SKOS + "notation") for iri in CODES)
    owner = {need(TABLE, iri, SKOS + "notation"): need(TABLE, iri, CS + "codeOf") for iri in CODES}
    assert {owner[need(TABLE, iri, CS + "gss")] == iri for iri in AUTHORITIES} == {True}


def test_the_codes_of_an_authority_follow_one_another_without_a_gap() -> None:
    for iri in AUTHORITIES:
        own = [code for code in CODES if need(TABLE, code, CS + "codeOf") == iri]
        own.sort(key=lambda code: day(TABLE, code, CS + "validTo") or date.max)
        for earlier, later in pairwise(own):
            until = day(TABLE, earlier, CS + "validTo")
            assert until is not None
            assert day(TABLE, later, CS + "validFrom") == until + timedelta(days=1)


def test_a_new_code_of_an_authority_has_a_change_on_its_first_day() -> None:
    """Boundaries and status change by an order, which is in changes.ttl."""
    for code in CODES:
        authority, first = need(TABLE, code, CS + "codeOf"), day(TABLE, code, CS + "validFrom")
        if first is not None:
            changes = [
                change
                for change in CHANGES
                if authority in TABLE[change][ORG + "resultingOrganization"]
            ]
            assert first in [day(TABLE, change, CS + "changeDate") for change in changes], code


@pytest.mark.parametrize(
    ("slug", "on", "code"),
    [
        ("barnsley", date(2025, 3, 31), "E08000016"),
        ("barnsley", date(2025, 4, 1), "E08000038"),
        ("sheffield", date(2024, 6, 1), "E08000019"),
        ("somerset", date(2023, 3, 31), "E10000027"),
        ("somerset", date(2023, 4, 1), "E06000066"),
        ("northumberland", date(2012, 1, 1), "E06000048"),
        ("cumbria", date(2022, 1, 1), "E10000006"),
        ("gateshead", date(2012, 6, 1), "E08000020"),
        ("gateshead", date(2013, 4, 1), "E08000037"),
    ],
)
def test_a_code_is_that_of_the_day(slug: str, on: date, code: str) -> None:
    authority = REGISTER.authorities[slug]
    earlier = {
        until: need(TABLE, each, SKOS + "notation")
        for each in instances(TABLE, CS + "AreaCode")
        if need(TABLE, each, CS + "codeOf") == authority.iri
        and (until := day(TABLE, each, CS + "validTo"))
    }
    held = [until for until in sorted(earlier) if on <= until]
    assert (earlier[held[0]] if held else authority.gss) == code


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_joins_those_before_with_those_after(change: str) -> None:
    before = TABLE[change][ORG + "originalOrganization"]
    after = TABLE[change][ORG + "resultingOrganization"]
    on = day(TABLE, change, CS + "changeDate")
    assert on is not None
    for iri in before:
        assert change in TABLE[iri][ORG + "changedBy"]
        if iri not in after:
            assert day(TABLE, iri, CS + "validTo") == on - timedelta(days=1)
    for iri in set(after) - set(before):
        assert change in TABLE[iri][ORG + "resultedFrom"]
        assert day(TABLE, iri, CS + "validFrom") == on
    assert one(TABLE, change, "http://purl.org/dc/terms/bibliographicCitation")
    assert one(TABLE, change, SKOS + "editorialNote")


def test_every_authority_that_ended_or_began_is_part_of_a_change() -> None:
    for each in REGISTER.authorities.values():
        assert (each.valid_to is None) or ORG + "changedBy" in TABLE[each.iri]
        assert (each.valid_from is None) or ORG + "resultedFrom" in TABLE[each.iri]


def test_the_old_counties_bear_the_names_of_their_councils() -> None:
    # the county as a place is spoken of to this day
    assert REGISTER.resolve("Cheshire") is None
    assert REGISTER.resolve("Bedfordshire", date(2017, 4, 1)) is None
    found = REGISTER.resolve("Cheshire County Council")
    assert found is not None
    assert found.slug == "cheshire"


#: The forms in which councils print their names, and reports print them after the councils.
FORMS = (
    "{}", "{} Council", "{} City Council", "{} County Council", "{} Borough Council",
    "{} District Council", "{} Metropolitan Borough Council", "{} Metropolitan District Council",
    "{} Metropolitan Council", "{} Unitary Authority", "{} local authority", "{} City", "{} MBC",
    "The {} Council", "London Borough of {}", "the London Borough of {} Council",
    "Royal Borough of {}", "The Royal Borough of {}", "Metropolitan Borough of {}", "Borough of {}",
    "City of {}", "The City of {} Council", "City of {} Metropolitan District Council",
    "City and County of {}", "Council of the City of {}", "County of {}", "{} London Borough",
    "{} children’s services", "{} children’s social care services", "{} Children’s Services",
)  # fmt: skip
#: The same as it is printed by hand: whose, in capitals, with other hyphens, marks and ampersands.
HANDS = {
    "as it is": lambda name: name,
    "whose": lambda name: name + ("’" if name.endswith("s") else "’s"),
    "whose, with a straight mark": lambda name: name + "'s",
    "in capitals": str.upper,
    "without hyphens": lambda name: name.replace("-", " "),
    "with hyphens": lambda name: name.replace(" upon ", "-upon-").replace(" on ", "-on-"),
    "with ampersands": lambda name: name.replace(" and ", " & "),
    "without commas": lambda name: name.replace(",", ""),
    "without full stops": lambda name: name.replace(".", ""),
    "over a line": lambda name: name.replace(" ", "\n", 1),
}


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("form", FORMS)
def test_every_council_is_known_by_each_form_of_its_name(form: str, hand: str) -> None:
    former = {name for one in REGISTER.authorities.values() if one.valid_to for name in one.names}
    for each in REGISTER.authorities.values():
        if each.existed_on(TODAY):
            for written in {form.format(name) for name in each.names} - former:
                assert REGISTER.resolve(HANDS[hand](written), TODAY) == each, written


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_like_a_council_and_is_none_is_none(form: str) -> None:
    for name in ("Northmoor", "North", "Upper Barnet", "Barnet and Brent", "Riding"):
        assert REGISTER.bearers(form.format(name)) == ()


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Kingston", None),  # upon Hull, or upon Thames
        ("Royal Borough of Kingston", "kingston-upon-thames"),
        ("Newcastle City Council", "newcastle-upon-tyne"),
        ("East Riding of Yorkshire Council", "east-riding-of-yorkshire"),
        ("St Helens’", "st-helens"),
        ("the City of London Corporation’s", "city-of-london"),
    ],
)
def test_a_short_name_is_known_if_one_authority_only_can_be_meant(
    printed: str, slug: str | None
) -> None:
    found = REGISTER.resolve(printed, TODAY)
    assert (found and found.slug) == slug


def test_no_authority_bears_a_name_of_another_of_its_time() -> None:
    for name, bearers in REGISTER.by_name.items():
        there = [each.slug for each in bearers if each.existed_on(TODAY)]
        assert len(there) <= 1, name


def test_others_took_over_from_one_that_was_wound_up() -> None:
    cumbria = REGISTER.authorities["cumbria"]
    assert REGISTER.bearers("Cumbria County Council") == (cumbria,)
    assert REGISTER.resolve("Cumbria", date(2024, 1, 1)) == cumbria
    took_over = {each.slug for each in REGISTER.took_over(cumbria)}
    assert took_over == {"cumberland", "westmorland-and-furness"}
    assert REGISTER.took_over(REGISTER.authorities["somerset"]) == ()


def test_every_authority_that_ended_has_those_that_took_over() -> None:
    for each in REGISTER.authorities.values():
        there = [one.existed_on(TODAY) for one in REGISTER.took_over(each)]
        assert bool(there) == (each.valid_to is not None)
        assert all(there)


def test_the_register_says_when_it_was_put_in_order() -> None:
    assert REGISTER.modified is not None
    last = max(day(TABLE, change, CS + "changeDate") or date.min for change in CHANGES)
    assert last <= REGISTER.modified


def test_the_two_dorsets_are_told_by_the_day() -> None:
    for on, slug in ((date(2018, 1, 1), "dorset-county"), (date(2021, 1, 1), "dorset")):
        found = REGISTER.resolve("Dorset", on)
        assert found is not None
        assert found.slug == slug


def test_a_trust_delivers_for_authorities_and_says_since_when_and_how_that_is_known() -> None:
    deliverers = {each.iri.rpartition("/")[2]: each for each in read_deliverers(TABLE)}
    served = {
        iri.removeprefix(AUTHORITY) for iri in deliverers["achieving-for-children"].authorities
    }
    assert served == {"kingston-upon-thames", "richmond-upon-thames", "windsor-and-maidenhead"}
    for delivery in instances(TABLE, CS + "Delivery"):
        since, until = need(TABLE, delivery, CS + "when"), one(TABLE, delivery, CS + "until")
        assert until is None or since < until
        assert need(TABLE, delivery, CS + "deliveredFor") in AUTHORITIES
        assert one(TABLE, delivery, SKOS + "editorialNote")
