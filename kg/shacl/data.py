"""What is checked: the focus nodes of a shape, the instances of a class, the values of a path."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

from kg.shacl.index import GraphIndex, PropertyValues, Subclasses
from kg.shacl.paths import Alternative, Inverse, Path, Property, Repeated, Sequence
from kg.shacl.shapes import Shape
from kg.shacl.terms import SUBCLASS


@dataclass(frozen=True)
class Data:
    """What is checked, and a graph beside it for classes and for paths that lead into it.

    Where a graph is beside it, nothing but the subjects of ``own`` is checked.
    """

    own: GraphIndex
    #: None where there is none
    shared: GraphIndex | None = None

    def focus(self, shape: Shape) -> Set[str]:
        """The focus nodes of a shape."""
        targets = shape.targets
        named = [name for target in targets.classes for name in self.below(target)]
        parts: list[Set[str]] = []
        for index in (self.own, self.shared) if self._both and self.shared else (self.own,):
            some: list[Set[str]] = [
                index.instances[name] for name in named if name in index.instances
            ]
            some += [index.column(target).first.keys() for target in targets.subjects_of]
            parts += some if index is self.own else [each & self._both for each in some]
            objects = [index.column(target).distinct for target in targets.objects_of]
            parts += objects if self.shared is None else [each & self._subjects for each in objects]
        if targets.nodes:
            nodes = set(targets.nodes)
            parts.append(nodes if self.shared is None else nodes & self._subjects)
        # most often one class: nothing is copied
        return parts[0] if len(parts) == 1 else set().union(*parts)

    def instances(self, name: str) -> Iterator[Set[str]]:
        """The instances of a class and of its subclasses, set by set."""
        for each in self.below(name):
            for index in self.indexes:
                if each in index.instances:
                    yield index.instances[each]

    def below(self, name: str) -> Collection[str]:
        """A class and its subclasses at any depth."""
        return self._subclasses.below(name)

    def values(self, path: Path, focus: Set[str]) -> PropertyValues:
        """The values at the end of a path, of each focus node at least; of others as well."""
        if isinstance(path, Property):
            return self._ahead(path.term, focus)
        first: dict[str, str] = {}
        more: dict[str, list[str]] = {}
        for node in focus:
            reached = list(self._walk((node,), path, True))
            if reached:
                first[node] = reached[0]
                if len(reached) > 1:
                    more[node] = reached
        return PropertyValues(first, more)

    def others(self, nodes: Set[str], known: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """(node, property, value) of what is said of these nodes by other properties than known."""
        for index in self.indexes:
            for predicate, column in index.columns.items():
                if predicate not in known and not column.first.keys().isdisjoint(nodes):
                    for node in column.first.keys() & nodes:
                        for value in column.values(node):
                            yield node, predicate, value

    @cached_property
    def indexes(self) -> tuple[GraphIndex, ...]:
        """The graphs that are known."""
        return (self.own,) if self.shared is None else (self.own, self.shared)

    def _ahead(self, predicate: str, focus: Set[str]) -> PropertyValues:
        column = self.own.column(predicate)
        beside = self.shared.columns.get(predicate) if self.shared else None
        known = beside.first.keys() & focus if beside else None
        if not known or beside is None:
            return column
        first, more = dict(column.first), dict(column.more)
        for node in known:
            values = list(dict.fromkeys([*column.values(node), *beside.values(node)]))
            first[node] = values[0]
            if len(values) > 1:
                more[node] = values
        return PropertyValues(first, more)

    def _walk(self, nodes: Iterable[str], path: Path, ahead: bool) -> dict[str, None]:
        """The distinct ends of a path from these nodes, in the order of the statements."""
        match path:
            case Property(term):
                return self._step(nodes, term, ahead)
            case Inverse(inner):
                return self._walk(nodes, inner, not ahead)
            case Sequence(parts):
                for part in parts if ahead else reversed(parts):
                    nodes = self._walk(nodes, part, ahead)
                return dict.fromkeys(nodes)
            case Alternative(parts):
                nodes = tuple(nodes)
                return {end: None for part in parts for end in self._walk(nodes, part, ahead)}
            case Repeated(inner, mark):
                nodes = tuple(nodes)
                reached = {} if mark == "+" else dict.fromkeys(nodes)
                fresh: Iterable[str] = nodes
                while fresh:
                    fresh = [end for end in self._walk(fresh, inner, ahead) if end not in reached]
                    reached |= dict.fromkeys(fresh)
                    if mark == "?":
                        break
                return reached

    def _step(self, nodes: Iterable[str], predicate: str, ahead: bool) -> dict[str, None]:
        after: dict[str, None] = {}
        for index in self.indexes:
            column = index.columns.get(predicate)
            if column is None:
                continue
            if ahead:
                for each in nodes:
                    for value in column.values(each):
                        after[value] = None
            else:
                backward = column.backward
                for each in nodes:
                    for value in backward.get(each, ()):
                        after[value] = None
        return after

    @cached_property
    def _subjects(self) -> set[str]:
        return self.own.subjects

    @cached_property
    def _both(self) -> set[str]:
        """What is described both here and in the graph beside."""
        return self.own.subjects & self.shared.subjects if self.shared else set()

    @cached_property
    def _subclasses(self) -> Subclasses:
        if self.shared is None or SUBCLASS in self.own.columns:
            return Subclasses.of(self.indexes)
        return self.shared.subclasses
