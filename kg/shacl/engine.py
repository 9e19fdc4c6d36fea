"""The checker: each constraint as one plain step over all focus nodes of its shape.

Counts are differences of sets, and what is asked of a value is asked once of each distinct value,
so that data in which nothing is wrong cost little more than their index.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from kg.shacl.data import Data
from kg.shacl.index import PropertyValues
from kg.shacl.paths import Property
from kg.shacl.per_focus import COUNTS, PAIRS
from kg.shacl.per_value import TESTS
from kg.shacl.sentences import sentence
from kg.shacl.shapes import Constraint, Shape, Shapes


@dataclass(frozen=True, slots=True)
class Fault:
    """One result; terms as they are written."""

    shape: Shape
    component: str
    focus: str
    #: the wrong value, "" where the fault is that there is none or too many
    value: str = ""
    #: the property of a statement that a closed shape does not know, "" for any other fault
    beyond: str = ""

    @property
    def path_text(self) -> str:
        """The path of the result in SPARQL's notation, "" where it has none."""
        return self.beyond or self.shape.path_text

    @property
    def message(self) -> str:
        """What is wrong, in the words of the shape if it has any."""
        return self.shape.words or sentence(self.component, self.path_text, self.shape.iri)


def check(data: Data, shapes: Shapes) -> Iterator[Fault]:
    """Every fault of the focus nodes, each as often as the standard has it, in no fixed order."""
    for shape in shapes.targeted:
        if focus := data.focus(shape):
            for _, fault in faults(shape, focus, data):
                yield fault


def faults(shape: Shape, focus: Set[str], data: Data) -> Iterator[tuple[str, Fault]]:
    """The faults of these focus nodes by one shape and by the shapes that it holds.

    Each stands with the focus node that led to it: the same fault of a value that two nodes have
    is there twice (SHACL, section 4.5.1).
    """
    column = data.values(shape.path, focus) if shape.path else None
    for constraint in shape.constraints:
        if constraint.parameter == "property":
            held = list(faults(_shape(constraint.value), _values(column, focus), data))
            if held:
                holders = _holders(column, focus)
                for value, fault in held:
                    for node in holders[value]:
                        yield node, fault
        elif constraint.parameter == "closed":
            for node, predicate, value in _beyond(constraint, column, focus, data):
                yield node, Fault(shape, constraint.component, node, value, predicate)
        else:
            for node, value in _found(constraint, column, focus, data):
                yield node, Fault(shape, constraint.component, node, value)


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
        other = data.values(Property(str(constraint.value)), focus)
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


def _beyond(
    constraint: Constraint, column: PropertyValues | None, focus: Set[str], data: Data
) -> Iterator[tuple[str, str, str]]:
    """(focus node, property, value) of what a closed shape does not know of its values."""
    assert isinstance(constraint.value, frozenset)
    found = set(data.others(_values(column, focus), constraint.value))
    if found:
        holders = _holders(column, focus)
        for node, predicate, value in found:
            for holder in holders[node]:
                yield holder, predicate, value


def _holders(column: PropertyValues | None, focus: Set[str]) -> dict[str, list[str]]:
    """Value -> the focus nodes that have it."""
    if column is None:
        return {node: [node] for node in focus}
    holders: dict[str, list[str]] = {}
    for node in focus & column.first.keys():
        for value in column.values(node):
            holders.setdefault(value, []).append(node)
    return holders


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
    values = _values(column, focus)
    failing = _failing(constraint.shape, values, data)
    for sibling in constraint.siblings:
        failing |= values - _failing(sibling, values, data)
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
        if constraint.parameter == "closed":
            failing.update(node for node, *_ in _beyond(constraint, column, nodes, data))
            continue
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
