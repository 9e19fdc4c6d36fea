"""Records that contradict one another are found, though each is right for itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.store import pack, pack_lines
from kg.validation import validate_store
from tests.validation.falsified import whole_store
from tests.validation.falsified.measuring import VOCABULARY, check, kinds_of, told
from tests.validation.falsified.record import FalsifiedRecord

KINDS = kinds_of(whole_store)
#: what is not found, and why
SURVIVORS: dict[str, str] = {}


@pytest.fixture
def shelf(records: dict[str, FalsifiedRecord]) -> whole_store.Shelf:
    """A few records of three authorities, to be changed."""
    return {key: records[key].copied() for key in whole_store.KEYS}


@pytest.fixture(scope="module")
def said(records, vocabulary, tmp_path_factory) -> Counter[str]:
    """What is said of the records as they are."""
    shelf = {key: records[key] for key in whole_store.KEYS}
    return of_store(shelf, tmp_path_factory.mktemp("shelf"), vocabulary)


def of_store(shelf: whole_store.Shelf, folder: Path, vocabulary: tuple[str, ...]) -> Counter[str]:
    """What is said of a folder of records with their texts."""
    for key, record in shelf.items():
        (folder / f"{key}.nq.gz").write_bytes(pack_lines(record.lines()).content)
        (folder / f"{key}.txt.gz").write_bytes(pack(record.text.encode()).content)
    return told(validate_store(sorted(folder.glob("*.nq.gz")), vocabulary, workers=1))


def test_nothing_is_said_of_the_records_as_they_are(said, records, vocabulary) -> None:
    assert said == told(check(records[VOCABULARY], VOCABULARY, vocabulary))


def test_each_reason_is_of_a_kind_that_there_is() -> None:
    assert set(SURVIVORS) <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_contradicts_is_found(kind, shelf, said, tmp_path, vocabulary) -> None:
    KINDS[kind](shelf)
    found = of_store(shelf, tmp_path, vocabulary) - said
    assert bool(found) == (kind not in SURVIVORS), found
