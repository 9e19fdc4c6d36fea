"""Headings that a file runs into a paragraph: they become blocks of their own.

A heading may stand close below a finished sentence, close above its text, or even on the last
line of a paragraph.  Only the words of a heading that the profile names are parted from their
paragraph, and in the middle of a line only those of a list, with the list below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.documents import Block, Document
from kg.knowledge.profile import HeadingForm
from kg.reports.headings import is_sentence_or_entry, named
from kg.reports.profile import Profile

#: The end of a sentence or of a lead-in, at the end of a line.
FINISHED = re.compile(r"[.?!:;][\u2019\u201d'\")\]]*$")
#: The end of a sentence inside a line.
SENTENCE = re.compile(r"[.?!][\u2019\u201d')\]]*\s+(?=[A-Z])")
#: A heading takes at most so many lines, and so many characters.
LINES = 2
LONGEST = 130
#: Points: left edges that differ by less are the same.
SAME_EDGE = 4.0
#: Points: a heading's line ends so far before the right edge of its paragraph.
SHORT = 40.0


def part_headings(document: Document, profile: Profile | None) -> Document:
    """The document with the headings of its profile parted from their paragraphs."""
    if profile is None:
        return document
    forms = profile.sections.heading
    lists = tuple(form for form in forms if form.items)
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        pieces = _at_lines(document, block, forms)
        below = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        if below is not None and _begins_a_list(document, pieces[-1], below):
            pieces[-1:] = _at_the_end(document, pieces[-1], lists)
        blocks += pieces
    return replace(document, blocks=tuple(blocks))


def _begins_a_list(document: Document, block: Block, below: Block) -> bool:
    """Whether a list, or the heading with which a block ends printed again, stands below it."""
    if below.bullet or below.number:
        return True
    text = document.text[block.body : block.end]
    return text.endswith(document.text[below.body : below.end])


def _at_lines(document: Document, block: Block, forms: Sequence[HeadingForm]) -> list[Block]:
    """A block parted before and behind lines that are headings."""
    if block.last - block.first < LINES or document.lines[block.first].y is None:
        return [block]
    right = max(document.lines[at].x1 or 0.0 for at in range(block.first, block.last))
    pieces, rest, at = [], block, block.first
    while at < rest.last:
        taken = _heading_at(document, rest, at, forms, right)
        if taken:
            above, heading, below = _cut(document, rest, at, at + taken)
            pieces += [piece for piece in (above, heading) if piece is not None]
            if below is None:
                return pieces
            rest = below
        at += taken or 1
    return [*pieces, rest]


def _heading_at(
    document: Document, block: Block, at: int, forms: Sequence[HeadingForm], right: float
) -> int:
    """How many lines of a block, from one of its lines on, are a heading; 0 for none."""
    lines = document.lines
    if at == block.first and (block.bullet or block.number):
        return 0
    if at > block.first and not (
        FINISHED.search(lines[at - 1].text) or _is_back(document, block, at)
    ):
        if _stands_out(document, block, at):
            return 0 if named(_from(document, block, at), forms) is None else block.last - at
        return 0
    for taken in range(1, min(LINES, block.last - at) + 1):
        end = at + taken
        if end - at == block.last - block.first:
            return 0
        last = lines[end - 1]
        if end < block.last and not (
            lines[end].text[:1].isupper() and (last.x1 or 0.0) < right - SHORT
        ):
            continue
        text = document.text[lines[at].start : last.end]
        if len(text) <= LONGEST and not is_sentence_or_entry(text):
            form = named(text, forms, unset=True)
            if form is not None and not form.ignore:
                return taken
    return 0


def _is_back(document: Document, block: Block, at: int) -> bool:
    """Whether a line starts where the mark of its item does, and not where its text does."""
    if not (block.bullet or block.number):
        return False
    mark, here = document.lines[block.first], document.lines[at]
    return mark.x0 is not None and here.x0 is not None and here.x0 <= mark.x0 + SAME_EDGE


def _stands_out(document: Document, block: Block, at: int) -> bool:
    """Whether a line of a heading stands on the next page, as another heading may."""
    here, above = document.lines[at], document.lines[at - 1]
    return here.page != above.page and here.bold and above.bold


def _from(document: Document, block: Block, at: int) -> str:
    return document.text[document.lines[at].start : block.end]


def _cut(
    document: Document, block: Block, first: int, last: int
) -> tuple[Block | None, Block, Block | None]:
    """What stands above some lines of a block, the lines, and what stands below them."""
    lines = document.lines
    above = below = None
    if first > block.first:
        above = replace(block, end=lines[first - 1].end, last=first)
    start, end = lines[first].start, lines[last - 1].end
    if last < block.last:
        start_below = lines[last].start
        below = Block(start_below, block.end, last, block.last, 0, None, start_below)
    return above, Block(start, end, first, last, 0, None, start), below


def _at_the_end(document: Document, block: Block, lists: Sequence[HeadingForm]) -> list[Block]:
    """A block without the heading of a list that stands behind its last sentence."""
    text = document.text[block.body : block.end]
    for sentence in SENTENCE.finditer(text, max(len(text) - LONGEST, 0)):
        words = text[sentence.end() :]
        if not is_sentence_or_entry(words) and named(words, lists, unset=True):
            start = block.body + sentence.end()
            first = next(
                at for at in range(block.first, block.last) if document.lines[at].end > start
            )
            end = block.body + len(text[: sentence.end()].rstrip())
            last = max(first, block.first) + (document.lines[first].start < end)
            return [
                replace(block, end=end, last=max(last, block.first + 1)),
                Block(start, block.end, first, block.last, 0, None, start),
            ]
    return [block]
