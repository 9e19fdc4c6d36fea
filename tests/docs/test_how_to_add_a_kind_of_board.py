"""The concept that the page shows makes the reader tell a kind of board that it did not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import RunKg
from tests.docs.pages import blocks, build, letter, table

FINDINGS = "The Marlowe Kinship Care Strategic Board meets often. The board hears carers."


@pytest.fixture
def kind(tmp_path: Path) -> Path:
    (shown,) = blocks("how-to-add-a-kind-of-board.md", "turtle")
    path = tmp_path / "my-kind.ttl"
    path.write_text(shown, encoding="utf-8")
    return path


def types(run_kg: RunKg, folder: Path) -> set[str]:
    return {row["type"] for row in table(run_kg, folder, "boards")}


def test_a_kind_of_board_is_one_concept(kind: Path, run_kg: RunKg, tmp_path: Path) -> None:
    build(run_kg, tmp_path, letter("Marlowe", 2024, FINDINGS), "--vocabulary", kind)
    assert "KinshipCareBoard" in types(run_kg, tmp_path)


def test_without_it_the_kind_is_not_told(run_kg: RunKg, tmp_path: Path) -> None:
    build(run_kg, tmp_path, letter("Marlowe", 2024, FINDINGS))
    assert "KinshipCareBoard" not in types(run_kg, tmp_path)


def test_a_kind_counts_from_its_first_day_on(kind: Path, run_kg: RunKg, tmp_path: Path) -> None:
    build(run_kg, tmp_path, letter("Marlowe", 2019, FINDINGS), "--vocabulary", kind)
    assert "KinshipCareBoard" not in types(run_kg, tmp_path)
