"""Trajectories: how the grades of each authority moved from one inspection to the next.

Grades of several frameworks stand on one scale (see `kg.analysis.grade_scale`).  What the report
before a fall to the worst grade had said is told in `kg.analysis.downgrades`, how long grades last
in `kg.analysis.grade_durations`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.analysis.grade_scale import Place, places
from kg.analysis.latest_grades import latest, overtaken
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Column, Result, Row, Table
from kg.corpus import Corpus, Report, resolve
from kg.errors import QueryError
from kg.text.suggest import did_you_mean

ALL = "all"
PARAMETERS = (
    Parameter("strand", "overall", f"code of a strand, or {ALL}"),
    Parameter("authority", "", "show only the path of this authority; all are counted"),
    Parameter("controls", "3", "how many reports to set beside each report before a fall"),
)
AUTHORITIES = (
    Column("authority", "short name"),
    Column("region", "region"),
    Column("strand", "code of the strand"),
    Column("inspections", "inspections that graded it"),
    Column("first", "last day of fieldwork of the first"),
    Column("last", "last day of fieldwork of the latest"),
    Column("path", "codes of the grades, the earliest first"),
    Column("change", "places gained on the common scale from first to latest", "places"),
    Column("kind", "riser, faller, stuck, steady, returned (to where it began) or once"),
    Column(
        "overtaken",
        "last day of fieldwork of a later inspection that gave no such grade: the "
        "latest one is not the authority's any more",
    ),
    Column("given_then", "the grades of that inspection"),
    Column("authority_iri", "IRI of the authority", "IRI"),
)
STEPS = (
    Column("authority", "short name"),
    Column("strand", "code of the strand"),
    Column("ended", "last day of fieldwork"),
    Column("framework", "code of the framework version"),
    Column("grade", "code of the grade"),
    Column("place", "place on the common scale, 1 the best"),
    Column("move", "better, worse or same than before; empty for the first"),
    Column("days", "since the inspection before", "days"),
    Column("report", "IRI of the report", "IRI"),
)
MOVES = (
    Column("strand", "code of the strand"),
    Column("before", "code of the grade before"),
    Column("after", "code of the grade after"),
    Column("times", "how often one followed the other"),
    Column("of", "how often any grade followed the one before"),
    Column("share", f"times among of; not given if of is under {FEWEST}"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One grade on a path."""

    judgement: str
    report: Report
    ended: date
    place: Place


@dataclass(frozen=True, slots=True)
class GradeTrajectory:
    """What one authority was graded on one strand, the earliest first, on one scale."""

    authority: str
    strand: str
    #: "authority" or "partnership"
    about: str
    steps: tuple[Step, ...]

    @property
    def kind(self) -> str:
        """In a word: where the path led."""
        ordinals = [step.place.ordinal for step in self.steps]
        if len(ordinals) == 1:
            return "once"
        if ordinals[-1] != ordinals[0]:
            return "riser" if ordinals[-1] < ordinals[0] else "faller"
        if len(set(ordinals)) > 1:
            return "returned"
        return "stuck" if ordinals[0] > (1 + self.steps[0].place.last) / 2 else "steady"


def overall_trajectories(corpus: Corpus) -> dict[str, GradeTrajectory]:
    """The overall grades of each authority, by its IRI."""
    return {path.authority: path for path in paths(corpus, ALL) if path.strand == "overall"}


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """Paths, moves, time at each grade, and what reports before a fall had said."""
    from kg.analysis.downgrades import before_falls
    from kg.analysis.grade_durations import time_at_grades

    strand = values["strand"]
    only = resolve.authority(corpus, values["authority"]) if values["authority"] else ""
    controls = positive("controls", values["controls"])
    every = paths(corpus, strand)
    shown = [path for path in every if only in ("", path.authority)]
    found = before_falls(corpus, every, controls)
    notes = [*_notes(corpus, every, shown, only), *found.notes]
    return Result(
        "trajectories",
        "How the grades of each authority moved",
        (
            _authorities(corpus, shown),
            _steps(corpus, shown),
            _moves(every),
            time_at_grades(every, latest(corpus)),
            found.themes,
            found.falls,
        ),
        dict(values),
        tuple(notes),
        tuple(sorted({step.report.iri for path in every for step in path.steps})),
    )


def paths(corpus: Corpus, strand: str = "overall") -> tuple[GradeTrajectory, ...]:
    """The paths of all authorities on a strand, or on `ALL`; boards are not authorities.

    Raises `QueryError` if no report grades the strand, though some grade others.
    """
    known, scale = corpus.reports, places(corpus)
    graded = [j for j in corpus.judgements if j.about != "board" and j.grade in scale]
    strands = sorted({judgement.strand for judgement in graded})
    if graded and strand not in (ALL, *strands):
        hint = did_you_mean(strand, strands, otherwise=f"there are: {', '.join(strands)}")
        raise QueryError(f"no report grades a strand {strand!r}{hint}")
    found: dict[tuple[str, str, str, str], list[Step]] = {}
    for judgement in graded:
        report, place = known[judgement.report], scale[judgement.grade]
        if strand in (ALL, judgement.strand) and report.ended:
            step = Step(judgement.iri, report, report.ended, place)
            key = (report.authority, judgement.strand, judgement.about, place.scale)
            found.setdefault(key, []).append(step)
    return tuple(
        GradeTrajectory(*key[:3], tuple(sorted(found[key], key=lambda s: (s.ended, s.judgement))))
        for key in sorted(found)
    )


def positive(name: str, text: str) -> int:
    """A parameter that is a whole number of at least 1.  Raises `QueryError`."""
    if not text.isdecimal() or int(text) < 1:
        raise QueryError(f"{name}={text}: must be a whole number of at least 1")
    return int(text)


def _authorities(corpus: Corpus, shown: Sequence[GradeTrajectory]) -> Table:
    named, now = corpus.authorities, latest(corpus)
    rows = []
    for path in shown:
        steps, authority = path.steps, named[path.authority]
        later = overtaken(now, path.authority, path.about, steps[-1].ended)
        cells = (
            authority.name,
            authority.region,
            path.strand,
            len(steps),
            steps[0].ended,
            steps[-1].ended,
            " > ".join(step.place.code for step in steps),
            steps[0].place.ordinal - steps[-1].place.ordinal,
            path.kind,
            later.ended if later else None,
            later.told if later else "",
            authority.iri,
        )
        judged = [j.iri for j in later.judgements] if later else []
        rows.append(Row(cells, (*(step.judgement for step in steps), *judged)))
    return Table("authorities", "The path of each authority", AUTHORITIES, tuple(rows))


def _steps(corpus: Corpus, shown: Sequence[GradeTrajectory]) -> Table:
    named = corpus.authorities
    rows = []
    for path in shown:
        before: Step | None = None
        for step in path.steps:
            cells = (
                named[path.authority].name,
                path.strand,
                step.ended,
                step.report.framework,
                step.place.code,
                step.place.ordinal,
                _move(before, step) if before else "",
                (step.ended - before.ended).days if before else None,
                step.report.iri,
            )
            rows.append(Row(cells, (step.judgement,)))
            before = step
    return Table("steps", "Each inspection on each path", STEPS, tuple(rows))


def _move(before: Step, after: Step) -> str:
    gained = before.place.ordinal - after.place.ordinal
    return "same" if gained == 0 else "better" if gained > 0 else "worse"


def _moves(every: Sequence[GradeTrajectory]) -> Table:
    seen: dict[tuple[str, str, str], list[str]] = {}
    ordinals: dict[str, int] = {}
    leaving: Counter[tuple[str, str]] = Counter()
    for path in every:
        for before, after in pairwise(path.steps):
            key = (path.strand, before.place.code, after.place.code)
            seen.setdefault(key, []).append(after.judgement)
            leaving[key[:2]] += 1
            ordinals |= {step.place.code: step.place.ordinal for step in (before, after)}
    rows = []
    for key in sorted(seen, key=lambda k: (k[0], ordinals[k[1]], k[1], ordinals[k[2]], k[2])):
        times, of = len(seen[key]), leaving[key[:2]]
        share = round(times / of, 4) if of >= FEWEST else None
        rows.append(Row((*key, times, of, share), tuple(seen[key])))
    return Table("moves", "Which grade followed which", MOVES, tuple(rows))


def _notes(
    corpus: Corpus, every: Sequence[GradeTrajectory], shown: Sequence[GradeTrajectory], only: str
) -> list[str]:
    if not every:
        return ["No report in the store gives a grade."]
    notes = [
        "Grades that frameworks place alike count as the same place: 'adequate' (to 2013) and "
        "'requires improvement' (since) are close, not the same.",
        "An authority whose latest inspection gave no such grade has none now, whatever its path: "
        "columns overtaken and given_then say so.",
        "What frameworks call overall is not always of the same scope: those of 2012 and 2013 "
        "graded child protection, or services for looked after children, on their own.",
    ]
    if only and not shown:
        name = corpus.authorities[only].name
        notes.append(f"No report in the store grades {name} on this strand.")
    undated = sum(report.ended is None for report in corpus.reports.values())
    if undated:
        notes.append(f"{undated} reports without a date are left out.")
    return notes
