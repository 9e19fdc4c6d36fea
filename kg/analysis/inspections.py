"""The body of each inspection that is compared with others: its grade and what it says, once.

Summaries repeat the body, lists of what to improve are instructions, and the review of a board
judges another body: ``queries/patterns/set-aside.rq`` says what is not counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Result
from kg.corpus import Corpus, Finding
from kg.errors import QueryError
from kg.text.suggest import did_you_mean

STRENGTH, WEAKNESS, MIXED = "strength", "weakness", "mixed"
#: The reports that have an overall grade, and all reports.
GRADED, ALL = "graded", "all"

FAMILY = Parameter(
    "family",
    GRADED,
    "which reports: graded (those with an overall grade), all, or codes of families parted by "
    "blanks, such as SIF ILACS",
)
#: What the reader of any figure made of polarities and themes must know.
READING = (
    "Polarity and themes are read by a statistical classifier, not by people: on held-out reports "
    "0.90 of polarities are right, and themes have an F1 of 0.80 (docs/model-card.md). Misreadings "
    "that are as common in one group as in the other make differences between groups smaller than "
    "they are."
)
BODY = (
    "Counted is the body of each report: not its summary, which says the same again, nor figures, "
    "lists of what to improve, or the review of a safeguarding board."
)
SHORTER = (
    "ILACS reports are about a third as long as SIF reports; figures are therefore made report by "
    "report, and reports are compared within framework and period."
)
#: What the reader of any count of reports or of the same words must know.
JOINT = (
    "Where several authorities were inspected together (on the same days, and with the same text "
    "in their reports, such as three boroughs that share services), each report is counted: the "
    "same words count once for each authority."
)


class Grade(NamedTuple):
    """A grade: its code, its name, and its place on its scale, 1 being the best."""

    code: str
    label: str
    rank: int


class Body(NamedTuple):
    """An inspection of an authority: what is known of the report, and its findings.

    ``grade`` is the overall one and ``judgement`` its IRI, where the report gives one formally.
    """

    report: str
    source: str
    authority: str
    name: str
    region: str
    family: str
    framework: str
    ended: date
    grade: Grade | None
    judgement: str
    findings: tuple[Finding, ...]


def bodies(corpus: Corpus, families: str = GRADED) -> tuple[Body, ...]:
    """The inspections of the families, in the order of their reports' IRIs.

    Raises `QueryError` for a family of which the store has no report.
    """
    known = corpus.reports
    wanted = _families(families, {report.family for report in known.values() if report.family})
    register, scale = corpus.authorities, grades(corpus)
    overall = {
        judgement.report: judgement
        for judgement in corpus.judgements
        if judgement.strand == "overall" and judgement.about == "authority"
    }
    said: dict[str, list[Finding]] = {}
    for finding in corpus.body_findings:
        said.setdefault(finding.report, []).append(finding)
    found = []
    for report in known.values():
        judgement = overall.get(report.iri)
        kept = report.family in wanted if wanted else families == ALL or judgement is not None
        if kept and report.ended is not None:
            authority = register.get(report.authority)
            name, region = (authority.name, authority.region) if authority else ("", "")
            found.append(
                Body(
                    report.iri, report.source, report.authority, name, region, report.family,
                    report.framework, report.ended,
                    scale.get(judgement.grade) if judgement else None,
                    judgement.iri if judgement else "",
                    tuple(said.get(report.iri, ())),
                )
            )  # fmt: skip
    return tuple(found)


def grades(corpus: Corpus) -> dict[str, Grade]:
    """The grades by code."""
    return {code: Grade(code, one.label, one.rank) for code, one in corpus.grades.items()}


def period(day: date, years: int) -> str:
    """The span of years in which a day lies, such as 2014-2015."""
    first = day.year // years * years
    return f"{first}-{first + years - 1}" if years > 1 else str(first)


def whole(values: Mapping[str, str], name: str, least: int) -> int:
    """A parameter that is a whole number.  Raises `QueryError` if it is none, or less."""
    try:
        number = int(values[name])
    except ValueError:
        number = least - 1
    if number < least:
        raise QueryError(f"{name}={values[name]}: must be a whole number, {least} or more")
    return number


def one_of(value: str, known: Sequence[str], what: str) -> str:
    """The value, if it is known.  Raises `QueryError`, naming those that are written alike."""
    if value in known:
        return value
    have = f"known: {', '.join(known)}" if known else "the store has none"
    hint = did_you_mean(value, known, most=3, otherwise=have)
    raise QueryError(f"no {what} is called {value!r}{hint}")


def too_few(
    pattern: str, title: str, values: Mapping[str, str], found: Sequence[Body], need: str
) -> Result:
    """What a pattern gives where there is too little to compare."""
    return Result(
        pattern,
        title,
        (),
        dict(values),
        (f"The store has {len(found)} such reports, too few: {need}.",),
        tuple(body.report for body in found),
    )


def rate(cases: float, of: float) -> float | None:
    """A share in percent with one decimal; none of fewer than `FEWEST`."""
    return round(100 * cases / of, 1) if of >= FEWEST else None


def percent(interval: tuple[float, float] | None) -> tuple[float | None, float | None]:
    """The ends of an interval of shares, in percent with one decimal."""
    return (round(100 * interval[0], 1), round(100 * interval[1], 1)) if interval else (None, None)


def _families(given: str, known: set[str]) -> tuple[str, ...]:
    if given in (GRADED, ALL):
        return ()
    names = [GRADED, ALL, *sorted(known)]
    return tuple(one_of(name, names, "family of reports") for name in given.split())
