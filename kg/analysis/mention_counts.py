"""Praise and blame in the sentences that mention something: the same figures for whatever it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from kg.analysis.inspections import MIXED, STRENGTH, WEAKNESS, percent, rate
from kg.analysis.result import FEWEST, Cell, Column
from kg.analysis.statistics import ratio_interval

COUNTS = (
    Column("reports", "reports that mention one"),
    Column("findings", "sentences that mention one"),
    Column("strengths", "sentences that praise"),
    Column("weaknesses", "sentences that blame"),
    Column("mixed", "sentences that do both"),
    Column("weak_share", "weaknesses among strengths and weaknesses", "percent"),
    Column("low", "low end of its 95% interval", "percent"),
    Column("high", "high end of its 95% interval", "percent"),
)


class Mentioning(NamedTuple):
    """A sentence that mentions something; the authority is what intervals are drawn by."""

    report: str
    authority: str
    polarity: str


def mention_counts(said: Collection[Mentioning]) -> tuple[Cell, ...]:
    """The cells of `COUNTS` for some sentences, each given once."""
    sides = [sum(one.polarity == side for one in said) for side in (STRENGTH, WEAKNESS, MIXED)]
    rated = sides[0] + sides[1]
    tallies: dict[str, list[int]] = {}
    for one in said:
        tally = tallies.setdefault(one.authority, [0, 0])
        tally[0] += one.polarity == WEAKNESS
        tally[1] += one.polarity in (STRENGTH, WEAKNESS)
    between = None
    if rated >= FEWEST:
        between = ratio_interval([x for x, _ in tallies.values()], [y for _, y in tallies.values()])
    reports = len({one.report for one in said})
    return reports, len(said), *sides, rate(sides[1], rated), *percent(between)
