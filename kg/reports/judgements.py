"""The judgements of a report: one grade a strand, and those that are said only in passing.

A family's profile says in its table ``[judgements]`` where they stand, the surest place first::

    table = "front"            the judgement table is on the cover ("front"), or in the part of
                               this kind and what follows it ("main-findings-record")
    noise = [...]              what is printed around a grade in a table
    [[judgements.sentence]]    a sentence or heading that gives a grade
    strand = "overall"
    where = "front"            "front", "headings", "body", or the kind of a part
    match = '''...'''          with a group ``grade``; ``{grade}`` stands for the version's grades;
                               a group ``subject`` gives the subject, else it is the strand's name
    [[judgements.narrative]]   likewise, for what is said in passing; ``about`` says of whom

Grades of one strand that differ between two places are said to differ, and the first one stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.documents import Document
from kg.knowledge import FrameworkVersion, Grade, Strand
from kg.reports.gradetables import read_rows
from kg.reports.model import Basis, Judgement, Problem
from kg.reports.outline import Part, quote
from kg.reports.profile import Profile
from kg.reports.quotes import About

#: A sentence that gives a grade is at most this long (characters).
LONGEST = 400


def read_judgements(
    document: Document, profile: Profile, version: FrameworkVersion | None, parts: Sequence[Part]
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """The judgements of a report, graded ones in the order of the version's strands."""
    if version is None or not version.grades:
        return (), ()
    found: dict[str, Judgement] = {}
    problems: list[Problem] = []
    for judgement in _graded(document, profile, version, parts):
        strand = judgement.strand or ""
        first = found.setdefault(strand, judgement)
        if first.grade_code != judgement.grade_code:
            problems.append(
                Problem(
                    "grades-differ",
                    f"{first.subject!r} is {first.grade!r} on page {first.quote.page} and "
                    f"{judgement.grade!r} on page {judgement.quote.page}; the first was taken",
                    judgement.quote.page,
                )
            )
    problems += [
        Problem("missing-strand", f"no grade was found for {strand.label!r}, which every report of "
                f"{version.notation} gives")
        for strand in missing(version, found)
    ]  # fmt: skip
    graded = [found[strand.notation] for strand in version.strands if strand.notation in found]
    narrative = _narrative(document, profile, version, parts, graded)
    return (*graded, *narrative), tuple(problems)


def missing(version: FrameworkVersion, found: dict[str, Judgement]) -> list[Strand]:
    """The strands that a version requires and that have no judgement."""
    return [s for s in version.strands if s.required and s.notation not in found]


def _graded(
    document: Document, profile: Profile, version: FrameworkVersion, parts: Sequence[Part]
) -> Iterator[Judgement]:
    form = profile.judgements
    if form.table:
        first, last = _blocks(document, parts, form.table)
        for row in read_rows(document, document.blocks[first:last], version, form.noise):
            yield Judgement(
                row.strand.notation, row.subject, row.printed, row.grade.notation,
                About(row.strand.about), Basis.GRADED, quote(document, row.start, row.end),
            )  # fmt: skip
    for entry in form.sentence:
        strand = next((s for s in version.strands if s.notation == entry.strand), None)
        if strand is None:
            continue
        pattern = entry.match.of(_grades_pattern(version))
        for start, end in _places(document, parts, entry.where):
            # sliced, so that \\A is the start of the place
            match = pattern.search(document.text[start : min(end, start + LONGEST)])
            if match and (grade := version.grade(match["grade"])):
                yield _judgement(document, match, start, grade, strand.notation, strand.label,
                                 About(strand.about), Basis.GRADED)  # fmt: skip
                break


def _narrative(
    document: Document, profile: Profile, version: FrameworkVersion, parts: Sequence[Part],
    graded: Sequence[Judgement],
) -> Iterator[Judgement]:  # fmt: skip
    """What is said in passing of a body that has no graded judgement."""
    judged = {judgement.about for judgement in graded}
    seen: set[tuple[str, str]] = set()
    for entry in profile.judgements.narrative:
        about = entry.about
        if about in judged:
            continue
        pattern = entry.match.of(_grades_pattern(version))
        for match in pattern.finditer(document.text):
            grade = version.grade(match["grade"])
            if grade is None or (about, grade.notation) in seen:
                continue
            seen.add((about, grade.notation))
            strand = next((s.notation for s in version.strands if s.notation == entry.strand), None)
            yield _judgement(document, match, 0, grade, strand, "", about, Basis.NARRATIVE)


def _judgement(
    document: Document, match: re.Match[str], offset: int, grade: Grade, strand: str | None,
    label: str, about: About, basis: Basis,
) -> Judgement:  # fmt: skip
    subject = match.groupdict().get("subject") or label
    return Judgement(
        strand,
        " ".join(subject.split()),
        " ".join(match["grade"].split()),
        grade.notation,
        about,
        basis,
        quote(document, offset + match.start(), offset + match.end()),
    )


def _blocks(document: Document, parts: Sequence[Part], where: str) -> tuple[int, int]:
    """The first block of a place, and one past its last."""
    if where == "front":
        pages = [document.lines[block.first].page for block in document.blocks]
        # a table may run over the cover's foot, up to the first part behind it
        last = sum(1 for page in pages if page <= 2)
        for part in parts:
            if (
                part.kind is not None
                and part.heading is not None
                and (pages[part.heading] > 1 or not document.paged)
            ):
                return 0, min(last, part.heading)
        return 0, last
    for part in reversed(parts):
        if part.kind == where:
            return part.first, len(document.blocks)
    return 0, 0


def _places(document: Document, parts: Sequence[Part], where: str) -> Iterator[tuple[int, int]]:
    """The spans of text in which a sentence is looked for: block by block."""
    if where in ("front", "body"):
        first, last = (
            _blocks(document, parts, "front") if where == "front" else (0, len(document.blocks))
        )
        for block in document.blocks[first:last]:
            # a sentence on a cover may be drawn as two blocks
            yield block.body, min(block.body + LONGEST, len(document.text))
        return
    for part in parts:
        if part.heading is None:
            continue
        block = document.blocks[part.heading]
        if where == "headings":
            yield block.body, block.end + 80
        elif part.kind == where:
            yield block.body, document.blocks[part.last - 1].end


@cache
def _grades_pattern(version: FrameworkVersion) -> str:
    forms = [form for grade in version.grades for form in grade.labels]
    words = [
        r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True)
    ]
    return "(?:" + "|".join(words) + ")"
