"""Which themes are named together: communities of the network of themes, and its central themes.

Two themes are tied if sentences (or reports) name both more often than chance would have it.  See
``docs/patterns/communities.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.inspections import (
    BODY,
    FAMILY,
    JOINT,
    READING,
    STRENGTH,
    WEAKNESS,
    Body,
    bodies,
    one_of,
    too_few,
    whole,
)
from kg.analysis.network import (
    betweenness,
    consensus,
    count,
    louvain,
    pagerank,
    rand_index,
    resampled,
    together,
    weights,
)
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table
from kg.analysis.statistics import percentiles
from kg.corpus import Corpus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kg.analysis.network import Partition

    Matrix = NDArray[Any]
    Unit = tuple[str, frozenset[str], dict[str, list[str]]]

NAME, TITLE = "communities", "Themes that are named together"
EITHER = "either"
PARAMETERS = (
    Parameter("side", WEAKNESS, "sentences that are a weakness, a strength, or either"),
    Parameter("within", "finding", "themes are together in one finding, or in one report"),
    Parameter("seeds", "50", "so many runs of Louvain's method, each from another seed"),
    FAMILY,
)
#: Draws of authorities in which communities are looked for again.
REDRAWN = 50
#: Ties that are told.
MOST = 100
COMMUNITIES = (
    Column("community", "number, the largest first"),
    Column("theme", "code of the theme"),
    Column("label", "its name"),
    Column("seeds_together", "runs that put it with the theme's fellows, on average", "percent"),
    Column("draws_together", "the same over draws of authorities", "percent"),
    Column("named", "how many findings (or reports) name it"),
)
CENTRAL = (
    Column("theme", "code of the theme"),
    Column("label", "its name"),
    Column("community", "its community"),
    Column("strength", "sum of the weights of its ties"),
    Column("strength_low", "low end of its 95% interval"),
    Column("strength_high", "high end of its 95% interval"),
    Column("pagerank", "share of a random walker's time", "percent"),
    Column("pagerank_low", "low end of its 95% interval", "percent"),
    Column("pagerank_high", "high end of its 95% interval", "percent"),
    Column("betweenness", "share of the shortest paths of others that pass it", "percent"),
)
TIES = (
    Column("theme", "code of one theme"),
    Column("other", "code of the other"),
    Column("together", "findings (or reports) that name both"),
    Column("expected", "how many would by chance"),
    Column("lift", "together by expected"),
    Column("weight", "together by the geometric mean of what names each"),
)


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """Communities and central themes.  Raises `QueryError` for a value that is not known."""
    side = one_of(values["side"], (WEAKNESS, STRENGTH, EITHER), "side")
    within = one_of(values["within"], ("finding", "report"), "kind of place")
    seeds = whole(values, "seeds", 1)
    found = bodies(corpus, values["family"])
    units = named_together(found, side, within)
    codes = sorted({theme for _, themes, _ in units for theme in themes})
    clusters = sorted({authority for authority, _, _ in units})
    counts = count(units, codes, clusters)
    tied = weights(counts.sum(axis=0))
    if not tied.any():
        need = f"no two themes are named together in {FEWEST} places more often than by chance"
        return too_few(NAME, TITLE, values, found, need)
    runs = [louvain(tied, seed) for seed in range(seeds)]
    best = consensus(runs, len(codes))
    drawn = [weights(each) for each in resampled(counts)]
    again = [louvain(each, 0) for each in drawn[:REDRAWN]]
    themes = corpus.themes
    told = [(code, themes[code].label if code in themes else code) for code in codes]
    evidence: dict[str, list[str]] = {}
    for _, named, iris in units:
        for theme in named:
            evidence.setdefault(theme, []).extend(iris[theme])
    whole_ = counts.sum(axis=0)
    tables = (
        Table(
            "communities",
            "Communities of themes",
            COMMUNITIES,
            _communities(best, runs, again, told, whole_, evidence),
        ),
        Table("central", "Central themes", CENTRAL, _central(tied, drawn, best, told, evidence)),
        Table("ties", f"The {MOST} closest ties", TIES, _ties(whole_, tied, codes, units)),
    )
    agreement = sum(rand_index(one, best, len(codes)) for one in runs) / len(runs)
    moved = sum(rand_index(one, best, len(codes)) for one in again) / len(again)
    notes = (
        f"Louvain's method was run from {seeds} seeds; the partition told is the one most like "
        f"the others (mean adjusted Rand index {agreement:.2f}; 1 is the same, 0 is chance). Over "
        f"{len(again)} draws of authorities the index is {moved:.2f}.",
        f"A tie needs {FEWEST} places that name both themes, and more than chance would give.",
        "The classifier gives a sentence its themes together, so that themes that are close in "
        "meaning are tied a little more than in the text.",
        JOINT,
        READING,
        BODY,
    )
    return Result(
        NAME, TITLE, tables, dict(values), notes, tuple(body.report for body in found)
    )  # fmt: skip


def named_together(found: Sequence[Body], side: str, within: str) -> list[Unit]:
    """The places that can name themes together: authority, themes, and findings by theme.

    A report names a theme if two of its findings do, so that one misreading does not count.
    """
    sides = (WEAKNESS, STRENGTH) if side == EITHER else (side,)
    units = []
    for body in found:
        all_of: dict[str, list[str]] = {}
        for finding in body.findings:
            if finding.polarity not in sides:
                continue
            if within == "finding":
                iris = {theme: [finding.iri] for theme in finding.themes}
                units.append((body.authority, frozenset(finding.themes), iris))
            for theme in finding.themes:
                all_of.setdefault(theme, []).append(finding.iri)
        if within == "report":
            kept = {theme: iris for theme, iris in all_of.items() if len(iris) > 1}
            units.append((body.authority, frozenset(kept), kept))
    return units


def _communities(
    best: Partition,
    runs: Sequence[Partition],
    again: Sequence[Partition],
    told: Sequence[tuple[str, str]],
    counts: Matrix,
    evidence: Mapping[str, Sequence[str]],
) -> tuple[Row, ...]:
    made = []
    for number, part in enumerate(best, 1):
        for member in sorted(part, key=lambda place: (-counts[place, place], told[place])):
            shares = [together(part, member, which) for which in (runs, again)]
            cells = [None if share is None else round(100 * share, 1) for share in shares]
            named = int(counts[member, member])
            made.append(
                Row((number, *told[member], *cells, named), tuple(evidence[told[member][0]]))
            )
    return tuple(made)


def _central(
    tied: Matrix,
    drawn: Sequence[Matrix],
    best: Partition,
    told: Sequence[tuple[str, str]],
    evidence: Mapping[str, Sequence[str]],
) -> tuple[Row, ...]:
    import numpy as np

    strengths, ranks = tied.sum(axis=0), pagerank(tied)
    drawn_strengths = np.array([each.sum(axis=0) for each in drawn])
    drawn_ranks = np.array([pagerank(each) for each in drawn])
    between = betweenness(tied)
    numbers = {place: number for number, part in enumerate(best, 1) for place in part}
    made = []
    for place in sorted(
        range(len(told)), key=lambda place: (-round(float(ranks[place]), 9), told[place])
    ):
        strength = percentiles(drawn_strengths[:, place]) or (0.0, 0.0)
        rank = percentiles(drawn_ranks[:, place]) or (0.0, 0.0)
        cells: tuple[Cell, ...] = (
            *told[place],
            numbers[place],
            round(float(strengths[place]), 3),
            *(round(end, 3) for end in strength),
            round(100 * float(ranks[place]), 2),
            *(round(100 * end, 2) for end in rank),
            round(100 * float(between[place]), 1),
        )
        made.append(Row(cells, tuple(evidence[told[place][0]])))
    return tuple(made)


def _ties(
    counts: Matrix, tied: Matrix, codes: Sequence[str], units: Sequence[Unit]
) -> tuple[Row, ...]:
    size, of = range(len(codes)), counts[-1, -1]
    pairs = [(i, j) for i in size for j in size if i < j and tied[i, j] > 0]
    pairs = sorted(pairs, key=lambda pair: (-round(float(tied[pair]), 9), pair))[:MOST]
    evidence: dict[tuple[int, int], list[str]] = {pair: [] for pair in pairs}
    for _, named, iris in units:
        for one, other in pairs if len(named) > 1 else ():
            first, second = codes[one], codes[other]
            if first in named and second in named:
                evidence[one, other] += sorted({*iris[first], *iris[second]})
    made = []
    for one, other in pairs:
        both = counts[one, other]
        expected = counts[one, one] * counts[other, other] / of
        cells = (
            codes[one],
            codes[other],
            int(both),
            round(float(expected), 1),
            round(float(both / expected), 2),
            round(float(tied[one, other]), 3),
        )
        made.append(Row(cells, tuple(evidence[one, other])))
    return tuple(made)
