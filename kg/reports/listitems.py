"""The items of a list: bullets with their sub-bullets, numbers, or the rows of a table.

An item is the blocks that belong to it.  A bullet deeper than the list's own is part of the item
above; so is a paragraph that goes on in lower case.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.documents import Block, Document
from kg.reports.outline import Part

#: The end of a sentence.
ENDED = re.compile(r"[.?!][\u2019\u201d')\]]*$")
#: A part of an item: "(i) ...", "(b) ...", "iv) ...".
LETTERED = re.compile(r"\(?(?:[ivx]{1,4}|[a-h])\)\s")
#: A heading inside a list: a few words with a capital and without an end mark.
HEADING = re.compile(r"[A-Z\u2018].*[\w\u2019')]", re.S)
GROUP = 90
#: Points: a bullet set in by so much is under the one before.
DEEPER = 9.0


@dataclass(slots=True)
class Item:
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
        return max(block.end for block in [*self.own, *(b for part in self.parts for b in part)])


def read_items(
    document: Document, part: Part, numbered: bool, lead_in: Sequence[re.Pattern[str]] = ()
) -> list[Item]:
    """The items of the list under a heading.

    ``numbered`` says that numbers make items where there are any; ``lead_in`` is what a paragraph
    before the list says, which is no item even if it has a number.
    """
    blocks = [
        block
        for block in document.blocks[part.first : part.last]
        if block.body < block.end and not any(p.search(_text(document, block)) for p in lead_in)
    ]
    by_number = numbered and any(block.number for block in blocks)
    items: list[Item] = []
    group: str | None = None
    for block in blocks:
        text = _text(document, block)
        if by_number and block.number:
            items.append(Item(block.number, [block], group))
        elif items and not block.bullet and LETTERED.match(text):
            items[-1].parts.append([block])
        elif block.bullet and not (by_number and items):
            if items and _is_deeper(document, block, items[-1]):
                items[-1].parts.append([block])
            else:
                items.append(Item(None, [block], group))
        elif block.bullet:
            items[-1].parts.append([block])
        elif not block.number and len(text) < GROUP and HEADING.fullmatch(text):
            group = text
        elif not block.number and _goes_on(document, items, text):
            (items[-1].parts[-1] if items[-1].parts else items[-1].own).append(block)
        elif text[:1].islower() or (
            by_number and not block.number and not items and _is_item(text)
        ):
            # a bullet that the file lost
            items.append(Item(None, [block], group))
    return items


def read_paragraphs(document: Document, part: Part) -> list[Item]:
    """The paragraphs under a heading, each an item: for letters that set no bullets."""
    return [
        Item(None, [block])
        for block in document.blocks[part.first : part.last]
        if ENDED.search(_text(document, block))
    ]


def _text(document: Document, block: Block) -> str:
    return document.text[block.body : block.end]


def _is_deeper(document: Document, block: Block, item: Item) -> bool:
    """Whether a bullet is under an item that has a bullet itself."""
    first = item.own[0]
    if first.number is None and first.bullet == 0:
        return False
    if block.bullet != first.bullet:
        return block.bullet > first.bullet
    here, there = document.lines[block.first], document.lines[first.first]
    if here.x0 is None or there.x0 is None or here.page != there.page:
        return False
    return here.x0 - there.x0 > DEEPER


def _goes_on(document: Document, items: list[Item], text: str) -> bool:
    """Whether a paragraph without a mark goes on with the item above."""
    if not items:
        return False
    last = items[-1].parts[-1] if items[-1].parts else items[-1].own
    before = _text(document, last[-1])
    if text[:1].islower():
        return not ENDED.search(before) and len(before) > 60 and not last[-1].bullet
    return False


def _is_item(text: str) -> bool:
    return bool(ENDED.search(text)) and text[:1].isupper()


def read_rows(
    document: Document, part: Part, row_start: Sequence[re.Pattern[str]]
) -> list[tuple[str | None, Item]]:
    """The rows of a table of actions, each with the responsible body at its left, or None.

    A table of two columns has the bodies at the left: a new row begins with each of them.  In a
    table of one column a row begins where the one before has ended and an addressee is named.
    """
    blocks = [
        block
        for block in document.blocks[part.first : part.last]
        if block.body < block.end and not _is_head(document, block)
    ]
    edges = sorted({round(document.lines[block.first].x0 or 0.0) for block in blocks})
    column = next((right for left, right in itertools.pairwise(edges) if right - left > 90), None)
    if column is None:
        return [(None, item) for item in _one_column(document, blocks, row_start)]
    return _two_columns(document, blocks, column)


def _is_head(document: Document, block: Block) -> bool:
    """Whether a block is the head of a table's column: bold, and no sentence."""
    return document.lines[block.first].bold and not ENDED.search(_text(document, block))


def _one_column(
    document: Document, blocks: Sequence[Block], row_start: Sequence[re.Pattern[str]]
) -> list[Item]:
    items: list[Item] = []
    for block in blocks:
        if block.bullet:
            if items:
                items[-1].parts.append([block])
            continue
        for piece in _sentences(document, block, row_start):
            text = document.text[piece.body : piece.end]
            # a gap above parts rows as well, whatever the row begins with
            apart = piece.start == block.start and text[:1].isupper()
            starts = apart or any(pattern.match(text) for pattern in row_start)
            last = items[-1] if items else None
            open_ = last is not None and not ENDED.search(
                _text(document, (last.parts[-1] if last.parts else last.own)[-1])
            )
            if last is not None and (open_ or not starts):
                (last.parts[-1] if last.parts else last.own).append(piece)
            elif starts or ENDED.search(text):
                items.append(Item(block.number, [piece]))
    return items


def _sentences(
    document: Document, block: Block, row_start: Sequence[re.Pattern[str]]
) -> list[Block]:
    """A block cut at its lines that begin a row: rows may stand without a gap between them."""
    cuts = [block.body]
    for index in range(block.first + 1, block.last):
        line, above = document.lines[index], document.lines[index - 1]
        if ENDED.search(above.text) and any(pattern.match(line.text) for pattern in row_start):
            cuts.append(line.start)
    return [
        Block(start, end, block.first, block.last, 0, block.number, start)
        for start, end in zip(cuts, [*(cut - 1 for cut in cuts[1:]), block.end], strict=True)
    ]


def _two_columns(
    document: Document, blocks: Sequence[Block], column: int
) -> list[tuple[str | None, Item]]:
    rows: list[tuple[list[Block], Item | None]] = []
    for block in blocks:
        line = document.lines[block.first]
        left = (line.x0 or 0.0) < column - 8
        if left:
            if rows and rows[-1][1] is None:
                _add_body(document, rows, block)
            elif rows and _same_row(document, rows[-1], line):
                rows[-1][0].append(block)
            else:
                rows.append(([block], None))
        elif not rows:
            rows.append(([], Item(None, [block])))
        else:
            bodies, item = rows[-1]
            if item is None:
                rows[-1] = (bodies, Item(None, [block]))
            elif block.bullet:
                item.parts.append([block])
            else:
                _add(document, item, block)
    return [
        (" ".join(_text(document, body) for body in bodies) or None, item)
        for bodies, item in rows
        if item is not None
    ]


def _add_body(
    document: Document, rows: list[tuple[list[Block], Item | None]], block: Block
) -> None:
    """A second left cell before any text: the body goes on, or the first ended the last row."""
    bodies = rows[-1][0]
    if len(rows) > 1 and rows[-2][0] and len(bodies) == 1:
        here, before = document.lines[bodies[0].first], document.lines[rows[-2][0][-1].first]
        if here.page > before.page and document.lines[block.first].page == here.page:
            rows[-2][0].extend(bodies)
            rows[-1] = ([block], None)
            return
    bodies.append(block)


def _same_row(document: Document, row: tuple[list[Block], Item | None], line: object) -> bool:
    """Whether a left cell goes on with the body above it: it was drawn on the next page."""
    bodies, item = row
    if not bodies or item is None:
        return False
    above = document.lines[bodies[-1].last - 1]
    open_ = not ENDED.search(_text(document, (item.parts[-1] if item.parts else item.own)[-1]))
    return open_ and getattr(line, "page", 0) != above.page


def _add(document: Document, item: Item, block: Block) -> None:
    """A paragraph of a row: the rest of its last part, or a part of its own after sub-items."""
    last = item.parts[-1] if item.parts else item.own
    if item.parts and ENDED.search(_text(document, last[-1])):
        item.parts.append([block])
    else:
        last.append(block)
