"""Each statistic against scipy, statsmodels or scikit-learn, or a count made by hand."""

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from kg.analysis.statistics import (
    CLUSTERS,
    DRAWS,
    adjusted,
    clustered_odds,
    drawn_with,
    draws,
    percentiles,
    rank_test,
    ratio_interval,
    stratified_odds,
    tau_b,
    told_chance,
    two_sided,
    wilson,
)


def random(*shape: int, high: int = 30) -> np.ndarray:
    return np.random.default_rng(7).integers(0, high, shape).astype(float)


@pytest.mark.parametrize("z", [0.0, 0.5, -1.96, 8.0])
def test_the_normal_tails_are_those_of_scipy(z: float) -> None:
    assert two_sided(z) == pytest.approx(2 * stats.norm.sf(abs(z)))


@pytest.mark.parametrize(("cases", "of"), [(0, 9), (5, 5), (3, 17), (43, 44)])
def test_wilsons_interval_is_that_of_statsmodels(cases: int, of: int) -> None:
    assert wilson(cases, of) == pytest.approx(proportion_confint(cases, of, method="wilson"))


def test_adjusted_probabilities_are_those_of_statsmodels() -> None:
    chances = [0.04, 0.001, 0.3, 0.02, 0.9, 0.02]
    expected = multipletests(chances, method="fdr_bh")[1]
    assert adjusted(chances) == pytest.approx(list(expected))


def test_what_was_not_tested_is_not_counted_as_a_test() -> None:
    assert adjusted([0.01, None, 0.04]) == [0.02, None, 0.04]
    assert adjusted([]) == []


def test_a_probability_is_told_with_two_digits_and_not_below_a_ten_thousandth() -> None:
    assert told_chance(0.01234) == 0.012
    assert told_chance(3e-19) == 0.0001


def test_stratified_odds_are_those_of_statsmodels() -> None:
    a, b, c, d = random(4, 5) + 1
    tables = np.array([[a, b], [c, d]])
    expected = StratifiedTable(tables)
    found = stratified_odds(a, b, c, d)
    assert found.value == pytest.approx(expected.oddsratio_pooled)
    assert (found.low, found.high) == pytest.approx(expected.oddsratio_pooled_confint())
    assert found.p == pytest.approx(expected.test_null_odds(correction=False).pvalue)


def test_strata_in_which_nothing_is_compared_do_not_count() -> None:
    a, b, c, d = (np.array(cells) for cells in ([9.0, 4], [3.0, 0], [2.0, 0], [8.0, 0]))
    assert stratified_odds(a, b, c, d).value == pytest.approx(9 * 8 / (3 * 2))
    nothing = np.zeros(2)
    assert stratified_odds(nothing, nothing, nothing, nothing) is None


def test_where_all_reports_are_cases_only_the_test_holds() -> None:
    """Ten of ten against five of ten: the ratio is infinite, the test is that of scipy."""
    found = stratified_odds(*(np.array([cell]) for cell in (10.0, 0.0, 5.0, 5.0)))
    chi_square = stats.chi2_contingency([[10, 0], [5, 5]], correction=False).statistic
    # Mantel and Haenszel's variance has n - 1 where Pearson's has n
    assert found.value == math.inf
    assert found.p == pytest.approx(stats.chi2.sf(chi_square * 19 / 20, 1))


def test_clustered_odds_are_the_jackknife_of_statsmodels_odds() -> None:
    a, b, c, d = random(4, 24, 3, 2) + 1  # 24 clusters, three strata, two questions
    found = clustered_odds(a, b, c, d)
    for question in range(2):

        def pooled(kept: list[int], question: int = question) -> float:
            cells = [cell[kept, :, question].sum(axis=0) for cell in (a, b, c, d)]
            return math.log(StratifiedTable(np.array(cells).reshape(2, 2, 3)).oddsratio_pooled)

        without = [pooled([x for x in range(24) if x != left]) for left in range(24)]
        error = math.sqrt(23 / 24 * sum((x - np.mean(without)) ** 2 for x in without))
        value = pooled(list(range(24)))
        assert found[question].value == pytest.approx(math.exp(value))
        assert found[question].high == pytest.approx(
            math.exp(value + stats.norm.ppf(0.975) * error)
        )
        assert found[question].p == pytest.approx(2 * stats.norm.sf(abs(value / error)))


def test_clustered_odds_of_nothing_or_of_few_are_not_given() -> None:
    few = random(4, CLUSTERS - 1, 2, 1) + 1
    assert clustered_odds(*few) == [None]
    nothing = np.zeros((CLUSTERS, 2, 1))
    assert clustered_odds(nothing, nothing, nothing, nothing) == [None]


def test_a_draw_has_as_many_clusters_as_there_are_and_is_the_same_again() -> None:
    drawn = draws(7)
    assert drawn.shape == (DRAWS, 7)
    assert set(drawn.sum(axis=1)) == {7.0}
    assert (drawn == draws(7)).all()


def test_things_are_drawn_with_their_cluster() -> None:
    drawn = drawn_with(["b", "a", "b"])
    assert (drawn[:, 0] == drawn[:, 2]).all()
    assert (drawn[:, 0] + drawn[:, 1] == 2).all()


def test_percentiles_leave_a_few_undefined_draws_out_but_not_many() -> None:
    values = np.concatenate([np.arange(99.0), [np.nan]])
    assert percentiles(values) == pytest.approx(tuple(np.quantile(np.arange(99.0), (0.025, 0.975))))
    assert percentiles(np.array([1.0, np.nan])) is None


def test_the_interval_of_a_ratio_is_near_that_of_scipys_bootstrap() -> None:
    of = random(60, high=20) + 5
    cases = np.floor(of * np.random.default_rng(3).uniform(0.1, 0.5, 60))
    expected = stats.bootstrap(
        (cases, of), lambda x, y, axis=-1: x.sum(axis=axis) / y.sum(axis=axis), paired=True,
        method="percentile", n_resamples=4000, random_state=np.random.default_rng(1),
    ).confidence_interval  # fmt: skip
    assert ratio_interval(list(cases), list(of)) == pytest.approx(tuple(expected), abs=0.01)


def test_where_all_agree_the_interval_is_wilsons() -> None:
    assert ratio_interval([0, 0, 0], [3, 3, 4]) == pytest.approx(wilson(0, 10))
    assert ratio_interval([1], [2]) is None


def test_the_interval_of_few_clusters_is_not_narrower_than_wilsons() -> None:
    low, high = ratio_interval([1, 2, 1], [3, 5, 3])
    assert low <= wilson(4, 11)[0] and high >= wilson(4, 11)[1]


def test_a_ratio_of_nothing_has_no_interval() -> None:
    assert ratio_interval([0, 0], [0, 0]) is None


def test_the_rank_correlation_is_that_of_scipy() -> None:
    first, second = random(40, high=4), (random(40, high=4) + random(40, high=3)) // 2
    assert tau_b(first, second) == pytest.approx(stats.kendalltau(first, second).statistic)
    assert tau_b([1, 1], [1, 2]) is None


def test_the_interval_of_a_rank_correlation_draws_clusters() -> None:
    first = list(random(30, high=4))
    second = [x + (place % 3 == 0) for place, x in enumerate(first)]
    clusters = [str(place // 2) for place in range(30)]
    found = rank_test(first, second, clusters)
    values = []
    for weights in drawn_with(clusters).astype(int):
        at = np.repeat(np.arange(30), weights)
        values.append(stats.kendalltau(np.array(first)[at], np.array(second)[at]).statistic)
    assert (found.low, found.high) == pytest.approx(tuple(np.nanquantile(values, (0.025, 0.975))))
    assert rank_test([1, 1], [1, 2], ["a", "b"]) is None
