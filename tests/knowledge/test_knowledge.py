"""The published vocabularies as the readers see them."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()
REGISTER = KNOWLEDGE.register


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Torbay", "torbay"),
        ("Torbay Council", "torbay"),
        ("The London Borough of Barnet", "barnet"),
        ("Royal Borough of Kensington and Chelsea", "kensington-and-chelsea"),
        ("Kingston upon Hull City Council", "kingston-upon-hull"),
        ("CITY OF YORK", "york"),
        ("St. Helens", "st-helens"),
        ("Bournemouth, Christchurch & Poole", "bournemouth-christchurch-and-poole"),
    ],
)
def test_a_printed_name_is_an_authority(printed: str, slug: str) -> None:
    found = REGISTER.resolve(printed)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("printed", ["", "Council", "Torbai", "Torbay and Devon", "Ambershire"])
def test_nothing_is_matched_by_likeness(printed: str) -> None:
    assert REGISTER.resolve(printed) is None


def test_an_authority_that_was_abolished_is_found_on_its_days() -> None:
    before, after = date(2018, 5, 1), date(2022, 5, 1)
    found = REGISTER.resolve("Northamptonshire County Council", before)
    assert found is not None
    assert found.existed_on(before)
    assert not found.existed_on(after)


def version(family: str, day: date):
    (found,) = [v for v in KNOWLEDGE.versions if v.family == family and v.covers(day)]
    return found


def required(family: str, day: date) -> set[str]:
    return {strand.notation for strand in version(family, day).strands if strand.required}


def test_a_framework_is_that_of_the_first_day_of_fieldwork() -> None:
    # care leavers are judged from January 2023; no overall judgement from April 2026
    assert "overall" in required("ILACS", date(2022, 12, 31))
    assert "care-leavers" not in required("ILACS", date(2022, 12, 31))
    assert "care-leavers" in required("ILACS", date(2023, 1, 30))
    assert "overall" in required("ILACS", date(2026, 3, 31))
    assert "overall" not in required("ILACS", date(2026, 4, 1))


def test_versions_of_a_family_do_not_overlap() -> None:
    families = {version.family for version in KNOWLEDGE.versions}
    for family in families:
        versions = [v for v in KNOWLEDGE.versions if v.family == family]
        for earlier, later in pairwise(versions):
            assert earlier.valid_to is not None
            assert earlier.valid_to < later.valid_from


def test_the_best_grade_of_a_scale_has_rank_1() -> None:
    for each in KNOWLEDGE.versions:
        if each.grades:
            assert sorted(grade.rank for grade in each.grades)[0] == 1


def test_a_further_file_adds_an_authority(tmp_path: Path) -> None:
    path = tmp_path / "more.ttl"
    path.write_text(
        "@prefix cs: <https://w3id.org/childrens-services-kg/def#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/childrens-services-kg/id/authority/ambershire> a cs:Authority ;\n"
        '  skos:prefLabel "Ambershire" ; cs:gss "E10000901" .\n'
    )
    found = load_knowledge((path,)).register.resolve("Ambershire County Council")
    assert found is not None
    assert found.gss == "E10000901"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<a> <b> ", "more.ttl"),
        (
            "@prefix cs: <https://w3id.org/childrens-services-kg/def#> . "
            "<urn:a/nowhere> a cs:Authority .",
            "urn:a/nowhere",
        ),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "more.ttl"
    path.write_text(content)
    with pytest.raises(KnowledgeError, match=said):
        load_knowledge((path,))
