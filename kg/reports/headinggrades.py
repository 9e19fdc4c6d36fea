"""Grades in a section's heading, in the box beside it, or alone on the line below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.knowledge import FrameworkVersion, Strand
from kg.knowledge.labels import loose_strand
from kg.knowledge.profile import Pattern
from kg.knowledge.words import label
from kg.reports.gradetables import bare, is_unjudged
from kg.reports.outline import Part
from kg.reports.saidgrades import LONGEST, Frame, SaidGrade, Subject, said_of, speaks
from kg.reports.tablerows import beside
from kg.reports.witnesses import Witness


def named_strand(text: str, version: FrameworkVersion) -> tuple[Strand, int] | None:
    """The strand whose label a text begins with, and the length of the label as printed."""
    for strand, pattern in _subjects(version):
        match = pattern.match(text)
        if match:
            return strand, match.end()
    return None


def heading_verdicts(
    frame: Frame, parts: Sequence[Part], front: tuple[int, int]
) -> Iterator[tuple[Subject, SaidGrade]]:
    """Headings, boxed labels and lines of the cover that name a strand, and what they say of it.

    ``front`` are the first block of the cover and one past its last.  A line there that is no
    heading counts only if it is a label and its grade, and nothing else.
    """
    document, version = frame.document, frame.version
    headings = {part.heading for part in parts if part.heading is not None}
    for index, block in enumerate(document.blocks):
        text = document.text[block.body : block.end]
        heading = index in headings
        if not heading:
            if len(text) > LONGEST or block.bullet:
                continue
            if index >= front[1] and version.strand(text) is None:
                continue
        named = named_strand(text, version)
        if named is None:
            if heading:
                yield from _loosely(frame, index)
            continue
        strand, length = named
        printed = " ".join(text[:length].split())
        subject = Subject(strand, printed, index, block.body, block.body + length)
        behind = text[length:].lstrip()
        if behind.strip(" :"):
            said = said_of(frame, subject)
            linked = frame.form.link is not None and frame.form.link.match(behind) is not None
            whole = not document.text[said.end : block.end].strip(" .")
            if (said.witness and (heading or (linked and whole))) or (heading and linked):
                yield subject, said
        elif index >= front[1]:
            said_beside = _box(frame, subject)
            if said_beside is not None:
                yield subject, said_beside


@cache
def _subjects(version: FrameworkVersion) -> tuple[tuple[Strand, Pattern], ...]:
    """A pattern for each printed label, the longest label first."""
    forms = [(form, strand) for strand in version.strands for form in strand.labels]
    found = []
    for form, strand in sorted(forms, key=lambda pair: -len(pair[0])):
        words = r"\W+".join(map(re.escape, label(form).split()))
        found.append((strand, re.compile(rf"(?:\d+(?:\.\d+)*\.?\s+)?(?:the\s+)?{words}\b", re.I)))
    return tuple(found)


def _box(frame: Frame, subject: Subject) -> SaidGrade | None:
    """What stands in the box beside a heading; if there is none, alone in the block below it."""
    document = frame.document
    block = document.blocks[subject.block]
    cell = beside(document.lines, block.first, block.last)
    if cell is not None:
        return _boxed(frame, subject, cell.text, (cell.start, cell.end))
    if subject.block + 1 == len(document.blocks):
        return None
    below = document.blocks[subject.block + 1]
    if below.bullet or below.number or _in_columns(frame, subject.block):
        return None
    said = _boxed(
        frame, subject, document.text[below.body : below.end], (below.body, below.end)
    )  # fmt: skip
    return said if said and said.witness else None


def _in_columns(frame: Frame, index: int) -> bool:
    """Whether a label is the last of several, and the value below it the first of several."""
    document, version = frame.document, frame.version
    near = [(index - 1, version.strand), (index + 2, version.grade)]
    return any(
        0 <= place < len(document.blocks)
        and known(document.text[document.blocks[place].body : document.blocks[place].end])
        for place, known in near
    )


def _boxed(frame: Frame, subject: Subject, text: str, span: tuple[int, int]) -> SaidGrade | None:
    value = bare(text, frame.form)
    grade = frame.version.grade(value)
    start, end = (subject.start, span[1]) if subject.start < span[0] else span
    if grade or is_unjudged(value, frame.form):
        witness = Witness(
            subject.strand, grade, subject.printed, value, start, end, unjudged=grade is None
        )
        return SaidGrade(witness, False, start, end)
    return SaidGrade(None, True, start, end) if speaks(value, frame.version) else None


def _loosely(frame: Frame, index: int) -> Iterator[tuple[Subject, SaidGrade]]:
    """A heading whose label is misprinted, with a colon and a grade behind it."""
    block = frame.document.blocks[index]
    before, colon, behind = frame.document.text[block.body : block.end].rpartition(":")
    value = bare(behind, frame.form)
    grade = frame.version.grade(value) if colon else None
    strand = loose_strand(before, frame.version.strands) if grade else None
    if strand is not None:
        printed = " ".join(before.split())
        subject = Subject(strand, printed, index, block.body, block.body + len(before))
        witness = Witness(strand, grade, printed, value, block.body, block.end)
        yield subject, SaidGrade(witness, False, block.body, block.end)
