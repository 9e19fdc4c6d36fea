"""Two regressions in numpy: least squares of clustered observations, and ordered logistic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.statistics import CLUSTERS, Estimate, Z, two_sided

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

#: Newton steps of the ordered logistic model, and the gain of a step at which it ends.
STEPS, GAIN = 100, 1e-9


def least_squares(
    design: Floats, outcomes: Floats, clusters: Sequence[str], which: int
) -> list[Estimate | None]:
    """One coefficient of a linear model, for many outcomes.

    ``design`` has the shape (observations, terms), ``outcomes`` (observations, outcomes).  The
    errors are those of Liang and Zeger, which let the observations of a cluster be alike, with the
    usual correction for few clusters.  ``None`` where there are fewer than `CLUSTERS`, the design
    does not determine the coefficient, or the outcome does not vary.
    """
    import numpy as np

    n, terms = design.shape
    numbers = {name: number for number, name in enumerate(sorted(set(clusters)))}
    groups = len(numbers)
    if n <= terms or groups < CLUSTERS or np.linalg.matrix_rank(design) < terms:
        return [None] * outcomes.shape[1]
    bread = np.linalg.inv(design.T @ design)
    found = bread @ design.T @ outcomes
    left = outcomes - design @ found
    at = np.array([numbers[name] for name in clusters])
    scores = np.zeros((groups, terms, outcomes.shape[1]))
    np.add.at(scores, at, design[:, :, None] * left[:, None, :])
    # only one coefficient is asked for: its row of the bread times each cluster's scores
    meat = (np.einsum("t,gto->go", bread[which], scores) ** 2).sum(axis=0)
    errors = np.sqrt(meat * groups / (groups - 1) * (n - 1) / (n - terms))
    return [
        Estimate(value, value - Z * error, value + Z * error, two_sided(value / error))
        if error > 1e-12
        else None
        for value, error in zip(found[which].tolist(), errors.tolist(), strict=True)
    ]


def ordered_logistic(features: Floats, grades: Floats, levels: int, ridge: float) -> Floats:
    """The parameters of a proportional odds model: weights, then the cuts between levels.

    ``features`` has the shape (observations, features); ``grades`` are numbers from 0 to
    ``levels - 1``.  What is made least is the negative log likelihood and ``ridge`` / 2 times the
    sum of squared weights (McCullagh 1980); every level must occur.
    """
    import numpy as np

    shares = np.bincount(grades, minlength=levels) / len(grades)
    above = np.clip(np.cumsum(shares)[:-1], 0.01, 0.99)
    found = np.concatenate([np.zeros(features.shape[1]), np.log(above / (1 - above))])
    loss, slope, curve = _penalised(found, features, grades, levels, ridge)
    for _ in range(STEPS):
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while True:
            tried = found - size * step
            if (np.diff(tried[features.shape[1] :]) > 1e-9).all():
                new = _penalised(tried, features, grades, levels, ridge)
                if new[0] <= loss:
                    break
            size /= 2
            if size < 1e-10:
                return found
        gained, found = loss - new[0], tried
        loss, slope, curve = new
        if gained < GAIN:
            break
    return found


def grade_probabilities(found: Floats, features: Floats) -> Floats:
    """The probability of each level, shape (observations, levels)."""
    import numpy as np

    size = features.shape[1]
    below = _logistic(found[size:] - (features @ found[:size])[:, None])
    edges = np.hstack([np.zeros((len(features), 1)), below, np.ones((len(features), 1))])
    return np.diff(edges, axis=1)


def _penalised(
    found: Floats, features: Floats, grades: Floats, levels: int, ridge: float
) -> tuple[float, Floats, Floats]:
    """The penalised loss, its gradient, and its expected second derivatives (Fisher's)."""
    import numpy as np

    size = features.shape[1]
    weights = found[:size]
    n = len(grades)
    below = _logistic(found[size:] - (features @ weights)[:, None])
    edges = np.hstack([np.zeros((n, 1)), below, np.ones((n, 1))])
    density = edges * (1 - edges)  # the slope of each edge in its argument
    chances = np.maximum(np.diff(edges, axis=1), 1e-300)
    loss = -float(np.log(chances[np.arange(n), grades]).sum()) + ridge / 2 * float(
        weights @ weights
    )
    # how each level's probability moves with each parameter: (n, levels, parameters)
    moves = np.zeros((n, levels, size + levels - 1))
    moves[:, :, :size] = -np.diff(density, axis=1)[:, :, None] * features[:, None, :]
    for cut in range(levels - 1):
        moves[:, cut, size + cut] += density[:, cut + 1]
        moves[:, cut + 1, size + cut] -= density[:, cut + 1]
    slope = -(moves[np.arange(n), grades] / chances[np.arange(n), grades, None]).sum(axis=0)
    scaled = moves / np.sqrt(np.maximum(chances, 1e-12))[:, :, None]
    flat = scaled.reshape(n * levels, -1)
    curve = flat.T @ flat
    slope[:size] += ridge * weights
    curve[np.arange(size), np.arange(size)] += ridge
    curve[np.arange(len(curve)), np.arange(len(curve))] += 1e-9
    return loss, slope, curve


def _logistic(x: Floats) -> Floats:
    import numpy as np

    return np.asarray(0.5 * (1 + np.tanh(x / 2)))


def log_loss(probabilities: Sequence[float]) -> float:
    """The mean of minus the logarithm of what was given to what happened."""
    return -sum(math.log(max(p, 1e-12)) for p in probabilities) / len(probabilities)
