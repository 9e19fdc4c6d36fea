"""What stands under one heading of a list: its items, and what was not understood of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.documents import Block


@dataclass(slots=True)
class ListItem:
    """One item of a list."""

    #: number as printed, or None
    number: str | None
    #: the item's own blocks, its sub-items aside
    own: list[Block]
    #: heading inside the list that the item stands under, or None
    group: str | None = None
    #: sub-items, each with its blocks
    parts: list[list[Block]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Offset of the item's first word in the clean text."""
        return self.own[0].body

    @property
    def end(self) -> int:
        """Offset just after the item's last word."""
        return max(block.end for block in self.blocks)

    @property
    def blocks(self) -> list[Block]:
        """All blocks of the item."""
        return [*self.own, *(block for part in self.parts for block in part)]

    @property
    def tail(self) -> list[Block]:
        """The blocks of the item, or of its last sub-item, that a paragraph would go on with."""
        return self.parts[-1] if self.parts else self.own


class Doubt(StrEnum):
    """What was not understood of a block in a list; the values are codes of problems."""

    #: a paragraph among or behind the items
    STRAY = "stray-in-list"
    #: a paragraph that was taken for an item, though it has no mark
    UNMARKED = "item-without-mark"
    #: a second paragraph that was taken for part of the item above
    JOINED = "item-of-paragraphs"
    #: a number that does not follow the one before
    NUMBER = "list-number"
    #: a line like a heading in a list that has no topics: what follows is not part of the list
    HEADING = "heading-in-list"
    #: a line between bullets of a text that may be a topic of the list, or a heading behind it
    TOPIC = "topic-in-list"
    #: numbers behind bullets: what follows is not part of the list
    OTHER_MARKS = "other-marks-in-list"


@dataclass(slots=True)
class Listing:
    """What stands under one heading of a list."""

    items: list[ListItem] = field(default_factory=list)
    #: paragraphs without a mark before the first item
    before: list[Block] = field(default_factory=list)
    doubts: list[tuple[Doubt, Block]] = field(default_factory=list)
