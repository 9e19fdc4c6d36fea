"""What marks a grade, on reports whose counts are made by hand."""

from datetime import date

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import StratifiedTable

from kg.analysis import pattern
from kg.analysis.inspections import period
from kg.analysis.result import Result
from tests.analysis.made_up_sentences import Made, Said, finding, made_up_store

BLAME, PRAISE = Said("weakness", "supervision"), Said("strength", "plans")


def reports() -> list[Made]:
    """Six inadequate reports, of which five blame supervision; six good ones, of which two do.

    Half of each are of 2014, half of 2016.
    """
    made = []
    for number in range(12):
        grade = "inadequate" if number < 6 else "good"
        blamed = number < 5 or number in (6, 7)
        said = [BLAME, BLAME, PRAISE, PRAISE] if blamed else [Said("weakness", "plans"), PRAISE]
        year = 2014 + 2 * (number % 2)
        made.append(Made(f"authority-{number:02}", f"{year}-05-01", grade, said))
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return pattern("marks").find(made_up_store(tmp_path_factory.mktemp("marks") / "s", reports()))


def row(result: Result, table: int, grade: str, side: str, code: str) -> dict[str, object]:
    columns = [column.name for column in result.tables[table].columns]
    for each in result.tables[table].rows:
        if each.cells[:4] == (grade, side, "theme", code):
            return dict(zip(columns, each.cells, strict=True)) | {"evidence": each.evidence}
    raise KeyError(code)


def test_it_is_told_in_how_many_reports_a_theme_is_a_weakness(found: Result) -> None:
    told = row(found, 0, "inadequate", "weakness", "supervision")
    assert (told["reports"], told["of"], told["share"]) == (5, 6, 83.3)
    # three inadequate reports in each period; of the good ones one of three in each
    assert told["others"] == 33.3


def test_the_odds_are_those_of_statsmodels_over_the_periods(found: Result) -> None:
    told = row(found, 0, "inadequate", "weakness", "supervision")
    expected = StratifiedTable([np.array([[3, 0], [1, 2]]), np.array([[2, 1], [1, 2]])])
    assert told["odds_ratio"] == round(expected.oddsratio_pooled, 2)


def test_every_figure_has_its_sentences(found: Result) -> None:
    told = row(found, 0, "inadequate", "weakness", "supervision")
    first = reports()[0]
    assert len(told["evidence"]) == 10
    assert finding(first, 0) in told["evidence"]
    emphasis = row(found, 1, "inadequate", "weakness", "supervision")
    assert (emphasis["findings"], emphasis["of"]) == (10, 11)
    assert len(emphasis["evidence"]) == emphasis["findings"]


def test_one_sentence_is_not_enough_unless_asked(found: Result) -> None:
    with pytest.raises(KeyError):
        row(found, 0, "inadequate", "weakness", "plans")


def test_the_worst_grade_and_its_weaknesses_come_first(found: Result) -> None:
    assert found.tables[0].rows[0].cells[:4] == ("inadequate", "weakness", "theme", "supervision")


def test_fewer_than_five_reports_of_a_grade_give_no_figure(tmp_path) -> None:
    few = reports()[:3] + reports()[6:]
    result = pattern("marks").find(made_up_store(tmp_path / "few", few), {"grade": "inadequate"})
    assert result.tables[0].rows == ()
    assert any(note.startswith("Only 3 reports are graded inadequate") for note in result.notes)


def test_sentences_of_a_summary_are_not_counted(tmp_path) -> None:
    again = [
        Made(
            r.authority, r.ended, r.grade, [*r.said, Said("weakness", "governance", (), "summary")]
        )
        for r in reports()
    ]
    result = pattern("marks").find(made_up_store(tmp_path / "again", again), {"least": "1"})
    assert not any(each.cells[3] == "governance" for each in result.tables[0].rows)


def test_a_period_is_a_span_of_whole_years() -> None:
    assert period(date(2015, 12, 31), 2) == "2014-2015"
    assert period(date(2016, 1, 1), 1) == "2016"


def test_a_thing_told_in_fewer_than_five_reports_of_a_grade_has_no_odds(found: Result) -> None:
    """Two good reports blame supervision: the share of six stands, and no odds are told."""
    told = row(found, 0, "good", "weakness", "supervision")
    assert (told["reports"], told["of"], told["share"]) == (2, 6, 33.3)
    empty = ("odds_ratio", "odds_low", "odds_high", "q")
    assert [told[name] for name in empty] == [None] * 4
