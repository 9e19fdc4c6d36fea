"""The lexical forms of every datatype of XML Schema 1.1 and RDF, and how their values compare."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.shacl.datatypes import LEXICAL
from kg.shacl.terms import RDF
from kg.shacl.values import is_of, less

XSD = "http://www.w3.org/2001/XMLSchema#"
#: datatype -> texts that are its forms, texts that are none
FORMS = {
    "byte": (["-128", "127", "+0", "007"], ["128", "-129", "1.0", "", "9" * 5000]),
    "short": (["-32768"], ["32768"]),
    "int": (["2147483647"], ["-2147483649"]),
    "long": (["9223372036854775807"], ["9223372036854775808"]),
    "unsignedByte": (["255", "-0"], ["256", "-1"]),
    "unsignedShort": (["65535"], ["65536"]),
    "unsignedInt": (["4294967295"], ["4294967296"]),
    "unsignedLong": (["18446744073709551615"], ["18446744073709551616"]),
    "nonNegativeInteger": (["0", "9" * 5000], ["-1"]),
    "positiveInteger": (["1"], ["0"]),
    "nonPositiveInteger": (["0", "-" + "9" * 5000], ["1"]),
    "negativeInteger": (["-1"], ["0"]),
    "float": (["1e3", "+INF", "NaN", ".5"], ["inf", "1e", "+NaN", ""]),
    "time": (["23:59:59.9", "24:00:00", "10:00:00Z"], ["24:00:01", "10:60:00", "10:00"]),
    "date": (["2024-02-29", "-0001-01-01", "12024-01-01", "0000-02-29"], ["2100-02-29", "24-1-1"]),
    "dateTime": (["2024-02-29T24:00:00", "2024-01-01T00:00:00+14:00"],
                 ["2024-01-01T00:00:00+14:01", "2024-01-01 00:00:00", "02024-01-01T00:00:00"]),
    "dateTimeStamp": (["2024-01-01T00:00:00Z"], ["2024-01-01T00:00:00"]),
    "gYearMonth": (["2024-02", "2024-02Z"], ["2024-13", "2024"]),
    "gMonth": (["--02"], ["--13", "02"]),
    "gMonthDay": (["--02-29", "--12-31"], ["--02-30", "--04-31"]),
    "gDay": (["---31"], ["---32", "31"]),
    "duration": (["P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S"], ["P", "PT", "P1Y2D3M", "1Y", "P1.5D"]),
    "dayTimeDuration": (["P1DT1H", "PT1M"], ["P1M", "P1Y", "P"]),
    "yearMonthDuration": (["P1Y", "-P2M"], ["P1D", "P"]),
    "hexBinary": (["", "0aFF"], ["0", "0g"]),
    "base64Binary": (["", "YWJj", "YQ==", "YW I="], ["YWJ", "YR==", "Y===", "?"]),
    "normalizedString": (["a  b"], ["a\tb", "a\nb"]),
    "token": (["a b", ""], ["a  b", " a", "a\r"]),
    "language": (["en", "en-GB-oed"], ["e_n", "abcdefghi", ""]),
    "Name": (["a:b", "_x"], ["1a", "a b"]),
    "NCName": (["a-b"], ["a:b"]),
    "NMTOKEN": (["1a", "-"], ["a b", ""]),
}  # fmt: skip


def literal(text: str, name: str) -> str:
    written = text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return f'"{written}"^^<{XSD}{name}>'


@pytest.mark.parametrize("name", FORMS)
def test_forms(name: str) -> None:
    right, wrong = FORMS[name]
    assert [text for text in right if not is_of(literal(text, name), XSD + name)] == []
    assert [text for text in wrong if is_of(literal(text, name), XSD + name)] == []


def test_forms_of_rdf() -> None:
    def of(name: str, text: str) -> bool:
        return bool(LEXICAL[RDF + name](text))

    assert of("HTML", "<p>no end")
    assert [of("XMLLiteral", text) for text in ("a <b/> c", "<a>", "&")] == [True, False, False]
    assert [of("JSON", text) for text in ('{"a": [1]}', "{a}")] == [True, False]


def test_of_a_datatype_of_ones_own_only_the_name_counts() -> None:
    assert is_of('"?"^^<http://example.org/own>', "http://example.org/own")
    assert not is_of('"?"^^<http://example.org/own>', "http://example.org/other")


@given(st.dates(), st.dates())
def test_days_are_as_far_apart_as_the_calendar_says(one: date, other: date) -> None:
    a, b = (literal(each.isoformat(), "date") for each in (one, other))
    assert less(a, b) == (one < other)
    assert less(a, b, or_equal=True) == (one <= other)


@given(st.dates(date(2, 1, 1)), st.integers(-14, 14))
def test_a_day_with_a_zone_begins_as_many_hours_from_utc(day: date, hours: int) -> None:
    zone = f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"
    begins = literal(f"{day.isoformat()}T00:00:00{zone}", "dateTime")
    before = literal(f"{(day - timedelta(1)).isoformat()}T09:59:59Z", "dateTime")
    after = literal(f"{day.isoformat()}T14:00:01Z", "dateTime")
    assert less(before, begins)
    assert less(begins, after)


def test_with_and_without_a_zone_compare_fourteen_hours_apart() -> None:
    zoned = literal("2024-01-01T12:00:00Z", "dateTime")
    near, far = (literal(f"2024-01-0{day}T12:00:00", "dateTime") for day in (1, 3))
    assert not less(zoned, near, or_equal=True)
    assert not less(near, zoned, or_equal=True)
    assert less(zoned, far)
    assert not less(far, zoned)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (literal("-0001-12-31", "date"), literal("0000-01-01", "date")),
        (literal("9999-12-31", "date"), literal("10000-01-01", "date")),
        (literal("2024-02-28T24:00:00", "dateTime"), literal("2024-02-29T00:00:01", "dateTime")),
        (literal("-1", "byte"), literal("0.5", "float")),
        (literal("1e400", "decimal").replace("e400", "0" * 400), literal("INF", "double")),
        (literal("1" + "0" * 5000, "integer"), literal("2" + "0" * 5000, "integer")),
        (literal("--02-29", "gMonthDay"), literal("--03-01", "gMonthDay")),
    ],
)
def test_less(a: str, b: str) -> None:
    assert less(a, b)
    assert not less(b, a, or_equal=True)


def test_not_a_number_is_neither_less_nor_more() -> None:
    a, b = literal("NaN", "double"), literal("1", "integer")
    assert not any(less(x, y, or_equal=True) for x, y in ((a, b), (b, a), (a, a)))
