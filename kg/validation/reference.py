"""The reference: pySHACL over an rdflib graph of what is checked and of what stands beside it.

It takes any shapes that pySHACL takes, SHACL-SPARQL among them, and knows nothing of the steps of
the fast checker; how files are read, and what a shape is called and says to people, is common to
both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KnowledgeError
from kg.shacl import Fault, ShapesError
from kg.shacl.described import Described, read_described, shapes_files
from kg.shacl.reader import Reader
from kg.shacl.terms import RDF_TYPE, SH, text_of
from kg.validation.graph import empty_graph, graph_of, read_triples, term_of

if TYPE_CHECKING:
    from pyshacl.shape import Shape
    from rdflib import Graph
    from rdflib.term import Node

    from kg.validation.graph import Statement


def check_by_pyshacl(
    lines: Sequence[str], context: Sequence[str] | None, place: Path
) -> Iterator[Fault]:
    """Every fault, as `kg.shacl.check` gives them.

    ``context`` holds the lines of the shared vocabulary, and then nothing but subjects of ``lines``
    is checked; None where there is no such thing.

    Raises `KnowledgeError` where pySHACL cannot use the shapes.
    """
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
    from pyshacl.pytypes import SHACLExecutor

    own = read_triples(lines)
    graph, held = _beside(tuple(context)) if context is not None else (empty_graph(), frozenset())
    added = [triple for triple in own if triple not in held]
    for triple in added:
        graph.add(triple)
    subjects = {subject for subject, _, _ in own}
    executor = SHACLExecutor(advanced_mode=True)
    try:
        given = load_given(place)
        for shape in given.targeted:
            targets: set[Node] = shape.focus_nodes(graph)  # type: ignore[no-untyped-call]
            focus: list[Any] = sorted(
                targets if context is None else subjects & targets, key=term_of
            )
            if focus:
                _, results = shape.validate(executor, graph, focus=focus)
                for _, result, statements in results:
                    yield _fault(result, statements, given.names)
    except (ReportableRuntimeError, ShapeLoadError) as error:
        raise KnowledgeError(f"{place}: pySHACL cannot use the shapes: {error}") from error
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


@dataclass(frozen=True, slots=True)
class ReferenceShapes:
    """Shapes as pySHACL has them."""

    #: those that have targets
    targeted: tuple[Shape, ...]
    #: what each is called and says to people
    names: Reader


@lru_cache(maxsize=8)
def load_given(place: Path) -> ReferenceShapes:
    """The shapes of a file or folder.

    Raises `KnowledgeError` where a file cannot be read, where it asks for what pySHACL is not asked
    to do here, or where nothing has a target.
    """
    from pyshacl.shapes_graph import ShapesGraph
    from pyshacl.target import apply_target_types, gather_target_types

    try:
        files = shapes_files(place)
        described = read_described(files)
    except ShapesError as error:
        raise KnowledgeError(str(error)) from error
    _refuse(described)
    graph = ShapesGraph(graph_of(files))
    types = gather_target_types(graph)
    shapes = sorted(graph.shapes, key=lambda shape: term_of(shape.node))
    for shape in shapes:
        shape.set_advanced(True)
    apply_target_types(types)
    targeted = tuple(s for s in shapes if any(s.target()) or s.advanced_target())
    if not targeted:
        raise KnowledgeError(f"{place}: no shape has a target, so that nothing would be checked")
    return ReferenceShapes(targeted, Reader(described, str(place)))


def _refuse(described: Described) -> None:
    """Refuses what changes the data before they are checked, or needs what is not there."""
    for term, about in sorted(described.said.items()):
        for name in ("rule", "entailment", "js"):
            if SH + name in about:
                raise KnowledgeError(
                    f"{described.file(term)}: {text_of(term)} uses sh:{name}, which is not done "
                    "here: data are checked as they are"
                )


def _fault(result: Node, statements: list[Any], names: Reader) -> Fault:
    """A result of pySHACL: triples about a blank node, those of its details among them."""
    found: dict[str, Node] = {}
    for subject, predicate, value in statements:
        if subject == result and str(predicate) != RDF_TYPE:
            found[str(predicate)] = value[1] if isinstance(value, tuple) else value
    value = found.get(SH + "value")
    shape = names.outline(term_of(found[SH + "sourceShape"]))
    component = str(found[SH + "sourceConstraintComponent"])
    own = not component.startswith(SH) or component.startswith(SH + "SPARQL")
    if own and not shape.words and SH + "resultMessage" in found:
        shape = replace(shape, words=str(found[SH + "resultMessage"]))
    closed = component == SH + "ClosedConstraintComponent"
    return Fault(
        shape,
        component.removeprefix(SH),
        term_of(found[SH + "focusNode"]),
        "" if value is None else term_of(value),
        term_of(found[SH + "resultPath"]) if closed else "",
    )
