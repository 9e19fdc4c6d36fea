"""The workbook opened again by another library: sheets, dates, links, and no formulas."""

from __future__ import annotations

import datetime
from collections import defaultdict
from pathlib import Path

import openpyxl
import pytest

from kg.corpus import open_corpus
from kg.exports import workbook
from kg.exports.registry import EXPORTS, Options
from kg.exports.workbook import SHEETS
from kg.store import Store, open_store, writing
from tests.queries.small_graph import small_store


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return small_store(tmp_path_factory.mktemp("workbook") / "store")


@pytest.fixture(scope="module")
def dangerous(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small store with files for two of its reports and sentences that look like formulas."""
    folder = tmp_path_factory.mktemp("dangerous") / "store"
    change = {
        "Supervision is rare and plans drift.": "=1+1",
        "The board meets the 1989 Act's duties.": "@SUM(A1)",
        "Ambershire is a county.": "-2+3",
    }
    graphs = defaultdict(list)
    for line in small.lines():
        for old, new in change.items():
            line = line.replace(old, new)
        graphs[line.removesuffix(" .").rpartition(" ")[2].strip("<>")].append(line)
    files = {"a-2014": "reports/a-2014.pdf", "a-2018": "reports/a-2018.txt"}
    with writing(folder) as writer:
        for graph, lines in graphs.items():
            key = graph.rpartition("/")[2]
            writer.put(key, sorted(lines), graph=graph, source=files.get(key, graph))
        writer.commit()
    return open_store(folder)


def opened(store: Store, path: Path, **options: str) -> openpyxl.Workbook:
    EXPORTS["xlsx"].write(store, path, Options(**options))
    return openpyxl.load_workbook(path)


def rows(book: openpyxl.Workbook, sheet: str) -> list[dict[str, object]]:
    head, *lines = book[sheet].iter_rows()
    return [
        {str(name.value): cell for name, cell in zip(head, line, strict=True)} for line in lines
    ]


def test_every_table_is_a_sheet_with_all_its_rows(small, tmp_path) -> None:
    book = opened(small, tmp_path / "out.xlsx")
    for name in SHEETS:
        sheet, table = book[name], open_corpus(small).table(name)
        assert tuple(cell.value for cell in sheet[1]) == table.variables
        assert sheet.max_row - 1 == len(table.rows) or (sheet.max_row, table.rows) == (1, ())
        assert sheet.freeze_panes == "B2"
    assert book["judgements"].auto_filter.ref == "A1:O12"


def test_days_are_days_and_numbers_numbers_but_codes_are_text(small, tmp_path) -> None:
    book = opened(small, tmp_path / "out.xlsx")
    first = rows(book, "reports")[0]
    assert first["inspection_start"].value == datetime.datetime(2014, 4, 29)
    assert first["inspection_start"].number_format == "yyyy-mm-dd"
    assert first["pages"].value == 40
    item = rows(book, "recommendations")[0]
    assert (item["number"].value, item["order"].value) == ("007", 1)


def test_text_is_never_a_formula(dangerous, tmp_path) -> None:
    book = opened(dangerous, tmp_path / "out.xlsx")
    texts = [row["text"] for row in rows(book, "findings")]
    assert [cell.value for cell in texts[:3]] == ["=1+1", "@SUM(A1)", "-2+3"]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n", "d"}


@pytest.mark.parametrize(
    ("base", "start"),
    [
        ("", ""),
        ("https://example.org/reports", "https://example.org/reports/"),
        ("../pdf/", "../pdf/"),
    ],
)
def test_a_page_is_a_link_into_its_file(dangerous, tmp_path, base: str, start: str) -> None:
    book = opened(dangerous, tmp_path / "out.xlsx", base_url=base)
    found = rows(book, "findings")
    page = found[0]["page"]
    assert page.value == 7
    # in a path to a file Excel wants the slashes of Windows
    assert (page.hyperlink.target.replace("\\", "/"), page.hyperlink.location) in (
        (f"{start}a-2014.pdf", "page=7"),
        (f"{start}a-2014.pdf#page=7", None),
    )
    # a text file has no pages to jump to
    assert found[3]["page"].hyperlink.target.replace("\\", "/") == f"{start}a-2018.txt"


def test_beyond_what_excel_takes_links_are_formulas(dangerous, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(workbook, "MOST_LINKS", 1)
    book = opened(dangerous, tmp_path / "out.xlsx")
    assert rows(book, "findings")[0]["page"].value == '=HYPERLINK("a-2014.pdf#page=7",7)'


def test_the_same_store_gives_the_same_bytes(small, tmp_path) -> None:
    EXPORTS["xlsx"].write(small, tmp_path / "one.xlsx")
    EXPORTS["xlsx"].write(small, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_the_latest_outcome_of_each_authority_and_all_inspections(small, tmp_path) -> None:
    book = opened(small, tmp_path / "out.xlsx")
    assert [
        (row["authority"].value, row["source"].value, row["inspections"].value)
        for row in rows(book, "ILACS outcomes")
    ] == [("Ambershire", "a-2021", 2), ("Coldale", "c-2026", 2)]
    assert [
        (row["source"].value, row["overall: code"].value, row["findings: weakness"].value)
        for row in rows(book, "Inspections")
        if row["authority"].value == "Ambershire"
    ] == [("a-2014", "inadequate", 1), ("a-2018", "inadequate", 1), ("a-2021", "good", 0)]
    assert [
        tuple(cell.value for cell in row.values()) for row in rows(book, "Themes")
    ] == [
        ("plans", "plans", 0, 2, 1, 0, 0),
        ("supervision", "supervision", 1, 1, 1, 1, 0),
    ]  # fmt: skip


def test_text_that_a_cell_cannot_hold_is_said_to_be_cut(dangerous, tmp_path, monkeypatch) -> None:
    assert EXPORTS["xlsx"].write(dangerous, tmp_path / "whole.xlsx").remarks == ()
    monkeypatch.setattr(workbook, "MOST_TEXT", 20)
    lines = EXPORTS["xlsx"].write(dangerous, tmp_path / "cut.xlsx").remarks
    assert any(
        "the sheet reports holds " in line and "cut to 20 characters" in line for line in lines
    )
