"""A whole store is checked, the vocabulary with it, once."""

from __future__ import annotations

import pytest

from kg.errors import KnowledgeError, StoreError
from kg.validation import Engine, validate_report, validate_store
from kg.validation.shapes import shapes_folder
from kg.validation.store import WORTH_A_PROCESS
from tests.validation.made_up import REPORT, small_vocabulary, valid_report


def write(folder, number, spoil=False):
    made = valid_report()
    made.put(REPORT, cs_source=f"report-{number:03}")
    if spoil:
        made.drop(REPORT, "dcterms:title")
    lines = [line.replace("/2024-03-15", f"/2024-03-15-{number}") for line in made.lines()]
    record = folder / f"{number:03}.nq"
    record.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return record


@pytest.mark.parametrize("workers", [1, 2])
def test_every_record_and_the_vocabulary_once(tmp_path, vocabulary, workers):
    number = 2 * WORTH_A_PROCESS[Engine.FAST]
    records = [write(tmp_path, n, spoil=n % 50 == 0) for n in range(number)]
    vocabulary.add("id:authority/exampleshire", cs_gss="E99999999")
    seen = []
    found = validate_store(
        records, vocabulary.lines(), shapes_folder(), workers=workers, on_record=seen.append
    )
    assert [(v.source, v.name) for v in found] == [
        ("", "GSS code"),
        ("report-000", "Title, or that it is missing"),
        ("report-050", "Title, or that it is missing"),
        ("report-100", "Title, or that it is missing"),
    ]
    assert seen == records


def test_a_damaged_record_is_named(tmp_path):
    record = write(tmp_path, 1)
    record.write_bytes(record.read_bytes()[:-30])
    with pytest.raises(StoreError, match=r"001\.nq: expected the N-Quads of one report"):
        validate_store([record], small_vocabulary().lines())


def test_a_folder_without_shapes_is_named(tmp_path, report, vocabulary):
    with pytest.raises(KnowledgeError, match=r"expected shapes in \.ttl files, found none"):
        validate_report(report.lines(), vocabulary.lines(), shapes=tmp_path)


def test_a_shape_that_is_no_turtle_is_named(tmp_path, report, vocabulary):
    (tmp_path / "odd.ttl").write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"odd\.ttl, line 1: "):
        validate_report(report.lines(), vocabulary.lines(), shapes=tmp_path)
