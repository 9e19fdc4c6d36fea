"""Holds any RDF files against any shapes, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import kg.shacl
from kg.errors import UnreadableFile
from kg.shacl import DataError, Results
from kg.validation.check import Engine, violations_of
from kg.validation.shapes import load_shapes
from kg.validation.violations import Violation, distinct


@dataclass(frozen=True, slots=True)
class CheckedFiles:
    """What is wrong with some files that are one graph."""

    #: each fault once, as all output formats of this package have it
    violations: tuple[Violation, ...]
    #: each result as often as the standard has it
    results: Results


def validate_files(
    data: Sequence[Path], shapes: Path, engine: Engine = Engine.FAST
) -> CheckedFiles:
    """What is wrong with the graph that the files of ``data`` are together.

    ``shapes`` is a file or a folder of ``.ttl`` files; they are read before any data are.

    Raises `KnowledgeError` where the shapes cannot be used and `UnreadableFile` where the data
    cannot be read.
    """
    try:
        if engine == Engine.FAST:
            results = kg.shacl.validate(data, load_shapes(shapes))
        else:
            results = _by_pyshacl(data, shapes)
    except DataError as error:
        raise UnreadableFile(str(error)) from error
    source = ", ".join(map(str, data))
    found = distinct(violations_of(results.faults, source))
    return CheckedFiles(found, results)


def _by_pyshacl(data: Sequence[Path], shapes: Path) -> Results:
    from kg.shacl.files import read_triples
    from kg.validation.reference import check_by_pyshacl, load_given

    load_given(shapes)
    lines = [f"{' '.join(t)} ." for file in data for t in read_triples(file, DataError)]
    return Results.of(check_by_pyshacl(lines, None, shapes))
