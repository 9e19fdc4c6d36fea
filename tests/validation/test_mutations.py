"""How many random faults the shapes catch, and that both engines say the same of each."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.validation import Engine, describe, validate_report
from tests.validation.made_up import small_vocabulary
from tests.validation.mutations import KINDS, Mutation, mutations, rich_report

NUMBER, SEED = 200, 2026
CONTEXT = tuple(small_vocabulary().lines())


@pytest.fixture(scope="module")
def mutated() -> list[Mutation]:
    return list(mutations(NUMBER, SEED))


def test_the_graph_that_is_mutated_is_valid() -> None:
    assert [describe(v) for v in validate_report(rich_report().lines(), CONTEXT)] == []


def test_at_least_95_of_100_are_caught(mutated, record_property) -> None:
    missed = [m for m in mutated if not validate_report(m.lines, CONTEXT)]
    caught = Counter(m.kind for m in mutated) - Counter(m.kind for m in missed)
    record_property("caught", dict(caught))
    record_property("missed", [(m.kind, *m.row) for m in missed])
    assert set(caught) == set(KINDS)
    assert len(mutated) - len(missed) >= 0.95 * NUMBER, [(m.kind, m.row) for m in missed]


def test_both_engines_say_the_same_of_each(mutated) -> None:
    for mutation in mutated:
        fast = validate_report(mutation.lines, CONTEXT)
        reference = validate_report(mutation.lines, CONTEXT, engine=Engine.PYSHACL)
        assert fast == reference, (mutation.kind, mutation.row)
