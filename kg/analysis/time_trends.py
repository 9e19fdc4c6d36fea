"""Themes year by year, and the break at each change of framework (the pattern ``time``).

See ``docs/patterns/time.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.analysis.inspections import (
    BODY,
    FAMILY,
    JOINT,
    READING,
    bodies,
    one_of,
    percent,
    rate,
    too_few,
    whole,
)
from kg.analysis.registry import Parameter
from kg.analysis.regression import least_squares
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table
from kg.analysis.statistics import (
    CLUSTERS,
    Estimate,
    adjusted,
    drawn_with,
    percentiles,
    ratio_interval,
    told_chance,
)
from kg.analysis.theme_measures import Measured, changes, measure
from kg.corpus import Corpus

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

NAME, TITLE = "time", "Themes over time"
EVERY = "all"
YEAR = 365.25
PARAMETERS = (
    Parameter("theme", EVERY, "code of a theme, or all"),
    Parameter("window", "4", "years on each side of a change of framework that are compared"),
    FAMILY,
)
_THEME = (Column("theme", "code of the theme, (all) for all findings"), Column("label", "its name"))
YEARS = (
    *_THEME,
    Column("year", "year in which fieldwork ended"),
    Column("reports", "reports of the year"),
    Column("naming", "reports that name the theme"),
    Column("attention", "findings on the theme, in the mean of reports", "percent of findings"),
    Column("attention_low", "low end of its 95% interval", "percent of findings"),
    Column("attention_high", "high end of its 95% interval", "percent of findings"),
    Column("strengths", "findings on the theme that praise"),
    Column("weaknesses", "findings on the theme that blame"),
    Column("weak_share", "weaknesses among strengths and weaknesses on the theme", "percent"),
    Column("weak_low", "low end of its 95% interval", "percent"),
    Column("weak_high", "high end of its 95% interval", "percent"),
)
MEASURES = {
    "attention": "findings on the theme in 100 findings of a report",
    "blame": "weaknesses on the theme in 100 findings of a report",
}
TRENDS = (
    *_THEME,
    Column("measure", "; ".join(f"{name}: {what}" for name, what in MEASURES.items())),
    Column("reports", "reports"),
    Column("per_year", "change a year within a framework"),
    Column("low", "low end of its 95% interval"),
    Column("high", "high end of its 95% interval"),
    Column(
        "q", "probability by chance, adjusted for all rows of this table; 0.0001 is that or less"
    ),
)
BREAKS = (
    *_THEME,
    Column("measure", TRENDS[2].meaning),
    Column("before", "framework before"),
    Column("after", "framework after"),
    Column("reports_before", "reports by the framework before, in the window"),
    Column("reports_after", "reports by the framework after, in the window"),
    Column("mean_before", "mean of these reports"),
    Column("mean_after", "mean of these reports"),
    Column("jump", "what the change adds to a straight line through the window"),
    Column("low", "low end of its 95% interval"),
    Column("high", "high end of its 95% interval"),
    Column(
        "q", "probability by chance, adjusted for all rows of this table; 0.0001 is that or less"
    ),
)


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """Themes over time.  Raises `QueryError` for a theme that is not known."""
    window = whole(values, "window", 1)
    known = corpus.themes
    if values["theme"] != EVERY:
        one_of(values["theme"], sorted(known), "theme")
    found = [body for body in bodies(corpus, values["family"]) if body.findings]
    if len(found) < FEWEST:
        return too_few(NAME, TITLE, values, found, f"a trend needs {FEWEST}")
    wanted = sorted(known) if values["theme"] == EVERY else [values["theme"]]
    told = measure(found, [(code, known[code].label) for code in wanted])
    pairs = changes(found)
    tables = (
        Table("years", "Year by year", YEARS, _years(told)),
        Table("trends", "Trends within frameworks", TRENDS, _trends(told)),
        Table("breaks", "Breaks at changes of framework", BREAKS, _breaks(told, pairs, window)),
    )
    broken = ", ".join(f"{before} to {after} ({day})" for before, after, day in pairs) or "none"
    notes = (
        "Each report counts once in a mean, however long it is.",
        f"Changes of framework with {2 * FEWEST} reports or more on either side, and the first "
        f"report by the newer one: {broken}.",
        "A break is what the new framework adds to one straight line through the reports of "
        f"{window} years on each side. A trend that bends for other reasons, and a change in which "
        "authorities were inspected, look like a break too.",
        "Intervals let reports of one authority be alike; trends and breaks need "
        f"{CLUSTERS} authorities and {2 * FEWEST} reports that name the theme.",
        f"A year with fewer than {FEWEST} reports gives no figure.",
        JOINT,
        READING,
        BODY,
    )
    return Result(NAME, TITLE, tables, dict(values), notes, tuple(body.report for body in found))


def break_design(days: Floats, newer: Floats) -> Floats:
    """A constant, years from the change, and whether the newer framework was used."""
    import numpy as np

    return np.column_stack([np.ones(len(days)), days / YEAR, newer])


def _years(told: Measured) -> tuple[Row, ...]:
    import numpy as np

    years = np.array([body.ended.year for body in told.reports])
    attention = told.outcomes("attention")
    made = []
    for place, theme in enumerate(told.themes):
        for year in sorted(set(years.tolist())):
            at = np.flatnonzero(years == year).tolist()
            strengths, weaknesses = told.strengths[at, place], told.weaknesses[at, place]
            rated = strengths + weaknesses
            authorities = [told.reports[row].authority for row in at]
            cells: list[Cell] = [*theme, int(year), len(at)]
            cells.append(int((told.findings[at, place] > 0).sum()))
            if len(at) >= FEWEST:
                drawn = drawn_with(authorities)
                means = drawn @ attention[at, place] / drawn.sum(axis=1)
                between = percentiles(means)
                cells.append(round(float(attention[at, place].mean()), 2))
                cells += [round(end, 2) for end in between] if between else [None, None]
            else:
                cells += [None, None, None]
            cells += [int(strengths.sum()), int(weaknesses.sum())]
            enough = len(at) >= FEWEST and rated.sum() >= FEWEST
            cells.append(rate(float(weaknesses.sum()), float(rated.sum())) if enough else None)
            share = ratio_interval(weaknesses.tolist(), rated.tolist()) if enough else None
            cells += percent(share)
            made.append(Row(tuple(cells), _evidence(told, at, place)))
    return tuple(made)


def _trends(told: Measured) -> tuple[Row, ...]:
    import numpy as np

    frameworks = sorted({body.framework for body in told.reports})
    first = min(body.ended for body in told.reports)
    design = np.column_stack(
        [np.array([(body.ended - first).days / YEAR for body in told.reports])]
        + [
            np.array([float(body.framework == name) for body in told.reports])
            for name in frameworks
        ]
    )
    authorities = [body.authority for body in told.reports]
    made = []
    for name in MEASURES:
        slopes = least_squares(design, told.outcomes(name), authorities, 0)
        for place, (theme, slope) in enumerate(zip(told.themes, slopes, strict=True)):
            if not (name == "attention" and place == 0):
                slope = _if_named(slope, told.outcomes(name)[:, place])
                cells: tuple[Cell, ...] = (*theme, name, len(told.reports))
                everyone = range(len(told.reports))
                made.append((cells, slope, _evidence(told, everyone, place, name)))
    return _with_odds(made)


def _breaks(told: Measured, pairs: Sequence[tuple[str, str, date]], window: int) -> tuple[Row, ...]:
    import numpy as np

    made = []
    for before, after, day in pairs:
        at = [
            row
            for row, body in enumerate(told.reports)
            if body.framework in (before, after) and abs((body.ended - day).days) <= window * YEAR
        ]
        newer = np.array([float(told.reports[row].framework == after) for row in at])
        if min(newer.sum(), (1 - newer).sum()) < FEWEST:
            continue
        days = np.array([float((told.reports[row].ended - day).days) for row in at])
        authorities = [told.reports[row].authority for row in at]
        for name in MEASURES:
            values = told.outcomes(name)[at]
            jumps = least_squares(break_design(days, newer), values, authorities, 2)
            for place, (theme, jump) in enumerate(zip(told.themes, jumps, strict=True)):
                if name == "attention" and place == 0:
                    continue
                cells: tuple[Cell, ...] = (
                    *theme, name, before, after, int((1 - newer).sum()), int(newer.sum()),
                    round(float(values[newer == 0, place].mean()), 2),
                    round(float(values[newer == 1, place].mean()), 2),
                )  # fmt: skip
                made.append((cells, jump, _evidence(told, at, place, name)))
    return _with_odds(made)


def _if_named(estimate: Estimate | None, values: Floats) -> Estimate | None:
    """The estimate, if enough reports have the theme at all."""
    return estimate if (values > 0).sum() >= 2 * FEWEST else None


def _with_odds(
    made: Sequence[tuple[tuple[Cell, ...], Estimate | None, tuple[str, ...]]],
) -> tuple[Row, ...]:
    """Finished rows, the surest first."""
    chances = adjusted([estimate.p if estimate else None for _, estimate, _ in made])
    finished = []
    for (cells, estimate, evidence), q in zip(made, chances, strict=True):
        last: tuple[Cell, ...] = (None, None, None, None)
        if estimate and q is not None:
            values = (estimate.value, estimate.low, estimate.high)
            last = (*(round(value, 2) for value in values), told_chance(q))
        order = (1.0 if q is None else 0.0, q or 0.0, tuple(map(str, cells)))
        finished.append((order, Row((*cells, *last), evidence)))
    return tuple(row for _, row in sorted(finished, key=lambda pair: pair[0]))


def _evidence(
    told: Measured, at: Iterable[int], place: int, measure: str = "attention"
) -> tuple[str, ...]:
    here = told.evidence if measure == "attention" else told.weak
    return tuple(chain.from_iterable(here.get((row, place), ()) for row in at))
