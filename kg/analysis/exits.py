"""Exits: who stood at a grade and was graded better later, and what became of them since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kg.analysis.latest_grades import Latest, latest, overtaken
from kg.analysis.result import Column, Row, Table
from kg.analysis.theme_profiles import theme_counts, weighed
from kg.analysis.trajectories import GradeTrajectory, Step
from kg.corpus import Corpus, Finding, Report, remembered

#: Praise that is shown of each later report, and weak themes of each earlier one.
PRAISE, WEAK = 3, 5
GOT_OUT = (
    Column("authority", "who was here and got out"),
    Column("alike", "how alike its weaknesses then and mine now are (cosine), 0 to 1"),
    Column("then", "last day of fieldwork then"),
    Column("grade_then", "code of the overall grade then"),
    Column("later", "last day of fieldwork of the report that graded it better"),
    Column("grade_later", "code of the overall grade later"),
    Column("years", "between the two", "years"),
    Column("now", "last day of fieldwork of the report that gave it the overall grade it has now"),
    Column("grade_now", "code of that grade; empty if its latest inspection gave no overall one"),
    Column("fell_again", "whether it was graded worse since, at any time; empty if not known"),
    Column("since", "what its latest inspection gave, if that was no overall grade"),
    Column("weak_then", "themes that were weak then and are weak in mine"),
    Column("praised_later", "of these, themes that the later report praises, and how often"),
    Column("report_later", "IRI of the later report", "IRI"),
)
PRAISED = (
    Column("authority", "who got out"),
    Column("later", "last day of fieldwork of the later report"),
    Column("theme", "label of the theme"),
    Column("says", "what the later report says"),
    Column("page", "page"),
    Column("finding", "IRI of the finding", "IRI"),
)


@dataclass(frozen=True, slots=True)
class Exit:
    """Someone who stood at a grade, the report that graded it better, and what it has now.

    ``authority`` is an IRI.  ``since`` are the overall grades that it was given after ``later``;
    ``newest`` is the inspection after all of them that gives no overall grade, if there is one.
    ``alike`` and ``weak`` say how its weaknesses then
    go with those of the authority that it is set beside: a cosine, and codes of themes.
    """

    authority: str
    then: Step
    later: Step
    since: tuple[Step, ...]
    newest: Latest | None
    alike: float | None = None
    weak: tuple[str, ...] = ()

    @property
    def now(self) -> Step | None:
        """Its overall grade now; None if its latest inspection gave none."""
        return None if self.newest else (self.later, *self.since)[-1]

    @property
    def fall(self) -> Step | None:
        """The first overall grade since that is worse than the one it got out with."""
        got = self.later.place.ordinal
        return next((step for step in self.since if step.place.ordinal > got), None)

    @property
    def fell_again(self) -> bool | None:
        """Whether it was graded worse since; None where that cannot be told.

        An inspection since that gives no overall grade may have found it worse, or not.
        """
        return True if self.fall else None if self.newest else False


def all_exits(corpus: Corpus, graded: Mapping[str, GradeTrajectory]) -> list[Exit]:
    """Each better grade after a worse one, of all authorities, those that held it first.

    Then those of whom it cannot be told, and last those that have fallen again.
    """
    found = []
    for authority, path in graded.items():
        for step, later in pairwise(path.steps):
            if later.place.ordinal < step.place.ordinal:
                found.append(_exit(corpus, authority, path, step, later))
    return sorted(found, key=lambda one: (_held(one), one.later.ended, one.later.judgement))


def exits_like(corpus: Corpus, graded: Mapping[str, GradeTrajectory], only: str) -> list[Exit]:
    """Others that were once graded as one authority is now, and better by a later grade.

    Of each the one report is taken whose weaknesses were most like those of the authority now.
    In the order of `all_exits`; among equals the most alike is first.
    """
    if only not in graded or no_grade_since(corpus, graded[only]):
        return []
    now = graded[only].steps[-1]
    then: list[tuple[Step, Step]] = []
    for authority, path in graded.items():
        for place, (step, _) in enumerate(pairwise(path.steps)):
            better = [s for s in path.steps[place + 1 :] if s.place.ordinal < step.place.ordinal]
            same = step.place.scale == now.place.scale and step.place.ordinal == now.place.ordinal
            if authority != only and same and better:
                then.append((step, better[0]))
    wanted = {step.report.iri: step.report.iri for step, _ in then} | {now.report.iri: "mine"}
    found = weighed(theme_counts(corpus, "weakness", wanted))
    if "mine" not in found.authorities:
        return []
    mine = found.authorities.index("mine")
    best: dict[str, Exit] = {}
    for step, later in then:
        if step.report.iri not in found.authorities:
            continue
        at = found.authorities.index(step.report.iri)
        alike = float(found.values[mine] @ found.values[at])
        authority = step.report.authority
        before = best.get(authority)
        if before is None or before.alike is None or alike > before.alike:
            weak = tuple(found.shared(mine, at, WEAK))
            best[authority] = _exit(corpus, authority, graded[authority], step, later, alike, weak)
    return sorted(
        best.values(),
        key=lambda one: (_held(one), -round(one.alike or 0, 9), one.then.judgement),
    )


def _held(one: Exit) -> int:
    return {False: 0, None: 1, True: 2}[one.fell_again]


def _exit(
    corpus: Corpus,
    authority: str,
    path: GradeTrajectory,
    step: Step,
    later: Step,
    alike: float | None = None,
    weak: tuple[str, ...] = (),
) -> Exit:
    since = path.steps[path.steps.index(later) + 1 :]
    return Exit(authority, step, later, since, no_grade_since(corpus, path), alike, weak)


def no_grade_since(corpus: Corpus, path: GradeTrajectory) -> Latest | None:
    """The inspection since which an authority has no overall grade, None if it has one."""
    return overtaken(latest(corpus), path.authority, path.about, path.steps[-1].ended)


def praise(corpus: Corpus, report: Report, codes: Sequence[str]) -> dict[str, list[str]]:
    """Code -> the strengths of a report that are about it, the surest first."""
    found: dict[str, list[tuple[float, str]]] = {}
    for finding in _strengths(corpus).get(report.iri, ()):
        for code, sure in zip(finding.themes, finding.sure, strict=True):
            if code in codes:
                found.setdefault(code, []).append((-sure, finding.iri))
    return {code: [iri for _, iri in sorted(found[code])] for code in codes if code in found}


@remembered
def _strengths(corpus: Corpus) -> dict[str, list[Finding]]:
    """The strengths in the body of each report."""
    found: dict[str, list[Finding]] = {}
    for finding in corpus.body_findings:
        if finding.polarity == "strength":
            found.setdefault(finding.report, []).append(finding)
    return found


def got_out_table(corpus: Corpus, exits: Iterable[Exit]) -> Table:
    """The exits as a table: each row with its judgements, and the praise behind it."""
    named, labels = corpus.authorities, corpus.themes
    rows = []
    for each in exits:
        praised = praise(corpus, each.later.report, each.weak)
        cells = (
            named[each.authority].name,
            None if each.alike is None else round(each.alike, 4),
            each.then.ended,
            each.then.place.code,
            each.later.ended,
            each.later.place.code,
            round((each.later.ended - each.then.ended).days / 365.25, 1),
            each.now.ended if each.now else None,
            each.now.place.code if each.now else None,
            each.fell_again,
            f"{each.newest.ended}: {each.newest.told}" if each.newest else "",
            " | ".join(labels[code].label for code in each.weak),
            " | ".join(f"{labels[code].label} {len(praised[code])}" for code in praised),
            each.later.report.iri,
        )
        evidence = [iri for own in praised.values() for iri in own]
        judged = [step.judgement for step in (each.then, each.later, *each.since)]
        rows.append(Row(cells, tuple(dict.fromkeys((*judged, *evidence)))))
    return Table("got_out", "Who was here and got out", GOT_OUT, tuple(rows))


def praised_table(corpus: Corpus, exits: Iterable[Exit]) -> Table:
    """What later reports praise of what was weak."""
    named, labels = corpus.authorities, corpus.themes
    shown: list[tuple[str, date, str, str]] = []
    for each in exits:
        for code, iris in praise(corpus, each.later.report, each.weak).items():
            name = named[each.authority].name
            shown += [(name, each.later.ended, labels[code].label, iri) for iri in iris[:PRAISE]]
    said = corpus.statements([iri for *_, iri in shown])
    rows = []
    for name, ended, label, iri in shown:
        one = said.get(iri)
        words, page = (one.quote, one.page) if one else ("", None)
        rows.append(Row((name, ended, label, words, page, iri), (iri,)))
    return Table("praised", "What inspectors praised then", PRAISED, tuple(rows))
