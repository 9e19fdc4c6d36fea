"""Scales order the grades of a framework; levels put grades of different scales side by side."""

from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import folder, load_knowledge, vocabulary_files
from kg.knowledge.frameworks import scale_grades
from kg.knowledge.turtle import CS, SKOS, instances, one, read_table

TABLE = read_table(vocabulary_files())
SCALES = instances(TABLE, CS + "GradeScale")
GRADE = "https://w3id.org/childrens-services-kg/vocab/grade/"
SCALE = "https://w3id.org/childrens-services-kg/vocab/scale/"


def number(grade: str, term: str) -> int | None:
    found = one(TABLE, grade, CS + term)
    return int(found) if found else None


def test_the_grades_of_a_scale_are_in_order() -> None:
    names = [iri.removeprefix(GRADE) for iri in scale_grades(TABLE, SCALE + "area-send-2023")]
    assert names == ["positive", "inconsistent", "systemic-failings"]


@pytest.mark.parametrize("scale", SCALES)
def test_rank_is_the_place_on_the_scale_and_level_does_not_contradict_it(scale: str) -> None:
    grades = scale_grades(TABLE, scale)
    assert [number(grade, "rank") for grade in grades] == list(range(1, len(grades) + 1))
    levels = [number(grade, "level") for grade in grades]
    if any(levels):
        assert all(worse > better for better, worse in pairwise(levels))


def test_adequate_stands_beside_requires_improvement() -> None:
    assert number(GRADE + "adequate", "level") == number(GRADE + "requires-improvement", "level")
    assert GRADE + "requires-improvement" in TABLE[GRADE + "adequate"][SKOS + "closeMatch"]
    assert "not the same" in TABLE[GRADE + "adequate"][SKOS + "scopeNote"][0]


def test_outcomes_of_area_send_are_not_on_the_ladder() -> None:
    assert number(GRADE + "positive", "level") is None


def test_the_caveat_stands_at_the_grades() -> None:
    path = folder("ontology") / "vocabularies" / "grades.ttl"
    assert "CAVEAT" in path.read_text(encoding="utf-8")


def test_every_framework_that_was_asked_for_is_there() -> None:
    assert {version.notation for version in load_knowledge().versions} == {
        *("SLAC-2009", "CP-2012", "LAC-2013", "SIF-2013"),
        *("ILACS-2018", "ILACS-2023", "ILACS-2026", "ILACS-focused-2018", "ILACS-monitoring-2018"),
        *("JTAI-2016", "JTAI-2022", "AreaSEND-2016", "AreaSEND-2023"),
    }


def test_a_strand_is_derived_from_the_version_that_has_it() -> None:
    derived = "http://data.europa.eu/m8g/isDerivedFrom"
    for version in instances(TABLE, CS + "FrameworkVersion"):
        for strand in TABLE[version].get(CS + "hasStrand", ()):
            assert TABLE[strand][derived] == [version]


def test_a_list_without_end_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "round.ttl"
    path.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        "<urn:scale> skos:memberList <urn:1> .\n"
        "<urn:1> rdf:first <urn:good> ; rdf:rest <urn:1> .\n"
    )
    with pytest.raises(KnowledgeError, match=r"round\.ttl: the list of <urn:scale> has no end"):
        scale_grades(read_table([path]), "urn:scale")
