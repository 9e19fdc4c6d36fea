"""How far the front of a report reaches: its cover, or the opening of a letter."""

from __future__ import annotations

from kg.documents import Document

#: Pages in which a header stands.
FRONT_PAGES = 2
#: The title stands among this many blocks at the front of a report.
FRONT_BLOCKS = 30
#: Characters; no title is longer.
TITLE_LENGTH = 300


def front_end(document: Document) -> int:
    """The offset at which the front pages (or, without pages, the front blocks) end."""
    if document.paged:
        for line in document.lines:
            if line.page > FRONT_PAGES:
                return line.start
        return len(document.text)
    blocks = document.blocks[: 2 * FRONT_BLOCKS]
    return blocks[-1].end if blocks else 0
