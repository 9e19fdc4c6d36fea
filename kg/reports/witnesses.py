"""What a report prints of a strand in several places, held against each other.

The judgement table, a section's heading and the box beside it, and the verdict's sentence are
witnesses of one grade.  If they agree, the surest stands; if two differ, or one was not
understood, none is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.documents import Document
from kg.knowledge import FrameworkVersion, Grade, Strand
from kg.reports.model import Basis, Judgement, Problem, Unjudged
from kg.reports.outline import quote
from kg.reports.quotes import About


@dataclass(frozen=True, slots=True)
class Witness:
    """One place that says of a strand how it was judged."""

    strand: Strand
    #: None where something else is printed: that it was not judged, or what was not understood
    grade: Grade | None
    #: label and grade as printed, white space collapsed
    subject: str
    printed: str
    #: offsets in the clean text
    start: int
    end: int
    #: the report says that the strand was not judged
    unjudged: bool = False

    @property
    def code(self) -> str | None:
        """Notation of the grade; "" if the strand was not judged, None if nothing is known."""
        if self.grade is None:
            return "" if self.unjudged else None
        return self.grade.notation


@dataclass(frozen=True, slots=True)
class Judged:
    """What is known of the strands of a report."""

    judgements: tuple[Judgement, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    problems: tuple[Problem, ...] = ()


def weigh(
    document: Document,
    version: FrameworkVersion,
    witnesses: Sequence[Witness],
    expected: Collection[str] = (),
) -> Judged:
    """The judgements that all witnesses of their strand agree on, in the order of the strands.

    ``witnesses`` are given the surest first.  A strand that has none is a problem if the version
    requires it, or if it is among ``expected`` (notations).
    """
    judgements: list[Judgement] = []
    unjudged: list[Unjudged] = []
    problems: list[Problem] = []
    for strand in version.strands:
        own = [each for each in witnesses if each.strand.notation == strand.notation]
        codes = {each.code for each in own}
        if not own:
            if strand.required or strand.notation in expected:
                problems.append(_missing(strand, version))
        elif None in codes:
            continue  # said where it was read
        elif len(codes) > 1:
            problems.append(_differ(document, strand, own))
        elif own[0].grade is None:
            unjudged.append(_unjudged(document, own[0]))
            problems.append(_not_judged(document, own[0]))
        else:
            judgements.append(_judgement(document, own[0], own[0].grade))
    return Judged(tuple(judgements), tuple(unjudged), tuple(problems))


def _judgement(document: Document, witness: Witness, grade: Grade) -> Judgement:
    return Judgement(
        witness.strand.notation,
        witness.subject,
        witness.printed,
        grade.notation,
        About(witness.strand.about),
        Basis.GRADED,
        quote(document, witness.start, witness.end),
    )


def _missing(strand: Strand, version: FrameworkVersion) -> Problem:
    return Problem(
        "missing-strand",
        f"no grade was found for {strand.label!r}, which such a report of {version.notation} gives",
        field=f"grade:{strand.notation}",
    )


def _differ(document: Document, strand: Strand, witnesses: Sequence[Witness]) -> Problem:
    """Says where the first of each grade stands."""
    firsts = {each.code: each for each in reversed(witnesses)}
    said = [each for each in witnesses if firsts[each.code] is each]
    places = " and ".join(
        f"{each.printed!r} on page {document.page_at(each.start)}" for each in said
    )
    words = " / ".join(" ".join(document.text[each.start : each.end].split()) for each in said)
    return Problem(
        "grades-differ",
        f"{strand.label!r} is {places}; none of them was taken: look which one the report means",
        document.page_at(said[-1].start),
        words,
        f"grade:{strand.notation}",
    )


def _unjudged(document: Document, witness: Witness) -> Unjudged:
    return Unjudged(
        witness.strand.notation,
        witness.subject,
        witness.printed,
        quote(document, witness.start, witness.end),
    )


def _not_judged(document: Document, witness: Witness) -> Problem:
    return Problem(
        "not-judged",
        f"{witness.strand.label!r} has no grade: the report prints {witness.printed!r}",
        document.page_at(witness.start),
        f"{witness.subject} | {witness.printed}",
    )
