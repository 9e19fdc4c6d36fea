"""The two regressions against statsmodels and scipy."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.optimize import minimize
from statsmodels.miscmodels.ordinal_model import OrderedModel

from kg.analysis.regression import (
    grade_probabilities,
    least_squares,
    log_loss,
    ordered_logistic,
)

RANDOM = np.random.default_rng(11)
FEATURES = RANDOM.normal(size=(120, 3))
LATENT = FEATURES @ [1.5, -1.0, 0.0] + RANDOM.logistic(size=120)
GRADES = np.digitize(LATENT, [-1.5, 0.2, 2.0])


def test_clustered_errors_are_those_of_statsmodels() -> None:
    design = np.column_stack([np.ones(60), np.arange(60) / 10, np.arange(60) % 7 > 2]).astype(float)
    outcomes = RANDOM.normal(size=(60, 2)) + design[:, 1:]
    clusters = [f"authority {place % 23}" for place in range(60)]
    found = least_squares(design, outcomes, clusters, 2)
    for place in range(2):
        groups = np.unique(clusters, return_inverse=True)[1]
        fitted = sm.OLS(outcomes[:, place], design).fit(
            cov_type="cluster", cov_kwds={"groups": groups}
        )
        assert found[place].value == pytest.approx(fitted.params[2])
        assert (found[place].low, found[place].high) == pytest.approx(tuple(fitted.conf_int()[2]))
        assert found[place].p == pytest.approx(fitted.pvalues[2])


def test_a_coefficient_that_the_data_do_not_determine_is_not_given() -> None:
    letters, one = list("abcdefghijklmnopqrstuvwxyz"), np.ones((26, 1))
    assert least_squares(np.ones((26, 2)), one, letters, 1) == [None]  # two terms that are one
    assert least_squares(one, one, letters, 0) == [None]  # nothing varies
    varied = np.arange(26.0)[:, None]
    assert least_squares(one, varied, ["a", "b"] * 13, 0) == [None]  # two clusters
    assert least_squares(one, varied, letters, 0)[0].value == pytest.approx(12.5)


def test_without_a_penalty_the_ordered_model_is_that_of_statsmodels() -> None:
    found = ordered_logistic(FEATURES, GRADES, 4, 0.0)
    fitted = OrderedModel(GRADES, FEATURES, distr="logit").fit(method="bfgs", disp=False, gtol=1e-8)
    assert found[:3] == pytest.approx(fitted.params[:3], abs=1e-4)
    expected = fitted.predict(FEATURES)
    assert grade_probabilities(found, FEATURES) == pytest.approx(expected, abs=1e-4)


def test_with_a_penalty_it_is_the_least_that_scipy_finds() -> None:
    def loss(parameters: np.ndarray) -> float:
        weights, first, steps = parameters[:3], parameters[3], np.exp(parameters[4:])
        cuts = np.concatenate([[-np.inf, first], first + np.cumsum(steps), [np.inf]])
        latent = FEATURES @ weights
        chances = 1 / (1 + np.exp(latent - cuts[GRADES + 1])) - 1 / (
            1 + np.exp(latent - cuts[GRADES])
        )
        return -np.log(chances).sum() + 2.5 * (weights**2).sum()

    least = minimize(loss, np.zeros(6), method="BFGS", options={"gtol": 1e-7})
    found = ordered_logistic(FEATURES, GRADES, 4, 5.0)
    assert found[:3] == pytest.approx(least.x[:3], abs=1e-4)
    assert found[3] == pytest.approx(least.x[3], abs=1e-4)


def test_a_feature_that_parts_the_grades_wholly_stays_finite_under_a_penalty() -> None:
    found = ordered_logistic(np.array([[-1.0], [-1.0], [1.0], [1.0]]), np.array([0, 0, 1, 1]), 2, 1)
    assert np.isfinite(found).all()
    chances = grade_probabilities(found, np.array([[-1.0], [1.0]]))
    assert chances.sum(axis=1) == pytest.approx([1, 1])
    assert chances[0, 0] == pytest.approx(chances[1, 1])


def test_the_log_loss_of_a_coin_is_that_of_two() -> None:
    assert log_loss([0.5, 0.5]) == pytest.approx(np.log(2))
