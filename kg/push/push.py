"""The push itself, graph by graph, and the check at its end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from kg.push.connection import Connection, PushError
from kg.push.graphs import Graphs
from kg.push.manifest import PushedGraph, counts, mark, unmark
from kg.push.plan import Plan
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
