"""The shapes of a folder as values: what each asks, of which nodes, and what it says to people.

`load_shapes` reads them from Turtle once a process.  What SHACL Core can say and this checker
cannot is refused by name (see docs/shacl.md for what it can).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.shacl.errors import ShapesError
from kg.shacl.terms import SH

#: The ways in which a shape may have a target here.
TARGETS = ("Class", "SubjectsOf")


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a property path."""

    #: the property as a term
    predicate: str
    #: followed from subject to object
    ahead: bool


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a shape asks: a constraint component and its parameter."""

    #: local name of the component's parameter: "minCount", "class", "or"
    parameter: str
    #: a whole number, a term, a compiled pattern, terms, a shape, or several shapes
    value: object
    #: of a qualified count: the shape whose nodes are counted
    shape: Shape | None = None

    @property
    def component(self) -> str:
        """Local name of the SHACL constraint component."""
        return self.parameter[0].upper() + self.parameter[1:] + "ConstraintComponent"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A node shape (without a path) or a property shape."""

    iri: str
    #: name of the file that it stands in
    file: str
    name: str
    message: str
    #: IRI: ``sh:Violation``, ``sh:Warning``, ``sh:Info``
    severity: str
    #: empty for a node shape
    path: tuple[PathStep, ...]
    constraints: tuple[Constraint, ...]
    #: classes whose instances are its focus nodes, as terms
    classes: tuple[str, ...] = ()
    #: properties whose subjects are its focus nodes, as terms
    subjects_of: tuple[str, ...] = ()

    @property
    def path_text(self) -> str:
        """The path in SPARQL's notation, with full IRIs; "" for a node shape."""
        return "/".join(("" if step.ahead else "^") + step.predicate for step in self.path)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of a folder."""

    place: Path
    #: those that have targets, in the order of their IRIs
    targeted: tuple[Shape, ...]
    #: every shape by its IRI
    by_iri: dict[str, Shape] = field(default_factory=dict)


@cache
def load_shapes(place: Path) -> Shapes:
    """The shapes of every ``.ttl`` file in ``place``, read once a process.

    Raises `ShapesError` where the folder has none, or none with a target, a file is not Turtle,
    or a shape uses what this checker does not know; the message names the file, the shape and the
    component.
    """
    from kg.shacl.reader import Reader

    said, where = read_turtle(place)
    reader = Reader((said, where))
    for shape in reader.described():
        reader.shape(shape)
    found = dict(sorted(reader.done.items()))
    targeted = tuple(shape for shape in found.values() if shape.classes or shape.subjects_of)
    if not any(f"{SH}target{of}" in each for each in said.values() for of in TARGETS):
        raise ShapesError(
            f"{place}: no shape has a target, so that nothing would be checked; give one a "
            "sh:targetClass or sh:targetSubjectsOf, and the type sh:NodeShape"
        )
    return Shapes(place, targeted, found)


#: subject -> property IRI -> objects, all as terms; and the file that says so
Described = dict[str, dict[str, list[str]]]


def read_turtle(place: Path) -> tuple[Described, dict[str, str]]:
    """What the Turtle files of a folder say of each subject, and in which file each is described.

    Raises `ShapesError` where there is no file or one is not Turtle.
    """
    from pyoxigraph import RdfFormat, parse

    files = sorted(place.glob("*.ttl"))
    if not files:
        raise ShapesError(f"{place}: expected shapes in .ttl files, found none")
    said: Described = {}
    where: dict[str, str] = {}
    for file in files:
        try:
            # the labels that files give to blank nodes may clash
            quads = list(parse(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True))
        except SyntaxError as error:
            raise ShapesError(f"{file}: expected Turtle: {error}; correct the file") from error
        for quad in quads:
            subject, predicate = str(quad.subject), quad.predicate.value
            where.setdefault(subject, str(file))
            values = said.setdefault(subject, {}).setdefault(predicate, [])
            if (value := str(quad.object)) not in values:
                values.append(value)
            if predicate.startswith(SH):
                where[subject] = str(file)
    return said, where
