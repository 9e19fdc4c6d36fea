"""How often reports of a grade say something, against others of their framework and time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.analysis.inspections import (
    STRENGTH,
    WEAKNESS,
    Body,
    period,
)
from kg.analysis.result import FEWEST
from kg.analysis.services import service_kinds
from kg.analysis.statistics import (
    Estimate,
    clustered_odds,
    stratified_odds,
)
from kg.corpus import Corpus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[Any]

SIDES = (WEAKNESS, STRENGTH)


class Label(NamedTuple):
    """What a finding is about: ``kind`` is "theme" or "service"."""

    kind: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Side:
    """The weaknesses, or the strengths, of all reports.

    ``on`` has the shape (reports, labels) and counts findings, ``all`` (reports,); ``findings``
    has the findings of a report's place and a label's place.
    """

    on: Counts
    all: Counts
    findings: Mapping[tuple[int, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Compared:
    """The reports that are compared, each with its grade, stratum and cluster (a number each)."""

    reports: Sequence[Body]
    strata: Counts
    clusters: Counts
    labels: Sequence[Label]
    sides: Mapping[str, Side]


def labels(corpus: Corpus) -> list[Label]:
    """All themes, then all kinds of service that a finding mentions."""
    names = service_kinds(corpus)
    kinds = {(m.type, names.get(m.type, m.type)) for m in corpus.mentions("service")}
    themes = [Label("theme", theme.code, theme.label) for theme in corpus.themes.values()]
    return themes + [Label("service", code, label) for code, label in sorted(kinds)]


def mentioned(corpus: Corpus) -> dict[str, set[str]]:
    """Finding -> the kinds of service that it mentions."""
    found: dict[str, set[str]] = {}
    for mention in corpus.mentions("service"):
        found.setdefault(mention.finding, set()).add(mention.type)
    return found


def compare(
    found: Sequence[Body],
    about: Sequence[Label],
    services: Mapping[str, Iterable[str]],
    years: int,
) -> Compared:
    """Counts what the reports say of each label, on each side."""
    import numpy as np

    themes = {label.code: at for at, label in enumerate(about) if label.kind == "theme"}
    kinds = {label.code: at for at, label in enumerate(about) if label.kind == "service"}
    sides = {}
    for side in SIDES:
        on = np.zeros((len(found), len(about)))
        totals = np.zeros(len(found))
        told: dict[tuple[int, int], list[str]] = {}
        for row, body in enumerate(found):
            for finding in body.findings:
                if finding.polarity != side:
                    continue
                totals[row] += 1
                for code in finding.themes:
                    if (place := themes.get(code)) is not None:
                        told.setdefault((row, place), []).append(finding.iri)
                for code in sorted(services.get(finding.iri, ())):
                    if (place := kinds.get(code)) is not None:
                        told.setdefault((row, place), []).append(finding.iri)
        for at, iris in told.items():
            on[at] = len(iris)
        sides[side] = Side(on, totals, {key: tuple(iris) for key, iris in told.items()})
    strata = _numbered([(body.framework, period(body.ended, years)) for body in found])
    return Compared(
        found, strata, _numbered([body.authority for body in found]), about, sides
    )  # fmt: skip


def common_odds(case: Counts, told: Counts, strata: Counts) -> Estimate | None:
    """The odds ratio of reports: ``case`` and ``told`` are 0 or 1 for each, strata numbers."""
    import numpy as np

    def count(which: Counts) -> Counts:
        return np.bincount(strata, which, strata.max() + 1)

    return stratified_odds(
        count(case * told), count(case * (1 - told)),
        count((1 - case) * told), count((1 - case) * (1 - told)),
    )  # fmt: skip


def emphasis_odds(compared: Compared, side: Side, case: Counts) -> list[Estimate | None]:
    """The odds ratio of sentences, one a label; ``case`` is 0 or 1 for each report."""
    import numpy as np

    shape = (compared.clusters.max() + 1, compared.strata.max() + 1, len(compared.labels))

    def count(cells: Counts) -> Counts:
        summed = np.zeros(shape)
        np.add.at(summed, (compared.clusters, compared.strata), cells)
        return summed

    inside, rest = case[:, None], 1 - case[:, None]
    others = side.all[:, None] - side.on
    return clustered_odds(
        count(inside * side.on), count(inside * others), count(rest * side.on), count(rest * others)
    )


def standardised(told: Counts, case: Counts, strata: Counts, sums: Counts) -> float | None:
    """The share of other reports, in percent, weighted as the grade's reports lie in strata."""
    import numpy as np

    others = np.bincount(strata, 1 - case, len(sums))
    kept = (others > 0) & (sums > 0)
    if others[kept].sum() < FEWEST:
        return None
    shares = np.bincount(strata, (1 - case) * told, len(sums))[kept] / others[kept]
    return round(100 * float(shares @ sums[kept] / sums[kept].sum()), 1)


def _numbered(names: Sequence[Any]) -> Counts:
    """The number of each name among the sorted names."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([numbers[name] for name in names], dtype=int)
