"""The reference: pySHACL over an rdflib graph of one report and the shared vocabulary.

It reads the shapes files with rdflib's own parser and knows nothing of the fast checker's steps;
only what a shape says to people, and how results are placed and written, is common to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.shacl.engine import Fault
from kg.shacl.shapes import Shapes
from kg.shacl.terms import RDF_TYPE, SH
from kg.validation.graph import empty_graph, read_triples, term_of

if TYPE_CHECKING:
    from pyshacl.shape import Shape
    from rdflib import Graph
    from rdflib.term import Node

    from kg.validation.graph import Statement


def check_by_pyshacl(
    lines: Sequence[str], context: Sequence[str] | None, shapes: Shapes
) -> Iterator[Fault]:
    """Every fault of the subjects of ``lines``, as `kg.shacl.engine.check` gives them.

    ``context`` holds the lines of the shared vocabulary, None where ``lines`` are that themselves.
    """
    from pyshacl.pytypes import SHACLExecutor

    own = read_triples(lines)
    graph, held = _beside(tuple(context)) if context is not None else (empty_graph(), frozenset())
    added = [triple for triple in own if triple not in held]
    for triple in added:
        graph.add(triple)
    subjects = {subject for subject, _, _ in own}
    executor = SHACLExecutor()
    try:
        for shape in _targeted(shapes.place):
            targets: set[Node] = shape.focus_nodes(graph)  # type: ignore[no-untyped-call]
            focus = sorted(subjects & targets)
            if focus:
                _, results = shape.validate(executor, graph, focus=focus)
                for _, result, statements in results:
                    yield _fault(result, statements, shapes)
    finally:
        for triple in added:
            graph.remove(triple)


@lru_cache(maxsize=1)
def _beside(context: tuple[str, ...]) -> tuple[Graph, frozenset[Statement]]:
    """The graph of the vocabulary, to which the statements of a report are added for a while."""
    graph = empty_graph()
    held = frozenset(read_triples(context))
    for triple in held:
        graph.add(triple)
    return graph, held


@lru_cache(maxsize=8)
def _targeted(place: Path) -> tuple[Shape, ...]:
    """pySHACL's shapes that have targets."""
    from pyshacl.shapes_graph import ShapesGraph
    from rdflib import Graph, URIRef

    graph = Graph()
    for file in sorted(place.glob("*.ttl")):
        graph.parse(file, format="turtle")
    targets = [URIRef(SH + name) for name in ("targetClass", "targetSubjectsOf")]
    found = [
        shape
        for shape in ShapesGraph(graph).shapes
        if any((shape.node, target, None) in graph for target in targets)
    ]
    return tuple(sorted(found, key=lambda shape: str(shape.node)))


def _fault(result: Node, statements: list[Any], shapes: Shapes) -> Fault:
    """A result of pySHACL: triples about a blank node, those of its details among them."""
    found: dict[str, Node] = {}
    for subject, predicate, value in statements:
        if subject == result and str(predicate) != RDF_TYPE:
            found[str(predicate)] = value[1] if isinstance(value, tuple) else value
    value = found.get(SH + "value")
    return Fault(
        shapes.by_iri[str(found[SH + "sourceShape"])],
        str(found[SH + "sourceConstraintComponent"]).rpartition("#")[2],
        term_of(found[SH + "focusNode"]),
        "" if value is None else term_of(value),
    )
