"""Findings on a theme: what its parameters leave out."""

from __future__ import annotations

import pytest

from kg.corpus import Corpus, open_corpus
from kg.errors import QueryError
from kg.store import Store


@pytest.fixture(scope="module")
def corpus(examples: Store) -> Corpus:
    return open_corpus(examples)


def test_a_finding_with_several_themes_is_on_each_of_them(corpus: Corpus) -> None:
    several = next(each for each in corpus.findings if len(each.themes) > 1 and each.counted)
    first, second, *_ = several.themes
    assert several in corpus.findings_on(first)
    assert several in corpus.findings_on(second)
    assert several in corpus.findings_on(first, main=True)
    assert several not in corpus.findings_on(second, main=True)


def test_summaries_are_left_out_unless_they_are_asked_for(corpus: Corpus) -> None:
    body = corpus.findings_on("supervision")
    every = corpus.findings_on("supervision", body=False)
    assert set(body) < set(every)
    assert all(each.counted for each in body)
    assert not any(each.counted for each in set(every) - set(body))


def test_the_classifier_must_be_as_sure_as_asked_for_of_this_theme(corpus: Corpus) -> None:
    every = corpus.findings_on("supervision", body=False)
    sure = sorted(each.sure[each.themes.index("supervision")] for each in every)
    middle = sure[len(sure) // 2]
    kept = corpus.findings_on("supervision", body=False, least=middle)
    assert len(kept) == sum(1 for each in sure if each >= middle) < len(every)


def test_polarity_and_authority_by_any_of_its_names(corpus: Corpus) -> None:
    found = corpus.findings_on("early-help", polarity="weakness", authority="eastmere")
    assert found
    assert {corpus.reports[each.report].authority_name for each in found} == {"Eastmere"}
    assert {each.polarity for each in found} == {"weakness"}
    assert found == corpus.findings_on("Early Help", polarity="weakness", authority="Eastmere")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"theme": "supervison"}, "did you mean 'supervision'"),
        ({"theme": "supervision", "polarity": "weak"}, "did you mean 'weakness'"),
        ({"theme": "supervision", "polarity": "bad"}, "there is: mixed, none, strength, weakness"),
        ({"theme": "supervision", "authority": "Nowhere at all"}, "Nowhere at all"),
        ({"theme": "supervision", "least": 2}, "between 0 and 1"),
    ],
)
def test_a_name_that_means_nothing_is_told(corpus: Corpus, given: dict, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        corpus.findings_on(**given)
