"""Boards, on reports whose counts are made by hand."""

import pytest
from scipy import stats

from kg.analysis import pattern
from kg.analysis.result import Result
from tests.analysis.made_up_sentences import Made, Said, finding, made_up_store
from tests.analysis.tables import table

UNCLEAR = "The relationship between the LSCB and the Health and Wellbeing Board is unclear."
#: the board's grade, the authority's
GRADES = [("good", "good"), ("good", "requires-improvement"), ("inadequate", "inadequate"),
          ("inadequate", "inadequate"), ("requires-improvement", "good"),
          ("requires-improvement", "requires-improvement")]  # fmt: skip


def reports() -> list[Made]:
    """Six reports that grade a board; by another framework five before the change, five after.

    Before the change each mentions the board in one of four sentences, after it two do, one
    mentioning the partnership.
    """
    made = []
    for number, (board, grade) in enumerate(GRADES):
        said = [Said("strength", "governance leadership", ("hwb",)), Said("weakness", "plans")]
        if number == 0:
            said = [Said("weakness", "governance", ("lscb", "hwb"), text=UNCLEAR)]
        made.append(Made(f"authority-{number}", f"2015-0{number + 1}-01", grade, said, board=board))
    for number in range(10):
        mentions = ("lscb",) if number < 5 else ("partnership",) if number < 7 else ()
        said = [Said("none", "governance", mentions)] + [Said("strength", "plans")] * 3
        year = 2018 if number < 5 else 2022
        made.append(
            Made(f"authority-{number}", f"{year}-0{number % 5 + 1}-01", "good", said, "ILACS-2018")
        )
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return pattern("boards").find(made_up_store(tmp_path_factory.mktemp("boards") / "s", reports()))


def test_grades_stand_side_by_side(found: Result) -> None:
    told = {(row["board"], row["authority"]): row for row in table(found, "grades")}
    both = told["inadequate", "inadequate"]
    assert both["reports"] == 2
    assert both["share"] is None  # two boards are too few for a share
    assert len(both["evidence"]) == 4  # both judgements of both reports
    assert told["inadequate", "good"]["reports"] == 0


def test_agreement_is_the_rank_correlation_of_scipy(found: Result) -> None:
    told = table(found, "agreement")[0]
    ranks = {"good": 2, "requires-improvement": 3, "inadequate": 4}
    x, y = zip(*((ranks[a], ranks[b]) for a, b in GRADES), strict=True)
    assert told["tau_b"] == round(stats.kendalltau(x, y).statistic, 2)
    assert (told["board_better"], told["same"], told["board_worse"]) == (1, 4, 1)


def test_what_is_said_of_each_type_is_counted(found: Result) -> None:
    told = {row["type"]: row for row in table(found, "types")}
    of = told["HealthAndWellbeingBoard"]
    assert (of["reports"], of["findings"], of["strengths"], of["weaknesses"]) == (6, 6, 5, 1)
    assert of["weak_share"] == 16.7
    assert told["SafeguardingPartnership"]["weak_share"] is None


def test_what_health_and_wellbeing_boards_do_in_governance_is_quoted(found: Result) -> None:
    told = table(found, "sentences")
    assert len(told) == 6
    assert [row["ended"].isoformat() for row in told][:2] == ["2015-06-01", "2015-05-01"]
    assert told[-1]["text"] == UNCLEAR
    assert told[-1]["evidence"] == (finding(reports()[0], 0),)


def test_lines_that_are_called_unclear_are_quoted_once(found: Result) -> None:
    told = table(found, "unclear")
    assert [(row["authority"], row["boards"]) for row in told] == [
        ("Authority-0", "HealthAndWellbeingBoard LSCB")
    ]


def test_mentions_before_and_after_the_change(found: Result) -> None:
    within, between = table(found, "effect")
    assert (within["family"], within["before"], within["after"]) == ("ILACS", 100.0, 40.0)
    # five of twenty sentences before, two of twenty after
    assert (within["per_hundred_before"], within["per_hundred_after"]) == (25.0, 10.0)
    assert within["ratio"] == 0.4
    assert (between["family"], between["before"]) == ("SIF ILACS", 16.7)


def test_years_with_few_reports_give_counts_and_no_rate(tmp_path) -> None:
    result = pattern("boards").find(made_up_store(tmp_path / "s", reports()[:3]))
    (told,) = table(result, "often")
    assert (told["reports"], told["lscb"], told["per_report"]) == (3, None, None)
