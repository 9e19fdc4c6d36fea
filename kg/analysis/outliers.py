"""Reports whose findings and overall grade disagree most, by a model that never saw them.

See ``docs/patterns/anomalies.md``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.grade_model import cross_validated, features, found_grades
from kg.analysis.inspections import (
    BODY,
    FAMILY,
    READING,
    STRENGTH,
    WEAKNESS,
    Body,
    Grade,
    bodies,
    too_few,
    whole,
)
from kg.analysis.registry import Parameter
from kg.analysis.regression import log_loss
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table
from kg.analysis.statistics import wilson
from kg.corpus import Corpus, Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

NAME, TITLE = "anomalies", "Reports whose findings and grade disagree"
PARAMETERS = (
    Parameter("most", "20", "so many reports are told with their sentences"),
    Parameter("quotes", "5", "sentences a report"),
    Parameter("folds", "10", "parts of the cross-validation; an authority is in one part"),
    FAMILY,
)
REPORTS = (
    Column("authority", "name of the authority"),
    Column("ended", "last day of fieldwork"),
    Column("family", "family of report"),
    Column("grade", "overall grade that the report gives"),
    Column("probability", "the model's probability of that grade"),
    Column("likeliest", "the grade that the model finds likeliest"),
    Column("likeliest_probability", "its probability"),
    Column("side", "whether the grade is better or worse than the findings read"),
    Column("distance", "grades between the one given and the one expected; above 0: better given"),
    Column("weak_share", "weaknesses among strengths and weaknesses", "percent"),
    Column("usual", "the same in the mean of reports of this grade and family", "percent"),
    Column("findings", "findings"),
    Column("source", "file"),
)
QUOTES = (
    Column("authority", "name of the authority"),
    Column("ended", "last day of fieldwork"),
    Column("grade", "overall grade that the report gives"),
    Column("likeliest", "the grade that the model finds likeliest"),
    Column("polarity", "strength or weakness"),
    Column("text", "the exact words"),
    Column("page", "page"),
    Column("source", "file"),
)
MODEL = (
    Column("measure", "what is measured over all reports, each rated by a model without it"),
    Column("model", "the model"),
    Column("low", "low end of its 95% interval"),
    Column("high", "high end of its 95% interval"),
    Column("baseline", "the same if every report gets the shares of grades as probabilities"),
)
TABLE = (
    Column("grade", "overall grade that reports give"),
    Column("likeliest", "the grade that the model finds likeliest"),
    Column("reports", "reports"),
)


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """The reports that a model finds oddest.  Raises `QueryError` for a value that is wrong."""
    most, quotes = whole(values, "most", 1), whole(values, "quotes", 0)
    folds = whole(values, "folds", 2)
    found = [body for body in bodies(corpus, values["family"]) if body.grade and body.findings]
    scale = _scale(found)
    if len(scale) < 2 or len(found) < 2 * folds:
        need = f"the model needs two grades and {2 * folds} reports (folds={folds})"
        return too_few(NAME, TITLE, values, found, need)
    levels = {
        rank: level
        for level, rank in enumerate(sorted({grade.rank for grade in found_grades(found)}))
    }
    graded = [levels[body.grade.rank] for body in found if body.grade]
    names = [_name(scale, rank) for rank in sorted(levels)]
    rated = cross_validated(
        features(found, sorted(corpus.themes)),
        graded, [body.authority for body in found], len(levels), folds,
    )  # fmt: skip
    oddest = sorted(
        range(len(found)), key=lambda row: (round(float(rated[row][graded[row]]), 9), row)
    )
    shares = [_weak_share(body) for body in found]
    tables = (
        Table("reports", "The reports, the oddest first", REPORTS,
              tuple(_report(found, rated, graded, names, shares, row) for row in oddest)),
        Table("quotes", "What speaks against the grade", QUOTES,
              _quotes(corpus, found, rated, graded, names, oddest[:most], quotes)),
        Table("model", "How well the model does", MODEL, _quality(rated, graded)),
        Table("confusion", "Grades given and grades expected", TABLE,
              _confusion(found, rated, graded, names)),
    )  # fmt: skip
    notes = (
        "A low probability says that reports with such findings mostly have another grade. It "
        "does not say that the grade is wrong: a grade follows the evidence of an inspection and "
        "its limiting judgements, of which the report's sentences are only a part.",
        "The model is a proportional odds regression on the shares of strengths, weaknesses and "
        "mixed findings, on the weakness of each theme, and on the framework; it knows neither the "
        "words nor the other grades of the report.",
        f"Each report is rated by a model that was made without any report of its authority "
        f"({folds} parts). Grades of one rank on different scales are taken as one.",
        f"Of {len(found)} reports {_expected(rated, graded)}",
        READING,
        BODY,
    )
    return Result(NAME, TITLE, tables, dict(values), notes, tuple(body.report for body in found))


def _scale(found: Sequence[Body]) -> list[Grade]:
    return sorted(set(found_grades(found)), key=lambda grade: (grade.rank, grade.code))


def _name(scale: Sequence[Grade], rank: int) -> str:
    return " or ".join(grade.code for grade in scale if grade.rank == rank)


def _report(
    found: Sequence[Body],
    rated: Floats,
    graded: Sequence[int],
    names: Sequence[str],
    shares: Sequence[float],
    row: int,
) -> Row:
    body = found[row]
    best = int(rated[row].argmax())
    expected = float(sum(level * p for level, p in enumerate(rated[row].tolist())))
    distance = expected - graded[row]
    usual = [
        share
        for other, level, share in zip(found, graded, shares, strict=True)
        if level == graded[row] and other.family == body.family
    ]
    cells: tuple[Cell, ...] = (
        body.name,
        body.ended,
        body.family,
        body.grade.code if body.grade else None,
        round(float(rated[row][graded[row]]), 3),
        names[best],
        round(float(rated[row][best]), 3),
        "as the findings read" if best == graded[row] else "better" if distance > 0 else "worse",
        round(distance, 2),
        round(100 * shares[row], 1),
        round(100 * sum(usual) / len(usual), 1) if len(usual) >= FEWEST else None,
        len(body.findings),
        body.source,
    )
    against = _against(body, distance)
    return Row(cells, (body.judgement, *(finding.iri for finding in against)))


def _weak_share(body: Body) -> float:
    sides = [finding.polarity for finding in body.findings]
    weak = sides.count(WEAKNESS)
    rated = weak + sides.count(STRENGTH)
    return weak / rated if rated else 0.0


def _against(body: Body, distance: float) -> list[Finding]:
    """The findings that speak against the grade: weaknesses if it is better than expected."""
    side = WEAKNESS if distance > 0 else STRENGTH
    return [finding for finding in body.findings if finding.polarity == side]


def _quotes(
    corpus: Corpus,
    found: Sequence[Body],
    rated: Floats,
    graded: Sequence[int],
    names: Sequence[str],
    rows: Sequence[int],
    many: int,
) -> tuple[Row, ...]:
    """Sentences against the grade: of the themes most named so, one a theme, the surest first."""
    chosen: list[tuple[int, Finding]] = []
    for row in rows:
        expected = float(sum(level * p for level, p in enumerate(rated[row].tolist())))
        by_theme: dict[str, list[Finding]] = {}
        for finding in _against(found[row], expected - graded[row]):
            if finding.themes:
                by_theme.setdefault(finding.themes[0], []).append(finding)
        order = sorted(by_theme.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        for _, findings in order[:many]:
            chosen.append((row, min(findings, key=lambda one: (-one.sure[0], one.iri))))
    words = corpus.quotes([finding.iri for _, finding in chosen])
    made = []
    for row, finding in chosen:
        body, (text, page) = found[row], words[finding.iri]
        cells: tuple[Cell, ...] = (
            body.name,
            body.ended,
            body.grade.code if body.grade else None,
            names[int(rated[row].argmax())],
            finding.polarity,
            text,
            int(page) if page else None,
            body.source,
        )
        made.append(Row(cells, (finding.iri,)))
    return tuple(made)


def _quality(rated: Floats, graded: Sequence[int]) -> tuple[Row, ...]:
    n, levels = rated.shape
    right = sum(int(rated[row].argmax()) == level for row, level in enumerate(graded))
    near = sum(abs(int(rated[row].argmax()) - level) <= 1 for row, level in enumerate(graded))
    shares = [graded.count(level) / n for level in range(levels)]
    usual = shares.index(max(shares))
    loss = log_loss([float(rated[row][level]) for row, level in enumerate(graded)])
    blind = log_loss([shares[level] for level in graded])
    right_low, right_high = wilson(right, n)
    near_low, near_high = wilson(near, n)
    return (
        Row(("reports", n, None, None, n)),
        Row(("likeliest grade is the one given, percent", round(100 * right / n, 1),
             round(100 * right_low, 1), round(100 * right_high, 1), round(100 * max(shares), 1))),
        Row(("likeliest grade is within one of it, percent", round(100 * near / n, 1),
             round(100 * near_low, 1), round(100 * near_high, 1),
             round(100 * sum(abs(level - usual) <= 1 for level in graded) / n, 1))),
        Row(("log loss, less is better", round(loss, 3), None, None, round(blind, 3))),
    )  # fmt: skip


def _confusion(
    found: Sequence[Body], rated: Floats, graded: Sequence[int], names: Sequence[str]
) -> tuple[Row, ...]:
    made = []
    for level, name in enumerate(names):
        for other, likeliest in enumerate(names):
            here = [
                body.judgement
                for row, body in enumerate(found)
                if graded[row] == level and int(rated[row].argmax()) == other
            ]
            made.append(Row((name, likeliest, len(here)), tuple(here)))
    return tuple(made)


def _expected(rated: Floats, graded: Sequence[int]) -> str:
    """How many odd reports (a probability under 0.1) there are, and how many by chance alone.

    They are more than chance gives if they exceed what is expected by two standard errors.
    """
    expected = sum(p for row in rated.tolist() for p in row if p < 0.1)
    given = sum(float(rated[row][level]) < 0.1 for row, level in enumerate(graded))
    told = f"{given} are odd (their grade has a probability under 0.1). By chance alone, if the "
    told += f"model is right about its probabilities, about {expected:.0f} would be: "
    if given <= expected + 2 * math.sqrt(expected):
        return told + (
            "about as many odd reports are expected by chance as were found, or more. The list "
            "is no evidence that any report was graded wrongly."
        )
    return told + "more odd reports were found than chance gives."
