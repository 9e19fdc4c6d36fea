"""What certainly conforms, told without pySHACL.

Most shapes ask little of one node: how many values a property has, of what datatype, between
which bounds.  For thousands of findings a report, pySHACL takes longer over such questions than
the reading of the report.  So the simple shapes are read from the same files into `Simple`, and
nodes that certainly conform to them are not given to pySHACL.  Whatever is in doubt, it decides:
a node is never found at fault here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kg.validation.graph import parse
from kg.validation.simple import Simple
from kg.validation.terms import RDF_TYPE, XSD, XSD_STRING

if TYPE_CHECKING:
    pass

#: A line of canonical N-Quads: subject, property, value.
LINE = re.compile(
    r'(<[^<>"{}|^`\\\x00-\x20]+>|_:\w+) <([^<>"{}|^`\\\x00-\x20]+)> '
    r'(<[^<>"{}|^`\\\x00-\x20]+>|_:\w+|"(?:[^"\\\n\r]|\\[^\n\r])*"(?:\^\^<[^<>"\x00-\x20]+>|@[A-Za-z-]+)?)'
    r'(?: <[^<>"{}|^`\\\x00-\x20]+>)? \.\n?'
)
LITERAL = re.compile(r'"(?P<text>.*)"(?:\^\^<(?P<datatype>[^<>]+)>)?', re.S)
#: Datatypes whose lexical forms are told apart here.
FORMS: Mapping[str, Callable[[str], bool]] = {
    XSD_STRING: lambda text: True,
    XSD + "integer": re.compile(r"-?\d+").fullmatch,  # type: ignore[dict-item]
    XSD + "decimal": re.compile(r"-?\d+(\.\d+)?").fullmatch,  # type: ignore[dict-item]
    XSD + "boolean": lambda text: text in ("true", "false"),
    XSD + "date": lambda text: _is_day(text),
}
NUMBERS = {XSD + "integer", XSD + "decimal"}


@dataclass(frozen=True, slots=True)
class Index:
    """The lines of a report by subject and property; values are terms as they are written."""

    values: dict[str, dict[str, list[str]]]
    #: class -> its instances, in the order of the lines
    instances: dict[str, list[str]]
    #: property -> its subjects, in the order of the lines, repeats kept
    subjects: dict[str, list[str]]
    #: property -> value -> subjects; filled when it is first asked for
    backward: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def walk(self, focus: str, path: tuple[tuple[str, bool], ...]) -> list[str] | None:
        """The distinct values at the end of a path, None if it may lead out of the lines."""
        terms = [f"<{focus}>"]
        for step, ahead in path:
            reached: dict[str, None] = {}
            for term in terms:
                held = self.values.get(term[1:-1])
                if held is None:
                    return None
                reached |= dict.fromkeys(held.get(step, ()) if ahead else self._into(step, term))
            terms = list(reached)
        return terms

    def _into(self, step: str, value: str) -> list[str]:
        if step not in self.backward:
            into: dict[str, list[str]] = {}
            for subject in dict.fromkeys(self.subjects.get(step, ())):
                for each in self.values[subject][step]:
                    into.setdefault(each, []).append(f"<{subject}>")
            self.backward[step] = into
        return self.backward[step].get(value, [])


def canonical(lines: Sequence[str]) -> Sequence[str]:
    """The lines if they are canonical N-Quads, else what they say in canonical N-Quads.

    Raises `SyntaxError` (from pyoxigraph) with the line's number where a line is not N-Quads.
    """
    if all(LINE.fullmatch(line) for line in lines):
        return lines
    return [f"{quad} ." for quad in parse(lines)]


def index(lines: Iterable[str]) -> Index:
    """Canonical lines by subject and property."""
    values: dict[str, dict[str, list[str]]] = {}
    instances: dict[str, list[str]] = {}
    subjects: dict[str, list[str]] = {}
    for line in lines:
        match = LINE.fullmatch(line)
        assert match is not None, "canonical lines are asked for"
        subject, predicate, value = match.groups()
        subject = subject.strip("<>")
        values.setdefault(subject, {}).setdefault(predicate, []).append(value)
        subjects.setdefault(predicate, []).append(subject)
        if predicate == RDF_TYPE:
            instances.setdefault(value[1:-1], []).append(subject)
    return Index(values, instances, subjects)


def conforms(
    simple: Simple,
    focus: str,
    found: Index,
    kinds: Callable[[str], Iterable[str]],
    below: Mapping[str, frozenset[str]],
) -> bool:
    """Whether a node certainly conforms.

    ``kinds`` gives the classes of an IRI in the vocabulary, ``below`` the subclasses of a class,
    itself among them.
    """
    held = found.values.get(focus, {})
    if len(simple.path) == 1 and simple.path[0][1]:
        values: Sequence[str] = held.get(simple.path[0][0], ())
    else:
        end = found.walk(focus, simple.path)
        if end is None:
            return False
        values = end
    if len(values) < simple.least or (simple.most is not None and len(values) > simple.most):
        # a value that is written twice counts once: pySHACL will tell
        return False
    for other, equal in simple.below:
        if not all(_before(a, b, equal) for a in values for b in held.get(other, ())):
            return False
    return all(_fits(simple, value, found, kinds, below) for value in values)


def _fits(
    simple: Simple,
    value: str,
    found: Index,
    kinds: Callable[[str], Iterable[str]],
    below: Mapping[str, frozenset[str]],
) -> bool:
    if simple.among is not None and value not in simple.among:
        return False
    if value[0] == "<":
        if simple.datatype or simple.pattern or simple.length or _bounded(simple):
            return False
        iri = value[1:-1]
        types = {term[1:-1] for term in found.values.get(iri, {}).get(RDF_TYPE, ())}
        types.update(kinds(iri))
        return all(types & below.get(wanted, {wanted}) for wanted in simple.classes)
    match = LITERAL.fullmatch(value)
    # blank nodes and texts with a language are left to pySHACL
    if match is None or simple.classes or simple.is_iri:
        return False
    text, datatype = match["text"], match["datatype"] or XSD_STRING
    if "\\" in text:
        text = _unescaped(text)
    if simple.datatype and (
        datatype != simple.datatype or datatype not in FORMS or not FORMS[datatype](text)
    ):
        return False
    if _bounded(simple) and not _within(simple, text, datatype):
        return False
    if simple.pattern and not simple.pattern.search(text):
        return False
    return len(text) >= simple.length


def _bounded(simple: Simple) -> bool:
    return simple.at_least is not None or simple.at_most is not None


def _within(simple: Simple, text: str, datatype: str) -> bool:
    if datatype not in NUMBERS or not FORMS[datatype](text):
        return False
    number = float(text)
    return (simple.at_least is None or number >= simple.at_least) and (
        simple.at_most is None or number <= simple.at_most
    )


def _before(a: str, b: str, equal: bool) -> bool:
    """Whether one value is certainly before another of the same datatype."""
    first, second = LITERAL.fullmatch(a), LITERAL.fullmatch(b)
    if first is None or second is None or first["datatype"] != second["datatype"]:
        return False
    datatype, one, two = first["datatype"], first["text"], second["text"]
    if datatype not in FORMS or not FORMS[datatype](one) or not FORMS[datatype](two):
        return False
    if datatype in NUMBERS:
        return float(one) <= float(two) if equal else float(one) < float(two)
    if datatype == XSD + "date":
        return one <= two if equal else one < two
    return False


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _unescaped(text: str) -> str:
    return re.sub(r"\\(u[0-9A-F]{4}|.)", _character, text)


def _character(match: re.Match[str]) -> str:
    escape = match[1]
    if len(escape) == 5:
        return chr(int(escape[1:], 16))
    return {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}.get(escape, escape)
