"""Sections and paragraphs of a report's body, each with its page and exact words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents import Block, Document
from kg.knowledge.sectionkinds import Trait
from kg.reports.model import Paragraph, Section
from kg.reports.outline import Part, quote
from kg.reports.quotes import Quote, Spans

#: What stands unnumbered and without a bullet is a paragraph if it is a sentence; in the body a
#: short one will do.
SHORT = re.compile(r"[A-Z\u2018\u201c]\S*\s+(?:\S+\s+){1,3}\S*[a-z]{2}\.[\u2019\u201d')]*$")
SENTENCE = re.compile(r"(?:\S+\s+){5,}.*[.?!:;\u2019\u201d')\]]$", re.S)
#: So many words are a paragraph, also where the full stop was forgotten; but the names and posts
#: under a letter are written with capitals, and so are titles of laws.
LONG = re.compile(r"(?:\S+\s+){14,}\S")
MOSTLY, HALF = 0.7, 0.5
#: A whole sentence, and the next one's first word: so does only a paragraph begin, wherever it
#: stands, if fewer than half of its words are names.
SENTENCES = re.compile(r"(?:\S+\s+){5,}?\S*[a-z0-9]{2}[.?!]\s+[A-Z\u2018\u201c]")


def read_sections(
    document: Document, parts: Sequence[Part], items: Sequence[Quote] = ()
) -> tuple[tuple[Section, ...], tuple[Paragraph, ...]]:
    """The sections and paragraphs of a report in reading order.

    ``items`` are the places of the recommendations, which are not paragraphs as well.
    """
    taken = Spans(item.span for item in items)
    known = any(part.kind for part in parts)
    body = False
    sections: list[Section] = []
    #: index of a heading's block -> order of its section
    orders: dict[int, int] = {}
    paragraphs: list[Paragraph] = []
    for part in parts:
        # on the cover of a known family, what is set large is no section
        body = body or part.kind is not None or not known
        found = _paragraphs(document, part, taken, body) if Trait.BODY in part.traits else []
        if part.heading is not None and body and (part.kind or found):
            sections.append(_section(document, part, len(sections) + 1))
            orders[part.heading] = len(sections)
        going_on = None if part.resumed is None else orders.get(part.resumed)
        for block in found:
            number = _integer(block.number)
            if block.goes_on and paragraphs:
                number = paragraphs[-1].number
            paragraphs.append(
                Paragraph(
                    order=len(paragraphs) + 1,
                    section=going_on or len(sections) or None,
                    number=number,
                    bullet=block.bullet > 0,
                    text=document.text[block.body : block.end],
                    quote=quote(document, block.body, block.end),
                )
            )
    return tuple(sections), tuple(paragraphs)


def _section(document: Document, part: Part, order: int) -> Section:
    block = document.blocks[part.first - 1]
    return Section(
        order,
        part.text,
        part.kind,
        part.strand,
        part.about,
        quote(document, block.body, block.end),
    )


def _paragraphs(document: Document, part: Part, taken: Spans, body: bool) -> list[Block]:
    """The paragraphs of a part; on the cover, numbered labels are none."""
    found = []
    for block in document.blocks[part.first : part.last]:
        if block.body >= block.end or taken.touches(block.body, block.end):
            continue
        text = document.text[block.body : block.end]
        if (
            SENTENCE.match(text)
            or block.bullet
            or (SENTENCES.match(text) and _is_prose(text, HALF))
            or (body and (block.number or SHORT.match(text) or _is_prose(text, MOSTLY)))
        ):
            found.append(block)
    return found


def _is_prose(text: str, share: float) -> bool:
    """Whether a text without an end mark is long, and this share of its words has no capital."""
    words = text.split()
    return LONG.match(text) is not None and (
        sum(word[0].islower() for word in words) > share * len(words)
    )


def _integer(number: str | None) -> int | None:
    return int(number) if number and number.isdigit() else None
