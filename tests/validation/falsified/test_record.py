"""What falsifies a record does what it says, and leaves canonical lines behind."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

import pytest

from tests.validation.falsified.record import FalsifiedRecord, NotApplicable
from tests.validation.falsified.terms import read, written
from tests.validation.made_up import REPORT, Iri, Typed, valid_report

#: a finding that goes over a line or page has a blank there
WHITE = re.compile(r"\s")
PARAGRAPH = Iri(Iri(f"{REPORT}/paragraph/1").whole)
VISIT = Iri(Iri(f"{REPORT}/visit/1").whole)


@pytest.fixture
def record() -> FalsifiedRecord:
    return FalsifiedRecord(valid_report().lines())


def test_lines_are_as_they_were(record, records):
    assert tuple(record.lines()) == valid_report().lines()
    assert all(each.lines() == each.copied().lines() for each in records.values())


def test_words_stand_in_the_text_where_they_say(records):
    for key, each in records.items():
        for thing in each.placed():
            start, end = each.number(thing, "cs:textStart"), each.number(thing, "cs:textEnd")
            printed = WHITE.sub(" ", each.text[start:end])
            assert printed == WHITE.sub(" ", each.words(thing)), (key, thing)
        if each.text:
            assert (
                each.words(each.reading, "cs:textSha256") == sha256(each.text.encode()).hexdigest()
            )


@pytest.mark.parametrize(
    "value",
    [
        3,
        True,
        date(2024, 3, 4),
        'a "quote"\nin two lines',
        Typed('"Good"@en'),
        Typed('"0.9"^^<x:y>'),
    ],
)
def test_a_value_is_read_as_it_was_written(value):
    assert read(written(value)) == value


def test_values_are_put_added_and_dropped(record):
    record.put(PARAGRAPH, cs_page=2, cs_order=7)
    record.add(PARAGRAPH, cs_order=9)
    assert record.values(PARAGRAPH, "cs:order") == [7, 9]
    record.drop(PARAGRAPH, "cs:order")
    assert not record.has(PARAGRAPH, "cs:order")


def test_what_is_not_there_cannot_be_struck(record):
    for ask in (
        lambda: record.put(PARAGRAPH, cs_number="1"),
        lambda: record.first("cs:Delivery"),
        lambda: record.two("cs:Visit"),
        lambda: record.where("cs:Judgement", cs_basis="guessed"),
        lambda: record.only("SIF"),
    ):
        with pytest.raises(NotApplicable):
            ask()


def test_a_thing_is_renamed_wherever_it_stands(record):
    record.rename(VISIT, Iri("id:visit/9"))
    assert record.values(record.inspection, "cs:hasVisit") == [Iri("id:visit/9").whole]
    assert record.things("cs:Visit") == [Iri("id:visit/9").whole]


def test_nothing_leads_to_what_was_removed(record):
    record.remove(VISIT)
    assert not any(VISIT in line for line in record.lines())


def test_a_copy_is_not_changed_with_what_it_was_taken_from(record):
    other = record.copied()
    other.remove(VISIT)
    assert record.things("cs:Visit") == [VISIT]
