"""What each report says of each theme, as numbers to be set against time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.analysis.inspections import (
    STRENGTH,
    WEAKNESS,
    Body,
)
from kg.analysis.result import FEWEST
from kg.corpus import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

#: The row that stands for all themes together.
TOGETHER = "(all)"


@dataclass(frozen=True, slots=True)
class Measured:
    """What each report gives each theme: arrays of the shape (reports, themes).

    The first theme is `TOGETHER`.  ``evidence`` has the findings by place of report and theme,
    ``weak`` those of them that are weaknesses.
    """

    reports: Sequence[Body]
    themes: Sequence[tuple[str, str]]
    findings: Floats
    strengths: Floats
    weaknesses: Floats
    evidence: Mapping[tuple[int, int], Sequence[str]]
    weak: Mapping[tuple[int, int], Sequence[str]]

    def outcomes(self, measure: str) -> Floats:
        """A measure in 100 findings of each report."""
        counts = self.findings if measure == "attention" else self.weaknesses
        return 100 * counts / self.findings[:, :1]


def measure(found: Sequence[Body], themes: Sequence[tuple[str, str]]) -> Measured:
    """Counts the findings, strengths and weaknesses of each report on each theme."""
    import numpy as np

    about = [(TOGETHER, "All findings"), *themes]
    places = {code: place for place, (code, _) in enumerate(about)}
    counts = {side: np.zeros((len(found), len(about))) for side in ("", STRENGTH, WEAKNESS)}
    evidence: dict[tuple[int, int], list[str]] = {}
    weak: dict[tuple[int, int], list[str]] = {}
    for row, body in enumerate(found):
        by_place: dict[int, list[Finding]] = {0: list(body.findings)}
        for finding in body.findings:
            for code in finding.themes:
                if code in places:
                    by_place.setdefault(places[code], []).append(finding)
        for place, here in by_place.items():
            sides = [finding.polarity for finding in here]
            counts[""][row, place] = len(here)
            counts[STRENGTH][row, place] = sides.count(STRENGTH)
            counts[WEAKNESS][row, place] = sides.count(WEAKNESS)
            evidence[row, place] = [finding.iri for finding in here]
            weak[row, place] = [f.iri for f in here if f.polarity == WEAKNESS]
    return Measured(found, about, counts[""], counts[STRENGTH], counts[WEAKNESS], evidence, weak)


def changes(found: Sequence[Body]) -> list[tuple[str, str, date]]:
    """Each framework, the next, and the day of the next one's first report.

    Left out are frameworks with fewer than twice `FEWEST` reports.
    """
    days: dict[str, list[date]] = {}
    for body in found:
        days.setdefault(body.framework, []).append(body.ended)
    kept = sorted((min(of), name) for name, of in days.items() if name and len(of) >= 2 * FEWEST)
    return [(before, after, day) for (_, before), (day, after) in pairwise(kept)]
