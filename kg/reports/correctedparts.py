"""Corrections of what stands behind a report's header: its grades, and whom its items are for."""

from __future__ import annotations

from dataclasses import replace

from kg.knowledge import FrameworkVersion, Knowledge
from kg.knowledge.choices import About
from kg.reports.corrections import Correction, Corrector, words
from kg.reports.model import Basis, Judgement, Report
from kg.text.suggest import did_you_mean


def correct(report: Report, corrector: Corrector, knowledge: Knowledge) -> Report:
    """A report with the corrections of its grades and addressees, and all that were taken."""
    version = knowledge.version(report.framework_version or "")
    for given in corrector.given.values():
        name, _, of = given.field.partition(":")
        if name == "grade":
            report = _grade(report, corrector, given, of, version)
        elif name == "addressee":
            report = _addressee(report, corrector, given, of, version, knowledge)
    problems = (*corrector.unanswered(report.problems), *corrector.unfit)
    return replace(report, corrections=tuple(corrector.done), problems=problems)


def _grade(
    report: Report,
    corrector: Corrector,
    given: Correction,
    of: str,
    version: FrameworkVersion | None,
) -> Report:
    strand = version.strand_of(of) if version else None
    grades = {each.notation: each for each in version.grades} if version else {}
    if version is None or strand is None:
        known = [each.notation for each in version.strands] if version else []
        hint = did_you_mean(of, known)
        corrector.refuse(given, f"names a strand {of!r} that {_whose(report)} does not have{hint}")
        return report
    if given.value not in grades:
        hint = did_you_mean(given.value, grades)
        what = f"names a grade {given.value!r} that {_whose(report)} does not have{hint}"
        corrector.refuse(given, what)
        return report
    own = [j for j in report.judgements if j.strand == of and j.basis is Basis.GRADED]
    unjudged = [each for each in report.unjudged if each.strand == of]
    answered = [each for each in report.problems if each.field == given.field]
    read = own[0].grade_code if own else None
    printed = unjudged[0].printed if unjudged else words(answered)
    places = (*(each.quote for each in own), *(each.quote for each in unjudged))
    if not corrector.takes(given, read, printed, places):
        return report
    judged = Judgement(
        of, own[0].subject if own else strand.label, "", given.value,
        About(strand.about), Basis.GRADED, corrector.quote(given),
    )  # fmt: skip
    order = {each.notation: each.order for each in version.strands}
    rest = [j for j in report.judgements if j not in own]
    graded = [judged, *(j for j in rest if j.basis is Basis.GRADED)]
    graded.sort(key=lambda j: order.get(j.strand or "", len(order)))
    narrative = [j for j in rest if j.basis is not Basis.GRADED]
    left = tuple(each for each in report.unjudged if each not in unjudged)
    return replace(report, judgements=(*graded, *narrative), unjudged=left)


def _addressee(
    report: Report,
    corrector: Corrector,
    given: Correction,
    of: str,
    version: FrameworkVersion | None,
    knowledge: Knowledge,
) -> Report:
    items = list(report.recommendations)
    at = next((n for n, item in enumerate(items) if str(item.order) == of), None)
    about = About(given.value)
    kind = knowledge.body_kind(about, report.framework or "", version, report.inspection_start)
    if at is None:
        corrector.refuse(given, f"names recommendation {of!r}, which the report does not have")
    elif about is not About.AUTHORITY and kind is None:
        corrector.refuse(given, f"names a {about}, and {_whose(report)} knows of none")
    elif corrector.takes(given, str(items[at].addressee)):
        items[at] = replace(items[at], addressee=about)
    return replace(report, recommendations=tuple(items))


def _whose(report: Report) -> str:
    return report.framework_version or report.framework or "a report of no known family"
