"""``kg validate`` on a small store, by both engines."""

from __future__ import annotations

import pytest

from kg.ingest import VOCABULARY
from kg.namespaces import VOCABULARY_GRAPH
from kg.store import writing
from kg.validation.shapes import shapes_folder
from tests.validation.made_up import REPORT, Statements

PREFIXES = """
@prefix cs: <https://w3id.org/childrens-services-kg/def#> .
@prefix ex: <http://example.org/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""


@pytest.fixture
def store(tmp_path, report: Statements, vocabulary: Statements):
    report.drop(REPORT, "dcterms:title")
    report.add(REPORT + "/paragraph/1", cs_order=2)
    vocabulary.drop("vocab:grade/good", "cs:rank")
    vocabulary.graph = f" <{VOCABULARY_GRAPH}>"
    with writing(tmp_path / "store") as writer:
        writer.put(VOCABULARY, vocabulary.lines(), graph=VOCABULARY_GRAPH)
        writer.put("one", report.lines(), graph="https://w3id.org/childrens-services-kg/graph/one")
        writer.commit()
    return tmp_path / "store"


@pytest.mark.parametrize("format", ["text", "json", "turtle", "html"])
def test_both_engines_print_the_same(store, run_kg, format) -> None:
    fast, reference = (
        run_kg("validate", "--store", store, "--format", format, "--engine", engine)
        for engine in ("fast", "pyshacl")
    )
    assert fast.stdout == reference.stdout
    assert (fast.returncode, reference.returncode) == (1, 1)


def test_what_is_printed(store, run_kg) -> None:
    done = run_kg("validate", "--store", store, "--shapes", shapes_folder())
    assert done.stdout.splitlines() == [
        "the shared vocabulary: 1 violation",
        "  violation: A grade must have exactly one rank in its scale, from 1, the best.",
        "    about: https://w3id.org/childrens-services-kg/vocab/grade/good",
        "exampleshire-2024: 2 violations",
        "  violation: A report must either have its title or say that it is missing, and not both.",
        "    about: https://w3id.org/childrens-services-kg/id/report/exampleshire/ilacs/2024-03-15",
        "  violation: page 2: A paragraph must have exactly one place in the order, from 1.",
        '    words: "Leaders know their services well."',
        "    about: https://w3id.org/childrens-services-kg/id/report/exampleshire/ilacs/2024-03-15"
        "/paragraph/1",
        "In all: 3 violations.",
    ]


def test_an_engine_that_is_none_is_refused(store, run_kg) -> None:
    done = run_kg("validate", "--store", store, "--engine", "guess")
    assert done.returncode == 2
    assert "invalid choice: 'guess'" in done.stderr


def test_shapes_of_ones_own(store, tmp_path, run_kg) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.ttl").write_text(
        PREFIXES + "ex:S a sh:NodeShape ; sh:targetSubjectsOf cs:pageCount ; sh:sparql [] .",
        encoding="utf-8",
    )
    done = run_kg("validate", "--store", store, "--shapes", own)
    assert done.returncode == 2
    assert "mine.ttl: http://example.org/ns#S uses sh:sparql" in done.stderr
    (own / "mine.ttl").write_text(
        PREFIXES + "ex:S a sh:PropertyShape ; sh:targetSubjectsOf cs:pageCount ; "
        'sh:path cs:pageCount ; sh:minInclusive 100 ; sh:message "It is short."@en .',
        encoding="utf-8",
    )
    done = run_kg("validate", "--store", store, "--shapes", own)
    assert done.returncode == 1
    assert "violation: It is short.\n    found: 3\n" in done.stdout
