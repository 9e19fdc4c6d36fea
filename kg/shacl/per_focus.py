"""What is asked of all values of a focus node together: how many there are, and pairs of them.

Each rule gives (focus node, value at fault); the value is "" where no single one is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Set

from kg.shacl.index import PropertyValues
from kg.shacl.terms import language_of
from kg.shacl.values import less

Found = Iterator[tuple[str, str]]
#: parameter, the column of the values, focus nodes -> what is at fault
Count = Callable[[object, PropertyValues, Set[str]], Found]
#: the column of the values, that of the other property, focus nodes -> what is at fault
Pair = Callable[[PropertyValues, PropertyValues, Set[str]], Found]


def _min_count(least: object, column: PropertyValues, focus: Set[str]) -> Found:
    assert isinstance(least, int)
    if least > 0:
        for node in focus - column.first.keys():
            yield node, ""
    if least > 1:
        for node in focus & column.first.keys():
            if len(column.values(node)) < least:
                yield node, ""


def _max_count(most: object, column: PropertyValues, focus: Set[str]) -> Found:
    assert isinstance(most, int)
    for node in focus & (column.more.keys() if most > 0 else column.first.keys()):
        if len(column.values(node)) > most:
            yield node, ""


def _has_value(wanted: object, column: PropertyValues, focus: Set[str]) -> Found:
    for node in focus:
        if column.first.get(node) != wanted and wanted not in column.values(node):
            yield node, ""


def _unique_lang(asked: object, column: PropertyValues, focus: Set[str]) -> Found:
    for node in focus & column.more.keys() if asked else ():
        languages = Counter(filter(None, map(language_of, column.more[node])))
        for number in languages.values():
            if number > 1:
                yield node, ""


def _equals(column: PropertyValues, other: PropertyValues, focus: Set[str]) -> Found:
    for node in focus:
        for value in {*column.values(node)} ^ {*other.values(node)}:
            yield node, value


def _disjoint(column: PropertyValues, other: PropertyValues, focus: Set[str]) -> Found:
    for node in focus & column.first.keys() & other.first.keys():
        for value in {*column.values(node)} & {*other.values(node)}:
            yield node, value


def _ordered(or_equal: bool) -> Pair:
    def rule(column: PropertyValues, other: PropertyValues, focus: Set[str]) -> Found:
        first, second, more, others = column.first, other.first, column.more, other.more
        for node in focus & first.keys() & second.keys():
            if node not in more and node not in others:
                if not less(first[node], second[node], or_equal=or_equal):
                    yield node, first[node]
                continue
            for value in column.values(node):
                for bound in other.values(node):
                    if not less(value, bound, or_equal=or_equal):
                        yield node, value

    return rule


#: Parameter of a constraint component -> its rule.
COUNTS: Mapping[str, Count] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
}
#: The same, for those that name another property.
PAIRS: Mapping[str, Pair] = {
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _ordered(or_equal=False),
    "lessThanOrEquals": _ordered(or_equal=True),
}
