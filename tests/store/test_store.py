"""What is put into a store can be asked, replaced and taken out; the index follows the records."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from kg.errors import QueryError, StoreError
from kg.store import Limits, open_store, writing
from tests.store.made_up import ALL_WORDS, SAYS, THING, build, graph, lines, put


def words(folder):
    return [row[0] for row in open_store(folder).select(ALL_WORDS).rows]


def test_graphs_are_asked_together(tmp_path):
    build(tmp_path / "s", a=("one", "two"), b=("three",))
    store = open_store(tmp_path / "s")
    assert [row[0] for row in store.select(ALL_WORDS).rows] == ["one", "three", "two"]
    assert store.ask(f'ASK {{ ?x {SAYS} "two" }}') and not store.ask("ASK { ?x ?y 1 }")
    assert store.select("ASK { ?x ?y 1 }").rows == (("false",),)
    assert store.select(f"SELECT ?w {{ GRAPH <{graph('b')}> {{ ?x {SAYS} ?w }} }}").rows == (
        ("three",),
    )
    assert store.construct(f"CONSTRUCT WHERE {{ <{THING}b> ?p ?o }}") == [
        f'<{THING}b> {SAYS} "three" .'
    ]
    assert list(store.lines()) == lines("a", "one", "two") + lines("b", "three")


def test_a_value_is_bound_to_a_variable_that_is_not_in_the_answer(tmp_path):
    build(tmp_path / "s", a=("one",), b=("two",))
    query = f"SELECT ?x WHERE {{ ?x {SAYS} ?w FILTER(CONTAINS(?w, ?part)) }}"
    found = open_store(tmp_path / "s").select(query, {"part": '"tw"'})
    assert found.rows == ((f"{THING}b",),)


def test_a_statement_of_several_graphs_counts_once_and_goes_with_the_last(tmp_path):
    shared = f'<{THING}both> {SAYS} "same" <{{}}> .'
    count = f"SELECT (COUNT(*) AS ?n) {{ <{THING}both> ?p ?o }}"

    def store_of(**names):
        with writing(tmp_path / "s") as writer:
            for name, there in names.items():
                made = lines(name, "own") + ([shared.format(graph(name))] if there else [])
                writer.put(name, sorted(made), graph=graph(name))
            writer.commit()
        return open_store(tmp_path / "s").select(count).rows

    # so many other graphs that the index is mended, not made anew
    others = {f"other-{n}": False for n in range(30)}
    assert store_of(a=True, b=True, **others) == (("1",),)
    assert store_of(a=False) == (("1",),)
    assert store_of(b=False) == (("0",),)


def test_one_graph_is_replaced_and_nothing_else_moves(tmp_path):
    folder = tmp_path / "s"
    build(folder, a=("old",), b=("kept",), c=("gone",))
    with writing(folder) as writer:
        put(writer, "a", "new")
        writer.remove("c")
        assert writer.commit()
    assert words(folder) == ["kept", "new"]
    assert sorted(path.name for path in (folder / "records").iterdir()) == [
        "a.json", "a.nq", "b.json", "b.nq",
    ]  # fmt: skip


def test_committing_no_change_makes_no_new_index(tmp_path):
    folder = tmp_path / "s"
    build(folder, a=("one",))
    before = {path: path.stat().st_mtime_ns for path in (folder / "index").rglob("*")}
    with writing(folder) as writer:
        assert not writer.commit()
        put(writer, "a", "one")
        assert not writer.commit()
    assert {path: path.stat().st_mtime_ns for path in (folder / "index").rglob("*")} == before


def test_a_mended_index_answers_as_a_new_one(tmp_path):
    folder, many = tmp_path / "s", {f"g{n}": (f"word {n}",) for n in range(40)}
    build(folder, **many)
    for n in range(4):
        build(folder, **{f"g{n}": (f"other {n}",)})
    mended = words(folder)
    shutil.rmtree(folder / "index")
    assert words(folder) == mended
    assert mended.count("other 3") == 1 and "word 3" not in mended and "word 4" in mended


def test_what_the_slip_says_is_kept(tmp_path):
    with writing(tmp_path / "s") as writer:
        writer.put(
            "a", lines("a", "x"), graph=graph("a"), source="r/a.pdf", sha256="00", fingerprint="v1",
            identity="a/b/2020-01-01", family="F", counts={"judgements": 2},
        )  # fmt: skip
        writer.commit()
    with writing(tmp_path / "s") as writer:
        entry = writer.by_source("r/a.pdf")
    assert entry is not None and entry == open_store(tmp_path / "s").entries["a"]
    assert (entry.sha256, entry.fingerprint, entry.counts) == ("00", "v1", {"judgements": 2})


def test_a_store_that_was_copied_without_its_times_is_up_to_date(tmp_path):
    build(tmp_path / "s", a=("one",))
    for number, path in enumerate(sorted((tmp_path / "s/records").iterdir())):
        os.utime(path, (number, number))  # the slip, a.json, is older than a.nq now
    assert open_store(tmp_path / "s").entries["a"].source == "a.pdf"


def test_a_record_newer_than_its_slip_is_to_be_read_again(tmp_path):
    build(tmp_path / "s", a=("one",))
    record = tmp_path / "s/records/a.nq"
    record.write_text("\n".join(lines("a", "two")) + "\n", encoding="utf-8")  # the same size
    os.utime(record, (2e9, 2e9))
    with pytest.raises(StoreError, match=r"records/a\.nq: not as a build wrote it"):
        open_store(tmp_path / "s")
    with writing(tmp_path / "s") as writer:
        assert writer.by_source("a.pdf") is None
        put(writer, "a", "three")
        writer.commit()
    assert words(tmp_path / "s") == ["three"]


def test_a_file_has_one_record(tmp_path):
    folder = tmp_path / "s"
    with writing(folder) as writer:
        put(writer, "first", "old", source="report.pdf")
        put(writer, "second", "new", source="report.pdf")
        writer.commit()
    assert words(folder) == ["new"]


def test_two_files_may_change_places(tmp_path):
    with writing(tmp_path / "s") as writer:
        put(writer, "plain", "one", source="one.pdf")
        put(writer, "plain", "two", source="two.pdf")
        put(writer, "suffixed", "one", source="one.pdf")
        assert [(e.key, e.source) for e in writer.entries()] == [
            ("plain", "two.pdf"), ("suffixed", "one.pdf"),
        ]  # fmt: skip
        writer.commit()
    assert words(tmp_path / "s") == ["one", "two"]


def test_there_must_be_a_store(tmp_path):
    with pytest.raises(StoreError, match="no store here; make one with: kg build"):
        open_store(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="other things in it"), writing(tmp_path):
        pass
    with pytest.raises(StoreError, match="is a file"), writing(tmp_path / "letter.txt"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {", "not valid SPARQL"),
        ("DELETE WHERE { ?s ?p ?o }", "not valid SPARQL"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "over the network"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "gives triples"),
    ],
)
def test_a_query_that_gives_no_rows_is_refused(tmp_path, query, message):
    build(tmp_path / "s", a=("one",))
    with pytest.raises(QueryError, match=message):
        open_store(tmp_path / "s").select(query)


def test_a_query_is_ended_when_its_time_is_up(tmp_path):
    build(tmp_path / "s", a=tuple(map(str, range(300))))
    store = open_store(tmp_path / "s", limits=Limits(2))
    with pytest.raises(QueryError, match="no answer within 2 seconds"):
        store.select("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS holds no process to a limit of memory")
def test_a_query_is_ended_when_its_memory_is_used_up(tmp_path):
    build(tmp_path / "s", a=tuple(map(str, range(300))))
    store = open_store(tmp_path / "s", limits=Limits(60, memory=200 * 2**20))
    with pytest.raises(QueryError, match=r"for want of memory .*give a larger --memory"):
        store.select(
            "SELECT (CONCAT(?c, ?f, ?i) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?x"
        )


def test_a_query_with_a_time_limit_answers_as_without(tmp_path):
    build(tmp_path / "s", a=("one", "two"))
    limited = open_store(tmp_path / "s", limits=Limits(60))
    assert limited.select(ALL_WORDS) == open_store(tmp_path / "s").select(ALL_WORDS)
    with pytest.raises(QueryError, match="not valid SPARQL"):
        limited.select("SELECT")
