"""Themes that are named together, on reports that make two groups."""

import pytest

from kg.analysis import pattern
from kg.analysis.result import Result
from tests.analysis.made_up_sentences import Made, Said, finding, made_up_store
from tests.analysis.tables import table

TOGETHER = ["front-door plans", "front-door plans", "governance leadership", "supervision"]


def reports() -> list[Made]:
    """Six reports, each with the same four weaknesses and one strength."""
    said = [*(Said("weakness", themes) for themes in TOGETHER), Said("strength", "plans")]
    return [Made(f"authority-{n}", "2016-05-01", "good", said) for n in range(6)]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Result:
    folder = tmp_path_factory.mktemp("communities") / "s"
    return pattern("communities").find(made_up_store(folder, reports()), {"seeds": "5"})


def test_themes_that_are_named_together_are_one_community(found: Result) -> None:
    told = {row["theme"]: row for row in table(found, "communities")}
    assert told["plans"]["community"] == told["front-door"]["community"]
    assert told["governance"]["community"] == told["leadership"]["community"]
    assert len({row["community"] for row in told.values()}) == 3
    assert told["plans"]["seeds_together"] == 100.0
    assert told["supervision"]["seeds_together"] is None  # it has no fellows


def test_ties_are_counted_and_compared_with_chance(found: Result) -> None:
    """Of 24 sentences 12 name plans and 12 the front door, always together; 6 by chance."""
    told = {(row["theme"], row["other"]): row for row in table(found, "ties")}
    tie = told["front-door", "plans"]
    assert (tie["together"], tie["expected"], tie["lift"], tie["weight"]) == (12, 6.0, 2.0, 1.0)
    assert len(tie["evidence"]) == 12
    assert finding(reports()[0], 0) in tie["evidence"]


def test_where_all_authorities_are_alike_the_intervals_are_points(found: Result) -> None:
    for row in table(found, "central"):
        assert row["pagerank_low"] == row["pagerank"] == row["pagerank_high"]


def test_within_a_report_a_theme_needs_two_findings(tmp_path) -> None:
    store = made_up_store(tmp_path / "s", reports())
    result = pattern("communities").find(store, {"within": "report"})
    assert result.tables == ()
    assert "too few" in result.notes[0]
