"""Pushing to real servers: whole, changed, interrupted, by updates."""

import pytest

from kg.namespaces import ID
from kg.push import PushError, connect
from kg.store import SparqlEndpoint
from kg.store.servers import MERGED as MERGE_GRAPH
from kg.store.servers import PUSHED
from tests.push.made_up import SIZES, three_graphs
from tests.stores.real_servers import Running

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s <urn:x:says> ?o }"
#: 40 + 60 + 20 statements, of which one stands in all three graphs
MERGED = 118


def test_a_push_a_second_one_and_a_changed_graph(running, pushing, tmp_path):
    store = three_graphs(tmp_path / "s")
    done = pushing(store, running)
    assert (done.graphs, done.merged, done.wrong, done.by_protocol) == (3, MERGED, (), True)
    assert pushing(store, running).graphs == 0
    done = pushing(three_graphs(tmp_path / "s", SIZES | {"b": 10}), running)
    assert (done.graphs, done.merged, done.wrong) == (1, 40 + 10 + 20 - 2, ())
    # the endpoint asks the merge: what three graphs say counts once
    assert SparqlEndpoint(running.query).select(COUNT).rows == (("68",),)
    done = pushing(three_graphs(tmp_path / "s", {"b": 10}), running)
    assert (done.removed, done.merged, done.wrong) == (2, 10, ())


def test_an_interrupted_push_is_taken_up(running, pushing, tmp_path):
    store = three_graphs(tmp_path / "s", word="again")

    def stop(done, total, about):
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pushing(store, running, step=stop)
    done = pushing(store, running)
    assert (done.graphs, done.merged, done.wrong) == (2, MERGED, ())


def test_updates_do_as_well(running, pushing, tmp_path, monkeypatch):
    from kg.push.connection import Connection

    def refuse(*_, **__):
        raise PushError("no graph store here", 405)

    monkeypatch.setattr(Connection, "put", refuse)
    done = pushing(three_graphs(tmp_path / "s", {"a": 3000, "b": 7}), running)
    assert (done.by_protocol, done.merged, done.wrong) == (False, 3006, ())


def test_a_wrong_password_is_refused(running, pushing, tmp_path):
    if not running.user:
        pytest.skip("this server has no passwords")
    wrong = Running(running.address, running.query, running.user, "guessed")
    with pytest.raises(PushError, match="refused the name and password") as refused:
        pushing(three_graphs(tmp_path / "s"), wrong)
    assert "guessed" not in str(refused.value)


def test_again_with_remove_takes_up_what_a_lost_push_left(running, pushing, tmp_path):
    """The server has part of a graph that the store lacks, no mark of it, and a stale merge."""
    store = three_graphs(tmp_path / "s", SIZES | {"lost": 30})
    pushing(store, running)
    connection = connect(running.address)
    stale = f'<{ID}x> <urn:x:says> "what no graph says"'
    if connection.server.merge == "graph":
        stale = f"GRAPH <{MERGE_GRAPH}> {{ {stale} }}"
    connection.update(f"DROP SILENT GRAPH <{PUSHED}> ; INSERT DATA {{ {stale} }}")
    connection.close()
    kept = three_graphs(tmp_path / "s", SIZES)
    # the graph is found without its mark and taken out; the merge does not agree
    done = pushing(kept, running)
    assert (done.removed, done.merged) == (1, MERGED + 1)
    done = pushing(kept, running, again=True)
    assert (done.graphs, done.merged, done.wrong) == (3, MERGED, ())
