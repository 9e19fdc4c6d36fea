"""The push itself, graph by graph, and the check at its end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.push.connection import Connection, PushError
from kg.push.graphs import Graphs
from kg.push.manifest import PushedGraph, counts, graphs_there, mark, read_marks, unmark
from kg.store import Entry, Store, content_of, without_graph
from kg.store.servers import MERGED, PUSHED

#: Told of progress: what is done, how much there is, what the step is about.
Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PushOutcome:
    """What a push did and what its check found."""

    graphs: int
    statements: int
    removed: int
    #: graphs whose count was looked at, at the end
    checked: int
    #: statements of the merge; None where it was not counted
    merged: int | None
    #: one sentence each
    wrong: tuple[str, ...]
    #: False where the server has no Graph Store Protocol, so that updates did it
    by_protocol: bool


def push(
    store: Store,
    connection: Connection,
    plan: Plan,
    *,
    remove: bool = False,
    step: Step = lambda done, total, about: None,
) -> PushOutcome:
    """Do what a plan says, then compare the counts of all graphs and of the merge.

    Each graph is marked as pushed once the server has counted as many statements in it as its
    record has; one with another count is left without a mark and told of in ``wrong``.
    ``remove`` takes out the graphs that the store does not have.  Raises `PushError` where the
    server cannot go on; the same push then goes on from there.
    """
    connection.greet()
    graphs = Graphs(connection)
    gone = plan.others if remove else ()
    total = len(plan.changed) + len(gone)
    marks = dict(plan.same)
    wrong: list[str] = []
    done = 0
    try:
        if plan.again:
            connection.update(graphs.begin_merge(() if remove else plan.others))
        for entry in plan.changed:
            step(done, total, "pushing")
            found = _push_one(store, connection, graphs, entry, entry.graph in plan.there)
            if isinstance(found, str):
                wrong.append(found)
            else:
                marks[entry.graph] = found
            done += 1
        for graph in gone:
            step(done, total, "removing")
            connection.update(_together(unmark(graph), graphs.leave_merge(graph)))
            graphs.remove(graph)
            done += 1
        step(total, total, "checking")
        wrong += _count_graphs(connection, marks)
        merged, fault = _count_merge(store, connection, plan, remove=remove)
    except PushError as error:
        raise PushError(
            f"{error}; {done} of {total} graphs are done and nothing is lost: give the same "
            "command again and it goes on from there",
            error.status,
        ) from error
    return PushOutcome(
        graphs=len(plan.changed),
        statements=sum(marks[e.graph].triples for e in plan.changed if e.graph in marks),
        removed=len(gone),
        checked=len(marks),
        merged=merged,
        wrong=(*wrong, *fault),
        by_protocol=graphs.by_protocol,
    )


def _push_one(
    store: Store, connection: Connection, graphs: Graphs, entry: Entry, there: bool
) -> PushedGraph | str:
    """Replace one graph; its mark, or what is wrong with its count.

    Whatever step it is cut off after, doing it again from the first puts all in order: nothing
    is in the merge but what a graph says that is whole, or that is about to be done again.
    """
    graph = entry.graph
    content = content_of(store.path(entry.key))
    triples = without_graph(graph, content)
    is_ = PushedGraph(hashlib.sha256(content).hexdigest(), triples.count(b"\n"))
    connection.update(_together(unmark(graph), graphs.leave_merge(graph) if there else ""))
    graphs.replace(graph, triples)
    held = counts(connection, [graph])[graph]
    if held == 0 and is_.triples:
        raise PushError(
            f"{connection.name}: took {graph} without complaint and holds nothing of it: it may "
            "be read-only, or queries and updates go to different stores; check the addresses"
        )
    connection.update(
        _together(graphs.join_merge(graph), mark(graph, is_) if held == is_.triples else "")
    )
    return is_ if held == is_.triples else _disagree(graph, is_.triples, held)


def _count_graphs(connection: Connection, marks: dict[str, PushedGraph]) -> list[str]:
    held = counts(connection, marks)
    return [
        _disagree(graph, is_.triples, held[graph])
        for graph, is_ in marks.items()
        if held[graph] != is_.triples
    ]


def _count_merge(
    store: Store, connection: Connection, plan: Plan, *, remove: bool
) -> tuple[int | None, list[str]]:
    """The statements of the merge, and what is wrong with them."""
    if plan.others and not remove:
        # what those graphs add to the merge is not known here
        return None, []
    everything = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    expected = int(store.select(everything).rows[0][0])
    server = connection.server
    if server.merge == "graph":
        everything = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{MERGED}> {{ ?s ?p ?o }} }}"
    held = connection.count(everything)
    if server.merge == "none":
        # such a merge holds the marks too
        expected += counts(connection, [PUSHED])[PUSHED]
    if held == expected:
        return held, []
    hint = {
        "none": "the server does not merge as expected, or holds other graphs besides",
        "graph": "push everything again with --again",
        "default": "the server's default graph may be the union of all graphs, which must be "
        "switched off, or hold other things; otherwise push everything again with --again",
    }[server.merge]
    return held, [f"the merge of all graphs: {expected:,} statements here, {held:,} there: {hint}"]


def _disagree(graph: str, here: int, there: int) -> str:
    return f"{graph}: {here:,} statements here, {there:,} there; push again with --again"


def _together(*updates: str) -> str:
    """Updates as one request."""
    return " ;\n".join(update for update in updates if update)


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
