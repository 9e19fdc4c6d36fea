"""Reads the parameters of the constraint components: what each may hold, and what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.shacl.regex import PatternError, compiled
from kg.shacl.shapes import Constraint, Shape
from kg.shacl.terms import SH, XSD, XSD_STRING, datatype_of, is_literal, text_of
from kg.shacl.values import value_of

if TYPE_CHECKING:
    from kg.shacl.reader import Reader

#: what a shape says in the namespace of SHACL: local name -> values as terms
Said = Mapping[str, list[str]]
#: reader, shape, local name of the parameter, its value, what else the shape says -> what is asked
Read = Callable[["Reader", str, str, str, Said], Iterator[Constraint]]

KINDS = {
    "IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral",
}  # fmt: skip
TRUE, FALSE = (f'"{word}"^^<{XSD}boolean>' for word in ("true", "false"))


def flag(reader: Reader, term: str, name: str, said: Said) -> bool:
    """Whether something that is true or false is true; false where it is not said."""
    (value,) = said.get(name, [FALSE])
    if value not in (TRUE, FALSE):
        raise reader.wrong(term, f"sh:{name} {value}, which is neither true nor false")
    return value == TRUE


def _of(check: Callable[[Reader, str, str, Said], object]) -> Read:
    """A parameter that is one value, as ``check`` reads it."""

    def read(reader: Reader, term: str, name: str, value: str, said: Said) -> Iterator[Constraint]:
        yield Constraint(name, check(reader, term, value, said))

    return read


def _whole(reader: Reader, term: str, value: str, said: Said) -> int:
    text = text_of(value)
    if not is_literal(value) or not (text.isascii() and text.isdecimal()):
        raise reader.wrong(term, f"{value} where a whole number has to be")
    return int(text)


def _iri(reader: Reader, term: str, value: str, said: Said) -> str:
    if value[0] != "<":
        raise reader.wrong(term, f"{value} where an IRI has to be")
    return value


def _datatype(reader: Reader, term: str, value: str, said: Said) -> str:
    return text_of(_iri(reader, term, value, said))


def _kind(reader: Reader, term: str, value: str, said: Said) -> str:
    name = text_of(value).removeprefix(SH)
    if name not in KINDS:
        raise reader.wrong(term, f"sh:nodeKind {value}, which is no kind of node")
    return name


def _bound(reader: Reader, term: str, value: str, said: Said) -> str:
    if not is_literal(value) or value_of(value) is None:
        raise reader.wrong(term, f"{value} as a bound, with which nothing can be compared")
    return value


def _term(reader: Reader, term: str, value: str, said: Said) -> str:
    return value


def _pattern(reader: Reader, term: str, value: str, said: Said) -> re.Pattern[str]:
    flags = text_of(said["flags"][0]) if "flags" in said else ""
    if datatype_of(value) != XSD_STRING:
        raise reader.wrong(term, f"sh:pattern {value}, which is no plain text")
    try:
        return compiled(text_of(value), flags)
    except PatternError as error:
        raise reader.unknown(term, f"sh:pattern {value}: {error}") from error


def _terms(reader: Reader, term: str, value: str, said: Said) -> frozenset[str]:
    return frozenset(reader.members(term, value))


def _languages(reader: Reader, term: str, value: str, said: Said) -> tuple[str, ...]:
    members = reader.members(term, value)
    for each in members:
        if datatype_of(each) != XSD_STRING:
            raise reader.wrong(term, f"sh:languageIn with {each}, which is no plain text")
    return tuple(text_of(each).lower() for each in members)


def _property(reader: Reader, term: str, value: str, said: Said) -> Shape:
    if reader.described.about(value) and SH + "path" not in reader.described.about(value):
        raise reader.wrong(term, f"sh:property {_shown(value)}without sh:path")
    return reader.shape(value)


def _node(reader: Reader, term: str, value: str, said: Said) -> Shape:
    if SH + "path" in reader.described.about(value):
        raise reader.wrong(term, f"sh:node {_shown(value)}with sh:path")
    return reader.shape(value)


def _shape(reader: Reader, term: str, value: str, said: Said) -> Shape:
    return reader.shape(value)


def _shapes(reader: Reader, term: str, value: str, said: Said) -> tuple[Shape, ...]:
    members = reader.members(term, value)
    if not members:
        raise reader.wrong(term, "an empty list of shapes")
    return tuple(reader.shape(member) for member in members)


def _unique_lang(
    reader: Reader, term: str, name: str, value: str, said: Said
) -> Iterator[Constraint]:
    if datatype_of(value) != XSD + "boolean":
        raise reader.wrong(term, f"sh:uniqueLang {value}, which is neither true nor false")
    # "1" is true as well, but the standard asks for the word (its test uniqueLang-002)
    if value == TRUE:
        yield Constraint(name, True)


def _closed(reader: Reader, term: str, name: str, value: str, said: Said) -> Iterator[Constraint]:
    if not flag(reader, term, name, said):
        return
    ignored = [
        member
        for start in said.get("ignoredProperties", ())
        for member in reader.members(term, start)
    ]
    for member in ignored:
        _iri(reader, term, member, said)
    paths = [
        path
        for held in said.get("property", ())
        for path in reader.described.about(held).get(SH + "path", ())
        if path[0] == "<"
    ]
    yield Constraint(name, frozenset((*ignored, *paths)))


def _qualified(
    reader: Reader, term: str, name: str, value: str, said: Said
) -> Iterator[Constraint]:
    counted = reader.shape(value)
    apart = flag(reader, term, "qualifiedValueShapesDisjoint", said)
    siblings = tuple(map(reader.shape, _siblings(reader, term, value))) if apart else ()
    for each in ("qualifiedMinCount", "qualifiedMaxCount"):
        if each in said:
            number = _whole(reader, term, said[each][0], said)
            yield Constraint(each, number, counted, siblings)


def _siblings(reader: Reader, term: str, counted: str) -> list[str]:
    """The shapes that other property shapes of the same holders count (SHACL, section 4.7.3)."""
    about = reader.described.about
    found = {
        other
        for holder in reader.described.said
        if term in about(holder).get(SH + "property", ())
        for held in about(holder)[SH + "property"]
        for other in about(held).get(SH + "qualifiedValueShape", ())
    }
    return sorted(found - {counted})


def _shown(term: str) -> str:
    return f"{term} " if term[0] == "<" else ""


#: Parameter of a constraint component -> how its value is read.
PARAMETERS: Mapping[str, Read] = {
    "minCount": _of(_whole),
    "maxCount": _of(_whole),
    "minLength": _of(_whole),
    "maxLength": _of(_whole),
    "datatype": _of(_datatype),
    "nodeKind": _of(_kind),
    "class": _of(_iri),
    "minInclusive": _of(_bound),
    "maxInclusive": _of(_bound),
    "minExclusive": _of(_bound),
    "maxExclusive": _of(_bound),
    "pattern": _of(_pattern),
    "languageIn": _of(_languages),
    "uniqueLang": _unique_lang,
    "in": _of(_terms),
    "hasValue": _of(_term),
    "equals": _of(_iri),
    "disjoint": _of(_iri),
    "lessThan": _of(_iri),
    "lessThanOrEquals": _of(_iri),
    "closed": _closed,
    "property": _of(_property),
    "node": _of(_node),
    "not": _of(_shape),
    "and": _of(_shapes),
    "or": _of(_shapes),
    "xone": _of(_shapes),
    "qualifiedValueShape": _qualified,
}
