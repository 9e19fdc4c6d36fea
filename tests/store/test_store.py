"""Records and the index made from them: whole or not at all, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import QueryError, StoreError
from kg.store import Records, open_store, writing

GRAPHS = 40


def lines(graph: str, value: str, count: int = 200) -> list[str]:
    return sorted(
        f'<urn:{graph}/s{n:04}> <urn:p> "{value}" <urn:{graph}> .' for n in range(count)
    )


def fill(store: Path, value: str) -> None:
    with writing(store) as writer:
        for n in range(GRAPHS):
            writer.put(f"g{n:02}", lines(f"g{n:02}", value), graph=f"urn:g{n:02}", source=f"f{n}")
        writer.commit()


def values(store: Path) -> dict[str, set[str]]:
    """Graph -> the values in it."""
    found: dict[str, set[str]] = {}
    rows = open_store(store).select("SELECT DISTINCT ?g ?v WHERE { GRAPH ?g { ?s <urn:p> ?v } }")
    for graph, value in rows.rows:
        found.setdefault(graph, set()).add(value)
    return found


def count(store: Path) -> int:
    rows = open_store(store).select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }")
    return int(rows.rows[0][0])


def test_what_is_put_can_be_asked_and_is_one_union(tmp_path):
    fill(tmp_path / "store", "old")
    assert count(tmp_path / "store") == GRAPHS * 200
    rows = open_store(tmp_path / "store").select('ASK { ?s <urn:p> "old" }')
    assert rows.rows == (("true",),)


def test_a_record_is_the_lines_that_were_put(tmp_path):
    with writing(tmp_path / "store") as writer:
        line = '<urn:s> <urn:p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:g> .'
        writer.put("g", [line], graph="urn:g", source="f")
        writer.commit()
    assert list(open_store(tmp_path / "store").lines()) == [line]


def test_one_changed_graph_mends_the_index(tmp_path):
    store = tmp_path / "store"
    fill(store, "old")
    with writing(store) as writer:
        writer.put("g03", lines("g03", "new"), graph="urn:g03", source="f3")
        assert writer.commit()
    found = values(store)
    assert found.pop("urn:g03") == {"new"}
    assert set(map(frozenset, found.values())) == {frozenset({"old"})}


def test_a_removed_graph_is_gone(tmp_path):
    store = tmp_path / "store"
    fill(store, "old")
    with writing(store) as writer:
        writer.remove("g00")
        writer.commit()
    assert "urn:g00" not in values(store)
    assert len(values(store)) == GRAPHS - 1


def test_a_commit_without_changes_does_nothing(tmp_path):
    fill(tmp_path / "store", "old")
    with writing(tmp_path / "store") as writer:
        assert not writer.commit()


def test_the_index_can_be_thrown_away(tmp_path):
    import shutil

    fill(tmp_path / "store", "old")
    shutil.rmtree(tmp_path / "store" / "index")
    assert count(tmp_path / "store") == GRAPHS * 200


def test_records_without_a_commit_are_in_the_index_when_it_is_opened(tmp_path):
    store = tmp_path / "store"
    fill(store, "old")
    with writing(store) as writer:
        writer.put("g05", lines("g05", "new"), graph="urn:g05", source="f5")
    assert values(store)["urn:g05"] == {"new"}


def test_a_slip_left_behind_makes_its_report_be_read_again(tmp_path):
    store = tmp_path / "store"
    fill(store, "old")
    records = Records(store)
    time.sleep(0.01)
    records.path("g07").write_text("\n".join(lines("g07", "newer")) + "\n")
    entry = records.entries()["g07"]
    assert (entry.graph, entry.fingerprint, entry.source) == ("urn:g07", "", "")
    assert values(store)["urn:g07"] == {"newer"}


CHILD = """
import sys
from pathlib import Path
from tests.store.test_store import fill
fill(Path(sys.argv[1]), sys.argv[2])
"""


@pytest.mark.parametrize("delay", [0.06, 0.09, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.6])
def test_killed_at_any_moment_each_graph_is_old_or_new(tmp_path, delay):
    store = tmp_path / "store"
    fill(store, "old")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(store), "new"],
        cwd=Path(__file__).parent.parent.parent,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    child.wait()
    found = values(store)
    assert len(found) == GRAPHS
    assert all(each in ({"old"}, {"new"}) for each in found.values())
    assert count(store) == GRAPHS * 200
    # and the store is as good as any other
    fill(store, "newer")
    assert set(map(frozenset, values(store).values())) == {frozenset({"newer"})}
    left = [path.name for path in store.rglob(".*") if path.name.endswith(".new")]
    assert not [name for name in left if "index" in name]


def test_a_second_writer_is_refused_at_once(tmp_path):
    with writing(tmp_path / "store"), pytest.raises(StoreError, match=f"process {os.getpid()}"):  # noqa: SIM117
        with writing(tmp_path / "store"):
            pass


def test_a_reader_keeps_its_answers_while_a_build_goes_on(tmp_path):
    store = tmp_path / "store"
    fill(store, "old")
    reader = open_store(store)
    ask = 'SELECT (COUNT(*) AS ?n) WHERE { ?s <urn:p> "old" }'
    assert reader.select(ask).rows == ((str(GRAPHS * 200),),)
    with writing(store) as writer:
        writer.put("g01", lines("g01", "new"), graph="urn:g01", source="f1")
        # another reader comes while the writer holds the lock: it gets what is finished
        assert open_store(store).select(ask).rows == ((str(GRAPHS * 200),),)
        writer.commit()
        assert reader.select(ask).rows == ((str(GRAPHS * 200),),)
    assert open_store(store).select(ask).rows == ((str((GRAPHS - 1) * 200),),)


def test_where_there_is_no_store_it_is_said_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        open_store(tmp_path / "nowhere")


@pytest.mark.parametrize("query", ["SELECT", "SELECT ?x WHERE { ?x }"])
def test_a_query_that_is_not_valid_is_refused(tmp_path, query):
    fill(tmp_path / "store", "old")
    with pytest.raises(QueryError, match="not valid SPARQL"):
        open_store(tmp_path / "store").select(query)
