"""Whom a framework judges: which kind of board its reports mean by "the board"."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.choices import About
from kg.reports import load_profiles

VISITS = """
@prefix board-kind: <https://w3id.org/childrens-services-kg/vocab/board-kind/> .
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix framework: <https://w3id.org/childrens-services-kg/vocab/framework/> .
@prefix grade: <https://w3id.org/childrens-services-kg/vocab/grade/> .
@prefix scale: <https://w3id.org/childrens-services-kg/vocab/scale/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix strand: <https://w3id.org/childrens-services-kg/vocab/strand/YOUTH-2030/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

framework:YOUTH-2030 a cs:FrameworkVersion ;
    skos:notation "YOUTH-2030" ;
    skos:prefLabel "Inspection of youth justice, from 2030"@en ;
    cs:familyCode "YOUTH" ;
    cs:meansPartnership board-kind:youth-justice-board ;
    cs:validFrom "2030-01-01"^^xsd:date ;
    cs:hasScale scale:outstanding-to-inadequate-2013 ;
    cs:hasGrade grade:outstanding , grade:good , grade:requires-improvement , grade:inadequate ;
    cs:hasStrand strand:partnership .

strand:partnership a cs:Strand ;
    skos:notation "partnership" ;
    skos:prefLabel "The work of the partnership"@en ;
    cs:judges "partnership" ;
    cs:order 1 .
"""
PROFILE = r"""
[family]
code = "YOUTH"
title = ''' Inspection \s of \s youth \s justice \b '''

[sections]
about = "partnership"
"""
MEANS = "    cs:meansPartnership board-kind:youth-justice-board ;\n"


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    path = tmp_path / "youth.ttl"
    path.write_text(VISITS, encoding="utf-8")
    return path


def test_each_framework_says_whom_its_strands_judge() -> None:
    for version in load_knowledge().versions:
        for strand in version.strands:
            assert strand.about is About.AUTHORITY or strand.about in version.bodies


@pytest.mark.parametrize(
    ("family", "day", "kind"),
    [
        ("AreaSEND", date(2024, 5, 1), "area-send-partnership"),
        ("JTAI", date(2016, 5, 1), "inspection-partnership"),
        ("JTAI", date(2018, 6, 28), "inspection-partnership"),
        ("JTAI", date(2018, 6, 29), "safeguarding-partnership"),
        ("JTAI", date(2023, 5, 1), "safeguarding-partnership"),
        ("SIF", date(2016, 5, 1), None),
    ],
)
def test_a_partnership_is_of_its_framework_and_time(
    family: str, day: date, kind: str | None
) -> None:
    knowledge = load_knowledge()
    version = knowledge.version_for(family, day)
    assert version is not None
    assert knowledge.body_kind(About.PARTNERSHIP, family, version, day) == kind


def test_of_a_report_without_dates_only_what_every_version_means_is_told() -> None:
    knowledge = load_knowledge()
    assert knowledge.body_kind(About.PARTNERSHIP, "JTAI", None, None) is None
    assert knowledge.body_kind(About.PARTNERSHIP, "AreaSEND", None, None) == "area-send-partnership"


def test_a_framework_of_ones_own_has_its_own_partnership(vocabulary: Path) -> None:
    knowledge = load_knowledge((vocabulary,))
    version = knowledge.version("YOUTH-2030")
    kind = knowledge.body_kind(About.PARTNERSHIP, "YOUTH", version, date(2030, 3, 1))
    assert kind == "youth-justice-board"


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        (MEANS, "", r"judges a partnership .* does not say of which kind; add cs:meansPartnership"),
        ("youth-justice-board", "youth-board", "which no file describes"),
        ('"partnership" ;\n    cs:order', '"partnershp" ;\n    cs:order', "mean 'partnership'"),
    ],
)
def test_whom_it_does_not_define_it_cannot_judge(
    vocabulary: Path, wrong: str, right: str, said: str
) -> None:
    assert wrong in VISITS
    vocabulary.write_text(VISITS.replace(wrong, right), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge((vocabulary,))
    assert "youth.ttl: " in str(caught.value)
    assert "\n" not in str(caught.value)
    assert re.search(said, str(caught.value))


@pytest.mark.parametrize(
    ("added", "place"),
    [
        ("", "sections.about: is 'partnership'"),
        ("[[sections.heading]]\nkind = 'findings'\nabout = 'board'\nmatch = 'Board'\n",
         "sections.heading[1].about: is 'board'"),
        ("[[judgements.narrative]]\nabout = 'board'\nmatch = '(?P<grade> {grade} )'\n",
         "judgements.narrative[1].about: is 'board'"),
    ],
)  # fmt: skip
def test_a_profile_speaks_only_of_whom_its_framework_knows(
    vocabulary: Path, tmp_path: Path, added: str, place: str
) -> None:
    if not added:
        text = VISITS.replace(MEANS, "").replace('cs:judges "partnership"', 'cs:judges "authority"')
        vocabulary.write_text(text, encoding="utf-8")
    profile = tmp_path / "youth.toml"
    profile.write_text(PROFILE + added, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_profiles((profile,), (vocabulary,))
    said = str(caught.value)
    assert f"youth.toml: {place}, and YOUTH-2030 does not say which kind of board that is" in said
