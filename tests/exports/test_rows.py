"""Rows written for people and for programs."""

import csv
import io
import json

import pytest

from kg.exports.rows import ROW_FORMATS, write_rows
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


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_table_on_a_terminal_cuts_what_does_not_fit_and_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    rows = Rows(("a", "b"), (("x" * 500, "short"),))
    stream = Terminal()
    write_rows(rows, "table", stream)
    *head, line, count = stream.getvalue().splitlines()
    assert head[0].split() == ["a", "b"]
    assert line.endswith("…  short")
    assert len(line) == 100
    assert count == "1 row"


def test_a_table_on_a_pipe_cuts_nothing() -> None:
    rows = Rows(("a", "b", "c"), (("x" * 500, "y" * 70, "z"), ("1", "2", "3")))
    _, rule, long, short, count = written("table", rows).splitlines()
    assert long.split() == ["x" * 500, "y" * 70, "z"]
    # the others stay in columns as wide as a page
    assert len(rule) <= 160
    assert [short.index(cell) for cell in "123"] == [0, rule.index(" -") + 1, rule.rindex(" -") + 1]
    assert count == "2 rows"


@pytest.mark.parametrize("name", sorted(ROW_FORMATS))
def test_no_rows_are_no_error(name: str) -> None:
    text = written(name, Rows(("a", "b"), ()))
    assert text == "[]\n" if name == "json" else "a" in text
