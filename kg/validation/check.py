"""Checks one report, several, or the shared vocabulary."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.validation.certain import Index, canonical, conforms, index
from kg.validation.graph import Vocabulary, graph_of, read_vocabulary
from kg.validation.places import add_places
from kg.validation.shapes import Check, Shapes, load_shapes, shapes_folder
from kg.validation.terms import SH, XSD_STRING
from kg.validation.violations import Severity, Violation, distinct

if TYPE_CHECKING:
    from rdflib.term import Node


def validate_report(
    lines: Sequence[str], context: Sequence[str], shapes: Path | None = None
) -> tuple[Violation, ...]:
    """What is wrong with one report.

    ``lines`` are the N-Quads lines of its named graph, ``context`` those of the whole shared
    vocabulary, of which only the part that the report names is looked at; pass the same tuple
    each time, and it is read once a process.  ``shapes`` is a folder of shapes, the package's
    own if None.  Nothing but subjects of ``lines`` is checked.
    """
    loaded = load_shapes(shapes or shapes_folder())
    vocabulary = vocabulary_of(tuple(context), loaded)
    with _no_collection():
        found = _check(lines, vocabulary, loaded)
    return add_places(distinct(found), lines)


def validate_batch(
    reports: Sequence[Sequence[str]], context: Sequence[str], shapes: Path | None = None
) -> tuple[tuple[Violation, ...], ...]:
    """What is wrong with each of several reports, in their order.

    A report is checked in a graph of its own, as it is stored: shapes that count within a
    report would count across reports in a merged graph.
    """
    context = tuple(context)
    return tuple(validate_report(lines, context, shapes) for lines in reports)


def validate_vocabulary(lines: Sequence[str], shapes: Path | None = None) -> tuple[Violation, ...]:
    """What is wrong with the shared vocabulary itself, given as N-Triples or N-Quads lines."""
    loaded = load_shapes(shapes or shapes_folder())
    with _no_collection():
        vocabulary = vocabulary_of(tuple(lines), loaded)
        return distinct(_check(lines, vocabulary, loaded, alone=True))


def vocabulary_of(lines: tuple[str, ...], shapes: Shapes) -> Vocabulary:
    """The vocabulary of ``lines``, as far as ``shapes`` walk in it; the last one is kept."""
    # comparing is free where the lines are the same objects; a hash would read them all
    global _LAST
    if _LAST is None or _LAST[1] is not shapes or _LAST[0] != lines:
        _LAST = (lines, shapes, read_vocabulary(lines, shapes.forward, shapes.backward))
    return _LAST[2]


_LAST: tuple[tuple[str, ...], Shapes, Vocabulary] | None = None


def _check(
    lines: Sequence[str], vocabulary: Vocabulary, shapes: Shapes, *, alone: bool = False
) -> Iterator[Violation]:
    """Runs each check over all focus nodes that do not certainly conform, at once.

    ``alone`` says that the lines are the vocabulary's own, which needs nothing beside it.
    """
    from pyshacl.pytypes import SHACLExecutor
    from rdflib import URIRef

    lines = canonical(lines)
    found = index(lines)
    todo = []
    for check in shapes.checks:
        focus = _focus(check, found, vocabulary)
        if check.simple is not None:
            focus = [
                each
                for each in focus
                if not conforms(check.simple, each, found, vocabulary.kinds, vocabulary.below)
            ]
        if focus:
            todo.append((check, focus))
    # a property that none of them looks at need not be in the graph
    looked_at = shapes.walked.union(*(check.simple.looks_at for check, _ in todo if check.simple))
    lines = [line for line in lines if line.split(" ", 2)[1][1:-1] in looked_at]
    data = graph_of(lines, None if alone else vocabulary)
    executor = SHACLExecutor()
    for check, focus in todo:
        _, results = check.shape.validate(executor, data, focus=[URIRef(each) for each in focus])
        for _, result, statements in results:
            yield _violation(result, statements, shapes)


def _focus(check: Check, found: Index, vocabulary: Vocabulary) -> list[str]:
    """The focus nodes of a check, each once, in the order of the lines."""
    focus: dict[str, None] = {}
    for target in sorted(map(str, check.classes)):
        for each in sorted(vocabulary.below.get(target, {target})):
            focus |= dict.fromkeys(found.instances.get(each, ()))
    for target in sorted(map(str, check.subjects_of)):
        focus |= dict.fromkeys(found.subjects.get(target, ()))
    return list(focus)


def _violation(result: Node, statements: list[Any], shapes: Shapes) -> Violation:
    """A result of pySHACL: triples about a blank node, those of its details among them."""
    from rdflib import Literal

    found = {}
    for subject, predicate, value in statements:
        if subject == result:
            found[str(predicate)] = value[1] if isinstance(value, tuple) else value
    shape = found[SH + "sourceShape"]
    path = found.get(SH + "resultPath")
    value = found.get(SH + "value", "")
    return Violation(
        severity=Severity(str(found[SH + "resultSeverity"]).rpartition("#")[2].lower()),
        shape=str(shape),
        name=shapes.names.get(str(shape), ""),
        message=str(found.get(SH + "resultMessage", "")),
        focus=str(found[SH + "focusNode"]),
        path="" if path is None else shapes.paths[path],
        value=str(value),
        datatype=str(value.datatype or XSD_STRING) if isinstance(value, Literal) else "",
        component=str(found[SH + "sourceConstraintComponent"]).rpartition("#")[2],
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """A graph is many small objects and few cycles: collecting while it grows costs a fifth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
