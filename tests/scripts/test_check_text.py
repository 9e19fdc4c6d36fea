"""Faults of white space are found, named by file and line, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.check_text import LARGEST, LONGEST, faults, same_names, too_long


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("one\ntwo", "no newline at the end"),
        ("one\n\n", "blank lines at the end"),
        ("one \ntwo\n", ":1: white space at the end of the line"),
        ("one\r\n", ":1: white space at the end of the line"),
        ("one\n\ttwo\n", ":2: a tab"),
        ("<<<<<<< ours\n", ":1: a mark of an unfinished merge"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    (found,) = faults(path)
    assert found.startswith(str(path))
    assert found.endswith(fault)


@pytest.mark.parametrize(
    "data", [b"", b"one\n\ntwo\n", b"%PDF-1.7\n\xe2\xe3\xcf\xd3 \n\0", b"\xff \n"]
)
def test_good_text_and_other_files_are_let_be(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    assert list(faults(path)) == []


def test_a_makefile_needs_tabs(tmp_path: Path) -> None:
    path = tmp_path / "Makefile"
    path.write_text("all:\n\ttrue\n", encoding="utf-8")
    assert list(faults(path)) == []


def test_a_file_that_is_data_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(b"\0" * (LARGEST + 1))
    (found,) = faults(path)
    assert "more than 4,000,000" in found


@pytest.mark.parametrize(("lines", "faults_found"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_a_file_of_the_package_is_short(tmp_path: Path, lines: int, faults_found: int) -> None:
    path = tmp_path / "one.py"
    path.write_text("\n" * lines, encoding="utf-8")
    assert len(list(too_long([path]))) == faults_found


def test_classes_of_one_name_need_a_reason(tmp_path: Path) -> None:
    paths = [tmp_path / "one.py", tmp_path / "two.py"]
    for path in paths:
        path.write_text("class Tree: ...\nclass _Own: ...\n", encoding="utf-8")
    (fault,) = same_names(paths, set())
    assert fault.startswith(f"{paths[0]}, {paths[1]}: classes of one name, Tree")
    assert list(same_names(paths, {"Tree"})) == []
    assert list(same_names(paths[:1], set())) == []
