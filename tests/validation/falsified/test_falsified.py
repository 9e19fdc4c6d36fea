"""Falsifications are caught: what is not is listed by name and reason, and is little."""

from __future__ import annotations

import pytest

from kg.ingest import VOCABULARY
from kg.validation import Severity, describe
from tests.validation.falsified.classes import CLASSES, OF_VOCABULARY
from tests.validation.falsified.measuring import (
    TOLD,
    Outcome,
    Subject,
    check,
    kinds_of,
    outcomes,
    told,
)
from tests.validation.falsified.record import FalsifiedRecord
from tests.validation.falsified.survivors import ALL, SURVIVORS

KINDS_OF_A_CLASS = 20
SURVIVE = 0.05
FAMILIES = {
    "AreaSEND", "CP2012", "ILACS", "ILACS-focused", "ILACS-monitoring", "JTAI", "LAC", "SIF",
}  # fmt: skip


@pytest.fixture(scope="module")
def done(
    records: dict[str, FalsifiedRecord], reports: list[Subject], vocabulary: tuple[str, ...]
) -> dict[str, list[Outcome]]:
    """Every falsification of every class."""
    as_it_is = records[VOCABULARY]
    said = told(check(as_it_is, VOCABULARY, vocabulary))
    shared = [Subject(VOCABULARY, VOCABULARY, as_it_is, said)]
    return {
        class_: list(
            outcomes(
                class_,
                kinds_of(*modules),
                shared if class_ in OF_VOCABULARY else reports,
                vocabulary,
            )
        )
        for class_, modules in CLASSES.items()
    }


def test_the_records_are_of_all_families_and_as_they_should_be(reports, vocabulary) -> None:
    assert {each.family for each in reports} == FAMILIES
    for each in reports:
        found = [v for v in check(each.record, each.family, vocabulary) if v.severity in TOLD]
        assert [describe(violation) for violation in found] == [], each.name


def test_the_vocabulary_is_as_it_should_be(records, vocabulary) -> None:
    found = check(records[VOCABULARY], VOCABULARY, vocabulary)
    assert [describe(each) for each in found if each.severity == Severity.VIOLATION] == []


@pytest.mark.parametrize("class_", CLASSES)
def test_a_class_has_twenty_kinds_each_told_in_a_line(class_) -> None:
    kinds = kinds_of(*CLASSES[class_])
    assert len(kinds) >= KINDS_OF_A_CLASS
    assert all(kind.__doc__ and "\n" not in kind.__doc__.strip() for kind in kinds.values())


@pytest.mark.parametrize("class_", CLASSES)
def test_each_kind_can_be_done_to_some_record(class_, done) -> None:
    assert {each.kind for each in done[class_]} == set(kinds_of(*CLASSES[class_]))


@pytest.mark.parametrize("class_", CLASSES)
def test_what_survives_is_what_is_listed(class_, done, record_property) -> None:
    record_property("falsified", len(done[class_]))
    survived = {(each.kind, each.family) for each in done[class_] if not each.caught}
    caught = {(each.kind, each.family) for each in done[class_] if each.caught}
    listed = {(kind, family) for kind, family in survived if _reason(kind, family)}
    assert sorted(survived - listed) == []
    assert sorted(pair for pair in caught if _reason(*pair)) == []


@pytest.mark.parametrize("class_", CLASSES)
def test_at_most_5_in_100_of_a_class_survive(class_, done) -> None:
    assert _share(done[class_]) <= SURVIVE


def test_at_most_5_in_100_survive(done) -> None:
    assert _share([each for found in done.values() for each in found]) <= SURVIVE


def test_each_reason_is_of_a_kind_that_there_is() -> None:
    kinds = {name for modules in CLASSES.values() for name in kinds_of(*modules)}
    assert {kind for kind, _ in SURVIVORS} <= kinds
    assert {family for _, family in SURVIVORS} <= {*FAMILIES, VOCABULARY, ALL}
    assert all(SURVIVORS.values())


def _reason(kind: str, family: str) -> str:
    return SURVIVORS.get((kind, family)) or SURVIVORS.get((kind, ALL), "")


def _share(found: list[Outcome]) -> float:
    return sum(not each.caught for each in found) / len(found)
