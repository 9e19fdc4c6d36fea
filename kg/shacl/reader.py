"""Reads shapes out of what Turtle files say, and refuses what the checker does not know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kg.shacl.errors import ShapesError
from kg.shacl.shapes import Constraint, Described, PathStep, Shape
from kg.shacl.terms import (
    OWL,
    RDF_FIRST,
    RDF_NIL,
    RDF_REST,
    RDF_TYPE,
    RDFS,
    SH,
    is_literal,
    text_of,
)
from kg.shacl.values import LEXICAL, value_of

#: What a shape says that asks nothing of the data.
SILENT = {
    "path", "name", "description", "message", "severity", "order", "group", "defaultValue",
    "deactivated", "flags", "targetClass", "targetSubjectsOf", "qualifiedMinCount",
    "qualifiedMaxCount",
}  # fmt: skip
#: What may be said once only (SHACL, section 4: "a shape has at most one value for ...").
ONCE = {
    "minCount", "maxCount", "datatype", "nodeKind", "minInclusive", "maxInclusive",
    "minExclusive", "maxExclusive", "minLength", "maxLength", "pattern", "in", "uniqueLang",
    "qualifiedValueShape",
}  # fmt: skip
#: What stands on property shapes only.
PATH_ONLY = {"minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals"}
KINDS = {
    "IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral",
}  # fmt: skip
SEVERITIES = {SH + name for name in ("Violation", "Warning", "Info")}
CLASSES = (RDFS + "Class", OWL + "Class")
FLAGS = {"i": re.I, "s": re.S, "m": re.M, "x": re.X}


class Reader:
    """Shapes by IRI, each read once; what is wrong is raised as `ShapesError`."""

    def __init__(self, said: tuple[Described, dict[str, str]]) -> None:
        self.said, self.where = said
        self.done: dict[str, Shape] = {}
        self.begun: set[str] = set()

    def described(self) -> Iterator[str]:
        """The terms of all shapes that the files describe, in a fixed order."""
        kinds = {f"<{SH}NodeShape>", f"<{SH}PropertyShape>"}
        targets = {SH + name for name in ("targetClass", "targetSubjectsOf", "targetNode",
                                          "targetObjectsOf", "target")}  # fmt: skip
        for term, about in sorted(self.said.items()):
            if kinds & set(about.get(RDF_TYPE, ())) or targets & about.keys():
                yield term

    def shape(self, term: str) -> Shape:
        """One shape, and all that it refers to."""
        iri = text_of(term)
        if iri in self.done:
            return self.done[iri]
        about = self.said.get(term)
        if about is None or is_literal(term):
            raise ShapesError(f"{iri}: other shapes refer to it, but no file describes it")
        if term[0] == "_":
            raise self._refusal(self._holder(term), "a shape without an IRI")
        if any(f"<{kind}>" in about.get(RDF_TYPE, ()) for kind in CLASSES):
            raise self._refusal(term, "a shape that is a class as well")
        if term in self.begun:
            raise self._refusal(term, "a shape that refers to itself")
        self.begun.add(term)
        said = {name[len(SH) :]: values for name, values in about.items() if name.startswith(SH)}
        for name in ONCE & said.keys():
            if len(said[name]) > 1:
                raise self._refusal(term, f"sh:{name} more than once")
        path = self._path(term, self._one(term, said, "path")) if "path" in said else ()
        if f"<{SH}PropertyShape>" in about.get(RDF_TYPE, ()) and not path:
            raise self._refusal(term, "sh:PropertyShape without sh:path")
        if not path and (wrong := sorted(PATH_ONLY & said.keys())):
            raise self._refusal(term, f"sh:{wrong[0]} without sh:path")
        off = [text_of(value) for value in said.get("deactivated", ())] == ["true"]
        constraints = [] if off else list(self._constraints(term, said))
        self.done[iri] = Shape(
            iri,
            self.where[term],
            name=self._words(said, "name"),
            message=self._words(said, "message") or f"It breaks the rule {iri}.",
            severity=self._severity(term, said),
            path=path,
            constraints=tuple(constraints),
            classes=() if off else tuple(sorted(said.get("targetClass", ()))),
            subjects_of=() if off else tuple(sorted(said.get("targetSubjectsOf", ()))),
        )
        return self.done[iri]

    def _constraints(self, term: str, said: Mapping[str, list[str]]) -> Iterator[Constraint]:
        for name, values in sorted(said.items()):
            if name in SILENT:
                continue
            if name == "qualifiedValueShape":
                yield from self._qualified(term, said)
                continue
            read = _READ.get(name)
            if read is None:
                raise self._refusal(term, f"sh:{name}")
            for value in values:
                yield Constraint(name, read(self, term, value, said))

    def _qualified(self, term: str, said: Mapping[str, list[str]]) -> Iterator[Constraint]:
        counted = self.shape(said["qualifiedValueShape"][0])
        for name in ("qualifiedMinCount", "qualifiedMaxCount"):
            if name in said:
                number = self.whole(term, self._one(term, said, name), said)
                yield Constraint(name, number, counted)

    def _path(self, term: str, path: str) -> tuple[PathStep, ...]:
        if path[0] == "<":
            return (PathStep(path, True),)
        about = self.said.get(path, {})
        if RDF_FIRST in about:
            return tuple(step for part in self._list(term, path) for step in self._path(term, part))
        if list(about) == [SH + "inversePath"]:
            inner = about[SH + "inversePath"][0]
            # pySHACL walks the inverse of a sequence in the wrong order
            if inner[0] != "<":
                raise self._refusal(term, "sh:inversePath of more than one property")
            return (PathStep(inner, False),)
        kind = next((name.removeprefix(SH) for name in about), "path")
        raise self._refusal(term, f"sh:{kind}")

    def _list(self, term: str, start: str) -> list[str]:
        members, at = [], start
        while at != f"<{RDF_NIL}>":
            about = self.said.get(at, {})
            if len(about.get(RDF_FIRST, ())) != 1 or len(about.get(RDF_REST, ())) != 1:
                raise self._refusal(term, "a list that is broken")
            members.append(about[RDF_FIRST][0])
            at = about[RDF_REST][0]
        return members

    def _holder(self, part: str) -> str:
        """What says something of a blank node."""
        return next(
            (
                term
                for term, about in sorted(self.said.items())
                if any(part in values for values in about.values())
            ),
            part,
        )

    def _severity(self, term: str, said: Mapping[str, list[str]]) -> str:
        values = said.get("severity", [f"<{SH}Violation>"])
        if len(values) != 1 or text_of(values[0]) not in SEVERITIES:
            raise self._refusal(term, f"sh:severity {' '.join(values)}")
        return text_of(values[0])

    def _one(self, term: str, said: Mapping[str, list[str]], name: str) -> str:
        if len(said[name]) != 1:
            raise self._refusal(term, f"sh:{name} more than once")
        return said[name][0]

    def _words(self, said: Mapping[str, list[str]], name: str) -> str:
        return text_of(min(said[name])) if name in said else ""

    def _refusal(self, term: str, what: str) -> ShapesError:
        return ShapesError(
            f"{self.where.get(term, '')}: {text_of(term)} uses {what}, which the fast checker does "
            "not know; say it with what docs/shacl.md lists"
        )

    def whole(self, term: str, value: str, said: Mapping[str, list[str]]) -> int:
        """A count or length."""
        if not text_of(value).isdecimal():
            raise self._refusal(term, f"{value} as a whole number")
        return int(text_of(value))

    def iri(self, term: str, value: str, said: Mapping[str, list[str]]) -> str:
        """A class or property, as a term."""
        if value[0] != "<":
            raise self._refusal(term, f"{value} as an IRI")
        return value

    def datatype(self, term: str, value: str, said: Mapping[str, list[str]]) -> str:
        """A datatype's IRI."""
        if text_of(value) not in LEXICAL:
            raise self._refusal(term, f"sh:datatype {value}")
        return text_of(value)

    def kind(self, term: str, value: str, said: Mapping[str, list[str]]) -> str:
        """A kind of node: "IRI", "BlankNodeOrLiteral"."""
        name = text_of(value).removeprefix(SH)
        if name not in KINDS:
            raise self._refusal(term, f"sh:nodeKind {value}")
        return name

    def bound(self, term: str, value: str, said: Mapping[str, list[str]]) -> str:
        """A literal with a value that others can be compared with."""
        if not is_literal(value) or value_of(value) is None:
            raise self._refusal(term, f"{value} as a bound")
        return value

    def term(self, term: str, value: str, said: Mapping[str, list[str]]) -> str:
        """A term as it would stand in a line."""
        return value

    def pattern(self, term: str, value: str, said: Mapping[str, list[str]]) -> re.Pattern[str]:
        """A regular expression, with its flags."""
        flags = re.NOFLAG
        for letter in text_of(said["flags"][0]) if "flags" in said else "":
            if letter not in FLAGS:
                raise self._refusal(term, f"sh:flags with {letter!r}")
            flags |= FLAGS[letter]
        try:
            return re.compile(text_of(value), flags)
        except re.error as error:
            raise self._refusal(term, f"a pattern that cannot be read ({error})") from error

    def terms(self, term: str, value: str, said: Mapping[str, list[str]]) -> frozenset[str]:
        """The members of a list."""
        return frozenset(self._list(term, value))

    def truth(self, term: str, value: str, said: Mapping[str, list[str]]) -> bool:
        """true or false."""
        return text_of(value) in ("true", "1")

    def other(self, term: str, value: str, said: Mapping[str, list[str]]) -> Shape:
        """Another shape."""
        return self.shape(value)

    def others(self, term: str, value: str, said: Mapping[str, list[str]]) -> tuple[Shape, ...]:
        """A list of shapes."""
        return tuple(self.shape(member) for member in self._list(term, value))


Read = Callable[[Reader, str, str, Mapping[str, list[str]]], object]

#: Parameter of a constraint component -> how its value is read.
_READ: Mapping[str, Read] = {
    "minCount": Reader.whole,
    "maxCount": Reader.whole,
    "minLength": Reader.whole,
    "maxLength": Reader.whole,
    "datatype": Reader.datatype,
    "nodeKind": Reader.kind,
    "class": Reader.iri,
    "minInclusive": Reader.bound,
    "maxInclusive": Reader.bound,
    "minExclusive": Reader.bound,
    "maxExclusive": Reader.bound,
    "pattern": Reader.pattern,
    "in": Reader.terms,
    "hasValue": Reader.term,
    "uniqueLang": Reader.truth,
    "equals": Reader.iri,
    "disjoint": Reader.iri,
    "lessThan": Reader.iri,
    "lessThanOrEquals": Reader.iri,
    "property": Reader.other,
    "node": Reader.other,
    "not": Reader.other,
    "and": Reader.others,
    "or": Reader.others,
    "xone": Reader.others,
}
