"""Intervals, odds and tests that the patterns use, in numpy alone.

Counts come in, plain numbers go out; a figure that the counts do not carry is ``None``.  Each
function is checked in ``tests/analysis/test_statistics.py`` against another implementation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import comb
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The level of every interval.
LEVEL = 0.95
#: Half the width of an interval, in standard errors.
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
#: Of fewer clusters an error that lets the observations of a cluster be alike is too small.
CLUSTERS = 20
#: Draws of a bootstrap, and the seed they are drawn with: the same input gives the same figures.
DRAWS = 500
SEED = 20140101

if TYPE_CHECKING:
    Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, its interval, and the probability of one as far from no effect by chance."""

    value: float
    low: float
    high: float
    p: float


def two_sided(z: float) -> float:
    """The probability of a standard normal value at least as far from 0 as ``z``."""
    return math.erfc(abs(z) / math.sqrt(2))


def wilson(cases: float, of: float) -> tuple[float, float]:
    """The Wilson score interval of a share, ``cases`` of ``of`` (which must be above 0)."""
    share, square = cases / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def adjusted(probabilities: Sequence[float | None]) -> list[float | None]:
    """Benjamini and Hochberg's adjusted probabilities (false discovery rate), in the order given.

    What was not tested (``None``) stays so and is not counted as a test.
    """
    known = sorted((p, place) for place, p in enumerate(probabilities) if p is not None)
    found: list[float | None] = [None] * len(probabilities)
    least = 1.0
    for rank in range(len(known), 0, -1):
        p, place = known[rank - 1]
        least = min(least, p * len(known) / rank)
        found[place] = least
    return found


def told_chance(probability: float) -> float:
    """A probability as it is told: two digits, and not less than 0.0001.

    What the tests assume does not hold so exactly that a smaller one would mean anything.
    """
    return max(float(f"{probability:.2g}"), 0.0001)


def stratified_odds(a: Floats, b: Floats, c: Floats, d: Floats) -> Estimate | None:
    """Mantel and Haenszel's common odds ratio of 2x2 tables, one a stratum.

    ``a`` of ``a + b`` cases in the group and ``c`` of ``c + d`` outside of it, each an array over
    strata.  The interval is that of Robins, Breslow and Greenland, the test Mantel and Haenszel's
    without correction for continuity.  The units that were counted are taken to be independent.
    Where all or none of a side are cases the ratio is infinite or 0, and only the test holds;
    ``None`` if no stratum compares anything.
    """
    import numpy as np

    n = a + b + c + d
    kept = n > 1
    a, b, c, d, n = a[kept], b[kept], c[kept], d[kept], n[kept]
    r, s = a * d / n, b * c / n
    expected = (a + b) * (a + c) / n
    spread = (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1))
    if spread.sum() <= 0:
        return None
    chance = two_sided(float((a - expected).sum() / math.sqrt(spread.sum())))
    if r.sum() <= 0 or s.sum() <= 0:
        return Estimate(math.inf if r.sum() > 0 else 0.0, 0.0, math.inf, chance)
    p, q = (a + d) / n, (b + c) / n
    variance = (
        (p * r).sum() / (2 * r.sum() ** 2)
        + (p * s + q * r).sum() / (2 * r.sum() * s.sum())
        + (q * s).sum() / (2 * s.sum() ** 2)
    )
    value, error = float(np.log(r.sum() / s.sum())), math.sqrt(variance)
    return Estimate(
        math.exp(value), math.exp(value - Z * error), math.exp(value + Z * error), chance
    )


def clustered_odds(a: Floats, b: Floats, c: Floats, d: Floats) -> list[Estimate | None]:
    """Mantel and Haenszel's odds ratio of sentences that are not independent, for many questions.

    Each array has the shape (clusters, strata, questions) and counts what one cluster gives to
    one stratum.  The interval and the test come from leaving out one cluster after the other (the
    jackknife), so that sentences of one cluster may be as alike as they like; fewer than
    `CLUSTERS` give nothing.
    """
    import numpy as np

    def log_odds(left_out: bool) -> Floats:
        parts = [part.sum(axis=0) - (part if left_out else 0) for part in (a, b, c, d)]
        n = np.maximum(sum(parts), 1)
        r, s = (parts[0] * parts[3] / n).sum(axis=-2), (parts[1] * parts[2] / n).sum(axis=-2)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.log(r) - np.log(s))

    values, without = log_odds(False), log_odds(True)
    clusters = without.shape[0]
    if clusters < CLUSTERS:
        return [None] * without.shape[1]
    with np.errstate(invalid="ignore"):
        errors = np.sqrt(
            (clusters - 1) / clusters * ((without - without.mean(axis=0)) ** 2).sum(axis=0)
        )
    return [
        Estimate(
            math.exp(value),
            math.exp(value - Z * error),
            math.exp(value + Z * error),
            two_sided(value / error),
        )
        if math.isfinite(value) and math.isfinite(error) and error > 0
        else None
        for value, error in zip(values.tolist(), errors.tolist(), strict=True)
    ]


@lru_cache(maxsize=256)
def draws(clusters: int, times: int = DRAWS) -> Floats:
    """How often each cluster is drawn, with replacement: the shape is (times, clusters).

    The same array for the same numbers, not to be written to.
    """
    import numpy as np

    drawn = np.random.default_rng(SEED).integers(0, clusters, (times, clusters))
    places = (np.arange(times)[:, None] * clusters + drawn).ravel()
    found = np.bincount(places, minlength=times * clusters).reshape(times, clusters)
    made: Floats = found.astype(float)
    made.flags.writeable = False
    return made


def percentiles(values: Floats) -> tuple[float, float] | None:
    """The interval between the percentiles of bootstrapped values, undefined ones left out.

    ``None`` if more than a twentieth of the draws gave no value.
    """
    import numpy as np

    defined = values[np.isfinite(values)]
    if len(defined) < 0.95 * len(values) or not len(values):
        return None
    low, high = np.quantile(defined, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return float(low), float(high)


def ratio_interval(
    cases: Sequence[float], of: Sequence[float], *, times: int = DRAWS
) -> tuple[float, float] | None:
    """The bootstrap interval of ``sum(cases) / sum(of)``; the sequences run over clusters.

    Where all cases agree, so that draws cannot differ, it is Wilson's; of fewer than `CLUSTERS`,
    whose draws differ too little, it reaches as far as either.
    """
    import numpy as np

    if len(of) < 2 or sum(of) <= 0:
        return None
    if sum(cases) in (0, sum(of)):
        return wilson(sum(cases), sum(of))
    weights = draws(len(of), times)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = (weights @ np.asarray(cases, float)) / (weights @ np.asarray(of, float))
    between = percentiles(ratios)
    if len(of) >= CLUSTERS:
        return between
    low, high = wilson(sum(cases), sum(of))
    return (min(low, between[0]), max(high, between[1])) if between else (low, high)


def tau_b(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b of two rankings with ties; ``None`` if one of them is all ties."""
    import numpy as np

    x, y = np.asarray(first, float), np.asarray(second, float)
    signs_x, signs_y = np.sign(x[:, None] - x), np.sign(y[:, None] - y)
    untied = float((signs_x**2).sum() * (signs_y**2).sum())
    return float((signs_x * signs_y).sum()) / math.sqrt(untied) if untied > 0 else None


def rank_test(
    first: Sequence[float], second: Sequence[float], clusters: Sequence[str]
) -> Estimate | None:
    """Kendall's tau-b with an interval from drawing clusters; its ``p`` is that of the draws.

    ``p`` is twice the share of draws on the other side of 0, at least 1 in `DRAWS`.
    """
    import numpy as np

    value = tau_b(first, second)
    if value is None:
        return None
    x, y = np.asarray(first, float), np.asarray(second, float)
    signs_x, signs_y = np.sign(x[:, None] - x), np.sign(y[:, None] - y)
    drawn = drawn_with(clusters)

    def pairs(signs: Floats) -> Floats:
        return np.asarray(((drawn @ signs) * drawn).sum(axis=1))

    with np.errstate(divide="ignore", invalid="ignore"):
        values = pairs(signs_x * signs_y) / np.sqrt(pairs(signs_x**2) * pairs(signs_y**2))
    between = percentiles(values)
    if between is None:
        return None
    beyond = float(((values <= 0) if value > 0 else (values >= 0)).mean())
    return Estimate(value, *between, max(min(1.0, 2 * beyond), 1 / DRAWS))


def drawn_with(clusters: Sequence[str], times: int = DRAWS) -> Floats:
    """How often each thing is drawn when its cluster is: shape (times, things)."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted(set(clusters)))}
    return draws(len(numbers), times)[:, np.array([numbers[name] for name in clusters], dtype=int)]


def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """The two-sided p of the table ((a, b), (c, d)): all tables as unlikely as this or more."""
    row, other, column = a + b, c + d, a + c
    whole = comb(row + other, column)
    low, high = max(0, column - other), min(row, column)
    ways = [comb(row, k) * comb(other, column - k) for k in range(low, high + 1)]
    seen = ways[a - low]
    return min(1.0, sum(way for way in ways if way <= seen) / whole)


def benjamini_hochberg(values: Sequence[float]) -> list[float]:
    """The adjusted values, in the order given (Benjamini and Hochberg 1995)."""
    order = sorted(range(len(values)), key=lambda at: values[at], reverse=True)
    found, least = [0.0] * len(values), 1.0
    for rank, at in zip(range(len(values), 0, -1), order, strict=True):
        least = min(least, values[at] * len(values) / rank)
        found[at] = least
    return found
