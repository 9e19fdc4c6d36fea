"""A result as a table, CSV, JSON, Markdown and RDF, and kept in a store."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from kg import __version__
from kg.analysis import Column, Result, Row, Table, pattern
from kg.analysis.evidence import evidence
from kg.analysis.resultgraph import result_quads
from kg.analysis.saved_results import out_of_date, save, saved_names
from kg.corpus import open_corpus
from kg.corpus.catalogue import find
from kg.exports.results import write_result
from kg.store import open_store, writing
from tests.analysis.made_up_reports import Made, iri, make, make_store

ONE = "https://example.org/one"
RESULT = Result(
    "made-up",
    "What was made up",
    (
        Table(
            "first",
            "The first table",
            (
                Column("name", "a name"),
                Column("share", "a share", "percent"),
                Column("day", "a day"),
                Column("sure", "whether"),
                Column("iri", "an IRI", "IRI"),
            ),
            (
                Row(("a | b", 0.25, date(2020, 1, 2), True, ONE), (ONE, "https://example.org/2")),
                Row(("c", None, None, False, ""), ()),
            ),
        ),
        Table("second", "The second table", (Column("count", "how many"),), (Row((3,), (ONE,)),)),
    ),
    {"least": "0.5"},
    ("Read this.",),
    (ONE,),
)


def written(name: str, table: str | None = None) -> str:
    stream = io.StringIO(newline="")
    write_result(RESULT, name, stream, table)
    return stream.getvalue()


def test_csv_has_one_table_with_iris_and_the_evidence_last() -> None:
    rows = list(csv.reader(io.StringIO(written("csv"))))
    assert rows == [
        ["name", "share", "day", "sure", "iri", "evidence"],
        ["a | b", "0.25", "2020-01-02", "yes", ONE, f"{ONE} https://example.org/2"],
        ["c", "", "", "no", "", ""],
    ]
    assert written("csv", "second") == f"count,evidence\r\n3,{ONE}\r\n"


def test_json_has_everything() -> None:
    found = json.loads(written("json"))
    assert found["parameters"] == {"least": "0.5"}
    assert found["inputs"] == [ONE]
    first, second = found["tables"]
    assert first["columns"][1] == {"name": "share", "meaning": "a share", "unit": "percent"}
    assert first["rows"][1] == {
        "name": "c", "share": None, "day": None, "sure": False, "iri": "", "evidence": [],
    }  # fmt: skip
    assert second["rows"] == [{"count": 3, "evidence": [ONE]}]


def test_markdown_explains_its_columns_and_says_what_to_read_first() -> None:
    text = written("markdown")
    assert "# What was made up\n\nCounted from 1 report; least = 0.5.\n" in text
    assert "| a \\| b | 0.25 | 2020-01-02 | yes | 2 |" in text
    assert "- `share`: a share (percent)" in text
    assert "## Read before quoting\n\n- Read this." in text
    assert ONE not in text


def test_a_table_numbers_its_rows() -> None:
    lines = written("table", "second").splitlines()
    assert lines[0] == "What was made up: counted from 1 report"
    assert lines[4:6] == ["---  -----  --------", "1    3      1"]


def test_rdf_is_a_cube_whose_rows_were_derived_from_the_evidence() -> None:
    lines = result_quads(RESULT, "9.9")
    assert lines == sorted(set(lines))
    assert lines == result_quads(RESULT, "9.9")
    text = "\n".join(lines)
    base = "https://w3id.org/childrens-services-kg/"
    table = f"{base}result/made-up/first#"
    assert f'<{table}share> "0.25"^^<http://www.w3.org/2001/XMLSchema#decimal>' in text
    assert f'<{table}day> "2020-01-02"^^<http://www.w3.org/2001/XMLSchema#date>' in text
    assert f"<{table}iri> <{ONE}>" in text
    assert text.count("http://www.w3.org/ns/prov#wasDerivedFrom") == 3
    assert text.count(f'<{table}share> "') == 1, "what is not given is not written"
    assert f"<http://www.w3.org/ns/prov#used> <{ONE}>" in text
    assert '#setting> "least=0.5"' in text
    assert '#softwareVersion> "9.9"' in text
    assert "_:" not in text


A = Made("ambershire", "2015-01-01", "good", findings=["weakness plans"])
B = Made("bexmoor", "2016-01-01", "inadequate", findings=["weakness voice"])


def test_a_saved_result_can_be_asked_and_is_counted_as_no_report(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store", [A, B])
    save(store.folder, open_corpus(store), [pattern("trajectories").find(store)])
    again = open_store(store.folder)
    assert saved_names(again.entries.values()) == ["trajectories"]
    assert out_of_date(again.entries.values()) == []
    found = again.select(find("patterns/results").text).rows
    assert found[0][:4] == ("trajectories", "controls=3 strand=overall", __version__, "2")
    paths = again.select(
        """PREFIX t: <https://w3id.org/childrens-services-kg/result/trajectories/authorities#>
           PREFIX prov: <http://www.w3.org/ns/prov#>
           SELECT ?path ?from WHERE { ?row t:authority "Bexmoor" ; t:path ?path ;
                                           prov:wasDerivedFrom ?from }"""
    ).rows
    assert paths == (("inadequate", iri(B, "/judgement")),)
    assert len(pattern("trajectories").find(again).inputs) == 2


def test_saving_again_takes_the_place_of_what_was_saved(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store", [A, B])
    result = pattern("trajectories").find(store)
    save(store.folder, open_corpus(store), [result])
    before = store.path("vocabulary").parent
    names = sorted(path.name for path in before.iterdir())
    save(store.folder, open_corpus(open_store(store.folder)), [result])
    assert sorted(path.name for path in before.iterdir()) == names
    assert out_of_date(open_store(store.folder).entries.values()) == []


def test_a_result_is_out_of_date_when_a_report_has_changed(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store", [A, B])
    save(store.folder, open_corpus(store), [pattern("trajectories").find(store)])
    with writing(store.folder) as writer:
        lines = store.record(B.name)
        writer.put(
            B.name, lines[1:], graph=writer.entry(B.name).graph, source=B.name, fingerprint="x"
        )
        writer.commit()
    assert out_of_date(open_store(store.folder).entries.values()) == ["trajectories"]


def test_evidence_is_shown_with_its_words_and_page(tmp_path: Path) -> None:
    store = make(tmp_path / "store", [A, B])
    rows = evidence(store, [iri(A, "/finding/1"), iri(A), "https://example.org/nowhere"]).rows
    assert rows == (
        (A.name, "1", "weakness 1", iri(A, "/finding/1")),
        (A.name, "", "", iri(A)),
        ("", "", "", "https://example.org/nowhere"),
    )


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_store_gives_the_same_bytes(tmp_path: Path, seed: str) -> None:
    import os
    import subprocess
    import sys

    make_store(tmp_path / "store", [A, B])
    command = [sys.executable, "-m", "kg", "patterns", "all", "--format", "turtle"]
    done = subprocess.run(
        [*command, "--store", str(tmp_path / "store")],
        env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
    )  # fmt: skip
    store = open_store(tmp_path / "store")
    here = io.BytesIO()
    from kg.analysis import NAMES
    from kg.rdf import convert

    for name in NAMES:
        convert(result_quads(pattern(name).find(store), __version__), "turtle", here)
    assert done.stdout == here.getvalue()
