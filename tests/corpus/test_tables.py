"""Each table of the read model is the answer to its question."""

from collections.abc import Mapping

import pytest

from kg.corpus import open_corpus
from kg.corpus.schema import PARTS, WHOLE, tables
from kg.errors import QueryError
from kg.store import Rows, Store
from tests.corpus.compared import answer


@pytest.mark.parametrize("name", sorted(tables()))
@pytest.mark.parametrize("which", ["small", "examples"])
def test_a_table_is_what_sparql_answers(
    which: str, name: str, request: pytest.FixtureRequest
) -> None:
    store: Store = request.getfixturevalue(which)
    assert open_corpus(store).table(name) == answer(store, name)


def test_no_table_is_empty_everywhere(small: Store, examples: Store) -> None:
    """A table without rows would be the same as any other answer."""
    both = (open_corpus(small), open_corpus(examples))
    assert {name for name in tables() if not any(one.table(name).rows for one in both)} == set()


def test_numbers_are_kept_as_numbers(examples: Store) -> None:
    corpus = open_corpus(examples)
    for name, table in tables().items():
        for row in corpus.cells(name):
            for column, cell in zip(table.columns, row, strict=True):
                kind = int if column in WHOLE else int | float if column in PARTS else str
                assert cell is None or isinstance(cell, kind), (name, column, cell)


def test_what_is_not_given_is_an_empty_text(small: Store) -> None:
    corpus = open_corpus(small)
    assert [row[0] for row in corpus.raw_rows("reports", "title")][:2] == [
        "Inspection of Ambershire", None,
    ]  # fmt: skip
    assert [row[0] for row in corpus.rows("reports", "title")][:2] == [
        "Inspection of Ambershire", "",
    ]  # fmt: skip


def test_an_unknown_table_is_told_with_those_that_there_are(small: Store) -> None:
    with pytest.raises(QueryError, match="there is no table 'grades'; there is: authorities, boar"):
        open_corpus(small).table("grades")


def test_a_corpus_is_asked_in_sparql_as_well(small: Store) -> None:
    corpus = open_corpus(small)
    asked = "PREFIX cs: <https://w3id.org/childrens-services-kg/def#> "
    assert len(corpus) == 8
    assert corpus.select(f"{asked} SELECT ?r WHERE {{ ?r a cs:Report }}").rows != ()
    assert corpus.ask(f"{asked} ASK {{ ?r a cs:Report }}")
    assert len(corpus.construct(f"{asked} CONSTRUCT WHERE {{ ?r a cs:Report }}")) == 8


class OnlyTables:
    """An endpoint that has the graph of a store, and counts what it is asked."""

    url = "https://example.org/sparql"

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[str] = []

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        self.asked.append(sparql)
        return self.store.select(sparql, values)

    def ask(self, sparql: str, values: Mapping[str, str] | None = None) -> bool:
        return self.store.ask(sparql, values)

    def construct(self, sparql: str, values: Mapping[str, str] | None = None) -> list[str]:
        return self.store.construct(sparql, values)


@pytest.fixture
def endpoint(examples: Store) -> OnlyTables:
    return OnlyTables(examples)


def test_an_endpoint_gives_the_same_values(endpoint: OnlyTables, examples: Store) -> None:
    here, there = open_corpus(examples), open_corpus(endpoint)
    for name in (
        "authorities", "neighbours", "successors", "themes", "grades", "names_of_things",
        "reports", "findings", "body_findings", "recommendations", "judgements", "sections",
        "figures", "problems",
    ):  # fmt: skip
        assert getattr(here, name) == getattr(there, name), name
    for what in ("board", "service", "law", "authority"):
        assert here.mentions(what) == there.mentions(what)
    for least in (0.2, 0.5):
        assert here.told_again(least) == there.told_again(least)
        assert here.near_identical(least) == there.near_identical(least)
    said = [*(one.iri for one in here.findings), *here.judgements_by_iri, *here.items_by_iri]
    assert here.quotes(said) == there.quotes(said)


def test_an_endpoint_is_asked_for_a_table_when_it_is_needed_and_once(
    endpoint: OnlyTables,
) -> None:
    corpus = open_corpus(endpoint)
    assert endpoint.asked == []
    assert corpus.themes
    assert corpus.grades
    first = list(endpoint.asked)
    assert len(first) == 2, "concepts, and the versions that give the grades"
    assert corpus.table("concepts").rows
    assert endpoint.asked == first


def test_an_endpoint_has_no_pages_and_no_search(endpoint: OnlyTables) -> None:
    corpus = open_corpus(endpoint)
    with pytest.raises(QueryError, match=r"https://example\.org/sparql: an endpoint has no texts"):
        corpus.pages(next(iter(corpus.reports)))
    with pytest.raises(QueryError, match="an endpoint cannot be searched; ask a store"):
        corpus.made.need_search()


def test_the_pages_of_a_report_are_those_of_its_clean_text(examples: Store) -> None:
    corpus = open_corpus(examples)
    corpus.made.need_search()
    for report in corpus:
        pages = corpus.pages(report.iri)
        assert len(pages) == max(report.pages, 1)
        for one in corpus.judgements:
            if one.report == report.iri and one.page:
                (said,) = corpus.statements([one.iri]).values()
                assert said.quote in pages[one.page - 1]


def test_one_store_has_one_corpus(examples: Store) -> None:
    corpus = open_corpus(examples)
    assert open_corpus(examples) is corpus
    assert open_corpus(corpus) is corpus
    assert repr(corpus) == f"<Corpus of {examples.folder}: 17 reports, 5 authorities>"
