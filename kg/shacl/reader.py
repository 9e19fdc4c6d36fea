"""Reads shapes out of what RDF files say, and refuses what the engine does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.shacl.described import Described
from kg.shacl.errors import ShapesError
from kg.shacl.names import Names
from kg.shacl.parameters import PARAMETERS, Said, flag
from kg.shacl.path_reader import read_path
from kg.shacl.shapes import Constraint, Shape, Shapes, Targets
from kg.shacl.terms import OWL, RDFS, SH, is_literal, language_of, text_of
from kg.shacl.wellformed import own_parameters, refuse_beyond_core, refuse_orphans, refuse_shape

#: What a shape says that asks nothing of the data by itself.
SILENT = {
    "path", "name", "description", "message", "severity", "order", "group", "defaultValue",
    "deactivated", "flags", "ignoredProperties", "targetClass", "targetSubjectsOf",
    "targetObjectsOf", "targetNode", "qualifiedMinCount", "qualifiedMaxCount",
    "qualifiedValueShapesDisjoint",
}  # fmt: skip
SHAPE_TYPES = {SH + "NodeShape", SH + "PropertyShape"}
CLASSES = {RDFS + "Class", OWL + "Class"}
TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


#: how many shapes may stand within each other
DEEPEST = 100


class Reader:
    """Shapes, each read once; what is wrong is raised as `ShapesError`."""

    def __init__(self, described: Described, place: str) -> None:
        self.described = described
        #: what the files are called in a message
        self.place = place
        self.names = Names(described)
        self.own_parameters = own_parameters(described)
        self.done: dict[str, Shape] = {}
        self.begun: list[str] = []

    def shapes(self) -> Shapes:
        """All shapes that the files describe."""
        refuse_beyond_core(self)
        for term in sorted(self.described.said):
            if self.is_shape(term):
                self.shape(term)
        refuse_orphans(self)
        if not any(self._has_target(term) for term in self.done):
            raise ShapesError(
                f"{self.place}: no shape has a target, so that nothing would be checked; give one "
                "a sh:targetClass, sh:targetSubjectsOf, sh:targetObjectsOf or sh:targetNode"
            )
        found = {shape.iri: shape for shape in sorted(self.done.values(), key=lambda s: s.iri)}
        return Shapes(tuple(shape for shape in found.values() if shape.targets), found)

    def is_shape(self, term: str) -> bool:
        """Whether something is a shape by itself, and not only where others refer to it."""
        about = self.described.about(term)
        types = self.described.types(term)
        if types & SHAPE_TYPES or any(SH + target in about for target in (*TARGETS, "target")):
            return True
        # a class that asks something is a shape, and its instances are the focus nodes
        return bool(types & CLASSES) and any(SH + name in about for name in PARAMETERS)

    def shape(self, term: str) -> Shape:
        """One shape, and all that it refers to."""
        if term in self.done:
            return self.done[term]
        about = self.described.about(term)
        if is_literal(term) or not about:
            raise ShapesError(
                f"{self.place}: {text_of(term)}: other shapes refer to it, but no file describes it"
            )
        if term in self.begun:
            raise self.unknown(term, "a shape that refers to itself")
        if len(self.begun) == DEEPEST:
            raise self.unknown(term, f"more than {DEEPEST} shapes within each other")
        self.begun.append(term)
        said = self.said(term)
        refuse_shape(self, term, said)
        shape = self.outline(term)
        if not flag(self, term, "deactivated", said):
            constraints = tuple(self._constraints(term, said))
            shape = replace(shape, constraints=constraints, targets=self._targets(term, said))
        self.begun.remove(term)
        self.done[term] = shape
        return shape

    def outline(self, term: str) -> Shape:
        """What a shape is called and what it says to people, without what it asks."""
        said = self.said(term)
        path = read_path(self, term, said["path"][0]) if "path" in said else None
        name = self.names.of(term)
        return Shape(
            term,
            name,
            self.described.file(term),
            name=self._words(said, "name"),
            words=self._words(said, "message"),
            severity=self._severity(term, said),
            path=path,
        )

    def said(self, term: str) -> Said:
        """What a shape says in the namespace of SHACL."""
        about = self.described.about(term)
        return {name[len(SH) :]: values for name, values in about.items() if name.startswith(SH)}

    def unknown(self, term: str, what: str) -> ShapesError:
        """The refusal of something that the standard has, or somebody's own, but not the engine."""
        return ShapesError(
            f"{self.described.file(term)}: {self.names.of(term)} uses {what}, which the fast "
            "checker does not know; say it with what docs/shacl.md lists, or use pySHACL"
        )

    def wrong(self, term: str, what: str) -> ShapesError:
        """The refusal of something that the standard does not allow."""
        return ShapesError(
            f"{self.described.file(term)}: {self.names.of(term)} has {what}; correct the file"
        )

    def members(self, term: str, start: str) -> list[str]:
        """The members of a list."""
        members = self.described.list_of(start)
        if members is None:
            raise self.wrong(term, "a list that is broken")
        return members

    def _constraints(self, term: str, said: Said) -> Iterator[Constraint]:
        for name, values in sorted(said.items()):
            if name in SILENT:
                continue
            read = PARAMETERS.get(name)
            if read is None:
                raise self.unknown(term, f"sh:{name}")
            for value in values:
                yield from read(self, term, name, value, said)

    def _targets(self, term: str, said: Said) -> Targets:
        classes = set(said.get("targetClass", ()))
        if term[0] == "<" and self.described.types(term) & CLASSES:
            classes.add(term)
        return Targets(
            tuple(sorted(classes)),
            tuple(sorted(said.get("targetSubjectsOf", ()))),
            tuple(sorted(said.get("targetObjectsOf", ()))),
            tuple(sorted(said.get("targetNode", ()))),
        )

    def _has_target(self, term: str) -> bool:
        about = self.described.about(term)
        return bool(self.done[term].targets) or any(SH + target in about for target in TARGETS)

    def _severity(self, term: str, said: Said) -> str:
        values = said.get("severity", [f"<{SH}Violation>"])
        if len(values) != 1 or values[0][0] != "<":
            raise self.wrong(term, f"sh:severity {' '.join(values)}")
        return text_of(values[0])

    def _words(self, said: Said, name: str) -> str:
        """The words in English, or else in no language, or else in any."""
        order = {"en": 0, "": 1}
        found = sorted(
            said.get(name, ()), key=lambda v: (order.get(language_of(v).split("-")[0], 2), v)
        )
        return text_of(found[0]) if found else ""
