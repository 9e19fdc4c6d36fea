"""Patterns of stores with little in them, and what a user may ask wrongly."""

import pytest

from kg.analysis import pattern
from kg.corpus import Corpus
from kg.errors import QueryError
from kg.store import open_store, writing
from tests.analysis.made_up_sentences import Made, Said, made_up_store

MINE = ("marks", "communities", "boards", "services", "time", "anomalies")
ONE = Made("north", "2016-05-01", "good", [Said("weakness", "plans governance", ("lscb",))] * 3)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return made_up_store(tmp_path_factory.mktemp("empty") / "s", [])


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return made_up_store(tmp_path_factory.mktemp("one") / "s", [ONE])


@pytest.fixture(scope="module")
def one_authority(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    reports = [Made("north", f"201{n}-05-01", "inadequate" if n % 2 else "good", ONE.said)
               for n in range(3, 9)]  # fmt: skip
    return made_up_store(tmp_path_factory.mktemp("north") / "s", reports)


@pytest.mark.parametrize("name", MINE)
@pytest.mark.parametrize("kind", ["empty", "one", "one_authority"])
def test_a_small_store_gives_a_note_and_no_rates(
    name: str, kind: str, request: pytest.FixtureRequest
) -> None:
    store: Corpus = request.getfixturevalue(kind)
    result = pattern(name).find(store)
    assert result.notes
    assert len(result.inputs) == {"empty": 0, "one": 1, "one_authority": 6}[kind]
    for table in result.tables:
        for row in table.rows:
            assert len(row.cells) == len(table.columns)


@pytest.mark.parametrize("name", MINE)
def test_the_same_store_gives_the_same_result(name: str, one_authority: Corpus) -> None:
    assert pattern(name).find(one_authority) == pattern(name).find(one_authority)


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("marks", {"grade": "inadequat"}, "no grade is called 'inadequat'; did you mean 'inadeq"),
        ("marks", {"years": "0"}, "years=0: must be a whole number, 1 or more"),
        ("marks", {"least": "two"}, "least=two: must be a whole number"),
        ("marks", {"family": "SIFF"}, "did you mean 'SIF'?"),
        ("communities", {"side": "weaknes"}, "did you mean 'weakness'?"),
        ("communities", {"within": "page"}, "known: finding, report"),
        ("boards", {"type": "LCSB"}, "no type of board is called 'LCSB'; did you mean 'LSCB'?"),
        ("boards", {"theme": "goverance"}, "did you mean 'governance'?"),
        ("boards", {"change": "2019"}, "change=2019: must be a day"),
        ("time", {"theme": "plan"}, "no theme is called 'plan'; did you mean 'plans'?"),
        ("anomalies", {"folds": "1"}, "folds=1: must be a whole number, 2 or more"),
        ("time", {"window": "-1"}, "window=-1: must be a whole number, 1 or more"),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence(
    name: str, given: dict[str, str], says: str, one_authority: Corpus
) -> None:
    with pytest.raises(QueryError) as told:
        pattern(name).find(one_authority, given)
    assert says in str(told.value)
    assert "\n" not in str(told.value)


def test_a_theme_of_a_store_without_any_is_told_so(tmp_path) -> None:
    base = "https://w3id.org/childrens-services-kg"
    line = f'<{base}/a> <{base}/b> "c" <{base}/graph/vocabulary> .'
    with writing(tmp_path / "s") as writer:
        writer.put("vocabulary", [line], graph=f"{base}/graph/vocabulary", source="vocabulary")
        writer.commit()
    bare = open_store(tmp_path / "s")
    with pytest.raises(QueryError, match="no theme is called 'plans'; the store has none"):
        pattern("time").find(bare, {"theme": "plans"})
    for name in MINE:
        assert pattern(name).find(bare).notes
