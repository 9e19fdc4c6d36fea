"""The readings of a report as marks on the raw text of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents import Document, Line, Role
from kg.reports.ledger import OwnedLine, Owner
from kg.reports.model import Report
from kg.reports.quotes import Quote


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A marked stretch of one page's raw text."""

    page: int
    start: int
    end: int
    #: what was read there: "title", "judgement", "paragraph", "furniture", ...
    kind: str
    #: what the reader made of it, shown at its start; "" on all but a reading's first stretch
    label: str


def marks(document: Document, report: Report, ledger: Sequence[OwnedLine] = ()) -> list[MarkedText]:
    """All marks of a report, by page and place; later kinds lie inside earlier ones.

    ``ledger`` gives the lines from which nothing was read, and those that are standing text.
    """
    found = [*_furniture(document), *_owned(ledger)]
    for kind, label, quote in readings(report):
        first = True
        for place in document.places(quote.start, quote.end):
            found.append(
                MarkedText(place.page, place.start, place.end, kind, label if first else "")
            )
            first = False
    return sorted(found, key=lambda mark: (mark.page, mark.start, -mark.end))


def readings(report: Report) -> Iterator[tuple[str, str, Quote]]:
    """Everything that was read: its kind, its label, its place; and what was corrected."""
    given = {done.quote for done in report.corrections}
    for kind, label, quote in _read(report):
        # a corrected value stands beside words from which it was not read
        if quote not in given or kind in ("title", "paragraph", "section", "recommendation"):
            yield kind, label, quote
    for done in report.corrections:
        yield "corrected", f"{done.field}: {done.value}, given by {done.who}", done.quote
        for quote in done.instead_of:
            yield "corrected", f"{done.field}: read {done.read}, corrected", quote


def _read(report: Report) -> Iterator[tuple[str, str, Quote]]:
    if report.title:
        yield "title", "title", report.title.quote
    if report.authority:
        yield "authority", f"authority: {report.authority.value}", report.authority.quote
    for number, visit in enumerate(report.visits, 1):
        yield "date", f"visit {number}: {visit.start} to {visit.end}", visit.quote
    if report.published:
        yield "date", f"published {report.published.value}", report.published.quote
    for inspector in report.inspectors:
        yield "inspector", f"inspector ({inspector.role})", inspector.quote
    if report.theme:
        yield "title", "theme", report.theme.quote
    for judgement in report.judgements:
        strand = judgement.strand or "no known strand"
        label = f"{judgement.basis} judgement: {strand} = {judgement.grade_code}"
        yield "judgement", label, judgement.quote
    for unjudged in report.unjudged:
        yield "judgement", f"{unjudged.strand}: {unjudged.printed}", unjudged.quote
    for item in report.recommendations:
        label = f"{item.kind} {item.order} to the {item.addressee}"
        if item.timescale:
            due = f", due {item.timescale.due}" if item.timescale.due else ""
            label += f" ({item.timescale.printed}{due})"
        yield "recommendation", label, item.quote
    for section in report.sections:
        label = f"section {section.order}"
        label += f": {section.kind}" if section.kind else ""
        yield "section", label, section.quote
    for paragraph in report.paragraphs:
        label = f"paragraph {paragraph.number}" if paragraph.number else ""
        yield "paragraph", label, paragraph.quote
    yield from _findings(report)
    for statement in report.statements:
        yield "step", f"statement due {statement.due or '(no date)'}", statement.quote
    for step in report.next_steps:
        yield "step", f"next step: {step.kind}", step.quote


def _findings(report: Report) -> Iterator[tuple[str, str, Quote]]:
    """What the sentences say and name, and the figures and history in them."""
    for finding in report.findings:
        rating = finding.rating
        themes = ", ".join(theme for theme, _ in rating.themes) if rating else ""
        yield rating.polarity if rating else "none", themes, finding.quote
    for fact in report.facts:
        compared = f" ({fact.comparison})" if fact.comparison else ""
        yield "fact", f"{fact.measure} = {fact.value:g} {fact.unit}{compared}", fact.quote
    for earlier in report.earlier:
        grade = f" = {earlier.grade}" if earlier.grade else ""
        yield "earlier", f"earlier: {earlier.when or 'no date'}{grade}", earlier.quote
    for mention in report.mentions:
        yield mention.what, "", mention.quote
    for name in report.unplaced:
        yield "unplaced", "not placed", name.quote


def _owned(ledger: Sequence[OwnedLine]) -> Iterator[MarkedText]:
    """Lines that no reading marks: unread ones, and standing text."""
    for entry in ledger:
        if entry.owner is Owner.UNREAD:
            yield _line(entry.line, "unread", "unread")
        elif entry.owner is Owner.STANDING:
            yield _line(entry.line, "standing", "")


def _furniture(document: Document) -> Iterator[MarkedText]:
    for line in document.all_lines:
        if line.role is not Role.BODY and line.text:
            yield _line(line, "furniture", line.role)


def _line(line: Line, kind: str, label: str) -> MarkedText:
    start = line.runs[0][1]
    clean, raw = line.runs[-1]
    return MarkedText(line.page, start, raw + len(line.text) - clean, kind, label)
