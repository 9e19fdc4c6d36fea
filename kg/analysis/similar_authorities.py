"""Authorities like mine: who has the same weaknesses, and who got out of them.

Authorities are compared by what inspectors blame in their reports: a profile of themes, in which
a theme counts the less the more everybody is blamed for it (`kg.analysis.theme_profiles`).  Region
and statistical neighbours add to the score.  For one authority it is also told who once stood where
it stands now and was graded better later, and what inspectors praised then of what was weak before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kg.analysis.inspections import BODY, JOINT, body_findings
from kg.analysis.latest_grades import Latest, latest, overtaken
from kg.analysis.observed import (
    Finding,
    Report,
    authorities,
    neighbours,
    once,
    quotes,
    reports,
    themes,
)
from kg.analysis.registry import Parameter
from kg.analysis.result import Column, Result, Row, Table
from kg.analysis.theme_profiles import Profiles, theme_counts, weighed
from kg.analysis.trajectories import ALL, Path, Step, paths, positive
from kg.corpus import resolve
from kg.errors import QueryError
from kg.store import Answers

#: What is added to how alike two profiles are, which is between 0 and 1.
NEIGHBOUR, REGION = 0.1, 0.05
#: Praise that is shown of each later report, and weak themes of each earlier one.
PRAISE, WEAK = 3, 5
#: Which reports are compared.  Others look at one thing only, and who had one of them would be
#: like those who had one as well.
GRADED = "graded"
COMPARED = "reports with an overall grade; for others: -p reports=all"
PARAMETERS = (
    Parameter("authority", "", "the authority to start from; without one, each in turn"),
    Parameter("nearest", "5", "how many to show for each"),
    Parameter("reports", GRADED, f"compare {GRADED} reports (with an overall grade), or {ALL}"),
)
NEAREST = (
    Column("authority", "short name"),
    Column("nearest", "short name of one that is like it"),
    Column("score", f"alike, and {NEIGHBOUR} for a neighbour and {REGION} for the region"),
    Column("alike", "how alike the profiles of weaknesses are (cosine), 0 to 1"),
    Column("neighbour", "whether either is a statistical neighbour of the other"),
    Column("same_region", "whether they are of one region"),
    Column("shared", "weak themes that bring them closest"),
    Column(
        "path",
        "overall grades of the nearest one, the earliest first; then, after a bar, "
        "what an inspection gave that gave no overall one",
    ),
    Column("improved", "whether its latest overall grade is better than its first"),
    Column("nearest_iri", "IRI of the nearest one", "IRI"),
)
GOT_OUT = (
    Column("authority", "who was here and got out"),
    Column("alike", "how alike its weaknesses then and mine now are (cosine), 0 to 1"),
    Column("then", "last day of fieldwork then"),
    Column("grade_then", "code of the overall grade then"),
    Column("later", "last day of fieldwork of the report that graded it better"),
    Column("grade_later", "code of the overall grade later"),
    Column("years", "between the two", "years"),
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


class _Exit(NamedTuple):
    """Someone who stood where mine stands, and the report that graded it better."""

    alike: float
    then: Step
    later: Step
    weak: tuple[str, ...]


def find(asked: Answers, values: Mapping[str, str]) -> Result:
    """The nearest of one authority, or of each; and for one, who got out and what was seen."""
    most = positive("nearest", values["nearest"])
    only = resolve.authority(asked, values["authority"]) if values["authority"] else ""
    if values["reports"] not in (GRADED, ALL):
        raise QueryError(f"reports={values['reports']}: must be {GRADED} or {ALL}")
    graded = {path.authority: path for path in _overall(asked)}
    whole = values["reports"] == ALL or not graded
    compared = {
        iri: report.authority
        for iri, report in reports(asked).items()
        if whole or any(s.report.iri == iri for s in _steps(graded, report.authority))
    }
    found = weighed(theme_counts(asked, "weakness", compared))
    mine = [only] if only else list(found.authorities)
    mine = [authority for authority in mine if authority in found.authorities]
    tables = [_nearest(asked, found, graded, _blamed(asked, compared), mine, most)]
    notes = list(_notes(asked, found, graded, only, "all reports" if whole else COMPARED))
    if only:
        exits = _exits(asked, graded, only, most)
        tables += [_got_out(asked, exits), _praised(asked, exits)]
        gone = _overtaken(asked, graded[only]) if only in graded else None
        if gone:
            notes.append(
                f"{authorities(asked)[only].name} has no overall grade now (inspection that ended "
                f"on {gone.ended}: {gone.told}): who was graded so and got out cannot be told."
            )
        elif only in found.authorities and only in graded and not exits:
            notes.append("No other authority in the store was graded so, and better later.")
    return Result(
        "authorities-like-mine",
        "Who has the same weaknesses, and who got out of them",
        tuple(tables),
        dict(values),
        tuple(notes),
        tuple(sorted(compared)),
    )


def _steps(graded: Mapping[str, Path], authority: str) -> tuple[Step, ...]:
    return graded[authority].steps if authority in graded else ()


def _overtaken(asked: Answers, path: Path) -> Latest | None:
    """The inspection since which an authority has no overall grade, None if it has one."""
    return overtaken(latest(asked), path.authority, path.about, path.steps[-1].ended)


def _overall(asked: Answers) -> tuple[Path, ...]:
    every = paths(asked, ALL)
    return tuple(path for path in every if path.strand == "overall")


def _nearest(
    asked: Answers,
    found: Profiles,
    graded: Mapping[str, Path],
    blamed: Mapping[str, Sequence[Finding]],
    mine: Sequence[str],
    most: int,
) -> Table:
    named, beside, labels = authorities(asked), neighbours(asked), themes(asked)
    rows = []
    alike = found.values @ found.values.T
    for authority in mine:
        place = found.authorities.index(authority)
        scored = []
        for at, other in enumerate(found.authorities):
            near = other in beside.get(authority, ()) or authority in beside.get(other, ())
            region = named[other].region
            same = bool(region) and region == named[authority].region
            score = float(alike[place, at]) + NEIGHBOUR * near + REGION * same
            if at != place and alike[place, at] > 0:
                scored.append((-round(score, 9), other, at, near, same))
        for score, other, at, near, same in sorted(scored)[:most]:
            path = graded.get(other)
            ordinals = [step.place.ordinal for step in path.steps] if path else []
            cells = (
                named[authority].name,
                named[other].name,
                round(-score, 4),
                round(float(alike[place, at]), 4),
                near,
                same,
                " | ".join(labels[code].label for code in found.shared(place, at)),
                _told(asked, path) if path else "",
                ordinals[-1] < ordinals[0] if len(ordinals) > 1 else None,
                other,
            )
            shared = set(found.shared(place, at))
            weak = [f.iri for f in blamed[other] if not shared.isdisjoint(f.themes)]
            evidence = [step.judgement for step in _steps(graded, other)]
            rows.append(Row(cells, (*evidence, *weak)))
    return Table("nearest", "Who is most like it", NEAREST, tuple(rows))


def _told(asked: Answers, path: Path) -> str:
    later = _overtaken(asked, path)
    told = " > ".join(step.place.code for step in path.steps)
    return f"{told} | {later.told}" if later else told


def _blamed(asked: Answers, compared: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The weaknesses of each authority in the reports that are compared."""
    found: dict[str, list[Finding]] = {}
    for finding in body_findings(asked):
        if finding.polarity == "weakness" and finding.report in compared:
            found.setdefault(compared[finding.report], []).append(finding)
    return found


@once
def _strengths(asked: Answers) -> dict[str, list[Finding]]:
    """The strengths in the body of each report."""
    found: dict[str, list[Finding]] = {}
    for finding in body_findings(asked):
        if finding.polarity == "strength":
            found.setdefault(finding.report, []).append(finding)
    return found


def _exits(asked: Answers, graded: Mapping[str, Path], only: str, most: int) -> list[_Exit]:
    """Others that were once graded as mine is now, and better by the next grade or a later one.

    For each authority the one report is taken whose weaknesses were most like mine.
    """
    if only not in graded or _overtaken(asked, graded[only]):
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
    found = weighed(theme_counts(asked, "weakness", wanted))
    if "mine" not in found.authorities:
        return []
    mine = found.authorities.index("mine")
    best: dict[str, _Exit] = {}
    for step, later in then:
        if step.report.iri not in found.authorities:
            continue
        at = found.authorities.index(step.report.iri)
        alike = float(found.values[mine] @ found.values[at])
        authority = step.report.authority
        if authority not in best or alike > best[authority].alike:
            best[authority] = _Exit(alike, step, later, tuple(found.shared(mine, at, WEAK)))
    order = sorted(best.values(), key=lambda e: (-round(e.alike, 9), e.then.judgement))
    return order[:most]


def _got_out(asked: Answers, exits: Sequence[_Exit]) -> Table:
    named, labels = authorities(asked), themes(asked)
    rows = []
    for each in exits:
        praised = _praise(asked, each.later.report, each.weak)
        cells = (
            named[each.then.report.authority].name,
            round(each.alike, 4),
            each.then.ended,
            each.then.place.code,
            each.later.ended,
            each.later.place.code,
            round((each.later.ended - each.then.ended).days / 365.25, 1),
            " | ".join(labels[code].label for code in each.weak),
            " | ".join(f"{labels[code].label} {len(praised[code])}" for code in praised),
            each.later.report.iri,
        )
        evidence = [iri for own in praised.values() for iri in own]
        judged = (each.then.judgement, each.later.judgement)
        rows.append(Row(cells, tuple(dict.fromkeys((*judged, *evidence)))))
    return Table("got_out", "Who was here and got out", GOT_OUT, tuple(rows))


def _praise(asked: Answers, report: Report, codes: Sequence[str]) -> dict[str, list[str]]:
    """Code -> the strengths of a report that are about it, the surest first."""
    found: dict[str, list[tuple[float, str]]] = {}
    for finding in _strengths(asked).get(report.iri, ()):
        for code, sure in zip(finding.themes, finding.sure, strict=True):
            if code in codes:
                found.setdefault(code, []).append((-sure, finding.iri))
    return {code: [iri for _, iri in sorted(found[code])] for code in codes if code in found}


def _praised(asked: Answers, exits: Sequence[_Exit]) -> Table:
    named, labels = authorities(asked), themes(asked)
    shown: list[tuple[str, date, str, str]] = []
    for each in exits:
        for code, iris in _praise(asked, each.later.report, each.weak).items():
            name = named[each.then.report.authority].name
            shown += [(name, each.later.ended, labels[code].label, iri) for iri in iris[:PRAISE]]
    said = quotes(asked, [iri for *_, iri in shown])
    rows = []
    for name, ended, label, iri in shown:
        words, page = said.get(iri, ("", ""))
        rows.append(Row((name, ended, label, words, int(page) if page else None, iri), (iri,)))
    return Table("praised", "What inspectors praised then", PRAISED, tuple(rows))


def _notes(
    asked: Answers, found: Profiles, graded: Mapping[str, Path], only: str, compared: str
) -> tuple[str, ...]:
    name = authorities(asked)[only].name if only else ""
    if only and all(report.authority != only for report in reports(asked).values()):
        return (f"The store has no report on {name}; nobody can be set beside it.",)
    if not found.authorities:
        return ("No report in the store has a weakness.",)
    if only and only not in found.authorities:
        return (
            f"No report that is compared blames {name} for anything; nobody can be set beside it. "
            f"Compared are {compared}.",
        )
    notes = [
        f"{len(found.authorities)} authorities are compared over all their reports that count; "
        "what was looked at differs between frameworks and years.",
        BODY,
        JOINT,
        "That inspectors praise what was weak before does not say what made it better.",
    ]
    if only and only not in graded:
        notes.append(f"No report in the store grades {name} overall: who got out cannot be told.")
    return tuple(notes)
