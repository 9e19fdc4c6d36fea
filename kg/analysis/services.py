"""Kinds of service that reports praise or criticise: which, where, and since when.

See ``docs/patterns/services.md``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

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
    period,
    rate,
    too_few,
    whole,
)
from kg.analysis.mention_counts import COUNTS, Mentioning, mention_counts
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Cell, Column, Result, Row, Table
from kg.analysis.statistics import Z, adjusted, drawn_with, told_chance, two_sided
from kg.corpus import Corpus

NAME, TITLE = "services", "Kinds of service, praised and criticised"
EVERY = "all"
PARAMETERS = (
    Parameter("kind", EVERY, "code of a kind of service, or all"),
    Parameter("years", "2", "periods of so many years"),
    FAMILY,
)
_KIND = (Column("kind", "code of the kind of service"), Column("label", "its name"))
KINDS = (
    *_KIND,
    *COUNTS,
    Column("expected", "weak share of all sentences of the same reports", "percent"),
    Column("difference", "weak share less expected", "percentage points"),
    Column("difference_low", "low end of its 95% interval", "percentage points"),
    Column("difference_high", "high end of its 95% interval", "percentage points"),
    Column("q", "probability by chance, adjusted for all kinds; 0.0001 is that or less"),
)
WHERE = (*_KIND, Column("region", "region of the authority"), *COUNTS)
WHEN = (
    *_KIND,
    Column("period", "years in which fieldwork ended"),
    Column("of", "reports of the period"),
    Column("reports_share", "reports of the period that mention one", "percent"),
    *COUNTS,
)
SINCE = (
    *_KIND,
    Column("first_named", "year of the first report that mentions one"),
    Column("first_praised", "year of the first that praises one"),
    Column("first_blamed", "year of the first that blames one"),
    Column("last_named", "year of the last that mentions one"),
)
NAMED = (
    Column("authority", "name of the authority"),
    Column("service", "name of the service"),
    *_KIND,
    Column("first_named", "year of the first report that mentions it"),
    Column("last_named", "year of the last"),
    *COUNTS[:5],
)


class ServiceMention(NamedTuple):
    """A finding that mentions a service, with the body of its report."""

    finding: str
    body: Body
    service: str
    name: str
    kind: str
    label: str
    polarity: str


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """What is known of services.  Raises `QueryError` for a kind that is not known."""
    years = whole(values, "years", 1)
    found = [body for body in bodies(corpus, values["family"]) if body.findings]
    of = {body.report: body for body in found}
    counted = {finding.iri for body in found for finding in body.findings}
    labels = service_kinds(corpus)
    named = [
        ServiceMention(
            m.finding,
            of[m.report],
            m.body,
            m.name or m.body.rpartition("/")[2],
            m.type,
            labels.get(m.type, m.type),
            m.polarity,
        )
        for m in corpus.mentions("service")
        if m.finding in counted
    ]
    if values["kind"] != EVERY:
        kind = one_of(values["kind"], sorted(_kinds_known(corpus)), "kind of service")
        named = [mention for mention in named if mention.kind == kind]
        need = f"none of them mentions a service of the kind {kind}"
    else:
        need = "none of them mentions a service"
    if not named:
        return too_few(NAME, TITLE, values, found, need)
    tables = [
        Table("kinds", "Which kinds", KINDS, _kinds(found, named)),
        Table("where", "Where", WHERE, _by(named, lambda one: one.body.region or "no region")),
        Table("when", "When", WHEN, _when(found, named, years)),
        Table("since", "Since when", SINCE, _since(named)),
        Table("named", "The services", NAMED, _named(named)),
    ]
    notes = (
        "A sentence that mentions a service is not always about it: its praise or blame may be "
        "for the authority that runs it, or for a partner.",
        "Expected is the weak share that all sentences of the same reports have, weighted as the "
        "kind's sentences lie in reports: a kind that bad reports mention more is not blamed for "
        "that.",
        "Intervals draw authorities, so that sentences of one authority may be alike.",
        "The first year is the first in the reports at hand, not that in which a service began; "
        "the reports begin in 2012 and most of 2013 to 2018 are of one framework.",
        f"Fewer than {FEWEST} sentences that praise or blame give no share.",
        JOINT,
        READING,
        BODY,
    )
    return Result(
        NAME, TITLE, tuple(tables), dict(values), notes, tuple(body.report for body in found)
    )


def service_kinds(corpus: Corpus) -> dict[str, str]:
    """The name of each kind of service by its code."""
    return {code: label for code, _, label in corpus.concepts("service-kind")}


def _kinds_known(corpus: Corpus) -> set[str]:
    """The codes of the kinds of service of the vocabulary."""
    return {code for code, _, _ in corpus.concepts("service-kind")}


def _kinds(found: Sequence[Body], named: Sequence[ServiceMention]) -> tuple[Row, ...]:
    all_of = {}
    for body in found:
        blamed = sum(finding.polarity == WEAKNESS for finding in body.findings)
        rated = blamed + sum(finding.polarity == STRENGTH for finding in body.findings)
        all_of[body.report] = blamed / rated if rated else 0.0
    made = []
    for kind, here in _groups(named, lambda one: (one.kind, one.label)):
        made.append(([*kind, *_counts(here)], _difference(here, all_of), _iris(here)))
    chances = adjusted([told[4] if told else None for _, told, _ in made])
    finished = []
    for (cells, told, evidence), q in zip(made, chances, strict=True):
        last: list[Cell] = [None] * 5
        if told and q is not None:
            last = [*(round(100 * x, 1) for x in told[:4]), told_chance(q)]
        finished.append(Row((*cells, *last), evidence))
    finished.sort(key=lambda row: (-_number(row.cells[3]), str(row.cells[0])))
    return tuple(finished)


def _difference(
    here: Sequence[ServiceMention], all_of: Mapping[str, float]
) -> tuple[float, float, float, float, float] | None:
    """Expected share, the difference from it, its interval, and its probability by chance.

    The error is that of drawn authorities, or that of independent sentences if it is the larger:
    a kind that is only ever praised does not vary over draws.
    """
    import numpy as np

    rated = [one for one in _unique(here) if one.polarity in (STRENGTH, WEAKNESS)]
    if len(rated) < FEWEST or len({one.body.authority for one in rated}) < FEWEST:
        return None
    weak = np.array([float(one.polarity == WEAKNESS) for one in rated])
    expected = np.array([all_of[one.body.report] for one in rated])
    drawn = drawn_with([one.body.authority for one in rated])
    with np.errstate(divide="ignore", invalid="ignore"):
        values = drawn @ (weak - expected) / drawn.sum(axis=1)
    value = float((weak - expected).mean())
    by_chance = math.sqrt(float((expected * (1 - expected)).sum())) / len(rated)
    error = max(float(np.nanstd(values, ddof=1)), by_chance)
    if error <= 0:
        return None
    low, high = value - Z * error, value + Z * error
    return float(expected.mean()), value, low, high, two_sided(value / error)


def _by(named: Sequence[ServiceMention], place: Callable[[ServiceMention], str]) -> tuple[Row, ...]:
    made = [
        Row((*key, *_counts(here)), _iris(here))
        for key, here in _groups(named, lambda one: (one.kind, one.label, place(one)))
    ]
    return tuple(made)


def _when(found: Sequence[Body], named: Sequence[ServiceMention], years: int) -> tuple[Row, ...]:
    of: dict[str, int] = {}
    for body in found:
        span = period(body.ended, years)
        of[span] = of.get(span, 0) + 1
    made = []
    for key, here in _groups(
        named, lambda one: (one.kind, one.label, period(one.body.ended, years))
    ):
        share = rate(len({one.body.report for one in here}), of[key[2]])
        made.append(Row((*key, of[key[2]], share, *_counts(here)), _iris(here)))
    return tuple(made)


def _since(named: Sequence[ServiceMention]) -> tuple[Row, ...]:
    made = []
    for kind, here in _groups(named, lambda one: (one.kind, one.label)):
        firsts: list[Cell] = []
        evidence: list[str] = []
        for polarities in ((), (STRENGTH,), (WEAKNESS,)):
            told = [one for one in here if not polarities or one.polarity in polarities]
            first = min(told, key=lambda one: (one.body.ended, one.finding), default=None)
            firsts.append(first.body.ended.year if first else None)
            evidence += [first.finding] if first else []
        last = max(here, key=lambda one: (one.body.ended, one.finding))
        cells = (*kind, *firsts, last.body.ended.year)
        made.append(Row(cells, tuple(dict.fromkeys([*evidence, last.finding]))))
    return tuple(made)


def _named(named: Sequence[ServiceMention]) -> tuple[Row, ...]:
    made = []
    for key, here in _groups(
        named, lambda one: (one.body.name, one.name, one.kind, one.label, one.service)
    ):
        years = [one.body.ended.year for one in here]
        made.append(Row((*key[:4], min(years), max(years), *_counts(here)[:5]), _iris(here)))
    return tuple(made)


def _counts(here: Sequence[ServiceMention]) -> tuple[Cell, ...]:
    return mention_counts(
        [Mentioning(one.body.report, one.body.authority, one.polarity) for one in _unique(here)]
    )


def _unique(here: Sequence[ServiceMention]) -> list[ServiceMention]:
    """One mention a finding: a sentence that names two services of a kind counts once."""
    return list({one.finding: one for one in here}.values())


def _groups(
    named: Sequence[ServiceMention], key: Callable[[ServiceMention], tuple[str, ...]]
) -> list[tuple[tuple[str, ...], list[ServiceMention]]]:
    found: dict[tuple[str, ...], list[ServiceMention]] = {}
    for one in named:
        found.setdefault(key(one), []).append(one)
    return sorted(found.items(), key=lambda pair: pair[0])


def _iris(here: Sequence[ServiceMention]) -> tuple[str, ...]:
    return tuple(one.finding for one in _unique(here))


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0
