"""Checks one report, several, or the shared vocabulary."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from kg.shacl import Data, Fault, GraphIndex, check, read_index
from kg.shacl.terms import LANG_STRING, SH, XSD_STRING, datatype_of, text_of
from kg.validation.places import add_places
from kg.validation.rules import RecordView, Summary, check_record, check_vocabulary
from kg.validation.shapes import load_shapes, shapes_folder
from kg.validation.violations import Severity, Violation, distinct

#: IRI -> severity; one of somebody's own counts as the worst
SEVERITIES = {SH + each.value.capitalize(): each for each in Severity}


class Engine(StrEnum):
    """What checks: both give the same results."""

    #: the shapes compiled to plain steps
    FAST = "fast"
    #: pySHACL, the reference
    PYSHACL = "pyshacl"


def validate_report(
    lines: Sequence[str],
    context: Sequence[str],
    shapes: Path | None = None,
    engine: Engine = Engine.FAST,
    text: str | None = None,
) -> tuple[Violation, ...]:
    """What is wrong with one report.

    ``lines`` are the N-Quads lines of its named graph, ``context`` those of the whole shared
    vocabulary; pass the same tuple each time, and it is read once a process.  ``shapes`` is a
    folder of shapes, the package's own if None.  With ``text``, the clean text of the report with
    its pages parted by form feeds, the package's rules are asked as well (`kg.validation.rules`).
    Nothing but subjects of ``lines`` is checked.

    Raises `KnowledgeError` where the shapes cannot be used, `SyntaxError` where a line is not
    N-Quads.
    """
    place = shapes or shapes_folder()
    with _no_collection():
        own = read_index(lines)
        if engine == Engine.FAST:
            faults = check(Data(own, vocabulary_of(context)), load_shapes(place))
        else:
            faults = _by_pyshacl(lines, context, place)
        found = [*violations_of(faults)]
        if text is not None and shapes is None:
            found += check_record(RecordView(own, vocabulary_of(context), text))
        return add_places(distinct(found), own)


def summary_of(lines: Sequence[str], context: Sequence[str]) -> Summary:
    """What a record leaves for the comparison with others."""
    return Summary.of(RecordView(read_index(lines), vocabulary_of(context)))


def validate_batch(
    reports: Sequence[Sequence[str]], context: Sequence[str], shapes: Path | None = None
) -> tuple[tuple[Violation, ...], ...]:
    """What is wrong with each of several reports, in their order.

    A report is checked in a graph of its own, as it is stored: shapes that count within a
    report would count across reports in a merged graph.
    """
    context = tuple(context)
    return tuple(validate_report(lines, context, shapes) for lines in reports)


def validate_vocabulary(
    lines: Sequence[str], shapes: Path | None = None, engine: Engine = Engine.FAST
) -> tuple[Violation, ...]:
    """What is wrong with the shared vocabulary itself, given as N-Triples or N-Quads lines."""
    place = shapes or shapes_folder()
    with _no_collection():
        if engine == Engine.FAST:
            faults = check(Data(vocabulary_of(lines)), load_shapes(place))
        else:
            faults = _by_pyshacl(lines, None, place)
        found = [*violations_of(faults)]
        if shapes is None:
            found += check_vocabulary(vocabulary_of(lines))
        return distinct(found)


def vocabulary_of(lines: Sequence[str]) -> GraphIndex:
    """The index of the vocabulary's lines; the last one is kept."""
    # comparing is free where the lines are the same objects; a hash would read them all
    global _LAST
    lines = tuple(lines)
    if _LAST is None or (_LAST[0] is not lines and _LAST[0] != lines):
        _LAST = (lines, read_index(lines))
    return _LAST[1]


_LAST: tuple[tuple[str, ...], GraphIndex] | None = None


def _by_pyshacl(
    lines: Sequence[str], context: Sequence[str] | None, place: Path
) -> Iterator[Fault]:
    from kg.validation.reference import check_by_pyshacl

    return check_by_pyshacl(lines, context, place)


def violations_of(faults: Iterable[Fault], source: str = "") -> Iterator[Violation]:
    """The faults as people are told of them; ``source`` says where they are."""
    for fault in faults:
        shape, value = fault.shape, fault.value
        datatype = datatype_of(value) if value else ""
        yield Violation(
            severity=SEVERITIES.get(shape.severity, Severity.VIOLATION),
            shape=shape.iri,
            name=shape.name,
            message=fault.message,
            focus=text_of(fault.focus),
            path=fault.path_text,
            value=text_of(value) if value else "",
            datatype=XSD_STRING if datatype == LANG_STRING else datatype,
            component=fault.component,
            source=source,
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """An index is many small objects and no cycles: collecting while it grows finds nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
