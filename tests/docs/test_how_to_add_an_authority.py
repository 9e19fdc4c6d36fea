"""The edits of the register that the page shows do what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.knowledge import Register, folder
from kg.knowledge.concepts import read_deliverers
from kg.knowledge.register import read_register
from kg.knowledge.turtle import read_table
from tests.docs.pages import blocks, build, letter, table

SHOWN = dict(
    zip(
        ("code", "change", "trust"),
        blocks("how-to-add-an-authority.md", "turtle"),
        strict=True,
    )
)
FINDINGS = "The Northmoor Children’s Trust knows its children."


@pytest.fixture
def edit(tmp_path: Path):
    def written(name: str) -> Path:
        path = tmp_path / f"{name}.ttl"
        path.write_text(SHOWN[name], encoding="utf-8")
        return path

    return written


def register(path: Path) -> Register:
    words = folder("ontology") / "vocabularies/place-names.ttl"
    return read_register(read_table([words, path]))


def test_a_new_code_is_the_one_that_counts_now(edit) -> None:
    assert register(edit("code")).authorities["northmoor"].gss == "E08999914"


@pytest.mark.parametrize(("year", "code"), [(2026, "E08999904"), (2027, "E08999914")])
def test_the_table_of_reports_has_the_code_of_the_day(
    edit, run_kg, tmp_path: Path, year: int, code: str
) -> None:
    (tmp_path / "report.txt").write_text(letter("Northmoor", year, FINDINGS), encoding="utf-8")
    done = run_kg("build", "report.txt", "--vocabulary", edit("code"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (report,) = table(run_kg, tmp_path, "reports")
    assert report["gss"] == code


def test_an_authority_takes_the_place_of_another(edit) -> None:
    read = register(edit("change"))
    old, new = read.authorities["marlowe"], read.authorities["east-marlowe"]
    assert old.existed_on(date(2027, 3, 31))
    assert not new.existed_on(date(2027, 3, 31))
    assert not old.existed_on(date(2027, 4, 1))
    assert new.existed_on(date(2027, 4, 1))
    assert read.resolve("Marlowe East Council") == new


def test_a_trust_is_joined_to_the_authority_and_to_the_service_that_a_report_names(
    edit, run_kg, tmp_path: Path
) -> None:
    trust = edit("trust")
    (deliverer,) = read_deliverers(read_table([trust]))
    assert deliverer.is_called("The Northmoor Children's Trust")
    build(run_kg, tmp_path, letter("Northmoor", 2027, FINDINGS), "--vocabulary", trust)
    (tmp_path / "asked.rq").write_text(
        "PREFIX cs: <https://w3id.org/childrens-services-kg/def#>\n"
        "PREFIX org: <http://www.w3.org/ns/org#>\n"
        "SELECT ?when WHERE { ?service a cs:Service ; org:linkedTo ?trust ; cs:serviceIn ?own .\n"
        "  ?delivery cs:deliveredBy ?trust ; cs:deliveredFor ?own ; cs:when ?when }"
    )
    asked = run_kg("query", "asked.rq", "--format", "csv", cwd=tmp_path)
    assert asked.stdout.split() == ["when", "2027-04"]


def test_the_files_of_the_register_are_those_that_the_page_lists() -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to-add-an-authority.md").read_text()
    files = [path.name for path in sorted((folder("ontology") / "register").glob("*.ttl"))]
    assert [name for name in files if f"`{name}`" not in page] == []
