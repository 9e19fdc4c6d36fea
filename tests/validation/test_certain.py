"""What is told without pySHACL is what pySHACL tells."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.validation import check
from kg.validation.certain import canonical, conforms, index
from kg.validation.shapes import load_shapes, shapes_folder
from tests.validation.made_up import Statements, small_vocabulary, valid_report

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
    '""',
    '" \\n"',
    '"words"',
    '"words"@en',
    "<http://example.org/nothing>",
    "<https://w3id.org/childrens-services-kg/id/authority/exampleshire>",
)
LINES = tuple(valid_report().lines())
CONTEXT = tuple(small_vocabulary().lines())


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
    max_size=4,
)


@given(CHANGES)
def test_the_same_is_found_as_by_pyshacl_alone(changes) -> None:
    lines = lines_of(changes)
    with pytest.MonkeyPatch.context() as patch:
        # nothing is certain: pySHACL decides all, on the whole graph
        patch.setattr(check, "conforms", lambda *_: False)
        alone = check.validate_report(lines, CONTEXT)
    assert check.validate_report(lines, CONTEXT) == alone


def test_most_is_certain_in_a_valid_report() -> None:
    shapes = load_shapes(shapes_folder())
    vocabulary = check.vocabulary_of(CONTEXT, shapes)
    found = index(canonical(LINES))
    asked = [
        (each, focus) for each in shapes.checks for focus in check._focus(each, found, vocabulary)
    ]
    certain = [
        each.simple is not None
        and conforms(each.simple, focus, found, vocabulary.kinds, vocabulary.below)
        for each, focus in asked
    ]
    assert sum(certain) > 0.75 * len(asked)


def test_lines_in_another_form_are_the_same_graph(report: Statements) -> None:
    lines = list(report.lines())
    other = [line.replace(" ", "\t", 1) for line in lines] + ["", "# a comment"]
    assert index(canonical(other)) == index(lines)
