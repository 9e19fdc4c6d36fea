"""Grades that a report gives in a sentence or a heading: witnesses beside its judgement table.

A profile says how such sentences begin and where they stand (`SentenceForm`); what follows must
be understood to its last word (`kg.reports.saidgrades`).  Where a verdict is due and is not
understood, it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.documents import Document
from kg.knowledge import Strand
from kg.knowledge.profile import BODY, FRONT, HEADINGS, SentenceForm
from kg.reports.headinggrades import heading_verdicts
from kg.reports.model import Problem
from kg.reports.outline import Part
from kg.reports.saidgrades import Frame, SaidGrade, Subject, ends, said_of
from kg.reports.witnesses import Witness


def read_verdicts(
    frame: Frame, parts: Sequence[Part], front: tuple[int, int]
) -> tuple[list[Witness], list[Problem]]:
    """What the sentences and headings of a report say of the strands, and what is not understood.

    ``front`` are the first block of the cover and one past its last.
    """
    witnesses: list[Witness] = []
    problems: list[Problem] = []
    read: set[int] = set()
    for subject, said in _sentences(frame, parts, front):
        read.add(subject.block)
        _take(frame, subject, said, witnesses, problems)
    if frame.form.headings:
        for subject, said in heading_verdicts(frame, parts, front):
            if subject.block not in read:
                _take(frame, subject, said, witnesses, problems)
    return witnesses, problems


def _sentences(
    frame: Frame, parts: Sequence[Part], front: tuple[int, int]
) -> Iterator[tuple[Subject, SaidGrade]]:
    strands = {strand.notation: strand for strand in frame.version.strands}
    for form in frame.form.sentence:
        strand = strands.get(form.strand)
        if strand is None:
            continue
        for index, due in _places(frame.document, parts, front, form.where):
            subject = _subject(frame.document, index, strand, form)
            if subject is None:
                continue
            said = said_of(frame, subject, form.link, form.tail)
            if due or said.witness:
                yield subject, said
            if not due and said.witness:
                break


def _places(
    document: Document, parts: Sequence[Part], front: tuple[int, int], where: str
) -> Iterator[tuple[int, bool]]:
    """The blocks in which a sentence may begin, and whether a verdict is due there."""
    if where == FRONT:
        yield from ((index, True) for index in range(*front))
    elif where == BODY:
        yield from ((index, False) for index in range(len(document.blocks)))
    else:
        for part in parts:
            if part.heading is None:
                continue
            if where == HEADINGS or part.kind == where:
                yield part.heading, True
            if part.kind == where and part.first < part.last:
                yield part.first, True


def _subject(
    document: Document, index: int, strand: Strand, form: SentenceForm
) -> Subject | None:  # fmt: skip
    """The subject with which a block begins, if it is that of a sentence of this form."""
    start = document.blocks[index].body
    last = max(end for end, _ in ends(document, index))
    match = form.subject.match(document.text, start, last)
    if match is None:
        return None
    printed = match.groupdict().get("subject") or strand.label
    return Subject(strand, " ".join(printed.split()), index, start, match.end())


def _take(
    frame: Frame,
    subject: Subject,
    said: SaidGrade,
    witnesses: list[Witness],
    problems: list[Problem],
) -> None:
    if said.witness:
        witnesses.append(said.witness)
    if not said.doubtful:
        return
    words = " ".join(frame.document.text[said.start : said.end].split())
    label = subject.strand.label
    witnesses.append(Witness(subject.strand, None, label, words, said.start, said.end))
    problems.append(
        Problem(
            "grade-not-understood",
            f"{words!r} gives no grade of {frame.version.notation} that is understood; none was "
            f"taken for {label!r}",
            frame.document.page_at(said.start),
            words,
            f"grade:{subject.strand.notation}",
        )
    )
