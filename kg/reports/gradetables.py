"""Judgement tables: labels in one column, grades in another, cells wrapped in any way.

The document room gives each cell as a block of its own, in the order in which the file draws
them.  What is needed is only to tell labels from grades, to put a grade together that was drawn
in pieces, and to pair the two columns in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents import Block, Document
from kg.knowledge import FrameworkVersion, Grade, Strand

#: A cell is at most this long (characters).
LONGEST = 160
#: A grade or a label may have been drawn in this many pieces.
PIECES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a judgement table."""

    strand: Strand
    grade: Grade
    subject: str
    printed: str
    #: offsets in the clean text of the row's label and grade, from the first to the last
    start: int
    end: int


def read_rows(
    document: Document,
    blocks: Sequence[Block],
    version: FrameworkVersion,
    noise: Sequence[re.Pattern[str]] = (),
) -> list[Row]:
    """The rows of the judgement table among some blocks, labels paired with grades in order.

    ``noise`` is what may be printed around a grade ("Grade 4").  Rows without a partner are left
    out: a label alone is no judgement.
    """
    labels: list[tuple[Strand, str, int, int]] = []
    grades: list[tuple[Grade, str, int, int]] = []
    for found in _cells(document, blocks, version, noise):
        if isinstance(found[0], Strand):
            labels.append(found)  # type: ignore[arg-type]
        elif len(grades) < len(labels) + 1:
            grades.append(found)  # type: ignore[arg-type]
    return [
        Row(strand, grade, subject, printed, min(a, c), max(b, d))
        for (strand, subject, a, b), (grade, printed, c, d) in zip(labels, grades, strict=False)
    ]


def _cells(
    document: Document, blocks: Sequence[Block], version: FrameworkVersion,
    noise: Sequence[re.Pattern[str]],
) -> Iterator[tuple[Strand | Grade, str, int, int]]:  # fmt: skip
    index = 0
    while index < len(blocks):
        for pieces in range(1, PIECES + 1):
            group = blocks[index : index + pieces]
            if len(group) < pieces:
                continue
            found = list(_cell(document, group, version, noise))
            if found:
                yield from found
                index += pieces - 1
                break
        index += 1


def _cell(
    document: Document, group: Sequence[Block], version: FrameworkVersion,
    noise: Sequence[re.Pattern[str]],
) -> Iterator[tuple[Strand | Grade, str, int, int]]:  # fmt: skip
    """A label, a grade, or a label with its grade behind it, in one or more blocks."""
    start, end = group[0].body, group[-1].end
    if end - start > LONGEST:
        return
    text = " ".join(document.text[block.body : block.end] for block in group)
    clean = " ".join(_without(text, noise).split())
    grade = version.grade(clean)
    if grade:
        yield grade, clean, start, end
        return
    strand = version.strand(text)
    if strand:
        yield strand, text, start, end
        return
    for each in version.grades:
        for form in sorted(each.labels, key=len, reverse=True):
            if clean.lower().endswith(" " + form.lower()):
                label = clean[: -len(form)].strip(" :–-")
                strand = version.strand(label)
                if strand:
                    yield strand, label, start, end
                    yield each, clean[-len(form) :], start, end
                    return


def _without(text: str, noise: Sequence[re.Pattern[str]]) -> str:
    for pattern in noise:
        text = pattern.sub(" ", text)
    return text
