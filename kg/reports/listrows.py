"""The rows of a table of actions: what is to be done, and the body that is to do it.

A table of two columns has the bodies at the left: a new row begins with each of them.  In a table
of one column a row begins in a cell of its own, or, where the file has no ruled lines, where the
row before has ended and an addressee is named.  In a text without positions a tab parts the
columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kg.documents import Block, Document
from kg.reports.listing import ListItem
from kg.reports.listitems import ENDED
from kg.reports.listmarks import words_of
from kg.reports.outline import Part
from kg.reports.tabbedrows import tabbed_cells

#: Points: the left edge of a second column is so far from that of the first.
COLUMN = 90
#: Points: two left edges are the same if they differ by no more.
SAME_EDGE = 8


def read_rows(
    document: Document, part: Part, row_start: Sequence[re.Pattern[str]]
) -> list[tuple[str | None, ListItem]]:
    """The rows of a table of actions, each with the responsible body at its left, or None."""
    blocks = [
        block
        for block in document.blocks[part.first : part.last]
        if block.body < block.end and not _is_head(document, block)
    ]
    if any(len(tabbed_cells(document, block)) > 1 for block in blocks):
        return _tabbed(document, blocks)
    edges = sorted({round(document.lines[block.first].x0 or 0.0) for block in blocks})
    column = next(
        (right for left, right in itertools.pairwise(edges) if right - left > COLUMN), None
    )
    if column is None:
        return [(None, item) for item in _one_column(document, blocks, row_start)]
    return _two_columns(document, blocks, column, row_start)


def _is_head(document: Document, block: Block) -> bool:
    """Whether a block is the head of a table's column: bold, and no sentence."""
    return document.lines[block.first].bold and not ENDED.search(words_of(document, block))


def _one_column(
    document: Document, blocks: Sequence[Block], row_start: Sequence[re.Pattern[str]]
) -> list[ListItem]:
    items: list[ListItem] = []
    for block in blocks:
        for piece in _pieces(document, block, row_start):
            text = words_of(document, piece)
            last = items[-1] if items else None
            if piece.bullet and last is not None:
                last.parts.append([piece])
                continue
            named = any(pattern.match(text) for pattern in row_start)
            # a gap above parts rows as well, whatever the row begins with
            apart = piece.start == block.start and text[:1].isupper()
            if last is not None and (
                _is_open(document, last, piece, named) or not (apart or named)
            ):
                last.tail.append(piece)
            elif apart or named or ENDED.search(text):
                items.append(ListItem(piece.number, [piece]))
    return items


def _is_open(document: Document, item: ListItem, piece: Block, named: bool) -> bool:
    """Whether the sentence of a row, or of its last bullet, goes on with a piece below it."""
    above = item.tail[-1]
    if ENDED.search(words_of(document, above)):
        return False
    first, last = document.lines[piece.first], document.lines[above.last - 1]
    # a bullet may lack its full stop: what names an addressee below it is a row
    return not (named and above.bullet and first.page == last.page)


def _pieces(document: Document, block: Block, row_start: Sequence[re.Pattern[str]]) -> list[Block]:
    """A block cut at its lines that begin a row: rows may stand without a gap between them."""
    cuts = [(block.start, block.body, block.first)]
    for index in range(block.first + 1, block.last):
        line, above = document.lines[index], document.lines[index - 1]
        if ENDED.search(above.text) and any(pattern.match(line.text) for pattern in row_start):
            cuts.append((line.start, line.start, index))
    ends = [(start - 1, first) for start, _, first in cuts[1:]] + [(block.end, block.last)]
    return [
        Block(
            start, end, first, last,
            block.bullet if start == block.start else 0,
            block.number if start == block.start else None,
            body,
        )
        for (start, body, first), (end, last) in zip(cuts, ends, strict=True)
    ]  # fmt: skip


def _tabbed(document: Document, blocks: Sequence[Block]) -> list[tuple[str | None, ListItem]]:
    """The rows of a text: body, tab, action; the head of the table has no sentence."""
    rows: list[tuple[str | None, ListItem]] = []
    for index, block in enumerate(blocks):
        body, *actions = tabbed_cells(document, block)
        if actions:
            led_in = index + 1 < len(blocks) and blocks[index + 1].bullet > 0
            if rows or led_in or ENDED.search(words_of(document, actions[-1])):
                rows.append((words_of(document, body), ListItem(None, actions)))
        elif not rows:
            rows.append((None, ListItem(block.number, [block])))
        elif block.bullet:
            rows[-1][1].parts.append([block])
        else:
            _add(document, rows[-1][1], block)
    return rows


def _two_columns(
    document: Document, blocks: Sequence[Block], column: int, row_start: Sequence[re.Pattern[str]]
) -> list[tuple[str | None, ListItem]]:
    rows: list[tuple[list[Block], ListItem | None]] = []
    for index, block in enumerate(blocks):
        line = document.lines[block.first]
        left = (line.x0 or 0.0) < column - SAME_EDGE
        if left:
            if rows and rows[-1][1] is None:
                _add_body(document, rows, block)
            elif rows and (
                _same_row(document, rows[-1], line)
                and not _begins_a_row(document, rows[-1][1], blocks[index + 1 :], row_start)
            ):
                rows[-1][0].append(block)
            else:
                rows.append(([block], None))
        elif not rows:
            rows.append(([], ListItem(None, [block])))
        else:
            bodies, item = rows[-1]
            if item is None:
                rows[-1] = (bodies, ListItem(None, [block]))
            elif block.bullet:
                item.parts.append([block])
            else:
                _add(document, item, block)
    return [
        (" ".join(words_of(document, body) for body in bodies) or None, item)
        for bodies, item in rows
        if item is not None
    ]


def _add_body(
    document: Document, rows: list[tuple[list[Block], ListItem | None]], block: Block
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


def _same_row(document: Document, row: tuple[list[Block], ListItem | None], line: object) -> bool:
    """Whether a left cell goes on with the body above it: it was drawn on the next page."""
    bodies, item = row
    if not bodies or item is None:
        return False
    above = document.lines[bodies[-1].last - 1]
    open_ = not ENDED.search(words_of(document, (item.parts[-1] if item.parts else item.own)[-1]))
    return open_ and getattr(line, "page", 0) != above.page


def _begins_a_row(
    document: Document, item: ListItem | None, below: Sequence[Block],
    row_start: Sequence[re.Pattern[str]],
) -> bool:  # fmt: skip
    """Whether an action stands beside a body: the last bullet above may lack its full stop."""
    if item is None or not item.parts:
        return False
    words = words_of(document, below[0]) if below and not below[0].bullet else ""
    return any(pattern.match(words) for pattern in row_start)


def _add(document: Document, item: ListItem, block: Block) -> None:
    """A paragraph of a row: the rest of its last part, or a part of its own after sub-items."""
    last = item.parts[-1] if item.parts else item.own
    if item.parts and ENDED.search(words_of(document, last[-1])):
        item.parts.append([block])
    else:
        last.append(block)
