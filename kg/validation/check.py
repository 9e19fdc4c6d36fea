"""Checks one report, several, or the shared vocabulary."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.validation.graph import Focusable, Vocabulary, graph_of, read_vocabulary
from kg.validation.places import add_places
from kg.validation.shapes import Check, Shapes, load_shapes, shapes_folder
from kg.validation.terms import SH, XSD_STRING
from kg.validation.violations import Severity, Violation, distinct

if TYPE_CHECKING:
    from rdflib.term import IdentifiedNode, Node


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
        found = _check(graph_of(lines, vocabulary), vocabulary, loaded)
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
        return distinct(_check(graph_of(lines), vocabulary, loaded))


def vocabulary_of(lines: tuple[str, ...], shapes: Shapes) -> Vocabulary:
    """The vocabulary of ``lines``, as far as ``shapes`` walk in it; the last one is kept."""
    # comparing is free where the lines are the same objects; a hash would read them all
    global _LAST
    if _LAST is None or _LAST[1] is not shapes or _LAST[0] != lines:
        _LAST = (lines, shapes, read_vocabulary(lines, shapes.forward, shapes.backward))
    return _LAST[2]


_LAST: tuple[tuple[str, ...], Shapes, Vocabulary] | None = None


def _check(data: Focusable, vocabulary: Vocabulary, shapes: Shapes) -> Iterator[Violation]:
    """Runs each check over all its focus nodes at once."""
    from pyshacl.pytypes import SHACLExecutor

    executor = SHACLExecutor()
    for check in shapes.checks:
        focus = _focus(check, data, vocabulary)
        if focus:
            _, results = check.shape.validate(executor, data.graph, focus=focus)
            for _, result, statements in results:
                yield _violation(result, statements, shapes)


def _focus(check: Check, data: Focusable, vocabulary: Vocabulary) -> list[IdentifiedNode]:
    """The focus nodes of a check, each once, in the order of the lines."""
    found: dict[IdentifiedNode, None] = {}
    for target in sorted(check.classes, key=str):
        for each in sorted(vocabulary.subclasses.get(target, {target}), key=str):
            found |= dict.fromkeys(data.instances.get(each, ()))
    for target in sorted(check.subjects_of, key=str):
        found |= dict.fromkeys(data.subjects.get(target, ()))
    return list(found)


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
