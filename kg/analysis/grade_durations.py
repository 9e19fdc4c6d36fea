"""How long authorities stay at a grade.

A spell begins with the inspection that gave a place on the scale, goes on through inspections that
gave it again, and ends with the one that gave another.  A spell that had not ended by the latest
inspection in the store, or by one that gave no such grade any more, is open: it is known to have
lasted so long, not how long it would have.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.analysis.latest_grades import overtaken
from kg.analysis.result import FEWEST, Column, Row, Table

if TYPE_CHECKING:
    from kg.analysis.latest_grades import Now
    from kg.analysis.trajectories import GradeTrajectory

YEAR = 365.25
COLUMNS = (
    Column("strand", "code of the strand"),
    Column("place", "place on the common scale, 1 the best"),
    Column("grades", "codes of the grades at that place"),
    Column("spells", "stays at that place"),
    Column(
        "open",
        "stays that had not ended by the latest inspection in the store, or by one that "
        "gave no such grade",
    ),
    Column("years", "all stays together, open ones to that inspection", "years"),
    Column("median", f"Kaplan-Meier median stay; not given under {FEWEST} spells", "years"),
    Column("left_better", "stays that ended with a better place"),
    Column("left_worse", "stays that ended with a worse place"),
)


class Spell(NamedTuple):
    """One stay at a place; ``better`` is None while it is open."""

    ordinal: int
    codes: tuple[str, ...]
    days: int
    better: bool | None
    judgements: tuple[str, ...]


def time_at_grades(paths: Sequence[GradeTrajectory], now: Now) -> Table:
    """One row a strand and place; ``now`` has the latest inspections."""
    until = max((step.ended for path in paths for step in path.steps), default=date.min)
    groups: dict[tuple[str, str, int], list[Spell]] = {}
    for path in paths:
        later = overtaken(now, path.authority, path.about, path.steps[-1].ended)
        for spell in spells(path, later.ended if later else until):
            key = (path.strand, path.steps[0].place.scale, spell.ordinal)
            groups.setdefault(key, []).append(spell)
    rows = []
    for strand, scale, ordinal in sorted(groups):
        own = groups[strand, scale, ordinal]
        median = median_time([s.days for s in own], [s.better is not None for s in own])
        enough = len(own) >= FEWEST and median is not None
        cells = (
            strand,
            ordinal,
            " ".join(sorted({code for spell in own for code in spell.codes})),
            len(own),
            sum(spell.better is None for spell in own),
            round(sum(spell.days for spell in own) / YEAR, 1),
            round((median or 0) / YEAR, 2) if enough else None,
            sum(spell.better is True for spell in own),
            sum(spell.better is False for spell in own),
        )
        rows.append(Row(cells, tuple(j for spell in own for j in spell.judgements)))
    return Table("time_at_grade", "How long authorities stay at a grade", COLUMNS, tuple(rows))


def spells(path: GradeTrajectory, until: date) -> list[Spell]:
    """The stays of one path, the last one open to the day ``until``."""
    found, start = [], 0
    steps = path.steps
    for place in range(1, len(steps) + 1):
        after = steps[place] if place < len(steps) else None
        if after and after.place.ordinal == steps[start].place.ordinal:
            continue
        own = steps[start:place]
        days = ((after.ended if after else until) - own[0].ended).days
        better = after.place.ordinal < own[0].place.ordinal if after else None
        codes = tuple(sorted({step.place.code for step in own}))
        judged = tuple(step.judgement for step in own)
        found.append(Spell(own[0].place.ordinal, codes, days, better, judged))
        start = place
    return found


def median_time(times: Sequence[float], ended: Sequence[bool]) -> float | None:
    """The Kaplan-Meier estimate of the time by which half have ended; None if it is not reached.

    Kaplan and Meier 1958: at each time at which some end, the share that goes on is multiplied by
    the share of those still under way that did not end.  Where the share stands at just a half
    for a while, the time at which it first does is taken.
    """
    on = 1.0
    for time in sorted({time for time, end in zip(times, ended, strict=True) if end}):
        under_way = sum(other >= time for other in times)
        ending = sum(end and other == time for other, end in zip(times, ended, strict=True))
        on *= 1 - ending / under_way
        if on <= 0.5 + 1e-12:
            return time
    return None
