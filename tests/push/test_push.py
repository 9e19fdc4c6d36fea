"""A push brings a store to a server, and only what has changed."""

import pytest

from kg import __version__
from kg.namespaces import ID
from kg.push import connect, make_plan
from tests.push.fake_server import fake_server
from tests.push.made_up import GRAPH, SIZES, push_all, three_graphs

#: 40 + 60 + 20 statements, of which one stands in all three graphs
MERGED = 118


def puts(server):
    return [what for what, _, _ in server.seen if what.startswith("PUT")]


def held(server, graph):
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}{graph}> {{ ?s ?p ?o }} }}"
    return int(next(iter(server.graph.query(query)))["n"].value)


def merged(server):
    return int(next(iter(server.graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")))["n"].value)


def test_every_graph_arrives_and_so_does_the_merge(server, store):
    done = push_all(store, server.url)
    assert (done.graphs, done.statements, done.checked, done.wrong) == (3, 120, 3, ())
    assert {key: held(server, key) for key in SIZES} == SIZES
    assert done.merged == merged(server) == MERGED
    agents = {headers["User-Agent"] for _, headers, _ in server.seen}
    assert agents == {f"childrens-services-kg/{__version__}"}


def test_a_second_push_has_nothing_to_do(server, store):
    push_all(store, server.url)
    server.seen.clear()
    assert push_all(store, server.url).graphs == 0
    assert {what for what, _, _ in server.seen} == {"GET /", "POST /query"}


def test_only_the_changed_graph_travels_and_the_merge_follows(server, store, tmp_path):
    push_all(store, server.url)
    server.seen.clear()
    changed = three_graphs(tmp_path / "store", SIZES | {"b": 10})
    done = push_all(changed, server.url)
    assert (done.graphs, done.wrong) == (1, ())
    assert len(puts(server)) == 1
    assert done.merged == merged(server) == 40 + 10 + 20 - 2


def test_a_graph_that_the_store_lacks_stays_unless_told(server, store, tmp_path):
    push_all(store, server.url)
    fewer = three_graphs(tmp_path / "store", {"a": 40, "b": 60})
    done = push_all(fewer, server.url)
    assert (done.removed, done.merged, done.wrong) == (0, None, ())
    assert held(server, "c") == 20
    done = push_all(fewer, server.url, remove=True)
    assert (done.removed, done.merged, done.wrong) == (1, 99, ())
    assert held(server, "c") == 0


def test_a_plan_says_what_would_travel_and_writes_nothing(server, store):
    connection = connect(server.url)
    plan = make_plan(store, connection)
    connection.close()
    assert [entry.key for entry in plan.changed] == ["a", "b", "c"]
    assert (plan.same, plan.there, plan.others) == ({}, frozenset(), ())
    assert merged(server) == 0


def test_again_takes_no_mark_for_true(server, store):
    push_all(store, server.url)
    server.graph.update(f"CLEAR GRAPH <{GRAPH}a> ; CLEAR DEFAULT")
    done = push_all(store, server.url)
    assert len(done.wrong) == 2
    assert done.wrong[0] == f"{GRAPH}a: 40 statements here, 0 there; push again with --again"
    assert "118 statements here, 0 there" in done.wrong[1]
    done = push_all(store, server.url, again=True)
    assert (done.graphs, done.merged, done.wrong) == (3, MERGED, ())


def test_without_a_graph_store_updates_do_it(store):
    with fake_server() as server:
        server.header = "nginx"
        address = server.url + "/query"
        done = push_all(store, address, update=server.url + "/update")
        assert (done.by_protocol, done.merged, done.wrong) == (False, MERGED, ())
        assert puts(server) == []


def interrupted(server, tmp_path):
    """A store of another graph, of which the server has half and no mark, and a stale merge."""
    push_all(three_graphs(tmp_path / "store"), server.url)
    server.graph.update(
        f'INSERT DATA {{ GRAPH <{GRAPH}gone> {{ <urn:x:gone> <urn:x:says> "half", "to all" }} '
        f'<{ID}gone> <urn:x:says> "what no graph says" . <urn:x:mine> <urn:x:says> "not yours" }}'
    )


def test_a_graph_without_a_mark_is_seen_and_can_be_taken_out(server, tmp_path):
    interrupted(server, tmp_path)
    store = three_graphs(tmp_path / "store")
    connection = connect(server.url)
    assert make_plan(store, connection).others == (f"{GRAPH}gone",)
    connection.close()
    assert push_all(store, server.url).merged is None
    done = push_all(store, server.url, remove=True)
    assert (done.removed, held(server, "gone")) == (1, 0)


@pytest.mark.parametrize("rows", [None, 2])
def test_again_makes_the_merge_anew_and_leaves_what_is_of_others(server, tmp_path, rows):
    interrupted(server, tmp_path)
    server.rows = rows
    store = three_graphs(tmp_path / "store")
    done = push_all(store, server.url, again=True, remove=True)
    assert done.removed == 1
    # what is left over is the statement of somebody else in the default graph
    assert done.merged == merged(server) == MERGED + 1
    server.graph.update('DELETE DATA { <urn:x:mine> <urn:x:says> "not yours" }')
    done = push_all(store, server.url)
    assert (done.merged, done.wrong) == (MERGED, ())


def test_a_graph_that_stays_is_in_the_merge_that_is_made_anew(server, tmp_path):
    interrupted(server, tmp_path)
    server.graph.update("CLEAR DEFAULT")
    done = push_all(three_graphs(tmp_path / "store"), server.url, again=True)
    assert (done.merged, done.wrong) == (None, ())
    assert merged(server) == MERGED + 2


@pytest.mark.parametrize("again", range(1, 9))
def test_a_push_stopped_after_any_request_is_taken_up(server, store, tmp_path, again):
    """The server's statements are the same, wherever the first push was cut off."""
    push_all(store, server.url)
    changed = three_graphs(tmp_path / "store", SIZES | {"a": 30, "b": 10}, word="other")
    server.misbehave("503", spare=again)
    with pytest.raises(Exception, match="give the same command again"):
        push_all(changed, server.url)
    server.misbehave("")
    done = push_all(changed, server.url)
    assert done.wrong == ()
    assert done.merged == merged(server) == 30 + 10 + 20 - 2
