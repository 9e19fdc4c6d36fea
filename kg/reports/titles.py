"""The title of a report, and the block with which it begins."""

from __future__ import annotations

import re

from kg.documents import Document
from kg.reports.family import FRONT_BLOCKS, is_prose, title_place
from kg.reports.outline import quote
from kg.reports.profile import Profile
from kg.reports.quotes import Printed

#: What follows a title on a cover: labels, dates, a salutation.
AFTER_TITLE = re.compile(
    r"""
    (?: inspection\s | visit\s )? dates?\b | (?:lead|reporting)\sinspector
    | (?:report\s)?published\b | age\sgroup | judgement | reference\sno | dear\b | ©
    | this\sletter | \d{1,2}\s\w+\s\d{4}
    """,
    re.I | re.X,
)
#: Blocks that the title of a report of no known family may run over.
UNKNOWN_BLOCKS = 3


def title_block(document: Document, profile: Profile | None) -> int | None:
    """The index of the block with which the title begins, None if there is none."""
    if profile:
        return title_place(document, profile)
    front = document.blocks[:FRONT_BLOCKS]
    # no known family: what is set largest on the first page, else what stands first
    words = [
        index
        for index, block in enumerate(front)
        if document.lines[block.first].page == 1
        and re.search("[A-Za-z]{3}", document.text[block.start : block.end])
    ]
    return max(words, key=lambda index: (_weight(document, index), -index), default=None)


def read_title(document: Document, profile: Profile | None, first: int) -> Printed[str]:
    """The title that begins with the block ``first``, to the last of its lines."""
    most = profile.header.title_lines if profile else UNKNOWN_BLOCKS
    blocks = document.blocks[first : first + most]
    head = document.lines[blocks[0].first]
    end = blocks[0].start
    for number, block in enumerate(blocks):
        lines = document.lines[block.first : block.last]
        # where no size tells, the weight does: the name under a bold title is none of it
        lighter = profile is None and head.bold and not lines[0].bold
        other = lighter or lines[0].size < 0.8 * head.size
        if number and (other or is_prose(document.text[block.start : block.end])):
            break
        # labels set in the title's own type may be part of its block
        kept = next((i for i, line in enumerate(lines) if AFTER_TITLE.match(line.text)), len(lines))
        if kept:
            end = lines[kept - 1].end
        if kept < len(lines):
            break
    return _printed(document, blocks[0].start, max(end, head.end))


def with_name(document: Document, title: Printed[str], name: Printed[str]) -> Printed[str]:
    """The title with the authority's name that stands on the line just above it."""
    if document.text[name.quote.end : title.quote.start] != "\n":
        return title
    return _printed(document, name.quote.start, title.quote.end)


def _weight(document: Document, index: int) -> tuple[float, bool]:
    line = document.lines[document.blocks[index].first]
    return (round(line.size), line.bold)


def _printed(document: Document, start: int, end: int) -> Printed[str]:
    span = quote(document, start, end)
    return Printed(" ".join(span.text.split()), span)
