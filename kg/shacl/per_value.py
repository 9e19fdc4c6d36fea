"""What is asked of single values: each test gives those of a set of values that fail it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Protocol

from kg.shacl.terms import XSD_STRING, is_literal, language_of, text_of
from kg.shacl.values import is_of, less


class Instances(Protocol):
    """What a test has to know of the data."""

    def instances(self, name: str) -> Iterator[Set[str]]:
        """The instances of a class, set by set."""
        ...


#: parameter of a constraint, values, data -> the values that fail
Test = Callable[[object, Set[str], Instances], Set[str]]


def _class(name: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(name, str)
    left = values
    for known in data.instances(name):
        left = left - known
        if not left:
            break
    return left


def _datatype(datatype: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(datatype, str)
    if datatype == XSD_STRING:
        # a plain literal ends with its quotation mark, and no other term does
        return {value for value in values if value[-1] != '"'}
    return {value for value in values if not is_of(value, datatype)}


def _kind(kind: object, values: Set[str], data: Instances) -> Set[str]:
    marks = _MARKS[str(kind)]
    return {value for value in values if value[0] not in marks}


#: kind of node -> how its terms begin
_MARKS = {
    "IRI": "<",
    "Literal": '"',
    "BlankNode": "_",
    "BlankNodeOrIRI": "_<",
    "BlankNodeOrLiteral": '_"',
    "IRIOrLiteral": '<"',
}


def _in(allowed: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(allowed, frozenset)
    return values - allowed


def _pattern(pattern: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(pattern, re.Pattern)
    search = pattern.search
    return {
        value
        for value in values
        if value[0] == "_"
        or search(value[1:-1] if value[-1] == '"' and "\\" not in value else text_of(value)) is None
    }


def _languages(ranges: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(ranges, tuple)
    return {value for value in values if not _in_ranges(language_of(value), ranges)}


def _in_ranges(language: str, ranges: tuple[str, ...]) -> bool:
    """Whether a language tag is in one of some basic ranges ("en" has "en-gb"), as langMatches."""
    return language != "" and any(
        each in ("*", language) or language.startswith(each + "-") for each in ranges
    )


def _min_length(length: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(length, int)
    return {value for value in values if value[0] == "_" or len(text_of(value)) < length}


def _max_length(length: object, values: Set[str], data: Instances) -> Set[str]:
    assert isinstance(length, int)
    return {value for value in values if value[0] == "_" or len(text_of(value)) > length}


def _bound(*, above: bool, or_equal: bool) -> Test:
    def test(bound: object, values: Set[str], data: Instances) -> Set[str]:
        assert isinstance(bound, str)
        return {
            value
            for value in values
            if not is_literal(value)
            or not (
                less(bound, value, or_equal=or_equal)
                if above
                else less(value, bound, or_equal=or_equal)
            )
        }

    return test


#: Parameter of a constraint component -> its test.
TESTS: Mapping[str, Test] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _kind,
    "in": _in,
    "pattern": _pattern,
    "languageIn": _languages,
    "minLength": _min_length,
    "maxLength": _max_length,
    "minInclusive": _bound(above=True, or_equal=True),
    "minExclusive": _bound(above=True, or_equal=False),
    "maxInclusive": _bound(above=False, or_equal=True),
    "maxExclusive": _bound(above=False, or_equal=False),
}
