"""Lines become an index by property, whatever form they are written in."""

from __future__ import annotations

import pytest

from kg.shacl.index import read_index

S, P, Q, G = "<http://x/s>", "<http://x/p>", "<http://x/q>", "<http://x/g>"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


def test_values_stand_by_property_and_subject() -> None:
    found = read_index([f'{S} {P} "a" {G} .', f'{S} {P} "b" {G} .', f"{S} {Q} <http://x/o> {G} ."])
    assert found.graph == G
    assert found.column(P).values(S) == ['"a"', '"b"']
    assert found.column(Q).values(S) == ("<http://x/o>",)
    assert found.column(Q).backward == {"<http://x/o>": [S]}
    assert found.column(P).distinct == {'"a"', '"b"'}
    assert found.column("<http://x/none>").values(S) == ()


def test_triples_have_no_graph() -> None:
    found = read_index([f"{S} {P} <http://x/o> .", f'{S} {Q} "one <http://x/g> two" .'])
    assert found.graph == ""
    assert found.column(P).values(S) == ("<http://x/o>",)
    assert found.column(Q).values(S) == ('"one <http://x/g> two"',)


@pytest.mark.parametrize(
    ("odd", "value"),
    [
        (f'{S} {P} "a"^^<http://www.w3.org/2001/XMLSchema#string> {G} .', '"a"'),
        (f'{S}\t{P}   "a" {G} .', '"a"'),
        (f'{S} {P} "a"{G}.', '"a"'),
        (f'{S} {P} "\\u0061" {G} .', '"a"'),
        (f'{S} {P} "a"@en-GB {G} .', '"a"@en-gb'),
        (f'{S} {P} "a" {G} . # a comment', '"a"'),
        (f"{S} {P} <http://x/\\u00E9> {G} .", "<http://x/é>"),
        (f'{S} {P} "7"{INTEGER} <http://x/other> .', f'"7"{INTEGER}'),
    ],
)
def test_a_line_in_another_form_says_the_same(odd, value) -> None:
    found = read_index([f'{S} {Q} "x" {G} .', odd])
    assert found.column(P).values(S) == (value,)
    assert found.column(Q).values(S) == ('"x"',)


def test_a_line_that_is_there_twice_counts_once() -> None:
    line = f'{S} {P} "a" {G} .'
    assert read_index([line, line]).column(P).more == {}
    # written in two ways
    assert read_index([line, line.replace("a", "\\u0061")]).column(P).more == {}


@pytest.mark.parametrize(
    "damaged",
    [f'{S} {P} "a {G} .', f"{S} {P} {G}", f"{S} {P} <http://x/a b> {G} .", f'{S} "p" "a" {G} .'],
)
def test_a_damaged_line_is_an_error(damaged) -> None:
    with pytest.raises(SyntaxError):
        read_index([f'{S} {Q} "x" {G} .', damaged])


def test_empty_lines_and_comments_change_nothing() -> None:
    lines = [f'{S} {P} "a" {G} .', f"{S} {Q} <http://x/o> {G} ."]
    assert read_index([lines[0], "", "# a comment", lines[1], "", ""]) == read_index(lines)
    assert read_index([]).columns == {}
