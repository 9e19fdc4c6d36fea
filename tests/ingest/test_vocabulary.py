"""The vocabulary that stored reports were read with is not taken from under them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.ingest import Fate, Settings, build
from kg.store import open_store

AUTHORITY = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<https://w3id.org/childrens-services-kg/id/authority/zedfield> a cs:Authority ;
    rdfs:label "Zedfield"@en ;
    skos:prefLabel "Zedfield"@en ;
    cs:gss "E06999999" .
"""


@pytest.fixture
def built(tmp_path: Path, repository: Path) -> tuple[Path, Path, Path]:
    """A report, its register, and the store that was made from both."""
    report, register = tmp_path / "report.txt", tmp_path / "a" / "register.ttl"
    register.parent.mkdir()
    shutil.copy(sorted(repository.glob("examples/reports/*.txt"))[0], report)
    shutil.copy(repository / "examples" / "register.ttl", register)
    done = build([str(report)], tmp_path / "store", settings=Settings((register,)), jobs=1)
    assert [fate for _, fate in done.files] == [Fate.STORED]
    return report, register, tmp_path / "store"


def other(tmp_path: Path, name: str) -> Path:
    """A register that does not know the report's authority."""
    path = tmp_path / "b" / name
    path.parent.mkdir()
    path.write_text(AUTHORITY, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["register.ttl", "other.ttl"])
def test_a_register_that_lacks_a_stored_authority_is_refused(
    built: tuple[Path, Path, Path], tmp_path: Path, repository: Path, name: str
) -> None:
    report, _, store = built
    new = tmp_path / "new.txt"
    new.write_bytes(report.read_bytes() + b"\n")
    with pytest.raises(StoreError, match=r"nothing defines \S*/id/authority/.*--vocabulary"):
        build([str(new)], store, settings=Settings((other(tmp_path, name),)), jobs=1)
    assert len(open_store(store).entries) == 2


def test_another_register_beside_the_first_is_taken(
    built: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    report, register, store = built
    new = tmp_path / "new.txt"
    new.write_bytes(report.read_bytes() + b"\n")
    both = Settings((register, other(tmp_path, "register.ttl")))
    build([str(new)], store, settings=both, jobs=1)


def test_a_register_may_move_and_change_its_name(
    built: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    report, register, store = built
    moved = register.rename(tmp_path / "moved register.ttl")
    done = build([str(report)], store, settings=Settings((moved,)), jobs=1)
    assert [fate for _, fate in done.files] == [Fate.UNCHANGED]


def test_a_report_that_is_read_anew_takes_the_new_register(
    built: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    report, register, store = built
    grown = register.read_text(encoding="utf-8") + AUTHORITY
    register.write_text(grown, encoding="utf-8")
    done = build([str(report)], store, settings=Settings((register,)), jobs=1)
    assert [fate for _, fate in done.files] == [Fate.STORED]
