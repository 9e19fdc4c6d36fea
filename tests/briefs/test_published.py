"""Where reports were published: briefs, workbooks and answers lead there."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from kg.briefs.model import Brief, Source, Where
from kg.corpus import open_corpus
from kg.exports.registry import EXPORTS, Options
from kg.ingest import Settings, build
from kg.store import open_store
from tests.conftest import REPOSITORY

ADDRESS = "https://files.example.org/v1/file/7"
NAME = "harrowick-sif-2014.pdf"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one report whose address a manifest tells."""
    folder = tmp_path_factory.mktemp("published")
    shutil.copy(REPOSITORY / "examples/reports" / NAME, folder / NAME)
    digest = hashlib.sha256((folder / NAME).read_bytes()).hexdigest()
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([("file", "sha256", "address"), (NAME, digest, ADDRESS)])
    settings = Settings((REPOSITORY / "examples/register.ttl",))
    build([str(folder / NAME)], folder / "store", jobs=1, settings=settings)
    return folder / "store"


def test_a_reference_leads_to_its_page() -> None:
    brief = Brief("t", "s", (), (Source("one", "what", ADDRESS), Source("two", "what")))
    assert brief.address(Where("one", 3)) == f"{ADDRESS}#page=3"
    assert brief.address(Where("one")) == ADDRESS
    assert brief.address(Where("two", 3)) == ""


@pytest.mark.parametrize("format", ["html", "md"])
def test_a_brief_links_what_it_cites(store: Path, run_kg, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"brief.{format}"
    run_kg("brief", "harrowick", "--store", store, "-o", out)
    written = out.read_text(encoding="utf-8")
    assert f"{ADDRESS}#page=1" in written


def test_the_table_of_reports_and_the_workbook_have_it(store: Path, tmp_path: Path) -> None:
    opened = open_store(store)
    rows = open_corpus(opened).table("reports")
    assert [row[rows.variables.index("address")] for row in rows.rows] == [ADDRESS]
    EXPORTS["xlsx"].write(opened, tmp_path / "o.xlsx")
    links = _links(tmp_path / "o.xlsx")
    assert f'Target="{ADDRESS}"' in links and 'location="page=1"' in links
    EXPORTS["xlsx"].write(opened, tmp_path / "b.xlsx", Options(base_url="https://example.org/r"))
    links = _links(tmp_path / "b.xlsx")
    assert f'Target="https://example.org/r/{NAME}"' in links and f'Target="{ADDRESS}"' not in links


def _links(path: Path) -> str:
    """The sheets of a workbook and what their links lead to."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        names = [name for name in book.namelist() if "worksheets/" in name]
        return "\n".join(book.read(name).decode() for name in names)
