"""Findings: every sentence of the body with its place.

The body is its paragraphs and bullets, the items of its improvement lists (in older letters these
are the weaknesses themselves), and headings that are whole sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.classifier.model import Model, Passage, Rating
from kg.documents import Document
from kg.reports.evidence import Finding
from kg.reports.model import Paragraph, Recommendation, Section
from kg.reports.outline import quote
from kg.reports.quotes import About

#: A sentence has a letter, and more than one word; a number or a quoted word may begin it.
WORDS = re.compile(r"[A-Za-z]\S*\s+\S")
#: What stands in brackets as a whole belongs to the sentence before ("(paragraphs 12 and 14)").
IN_BRACKETS = re.compile(r"\([^()]*\)\.?")
#: A heading that is a sentence: several words and a full stop.
STATED = re.compile(r"(?:\S+\s+){5,}\S+\.$")


class _Piece(NamedTuple):
    """A sentence with its paragraph, or the order of its recommendation."""

    start: int
    end: int
    paragraph: Paragraph | None
    recommendation: int | None

    @property
    def group(self) -> int:
        """A number that the sentences of one paragraph or item share."""
        return self.paragraph.order if self.paragraph else -(self.recommendation or 0)

    @property
    def bullet(self) -> bool:
        return self.paragraph.bullet if self.paragraph else self.recommendation is not None


def read_findings(
    document: Document,
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[Recommendation],
    model: Model | None,
) -> tuple[tuple[Finding, ...], tuple[Recommendation, ...]]:
    """The findings of a report in reading order, and its recommendations.

    Both with what the classifier says of them: of a recommendation, taken as one.
    """
    starts = [section.quote.start for section in sections]
    pieces = [
        piece
        for piece in _sentences(document, sections, paragraphs, recommendations)
        if WORDS.search(document.text, piece.start, piece.end)
        and not IN_BRACKETS.fullmatch(document.text, piece.start, piece.end)
    ]
    pieces.sort(key=lambda piece: piece.start)
    around = [_section(piece, sections, starts) for piece in pieces]
    ratings: Sequence[Rating | None] = [None] * len(pieces)
    if model:
        ratings, of_items = model.rate_each(
            [_passage(document, pieces, around), _items(recommendations)]
        )
        recommendations = [
            replace(item, rating=rating)
            for item, rating in zip(recommendations, of_items, strict=True)
        ]
    found = []
    for order, (piece, section, rating) in enumerate(zip(pieces, around, ratings, strict=True), 1):
        where = quote(document, piece.start, piece.end)
        found.append(
            Finding(
                order=order,
                section=section.order if section else None,
                paragraph=piece.paragraph.order if piece.paragraph else None,
                number=piece.paragraph.number if piece.paragraph else None,
                recommendation=piece.recommendation,
                strand=section.strand if section else None,
                about=section.about if section else About.AUTHORITY,
                text=where.text,
                quote=where,
                rating=rating,
            )
        )
    return tuple(found), tuple(recommendations)


def _section(piece: _Piece, sections: Sequence[Section], starts: Sequence[int]) -> Section | None:
    """The section of a sentence: that of its paragraph, or the one whose heading is above it."""
    if piece.paragraph:
        return sections[piece.paragraph.section - 1] if piece.paragraph.section else None
    place = bisect_right(starts, piece.start) - 1
    return sections[place] if place >= 0 else None


def _passage(
    document: Document, pieces: Sequence[_Piece], around: Sequence[Section | None]
) -> Passage:
    """The sentences as the classifier takes them."""
    return Passage(
        [document.text[piece.start : piece.end] for piece in pieces],
        [piece.group for piece in pieces],
        [piece.bullet for piece in pieces],
        [section.kind if section else None for section in around],
        [section.strand if section else None for section in around],
    )


def _items(recommendations: Sequence[Recommendation]) -> Passage:
    """The items of improvement lists as the classifier takes them."""
    orders = [item.order for item in recommendations]
    return Passage([item.text for item in recommendations], orders, [True] * len(orders))


def _sentences(
    document: Document,
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[Recommendation],
) -> Iterator[_Piece]:
    for paragraph in paragraphs:
        for start, end in document.sentences_in(paragraph.quote.start, paragraph.quote.end):
            yield _Piece(start, end, paragraph, None)
    for item in recommendations:
        for start, end in document.sentences_in(item.quote.start, item.quote.end):
            yield _Piece(start, end, None, item.order)
    for section in sections:
        if STATED.match(section.quote.text):
            yield _Piece(section.quote.start, section.quote.end, None, None)
