"""Each word of the vocabularies has its source; how words are counted."""

from __future__ import annotations

import csv

import pytest
from rdflib import RDF, SKOS, Graph

from kg.knowledge import vocabulary_files
from scripts.vocabulary_words import SERVICE_WORDS, count, report, service_words, table, words

KNOWN = words()


def test_every_scheme_says_where_it_is_from() -> None:
    graph = Graph()
    for path in vocabulary_files():
        graph.parse(path)
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(schemes) > 20
    silent = {str(each) for each in schemes if not graph.value(each, SKOS.editorialNote)}
    assert silent == set()


@pytest.mark.parametrize("scheme", KNOWN)
def test_every_word_has_its_count_and_no_other_has(scheme: str) -> None:
    counted = {word for name, word in table() if name == scheme}
    # a new word that no report prints yet is a row with 0
    assert set(KNOWN[scheme]) == counted, "run scripts/vocabulary_words.py STORE --write"


def test_every_word_of_services_names_has_its_count() -> None:
    with SERVICE_WORDS.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["word"] for row in rows} == set(service_words())
    assert [row["word"] for row in rows if not row["reports"].isdigit()] == []


def test_most_words_are_met() -> None:
    counts = table().values()
    assert sum(each > 0 for each in counts) > 0.7 * len(counts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Improvement Board met.", {"Improvement board"}),
        ("improvement\nboards", {"Improvement board"}),
        ("The children\u2019s trust meets.", {"Children trust"}),
        ("The improvement of the board", set()),
        # the longer one only
        ("The Children\u2019s Trust Board", {"Children trust board"}),
        ("The corporate parenting strategic board", {"Corporate parenting * board"}),
        ("The corporate parenting board", {"Corporate parenting * board"}),
        ("corporate parenting of the whole council board", set()),
        ("aged 16 or more and under 18", {"aged ... under 18"}),
    ],
)
def test_a_word_is_found_as_it_may_be_printed(text: str, found: set[str]) -> None:
    known = {
        "board": [
            "Children trust", "Children trust board", "Corporate parenting * board",
            "Improvement board", "aged ... under 18",
        ]
    }  # fmt: skip
    assert {word for _, word in count(known, [text])} == found


def test_a_word_counts_once_a_report() -> None:
    known = {"law": ["Care Act", "Housing Act", "Mental Health Act"]}
    counted = count(known, ["Care Act. Care Act.", "The Care Act and the Housing Act."])
    assert dict(counted) == {("law", "Care Act"): 2, ("law", "Housing Act"): 1}
    assert list(report(known, counted, 2)) == [
        "law: 3 words of 2 reports, 1 in none, 1 in one",
        "  none  Mental Health Act",
        "  one   Housing Act",
    ]
