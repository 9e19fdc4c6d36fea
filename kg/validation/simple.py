"""Shapes that ask little of one node, read from the same files as pySHACL reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.validation.terms import RDF_FIRST, RDF_TYPE, SH

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

#: What a simple property shape may say, besides what is said to people.
ALLOWED = {
    "path", "minCount", "maxCount", "datatype", "minInclusive", "maxInclusive", "pattern",
    "minLength", "in", "class", "nodeKind", "lessThan", "lessThanOrEquals",
    "name", "message", "severity", "description", "order",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Simple:
    """A property shape that asks only for what `conforms` can tell."""

    #: property, and whether it is followed from subject to object
    path: tuple[tuple[str, bool], ...]
    least: int
    most: int | None
    datatype: str | None
    at_least: float | None
    at_most: float | None
    pattern: re.Pattern[str] | None
    length: int
    #: allowed values, as terms
    among: frozenset[str] | None
    #: classes, each of which a value must have
    classes: tuple[str, ...]
    is_iri: bool
    #: (property, whether equal values are allowed)
    below: tuple[tuple[str, bool], ...]

    @property
    def looks_at(self) -> set[str]:
        """The properties that it looks at."""
        return {*(step for step, _ in self.path), *(other for other, _ in self.below)}


def read_simple(graph: Graph, node: Node) -> Simple | None:
    """The shape as a `Simple`, None if it asks for more."""
    from rdflib.collection import Collection

    said: dict[str, list[Node]] = {}
    for predicate, value in graph.predicate_objects(node):
        name = str(predicate)
        if name.startswith(SH):
            said.setdefault(name.removeprefix(SH), []).append(value)
        elif name != RDF_TYPE:
            return None
    single = all(len(values) == 1 for name, values in said.items() if name != "class")
    if not said.keys() <= ALLOWED or not single or not straight(graph, said.get("path", [None])[0]):
        return None
    if "nodeKind" in said and str(said["nodeKind"][0]) != SH + "IRI":
        return None

    def number(name: str) -> float | None:
        return float(str(said[name][0])) if name in said else None

    among = None
    if "in" in said:
        among = frozenset(map(_term, Collection(graph, said["in"][0])))
    return Simple(
        path=tuple(steps(graph, said["path"][0])),
        least=int(number("minCount") or 0),
        most=None if "maxCount" not in said else int(number("maxCount") or 0),
        datatype=str(said["datatype"][0]) if "datatype" in said else None,
        at_least=number("minInclusive"),
        at_most=number("maxInclusive"),
        pattern=re.compile(str(said["pattern"][0])) if "pattern" in said else None,
        length=int(number("minLength") or 0),
        among=among,
        classes=tuple(sorted(str(value) for value in said.get("class", ()))),
        is_iri="nodeKind" in said,
        below=tuple(
            (str(said[name][0]), name == "lessThanOrEquals")
            for name in ("lessThan", "lessThanOrEquals")
            if name in said
        ),
    )


def straight(graph: Graph, path: Node | None) -> bool:
    """Whether a path is a property, an inverse, or a sequence of such: one way, no repeats."""
    from rdflib import URIRef
    from rdflib.collection import Collection

    if path is None or isinstance(path, URIRef):
        return path is not None
    inverse = graph.value(path, URIRef(SH + "inversePath"))
    parts = [inverse] if inverse is not None else list(Collection(graph, path))
    return bool(parts) and all(straight(graph, part) for part in parts)


def steps(graph: Graph, path: Node, ahead: bool = True) -> Iterator[tuple[str, bool]]:
    """Each property of a path, and whether it is followed from subject to object.

    They stand in the order in which they are walked if the path is straight.
    """
    from rdflib import URIRef
    from rdflib.collection import Collection

    if isinstance(path, URIRef):
        yield str(path), ahead
        return
    inverse = graph.value(path, URIRef(SH + "inversePath"))
    if inverse is not None:
        yield from steps(graph, inverse, not ahead)
    elif (path, URIRef(RDF_FIRST), None) in graph:
        parts = list(Collection(graph, path))
        for part in parts if ahead else reversed(parts):
            yield from steps(graph, part, ahead)
    else:
        # alternatives and repeats: pySHACL walks them, and is given all that they could touch
        for part in graph.objects(path):
            members = (
                Collection(graph, part) if (part, URIRef(RDF_FIRST), None) in graph else [part]
            )
            for member in members:
                yield from steps(graph, member, ahead)


def _term(member: Node) -> str:
    """A member of a list as it would stand in a line; one written otherwise is in doubt."""
    from rdflib import Literal

    if not isinstance(member, Literal):
        return f"<{member}>"
    return f'"{member}"' + (f"^^<{member.datatype}>" if member.datatype else "")


def walked(graph: Graph, nodes: Sequence[Node]) -> frozenset[str]:
    """Every IRI that the descriptions of shapes hold: no other property is looked at by them."""
    from rdflib import URIRef

    seen: set[Node] = set()
    todo = list(nodes)
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += graph.objects(node)
    return frozenset(str(node) for node in seen if isinstance(node, URIRef)) | {RDF_TYPE}
