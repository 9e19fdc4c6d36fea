"""Every statistic against an independent implementation, on numbers drawn with a seed."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats
from sklearn.feature_extraction.text import TfidfVectorizer
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.multitest import multipletests

from kg.analysis.downgrades import benjamini_hochberg, sign_test
from kg.analysis.grade_durations import median_time
from kg.analysis.recurrence import fisher_exact
from kg.analysis.theme_profiles import weighed
from kg.corpus.text_similarity import similar_pairs, stems


@pytest.mark.parametrize(("more", "less"), [(0, 0), (1, 0), (5, 5), (15, 4), (2, 11), (0, 21)])
def test_the_sign_test_is_scipys_binomial_test(more: int, less: int) -> None:
    expected = stats.binomtest(more, more + less).pvalue if more + less else 1.0
    assert sign_test(more, less) == pytest.approx(expected)


def test_benjamini_and_hochberg_is_statsmodels() -> None:
    values = np.random.default_rng(1).random(40) ** 3
    expected = multipletests(values, method="fdr_bh")[1]
    assert benjamini_hochberg(list(values)) == pytest.approx(list(expected))


@pytest.mark.parametrize("seed", range(30))
def test_fishers_test_is_scipys(seed: int) -> None:
    a, b, c, d = (int(n) for n in np.random.default_rng(seed).integers(0, 30, 4))
    assert fisher_exact(a, b, c, d) == pytest.approx(stats.fisher_exact([[a, b], [c, d]])[1])


@pytest.mark.parametrize("seed", range(30))
def test_the_median_stay_is_that_of_statsmodels(seed: int) -> None:
    numbers = np.random.default_rng(seed)
    times = numbers.integers(1, 40, 25).astype(float)
    ended = numbers.random(25) < 0.7
    expected = float(SurvfuncRight(times, ended.astype(int)).quantile(0.5))
    found = median_time(list(times), list(ended))
    assert (found is None and np.isnan(expected)) or found == expected


def test_how_alike_texts_are_is_scikit_learns_tf_idf() -> None:
    texts = [
        "Ensure that supervision is regular and reflective.",
        "Make supervision regular, and reflective in all teams.",
        "Improve plans for children who leave care.",
        "Plans for children who leave care must improve quickly.",
        "Audit the records of the duty team.",
    ]
    vectors = TfidfVectorizer(analyzer=_terms, sublinear_tf=True).fit_transform(texts).toarray()
    expected = vectors @ vectors.T
    found = {(one, other): alike for one, other, alike in similar_pairs(texts, 1e-9)}
    for one in range(5):
        for other in range(one + 1, 5):
            assert found.get((one, other), 0.0) == pytest.approx(expected[one, other])


def test_profiles_are_shares_by_rarity_of_length_one() -> None:
    # two rows, two themes: "plans" in both, "voice" in one; ln(3/3)+1 = 1 and ln(3/2)+1 = 1.405465
    found = weighed({"a": {"plans": 1, "voice": 1}, "b": {"plans": 4}})
    length = np.hypot(0.5, 0.5 * 1.4054651081)
    assert found.authorities == ("a", "b")
    assert found.values[0] == pytest.approx([0.5 / length, 0.5 * 1.4054651081 / length])
    assert found.values[1] == pytest.approx([1.0, 0.0])
    assert found.shared(0, 1) == ["plans"]


def _terms(text: str) -> list[str]:
    words = stems(text)
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]
