"""The records that are falsified: a build of the examples and of a few longer made-up reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.ingest import VOCABULARY, Settings, build
from kg.store import content_of
from tests.conftest import REPOSITORY
from tests.made_up import pdf, register
from tests.made_up.making import make
from tests.made_up.writing import Size
from tests.validation.falsified.measuring import Subject, check, told
from tests.validation.falsified.record import FalsifiedRecord

EXAMPLES = REPOSITORY / "examples"
#: designs whose reports have figures, services and problems, which the examples lack
DESIGNS = ("SIF A", "LAC 2013", "CP 2012", "ILACS 2023", "JTAI 2022", "monitoring 2018")
#: a report of which a person gave what it does not print
CORRECTED = "incomplete/ghyllmoor-ilacs-2024.txt"
#: how long they are, beside real ones
SHARE = 0.04


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FalsifiedRecord]:
    """Each record by its key, that of the vocabulary among them."""
    folder = tmp_path_factory.mktemp("falsified")
    return built(folder / "made_up", folder / "store")


@pytest.fixture(scope="session")
def vocabulary(records: dict[str, FalsifiedRecord]) -> tuple[str, ...]:
    return tuple(records[VOCABULARY].lines())


@pytest.fixture(scope="session")
def reports(records: dict[str, FalsifiedRecord], vocabulary: tuple[str, ...]) -> list[Subject]:
    """The records of reports."""
    return subjects(records, vocabulary)


def built(made_up: Path, store: Path) -> dict[str, FalsifiedRecord]:
    """Builds the examples and the longer reports, and reads what the store holds."""
    made_up.mkdir()
    places = register.authorities(7, len(DESIGNS))
    (made_up / "register.ttl").write_text(register.turtle(places), encoding="utf-8")
    for seed, (design, place) in enumerate(zip(DESIGNS, places, strict=True), 5):
        report = make(design, seed, place, Size(SHARE))
        (made_up / f"{report.name}.pdf").write_bytes(pdf.draw(report))
    settings = Settings(vocabulary=(EXAMPLES / "register.ttl", made_up / "register.ttl"))
    sources = [str(EXAMPLES / "reports"), str(EXAMPLES / CORRECTED), str(made_up)]
    given = EXAMPLES / "corrections.csv"
    build(sources, store, settings=settings, jobs=1, corrections=given)
    return {
        path.name.removesuffix(".nq.gz"): FalsifiedRecord(
            content_of(path).decode().rstrip("\n").split("\n"), _text(path)
        )
        for path in sorted((store / "records").glob("*.nq.gz"))
    }


def subjects(records: dict[str, FalsifiedRecord], vocabulary: tuple[str, ...]) -> list[Subject]:
    """The records of reports with their families, and what is said of them as they are."""
    return [
        Subject(record.family, key, record, told(check(record, record.family, vocabulary)))
        for key, record in records.items()
        if key != VOCABULARY
    ]


def _text(path: Path) -> str:
    text = path.with_name(path.name.replace(".nq.gz", ".txt.gz"))
    return content_of(text).decode() if text.exists() else ""
