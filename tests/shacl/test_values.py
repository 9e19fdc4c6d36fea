"""Lexical forms and the order of values, as XML Schema has them."""

from __future__ import annotations

import pytest

from kg.shacl.terms import datatype_of, language_of, text_of
from kg.shacl.values import is_of, less

XSD = "http://www.w3.org/2001/XMLSchema#"


def typed(text: str, name: str) -> str:
    return f'"{text}"^^<{XSD}{name}>'


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("integer", ["0", "-7", "+7", "007"], ["", "7.0", " 7", "1_000", "٧"]),
        ("decimal", ["0", "0.5", "-.5", "5."], ["1e3", "INF", "0,5", "."]),
        ("double", ["1e3", "-1.5E-3", "INF", "NaN", "2"], ["inf", "e3", ""]),
        ("boolean", ["true", "false", "1", "0"], ["True", "yes", ""]),
        ("date", ["2024-02-29", "2024-05-01Z", "2024-05-01+01:00"], ["2023-02-29", "2024-5-1"]),
        ("dateTime", ["2024-02-29T10:00:00", "2024-02-29T10:00:00.5Z"], ["2024-02-29", "T10"]),
        ("gYear", ["2024", "2024Z"], ["24", "20245-1"]),
    ],
)
def test_lexical_forms(name, right, wrong) -> None:
    assert [text for text in right if not is_of(typed(text, name), XSD + name)] == []
    assert [text for text in wrong if is_of(typed(text, name), XSD + name)] == []


def test_a_literal_of_another_datatype_is_none_of_this_one() -> None:
    assert not is_of(typed("7", "integer"), XSD + "decimal")
    assert is_of('"7"', XSD + "string")
    assert not is_of('"7"@en', XSD + "string")


def test_numbers_compare_across_their_datatypes() -> None:
    assert less(typed("2", "integer"), typed("10", "integer"))
    assert less(typed("2", "integer"), typed("2.5", "decimal"))
    assert less(typed("2.0", "decimal"), typed("2", "integer"), or_equal=True)
    assert not less(typed("2.0", "decimal"), typed("2", "integer"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (typed("2023-01-01", "date"), typed("2024", "integer")),
        (typed("2023-02-31", "date"), typed("2024-01-01", "date")),
        ('"2023-01-01"', typed("2024-01-01", "date")),
        ("<http://x/a>", "<http://x/b>"),
        (typed("1", "odd"), typed("2", "odd")),
    ],
)
def test_what_cannot_be_compared_is_neither_less_nor_more(a, b) -> None:
    assert not less(a, b, or_equal=True)
    assert not less(b, a, or_equal=True)


def test_what_a_term_says() -> None:
    assert text_of('"a \\"b\\"\\n\\\\ \\u0001"') == 'a "b"\n\\ \x01'
    assert text_of("<http://x/a>") == "http://x/a"
    assert (datatype_of('"a"'), datatype_of("<http://x/a>")) == (XSD + "string", "")
    assert (language_of('"a"@en-gb'), language_of('"a@en"')) == ("en-gb", "")
