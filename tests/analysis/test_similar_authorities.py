"""Who is like whom, and who was here and got out."""

from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, authority, iri, make
from tests.analysis.test_trajectories import cells, table

A = Made("ambershire", "2020-01-01", "inadequate", findings=["weakness plans", "weakness voice"])
B = Made("bexmoor", "2020-01-01", "good", findings=["weakness plans", "weakness voice"])
C1 = Made("cawley", "2016-01-01", "inadequate", findings=["weakness plans", "weakness recording"])
C2 = Made(
    "cawley", "2019-01-01", "good",
    findings=["strength plans", "strength supervision", "weakness recording", "strength plans"],
)  # fmt: skip
# never where Ambershire is
D = Made("dunmere", "2016-01-01", "good", findings=["weakness supervision"])
# a report without a grade is not compared, unless it is asked for
D2 = Made("dunmere", "2021-01-01", family="JTAI", findings=["weakness plans", "weakness voice"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("alike") / "store", [A, B, C1, C2, D, D2])


def test_the_nearest_have_the_same_weaknesses(store: Corpus) -> None:
    result = pattern("authorities-like-mine").find(store, {"authority": "ambershire"})
    assert cells(result, "nearest", "nearest", "alike", "neighbour", "same_region")[0] == (
        "Bexmoor",
        1.0,
        False,
        True,
    )
    # Bexmoor: 1, and 0.05 for the region; Cawley: a neighbour
    scores = cells(result, "nearest", "nearest", "score", "neighbour", "improved")
    assert scores[0] == ("Bexmoor", 1.05, False, None)
    assert scores[1][0] == "Cawley"
    assert scores[1][2:] == (True, True)
    assert {row[0] for row in scores} == {"Bexmoor", "Cawley"}


def test_who_was_here_and_got_out_and_what_was_praised_then(store: Corpus) -> None:
    result = pattern("authorities-like-mine").find(store, {"authority": "ambershire"})
    found = cells(
        result, "got_out", "authority", "grade_then", "grade_later", "weak_then", "praised_later"
    )
    assert found == [("Cawley", "inadequate", "good", "Plans", "Plans 2")]
    assert cells(result, "praised", "theme", "says", "page") == [
        ("Plans", "strength 1", 1),
        ("Plans", "strength 4", 4),
    ]
    evidence = table(result, "got_out").rows[0].evidence
    judged = (iri(C1, "/judgement"), iri(C2, "/judgement"))
    assert evidence == (*judged, iri(C2, "/finding/1"), iri(C2, "/finding/4"))


def test_reports_without_a_grade_are_compared_if_asked_for(store: Corpus) -> None:
    result = pattern("authorities-like-mine").find(
        store, {"authority": "ambershire", "reports": "all"}
    )
    assert "Dunmere" in {row[0] for row in cells(result, "nearest", "nearest")}
    assert iri(D2) in result.inputs


def test_without_an_authority_each_is_set_beside_its_nearest(store: Corpus) -> None:
    result = pattern("authorities-like-mine").find(store, {"nearest": "1"})
    assert [each.name for each in result.tables] == ["nearest", "got_out"]
    assert cells(result, "nearest", "authority", "nearest_iri") == [
        ("Ambershire", authority("bexmoor")),
        ("Bexmoor", authority("ambershire")),
        ("Cawley", authority("ambershire")),
    ]
    # who was graded better than before, whoever else was there
    assert cells(result, "got_out", "authority", "grade_then", "grade_later", "fell_again") == [
        ("Cawley", "inadequate", "good", False)
    ]


def test_one_that_nobody_blames_is_told(tmp_path: Path) -> None:
    praised = Made("bexmoor", "2019-01-01", "good", findings=["strength plans"])
    store = make(tmp_path / "store", [A, praised])
    result = pattern("authorities-like-mine").find(store, {"authority": "bexmoor"})
    assert all(not each.rows for each in result.tables)
    assert "No report that is compared blames Bexmoor" in result.notes[0]


def test_one_report_alone_has_nobody_beside_it(tmp_path: Path) -> None:
    result = pattern("authorities-like-mine").find(make(tmp_path / "store", [A]))
    assert result.tables[0].rows == ()


def test_other_kinds_of_reports_are_refused(store: Corpus) -> None:
    with pytest.raises(QueryError, match="must be graded or all"):
        pattern("authorities-like-mine").find(store, {"reports": "some"})


def test_an_authority_without_a_report_is_told_so(tmp_path: Path) -> None:
    store = make(tmp_path / "s", [A, B])
    result = pattern("authorities-like-mine").find(store, {"authority": "dunmere"})
    assert result.notes == ("The store has no report on Dunmere; nobody can be set beside it.",)


def test_an_authority_whose_reports_are_not_compared_is_told_so(tmp_path: Path) -> None:
    store = make(tmp_path / "s", [A, B, D2])
    result = pattern("authorities-like-mine").find(store, {"authority": "dunmere"})
    assert "No report that is compared blames Dunmere" in result.notes[0]
    assert "-p reports=all" in result.notes[0]
