"""The cells of a table's row in a text without positions: what stands between tabs."""

from __future__ import annotations

from kg.documents import Block, Document


def tabbed_cells(document: Document, block: Block) -> list[Block]:
    """The cells of a block that is one line with tabs in it; the block itself if it is none."""
    line = document.lines[block.first]
    if line.y is not None or block.last - block.first > 1 or block.body >= block.end:
        return [block]
    raw, place = document.pages[line.page - 1].text, document.places(block.body, block.end)[0]
    if "\t" not in raw[place.start : place.end]:
        return [block]
    cells, start = [], block.body
    for end in range(block.body, block.end):
        if document.text[end] == " ":
            white, behind = (document.places(at, at + 1)[0].start for at in (end, end + 1))
            if "\t" in raw[white:behind]:
                cells.append(Block(start, end, block.first, block.last, 0, None, start))
                start = end + 1
    return [*cells, Block(start, block.end, block.first, block.last, 0, None, start)]
