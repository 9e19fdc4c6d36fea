"""Paths, moves, time at each grade and reports before a fall, counted by hand."""

from datetime import date
from pathlib import Path

import pytest

from kg.analysis import Result, Table, pattern
from kg.analysis.grade_scale import places
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, iri, make

A1 = Made("ambershire", "2012-06-01", "adequate", "CP2012", ["weakness plans", "strength voice"])
A2 = Made("ambershire", "2016-06-01", "inadequate", findings=["weakness plans"])
A3 = Made("ambershire", "2019-06-01", "good", findings=["strength plans"])
B1 = Made("bexmoor", "2015-01-01", "requires-improvement", findings=["weakness plans"] * 3)
B2 = Made("bexmoor", "2018-01-01", "requires-improvement", findings=["strength plans"])
C1 = Made(
    "cawley", "2014-01-01", "requires-improvement", findings=["weakness voice", "strength plans"]
)
C2 = Made("cawley", "2017-01-01", "inadequate", findings=["weakness plans"])
D1 = Made("dunmere", "2018-01-01", "good", findings=["strength plans"])
SEND = Made(
    "dunmere", "2023-01-01", "systemic-failings", "AreaSEND", ["weakness plans"], strand="send"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("paths") / "store", [A1, A2, A3, B1, B2, C1, C2, D1, SEND])


def table(result: Result, name: str) -> Table:
    return next(each for each in result.tables if each.name == name)


def cells(result: Result, name: str, *columns: str) -> list[tuple[object, ...]]:
    found = table(result, name)
    at = [[column.name for column in found.columns].index(column) for column in columns]
    return [tuple(row.cells[place] for place in at) for row in found.rows]


def test_adequate_and_requires_improvement_stand_at_one_place_and_send_apart(store: Corpus) -> None:
    scale = places(store)
    assert scale["adequate"].ordinal == scale["requires-improvement"].ordinal == 3
    assert scale["adequate"].scale == scale["good"].scale != scale["positive"].scale
    assert scale["inadequate"].worst
    assert scale["systemic-failings"].worst
    assert not scale["good"].worst


def test_each_authority_has_its_path(store: Corpus) -> None:
    result = pattern("trajectories").find(store)
    assert cells(result, "authorities", "authority", "path", "change", "kind") == [
        ("Ambershire", "adequate > inadequate > good", 1, "riser"),
        ("Bexmoor", "requires-improvement > requires-improvement", 0, "stuck"),
        ("Cawley", "requires-improvement > inadequate", -1, "faller"),
        ("Dunmere", "good", 0, "once"),
    ]
    evidence = table(result, "authorities").rows[2].evidence
    assert evidence == (iri(C1, "/judgement"), iri(C2, "/judgement"))
    assert iri(SEND) not in result.inputs


def test_steps_say_how_the_grade_moved_and_after_how_many_days(store: Corpus) -> None:
    result = pattern("trajectories").find(store, {"authority": "ambershire"})
    assert cells(result, "steps", "ended", "grade", "move", "days") == [
        (date(2012, 6, 1), "adequate", "", None),
        (date(2016, 6, 1), "inadequate", "worse", 1461),
        (date(2019, 6, 1), "good", "better", 1095),
    ]


def test_fewer_than_five_moves_give_no_share(store: Corpus) -> None:
    result = pattern("trajectories").find(store)
    assert cells(result, "moves", "before", "after", "times", "of", "share") == [
        ("adequate", "inadequate", 1, 1, None),
        ("requires-improvement", "requires-improvement", 1, 2, None),
        ("requires-improvement", "inadequate", 1, 2, None),
        ("inadequate", "good", 1, 1, None),
    ]


def test_time_at_a_grade_runs_to_the_next_place_or_the_latest_inspection(store: Corpus) -> None:
    result = pattern("trajectories").find(store)
    # place 3: Ambershire 1461 days, Bexmoor from 2015-01-01 to 2019-06-01 (1612, open),
    # Cawley 1096; 4169 days are 11.4 years
    found = cells(
        result, "time_at_grade", "place", "spells", "open", "years", "left_worse", "median"
    )
    assert found == [
        (2, 2, 2, 1.4, 0, None),
        (3, 3, 1, 11.4, 2, None),
        (4, 2, 1, 5.4, 0, None),
    ]


def test_a_report_before_a_fall_is_set_beside_one_of_its_grade_and_family(store: Corpus) -> None:
    result = pattern("trajectories").find(store)
    # Ambershire's report of 2012 has no other of its family; Cawley's is set beside Bexmoor's
    assert cells(result, "falls", "authority", "fell", "weak", "beside", "reports_beside") == [
        ("Ambershire", date(2016, 6, 1), 50.0, None, ""),
        ("Cawley", date(2017, 1, 1), 50.0, 100.0, "Bexmoor 2015-01-01"),
    ]
    # plans: 0 of Cawley's 2 rated findings, 3 of Bexmoor's 3; one set gives no means and no p
    assert cells(result, "before_fall", "theme", "sets", "more", "less", "before_fall", "p") == [
        ("any theme", 1, 0, 1, None, None),
        ("Voice", 1, 1, 0, None, None),
        ("Plans", 1, 0, 1, None, None),
    ]
    assert table(result, "before_fall").rows[1].evidence == (iri(C1, "/finding/1"),)


def test_strands_of_another_scale_are_paths_of_their_own(store: Corpus) -> None:
    result = pattern("trajectories").find(store, {"strand": "all", "authority": "Dunmere"})
    assert cells(result, "authorities", "strand", "path", "kind") == [
        ("overall", "good", "once"),
        ("send", "systemic-failings", "once"),
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"strand": "overal"}, "did you mean 'overall'"),
        ({"authority": "ambershir"}, "did you mean 'Ambershire'"),
        ({"controls": "0"}, "whole number of at least 1"),
        ({"strad": "overall"}, "it has: strand, authority, controls"),
    ],
)
def test_what_is_asked_wrongly_is_told(store: Corpus, given: dict[str, str], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        pattern("trajectories").find(store, given)


def test_a_store_without_reports_gives_empty_tables_and_says_so(tmp_path: Path) -> None:
    result = pattern("trajectories").find(make(tmp_path / "store", []))
    assert all(not each.rows for each in result.tables)
    assert result.notes == ("No report in the store gives a grade.",)


def test_a_store_of_an_older_version_is_told_apart(tmp_path: Path) -> None:
    store = make(tmp_path / "store", [Made("ambershire", "2018-01-01", "good")])
    with pytest.raises(QueryError, match="made by an older version; build it again"):
        pattern("trajectories").find(store)
