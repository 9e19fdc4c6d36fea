"""Findings: every sentence of the body with its place.

The body is its paragraphs and bullets, the items of its improvement lists (in older letters these
are the weaknesses themselves), and headings that are whole sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.documents import Document
from kg.language.rating import Model
from kg.language.sentences import spans
from kg.reports.evidence import Finding
from kg.reports.model import Paragraph, Recommendation, Section
from kg.reports.outline import quote
from kg.reports.quotes import About, Quote

#: A sentence has a letter, and more than one word.
WORDS = re.compile(r"[A-Za-z]\S*\s+\S")
#: A heading that is a sentence: several words and a full stop.
STATED = re.compile(r"(?:\S+\s+){5,}\S+\.$")


def read_findings(
    document: Document,
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[Recommendation],
) -> tuple[Finding, ...]:
    """The findings of a report in reading order, not yet rated."""
    starts = [section.quote.start for section in sections]
    found = []
    for start, end, paragraph, item in _sentences(document, sections, paragraphs, recommendations):
        if not WORDS.match(document.text, start, end):
            continue
        place = bisect_right(starts, start) - 1
        section = sections[place] if place >= 0 else None
        found.append(
            Finding(
                order=0,
                section=section.order if section else None,
                paragraph=paragraph.order if paragraph else None,
                number=paragraph.number if paragraph else None,
                recommendation=item,
                strand=section.strand if section else None,
                about=section.about if section else About.AUTHORITY,
                text=document.text[start:end],
                quote=quote(document, start, end),
            )
        )
    found.sort(key=lambda finding: finding.quote.start)
    return tuple(replace(finding, order=order) for order, finding in enumerate(found, 1))


def _sentences(
    document: Document,
    sections: Sequence[Section],
    paragraphs: Sequence[Paragraph],
    recommendations: Sequence[Recommendation],
) -> Iterator[tuple[int, int, Paragraph | None, int | None]]:
    """Start and end of each sentence, with its paragraph or the order of its recommendation."""
    for paragraph in paragraphs:
        for start, end in _spans(paragraph.quote):
            yield start, end, paragraph, None
    for item in recommendations:
        for start, end in _spans(item.quote):
            yield start, end, None, item.order
    for section in sections:
        if STATED.match(section.quote.text):
            yield section.quote.start, section.quote.end, None, None


def _spans(piece: Quote) -> Iterator[tuple[int, int]]:
    """The sentences of a quote; none runs over the end of a block."""
    start = piece.start
    for block in piece.text.split("\n"):
        for left, right in spans(block):
            yield start + left, start + right
        start += len(block) + 1


def rate_findings(
    findings: Sequence[Finding], paragraphs: Sequence[Paragraph], model: Model
) -> tuple[Finding, ...]:
    """The findings with what the classifier says of them."""
    bullets = {paragraph.order for paragraph in paragraphs if paragraph.bullet}
    ratings = model.rate(
        [finding.text for finding in findings],
        [finding.group for finding in findings],
        [finding.paragraph in bullets or bool(finding.recommendation) for finding in findings],
    )
    return tuple(
        replace(finding, rating=rating) for finding, rating in zip(findings, ratings, strict=True)
    )
