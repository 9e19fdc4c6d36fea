"""Exports of a small store: whole files, fixed orders, the same bytes again."""

import csv
import json
import os
from pathlib import Path

import pyoxigraph
import pytest

from kg.corpus.catalogue import load_catalogue
from kg.corpus.schema import TABLES, WHOLE, tables
from kg.errors import StoreError
from kg.exports.files import output
from kg.exports.registry import EXPORTS, Options
from kg.store import Rows, Store
from tests.queries.small_graph import small_store

FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
#: of the contract; more columns may follow
COLUMNS = {
    "reports": "source, report, framework, title, authority, gss, inspection_start, "
    "inspection_end, published, lead_inspector, pages, sha256",
    "judgements": "source, judgement, basis, strand, subject, grade, grade_code, about, page",
    "recommendations": "source, recommendation, number, kind, group, addressee, timescale, due, "
    "themes, page, text",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_store(tmp_path_factory.mktemp("exports") / "store")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_graph_is_written_whole_and_the_same_twice(small, tmp_path, name: str) -> None:
    EXPORTS[name].write(small, tmp_path / "one", Options(described=False))
    EXPORTS[name].write(small, tmp_path / "two", Options(described=False))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    quads = set(pyoxigraph.parse(path=str(tmp_path / "one"), format=FORMATS[name]))
    if name in ("nquads", "trig", "jsonld"):
        assert {f"{quad} ." for quad in quads} == set(small.lines())
    else:
        triples = {str(quad.triple) for quad in quads}
        held = pyoxigraph.parse("\n".join(small.lines()), format=pyoxigraph.RdfFormat.N_QUADS)
        assert triples == {str(quad.triple) for quad in held}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_number_keeps_its_zeros(small, tmp_path, name: str) -> None:
    EXPORTS[name].write(small, tmp_path / "out", Options(described=False))
    assert "007" in (tmp_path / "out").read_text()


def test_tables_have_the_columns_that_others_rely_on(small, tmp_path) -> None:
    written = EXPORTS["tables"].write(small, tmp_path / "new" / "tables").files
    for table, columns in COLUMNS.items():
        path = tmp_path / "new" / "tables" / f"{table}.csv"
        assert path in written
        head = next(csv.reader(path.read_text().splitlines()))
        assert head[: columns.count(",") + 1] == columns.split(", ")


CATALOGUE = load_catalogue()
#: What is no text that a spreadsheet could take for a formula.
PLAIN = {"value": "-1.5", "published": "2024-06-03", "probability": "0.5"}
NASTY = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1")


def test_tables_for_a_spreadsheet_hold_text_that_is_no_formula(tmp_path) -> None:
    class Asked:
        """Answers the question of each table: numbers and days are such, all else is a formula."""

        def select(self, sparql: str, values: object = None) -> Rows:
            table = next(t for t in tables().values() if CATALOGUE[TABLES + t.name].text == sparql)
            return Rows(
                table.columns,
                tuple(
                    tuple(PLAIN.get(column, str(n) if column in WHOLE else cell)
                          for column in table.columns)
                    for n, cell in enumerate(NASTY, 1)
                ),
            )  # fmt: skip

    def columns(path: Path, encoding: str) -> dict[str, list[str]]:
        lines = path.read_bytes().decode(encoding).splitlines(keepends=True)
        head, *rows = csv.reader(lines)
        return {name: [row[at] for row in rows] for at, name in enumerate(head)}

    for folder, encoding, mark in (("excel", "utf-8-sig", "'"), ("plain", "utf-8", "")):
        written = (
            EXPORTS["tables"]
            .write(Asked(), tmp_path / folder, Options(for_excel=folder == "excel"))
            .files
        )
        assert len(written) == len(tables())
        for path in written:
            assert path.read_bytes().startswith(b"\xef\xbb\xbf") == (folder == "excel")
            for name, cells in columns(path, encoding).items():
                if name in PLAIN:
                    assert set(cells) == {PLAIN[name]}
                elif name in WHOLE:
                    assert sorted(cells) == [str(n) for n in range(1, len(NASTY) + 1)]
                else:
                    assert sorted(cells) == sorted(f"{mark}{cell}" for cell in NASTY), name


def test_tables_do_not_fit_on_standard_output(small) -> None:
    with pytest.raises(StoreError, match="give a folder"):
        EXPORTS["tables"].write(small, Path("-"))


def test_one_object_a_report_with_its_parts(small, tmp_path) -> None:
    EXPORTS["jsonl"].write(small, tmp_path / "reports.jsonl")
    objects = [json.loads(line) for line in (tmp_path / "reports.jsonl").read_text().splitlines()]
    assert [each["source"] for each in objects] == [
        "a-2014", "a-2018", "a-2021", "b-2019", "b-2022", "b-2023", "c-2022", "c-2026",
    ]  # fmt: skip
    first = objects[0]
    assert first["pages"] == 40
    assert first["lead_inspector"] == "Jo Smith"
    # what is printed before an item is text, its place in order a number
    assert (first["recommendations"][0]["number"], first["recommendations"][0]["order"]) == (
        "007",
        1,
    )
    assert "published" not in objects[1]


def test_a_link_is_followed_and_a_pipe_is_written_to(tmp_path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    with output(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"

    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with output(tmp_path / "pipe") as stream:
        stream.write(b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_a_folder_is_refused(tmp_path) -> None:
    with pytest.raises(StoreError, match="is a folder"), output(tmp_path):
        pass


def test_the_folder_of_a_file_is_made(tmp_path) -> None:
    missing = tmp_path / "new" / "out"
    with output(missing) as stream:
        stream.write(b"whole")
    assert missing.read_bytes() == b"whole"


def test_a_file_is_there_whole_or_not_at_all(tmp_path) -> None:
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(RuntimeError), output(path) as stream:
        stream.write(b"new")
        raise RuntimeError
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
