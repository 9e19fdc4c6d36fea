"""The questions in ``queries/patterns/`` where the small graph has nothing to say."""

import pytest

from kg.corpus import Corpus
from kg.corpus.catalogue import bind, find
from tests.analysis.made_up_reports import Made, make

REPORTS = [
    Made("ambershire", "2015-01-01", "good", items=[("Plan ahead.", "plans")]),
    Made(
        "ambershire", "2018-01-01", "inadequate", items=[("Make plans, and listen.", "plans voice")]
    ),
    Made("cawley", "2016-01-01", "inadequate", items=[("PLAN ahead.", "plans")]),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("asked") / "store", REPORTS)


@pytest.mark.parametrize(
    ("name", "given", "columns", "rows"),
    [
        (
            "neighbours-grades",
            {"authority": "ambershire"},
            ("neighbour", "ended", "grade"),
            [("Cawley", "2016-01-01", "inadequate")],
        ),
        (
            "same-words",
            {},
            ("text", "authorities", "first"),
            [("plan ahead.", "2", "2015-01-01")],
        ),
        (
            "told-again",
            {},
            ("authority", "theme", "times", "first", "last"),
            [("Ambershire", "Plans", "2", "2015-01-01", "2018-01-01")],
        ),
        (
            "grade-changes",
            {},
            ("authority", "before", "after", "gained"),
            [("Ambershire", "good", "inadequate", "-2")],
        ),
    ],
)
def test_the_answer_is_that_worked_out_by_hand(
    store: Corpus,
    name: str,
    given: dict[str, str],
    columns: tuple[str, ...],
    rows: list[tuple[str, ...]],
) -> None:
    query = find(f"patterns/{name}")
    found = store.select(query.text, bind(query, given, store))
    places = [found.variables.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in found.rows] == rows
