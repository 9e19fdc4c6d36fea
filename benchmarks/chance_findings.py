"""How often the pattern ``marks`` finds a mark where there is none.

The grade is given to other reports of the same framework and period by lot; what the tests then
call a mark is chance.  Prints the share of tests with a probability under 0.05, which should be
0.05.  Run from the repository: ``python benchmarks/chance_findings.py STORE [GRADE]``.
"""

import sys
from pathlib import Path

import numpy as np

from kg.analysis.grade_contrasts import (
    SIDES,
    common_odds,
    compare,
    emphasis_odds,
    labels,
    mentioned,
)
from kg.analysis.inspections import bodies
from kg.store import open_store

TIMES, YEARS, LEAST = 60, 2, 2
#: Rarer labels have too few cases for a test to come out at 0.05 at all.
REPORTS, FINDINGS = 20, 100


def main() -> None:
    """Prints a line a side."""
    store = open_store(Path(sys.argv[1]))
    grade = sys.argv[2] if len(sys.argv) > 2 else "inadequate"
    found = [body for body in bodies(store) if body.grade and body.findings]
    compared = compare(found, labels(store), mentioned(store), YEARS)
    case = np.array([float(body.grade is not None and body.grade.code == grade) for body in found])
    lot = np.random.default_rng(5)
    print("side reports sentences")
    for name in SIDES:
        side = compared.sides[name]
        of_reports, of_sentences = [], []
        for _ in range(TIMES):
            drawn = case.copy()
            for stratum in np.unique(compared.strata):
                here = np.flatnonzero(compared.strata == stratum)
                drawn[here] = lot.permutation(drawn[here])
            for place, odds in enumerate(emphasis_odds(compared, side, drawn)):
                if odds and side.on[:, place].sum() >= FINDINGS:
                    of_sentences.append(odds.p < 0.05)
            for place in range(len(compared.labels)):
                told = (side.on[:, place] >= LEAST).astype(float)
                if REPORTS <= told.sum() <= len(found) - REPORTS:
                    odds = common_odds(drawn, told, compared.strata)
                    of_reports += [odds.p < 0.05] if odds else []
        print(name, f"{np.mean(of_reports):.3f}", f"{np.mean(of_sentences):.3f}")


if __name__ == "__main__":
    main()
