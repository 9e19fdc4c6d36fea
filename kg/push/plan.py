"""What a push has to do: the graphs that differ between a store and a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.push.connection import Connection
from kg.push.manifest import PushedGraph, counts, graphs_there, read_marks
from kg.store import Entry, Store


@dataclass(frozen=True, slots=True)
class Plan:
    """The graphs of a store and of a server, by what a push does with them."""

    #: without a mark at the server, or with another one: they travel
    changed: tuple[Entry, ...]
    #: graph -> mark of those that are as they should be
    same: Mapping[str, PushedGraph]
    #: those of ``changed`` of which the server has statements, perhaps not all
    there: frozenset[str]
    #: the project's graphs that the server has and the store does not: pushed at some time, with
    #: a mark, or without one where that push was cut off
    others: tuple[str, ...]
    #: no mark is taken for true, and the merge is made anew
    again: bool = False


def make_plan(store: Store, connection: Connection, *, again: bool = False) -> Plan:
    """Compare a store with the marks at a server; ``again`` takes no mark for true.

    Raises `PushError`.
    """
    marks = read_marks(connection)
    entries = {entry.graph: entry for entry in store.entries.values()}
    same = {
        graph: marks[graph]
        for graph, entry in entries.items()
        if not again and graph in marks and marks[graph].digest == entry.digest
    }
    changed = tuple(entry for graph, entry in entries.items() if graph not in same)
    held = counts(connection, (entry.graph for entry in changed))
    there = frozenset(graph for graph, count in held.items() if count)
    others = (marks.keys() | graphs_there(connection)) - entries.keys()
    return Plan(changed, same, there, tuple(sorted(others)), again)
