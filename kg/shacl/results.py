"""Validates, and holds what was found (SHACL, section 3.6)."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.shacl.data import Data
from kg.shacl.engine import Fault, check
from kg.shacl.files import read_data
from kg.shacl.index import GraphIndex
from kg.shacl.report import turtle_report
from kg.shacl.shapes import Shapes, load_shapes


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one validation, in a fixed order, each as often as the standard has it."""

    faults: tuple[Fault, ...]
    #: how many nodes the targets of the shapes gave, None where it is not known
    focus_nodes: int | None = None

    @classmethod
    def of(cls, faults: Iterable[Fault], focus_nodes: int | None = None) -> Results:
        """Faults in any order as results in theirs."""
        return cls(tuple(sorted(faults, key=_order)), focus_nodes)

    @property
    def conforms(self) -> bool:
        """Whether there is no result; a warning is one."""
        return not self.faults

    def turtle(self) -> str:
        """The ``sh:ValidationReport`` as Turtle."""
        return turtle_report(self.faults)


def validate(data: GraphIndex | Path | Sequence[Path], shapes: Shapes | Path) -> Results:
    """Holds a graph against shapes.

    ``data`` are a file, several files that are one graph, or an index; ``shapes`` a file, a folder
    of ``.ttl`` files, or shapes that were read.

    Raises `ShapesError` where the shapes cannot be used, before any data are read, and `DataError`
    where the data cannot be read.
    """
    read = load_shapes(shapes) if isinstance(shapes, Path) else shapes
    with _no_collection():
        if not isinstance(data, GraphIndex):
            files = [data] if isinstance(data, Path) else list(data)
            data = read_data(files, read.looked_at)
        held = Data(data)
        nodes: set[str] = set().union(*(held.focus(shape) for shape in read.targeted))
        return Results.of(check(held, read), len(nodes))


def _order(fault: Fault) -> tuple[str, str, str, str, str]:
    return (fault.focus, fault.shape.iri, fault.path_text, fault.component, fault.value)


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
