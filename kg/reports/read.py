"""A document becomes a report: each reader of this room in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from kg.classifier.model import load_model
from kg.documents import Document, paged_text
from kg.knowledge import Knowledge
from kg.reports.correctedparts import correct
from kg.reports.corrections import Correction, Corrector
from kg.reports.doubts import doubt_headings
from kg.reports.earlier import read_earlier
from kg.reports.facts import read_facts
from kg.reports.family import Family, find_family, recognise
from kg.reports.filedoubts import doubt_characters, doubt_copies, doubt_numbers
from kg.reports.findings import read_findings
from kg.reports.gluedheadings import part_headings
from kg.reports.header import Header, read_header
from kg.reports.judgements import read_judgements
from kg.reports.ledger import OwnedLine, read_ledger, unread
from kg.reports.markedfindings import link_marked
from kg.reports.model import Problem, Report
from kg.reports.namedbodies import NamedBodies, read_named
from kg.reports.outline import read_outline
from kg.reports.profile import Profile
from kg.reports.quotes import About
from kg.reports.recommendations import read_recommendations
from kg.reports.sections import read_sections
from kg.reports.statements import read_next_steps, read_statements
from kg.reports.witnesses import Judged


def read_report(
    document: Document,
    knowledge: Knowledge,
    profiles: Sequence[Profile],
    *,
    rate: bool = True,
    corrections: Sequence[Correction] = (),
) -> Report:
    """Everything that can be read from a document.

    A report of no known family has title, authority, dates and paragraphs, and a problem that
    says so.  Nothing is raised: what was looked for and not found is among the problems.
    ``rate=False`` leaves out the classifier.  ``corrections`` are a reader's, of this document.
    """
    family = find_family(document, profiles)
    corrector = Corrector(document, corrections, knowledge, family.profile)
    report = _read(document, knowledge, family, rate, corrector)
    return correct(report, corrector, knowledge) if corrections else report


def _read(
    document: Document,
    knowledge: Knowledge,
    family: Family,
    rate: bool,
    corrector: Corrector,
) -> Report:
    model = load_model() if rate else None
    profile = family.profile
    document = part_headings(document, profile)
    header = read_header(document, profile, knowledge, corrector)
    corrections = tuple(corrector.done)
    parts = read_outline(document, profile)
    if profile is None:
        sections, paragraphs = read_sections(document, parts)
        return _report(
            document, header, sections=sections, paragraphs=paragraphs, corrections=corrections,
            model=model.digest if model else None,
            findings=read_findings(document, sections, paragraphs, (), model)[0],
            problems=(*header.problems, *_with_title(family.problem, header)),
        )  # fmt: skip
    start = min((visit.start for visit in header.visits), default=None)
    end = max((visit.end for visit in header.visits), default=None)
    code = profile.family.code
    version = knowledge.version_for(code, start) if start else knowledge.only_version(code)
    judged = read_judgements(document, profile, version, parts)
    recommendations, more_doubts = read_recommendations(
        document,
        profile,
        parts,
        knowledge,
        published=header.published.value if header.published else None,
        fieldwork_end=end,
    )
    sections, paragraphs = read_sections(document, parts, [item.quote for item in recommendations])
    body = [*(each.quote for each in paragraphs), *(item.quote for item in recommendations)]
    authority = header.authority.value if header.authority else None
    subject = knowledge.body_kind(About.BOARD, profile.family.code, version, start)
    named = read_named(document, parts, body, authority, end, knowledge, subject)
    day = header.published.value if header.published else None
    statements, undue = read_statements(document, profile, parts, day)
    facts, undated = read_facts(document, parts, knowledge.measures)
    earlier, misdated = read_earlier(
        document,
        profile,
        parts,
        knowledge.inspections,
        knowledge.register,
        authority=authority,
        fieldwork_start=start,
    )
    findings, recommendations = read_findings(
        document, sections, paragraphs, recommendations, model
    )
    report = _report(
        document,
        header,
        framework=profile.family.code,
        framework_version=version.notation if version else None,
        **_fields(judged),
        recommendations=recommendations,
        sections=sections,
        paragraphs=paragraphs,
        model=model.digest if model else None,
        findings=link_marked(findings, recommendations),
        **_fields(named),
        facts=facts,
        earlier=earlier,
        statements=statements,
        next_steps=read_next_steps(document, profile, parts),
        corrections=corrections,
        problems=(
            *header.problems,
            *judged.problems,
            *doubt_headings(document, profile.improvements, parts),
            *more_doubts,
            *undated,
            *misdated,
            *undue,
        ),
    )
    ledger = read_ledger(document, profile, parts, report)
    told = (
        *doubt_characters(document),
        *doubt_copies(document),
        *doubt_numbers(document, parts),
        *unread(ledger, report.problems),
    )
    lines = Counter(str(entry.owner) for entry in ledger)
    return replace(report, problems=(*report.problems, *told), lines=dict(sorted(lines.items())))


def _with_title(problem: Problem | None, header: Header) -> Iterator[Problem]:
    """What is to be said of the family, with the title where it quotes nothing else."""
    if problem is None:
        return
    if problem.text is None and header.title:
        title = header.title
        problem = replace(problem, page=title.quote.page, text=title.value)
    yield problem


def ledger_of(
    document: Document, report: Report, profiles: Sequence[Profile]
) -> tuple[OwnedLine, ...]:
    """The owner of each printed line of a document from which a report was read."""
    profile = recognise(document, profiles)
    return read_ledger(document, profile, read_outline(document, profile), report)


def _report(document: Document, header: Header, **read: Any) -> Report:
    """The report, its header's fields filled in, and what is to be said of the file."""
    said = (Problem(each.code, each.message, each.page, each.text) for each in document.notes)
    return Report(
        source=document.name,
        sha256=document.sha256,
        pages=len(document.pages),
        media_type=document.media_type,
        framework=read.pop("framework", None),
        framework_version=read.pop("framework_version", None),
        **_fields(header),
        text=paged_text(document),
        problems=(*read.pop("problems", ()), *said),
        **read,
    )


def _fields(read: Header | Judged | NamedBodies) -> dict[str, Any]:
    """What a reader gives for the fields of a report, by their names; its problems aside."""
    return {each.name: getattr(read, each.name) for each in fields(read) if each.name != "problems"}
