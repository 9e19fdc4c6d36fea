"""What was read from one file, in words for the terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.documents import Document
from kg.knowledge.inspectorroles import InspectorPart
from kg.reports.ledger import OwnedLine, Owner
from kg.reports.model import Basis, Corrected, Judgement, Recommendation, Report


def describe(
    document: Document, report: Report, width: int = 100, ledger: Sequence[OwnedLine] = ()
) -> str:
    """The report's header, judgements, items, sections and problems, a few lines each."""
    lines = [*_lines(document, report, width), *_ledger(ledger, width)]
    return "\n".join(lines) + "\n"


def _ledger(ledger: Sequence[OwnedLine], width: int) -> Iterator[str]:
    """How many printed lines belong to what, and those that belong to nothing."""
    if not ledger:
        return
    owners = Counter(entry.owner for entry in ledger)
    said = ", ".join(f"{count} {owner}" for owner, count in owners.most_common())
    yield from textwrap.wrap(
        f"Printed lines ({len(ledger)}): {said}", width, subsequent_indent="  "
    )
    for entry in ledger:
        if entry.owner is Owner.UNREAD:
            yield f"  unread, p.{entry.line.page}: {entry.line.text}"


def _lines(document: Document, report: Report, width: int) -> Iterator[str]:
    family = report.framework_version or report.framework or "of no known family"
    yield f"{report.source}  ({report.media_type}, {report.pages} pages, {family})"
    yield from _header(report)
    if report.publication:
        yield f"  published at {report.publication.address}"
    if report.judgements:
        yield "\nJudgements"
    for judgement in report.judgements:
        corrected = _corrected(report, f"grade:{judgement.strand}") if graded(judgement) else ""
        grade = judgement.grade or judgement.grade_code
        yield (
            f"  p.{judgement.quote.page:<3} {grade:<32} {judgement.subject}"
            f"  [{judgement.basis}, about the {judgement.about}{corrected}]"
        )
    for unjudged in report.unjudged:
        yield f"  p.{unjudged.quote.page:<3} {unjudged.printed:<32} {unjudged.subject}"
    if report.recommendations:
        yield f"\nRecommendations ({len(report.recommendations)})"
    for item in report.recommendations:
        yield from _recommendation(item, width, _corrected(report, f"addressee:{item.order}"))
    for statement in report.statements:
        who = statement.responsible or "(nobody named)"
        due = statement.due or "(no date)"
        yield f"\nStatement required: {statement.what} from {who}, due {due}"
    for step in report.next_steps:
        within = f" in {step.months} months" if step.months else ""
        yield f"\nNext step: {step.kind}{within} (p.{step.quote.page})"
    yield f"\nSections ({len(report.sections)}), paragraphs ({len(report.paragraphs)})"
    for section in report.sections:
        inside = sum(1 for each in report.paragraphs if each.section == section.order)
        kind = f"  [{section.kind}]" if section.kind else ""
        yield f"  p.{section.quote.page:<3} {section.heading}{kind}, {inside} paragraphs"
    yield from _evidence(report, width)
    if report.corrections:
        yield "\nCorrected"
    for done in report.corrections:
        yield from textwrap.wrap(said(done), width, initial_indent="  ", subsequent_indent=" " * 4)
    if report.problems:
        yield "\nNot found, or not sure"
    for problem in report.problems:
        yield f"  {problem.code}: {problem.message}"


def _evidence(report: Report, width: int) -> Iterator[str]:
    """Findings by polarity and theme, and what they name."""
    ratings = [finding.rating for finding in report.findings if finding.rating]
    polarity = Counter(rating.polarity for rating in ratings)
    said = ", ".join(f"{count} {name}" for name, count in polarity.most_common())
    yield f"\nFindings ({len(report.findings)}): {said or 'not rated'}"
    themes = Counter(theme for rating in ratings for theme, _ in rating.themes)
    lists = {
        "themes": [f"{theme} {count}" for theme, count in themes.most_common()],
        "boards": [board.name for board in report.boards],
        "services": [service.name for service in report.services],
        "figures": [
            f"{fact.measure} {fact.value:g} {fact.unit}"
            for fact in report.facts
            if not fact.comparison
        ],
        "earlier": [
            " ".join(str(word) for word in (each.what, each.when, each.grade) if word)
            for each in report.earlier
        ],
        "not placed": [name.text for name in report.unplaced],
    }
    for name, items in lists.items():
        if items:
            head = f"  {name:<10} "
            yield from textwrap.wrap(
                "; ".join(items), width, initial_indent=head, subsequent_indent=" " * len(head)
            )


def _header(report: Report) -> Iterator[str]:
    title = report.title.value if report.title else "(no title found)"
    yield f"  title      {title}"
    authority = report.authority.value if report.authority else untaken(report, "authority")
    printed = f", printed {report.authority_printed!r}" if report.authority_printed else ""
    yield f"  authority  {authority}{printed}{_corrected(report, 'authority')}"
    visits = " and ".join(f"{visit.start} to {visit.end}" for visit in report.visits)
    days = _corrected(report, "inspection_start") or _corrected(report, "inspection_end")
    yield f"  fieldwork  {visits or untaken(report, 'inspection_start')}{days}"
    published = report.published.value if report.published else untaken(report, "published")
    yield f"  published  {published}{_corrected(report, 'published')}"
    for inspector in report.inspectors:
        title = f", {inspector.title}" if inspector.title else ""
        lead = _corrected(report, "lead_inspector") if inspector.role is InspectorPart.LEAD else ""
        yield f"  {inspector.role:<10} {inspector.name}{title}{lead}"
    if report.variant:
        inferred = " (inferred)" if report.variant_inferred else ""
        yield f"  variant    {report.variant}{inferred}"
    if report.theme:
        yield f"  theme      {report.theme.value}"


def untaken(report: Report, field: str) -> str:
    """What is said in place of a field that has no value: what is printed, and why not taken."""
    for problem in report.problems:
        if problem.field == field and problem.text:
            return f"(not taken: {problem.text!r}; {problem.code}, see below)"
    return "(not found)"


def said(done: Corrected) -> str:
    """A correction in words: what is so, what was read in its place, who says so and why."""
    read = f"read {done.read!r}" if done.read else "nothing was read"
    return f"{done.field}: {done.value} ({read}), p.{done.page}, {done.who}: {done.why}"


def graded(judgement: Judgement) -> bool:
    """Whether a judgement was given formally: only such a one can be corrected."""
    return judgement.basis is Basis.GRADED


def _corrected(report: Report, field: str) -> str:
    return ", corrected" if report.correction(field) else ""


def _recommendation(item: Recommendation, width: int, corrected: str) -> Iterator[str]:
    notes = [str(item.kind), f"to the {item.addressee}{corrected}"]
    if item.group:
        notes.append(f"under {item.group!r}")
    if item.timescale:
        due = f", due {item.timescale.due}" if item.timescale.due else ""
        notes.append(f"{item.timescale.printed}{due}")
    text = f"{item.number + ' ' if item.number else ''}{item.text}"
    head = f"  p.{item.quote.page:<3} "
    yield from textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head))
    yield f"{' ' * len(head)}[{'; '.join(notes)}]"
