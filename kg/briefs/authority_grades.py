"""Where an authority stands and how it moved: its latest grades, and each inspection before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.analysis import grade_scale, latest_grades
from kg.analysis.latest_grades import Latest
from kg.analysis.trajectories import GradeTrajectory, paths
from kg.briefs.data import graded_reports
from kg.briefs.model import Block, Chart, More, Paragraph, Part, Table, Text, Where
from kg.briefs.statements import Statement, count, day, grade_name, listed, statements
from kg.corpus import Corpus, Judgement, Report
from kg.text.partialdate import in_years

#: Inspections that the table shows, the latest.
INSPECTIONS = 8
OVERALL = "overall"


class Standing(NamedTuple):
    """The part of the brief, and what its summary says: each with its places."""

    part: Part
    stands: Text
    moved: Text


def standing(corpus: Corpus, authority: str, slug: str) -> Standing:
    """Where an authority stands and how it moved."""
    own = [report for report in corpus.reports.values() if report.authority == authority]
    own.sort(key=lambda report: (str(report.ended or ""), report.iri), reverse=True)
    judged: dict[str, list[Judgement]] = {report.iri: [] for report in own}
    for judgement in corpus.judgements:
        if judgement.report in judged:
            judged[judgement.report].append(judgement)
    known = statements(corpus, (j.iri for each in judged.values() for j in each))
    latest = next((report for report in own if report.iri in graded_reports(corpus)), None)
    path = _path(corpus, authority)
    newest = latest_grades.latest(corpus).get((authority, "authority"))
    later = newest if path and newest and newest.ended > path.steps[-1].ended else None
    blocks: list[Block] = []
    if newest and not newest.judgements:
        stands = _not_known(newest.report)
        blocks.append(Paragraph(stands))
    elif latest is None:
        stands = Text("No report in the store gives it a grade on the common scale.")
        blocks.append(Paragraph(stands))
    else:
        # the latest inspection has its grades in the order of the framework
        same = newest if newest and newest.report.iri == latest.iri else None
        own_grades = same.judgements if same else judged[latest.iri]
        stands = _stands(corpus, latest, own_grades, known, path)
        blocks.append(_grades(latest, judged[latest.iri], known))
    if path and len(path.steps) > 1:
        blocks.append(_chart(corpus, path, later))
    blocks.append(_inspections(corpus, own[:INSPECTIONS], judged, known))
    if len(own) > INSPECTIONS:
        left = count(len(own) - INSPECTIONS, "earlier report")
        blocks.append(More(f"{left} left out; all:", f"kg query judgements -p authority={slug}"))
    title = "Where it stands, and how it moved"
    return Standing(Part(title, tuple(blocks)), stands, _moved(corpus, path, later, known))


def _path(corpus: Corpus, authority: str) -> GradeTrajectory | None:
    """The path of overall grades on the scale that most judgements use."""
    at, main = grade_scale.places(corpus), next(iter(graded_reports(corpus).values()), None)
    if main is None:
        return None
    wanted = at[main[0].grade].scale
    for path in paths(corpus, "all"):
        same = path.steps[0].place.scale == wanted
        if path.authority == authority and path.strand == OVERALL and same:
            return path
    return None


def _stands(
    corpus: Corpus,
    report: Report,
    judged: Sequence[Judgement],
    known: Mapping[str, Statement],
    path: GradeTrajectory | None,
) -> Text:
    overall = [j for j in judged if j.strand == OVERALL and j.about != "board"]
    when = f"at the inspection that ended on {day(report.ended)} ({report.framework})"
    if overall:
        grade = grade_name(corpus, overall[0].grade)
        others = [j for j in judged if j.about != "board" and j.grade != overall[0].grade]
        words = f"{grade} overall {when}"
        for code in dict.fromkeys(judgement.grade for judgement in others):
            strands = [j.strand.replace("-", " ") for j in others if j.grade == code]
            words += f"; {grade_name(corpus, code)}: {listed(strands)}"
        return Text(f"{words}.", (known[overall[0].iri].where,))
    own = [judgement for judgement in judged if judgement.about != "board"]
    pages = dict.fromkeys(known[j.iri].where for j in own)
    given = listed(
        f"{j.strand.replace('-', ' ')} {grade_name(corpus, j.grade).lower()}" for j in own
    )
    words = f"No overall grade {when}: {given}"
    if path:
        last = path.steps[-1]
        words += (
            f". Its last overall grade, {grade_name(corpus, last.place.code).lower()} "
            f"({last.ended.year}), is not its grade any more"
        )
    return Text(f"{words}.", tuple(pages))


def _not_known(report: Report) -> Text:
    return Text(
        f"Its latest inspection ended on {day(report.ended)} ({report.framework}); the grades it "
        "was given were not understood, and older ones are not its own any more.",
        (Where(report.source),),
    )


def _moved(
    corpus: Corpus,
    path: GradeTrajectory | None,
    later: Latest | None,
    known: Mapping[str, Statement],
) -> Text:
    since = f" No overall grade since {day(later.ended)}." if later else ""
    if path is None:
        return Text("No overall grade is in the store, so that no movement can be told.")
    if len(path.steps) == 1:
        words = "One overall grade is in the store, so that no movement can be told."
        return Text(words + since)
    first, last = path.steps[0].place.ordinal, path.steps[-1].place.ordinal
    told = ", ".join(
        f"{grade_name(corpus, s.place.code)} ({s.ended.year}, {s.report.family})"
        for s in path.steps
    )
    gained = first - last
    change = f"{count(abs(gained), 'place')} {'better' if gained > 0 else 'worse'} than at first"
    if gained == 0:
        change = "where it began"
    where = tuple(known[step.judgement].where for step in path.steps)
    return Text(f"{told}: {change}.{since}", where)


def _grades(report: Report, judged: Sequence[Judgement], known: Mapping[str, Statement]) -> Table:
    def order(judgement: Judgement) -> tuple[bool, bool, str]:
        return (judgement.about == "board", judgement.strand != OVERALL, judgement.iri)

    rows = []
    for judgement in sorted(judged, key=order):
        told = known[judgement.iri]
        subject = told.subject or judgement.strand.replace("-", " ").capitalize()
        grade = told.grade or judgement.grade.replace("-", " ")
        rows.append((Text(" ".join(subject.split())), Text(grade, (told.where,))))
    title = f"Latest grades: {report.framework}, fieldwork to {day(report.ended)}"
    return Table(title, ("Judgement", "Grade as printed"), tuple(rows))


def _chart(corpus: Corpus, path: GradeTrajectory, later: Latest | None) -> Chart:
    at = grade_scale.places(corpus)
    ladder = [place for place in at.values() if place.scale == path.steps[0].place.scale]
    rungs = []
    for ordinal in range(1, ladder[0].last + 1):
        codes = sorted(place.code for place in ladder if place.ordinal == ordinal)
        # a grade's name is told to its first words: "Requires improvement"
        rungs.append(" / ".join(code.replace("-", " ").capitalize() for code in codes))
    steps = tuple(
        (in_years(step.ended), step.place.ordinal - 1, str(step.ended.year)) for step in path.steps
    )
    told = "; ".join(f"{s.ended.year} {grade_name(corpus, s.place.code)}" for s in path.steps)
    since = f" (none since {later.ended.year})" if later else ""
    return Chart(f"Overall grades over time{since}", told, tuple(rungs), steps)


def _inspections(
    corpus: Corpus,
    shown: Sequence[Report],
    judged: Mapping[str, Sequence[Judgement]],
    known: Mapping[str, Statement],
) -> Table:
    rows = []
    for report in shown:
        own = [j for j in judged[report.iri] if j.about != "board"]
        overall = [j for j in own if j.strand == OVERALL]
        others: dict[str, list[str]] = {}
        for judgement in own:
            if judgement not in overall:
                strand = judgement.strand.replace("-", " ")
                others.setdefault(grade_name(corpus, judgement.grade), []).append(strand)
        pages = tuple(dict.fromkeys(known[j.iri].where for j in own))
        grade = grade_name(corpus, overall[0].grade) if overall else "no overall grade"
        told = "; ".join(f"{name}: {', '.join(parts)}" for name, parts in sorted(others.items()))
        rows.append(
            (
                Text(day(report.ended, short=True)),
                Text(report.framework or report.family or "not known"),
                Text(grade if own else "not graded", pages or (Where(report.source),)),
                Text(told),
            )
        )
    columns = ("Fieldwork to", "Framework", "Overall", "Other grades")
    return Table("Every inspection in the store, the latest first", columns, tuple(rows))
