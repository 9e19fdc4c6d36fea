"""What is put into a store can be asked, replaced and taken out; the index follows the records."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys

import pytest

from kg.errors import QueryError, StoreError
from kg.store import Limits, open_store, writing
from kg.store.namedgraphs import asks_for_graphs
from kg.store.packing import content_of, pack, pack_lines
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
        "a.json", "a.nq.gz", "b.json", "b.nq.gz",
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
        os.utime(path, (number, number))  # the slip, a.json, is older than a.nq.gz now
    assert open_store(tmp_path / "s").entries["a"].source == "a.pdf"


def test_a_record_newer_than_its_slip_is_to_be_read_again(tmp_path):
    build(tmp_path / "s", a=("one",))
    record = tmp_path / "s/records/a.nq.gz"
    record.write_bytes(pack_lines(lines("a", "two")).content)
    os.utime(record, (2e9, 2e9))
    with pytest.raises(StoreError, match=r"records/a\.nq\.gz: not as a build wrote it"):
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


def test_the_text_of_a_record_goes_with_it(tmp_path):
    with writing(tmp_path / "s") as writer:
        writer.put("a", lines("a", "x"), pack(b"One.\fTwo."), graph=graph("a"))
        put(writer, "b", "y")
        writer.commit()
    store = open_store(tmp_path / "s")
    assert (store.text("a"), store.text("b")) == ("One.\fTwo.", None)
    assert store.entries["a"].text_digest == hashlib.sha256(b"One.\fTwo.").hexdigest()
    with writing(tmp_path / "s") as writer:
        put(writer, "a", "x")
        writer.commit()
    assert store.text("a") == "One.\fTwo." and open_store(tmp_path / "s").text("a") is None


def test_a_text_that_was_edited_is_named(tmp_path):
    with writing(tmp_path / "s") as writer:
        writer.put("a", lines("a", "x"), pack(b"One."), graph=graph("a"))
        writer.commit()
    (tmp_path / "s/records/a.txt.gz").write_bytes(pack(b"Two.").content)
    with pytest.raises(StoreError, match=r"records/a\.txt\.gz: not as a build wrote it"):
        open_store(tmp_path / "s").refuse_altered()
    with writing(tmp_path / "s") as writer:
        assert writer.altered() == [tmp_path / "s/records/a.txt.gz"]


def old_form(folder):
    """The records as they were kept before they were compressed."""
    for path in (folder / "records").glob("*.nq.gz"):
        path.with_suffix("").write_bytes(content_of(path))
        path.unlink()
        slip = path.parent / f"{path.name.removesuffix('.nq.gz')}.json"
        facts = json.loads(slip.read_bytes())
        for name in ("files", "text_digest"):
            del facts[name]
        slip.write_text(json.dumps(facts))
    shutil.rmtree(folder / "index")


@pytest.mark.parametrize("first", ["asked", "built"])
def test_a_store_of_an_older_form_is_brought_into_todays(tmp_path, first):
    with writing(tmp_path / "s") as writer:
        writer.put("a", lines("a", "one"), graph=graph("a"), source="a.pdf", fingerprint="now")
        writer.put("b", lines("b", "two"), graph=graph("b"), source="b.pdf", fingerprint="now")
        writer.commit()
    old_form(tmp_path / "s")
    if first == "built":
        with writing(tmp_path / "s") as writer:
            assert [entry.source for entry in writer.entries()] == ["a.pdf", "b.pdf"]
            # their texts are not there: they are to be read again
            assert {entry.fingerprint for entry in writer.entries()} == {""}
            writer.commit()
    assert words(tmp_path / "s") == ["one", "two"]
    assert not list((tmp_path / "s/records").glob("*.nq"))


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", True),
        ("SELECT * FROM <https://example.org/g> { ?s ?p ?o }", True),
        ("SELECT * { ?s ?p ?o.GRAPH ?g { ?s ?p ?o } }", True),
        (r"SELECT * { \u0047RAPH ?g { ?s ?p ?o } }", True),
        ("SELECT ?graph ?from { ?graph ex:p ?from } # GRAPH FROM", False),
        ('SELECT * { ?s ?p "FROM GRAPH" }', False),
        ("SELECT * { <https://example.org/GRAPH> ?p ?o }", False),
    ],
)
def test_what_asks_for_graphs(query, asks):
    assert asks_for_graphs(query) is asks


def test_graphs_are_made_when_they_are_first_asked_for(tmp_path):
    build(tmp_path / "s", a=("one",), b=("two",))
    store = open_store(tmp_path / "s")
    (made,) = (tmp_path / "s/index").glob("*/merge")
    assert store.ask("ASK { ?s ?p 'one' }") and not (made.parent / "graphs").exists()
    which = f"SELECT ?w {{ GRAPH <{graph('b')}> {{ ?s {SAYS} ?w }} }}"
    for _ in range(2):
        assert open_store(tmp_path / "s").select(which).rows == (("two",),)
    assert (made.parent / "graphs").is_dir()
    # a query that looks beside the graphs sees the merge, each statement once
    both = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o OPTIONAL { GRAPH ?g { ?s ?p 'none' } } }"
    assert store.select(both).rows == (("2",),)


def test_graphs_of_a_store_that_may_only_be_read(tmp_path, monkeypatch):
    build(tmp_path / "s", a=("one",))
    store = open_store(tmp_path / "s")
    monkeypatch.setattr("os.access", lambda *a: False)
    assert store.select(f"SELECT ?g {{ GRAPH ?g {{ ?s {SAYS} 'one' }} }}").rows == ((graph("a"),),)
    assert not list((tmp_path / "s/index").glob("*/graphs"))
