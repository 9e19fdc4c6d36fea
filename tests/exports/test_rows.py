"""Rows written for people and for programs."""

import csv
import io
import json

import pytest

from kg.exports import ROW_FORMATS, write_rows
from kg.store import Rows

AWKWARD = Rows(
    ("name", "said"),
    (("Ambershire", 'He said "no",\nthen | left.'), ("Bexmoor", ""), ("Örebro", "tab\there")),
)


def written(name: str, rows: Rows = AWKWARD) -> str:
    stream = io.StringIO(newline="")
    write_rows(rows, name, stream)
    return stream.getvalue()


def test_csv_gives_back_every_cell() -> None:
    text = written("csv")
    assert text.splitlines()[0] == "name,said"
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        list(AWKWARD.variables),
        *map(list, AWKWARD.rows),
    ]


def test_json_gives_back_every_cell() -> None:
    assert json.loads(written("json")) == [
        dict(zip(AWKWARD.variables, row, strict=True)) for row in AWKWARD.rows
    ]


@pytest.mark.parametrize("name", ["tsv", "markdown"])
def test_one_line_a_row_and_the_same_number_of_cells(name: str) -> None:
    lines = written(name).splitlines()
    rows = [line for line in lines if set(line) - set("|-")]
    assert len(rows) == 4
    mark = "\t" if name == "tsv" else " | "
    assert [line.replace("\\|", "").count(mark) for line in rows] == [1] * 4


def test_a_table_cuts_what_does_not_fit_and_counts() -> None:
    rows = Rows(("a", "b"), (("x" * 500, "short"),))
    *head, line, count = written("table", rows).splitlines()
    assert head[0].split() == ["a", "b"]
    assert line.endswith("…  short")
    assert len(line) <= 160
    assert count == "1 row"


@pytest.mark.parametrize("name", sorted(ROW_FORMATS))
def test_no_rows_are_no_error(name: str) -> None:
    text = written(name, Rows(("a", "b"), ()))
    assert text == "[]\n" if name == "json" else "a" in text
