"""Groups of near-identical recommendations."""

from datetime import date
from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.analysis.shared_recommendations import shared_groups
from kg.corpus import Corpus
from kg.corpus.text_similarity import requests, sameness
from tests.analysis.made_up_reports import Made, iri, make
from tests.analysis.test_trajectories import cells, table

SAID = "Ensure that all strategy discussions include the police."
REPORTS = [
    Made("ambershire", "2016-01-01", items=[(SAID, "plans")]),
    Made(
        "bexmoor",
        "2014-01-01",
        items=[("All strategy discussions include the police (page 9)", "plans")],
    ),
    Made("cawley", "2018-01-01", items=[("The quality of foster carers' reviews.", "voice")]),
    Made("dunmere", "2019-01-01", items=[("The timeliness of foster carers' reviews.", "voice")]),
    # twice in one authority is not shared
    Made("dunmere", "2020-01-01", items=[("Answer the telephone at night.", "voice")]),
    Made("dunmere", "2022-01-01", items=[("Answer the telephone at night.", "voice")]),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("shared") / "store", REPORTS)


def test_a_group_has_its_earliest_its_count_and_its_places(store: Corpus) -> None:
    result = pattern("shared-recommendations").find(store)
    found = cells(result, "groups", "authorities", "times", "first", "first_authority", "places")
    assert found == [(2, 2, date(2014, 1, 1), "Bexmoor", "Bexmoor | Ambershire")]
    evidence = table(result, "groups").rows[0].evidence
    assert evidence == (iri(REPORTS[1], "/item/1"), iri(REPORTS[0], "/item/1"))
    assert cells(result, "items", "group", "authority") == [(1, "Bexmoor"), (1, "Ambershire")]


def test_one_authority_is_enough_if_asked_for(store: Corpus) -> None:
    result = pattern("shared-recommendations").find(store, {"authorities": "1"})
    assert [row[0] for row in cells(result, "groups", "authorities")] == [2, 1]


def test_what_one_asks_and_the_other_does_not_makes_them_two() -> None:
    one, more, other = requests(
        [
            "Review the rota of the night team.",
            "Review the rota of the night team and recruit more foster carers in the county.",
            "Recruit more foster carers.",
        ]
    )
    assert sameness(one, one) == 1
    assert sameness(one, more) < 0.78
    assert sameness(one, other) == 0


def test_a_group_is_not_a_chain_of_steps(tmp_path: Path) -> None:
    # each is near the next, the first and last share nothing
    words = [f"word{number}" for number in range(20)]
    texts = [" ".join(words[start : start + 8]) for start in range(0, 12, 2)]
    reports = [
        Made("bexmoor", f"20{10 + at}-01-01", items=[(text, "plans")])
        for at, text in enumerate(texts)
    ]
    groups = shared_groups(make(tmp_path / "store", reports), 0.5, 1)
    assert 1 < max(len(group.items) for group in groups) < len(texts)


def test_the_same_words_are_always_together(tmp_path: Path) -> None:
    reports = [
        Made("bexmoor", f"20{10 + at}-01-01", items=[(text, "plans")])
        for at, text in enumerate(["Meet weekly.", "Plan ahead now.", "Meet weekly."])
    ]
    (group,) = shared_groups(make(tmp_path / "store", reports), 1.0, 1)
    assert [item.report for item in group.items] == [iri(reports[0]), iri(reports[2])]
