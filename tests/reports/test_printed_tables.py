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

    def reading(table: PrintedTable) -> Report:
        return read_report(read_bytes(table.draw(), "made-up"), knowledge, profiles, rate=False)

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
        report = read(table)
        if found := untold(table, report):
            silent[seed] = found
        given = {each.strand for each in report.judgements}
        right += given == {row.strand for row in table.rows if row.code}
    assert not silent
    assert right >= 0.95 * SEEDS


def test_an_undisturbed_table_raises_no_problem_of_its_rows(read):
    for seed in range(SEEDS):
        report = read(make("plain", seed))
        assert {each.code for each in report.problems} <= {"no-publication-date"}
