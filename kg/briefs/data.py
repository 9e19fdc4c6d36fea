"""What both kinds of brief stand on: the reports, the latest inspection of each authority, quotes.

The *latest inspection* of an authority is its latest report that gives a grade on the scale that
most reports use, or its latest report if none does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.analysis import grade_scale
from kg.analysis.inspections import ALL, STRENGTH, WEAKNESS, Body, bodies
from kg.analysis.result import Cell, Result
from kg.briefs.model import Brief, Part, Quote, Source, Text, places
from kg.briefs.statements import count, day, quoted, statements
from kg.corpus import Corpus, Finding, Judgement, remembered
from kg.errors import QueryError

#: Sentences of so many characters are the most telling: shorter ones lack their subject, longer
#: ones tell several things.
TELLING = (70, 260)
#: So many letters of a label's word tell it in another form: superv, placem, permane.
STEM = 6


class Said(NamedTuple):
    """What is said of a theme: the findings that praise and those that blame."""

    praise: tuple[Finding, ...]
    blame: tuple[Finding, ...]

    @property
    def rated(self) -> int:
        """How many sentences praise or blame."""
        return len(self.praise) + len(self.blame)


def check(corpus: Corpus) -> None:
    """Raises `QueryError` if there is no report to write about."""
    if not corpus.reports:
        raise QueryError(
            "the store has no report that names its authority: there is nothing to write about; "
            "read some with: kg build PATH..."
        )


@remembered
def dated_bodies(corpus: Corpus) -> tuple[Body, ...]:
    """All reports that have a date, each with the findings of its body."""
    return bodies(corpus, ALL)


@remembered
def graded_reports(corpus: Corpus) -> dict[str, list[Judgement]]:
    """The judgements of each report on the scale that most judgements use, boards' left out."""
    at = grade_scale.places(corpus)
    found = [j for j in corpus.judgements if j.about != "board" and j.grade in at]
    if not found:
        return {}
    most = min(Counter(at[j.grade].scale for j in found).items(), key=lambda e: (-e[1], e[0]))[0]
    by_report: dict[str, list[Judgement]] = {}
    for judgement in found:
        if at[judgement.grade].scale == most:
            by_report.setdefault(judgement.report, []).append(judgement)
    return by_report


@remembered
def latest_inspections(corpus: Corpus) -> dict[str, Body]:
    """The latest inspection of each authority whose sentences are rated, by its IRI."""
    found: dict[str, Body] = {}
    for body in dated_bodies(corpus):
        before = found.get(body.authority)
        if body.findings and (before is None or _order(corpus, before) < _order(corpus, body)):
            found[body.authority] = body
    return dict(sorted(found.items()))


def _order(corpus: Corpus, body: Body) -> tuple[bool, str, str]:
    return (body.report in graded_reports(corpus), body.ended.isoformat(), body.report)


def said(findings: Iterable[Finding]) -> dict[str, Said]:
    """What findings say of each theme, by its code; those that do both are left out."""
    praise: dict[str, list[Finding]] = {}
    blame: dict[str, list[Finding]] = {}
    for finding in findings:
        side = {STRENGTH: praise, WEAKNESS: blame}.get(finding.polarity)
        if side is not None:
            for code in finding.themes:
                side.setdefault(code, []).append(finding)
    return {
        code: Said(tuple(praise.get(code, ())), tuple(blame.get(code, ())))
        for code in sorted({*praise, *blame})
    }


def said_on(findings: Iterable[Finding], theme: str) -> Said:
    """What findings say of one theme, as `said` has it; nothing if they say nothing."""
    own = [finding for finding in findings if theme in finding.themes]
    return Said(
        tuple(finding for finding in own if finding.polarity == STRENGTH),
        tuple(finding for finding in own if finding.polarity == WEAKNESS),
    )


def telling(
    corpus: Corpus, findings: Sequence[Finding], theme: str, most: int, longest: int = 0
) -> list[Quote]:
    """The most telling findings on a theme, as quotes.

    Those of which the theme is the main one come first, then those that name it by a word of its
    label, then those that can be read alone, then those of which the classifier is surest.
    """
    known = statements(corpus, [finding.iri for finding in findings])
    named = corpus.themes[theme].label.lower().split()
    names = [word[:STEM] for word in named if len(word) >= STEM - 1]

    def order(finding: Finding) -> tuple[bool, bool, bool, float, str]:
        words = known[finding.iri].quote
        sure = dict(zip(finding.themes, finding.sure, strict=True)).get(theme, 0.0)
        alone = TELLING[0] <= len(words) <= TELLING[1]
        names_it = any(name in words.lower() for name in names)
        return (finding.themes[:1] != (theme,), not names_it, not alone, -sure, finding.iri)

    best = sorted((f for f in findings if f.iri in known), key=order)
    kept: dict[str, Quote] = {}
    for finding in best:
        quote = quoted(known[finding.iri], longest=longest or TELLING[1])
        kept.setdefault(quote.words, quote)
    return list(kept.values())[:most]


def rows(result: Result, table: str) -> list[dict[str, Cell]]:
    """The rows of a table of a result, each by the names of its columns; none if it has none."""
    for each in result.tables:
        if each.name == table:
            names = [column.name for column in each.columns]
            return [dict(zip(names, row.cells, strict=True)) for row in each.rows]
    return []


def finished(
    corpus: Corpus, title: str, subtitle: str, parts: Sequence[Part], notes: Sequence[Part]
) -> Brief:
    """A brief with its sources in the order in which they are cited."""
    whole = tuple(part for part in (*parts, *notes) if part.blocks)
    names = corpus.authorities
    what: Mapping[str, str] = {
        report.source: f"{names[report.authority].name if report.authority in names else ''}, "
        f"{report.framework or report.family or 'of no known family'}, "
        f"fieldwork to {day(report.ended)}"
        for report in corpus.reports.values()
    }
    cited = dict.fromkeys(where.source for where in places(whole))
    published = {report.source: report.address for report in corpus.reports.values()}
    sources = tuple(Source(name, what.get(name, ""), published.get(name, "")) for name in cited)
    return Brief(title, subtitle, whole, sources)


def extent(corpus: Corpus) -> str:
    """How many reports of when the store holds."""
    known = corpus.reports.values()
    days = sorted(report.ended for report in known if report.ended)
    who = len({report.authority for report in known})
    told = f"{count(len(known), 'report')} on {count(who, 'authority', 'authorities')}"
    return f"{told}, fieldwork from {day(days[0])} to {day(days[-1])}" if days else told


def held(corpus: Corpus) -> Text:
    """What the store holds, and what follows from it."""
    return Text(f"The store holds {extent(corpus)}. What it does not hold, a brief cannot know.")
