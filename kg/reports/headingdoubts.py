"""What was not understood of a report's headings, so that a person can look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.documents import Document
from kg.knowledge.profile import ImprovementsForm
from kg.reports.model import Problem
from kg.reports.outline import Part


def doubt_headings(
    document: Document, form: ImprovementsForm, parts: Sequence[Part]
) -> Iterator[Problem]:
    """The headings that were known loosely, those that ended a list unknown, and hints of lists."""
    for part in parts:
        if part.heading is None:
            continue
        page = document.page_at(document.blocks[part.heading].start)
        words = " ".join(part.text.split())
        if part.loose:
            yield Problem(
                "loose-heading",
                f"\u201c{words}\u201d on page {page} was taken for a heading of {_what(part)}, "
                "though its words are not those that the profile knows: look whether it is one",
                page,
                words,
            )
        elif part.ended_list and _has_marks(document, part):
            yield Problem(
                "list-ended",
                f"\u201c{words}\u201d on page {page} is no heading that the profile knows, and was "
                "taken for the end of the list above it, though bullets or numbers follow: look "
                "whether they are items",
                page,
                words,
            )
        elif (
            not part.named
            and _has_marks(document, part)
            and (any(pattern.search(words) for pattern in form.hints))
        ):
            yield Problem(
                "list-heading-unknown",
                f"\u201c{words}\u201d on page {page} may be the heading of a list, though it is "
                "none that the profile knows, and what stands under it was not taken for items: "
                "look whether they are some",
                page,
                words,
            )


def _what(part: Part) -> str:
    return part.items or part.strand or part.kind or "a part"


def _has_marks(document: Document, part: Part) -> bool:
    blocks = document.blocks[part.first : part.last]
    return any(block.bullet or block.number for block in blocks)
