"""What the corpus says of the real reports is what SPARQL answers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping

import pytest

from kg.corpus import Corpus, open_corpus
from kg.corpus.schema import tables
from kg.store import Store, open_store
from tests.corpus.compared import answer
from tests.real_reports.conftest import Built

#: Answers are counted as (what is counted, of which authority, by which codes) -> number or day.
Told = dict[tuple[str, ...], int | str]
AUTHORITIES, SEED, WANTED = 20, 12, 500
PREFIXES = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
FINDINGS = """
SELECT ?theme ?polarity (COUNT(DISTINCT ?finding) AS ?count)
WHERE {
  ?report cs:about ?authority ; a cs:Report .
  ?finding cs:partOf ?report ; a cs:Finding ; cs:aboutTheme/skos:notation ?theme ;
           cs:polarity/skos:notation ?polarity .
}
GROUP BY ?theme ?polarity
"""
RECOMMENDATIONS = """
SELECT ?theme (COUNT(DISTINCT ?item) AS ?count)
WHERE {
  ?report cs:about ?authority ; a cs:Report .
  ?item cs:partOf ?report ; a cs:Recommendation ; cs:aboutTheme/skos:notation ?theme .
}
GROUP BY ?theme
"""
MENTIONS = """
SELECT ?type (COUNT(DISTINCT ?finding) AS ?count)
WHERE {
  ?report cs:about ?authority ; a cs:Report .
  ?finding cs:partOf ?report ; a cs:Finding ; cs:mentions ?body .
  { ?body cs:boardType ?type } UNION { ?body cs:serviceKind/skos:notation ?type }
}
GROUP BY ?type
"""
#: When a strand was given a grade for the last time.
GRADES = """
SELECT ?strand ?grade (MAX(?ended) AS ?last)
WHERE {
  ?report cs:about ?authority ; a cs:Report ; cs:reportsOn/cs:endDate ?ended .
  ?judgement cs:partOf ?report ; a cs:Judgement ; cs:basis "graded" ;
             cs:ofStrand/skos:notation ?strand ; cs:grade/skos:notation ?grade .
}
GROUP BY ?strand ?grade
"""


@pytest.fixture(scope="module")
def store(built: Built) -> Store:
    return open_store(built.store)


@pytest.mark.parametrize("name", sorted(tables()))
def test_a_table_is_what_sparql_answers(store: Store, name: str) -> None:
    """The findings alone take SPARQL a minute."""
    assert open_corpus(store).table(name) == answer(store, name)


def test_five_hundred_answers_are_those_of_sparql(store: Store) -> None:
    corpus = open_corpus(store)
    among = sorted({report.authority for report in corpus})
    drawn = random.Random(SEED).sample(among, min(AUTHORITIES, len(among)))
    asked = {key: value for one in drawn for key, value in by_sparql(store, one).items()}
    found = by_corpus(corpus, drawn)
    assert len(asked) >= WANTED
    assert {key: (asked.get(key), found.get(key)) for key in asked.keys() | found.keys()
            if asked.get(key) != found.get(key)} == {}  # fmt: skip


def by_sparql(store: Store, authority: str) -> Told:
    """What the graph answers about one authority."""
    found: Told = {}
    values: Mapping[str, str] = {"authority": f"<{authority}>"}
    for what, sparql in (
        ("findings", FINDINGS), ("recommendations", RECOMMENDATIONS), ("mentions", MENTIONS),
    ):  # fmt: skip
        for *codes, count in store.select(PREFIXES + sparql, values).rows:
            found[(what, authority, *codes)] = int(count)
    for strand, grade, last in store.select(PREFIXES + GRADES, values).rows:
        found["grade", authority, strand, grade] = last
    return found


def by_corpus(corpus: Corpus, authorities: list[str]) -> Told:
    """The same from the values of the corpus."""
    reports = corpus.reports
    of = {iri: one.authority for iri, one in reports.items() if one.authority in authorities}
    counted: Counter[tuple[str, ...]] = Counter()
    for finding in corpus.findings:
        if finding.report in of:
            for theme in finding.themes:
                counted["findings", of[finding.report], theme, finding.polarity] += 1
    for item in corpus.recommendations:
        if item.report in of:
            for theme in item.themes:
                counted["recommendations", of[item.report], theme] += 1
    for what in ("board", "service"):
        # a finding that mentions two of a type counts once
        for _, report, code in {(m.finding, m.report, m.type) for m in corpus.mentions(what)}:
            if report in of:
                counted["mentions", of[report], code] += 1
    last: dict[tuple[str, ...], str] = {}
    for one in corpus.judgements:
        ended = str(reports[one.report].ended)
        if one.report in of:
            key = ("grade", of[one.report], one.strand, one.grade)
            last[key] = max(last.get(key, ""), ended)
    return {**counted, **last}
