"""The fast checker: each constraint as one plain step over all focus nodes of its shape.

Counts are differences of sets, and what is asked of a value is asked once of each distinct value,
so that a report in which nothing is wrong costs little more than its index.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from kg.shacl.index import GraphIndex, PropertyValues, subclasses
from kg.shacl.per_focus import COUNTS, PAIRS
from kg.shacl.per_value import TESTS
from kg.shacl.shapes import Constraint, PathStep, Shape, Shapes
from kg.shacl.terms import SUBCLASS


@dataclass(frozen=True, slots=True)
class Fault:
    """One result; terms as they are written."""

    shape: Shape
    component: str
    focus: str
    #: the wrong value, "" where the fault is that there is none or too many
    value: str = ""


@dataclass(frozen=True)
class Data:
    """What is checked, and the shared vocabulary beside it."""

    own: GraphIndex
    #: None where the vocabulary itself is checked
    shared: GraphIndex | None = None

    def focus(self, shape: Shape) -> Set[str]:
        """The focus nodes of a shape among the subjects of ``own``."""
        parts: list[Set[str]] = []
        for index in (self.own, self.shared) if self._both and self.shared else (self.own,):
            named = [name for target in shape.classes for name in self.below(target)]
            some: list[Set[str]] = [
                index.instances[name] for name in named if name in index.instances
            ]
            some += [index.column(target).first.keys() for target in shape.subjects_of]
            parts += some if index is self.own else [each & self._both for each in some]
        # most often one class: nothing is copied
        return parts[0] if len(parts) == 1 else set().union(*parts)

    def instances(self, name: str) -> Iterator[Set[str]]:
        """The instances of a class and of its subclasses, set by set."""
        for each in self.below(name):
            for index in (self.own, self.shared):
                if index is not None and each in index.instances:
                    yield index.instances[each]

    def below(self, name: str) -> Collection[str]:
        """A class and its subclasses at any depth."""
        return self._below.get(name, (name,))

    def values(self, path: tuple[PathStep, ...], focus: Set[str]) -> PropertyValues:
        """The values at the end of a path, of each focus node at least; of others as well."""
        if len(path) == 1 and path[0].ahead:
            return self._ahead(path[0].predicate, focus)
        first: dict[str, str] = {}
        more: dict[str, list[str]] = {}
        for node in focus:
            reached = self._walk(node, path)
            if reached:
                first[node] = reached[0]
                if len(reached) > 1:
                    more[node] = reached
        return PropertyValues(first, more)

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

    def _walk(self, node: str, path: tuple[PathStep, ...]) -> list[str]:
        """The distinct values at the end of a path from one node, in the order of the lines."""
        reached = [node]
        for step in path:
            after: dict[str, None] = {}
            for index in (self.own, self.shared):
                column = index.columns.get(step.predicate) if index else None
                if column is not None:
                    for each in reached:
                        if step.ahead:
                            after |= dict.fromkeys(column.values(each))
                        else:
                            after |= dict.fromkeys(column.backward.get(each, ()))
            reached = list(after)
        return reached

    @cached_property
    def _both(self) -> set[str]:
        """What is described both here and in the shared vocabulary."""
        return self.own.subjects & self.shared.subjects if self.shared else set()

    @cached_property
    def _below(self) -> Mapping[str, Collection[str]]:
        if self.shared is None or SUBCLASS in self.own.columns:
            return subclasses([self.own, *([self.shared] if self.shared else [])])
        return self.shared.subclasses


def check(data: Data, shapes: Shapes) -> Iterator[Fault]:
    """Every fault of the subjects of ``data.own``."""
    for shape in shapes.targeted:
        if focus := data.focus(shape):
            yield from faults(shape, focus, data)


def faults(shape: Shape, focus: Set[str], data: Data) -> Iterator[Fault]:
    """The faults of these focus nodes by one shape and by the shapes that it holds."""
    column = data.values(shape.path, focus) if shape.path else None
    for constraint in shape.constraints:
        if constraint.parameter == "property":
            yield from faults(_shape(constraint.value), _values(column, focus), data)
            continue
        for node, value in _found(constraint, column, focus, data):
            yield Fault(shape, constraint.component, node, value)


def _found(
    constraint: Constraint, column: PropertyValues | None, focus: Set[str], data: Data
) -> Iterator[tuple[str, str]]:
    """Focus nodes at fault by one constraint, with the value at fault.

    ``column`` is None for a node shape: there the value of a focus node is that node itself.
    """
    name = constraint.parameter
    if name in COUNTS:
        yield from COUNTS[name](constraint.value, column or _themselves(focus), focus)
    elif name in PAIRS:
        other = data.values((PathStep(str(constraint.value), True),), focus)
        yield from PAIRS[name](column or _themselves(focus), other, focus)
    elif constraint.shape is not None:
        yield from _counted(constraint, column or _themselves(focus), focus, data)
    else:
        values = _values(column, focus)
        wrong = (
            TESTS[name](constraint.value, values, data)
            if name in TESTS
            else _by_shapes(name, constraint.value, values, data)
        )
        if not wrong:
            return
        if column is None:
            for node in wrong:
                yield node, node
            return
        for node in focus & column.first.keys():
            for value in column.values(node):
                if value in wrong:
                    yield node, value


def _themselves(focus: Set[str]) -> PropertyValues:
    return PropertyValues({node: node for node in focus})


def _values(column: PropertyValues | None, focus: Set[str]) -> Set[str]:
    """The values of the focus nodes; the focus nodes themselves where there is no path."""
    if column is None:
        return focus
    first = column.first
    if len(focus) == len(first) and focus == first.keys():
        return column.distinct
    found = {first[node] for node in focus if node in first}
    for node in focus & column.more.keys() if column.more else ():
        found.update(column.more[node])
    return found


def _by_shapes(name: str, value: object, values: Set[str], data: Data) -> Set[str]:
    """The values that fail what another shape, or several, ask of them."""
    if name in ("node", "not"):
        failing = _failing(_shape(value), values, data)
        return failing if name == "node" else values - failing
    assert isinstance(value, tuple)
    if name == "and":
        return set().union(*(_failing(shape, values, data) for shape in value))
    if name == "or":
        for shape in value:
            if values:
                values = _failing(shape, values, data)
        return values
    assert name == "xone", name
    failing_each = [_failing(shape, values, data) for shape in value]
    return {each for each in values if sum(each not in one for one in failing_each) != 1}


def _counted(
    constraint: Constraint, column: PropertyValues, focus: Set[str], data: Data
) -> Iterator[tuple[str, str]]:
    """Focus nodes with too few or too many values that conform to a shape."""
    assert constraint.shape is not None and isinstance(constraint.value, int)
    failing = _failing(constraint.shape, _values(column, focus), data)
    for node in focus:
        number = sum(value not in failing for value in column.values(node))
        if constraint.parameter == "qualifiedMinCount":
            if number < constraint.value:
                yield node, ""
        elif number > constraint.value:
            yield node, ""


def _failing(shape: Shape, nodes: Set[str], data: Data) -> Set[str]:
    """Those of the nodes that do not conform to a shape."""
    column = data.values(shape.path, nodes) if shape.path else None
    failing: set[str] = set()
    for constraint in shape.constraints:
        if constraint.parameter != "property":
            failing.update(node for node, _ in _found(constraint, column, nodes, data))
            continue
        # a node fails with any of its values: each is looked at by the shape that is held
        wrong = _failing(_shape(constraint.value), _values(column, nodes), data)
        if column is None:
            failing |= wrong
        elif wrong:
            failing.update(node for node in nodes if not wrong.isdisjoint(column.values(node)))
    return failing


def _shape(value: object) -> Shape:
    assert isinstance(value, Shape)
    return value
