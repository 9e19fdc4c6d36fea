"""What the report before a fall to the worst grade had said, beside reports before no fall.

A *case* is a report whose grade was not the worst, while the next report's on the same strand is.
Each case is set beside the reports with the same grade, of the same family, that are nearest in
time and whose next report did not give the worst grade.  For each theme, the weaknesses per 100
rated findings of the case are compared with the mean of the reports set beside it, and a sign test
says how easily chance alone would give so one-sided a count of sets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from kg.analysis.inspections import BODY
from kg.analysis.result import FEWEST, Cell, Column, Row, Table
from kg.analysis.statistics import benjamini_hochberg
from kg.corpus import Corpus

if TYPE_CHECKING:
    from kg.analysis.trajectories import GradeTrajectory, Step

#: In place of a theme: all weaknesses together.
ANY = "any theme"
PER = 100
#: Under this, chance alone would hardly give it.
CHANCE = 0.05
THEMES = (
    Column("theme", f"label of the theme; {ANY!r}: weaknesses whatever they are about"),
    Column("sets", "reports before a fall that have others to be set beside"),
    Column("more", "sets in which the report before the fall blames more for it"),
    Column("less", "sets in which it blames less for it"),
    Column("before_fall", f"mean weaknesses per {PER} rated findings before a fall", f"per {PER}"),
    Column("beside", "mean of the reports set beside them", f"per {PER}"),
    Column("difference", "before_fall less beside", f"per {PER}"),
    Column("p", f"sign test, two-sided; not given under {FEWEST} sets"),
    Column("q", "p after Benjamini and Hochberg, over all themes"),
    Column("theme_iri", "IRI of the theme", "IRI"),
)
FALLS = (
    Column("authority", "short name"),
    Column("strand", "code of the strand"),
    Column("ended", "last day of fieldwork before the fall"),
    Column("grade", "code of the grade then"),
    Column("fell", "last day of fieldwork of the inspection that gave the worst grade"),
    Column("weak", f"weaknesses per {PER} rated findings before the fall", f"per {PER}"),
    Column("beside", "the same, mean of the reports set beside it", f"per {PER}"),
    Column("reports_beside", "authority and day of those reports"),
    Column("most_blamed", "themes with most weaknesses before the fall"),
    Column("report", "IRI of the report before the fall", "IRI"),
)


@dataclass(frozen=True, slots=True)
class BeforeFalls:
    """What was found: by theme, case by case, and what to know of it."""

    themes: Table
    falls: Table
    notes: tuple[str, ...]


class _Case(NamedTuple):
    strand: str
    before: Step
    after: Step
    beside: tuple[Step, ...]


class _Said(NamedTuple):
    """What the body of a report says: rated findings, and the weak ones of each theme."""

    rated: int
    weak: Mapping[str, tuple[str, ...]]

    def rate(self, theme: str) -> float:
        count: int = len(self.weak.get(theme, ()))
        return PER * count / self.rated


def before_falls(corpus: Corpus, paths: Sequence[GradeTrajectory], controls: int) -> BeforeFalls:
    """Cases with up to ``controls`` reports beside each, and the themes that set them apart."""
    said = _said(corpus, {s.report.iri for path in paths for s in path.steps})
    cases = _cases(paths, controls, said)
    matched = [case for case in cases if case.beside]
    notes = []
    if cases:
        notes.append(
            f"Falls to the worst grade: {len(cases)}; with reports to set beside: {len(matched)}. "
            "So few that only large differences can be told from chance."
        )
        notes.append(f"Before falls: {BODY[0].lower()}{BODY[1:]}")
    table = _themes(corpus, matched, said)
    if len(matched) >= FEWEST and not any(_apart(row) for row in table.rows):
        notes.append(f"No theme sets reports before a fall apart beyond chance (q under {CHANCE}).")
    return BeforeFalls(table, _falls(corpus, cases, said), tuple(notes))


def _apart(row: Row) -> bool:
    """Whether chance alone would hardly give the row's count of sets."""
    q = row.cells[[column.name for column in THEMES].index("q")]
    return isinstance(q, float) and q < CHANCE


def sign_test(more: int, less: int) -> float:
    """The chance of so one-sided a count or more if either side were as likely (two-sided)."""
    count = more + less
    if count == 0:
        return 1.0
    tail = sum(comb(count, k) for k in range(min(more, less) + 1)) * 0.5**count
    return min(1.0, 2 * tail)


def _said(corpus: Corpus, wanted: set[str]) -> dict[str, _Said]:
    """The reports among ``wanted`` that have rated findings."""
    rated: dict[str, int] = {}
    weak: dict[str, dict[str, list[str]]] = {}
    for finding in corpus.body_findings:
        if finding.report not in wanted or finding.polarity == "none":
            continue
        rated[finding.report] = rated.get(finding.report, 0) + 1
        if finding.polarity == "weakness":
            own = weak.setdefault(finding.report, {})
            for theme in (ANY, *finding.themes):
                own.setdefault(theme, []).append(finding.iri)
    return {
        report: _Said(count, {t: tuple(own) for t, own in weak.get(report, {}).items()})
        for report, count in rated.items()
    }


def _cases(
    paths: Sequence[GradeTrajectory], controls: int, said: Mapping[str, _Said]
) -> list[_Case]:
    pairs = [
        (path.strand, before, after)
        for path in paths
        for before, after in pairwise(path.steps)
        if not before.place.worst and before.report.iri in said
    ]
    found = []
    for strand, before, after in pairs:
        if not after.place.worst:
            continue
        alike = [
            other
            for of, other, then in pairs
            if of == strand
            and not then.place.worst
            and other.place.code == before.place.code
            and other.report.family == before.report.family
        ]
        alike.sort(key=lambda s: (abs((s.ended - before.ended).days), s.judgement))
        found.append(_Case(strand, before, after, tuple(alike[:controls])))
    return sorted(found, key=lambda case: (case.strand, case.after.ended, case.before.judgement))


def _themes(corpus: Corpus, cases: Sequence[_Case], said: Mapping[str, _Said]) -> Table:
    named = corpus.themes
    counted = []
    for theme in (ANY, *named):
        own = [said[case.before.report.iri].rate(theme) for case in cases]
        beside = [_beside(case, theme, said) for case in cases]
        if any(own) or any(beside):
            counted.append((theme, own, beside))
    enough = len(cases) >= FEWEST
    tests = [_signs(own, beside) for _, own, beside in counted]
    adjusted = benjamini_hochberg([sign_test(*signs) for signs in tests])
    rows = []
    for (theme, own, beside), signs, q in zip(counted, tests, adjusted, strict=True):
        mean, mean_beside = sum(own) / len(own), sum(beside) / len(beside)
        rates: tuple[Cell, ...] = (None,) * 5
        if enough:
            rates = (
                round(mean, 2),
                round(mean_beside, 2),
                round(mean - mean_beside, 2),
                round(sign_test(*signs), 4),
                round(q, 4),
            )
        label, iri = (named[theme].label, named[theme].iri) if theme in named else (theme, None)
        evidence = [f for c in cases for f in said[c.before.report.iri].weak.get(theme, ())]
        row = Row((label, len(cases), *signs, *rates, iri), tuple(evidence))
        rows.append((theme != ANY, -(mean - mean_beside), label, row))
    ordered = tuple(row for *_, row in sorted(rows, key=lambda each: each[:3]))
    return Table("before_fall", "What reports before a fall blame more", THEMES, ordered)


def _beside(case: _Case, theme: str, said: Mapping[str, _Said]) -> float:
    rates = [said[step.report.iri].rate(theme) for step in case.beside]
    return sum(rates) / len(rates)


def _signs(own: Sequence[float], beside: Sequence[float]) -> tuple[int, int]:
    pairs = list(zip(own, beside, strict=True))
    return sum(a > b + 1e-9 for a, b in pairs), sum(a < b - 1e-9 for a, b in pairs)


def _falls(corpus: Corpus, cases: Sequence[_Case], said: Mapping[str, _Said]) -> Table:
    names, known = corpus.authorities, corpus.themes
    rows = []
    for case in cases:
        before = case.before
        own = said[before.report.iri]
        blamed = sorted(
            ((theme, found) for theme, found in own.weak.items() if theme in known),
            key=lambda pair: (-len(pair[1]), pair[0]),
        )[:5]
        cells = (
            names[before.report.authority].name,
            case.strand,
            before.ended,
            before.place.code,
            case.after.ended,
            round(own.rate(ANY), 1),
            round(_beside(case, ANY, said), 1) if case.beside else None,
            " | ".join(f"{names[s.report.authority].name} {s.ended}" for s in case.beside),
            " | ".join(f"{known[theme].label} {len(found)}" for theme, found in blamed),
            before.report.iri,
        )
        evidence = (before.judgement, case.after.judgement, *own.weak.get(ANY, ()))
        rows.append(Row(cells, evidence))
    return Table("falls", "Each fall to the worst grade", FALLS, tuple(rows))
