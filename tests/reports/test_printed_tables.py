"""Judgement tables in every layout: each row is read as printed, or a problem quotes it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("reportlab", reason="the tables are drawn with reportlab")

from kg.documents import read_bytes
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report
from kg.reports.model import Report
from tests.reports.printed_tables import KINDS, LABELS, PrintedTable, make

SEEDS = 40
REGISTER = Path(__file__).parents[2] / "examples" / "register.ttl"


@pytest.fixture(scope="module")
def read():
    knowledge, profiles = load_knowledge((REGISTER,)), load_profiles()

    def reading(data: bytes) -> Report:
        return read_report(read_bytes(data, "made-up"), knowledge, profiles, rate=False)

    return reading


def untold(table: PrintedTable, report: Report) -> list[str]:
    """What was misread or lost in silence."""
    given = {each.strand: each.grade_code for each in report.judgements}
    printed = {row.strand: row.code for row in table.rows if row.code}
    said = " ".join(f"{each.text} {each.message}" for each in report.problems)
    wrong = [f"{strand} is {code}" for strand, code in given.items() if printed.get(strand) != code]
    lost = [strand for strand in printed if strand not in given and LABELS[strand] not in said]
    odd = [
        f"{row.label} {row.value}"
        for row in table.rows
        if row.code is None
        and not all(word in said for word in f"{row.label} {row.value}".split())
        # a row that is one line to the document is told by its strand
        and not (row.strand and f"no grade was found for {LABELS[row.strand]!r}" in said)
    ]
    return [*wrong, *lost, *odd]


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_is_read_as_printed_or_told(kind, read):
    silent, right = {}, 0
    for seed in range(SEEDS):
        table = make(kind, seed)
        report = read(table.draw())
        if found := untold(table, report):
            silent[seed] = found
        given = {each.strand for each in report.judgements}
        right += given == {row.strand for row in table.rows if row.code}
    assert not silent
    assert right >= 0.95 * SEEDS


#: What stands between a label and its grade in a text, and after each row.
TEXTS = {
    "lines": ("\n", "\n"),
    "paragraphs": ("\n\n", "\n\n"),
    "rows": ("\t", "\n"),
    "rows apart": ("    ", "\n\n"),
}
#: Kinds of table that have no layout of their own in a text.
PAGES = (
    "columns exchanged", "over a page", "close rows", "close ruled rows",
    "grade below its label, ruled",
)  # fmt: skip


@pytest.mark.parametrize("form", [*TEXTS, "html"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PAGES])
def test_each_row_of_a_text_is_read_as_printed_or_told(kind, form, read):
    silent = {}
    for seed in range(SEEDS // 4):
        table = make(kind, seed)
        data = table.html() if form == "html" else table.text(*TEXTS[form])
        if found := untold(table, read(data.encode())):
            silent[seed] = found
    assert not silent


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PAGES])
def test_columns_one_after_the_other_give_no_wrong_grade(kind, read):
    for seed in range(SEEDS // 4):
        table = make(kind, seed)
        report = read(table.columns().encode())
        printed = {row.strand: row.code for row in table.rows if row.code}
        given = {each.strand: each.grade_code for each in report.judgements}
        assert given.items() <= printed.items()
        if kind in ("plain", "not judged"):
            assert given == printed


def test_an_undisturbed_table_raises_no_problem_of_its_rows(read):
    for seed in range(SEEDS):
        report = read(make("plain", seed).draw())
        assert {each.code for each in report.problems} <= {"no-publication-date"}
