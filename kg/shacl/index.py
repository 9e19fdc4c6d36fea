"""The statements of one graph by property, made in one pass over its lines.

Each line is split once.  What makes a line canonical is then looked at once for each distinct
term, not for each line; lines that are not canonical are read by pyoxigraph instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.shacl.terms import SUBCLASS, TYPE

_IRI = r"""<[^<>"{}|^`\\\x00-\x20]++>"""
#: The escapes that canonical N-Quads has (RDF 1.2 N-Quads, section 4).
_LITERAL = (
    r'"(?:[^"\\\x00-\x1f\x7f]++|\\(?:[tbnrf"\\]|u00[01][0-9A-F]|u007F))*+"'
    rf"(?:\^\^(?!<http://www\.w3\.org/2001/XMLSchema#string>){_IRI}|@[a-z0-9-]++)?+"
)
IRI = re.compile(_IRI)
_NODES = re.compile(rf"(?:(?:{_IRI}|_:[A-Za-z0-9]++)\n)*+")
_TERMS = re.compile(rf"(?:(?:{_IRI}|{_LITERAL}|_:[A-Za-z0-9]++)\n)*+")


@dataclass(frozen=True)
class PropertyValues:
    """One property: the values of each subject.  Subjects and values are terms as written."""

    #: subject -> its value, or the first of several
    first: dict[str, str] = field(default_factory=dict)
    #: subject -> all its values, distinct, where there are several
    more: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def distinct(self) -> set[str]:
        """Every value of the property."""
        found = set(self.first.values())
        for values in self.more.values():
            found.update(values)
        return found

    @cached_property
    def backward(self) -> dict[str, list[str]]:
        """Value -> the subjects that have it."""
        into: dict[str, list[str]] = {}
        for subject, value in self.first.items():
            for each in self.more.get(subject, (value,)):
                into.setdefault(each, []).append(subject)
        return into

    def values(self, subject: str) -> Sequence[str]:
        """The values of one subject."""
        if subject in self.more:
            return self.more[subject]
        value = self.first.get(subject)
        return () if value is None else (value,)


EMPTY = PropertyValues()


@dataclass(frozen=True)
class GraphIndex:
    """The statements of one graph."""

    #: property -> its column
    columns: dict[str, PropertyValues]
    #: the graph's name as a term, "" if the lines are triples
    graph: str

    def column(self, predicate: str) -> PropertyValues:
        """The column of a property, an empty one if no line has it."""
        return self.columns.get(predicate, EMPTY)

    @cached_property
    def subjects(self) -> set[str]:
        """Every subject."""
        return set().union(*(column.first for column in self.columns.values()))

    @cached_property
    def instances(self) -> dict[str, set[str]]:
        """Class -> the subjects that are said to be of it."""
        return {name: set(found) for name, found in self.column(TYPE).backward.items()}

    @cached_property
    def subclasses(self) -> Subclasses:
        """The subclasses of each class."""
        return Subclasses.of([self])


@dataclass(frozen=True)
class Subclasses:
    """Which classes stand below which; only of a class that is asked for is it found out."""

    #: class -> those that are said to be its subclasses
    children: dict[str, set[str]]
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, indexes: Iterable[GraphIndex]) -> Subclasses:
        """By what all these graphs say together."""
        children: dict[str, set[str]] = {}
        for index in indexes:
            for parent, found in index.column(SUBCLASS).backward.items():
                children.setdefault(parent, set()).update(found)
        return cls(children)

    def below(self, name: str) -> Collection[str]:
        """A class and its subclasses at any depth."""
        if name not in self.children:
            return (name,)
        if name not in self._known:
            seen, waiting = {name}, [name]
            while waiting:
                fresh = self.children.get(waiting.pop(), set()) - seen
                seen |= fresh
                waiting.extend(fresh)
            self._known[name] = frozenset(seen)
        return self._known[name]


def read_index(lines: Sequence[str]) -> GraphIndex:
    """The statements of N-Quads or N-Triples lines; graph names but the first are not told apart.

    Raises `SyntaxError` (from pyoxigraph) with the line's number where a line is neither.
    """
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    if end < len(lines):
        lines = lines[:end]
    if not lines:
        return GraphIndex({}, "")
    found = _read(lines, _graph(lines[0]))
    if found is None:
        graph, triples = _normal(lines)
        found = filled((triple.split(" ", 2) for triple in triples), graph)
    return found


def _graph(line: str) -> str:
    """The graph's name in a canonical line, "" if there is none."""
    before, _, last = line.removesuffix(" .").rpartition(" ")
    is_graph = IRI.fullmatch(last) and before.count(" ") > 1
    return last if is_graph and _TERMS.fullmatch(before.split(" ", 2)[2] + "\n") else ""


def _read(lines: Sequence[str], graph: str) -> GraphIndex | None:
    """The index of canonical lines of one graph, None if they are anything else."""
    end = f" {graph} ." if graph else " ."
    columns: dict[str, PropertyValues] = {}
    firsts: dict[str, dict[str, str]] = {}
    for line in lines:
        parts = line.split(" ", 2)
        if len(parts) != 3:
            return None
        subject, predicate, rest = parts
        value = rest.removesuffix(end)
        if len(value) == len(rest):
            return None
        first = firsts.get(predicate)
        if first is None:
            column = columns[predicate] = PropertyValues()
            first = firsts[predicate] = column.first
        held = first.setdefault(subject, value)
        if held is not value and held != value:
            _further(columns[predicate], subject, value)
    found = _once(columns, graph)
    return found if _is_canonical(found) else None


def _further(column: PropertyValues, subject: str, value: str) -> None:
    column.more.setdefault(subject, [column.first[subject]]).append(value)


def _once(columns: dict[str, PropertyValues], graph: str) -> GraphIndex:
    """The index in which each value of a subject stands once."""
    for column in columns.values():
        for subject, values in column.more.items():
            if len(set(values)) < len(values):
                column.more[subject] = list(dict.fromkeys(values))
    return GraphIndex(columns, graph)


def filled(triples: Iterable[Sequence[str]], graph: str = "") -> GraphIndex:
    """The index of triples of terms."""
    columns: dict[str, PropertyValues] = {}
    for subject, predicate, value in triples:
        column = columns.setdefault(predicate, PropertyValues())
        held = column.first.setdefault(subject, value)
        if held != value:
            _further(column, subject, value)
    return _once(columns, graph)


def _is_canonical(found: GraphIndex) -> bool:
    """Whether every term is written in its one canonical way."""
    if not all(IRI.fullmatch(predicate) for predicate in found.columns):
        return False
    if not _NODES.fullmatch(_joined(found.subjects)):
        return False
    return all(_TERMS.fullmatch(_joined(column.distinct)) for column in found.columns.values())


def _joined(terms: Iterable[str]) -> str:
    return "".join([f"{term}\n" for term in terms])


def _normal(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The graph's name and the triples of lines in any form, as pyoxigraph writes them."""
    from pyoxigraph import DefaultGraph, RdfFormat, Triple, parse

    quads = list(parse("\n".join(lines), format=RdfFormat.N_QUADS))
    graphs = [str(quad.graph_name) for quad in quads[:1] if quad.graph_name != DefaultGraph()]
    triples = (str(Triple(quad.subject, quad.predicate, quad.object)) for quad in quads)
    return "".join(graphs), list(dict.fromkeys(triples))
