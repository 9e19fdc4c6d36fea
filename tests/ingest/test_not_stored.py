"""Of a file of which no report is stored, the store says why, until it is read or gone."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.validation
from kg.corpus import open_corpus
from kg.ingest import Fate, build
from kg.store import open_store
from kg.validation import Severity, Violation
from tests.ingest import made_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    made_files.report(folder, "good.txt")
    return folder


def built(tmp_path: Path):
    return build([str(tmp_path / "in")], tmp_path / "store", jobs=1)


def problems(tmp_path: Path, **more: int) -> list[tuple[str, ...]]:
    """Source, code, page, words and report of each row of problems.csv."""
    rows = open_corpus(open_store(tmp_path / "store")).table("problems")
    columns = [rows.variables.index(n) for n in ("source", "problem", "page", "text", "report")]
    return [tuple(row[column] for column in columns) for row in rows.rows]


def of(tmp_path: Path, source: str) -> list[tuple[str, ...]]:
    return [row[1:] for row in problems(tmp_path) if row[0] == source]


def test_a_file_that_cannot_be_read_is_a_row_until_it_can_be(folder, tmp_path):
    (folder / "bad.txt").write_bytes(b"")
    for _ in range(2):
        assert dict(built(tmp_path).files)[folder / "bad.txt"] is Fate.UNREADABLE
        assert of(tmp_path, "bad") == [("not-read", "", "", "")]
    made_files.report(folder, "bad.txt", place="Kent")
    assert dict(built(tmp_path).files)[folder / "bad.txt"] is Fate.STORED
    assert of(tmp_path, "bad") == []


def test_a_file_that_is_gone_is_a_row_no_more(folder, tmp_path):
    (folder / "bad.txt").write_bytes(b"")
    built(tmp_path)
    (folder / "bad.txt").unlink()
    assert built(tmp_path).remarks == ()
    assert of(tmp_path, "bad") == []


def test_the_rows_of_several_files_are_the_same_in_parts(folder, tmp_path):
    for number in range(5):
        (folder / f"bad-{number}.txt").write_bytes(b"\0" * (number + 100))
    made_files.report(folder, "nowhere.txt", place="Marlowe")
    built(tmp_path)
    whole = problems(tmp_path)
    assert len({row[0] for row in whole}) == 6
    assert problems(tmp_path, reports=1, workers=1) == whole


def test_files_that_are_not_stored_are_no_reports(folder, tmp_path):
    alone = built(tmp_path)
    (folder / "bad.txt").write_bytes(b"")
    done = built(tmp_path)
    assert (done.families, done.totals) == (alone.families, alone.totals)
    rows = open_corpus(open_store(tmp_path / "store")).table("reports")
    assert [row[0] for row in rows.rows] == ["good"]


@pytest.mark.usefixtures("in_this_process")
def test_a_report_that_is_left_out_is_a_row_with_page_and_words(folder, tmp_path, monkeypatch):
    true = kg.validation.validate_report
    fault = Violation(
        Severity.VIOLATION, "shape", "up", "Up is not down.", "focus", "", "", "", "", "odd", 1,
        "up is down",
    )  # fmt: skip

    def validate(lines, context, text=None):
        odd = any("up is down" in line for line in lines)
        return (*true(lines, context, text=text), *([fault] if odd else []))

    monkeypatch.setattr(kg.validation, "validate_report", validate)
    made_files.report(folder, "odd.txt", place="Marlowe", more="Here up is down.")
    assert dict(built(tmp_path).files)[folder / "odd.txt"] is Fate.LEFT_OUT
    rows = of(tmp_path, "odd")
    assert ("left-out", "1", "up is down", "") in rows
    # what else was said of it is not lost with it
    assert "unknown-authority" in {code for code, *_ in rows}


def test_the_record_of_a_file_keeps_the_shapes(folder, tmp_path):
    from kg.ingest.vocabulary import VOCABULARY

    (folder / "bad.txt").write_bytes(b"")
    built(tmp_path)
    store = open_store(tmp_path / "store")
    (key,) = [key for key in store.entries if key.startswith("not-stored_")]
    assert kg.validation.validate_report(store.record(key), tuple(store.record(VOCABULARY))) == ()
