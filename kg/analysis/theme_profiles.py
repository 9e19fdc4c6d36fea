"""How often each authority is blamed (or praised) for each theme, against how common that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.corpus import Corpus

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class Profiles:
    """One row an authority (or report), one column a theme, each row of length 1 or all zero.

    A cell is the theme's share of the row's counts, times how rare the theme is among the rows:
    themes for which everyone is blamed say little about who is like whom.
    """

    authorities: tuple[str, ...]
    themes: tuple[str, ...]
    values: np.ndarray

    def shared(self, one: int, other: int, most: int = 5) -> list[str]:
        """Codes of the themes that bring two rows closest, the most telling first."""
        products = self.values[one] * self.values[other]
        order = sorted(range(len(self.themes)), key=lambda at: (-products[at], at))
        return [self.themes[at] for at in order[:most] if products[at] > 0]


def profiles(corpus: Corpus, counted: str = "weakness") -> Profiles:
    """The profile of each authority over all its reports; ``counted`` as in projections."""
    known = corpus.reports
    return weighed(theme_counts(corpus, counted, {iri: r.authority for iri, r in known.items()}))


def theme_counts(
    corpus: Corpus, counted: str, rows: Mapping[str, str]
) -> dict[str, dict[str, int]]:
    """How often each theme is counted, a row; ``rows`` says to which row a report belongs.

    Findings are those of the bodies of reports; one with several themes counts for each.
    """
    known = corpus.themes
    items: Iterable[tuple[str, tuple[str, ...]]]
    if counted == "recommendation":
        items = ((item.report, item.themes) for item in corpus.recommendations)
    else:
        items = ((f.report, f.themes) for f in corpus.body_findings if f.polarity == counted)
    counts: dict[str, dict[str, int]] = {row: {} for row in sorted(set(rows.values()))}
    for report, codes in items:
        if report not in rows:
            continue
        own = counts[rows[report]]
        for code in codes:
            if code in known:
                own[code] = own.get(code, 0) + 1
    return counts


def weighed(counts: Mapping[str, Mapping[str, int]]) -> Profiles:
    """Counts as unit vectors: share of the row, times the logarithm of how rare the theme is."""
    import numpy as np

    rows = tuple(sorted(row for row, own in counts.items() if own))
    codes = tuple(sorted({code for row in rows for code in counts[row]}))
    table = np.array([[counts[row].get(code, 0) for code in codes] for row in rows], dtype=float)
    if not rows:
        return Profiles((), (), np.zeros((0, 0)))
    share = table / table.sum(axis=1, keepdims=True)
    rare = np.log((1 + len(rows)) / (1 + (table > 0).sum(axis=0))) + 1
    values = share * rare
    return Profiles(rows, codes, values / np.linalg.norm(values, axis=1, keepdims=True))
