"""Authorities like mine: who has the same weaknesses, and who got out of them.

Authorities are compared by what inspectors blame in their reports: a profile of themes, in which
a theme counts the less the more everybody is blamed for it (`kg.analysis.theme_profiles`).  Region
and statistical neighbours add to the score.  For one authority it is also told who once stood where
it stands now and was graded better later, and what inspectors praised then of what was weak before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.analysis.exits import (
    Exit,
    all_exits,
    exits_like,
    got_out_table,
    no_grade_since,
    praised_table,
)
from kg.analysis.inspections import BODY, JOINT
from kg.analysis.registry import Parameter
from kg.analysis.result import Column, Result, Row, Table
from kg.analysis.theme_profiles import Profiles, theme_counts, weighed
from kg.analysis.trajectories import ALL, GradeTrajectory, Step, overall_trajectories, positive
from kg.corpus import Corpus, Finding, resolve
from kg.errors import QueryError

#: What is added to how alike two profiles are, which is between 0 and 1.
NEIGHBOUR, REGION = 0.1, 0.05
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


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """The nearest of one authority, or of each; and for one, who got out and what was seen."""
    most = positive("nearest", values["nearest"])
    only = resolve.authority(corpus, values["authority"]) if values["authority"] else ""
    if values["reports"] not in (GRADED, ALL):
        raise QueryError(f"reports={values['reports']}: must be {GRADED} or {ALL}")
    graded = overall_trajectories(corpus)
    whole = values["reports"] == ALL or not graded
    compared = {
        iri: report.authority
        for iri, report in corpus.reports.items()
        if whole or any(s.report.iri == iri for s in _steps(graded, report.authority))
    }
    found = weighed(theme_counts(corpus, "weakness", compared))
    mine = [only] if only else list(found.authorities)
    mine = [authority for authority in mine if authority in found.authorities]
    tables = [_nearest(corpus, found, graded, _blamed(corpus, compared), mine, most)]
    notes = list(_notes(corpus, found, graded, only, "all reports" if whole else COMPARED))
    if only:
        exits = exits_like(corpus, graded, only)[:most]
        tables += [got_out_table(corpus, exits), praised_table(corpus, exits)]
        gone = no_grade_since(corpus, graded[only]) if only in graded else None
        if gone:
            notes.append(
                f"{corpus.authorities[only].name} has no overall grade now (inspection that ended "
                f"on {gone.ended}: {gone.told}): who was graded so and got out cannot be told."
            )
        elif only in found.authorities and only in graded and not exits:
            notes.append("No other authority in the store was graded so, and better later.")
        notes += _fallen(corpus, exits)
    else:
        exits = all_exits(corpus, graded)
        tables.append(got_out_table(corpus, exits))
        fallen = sum(each.fell_again is True for each in exits)
        unknown = sum(each.fell_again is None for each in exits)
        notes.append(
            f"Grades better than the one before: {len(exits)}; lower again at some time since: "
            f"{fallen}; not known, as the latest inspection gave no overall grade: {unknown}."
        )
    return Result(
        "authorities-like-mine",
        "Who has the same weaknesses, and who got out of them",
        tuple(tables),
        dict(values),
        tuple(notes),
        tuple(sorted(compared)),
    )


def _steps(graded: Mapping[str, GradeTrajectory], authority: str) -> tuple[Step, ...]:
    return graded[authority].steps if authority in graded else ()


def _fallen(corpus: Corpus, exits: Sequence[Exit]) -> list[str]:
    names = [corpus.authorities[each.authority].name for each in exits if each.fell_again]
    if not names:
        return []
    return [f"Fallen again since, and no example of who solved it: {'; '.join(names)}."]


def _nearest(
    corpus: Corpus,
    found: Profiles,
    graded: Mapping[str, GradeTrajectory],
    blamed: Mapping[str, Sequence[Finding]],
    mine: Sequence[str],
    most: int,
) -> Table:
    named, beside, labels = corpus.authorities, corpus.neighbours, corpus.themes
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
                _told(corpus, path) if path else "",
                ordinals[-1] < ordinals[0] if len(ordinals) > 1 else None,
                other,
            )
            shared = set(found.shared(place, at))
            weak = [f.iri for f in blamed[other] if not shared.isdisjoint(f.themes)]
            evidence = [step.judgement for step in _steps(graded, other)]
            rows.append(Row(cells, (*evidence, *weak)))
    return Table("nearest", "Who is most like it", NEAREST, tuple(rows))


def _told(corpus: Corpus, path: GradeTrajectory) -> str:
    later = no_grade_since(corpus, path)
    told = " > ".join(step.place.code for step in path.steps)
    return f"{told} | {later.told}" if later else told


def _blamed(corpus: Corpus, compared: Mapping[str, str]) -> dict[str, list[Finding]]:
    """The weaknesses of each authority in the reports that are compared."""
    found: dict[str, list[Finding]] = {}
    for finding in corpus.body_findings:
        if finding.polarity == "weakness" and finding.report in compared:
            found.setdefault(compared[finding.report], []).append(finding)
    return found


def _notes(
    corpus: Corpus, found: Profiles, graded: Mapping[str, GradeTrajectory], only: str, compared: str
) -> tuple[str, ...]:
    name = corpus.authorities[only].name if only else ""
    if only and all(report.authority != only for report in corpus.reports.values()):
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
