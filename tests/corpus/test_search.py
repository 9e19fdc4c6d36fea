"""Full-text search: ordinary text finds, and no text is an error."""

from __future__ import annotations

import shutil
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus import Corpus, open_corpus
from kg.corpus.seal import seal
from kg.corpus.search import expression
from kg.errors import QueryError
from kg.store import SparqlEndpoint, Store, open_store


@pytest.fixture(scope="module")
def corpus(examples: Store) -> Corpus:
    return open_corpus(examples)


def test_every_word_must_stand_in_a_text_in_whatever_form(corpus: Corpus) -> None:
    found = corpus.search("Supervising SOCIAL workers", most=200)
    assert found
    assert all("supervis" in hit.text.lower() and "social" in hit.text.lower() for hit in found)
    assert len(corpus.search("supervising", most=200)) > len(found)


def test_a_phrase_stands_together(corpus: Corpus) -> None:
    phrase = corpus.search('"social workers"', most=200)
    apart = corpus.search("workers social", most=200)
    assert phrase
    assert {hit.iri for hit in phrase} <= {hit.iri for hit in apart}
    assert not corpus.search('"workers social"')


def test_an_asterisk_ends_the_beginning_of_a_word(corpus: Corpus) -> None:
    assert not corpus.search("superv")
    assert corpus.search("superv*")
    assert corpus.search('"social work*"') == corpus.search("“social work*”")


def test_a_hit_names_its_report_and_its_page(corpus: Corpus) -> None:
    found = corpus.search("supervision", most=200)
    assert {hit.what for hit in found} == {"finding", "recommendation"}
    for hit in found:
        said = corpus.statements([hit.iri])[hit.iri]
        assert (hit.source, hit.page) == (said.source, said.page)
        assert corpus.reports[hit.report].source == hit.source
    assert found.to_dicts()[0].keys() == {"iri", "report", "source", "page", "text", "what"}


def test_the_best_stand_first_and_no_more_than_asked_for(corpus: Corpus) -> None:
    every = corpus.search("children", most=200)
    assert len(every) > 5
    assert corpus.search("children", most=5) == every[:5]
    with pytest.raises(QueryError, match="most=0"):
        corpus.search("children", most=0)


@pytest.mark.parametrize(
    "text",
    ["multi-agency", "o'brien", "AND", "NOT", "col:x", "text:social", "NEAR(a b)", '"', '"a', "^x",
     "(", "*", "- +", "", "a OR", "{text}:x", "\0", "x\0y", "\ud800", "a " * 2000, "é*", "''"],
)  # fmt: skip
def test_ordinary_text_is_never_an_error(corpus: Corpus, text: str) -> None:
    corpus.search(text)


@given(st.text(st.characters() | st.sampled_from("\"*():^-+{}'\0“” ANDORNEAR")))
def test_no_text_is_an_error(corpus: Corpus, text: str) -> None:
    assert len(corpus.search(text)) <= 20


def test_signs_alone_ask_for_nothing() -> None:
    assert expression('- "" "*" ** (') == ""
    assert expression("multi-agency a a") == '"multi-agency" "a"'


def test_an_endpoint_says_that_it_cannot_be_searched() -> None:
    with pytest.raises(QueryError, match="an endpoint cannot be searched; ask a store"):
        open_corpus(SparqlEndpoint("http://localhost:1/sparql")).search("children")


def test_tables_made_without_full_text_search_say_so(examples: Store, tmp_path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(examples.folder, folder)
    made = open_store(folder).generation / "corpus.sqlite"
    with sqlite3.connect(made) as connection:
        connection.execute("DROP TABLE search")
        connection.execute("VACUUM")
    connection.close()
    seal(made)
    corpus = open_corpus(open_store(folder))
    assert len(corpus) > 10
    with pytest.raises(QueryError, match=r"delete .*corpus\.sqlite, and they are made again"):
        corpus.search("children")
