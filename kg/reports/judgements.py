"""The judgements of a report: one grade a strand, and those that are said only in passing.

A family's profile says in its table ``[judgements]`` where they stand (`JudgementsForm`).  What
the table, the headings and the sentences say of a strand is held against each other
(`kg.reports.witnesses`): where two differ, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.documents import Document
from kg.knowledge import FrameworkVersion, Grade
from kg.knowledge.profile import FRONT, JudgementsForm
from kg.reports.gradetables import read_table, table_words
from kg.reports.headinggrades import named_strand
from kg.reports.model import Basis, Judgement
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.reports.quotes import About
from kg.reports.saidgrades import Frame, speaks
from kg.reports.tablerows import beside
from kg.reports.verdicts import read_verdicts
from kg.reports.witnesses import Judged, weigh
from kg.text.phrases import any_of


def read_judgements(
    document: Document, profile: Profile, version: FrameworkVersion | None, parts: Sequence[Part]
) -> Judged:
    """The judgements of a report, graded ones in the order of the version's strands."""
    if version is None or not version.grades:
        return Judged()
    form = profile.judgements
    frame = Frame(document, version, form)
    first, last = _blocks(frame, parts, form.table) if form.table else (0, 0)
    in_table, odd_rows = read_table(document, document.blocks[first:last], version, form)
    front = _blocks(frame, parts, FRONT)
    said, doubtful = read_verdicts(frame, parts, front)
    expected = _expected(document, form, front)
    judged = weigh(document, version, [*in_table, *said], expected)
    narrative = _narrative(document, profile, version, judged.judgements)
    return Judged(
        (*judged.judgements, *narrative),
        judged.unjudged,
        (*odd_rows, *doubtful, *judged.problems),
    )


def _expected(document: Document, form: JudgementsForm, front: tuple[int, int]) -> set[str]:
    """Notations of the strands that the front says are judged."""
    blocks = document.blocks[front[0] : front[1]]
    text = document.text[: blocks[-1].end] if blocks else ""
    return {each.strand for each in form.expected if each.match.search(text)}


def _narrative(
    document: Document, profile: Profile, version: FrameworkVersion, graded: Sequence[Judgement]
) -> Iterator[Judgement]:
    """What is said in passing of a body that has no graded judgement."""
    judged = {judgement.about for judgement in graded}
    seen: set[tuple[str, str]] = set()
    for entry in profile.judgements.narrative:
        about = entry.about
        if about in judged or (about is not About.AUTHORITY and about not in version.bodies):
            continue
        pattern = entry.match.of(_grades_pattern(version))
        for match in pattern.finditer(document.text):
            grade = version.grade(match["grade"])
            if grade is None or (about, grade.notation) in seen:
                continue
            seen.add((about, grade.notation))
            strand = next((s.notation for s in version.strands if s.notation == entry.strand), None)
            yield _judgement(document, match, grade, strand, about)


def _judgement(
    document: Document, match: re.Match[str], grade: Grade, strand: str | None, about: About
) -> Judgement:
    return Judgement(
        strand,
        " ".join((match.groupdict().get("subject") or "").split()),
        " ".join(match["grade"].split()),
        grade.notation,
        about,
        Basis.NARRATIVE,
        quote(document, match.start(), match.end()),
    )


def _blocks(frame: Frame, parts: Sequence[Part], where: str) -> tuple[int, int]:
    """The first block of a place, and one past its last."""
    document = frame.document
    if where == FRONT:
        pages = [document.lines[block.first].page for block in document.blocks]
        # a table may run over the cover's foot, up to the first part behind it
        last = sum(1 for page in pages if page <= 2)
        for part in parts:
            if (
                part.kind is not None
                and part.heading is not None
                and (pages[part.heading] > 1 or not document.paged)
                and not _is_row(frame, part)
            ):
                return 0, min(last, part.heading)
        return 0, last
    for part in reversed(parts):
        if part.kind == where:
            return part.first, len(document.blocks)
    return 0, 0


def _is_row(frame: Frame, part: Part) -> bool:
    """Whether a heading may be the label of a table's row.

    One that is set larger than the text has its grade beside it.  In a text without positions
    a label stands alone like a heading, or with nothing between it and its grade.
    """
    document = frame.document
    block = document.blocks[part.heading or 0]
    if document.lines[block.first].y is None:
        named = named_strand(part.text, frame.version)
        if named is None:
            return part.strand is not None and not speaks(part.text, frame.version)
        behind = part.text[named[1] :].strip()
        return not behind or table_words(frame.version, frame.form).value(behind)
    cell = beside(document.lines, block.first, block.last)
    return cell is not None and table_words(frame.version, frame.form).value(cell.text)


@cache
def _grades_pattern(version: FrameworkVersion) -> str:
    return any_of(form for grade in version.grades for form in grade.labels)
