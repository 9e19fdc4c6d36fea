"""What marks a grade: what is blamed and praised in reports of one grade more than in others.

Two questions, each a table: in how many reports of a grade a theme or kind of service is a
weakness (or strength), and how much of all their weaknesses it is.  Both compare a report only
with reports of the same framework and period.  See ``docs/patterns/marks.md``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.grade_contrasts import (
    SIDES,
    Compared,
    Label,
    Side,
    common_odds,
    compare,
    emphasis_odds,
    labels,
    mentioned,
    standardised,
)
from kg.analysis.inspections import (
    BODY,
    FAMILY,
    JOINT,
    READING,
    SHORTER,
    Body,
    Grade,
    bodies,
    one_of,
    percent,
    rate,
    too_few,
    whole,
)
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table
from kg.analysis.statistics import (
    CLUSTERS,
    LEVEL,
    Estimate,
    adjusted,
    told_chance,
    wilson,
)
from kg.corpus import Corpus, Theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[Any]

NAME, TITLE = "marks", "What marks a grade"
PARAMETERS = (
    Parameter("grade", "all", "code of a grade, or all"),
    Parameter("years", "2", "reports of one framework are compared within spans of so many years"),
    Parameter("least", "2", "a report has a weakness or strength if so many sentences tell it"),
    FAMILY,
)
_WHO = (
    Column("grade", "code of the overall grade"),
    Column("side", "weakness or strength"),
    Column("kind", "theme, or service for a kind of service"),
    Column("code", "code of the theme or kind of service"),
    Column("label", "its name"),
)
_ODDS = (
    Column("odds_ratio", "Mantel and Haenszel's common odds ratio over framework and period"),
    Column("odds_low", "low end of its 95% interval"),
    Column("odds_high", "high end of its 95% interval"),
    Column(
        "q", "probability by chance, adjusted for all tests of this table; 0.0001 is that or less"
    ),
)
COMMON = (
    *_WHO,
    Column("reports", "reports of the grade that tell it"),
    Column("of", "reports of the grade"),
    Column("share", "reports of the grade that tell it", "percent"),
    Column("low", "low end of its 95% interval", "percent"),
    Column("high", "high end of its 95% interval", "percent"),
    Column("others", "other reports of the same frameworks and periods that do", "percent"),
    *_ODDS,
)
EMPHASIS = (
    *_WHO,
    Column("findings", "weaknesses (or strengths) at the grade that are about it"),
    Column("of", "all weaknesses (or strengths) at the grade"),
    Column("share", "part of the weaknesses (or strengths) that is about it", "percent"),
    Column("others", "the same in all other reports, whatever framework", "percent"),
    *_ODDS,
)


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """What marks the grades.  Raises `QueryError` for a grade or family that is not known."""
    years, least = whole(values, "years", 1), whole(values, "least", 1)
    found = [body for body in bodies(corpus, values["family"]) if body.grade and body.findings]
    at = _grades(found)
    if values["grade"] != "all":
        codes = [grade.code for grade in at]
        at = [at[codes.index(one_of(values["grade"], codes, "grade"))]] if at else []
    if len(_grades(found)) < 2:
        return too_few(NAME, TITLE, values, found, "a comparison needs reports of two grades")
    compared = compare(found, labels(corpus), mentioned(corpus), years)
    counted = {grade.code: sum(body.grade == grade for body in found) for grade in at}
    told = [grade for grade in at if counted[grade.code] >= FEWEST]
    notes = [
        f"A theme is a report's weakness (or strength) if at least {least} of its sentences blame "
        "(or praise) it; sentences that do both are left out.",
        READING,
        BODY,
        SHORTER,
        JOINT,
        f"Told in fewer than {FEWEST} reports of a grade (or in fewer than {FEWEST} sentences), a "
        "thing has no odds ratio and no q.",
        "Where all reports of a grade tell a thing, or none of the others, there is no odds ratio; "
        "the test still holds.",
        "The interval of the first table takes reports as independent; that of the second leaves "
        "out one authority after the other, so that sentences of one authority may be alike, "
        f"and needs {CLUSTERS} authorities.",
        "A worse grade goes with more weaknesses of every kind: the first table shows that, the "
        "second asks what is left of it among the weaknesses themselves.",
    ] + [
        f"Only {counted[grade.code]} reports are graded {grade.code}: too few for a figure."
        for grade in at
        if grade not in told
    ]
    tables = (
        Table("common", "In how many reports of a grade", COMMON, _common(compared, told, least)),
        Table("emphasis", "How much of what is said", EMPHASIS, _emphasis(compared, told)),
    )
    return Result(
        NAME, TITLE, tables, dict(values), tuple(notes), tuple(body.report for body in found)
    )


def common(corpus: Corpus, theme: Theme) -> list[dict[str, Cell]]:
    """In how many reports of each grade a theme is a weakness or a strength: the rows of the first
    table by the names of its columns.

    ``q`` is adjusted for these rows alone.  None if fewer than two grades can be compared.
    """
    values = {parameter.name: parameter.default for parameter in PARAMETERS}
    years, least = whole(values, "years", 1), whole(values, "least", 1)
    found = [body for body in bodies(corpus, values["family"]) if body.grade and body.findings]
    at = _grades(found)
    if len(at) < 2:
        return []
    compared = compare(found, [Label("theme", theme.code, theme.label)], {}, years)
    told = [grade for grade in at if sum(body.grade == grade for body in found) >= FEWEST]
    names = [column.name for column in COMMON]
    rows = _common(compared, told, least)
    return [dict(zip(names, row.cells, strict=True)) for row in rows]


def _common(compared: Compared, at: Sequence[Grade], least: int) -> tuple[Row, ...]:
    import numpy as np

    made: list[tuple[tuple[Cell, ...], Estimate | None, tuple[str, ...], tuple[Any, ...]]] = []
    for grade, side, case in _cases(compared, at):
        sums = np.bincount(compared.strata, case)
        for place, label in enumerate(compared.labels):
            told = (compared.sides[side].on[:, place] >= least).astype(float)
            with_it, of = int((case * told).sum()), int(case.sum())
            if not told.any():
                continue
            odds = common_odds(case, told, compared.strata) if with_it >= FEWEST else None
            low, high = percent(wilson(with_it, of))
            cells = (grade.code, side, *label, with_it, of, rate(with_it, of), low, high,
                     standardised(told, case, compared.strata, sums))  # fmt: skip
            evidence = _evidence(compared.sides[side], np.flatnonzero(case * told), place)
            made.append((cells, odds, evidence, _order(grade, side, odds, label)))
    return _rows(made)


def _emphasis(compared: Compared, at: Sequence[Grade]) -> tuple[Row, ...]:
    import numpy as np

    made: list[tuple[tuple[Cell, ...], Estimate | None, tuple[str, ...], tuple[Any, ...]]] = []
    for grade, side, case in _cases(compared, at):
        counts = compared.sides[side]
        estimates = emphasis_odds(compared, counts, case)
        of, rest = float(case @ counts.all), float((1 - case) @ counts.all)
        for place, (label, odds) in enumerate(zip(compared.labels, estimates, strict=True)):
            inside = float(case @ counts.on[:, place])
            outside = float((1 - case) @ counts.on[:, place])
            if not inside + outside:
                continue
            odds = odds if inside >= FEWEST else None
            share = rate(inside, of) if inside >= FEWEST else None
            cells = (grade.code, side, *label, int(inside), int(of), share, rate(outside, rest))
            evidence = _evidence(counts, np.flatnonzero(case), place)
            made.append((cells, odds, evidence, _order(grade, side, odds, label)))
    return _rows(made)


def _cases(compared: Compared, at: Sequence[Grade]) -> Iterable[tuple[Grade, str, Counts]]:
    import numpy as np

    for grade in at:
        case = np.array([float(body.grade == grade) for body in compared.reports])
        for side in SIDES:
            yield grade, side, case


def _evidence(side: Side, reports: Iterable[int], label: int) -> tuple[str, ...]:
    return tuple(iri for row in reports for iri in side.findings.get((int(row), label), ()))


def _order(grade: Grade, side: str, odds: Estimate | None, label: Label) -> tuple[Any, ...]:
    """The worst grade first, weaknesses before strengths, what is surely more common first."""
    surely = odds.low if odds else 0.0
    if odds and odds.value == math.inf and odds.p < 1 - LEVEL:
        surely = math.inf
    return -grade.rank, SIDES.index(side), -surely, label


def _rows(
    made: Sequence[tuple[tuple[Cell, ...], Estimate | None, tuple[str, ...], tuple[Any, ...]]],
) -> tuple[Row, ...]:
    """Finished rows with their odds, adjusted for the number of tests."""
    chances = adjusted([odds.p if odds else None for _, odds, _, _ in made])
    rows_ = []
    for (cells, odds, evidence, order), q in zip(made, chances, strict=True):
        told: tuple[Cell, ...] = (None, None, None, None)
        if odds and q is not None:
            known = 0 < odds.value < math.inf
            ratio = (round(x, 2) if known else None for x in (odds.value, odds.low, odds.high))
            told = (*ratio, told_chance(q))
        rows_.append((order, Row((*cells, *told), evidence)))
    return tuple(row for _, row in sorted(rows_, key=lambda pair: pair[0]))


def _grades(found: Sequence[Body]) -> list[Grade]:
    """The grades that reports have, the worst first."""
    return sorted(
        {body.grade for body in found if body.grade}, key=lambda grade: (-grade.rank, grade.code)
    )
