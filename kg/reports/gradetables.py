"""Judgement tables: each row's label and grade, and what was not understood of a row.

A row is what stands beside each other on the page (`kg.reports.tablerows`), or in a text without
positions what follows each other (`kg.reports.textrows`).  What is in a row is never handed to
another: a label that no strand has, a grade without a label, two grades in one cell are said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.documents import Block, Document
from kg.knowledge import FrameworkVersion, Strand
from kg.knowledge.labels import loose_strand
from kg.knowledge.profile import JudgementsForm
from kg.knowledge.words import letters, unnumbered
from kg.reports.model import Problem
from kg.reports.tablecells import TableCell, TableRow
from kg.reports.tablerows import TableWords, table_rows
from kg.reports.textrows import text_rows
from kg.reports.witnesses import Witness

#: A row whose words stand further apart in the text than this (characters) is quoted by its grade.
APART = 400


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One row of a judgement table as printed; a plain one has one label and one value."""

    labels: tuple[str, ...]
    values: tuple[str, ...]
    #: offsets in the clean text from its first character to its last
    start: int
    end: int
    #: likewise of its values, or of its labels if it has none
    value_start: int
    value_end: int
    #: whether it is printed where the label ends and the value begins
    parted: bool = True

    @property
    def words(self) -> str:
        """Its words in one line."""
        return " | ".join((*self.labels, *self.values))


def read_table(
    document: Document, blocks: Sequence[Block], version: FrameworkVersion, form: JudgementsForm
) -> tuple[list[Witness], list[Problem]]:
    """What the judgement table among some blocks says of the strands, and what is odd about it."""
    rows = [row for row in _rows(document, blocks, table_words(version, form))
            if not _is_head(row, form)]  # fmt: skip
    strands = _strands(rows, version)
    witnesses: list[Witness] = []
    problems: list[Problem] = []
    for row in rows:
        found, said = _read(document, row, version, form, strands)
        witnesses += found
        problems += said
    return witnesses, problems


def _strands(rows: Sequence[GradeRow], version: FrameworkVersion) -> dict[str, Strand]:
    """The strand of each printed label; those that are misprinted are told by what is left."""
    labels = {text for row in rows for text in row.labels}
    found = {text: strand for text in labels if (strand := version.strand(text))}
    graded = sorted(
        row.labels[0] for row in rows if len(row.labels) == 1 and row.values and row.parted
    )
    while True:
        taken = {strand.notation for strand in found.values()}
        more = {
            text: strand
            for text in graded
            if text not in found and (strand := loose_strand(text, version.strands, taken))
        }
        meant = [strand.notation for strand in more.values()]
        more = {text: s for text, s in more.items() if meant.count(s.notation) == 1}
        if not more:
            return found
        found |= more


def table_words(version: FrameworkVersion, form: JudgementsForm) -> TableWords:
    """What is known of the words in a version's tables."""

    def value(text: str) -> bool:
        clean = bare(text, form)
        return version.grade(clean) is not None or is_unjudged(clean, form)

    def piece(text: str) -> bool:
        clean = bare(text, form)
        return letters(clean) in _pieces(version) or is_unjudged(clean, form)

    return TableWords(
        value, piece, lambda text: version.strand(text) is not None, lambda text: _heads(text, form)
    )


def bare(text: str, form: JudgementsForm) -> str:
    """The words of a value without what is printed around them, white space collapsed."""
    for pattern in form.noise:
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def is_unjudged(text: str, form: JudgementsForm) -> bool:
    """Whether the words of a value say that there is no grade."""
    return any(pattern.fullmatch(text) for pattern in form.unjudged)


@cache
def _pieces(version: FrameworkVersion) -> frozenset[str]:
    """The letters of every run of words in a printed grade, of which a cell's line may be one."""
    found = set()
    for grade in version.grades:
        for form in grade.labels:
            words = form.split()
            for first in range(len(words)):
                for last in range(first + 1, len(words) + 1):
                    found.add(letters(" ".join(words[first:last])))
    return frozenset(found)


def _rows(document: Document, blocks: Sequence[Block], words: TableWords) -> Iterator[GradeRow]:
    if not blocks:
        return
    lines = document.lines[blocks[0].first : blocks[-1].last]
    if any(line.y is not None for line in lines):
        for row in table_rows(lines, words):
            yield _row(row)
    else:
        for labels, values, parted in text_rows(document, blocks, words):
            spans = [(start, end) for _, start, end in (*labels, *values)]
            of_value = [(start, end) for _, start, end in values or labels]
            yield GradeRow(
                tuple(text for text, _, _ in labels),
                tuple(text for text, _, _ in values),
                min(start for start, _ in spans),
                max(end for _, end in spans),
                min(start for start, _ in of_value),
                max(end for _, end in of_value),
                parted,
            )


def _row(row: TableRow) -> GradeRow:
    cells = (*row.labels, *row.values)
    of_value = row.values or row.labels
    return GradeRow(
        tuple(unnumbered(cell.text) for cell in row.labels),
        tuple(cell.text for cell in row.values),
        min(_body(cell) for cell in cells),
        max(cell.end for cell in cells),
        min(cell.start for cell in of_value),
        max(cell.end for cell in of_value),
    )


def _body(cell: TableCell) -> int:
    """Where the words of a cell begin behind its number."""
    return cell.start + len(cell.text) - len(unnumbered(cell.text))


def _is_head(row: GradeRow, form: JudgementsForm) -> bool:
    """Whether all that a row says is what its columns hold."""
    return all(_heads(text, form) for text in (*row.labels, *row.values))


def _heads(text: str, form: JudgementsForm) -> bool:
    return any(pattern.fullmatch(text) for pattern in form.head)


def _read(
    document: Document, row: GradeRow, version: FrameworkVersion, form: JudgementsForm,
    strands: Mapping[str, Strand],
) -> tuple[list[Witness], list[Problem]]:  # fmt: skip
    """A row as a witness, and what is to be said of it."""
    page = document.page_at(row.start)

    def problem(code: str, message: str, strand: Strand | None = None) -> Problem:
        answer = f"grade:{strand.notation}" if strand else None
        return Problem(code, message, page, row.words, answer)

    if len(row.labels) > 1 or len(row.values) > 1:
        meant = [strands[text] for text in row.labels if text in strands]
        words = "more than one label or grade stands in one row of the judgement table"
        return (
            [_witness(row, strand, None) for strand in meant],
            [problem("row-not-understood", f"{words}: {row.words!r}; none was taken")],
        )
    label, value = (each[0] if each else None for each in (row.labels, row.values))
    if label is None:
        return [], [problem("grade-without-label", f"{value!r} stands beside no label in the "
                            "judgement table")]  # fmt: skip
    strand = strands.get(label)
    problems = []
    if strand is not None and version.strand(label) is None:
        problems.append(problem(
            "label-matched-loosely",
            f"the label {label!r} was taken for {strand.label!r}, which stands in no other row: "
            "look whether it is meant",
        ))  # fmt: skip
    if value is None:
        return [], [problem("label-without-grade", f"{label!r} stands beside no grade in the "
                            "judgement table", strand)]  # fmt: skip
    if strand is None:
        return [], [problem(
            "unknown-row",
            f"the judgement table gives {value!r} to {label!r}, which is no strand of "
            f"{version.notation}",
        )]  # fmt: skip
    witness = _witness(row, strand, bare(value, form), version, form)
    if witness.code is None:
        problems.append(problem(
            "grade-not-understood",
            f"{value!r}, printed beside {label!r}, is no grade of {version.notation}",
            strand,
        ))  # fmt: skip
    return [witness], problems


def _witness(
    row: GradeRow, strand: Strand, value: str | None, version: FrameworkVersion | None = None,
    form: JudgementsForm | None = None,
) -> Witness:  # fmt: skip
    whole = row.end - row.start <= APART
    return Witness(
        strand,
        version.grade(value) if version and value else None,
        " ".join(row.labels),
        value or " ".join(row.values),
        row.start if whole else row.value_start,
        row.end if whole else row.value_end,
        unjudged=bool(value and form and is_unjudged(value, form)),
    )
