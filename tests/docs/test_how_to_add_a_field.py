"""The field that the page adds to a copy of the repository is read, exported and compared."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.pages import letter

PAGE = (REPOSITORY / "docs" / "how-to-add-a-field.md").read_text(encoding="utf-8")
#: A step: the file that its heading names, and what follows up to the next heading.
STEP = re.compile(r"^\#\#\ \d\..*`(?P<file>[\w./-]+)`\n(?P<body>(?:(?!\#\#\ ).*\n)*)", re.M | re.X)
DIFF = re.compile(r"^```diff\n(?P<lines>.*?)^```$", re.M | re.S)
#: What takes part in reading, writing and testing.
COPIED = ("kg", "ontology", "shapes", "queries", "scripts", "docs", "tests", "pyproject.toml")
CITED = "- The timeliness of reviews (page {page}, paragraph 17).\n- Plans (paragraph 18)."


def edited(text: str, diff: str) -> str:
    """A text with the lines of a diff taken out and put in, where its other lines stand."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, f"not once in the file: {before}"
    return text.replace(before, after)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with the edits of the page."""
    place = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    for step in STEP.finditer(PAGE):
        path = place / step["file"]
        text = path.read_text(encoding="utf-8")
        for diff in DIFF.finditer(step["body"]):
            text = edited(text, diff["lines"])
        path.write_text(text, encoding="utf-8")
    run(place, "scripts/make_fields.py")
    return place


def run(copy: Path, *arguments: str | Path) -> str:
    """What a Python program of the copy prints; it must end well."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_takes_five_files() -> None:
    assert len(list(STEP.finditer(PAGE))) == 5
    assert all(DIFF.search(step["body"]) for step in STEP.finditer(PAGE))


def test_its_test_passes_and_so_do_those_of_the_list(copy: Path) -> None:
    said = run(
        copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "cited or cites",
        "tests/reports/test_recommendations.py", "tests/knowledge/test_recordfields.py",
    )  # fmt: skip
    assert re.search(r"1\d passed, \d+ deselected", said), said


def test_the_field_is_read_written_and_compared(copy: Path) -> None:
    stores = {page: built(copy, page) for page in (12, 13)}
    run(copy, "-m", "kg", "export", "tables", "tables", "--store", stores[12])
    with (copy / "tables" / "recommendations.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["cited_page"] for row in rows] == ["12", ""]
    assert list(rows[0])[-1] == "cited_page"

    run(copy, "-m", "kg", "export", "json", "documents", "--store", stores[12])
    (path,) = {*(copy / "documents").glob("*.json")} - {copy / "documents" / "report.schema.json"}
    items = json.loads(path.read_text(encoding="utf-8"))["recommendations"]
    assert [item.get("citedPage") for item in items] == [12, None]

    said = run(copy, "-m", "kg", "diff", stores[12], stores[13])
    assert "the page cited of the recommendation" in said
    assert "was 12, is 13" in said


def built(copy: Path, page: int) -> str:
    """A store with a report whose first item cites a page."""
    report = letter("Marlowe", 2024, "Children are seen.")
    text = report.replace("- The timeliness of reviews.", CITED.format(page=page))
    assert text != report
    (copy / "report.txt").write_text(text, encoding="utf-8")
    store = f"store-{page}"
    register = REPOSITORY / "examples" / "register.ttl"
    run(copy, "-m", "kg", "build", "report.txt", "--vocabulary", register, "--store", store)
    return store
