"""Which grades are an authority's own on a day, and since when they are not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.analysis import pattern
from kg.analysis.latest_grades import latest, overtaken
from kg.corpus import Corpus
from tests.analysis.made_up_reports import Made, authority, iri, make
from tests.analysis.tables import cells
from tests.conftest import REPOSITORY, RunKg

SAID = ["weakness plans", "strength voice"]
#: Ambershire was inspected since without an overall grade, Bexmoor had a partnership judged since,
#: Cawley had a joint inspection since, which grades nobody, Dunmere has its overall grade still.
REPORTS = [
    Made("ambershire", "2022-06-01", "requires-improvement", findings=SAID),
    Made("ambershire", "2026-06-01", "outstanding", findings=SAID, strand="leadership"),
    Made("bexmoor", "2022-06-01", "good", findings=SAID),
    Made("bexmoor", "2024-06-01", "positive", "AreaSEND", SAID, strand="send"),
    Made("cawley", "2021-06-01", "inadequate", findings=SAID),
    Made("cawley", "2025-06-01", family="JTAI", findings=SAID),
    Made("dunmere", "2020-06-01", "inadequate", findings=SAID),
    Made("dunmere", "2023-06-01", "good", findings=SAID),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("current") / "store", REPORTS)


def ended(store: Corpus, name: str, about: str = "authority", until: date | None = None):
    found = latest(store, until).get((authority(name), about))
    return found and found.ended


def test_the_latest_inspection_is_that_of_the_same_kind_of_body(store: Corpus) -> None:
    assert ended(store, "ambershire") == date(2026, 6, 1)
    assert ended(store, "bexmoor") == date(2022, 6, 1)
    assert ended(store, "bexmoor", "partnership") == date(2024, 6, 1)


def test_a_day_counts_what_was_there_by_then(store: Corpus) -> None:
    assert ended(store, "ambershire", until=date(2025, 1, 1)) == date(2022, 6, 1)
    assert ended(store, "ambershire", until=date(2022, 5, 31)) is None


def test_a_grade_is_current_until_the_next_inspection(store: Corpus) -> None:
    now = latest(store)
    given = date(2022, 6, 1)
    later = overtaken(now, authority("ambershire"), "authority", given)
    assert later is not None
    assert later.told == "leadership outstanding"
    assert overtaken(now, authority("bexmoor"), "authority", given) is None


def test_trajectories_say_whose_grade_is_not_their_own_any_more(store: Corpus) -> None:
    result = pattern("trajectories").find(store)
    assert cells(result, "authorities", "authority", "path", "overtaken", "given_then") == [
        ("Ambershire", "requires-improvement", date(2026, 6, 1), "leadership outstanding"),
        ("Bexmoor", "good", None, ""),
        ("Cawley", "inadequate", None, ""),
        ("Dunmere", "inadequate > good", None, ""),
    ]


def test_a_stay_at_a_grade_is_known_to_the_inspection_that_gave_none(store: Corpus) -> None:
    """Ambershire's lasted from June 2022 to June 2026 at least: four years, and open."""
    result = pattern("trajectories").find(store)
    found = cells(result, "time_at_grade", "place", "spells", "open", "years")
    assert (3, 1, 1, 4.0) in found


def test_nobody_is_set_beside_a_grade_that_is_gone(store: Corpus) -> None:
    """Dunmere was never graded as Ambershire was; and Ambershire is graded so no more."""
    result = pattern("authorities-like-mine").find(store, {"authority": "ambershire"})
    assert cells(result, "got_out", "authority") == []
    assert any("has no overall grade now" in note for note in result.notes)
    result = pattern("authorities-like-mine").find(store, {"authority": "cawley"})
    assert cells(result, "got_out", "authority") == [("Dunmere",)]
    paths = dict(cells(result, "nearest", "nearest", "path"))
    assert paths["Ambershire"] == "requires-improvement | leadership outstanding"


def test_the_published_frameworks_end_the_overall_grade(tmp_path: Path, run_kg: RunKg) -> None:
    """With the real vocabulary: ILACS since April 2026 judges the authority, and not overall."""
    examples = REPOSITORY / "examples"
    done = run_kg(
        "build", examples / "reports", "--vocabulary", examples / "register.ttl",
        "--store", tmp_path / "store",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer = run_kg("patterns", "trajectories", "--table", "authorities", "--format", "csv",
                    "--store", tmp_path / "store").stdout  # fmt: skip
    (line,) = [line for line in answer.splitlines() if "Northmoor" in line]
    assert "2026-05-22,leadership outstanding; help and protection good; in care good; " in line
    # two inspections of 2013, each of a part of the services: neither ends the other's grades
    (line,) = [line for line in answer.splitlines() if "Marlowe" in line]
    assert "adequate > inadequate" in line and "faller,,," in line


def test_a_report_whose_grades_are_not_known_ends_the_older_ones(tmp_path: Path) -> None:
    """The framework says that the report must grade: that nothing was understood is no comfort."""
    made = [*REPORTS[:1], Made("ambershire", "2025-06-01", findings=SAID)]
    store = make(
        tmp_path / "store", made,
        vocabulary="framework:ILACS cs:hasStrand strand:overall ; "
        "cs:requiresStrand strand:overall .",
    )  # fmt: skip
    found = overtaken(latest(store), authority("ambershire"), "authority", date(2022, 6, 1))
    assert found is not None
    assert (found.report.iri, found.told) == (iri(made[1]), "grades not known")
