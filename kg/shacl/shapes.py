"""Shapes as values: what each asks, of which nodes, and what it says to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.shacl.errors import ShapesError
from kg.shacl.paths import Path as PropertyPath
from kg.shacl.paths import Property, properties, sparql
from kg.shacl.terms import SUBCLASS, TYPE


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a shape asks: a constraint component and its parameter."""

    #: local name of the component's parameter: "minCount", "class", "or"
    parameter: str
    #: a whole number, a term, a compiled pattern, terms, a shape, or several shapes
    value: object
    #: of a qualified count: the shape whose nodes are counted
    shape: Shape | None = None
    #: of a qualified count: shapes to which what is counted must not conform
    siblings: tuple[Shape, ...] = ()

    @property
    def component(self) -> str:
        """Local name of the SHACL constraint component."""
        return self.parameter[0].upper() + self.parameter[1:] + "ConstraintComponent"


@dataclass(frozen=True, slots=True)
class Targets:
    """Which nodes a shape is for (SHACL, section 2.1.3); all as terms."""

    #: classes whose instances are focus nodes, the shape itself among them where it is a class
    classes: tuple[str, ...] = ()
    #: properties whose subjects are
    subjects_of: tuple[str, ...] = ()
    #: properties whose objects are
    objects_of: tuple[str, ...] = ()
    #: nodes that are, whether the data have them or not
    nodes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.classes or self.subjects_of or self.objects_of or self.nodes)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A node shape (without a path) or a property shape."""

    #: as a term: an IRI or a blank node
    term: str
    #: its IRI; for one without, what holds it: "http://…#S, sh:property on <http://…#p>"
    iri: str
    #: name of the file that it stands in
    file: str
    name: str
    #: what it says to people, "" where it says nothing
    words: str
    #: IRI: ``sh:Violation``, ``sh:Warning``, ``sh:Info``, or one of somebody's own
    severity: str
    #: None for a node shape
    path: PropertyPath | None
    constraints: tuple[Constraint, ...] = ()
    targets: Targets = Targets()

    @property
    def path_text(self) -> str:
        """The path in SPARQL's notation, with full IRIs; "" for a node shape."""
        return sparql(self.path) if self.path else ""

    @property
    def predicate(self) -> str:
        """The property whose values it looks at, as a term; "" where the path is any other."""
        return self.path.term if isinstance(self.path, Property) else ""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of some files."""

    #: those that have targets, in the order of their names
    targeted: tuple[Shape, ...]
    #: every shape by its IRI, or what stands for it
    by_iri: dict[str, Shape] = field(default_factory=dict)

    @property
    def looked_at(self) -> frozenset[str] | None:
        """The properties (as terms) that the shapes look at, None where it is all of them."""
        found = {TYPE, SUBCLASS}
        for shape in self.by_iri.values():
            found.update((*shape.targets.subjects_of, *shape.targets.objects_of))
            found.update(properties(shape.path) if shape.path else ())
            for constraint in shape.constraints:
                if constraint.parameter == "closed":
                    return None
                if constraint.parameter in _PROPERTIES:
                    found.add(str(constraint.value))
        return frozenset(found)


#: parameters whose value is a property
_PROPERTIES = {"equals", "disjoint", "lessThan", "lessThanOrEquals"}


@cache
def load_shapes(place: Path) -> Shapes:
    """The shapes of a file, or of every ``.ttl`` file of a folder, read once a process.

    Raises `ShapesError` where there are none, or none with a target, a file cannot be read, or a
    shape is wrong or asks what this engine does not know; the message names the file and the
    shape.
    """
    from kg.shacl.described import shapes_files

    return read_shapes(shapes_files(place))


def read_shapes(files: Sequence[Path]) -> Shapes:
    """The shapes of several files together; as `load_shapes`, but read each time."""
    from kg.shacl.described import read_described
    from kg.shacl.reader import Reader

    named = ", ".join(map(str, files))
    described = read_described(files)
    try:
        return Reader(described, named).shapes()
    except RecursionError:
        raise ShapesError(f"{named}: shapes or paths stand too deep within each other") from None
