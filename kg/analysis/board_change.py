"""How often safeguarding boards, and the partnerships that replaced them, are mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kg.analysis.inspections import Body, percent, rate
from kg.analysis.result import FEWEST, Cell, Column, Row, Table
from kg.analysis.statistics import drawn_with, percentiles, wilson
from kg.corpus import Mention

#: The two kinds of board of which one replaced the other, as `cs:boardType` has them.
BEFORE, AFTER = "LSCB", "SafeguardingPartnership"
OFTEN = (
    Column("family", "family of report"),
    Column("year", "year in which fieldwork ended"),
    Column("reports", "reports"),
    Column("lscb", "reports that mention a safeguarding board", "percent"),
    Column("partnership", "reports that mention a safeguarding partnership", "percent"),
    Column("either", "reports that mention one of the two", "percent"),
    Column("per_report", "sentences that mention one of the two, in the mean of reports"),
    Column("per_hundred", "the same in a hundred sentences"),
)
EFFECT = (
    Column("family", "family of report, or that before and that after"),
    Column("compared", "what is compared"),
    Column("reports_before", "reports before the change"),
    Column("reports_after", "reports after it"),
    Column("before", "reports before that mention one of the two", "percent"),
    Column("before_low", "low end of its 95% interval", "percent"),
    Column("before_high", "high end of its 95% interval", "percent"),
    Column("after", "reports after that mention one of the two", "percent"),
    Column("after_low", "low end of its 95% interval", "percent"),
    Column("after_high", "high end of its 95% interval", "percent"),
    Column("per_hundred_before", "sentences that mention one of the two, in a hundred, before"),
    Column("per_hundred_after", "the same after"),
    Column("ratio", "after by before"),
    Column("ratio_low", "low end of its 95% interval"),
    Column("ratio_high", "high end of its 95% interval"),
)


def often(found: Sequence[Body], named: Iterable[Mention]) -> Table:
    """How often safeguarding boards and partnerships are mentioned, by family and year."""
    told = _told(named)
    groups: dict[tuple[str, int], list[Body]] = {}
    for body in found:
        if body.findings and body.family:
            groups.setdefault((body.family, body.ended.year), []).append(body)
    made = []
    for (family, year), here in sorted(groups.items()):
        with_one = [{kind for _, kind in told.get(body.report, ())} for body in here]
        counts = [len({iri for iri, _ in told.get(body.report, ())}) for body in here]
        said = sum(len(body.findings) for body in here)
        enough = len(here) >= FEWEST
        cells: tuple[Cell, ...] = (
            family, year, len(here),
            rate(sum(BEFORE in kinds for kinds in with_one), len(here)),
            rate(sum(AFTER in kinds for kinds in with_one), len(here)),
            rate(sum(bool(kinds) for kinds in with_one), len(here)),
            round(sum(counts) / len(here), 1) if enough else None,
            round(100 * sum(counts) / said, 2) if enough else None,
        )  # fmt: skip
        made.append(Row(cells, _iris(told, here)))
    return Table("often", "How often the safeguarding board or partnership", OFTEN, tuple(made))


def effect(found: Sequence[Body], named: Iterable[Mention], change: date) -> Table:
    """Mentions before and after the change within each family, and between families before it.

    The second tells what a new framework alone does.
    """
    told = _told(named)
    by_family: dict[str, list[Body]] = {}
    for body in found:
        if body.family and body.findings:
            by_family.setdefault(body.family, []).append(body)
    compared = []
    for family, here in sorted(by_family.items()):
        earlier = [body for body in here if body.ended < change]
        later = [body for body in here if body.ended >= change]
        compared.append((family, f"before and after {change}", earlier, later))
        for other, there in sorted(by_family.items()):
            then = [body for body in there if body.ended < change]
            ends = [max((body.ended for body in side), default=change) for side in (here, then)]
            graded = here[0].grade is not None and there[0].grade is not None
            if other != family and graded and ends[0] < change and ends[0] < ends[1]:
                words = f"one framework and the next, before {change}"
                compared.append((f"{family} {other}", words, here, then))
    made = [
        _effect(names, words, sides, told)
        for names, words, *sides in compared
        if min(map(len, sides)) >= FEWEST
    ]
    return Table("effect", "Before and after a change", EFFECT, tuple(made))


def _effect(
    names: str, words: str, sides: Sequence[Sequence[Body]], told: dict[str, set[tuple[str, str]]]
) -> Row:
    import numpy as np

    cells: list[Cell] = [names, words, *map(len, sides)]
    for side in sides:
        with_one = sum(body.report in told for body in side)
        cells += [rate(with_one, len(side)), *percent(wilson(with_one, len(side)))]
    here = [body for side in sides for body in side]
    later = np.arange(len(here)) >= len(sides[0])
    said = np.array([float(len(body.findings)) for body in here])
    counted = np.array([float(len({iri for iri, _ in told.get(b.report, ())})) for b in here])
    drawn = np.vstack([np.ones(len(here)), drawn_with([body.authority for body in here])])
    with np.errstate(divide="ignore", invalid="ignore"):
        before = drawn @ (counted * ~later) / (drawn @ (said * ~later))
        after = drawn @ (counted * later) / (drawn @ (said * later))
        ratios = after / before
    between = percentiles(ratios[1:])
    cells += [round(100 * float(side[0]), 2) for side in (before, after)]
    if np.isfinite(ratios[0]) and between:
        cells += [round(x, 2) for x in (float(ratios[0]), *between)]
    else:
        cells += [None, None, None]
    return Row(tuple(cells), _iris(told, here))


def _told(named: Iterable[Mention]) -> dict[str, set[tuple[str, str]]]:
    """Report -> the findings that mention a safeguarding board or partnership, with its type."""
    told: dict[str, set[tuple[str, str]]] = {}
    for mention in named:
        if mention.type in (BEFORE, AFTER):
            told.setdefault(mention.report, set()).add((mention.finding, mention.type))
    return told


def _iris(told: dict[str, set[tuple[str, str]]], here: Sequence[Body]) -> tuple[str, ...]:
    return tuple(sorted({iri for body in here for iri, _ in told.get(body.report, ())}))
