"""What was told again, in chains and by theme."""

from datetime import date
from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, iri, make
from tests.analysis.test_trajectories import cells, table

A1 = Made(
    "ambershire", "2014-05-01", items=[
        ("Ensure that supervision of social workers is regular and reflective.", "supervision"),
        ("Hold the archive of the old mill in good order.", "recording"),
    ],
)  # fmt: skip
A2 = Made(
    "ambershire", "2017-05-01", items=[
        ("Ensure social workers have regular and reflective supervision.", "supervision plans"),
        # the same words on another theme are not the same thing again
        ("Hold the archive of the old mill in good order.", "voice"),
    ],
)  # fmt: skip
A3 = Made(
    "ambershire", "2021-05-01",
    items=[("The regularity of reflective supervision of social workers.", "supervision")],
)  # fmt: skip
# another authority's words are not a recurrence
B1 = Made(
    "bexmoor", "2018-05-01",
    items=[("Ensure that supervision of social workers is regular and reflective.", "supervision")],
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("again") / "store", [A1, A2, A3, B1])


def test_a_chain_runs_through_three_inspections_with_its_quotes(store: Corpus) -> None:
    result = pattern("recurrence").find(store)
    assert cells(result, "chains", "authority", "times", "first", "last", "years", "themes") == [
        ("Ambershire", 3, date(2014, 5, 1), date(2021, 5, 1), 7.0, "Supervision")
    ]
    evidence = (iri(A1, "/item/1"), iri(A2, "/item/1"), iri(A3, "/item/1"))
    assert table(result, "chains").rows[0].evidence == evidence
    assert cells(result, "items", "chain", "text")[0] == (
        1,
        "Ensure that supervision of social workers is regular and reflective.",
    )


def test_themes_that_come_back_are_counted_over_successive_reports(store: Corpus) -> None:
    # successive pairs: A1-A2 and A2-A3; supervision comes back in both, recording and voice do
    # not; plans was told in A2 only
    result = pattern("recurrence").find(store)
    assert cells(result, "themes", "theme", "told", "again", "not_told", "anew", "again_share") == [
        ("Supervision", 2, 2, 0, 0, None),
        ("Plans", 1, 0, 1, 1, None),
        ("Recording", 1, 0, 1, 0, None),
        ("Voice", 1, 0, 1, 1, None),
    ]


def test_other_words_are_not_the_same_thing(store: Corpus) -> None:
    result = pattern("recurrence").find(store, {"least": "0.99"})
    assert table(result, "chains").rows == ()


def test_an_authority_without_items_is_told(store: Corpus) -> None:
    result = pattern("recurrence").find(store, {"authority": "dunmere"})
    assert result.notes == ("No report in the store on Dunmere has such a recommendation.",)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"theme": "supervison"}, "did you mean 'supervision"),
        ({"least": "1.5"}, "a number over 0 and up to 1"),
        ({"least": "much"}, "a number over 0 and up to 1"),
        ({"authority": "bexmor"}, "did you mean 'Bexmoor'"),
    ],
)
def test_what_is_asked_wrongly_is_told(store: Corpus, given: dict[str, str], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        pattern("recurrence").find(store, given)


def test_a_store_without_reports_gives_empty_tables_and_says_so(tmp_path: Path) -> None:
    result = pattern("recurrence").find(make(tmp_path / "store", []))
    assert all(not each.rows for each in result.tables)
    assert result.notes == ("No report in the store has such a recommendation.",)
