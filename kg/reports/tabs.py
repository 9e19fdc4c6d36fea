"""The cells of a table's row in a text without positions: what stands between tabs."""

from __future__ import annotations

import re

from kg.documents import Block, Document

TABS = re.compile(r"\s*\t\s*")


def tabbed_cells(document: Document, block: Block) -> list[Block]:
    """The cells of a block that is one line with tabs in it; the block itself if it is none."""
    line = document.lines[block.first]
    if line.y is not None or block.last - block.first > 1 or block.body >= block.end:
        return [block]
    place = document.places(block.body, block.end)[0]
    raw = document.pages[place.page - 1].text[place.start : place.end]
    words = [piece.split() for piece in TABS.split(raw)]
    if len(words) < 2:
        return [block]
    cells: list[Block] = []
    start = block.body
    for piece in words:
        # white space is one space in the clean text
        end = start + len(" ".join(piece))
        if piece:
            cells.append(Block(start, end, block.first, block.last, 0, None, start))
            start = end + 1
    return cells if cells[-1:] and cells[-1].end == block.end else [block]
