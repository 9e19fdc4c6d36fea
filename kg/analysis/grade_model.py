"""The grade that the findings of a report lead one to expect, by a model that never saw it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.inspections import (
    MIXED,
    STRENGTH,
    WEAKNESS,
    Body,
    Grade,
)
from kg.analysis.regression import grade_probabilities, ordered_logistic

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

#: The penalty of the model's weights; features are in standard deviations.
RIDGE = 3.0


def found_grades(found: Sequence[Body]) -> list[Grade]:
    """The grades of reports that have one."""
    return [body.grade for body in found if body.grade]


def features(found: Sequence[Body], themes: Sequence[str]) -> Floats:
    """Shares of a report's findings, then its framework: (reports, 3 + themes + frameworks).

    The weakness of a theme is weaknesses less strengths on it, in its findings, with two findings
    of neither added, so that one sentence does not make a theme wholly weak.  Each share is
    in standard deviations from the mean; one that does not vary is 0.
    """
    import numpy as np

    places = {theme: place for place, theme in enumerate(themes)}
    made = np.zeros((len(found), 3 + len(themes)))
    for row, body in enumerate(found):
        balance, named = np.zeros(len(themes)), np.zeros(len(themes))
        for finding in body.findings:
            for theme in finding.themes:
                if theme in places:
                    named[places[theme]] += 1
                    balance[places[theme]] += (finding.polarity == WEAKNESS) - (
                        finding.polarity == STRENGTH
                    )
        of = len(body.findings)
        for place, side in enumerate((WEAKNESS, STRENGTH, MIXED)):
            made[row, place] = sum(finding.polarity == side for finding in body.findings) / of
        made[row, 3:] = balance / (named + 2)
    spread = made.std(axis=0)
    kept = spread > 1e-12
    made = np.where(kept, (made - made.mean(axis=0)) / np.where(kept, spread, 1), 0.0)
    # the themes together weigh as much as the three shares: they are many and say it again
    made[:, 3:] /= np.sqrt(max(1, len(themes)) / 3)
    frameworks = sorted({body.framework for body in found})
    by = [[float(body.framework == name) for name in frameworks] for body in found]
    return np.hstack([made, np.array(by)])


def cross_validated(
    x: Floats, graded: Sequence[int], authorities: Sequence[str], levels: int, folds: int
) -> Floats:
    """The probabilities of the levels for each report, by a model made without its authority.

    Authorities go to the parts in turn, in their order.  A level that the other parts lack has
    probability 0.
    """
    import numpy as np

    part = {name: number % folds for number, name in enumerate(sorted(set(authorities)))}
    parts = np.array([part[name] for name in authorities])
    y = np.array(graded)
    rated = np.zeros((len(y), levels))
    for number in range(folds):
        test = parts == number
        known = np.unique(y[~test])
        if not test.any() or not len(known):
            continue
        if len(known) == 1:
            rated[test, known[0]] = 1.0
            continue
        model = ordered_logistic(x[~test], np.searchsorted(known, y[~test]), len(known), RIDGE)
        rated[np.ix_(test, known)] = grade_probabilities(model, x[test])
    return rated
