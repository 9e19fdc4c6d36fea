"""Kinds of section: what profiles name is in the vocabulary, and what is in it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.sectionkinds import Trait
from kg.reports import load_profiles

KINDS = load_knowledge().section_kinds
MINE = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix scheme: <https://w3id.org/childrens-services-kg/vocab/> .
@prefix section: <https://w3id.org/childrens-services-kg/vocab/section-kind/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

section:testimony a cs:SectionKind , skos:Concept ;
    skos:inScheme scheme:section-kind ;
    skos:notation "testimony" ;
    skos:prefLabel "Testimony"@en ;
    skos:definition "What children said, in their words."@en ;
    cs:trait "body" .
"""
PROFILE = r"""
[family]
code = "ILACS"
title = ''' Review \s of \b '''

[[sections.heading]]
kind = "testimony"
match = ''' What \s children \s said '''
"""


def test_each_kind_is_named_by_a_profile_and_has_a_definition() -> None:
    named = {kind for profile in load_profiles() for kind in profile.kinds}
    assert set(KINDS) == named
    assert all(kind.definition.endswith(".") for kind in KINDS.values())


def test_each_trait_is_that_of_a_kind() -> None:
    assert {trait for kind in KINDS.values() for trait in kind.traits} == set(Trait)


def test_standing_texts_are_no_text_of_the_report() -> None:
    assert KINDS["boilerplate"].traits == {Trait.STANDING}
    assert KINDS["findings"].traits >= {Trait.BODY, Trait.COUNTS}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    vocabulary, profile = tmp_path / "mine.ttl", tmp_path / "mine.toml"
    vocabulary.write_text(MINE, encoding="utf-8")
    profile.write_text(PROFILE, encoding="utf-8")
    return vocabulary, profile


def test_a_kind_of_ones_own_is_a_concept_of_ones_own(files: tuple[Path, Path]) -> None:
    vocabulary, profile = files
    read = load_profiles((profile,), (vocabulary,))[-1]
    assert read.kinds["testimony"].traits == {Trait.BODY}


def test_a_kind_of_no_vocabulary_is_refused(files: tuple[Path, Path]) -> None:
    _, profile = files
    with pytest.raises(KnowledgeError) as caught:
        load_profiles((profile,))
    said = str(caught.value)
    assert said.startswith(f"{profile}: sections.heading[1].kind: 'testimony' is not one of ")


def test_a_trait_that_no_reader_knows_is_refused(files: tuple[Path, Path]) -> None:
    vocabulary, _ = files
    vocabulary.write_text(MINE.replace('"body"', '"boddy"'), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"mine\.ttl: cs:trait .* did you mean 'body'\?$"):
        load_knowledge((vocabulary,))
