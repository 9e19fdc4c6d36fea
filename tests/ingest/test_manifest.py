"""Manifests: where reports were published, and nothing taken on trust."""

from __future__ import annotations

import csv
import hashlib
import shutil
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.ingest import Fate, Settings, build
from kg.ingest.manifest import COLUMNS, find_manifests, is_address
from kg.store import open_store
from tests.conftest import REPOSITORY
from tests.ingest import made_files

ADDRESS = "https://files.example.org/v1/file/7"
CS = "https://w3id.org/childrens-services-kg/def#"


def listed(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Path:
    """A manifest of these rows, each with the hash of its file if it gives none."""
    place = folder / "manifest.csv"
    with place.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        for row in rows:
            path = folder / row["file"]
            known = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "0" * 64
            writer.writerow({"sha256": known, "address": ADDRESS} | row)
    return place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return made_files.report(tmp_path / "in", "a-report.txt")


def built(tmp_path: Path):
    return build([str(tmp_path / "in")], tmp_path / "store", jobs=1)


def said(tmp_path: Path, name: str) -> list[str]:
    rows = open_store(tmp_path / "store").select(
        f"PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX cs: <{CS}> "
        f"SELECT ?value WHERE {{ ?report a cs:Report ; {name} ?value }}"
    )
    return [row[0] for row in rows.rows]


def problems(tmp_path: Path) -> set[str]:
    rows = open_store(tmp_path / "store").select(
        f"PREFIX cs: <{CS}> SELECT ?code WHERE {{ ?p a cs:Problem ; cs:problemCode ?code }}"
    )
    return {row[0] for row in rows.rows}


def test_a_report_knows_where_it_was_published(path: Path, tmp_path: Path) -> None:
    page = "https://reports.example.org/provider/44/80999"
    listed(path.parent, {
        "file": path.name, "provider_page": page, "kind": "Children's services inspection, pdf",
        "listed_date": "2024-07-01", "fetched": "2026-11-30T05:00:00Z", "etag": "x",
    })  # fmt: skip
    done = built(tmp_path)
    assert (dict(done.files)[path], done.complaints) == (Fate.STORED, ())
    assert said(tmp_path, "dcterms:source") == [ADDRESS]
    assert said(tmp_path, "cs:providerPage") == [page]
    assert said(tmp_path, "cs:listedDate") == ["2024-07-01"]
    assert not {code for code in problems(tmp_path) if code.startswith("listed-")}


def test_when_it_was_fetched_changes_nothing(path: Path, tmp_path: Path) -> None:
    listed(path.parent, {"file": path.name, "fetched": "2026-11-30"})
    built(tmp_path)
    listed(path.parent, {"file": path.name, "fetched": "2026-12-01", "etag": "other"})
    assert dict(built(tmp_path).files)[path] is Fate.UNCHANGED
    listed(path.parent, {"file": path.name, "address": ADDRESS + "8"})
    assert dict(built(tmp_path).files)[path] is Fate.STORED
    assert said(tmp_path, "dcterms:source") == [ADDRESS + "8"]


def test_columns_may_stand_in_any_order(path: Path, tmp_path: Path) -> None:
    listed(path.parent, {"file": path.name}, columns=("address", "note", "sha256", "file"))
    built(tmp_path)
    assert said(tmp_path, "dcterms:source") == [ADDRESS]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"sha256": "1" * 64}, "has other bytes than the manifest says"),
        ({"sha256": "abc"}, "'abc' is no SHA-256"),
        ({"address": "ftp://example.org/x"}, "is no"),
        ({"address": "javascript:alert(1)"}, "is no"),
        ({"address": "https://example.org/a b"}, "is no"),
        ({"address": "https://example.org/<script>"}, "is no"),
        ({"address": "https:///x"}, "is no"),
        ({"address": ""}, "is no"),
        ({"provider_page": "page"}, "is no"),
        ({"listed_date": "31/12/2024"}, "is no day"),
        ({"file": ""}, "names no file"),
    ],
)
def test_a_line_that_cannot_be_true_is_told_and_not_taken(path, tmp_path, row, told) -> None:
    listed(path.parent, {"file": path.name} | row)
    done = built(tmp_path)
    assert dict(done.files)[path] is Fate.STORED
    assert [line for line in done.complaints if told in line and "manifest.csv: line 2" in line]
    assert said(tmp_path, "dcterms:source") == []


def test_two_lines_that_disagree_are_both_left(path: Path, tmp_path: Path) -> None:
    other = {"file": path.name, "address": ADDRESS + "1"}
    listed(path.parent, {"file": path.name}, other, {"file": path.name})
    done = built(tmp_path)
    assert any("neither is taken" in line for line in done.complaints)
    assert said(tmp_path, "dcterms:source") == []


def test_the_same_line_twice_is_one(path: Path, tmp_path: Path) -> None:
    listed(path.parent, {"file": path.name}, {"file": path.name})
    assert built(tmp_path).complaints == ()
    assert said(tmp_path, "dcterms:source") == [ADDRESS]


def test_a_file_that_is_not_there_is_told(path: Path, tmp_path: Path) -> None:
    listed(path.parent, {"file": path.name}, {"file": "gone.pdf"})
    assert any("there is no file gone.pdf" in line for line in built(tmp_path).complaints)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"urn": "99999"}, "listed-authority-differs"),
        ({"authority": "Kent"}, "listed-authority-differs"),
        ({"authority": "Nowhere at all"}, "listed-authority-differs"),
        ({"kind": "Area SEND full inspection"}, "listed-kind-differs"),
        ({"kind": "Inspection of ponies"}, "listed-kind-differs"),
    ],
)
def test_what_the_list_says_otherwise_is_a_problem(path, tmp_path, row, code) -> None:
    listed(path.parent, {"file": path.name} | row)
    built(tmp_path)
    assert said(tmp_path, "dcterms:source") == [ADDRESS]
    assert code in problems(tmp_path)


@pytest.mark.parametrize(("day", "told"), [("2016-12-02", False), ("2016-12-03", True)])
def test_a_week_may_lie_between_the_printed_and_the_listed_day(tmp_path, day, told) -> None:
    """The report prints 25 November 2016."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "saltmarsh-sif-2016.pdf"
    shutil.copy(REPOSITORY / "examples/reports" / path.name, path)
    listed(path.parent, {"file": path.name, "listed_date": day})
    settings = Settings((REPOSITORY / "examples/register.ttl",))
    build([str(path)], tmp_path / "store", jobs=1, settings=settings)
    assert said(tmp_path, "dcterms:issued") == ["2016-11-25"]
    assert said(tmp_path, "cs:listedDate") == [day]
    assert ("listed-date-differs" in problems(tmp_path)) is told


def test_what_is_no_manifest_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "manifest.csv"
    place.write_text("name,url\nx,y\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 1: has no column file, sha256, address"):
        find_manifests((), place)
    place.write_text("file;sha256;address\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 1: the columns are parted by semicolons"):
        find_manifests((), place)
    place.write_bytes(b"file,sha256,address\n\xff\xfe")
    with pytest.raises(KnowledgeError, match=r"is not UTF-8 text"):
        find_manifests((), place)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org/a", True),
        ("http://example.org:8080/a?b=c%20d", True),
        ("https://example.org/%zz", False),
        ("https://example.org/a%", False),
        ("https://example.org/[a]", False),
        ("https://example.org/a#page=9", False),
        ("https://example.org/a#b#c", False),
        ("https://example.org/\ufffe", False),
        ("https://example.org/\u202egnp", False),
        ("https://ofsted.gov.uk@example.org/a", False),
        ("https://example.org:99999/", False),
        ("//example.org/a", False),
        ("file:///etc/passwd", False),
        ("https://example.org/\n", False),
    ],
)
def test_what_an_address_is(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


def test_a_cell_beyond_all_bounds_is_named_with_its_line(tmp_path: Path) -> None:
    place = tmp_path / "manifest.csv"
    place.write_text(f"file,sha256,address\nx,y,{'z' * 200_000}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"manifest\.csv: line [0-9]+: field larger than"):
        find_manifests((), place)
