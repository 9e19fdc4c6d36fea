"""Which grades are an authority's own now: those of its latest inspection that gives grades.

A grade ceases to be current with the next inspection that judges the same body as a whole, whether
that inspection gives such a grade again or not.  So an overall grade of 2022 is not the grade of an
authority that was inspected in June 2026, when the framework gave no overall grade any more: what
it was given then is told in its place.  Frameworks that judge a part of the services only
(``cs:judgesPart``) end no grade.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.corpus import Corpus, Judgement, Report, remembered


class Latest(NamedTuple):
    """The latest inspection that judges a body as a whole, and its grades in their order."""

    report: Report
    ended: date
    judgements: tuple[Judgement, ...]

    @property
    def told(self) -> str:
        """The grades in words: ``leadership good; help and protection outstanding``."""
        return told(self.judgements)


#: Authority and kind of body -> its latest inspection.
Now = Mapping[tuple[str, str], Latest]


def latest(corpus: Corpus, until: date | None = None) -> Now:
    """The latest inspection of each authority, and of each partnership, up to a day."""
    return _latest(corpus, until) if until else _now(corpus)


def _latest(corpus: Corpus, until: date | None) -> Now:
    order = _order(corpus)
    graded: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in corpus.judgements:
        graded.setdefault((judgement.report, judgement.about), []).append(judgement)
    found: dict[tuple[str, str], Latest] = {}
    for report in sorted(corpus.reports.values(), key=lambda r: (str(r.ended or ""), r.iri)):
        if report.ended is None or (until and report.ended > until):
            continue
        for about in _judges(corpus, report, graded):
            places = order.get((report.framework, about), {})
            own = sorted(
                graded.get((report.iri, about), ()),
                key=lambda j: (places.get(j.strand, len(places)), j.iri),
            )
            found[report.authority, about] = Latest(report, report.ended, tuple(own))
    return found


def overtaken(now: Now, authority: str, about: str, given: date) -> Latest | None:
    """The inspection since which a grade given on a day is not current, None if it still is."""
    newest = now.get((authority, about))
    return newest if newest and newest.ended > given else None


def told(grades: Sequence[Judgement]) -> str:
    """Grades in words, each after its strand; that none was understood is said as well."""
    words = [f"{j.strand} {j.grade}".replace("-", " ") for j in grades]
    return "; ".join(words) or "grades not known"


def _judges(
    corpus: Corpus, report: Report, graded: Mapping[tuple[str, str], Sequence[Judgement]]
) -> list[str]:
    """The kinds of body that a report judges as a whole, also where none of its grades is known."""
    order, part = _order(corpus), _parts(corpus)
    if report.framework in part:
        return []
    required = sorted(about for version, about in order if version == report.framework)
    return required or sorted(
        about for iri, about in graded if iri == report.iri and about != "board"
    )


@remembered
def _now(corpus: Corpus) -> Now:
    return _latest(corpus, None)


@remembered
def _order(corpus: Corpus) -> dict[tuple[str, str], dict[str, int]]:
    """Framework version and kind of body -> the place of each strand that it must judge."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    columns = ("framework_version", "judges", "strand", "order")
    for version, about, strand, order in corpus.rows(
        "strands", *columns, where="required = 'yes' AND judges IS NOT NULL"
    ):
        found.setdefault((version, about), {})[strand] = order
    return found


@remembered
def _parts(corpus: Corpus) -> frozenset[str]:
    """The framework versions that judge a part of the services only."""
    rows = corpus.rows("strands", "framework_version", where="judges_part = 'yes'")
    return frozenset(version for (version,) in rows)
