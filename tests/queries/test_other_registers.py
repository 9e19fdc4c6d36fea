"""The questions on a register that lacks what ours has, or has more: no row is lost or doubled."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.corpus.catalogue import bind, load_catalogue
from kg.namespaces import CS
from kg.store import Store
from tests.queries.small_graph import small_store
from tests.queries.test_answers import ANSWERS

CODE = "http://statistics.data.gov.uk/id/statistical-geography/E99000001"
DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"
AUTHORITY = "https://w3id.org/childrens-services-kg/id/authority/ambershire"
#: Case -> the property that no authority has any more.
WITHOUT = {
    "no region": "region",
    "no code": "gss",
    "no number": "ofstedUrn",
    "no type": "authorityType",
    "no neighbours": "statisticalNeighbour",
}
#: Case -> lines that are added.
WITH = {
    "a code of old": [
        f"<{CODE}> <{CS}codeOf> <{AUTHORITY}>",
        f'<{CODE}> <http://www.w3.org/2004/02/skos/core#notation> "E99000001"',
        f'<{CODE}> <{CS}validTo> "1999-12-31"{DAY}',
    ],
    "a second code of old": [
        f"<{CODE}x> <{CS}codeOf> <{AUTHORITY}>",
        f'<{CODE}x> <http://www.w3.org/2004/02/skos/core#notation> "E99000002"',
        f'<{CODE}x> <{CS}validTo> "1998-12-31"{DAY}',
    ],
}
#: The questions that are about what is taken away, or added.
ABOUT = {
    "no region": {"tables/authorities"},
    "no code": {"tables/authorities", "tables/names"},
    "no number": {"tables/authorities"},
    "no type": {"tables/authorities"},
    "a code of old": {"tables/concepts"},
    "a second code of old": {"tables/concepts"},
    "no neighbours": {
        "neighbours",
        "neighbours-praised",
        "patterns/neighbours-grades",
        "tables/neighbours",
    },
}
QUERIES = load_catalogue()


@pytest.fixture(scope="module", params=sorted(WITHOUT | WITH))
def case(request: pytest.FixtureRequest, tmp_path_factory) -> tuple[str, Store]:
    folder = tmp_path_factory.mktemp("other") / "store"
    name: str = request.param

    def changed(lines: list[str]) -> list[str]:
        """The lines of one graph, without the property, or with more."""
        if name in WITHOUT:
            gone = f" <{CS}{WITHOUT[name]}> "
            return [line for line in lines if gone not in line]
        if not any(f"<{AUTHORITY}> <{CS}region>" in line for line in lines):
            return lines
        end = lines[0].rpartition(" <")[2]
        return sorted([*lines, *(f"{line} <{end}" for line in WITH[name])])

    return name, small_store(folder, changed)


def rows(store: Store, name: str) -> list[tuple[str, ...]]:
    given = ANSWERS[name][0]
    query = QUERIES[name]
    return list(store.select(query.text, bind(query, given, store)).rows)


def test_each_case_changes_something(case: tuple[str, Store], small: Store) -> None:
    name, store = case
    changed = sum(rows(store, each) != rows(small, each) for each in QUERIES)
    assert changed or name in {"no number", "no type", "a code of old", "a second code of old"}


@pytest.mark.parametrize("query", sorted(QUERIES))
def test_no_row_is_lost_or_doubled(case: tuple[str, Store], small: Store, query: str) -> None:
    name, store = case
    if query in ABOUT.get(name, ()):
        return
    columns = QUERIES[query].columns
    before, after = rows(small, query), rows(store, query)
    if "authorities" in columns and "region" in columns:
        # counts by region: the same authorities, under another name
        place = list(columns).index("authorities")
        before, after = ([(str(sum(int(row[place]) for row in each)),)] for each in (before, after))
    assert len(before) == len(after)
    # the first column says what a row is about
    hidden = {"region", "gss", "urn", "type"}
    kept = [place for place, column in enumerate(columns) if column not in hidden]
    shown = [
        Counter(tuple(row[p] for p in kept if p < len(row)) for row in r) for r in (before, after)
    ]
    assert shown[0] == shown[1]
