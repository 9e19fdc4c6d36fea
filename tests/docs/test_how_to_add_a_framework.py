"""The two files that the page shows teach the reader a family that it did not know."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, RunKg

REPORT = """\
Marlowe Council
Inspection of fostering services

Inspection dates: 4 to 8 March 2030

What needs to improve?

• The speed with which carers are approved.
• Records of visits to children.

The leadership of the fostering service is good

Leaders know their carers well. They visit them often.
"""


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    page = (REPOSITORY / "docs" / "how-to-add-a-framework.md").read_text(encoding="utf-8")
    paths = []
    for language, name in (("turtle", "fostering.ttl"), ("toml", "fostering.toml")):
        found = re.search(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        assert found
        paths.append(tmp_path / name)
        paths[-1].write_text(found[1], encoding="utf-8")
    return paths[0], paths[1]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_a_framework_is_two_files_and_no_code(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path
) -> None:
    meaning, printed = two_files
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", register, "--vocabulary", meaning,
        "--profile", printed, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert run_kg("export", "tables", "tables", cwd=tmp_path).returncode == 0
    (report,) = rows(tmp_path / "tables", "reports")
    assert report["framework"] == "FOSTERING"
    assert report["framework_version"] == "FOSTERING-2030"
    assert report["authority"] == "Marlowe"
    assert (report["inspection_start"], report["inspection_end"]) == ("2030-03-04", "2030-03-08")
    (judgement,) = rows(tmp_path / "tables", "judgements")
    assert (judgement["strand"], judgement["grade_code"]) == ("leadership", "good")
    items = rows(tmp_path / "tables", "recommendations")
    assert [(item["kind"], item["text"]) for item in items] == [
        ("what needs to improve", "The speed with which carers are approved."),
        ("what needs to improve", "Records of visits to children."),
    ]


def test_a_judgement_that_the_framework_asks_for_is_missed(
    two_files: tuple[Path, Path], run_kg: RunKg, tmp_path: Path
) -> None:
    meaning, printed = two_files
    lacking = REPORT.replace(" is good", "")
    (tmp_path / "marlowe.txt").write_text(lacking, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg(
        "build", "marlowe.txt", "--vocabulary", register, "--vocabulary", meaning,
        "--profile", printed, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 1
    assert "FOSTERING-2030/leadership" in done.stderr


def test_without_them_it_is_a_report_of_no_known_family(run_kg: RunKg, tmp_path: Path) -> None:
    (tmp_path / "marlowe.txt").write_text(REPORT, encoding="utf-8")
    register = REPOSITORY / "examples" / "register.ttl"
    done = run_kg("build", "marlowe.txt", "--vocabulary", register, cwd=tmp_path)
    assert "no family known here" in done.stderr
