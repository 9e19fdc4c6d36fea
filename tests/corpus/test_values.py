"""Values of a corpus, and what they become outside of it."""

import importlib.util
import sys
from datetime import date

import pytest

from kg.corpus import Items, ItemsByKey, Theme, by_authority, open_corpus
from kg.store import Store

THEMES = Items(
    [Theme("https://w3id.org/a", "plans", "Plans"), Theme("https://w3id.org/b", "x", "X")]
)
ROWS = [
    {"iri": "https://w3id.org/a", "code": "plans", "label": "Plans"},
    {"iri": "https://w3id.org/b", "code": "x", "label": "X"},
]


def test_items_become_dictionaries() -> None:
    assert THEMES.to_dicts() == ROWS
    assert Items[Theme]().to_dicts() == []


def test_items_become_a_data_frame_where_pandas_is() -> None:
    if importlib.util.find_spec("pandas"):
        assert THEMES.to_pandas().to_dict("records") == ROWS
    else:
        with pytest.raises(ImportError, match="pandas"):
            THEMES.to_pandas()


def test_a_mapping_of_the_corpus_is_a_dictionary_and_becomes_rows(small: Store) -> None:
    themes = ItemsByKey((each.code, each) for each in THEMES)
    assert themes == {"plans": THEMES[0], "x": THEMES[1]}
    assert themes.to_dicts() == ROWS
    corpus = open_corpus(small)
    for held in (corpus.reports, corpus.authorities, corpus.themes):
        assert isinstance(held, ItemsByKey)
        assert len(held.to_dicts()) == len(held)


def test_without_pandas_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    for each in (THEMES, ItemsByKey((one.code, one) for one in THEMES)):
        with pytest.raises(ImportError, match=r"needs pandas, .*: pip install pandas; to_dicts"):
            each.to_pandas()


def test_reports_are_in_the_order_of_their_days(small: Store) -> None:
    corpus = open_corpus(small)
    found = by_authority(corpus.reports)
    assert {
        corpus.authorities[authority].name: [report.source for report in reports]
        for authority, reports in found.items()
    } == {
        "Ambershire": ["a-2014", "a-2018", "a-2021"],
        "Bexmoor": ["b-2019", "b-2022", "b-2023"],
        "Coldale": ["c-2022", "c-2026"],
    }
    assert [report.source for report in corpus] == sorted(
        report.source for report in corpus.reports.values()
    )


def test_a_report_has_days_and_numbers(small: Store) -> None:
    first = next(iter(open_corpus(small)))
    assert (first.source, first.family, first.framework) == ("a-2014", "SIF", "SIF-2013")
    assert (first.started, first.ended) == (date(2014, 4, 29), date(2014, 5, 20))
    assert (first.published, first.pages) == (date(2014, 6, 30), 40)
    assert (first.title, first.authority_name) == ("Inspection of Ambershire", "Ambershire")


def test_findings_have_their_themes_the_most_central_first(small: Store) -> None:
    corpus = open_corpus(small)
    assert [(one.polarity, one.themes, one.sure) for one in corpus.findings] == [
        ("weakness", ("supervision", "plans"), (0.95, 0.51)),
        ("strength", ("supervision",), (0.6,)),
        ("mixed", ("supervision",), (0.8,)),
        ("weakness", ("plans",), (0.7,)),
        ("strength", ("plans",), (0.9,)),
    ], "that of which nothing is known is none"
    assert corpus.findings[0].text == "Supervision is rare and plans drift."
    assert corpus.findings[0].page == 7


def test_grades_said_in_passing_are_no_judgements(small: Store) -> None:
    found = open_corpus(small).judgements
    assert len(found) == 9
    assert {one.about for one in found} == {"authority", "board"}
    corrected = next(one for one in found if one.report.endswith("a-2021"))
    assert (corrected.printed, corrected.grade_name, corrected.grade_words) == ("", "Good", "Good")


def test_mentions_have_the_words_of_the_finding(small: Store) -> None:
    found = open_corpus(small).mentions("service")
    assert [(one.name, one.type, one.polarity, one.text) for one in found] == [
        ("mash", "front-door", "weakness", "Supervision is rare and plans drift.")
    ]


def test_statements_have_their_place(small: Store) -> None:
    corpus = open_corpus(small)
    item = corpus.recommendations[0]
    asked = ["https://example.org/nowhere", item.iri, corpus.judgements[0].iri]
    found = corpus.statements(asked)
    assert set(found) == set(asked[1:])
    assert (found[item.iri].source, found[item.iri].page) == ("a-2014", 5)
    assert corpus.quotes([item.iri]) == {
        item.iri: ("Improve the Supervision of social workers.", "5")
    }
    assert corpus.statements([]) == {}
