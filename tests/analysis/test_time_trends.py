"""Themes over time, on reports whose shares are made by hand."""

from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm

from kg.analysis import pattern
from kg.analysis.inspections import bodies
from kg.analysis.theme_measures import changes, measure
from kg.analysis.time_trends import YEAR, break_design
from tests.analysis.made_up_sentences import Made, Said, made_up_store
from tests.analysis.tables import table


def reports() -> list[Made]:
    """Ten reports by one framework, ten by the next; the new one has more on plans."""
    made = []
    for number in range(20):
        newer = number >= 10
        of_plans = 3 if newer else 1
        said = [Said("weakness" if number % 3 else "strength", "plans")] * of_plans
        said += [Said("strength", "supervision")] * (4 + number % 2)
        day = f"{2016 + (number - 10 * newer) // 5 + 2 * newer}-0{number % 5 + 1}-01"
        framework = "ILACS-2018" if newer else "SIF-2013"
        made.append(Made(f"authority-{number:02}", day, "good", said, framework))
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    return made_up_store(tmp_path_factory.mktemp("trends") / "s", reports())


def test_a_year_has_the_mean_of_its_reports(store) -> None:
    told = {
        (row["theme"], row["year"]): row for row in table(pattern("time").find(store, {}), "years")
    }
    of = told["plans", 2016]
    # five reports with one sentence of five or six on plans; 1, 2 and 4 of them blame
    assert of["attention"] == round(100 * (3 / 5 + 2 / 6) / 5, 2)
    assert (of["reports"], of["strengths"], of["weaknesses"]) == (5, 2, 3)
    assert of["weak_share"] == 60.0
    assert len(of["evidence"]) == 5


def test_the_break_is_that_of_statsmodels(store) -> None:
    told = {
        (row["theme"], row["measure"]): row
        for row in table(pattern("time").find(store, {}), "breaks")
    }
    found = bodies(store)
    (change,) = changes(found)
    assert change == ("SIF-2013", "ILACS-2018", date(2018, 1, 1))
    counted = measure(found, [("plans", "Plans")])
    days = np.array([float((body.ended - change[2]).days) for body in found])
    newer = np.array([float(body.framework == "ILACS-2018") for body in found])
    groups = np.unique([body.authority for body in found], return_inverse=True)[1]
    fitted = sm.OLS(counted.outcomes("attention")[:, 1], break_design(days, newer)).fit(
        cov_type="cluster", cov_kwds={"groups": groups}
    )
    of = told["plans", "attention"]
    assert of["jump"] == round(fitted.params[2], 2)
    assert (of["low"], of["high"]) == tuple(round(end, 2) for end in fitted.conf_int()[2])
    assert (of["reports_before"], of["reports_after"]) == (10, 10)
    assert pytest.approx(365.25) == YEAR


def test_one_theme_can_be_asked_for(store) -> None:
    result = pattern("time").find(store, {"theme": "plans"})
    assert {row["theme"] for row in table(result, "years")} == {"(all)", "plans"}


def test_a_framework_of_few_reports_gives_no_break(tmp_path) -> None:
    result = pattern("time").find(made_up_store(tmp_path / "s", reports()[:14]))
    assert table(result, "breaks") == []
    assert any("newer one: none." in note for note in result.notes)


def test_a_year_of_few_reports_gives_counts_and_no_share(tmp_path) -> None:
    result = pattern("time").find(made_up_store(tmp_path / "s", reports()[:7]))
    told = {(row["theme"], row["year"]): row for row in table(result, "years")}
    assert told["plans", 2017]["reports"] == 2
    assert told["plans", 2017]["attention"] is None
    assert told["plans", 2017]["weak_share"] is None
