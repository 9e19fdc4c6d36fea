"""The compiled shapes and pySHACL find the same faults."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.validation import Engine, Violation, validate_report, validate_vocabulary
from kg.validation.shapes import shapes_folder
from tests.validation.made_up import Iri, Statements, small_vocabulary, valid_report
from tests.validation.test_faults import FAULTS

#: what a value is replaced by: wrong datatypes, bounds, forms, and values that are right
VALUES = (
    '"0"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"-3"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"x"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"2024-02-31"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2024-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    '"yes"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    '"odd"^^<http://example.org/datatype>',
    '""',
    '" \\n"',
    '"words"',
    '"words"@en',
    "<http://example.org/nothing>",
    "<https://w3id.org/childrens-services-kg/id/authority/exampleshire>",
)
LINES = tuple(valid_report().lines())
CONTEXT = tuple(small_vocabulary().lines())


def both(lines: list[str]) -> tuple[tuple[Violation, ...], tuple[Violation, ...]]:
    fast = validate_report(lines, CONTEXT, engine=Engine.FAST)
    return fast, validate_report(lines, CONTEXT, engine=Engine.PYSHACL)


def lines_of(changes: list[tuple[int, str, str]]) -> list[str]:
    """The valid report with some values replaced, doubled, or taken out."""
    lines = list(LINES)
    for place, what, value in changes:
        line = lines[place % len(lines)]
        head, graph = re.match(r"(\S+ \S+) .* (\S+ \.)$", line).groups()
        if what == "replace":
            lines[place % len(lines)] = f"{head} {value} {graph}"
        elif what == "add":
            lines.append(f"{head} {value} {graph}")
        elif len(lines) > 1:
            del lines[place % len(lines)]
    return lines


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.sampled_from(["replace", "add", "remove"]),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60)
@given(CHANGES)
def test_random_changes(changes) -> None:
    fast, reference = both(lines_of(changes))
    assert fast == reference


@pytest.mark.parametrize("name", FAULTS)
def test_each_kind_of_fault(name, report: Statements) -> None:
    FAULTS[name][0](report)
    fast, reference = both(report.lines())
    assert fast == reference


def test_a_valid_report() -> None:
    assert both(LINES) == ((), ())


def test_the_vocabulary(vocabulary: Statements) -> None:
    vocabulary.add("id:authority/exampleshire", cs_gss="E99999999", skos_prefLabel="x")
    vocabulary.drop("vocab:grade/good", "cs:rank")
    fast = validate_vocabulary(vocabulary.lines(), shapes_folder())
    assert fast == validate_vocabulary(vocabulary.lines(), shapes_folder(), engine=Engine.PYSHACL)
    assert len(fast) == 4


def test_what_report_and_vocabulary_both_describe(report: Statements, vocabulary: Statements):
    """The type of an authority is known from the vocabulary; its code is wrong in the report."""
    report.add("id:authority/exampleshire", cs_gss="E99999999")
    fast, reference = (
        validate_report(report.lines(), vocabulary.lines(), engine=engine) for engine in Engine
    )
    assert fast == reference
    assert [v.name for v in fast] == ["GSS code"]


def test_subclasses_that_only_the_report_knows(report: Statements, vocabulary: Statements) -> None:
    report.add("cs:Leaflet", rdfs_subClassOf=Iri("cs:Report"))
    report.add("id:leaflet", rdf_type=Iri("cs:Leaflet"))
    fast, reference = (
        validate_report(report.lines(), vocabulary.lines(), engine=engine) for engine in Engine
    )
    assert fast == reference
    assert {v.focus.rpartition("/")[2] for v in fast} == {"leaflet"}
