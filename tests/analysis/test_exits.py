"""Who got out of a grade, and what became of them since."""

from datetime import date

import pytest

from kg.analysis import pattern
from kg.analysis.exits import all_exits, exits_like
from kg.analysis.trajectories import overall_trajectories
from kg.corpus import Corpus
from tests.analysis.made_up_reports import Made, authority, make
from tests.analysis.tables import cells

SAID = ["weakness plans", "weakness voice", "strength voice"]
#: Ambershire holds what it got out with; Bexmoor fell and rose above it again; Cawley's latest
#: inspection gives no overall grade; Dunmere stands where the others once stood.
REPORTS = [
    Made("ambershire", "2014-05-01", "inadequate", findings=SAID),
    Made("ambershire", "2018-05-01", "good", findings=SAID),
    Made("bexmoor", "2014-06-01", "inadequate", findings=SAID),
    Made("bexmoor", "2016-06-01", "requires-improvement", findings=SAID),
    Made("bexmoor", "2022-06-01", "inadequate", findings=SAID),
    Made("bexmoor", "2025-06-01", "good", findings=SAID),
    Made("cawley", "2015-07-01", "inadequate", findings=SAID),
    Made("cawley", "2021-07-01", "good", findings=SAID),
    Made("cawley", "2026-06-01", "requires-improvement", findings=SAID, strand="leadership"),
    Made("dunmere", "2024-01-01", "inadequate", findings=SAID),
]
NAMES = {authority(name): name for name in ("ambershire", "bexmoor", "cawley", "dunmere")}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("exits") / "store", REPORTS)


def test_who_held_the_grade_comes_first_and_who_fell_at_any_time_last(corpus: Corpus) -> None:
    found = all_exits(corpus, overall_trajectories(corpus))
    assert [
        (NAMES[e.authority], e.later.ended.year, e.now and e.now.place.code, e.fell_again)
        for e in found
    ] == [
        ("ambershire", 2018, "good", False),
        ("bexmoor", 2025, "good", False),
        ("cawley", 2021, None, None),
        ("bexmoor", 2016, "good", True),
    ]
    fell = found[-1].fall
    assert fell is not None
    assert (fell.ended, fell.place.code) == (date(2022, 6, 1), "inadequate")


def test_beside_one_authority_the_same_order_holds(corpus: Corpus) -> None:
    found = exits_like(corpus, overall_trajectories(corpus), authority("dunmere"))
    fallen = [e.fell_again for e in found]
    assert fallen == sorted(fallen, key=[False, None, True].index)
    assert {NAMES[e.authority] for e in found} == {"ambershire", "bexmoor", "cawley"}


def test_a_grade_that_an_authority_has_no_more_is_in_no_cell(corpus: Corpus) -> None:
    result = pattern("authorities-like-mine").find(corpus)
    rows = cells(result, "got_out", "authority", "now", "grade_now", "fell_again", "since")
    assert ("Cawley", None, None, None, "2026-06-01: leadership requires improvement") in rows
    assert "not known, as the latest inspection gave no overall grade: 1" in result.notes[-1]
