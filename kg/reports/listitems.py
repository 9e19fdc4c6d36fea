"""The items of a list: numbers or bullets with their sub-bullets, or paragraphs.

The first mark of a list says what its marks are.  An item is the blocks that belong to it: a
bullet deeper than the list's own, a bullet under a number, and a paragraph without a mark whose
left edge is that of the item's text, on the same page or the next.  Whatever else stands in a
list is kept apart, so that it can be told.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kg.documents import Block, Document
from kg.knowledge.choices import ListForm
from kg.knowledge.profile import ImprovementsForm

#: The end of a sentence.
ENDED = re.compile(r"[.?!][\u2019\u201d')\]]*$")
#: A part of an item: "(i) ...", "(b) ...", "iv) ...".
LETTERED = re.compile(r"\(?(?:[ivx]{1,4}|[a-h])\)\s")
#: A letter or number in brackets, the mark of an item where a list has no other marks.
BRACKETED = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)")
#: A heading inside a list: a few words with a capital and without an end mark.
HEADING = re.compile(r"[A-Z\u2018].*[\w\u2019')]", re.S)
LONGEST_HEADING = 160
#: A mark that is none of the usual bullets.
ODD_MARK = re.compile(r"(?:[^\w\s(\[\u2018\u201c'\"\u00a3$&]|o)\s+(?=\S)")
#: Points: a bullet set in by so much is under the one before.
DEEPER = 9.0
#: Points: text set in from its mark by so much hangs from it; the edges of one item's lines, and
#: of the same indent on two pages, differ by so little; no text hangs as far as this.
HANGS = 6.0
SAME_EDGE = 4.0
FAR = 70.0
#: Characters: a line of a text that is longer is full, and one that is shorter is not.
FULL_LINE = 60
SHORT = 60
#: Words: what is not longer is no paragraph that stands for an item.
FEW_WORDS = 3


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

    items: list[Item] = field(default_factory=list)
    #: paragraphs without a mark before the first item
    before: list[Block] = field(default_factory=list)
    doubts: list[tuple[Doubt, Block]] = field(default_factory=list)


def read_items(
    document: Document, blocks: Sequence[Block], form: ImprovementsForm, *, numbers: bool
) -> Listing:
    """The items among the blocks under a heading.

    ``numbers`` says that the list has numbers for marks, if the blocks under this heading have
    no mark of their own.
    """
    return _Reader(document, blocks, form, numbers=numbers).read()


def has_numbers(document: Document, blocks: Sequence[Block], form: ImprovementsForm) -> bool:
    """Whether the marks of a list are numbers: its first is one, or it has no bullets at all."""
    marked = [each for block in blocks if (each := _marked(document, block))]
    if form.items is ListForm.NUMBERS_OR_BULLETS:
        return bool(marked) and marked[0].number is not None
    return not any(block.bullet for block in marked)


def has_marks(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether any block has a bullet or a number."""
    return any(_marked(document, block) for block in blocks)


def with_letters(document: Document, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a list without other marks, what is marked with a letter made a bullet.

    Lines with letters that follow one another are items of their own, blank lines or not.
    """
    made = []
    for block in blocks:
        cuts, last = [(block.body, block.first)], None
        for at in range(block.first, block.last):
            line = document.lines[at]
            start = max(line.start, block.body)
            mark = BRACKETED.match(document.text, start, block.end)
            if mark and at > block.first and last and ord(mark[1][-1]) == ord(last[-1]) + 1:
                cuts.append((start, at))
            last = mark[1] if mark else last
        ends = [(start - 1, at) for start, at in cuts[1:]] + [(block.end, block.last)]
        for (start, first), (end, until) in zip(cuts, ends, strict=True):
            mark = BRACKETED.match(document.text, start, end)
            body, bullet = (mark.end(), 1) if mark else (start, 0)
            made.append(Block(start, end, first, until, bullet, None, body))
    return made


def read_paragraphs(document: Document, blocks: Sequence[Block]) -> list[Item]:
    """The paragraphs of a list that has no marks, each an item."""
    sentences = [block for block in blocks if ENDED.search(words_of(document, block))]
    if sentences:
        return [Item(None, [block]) for block in sentences]
    enough = (block for block in blocks if len(words_of(document, block).split()) > FEW_WORDS)
    return [Item(None, [block]) for block in enough]


def words_of(document: Document, block: Block) -> str:
    """The text of a block, its mark aside."""
    return document.text[block.body : block.end]


def _marked(document: Document, block: Block) -> Block | None:
    """The block with its mark, if it has one; an odd mark is made a bullet."""
    if block.bullet or block.number:
        return block
    odd = ODD_MARK.match(document.text, block.body, block.end)
    if odd is None:
        return None
    return Block(block.start, block.end, block.first, block.last, 1, None, odd.end())


class _Reader:
    """Reads the blocks under one heading, one after the other."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], form: ImprovementsForm, *, numbers: bool
    ) -> None:
        self.document = document
        self.form = form
        self.blocks = [_marked(document, block) or block for block in blocks]
        self.by_number = numbers
        self.found = Listing()
        self.group: str | None = None

    def read(self) -> Listing:
        for place, block in enumerate(self.blocks):
            text = words_of(self.document, block)
            if block.number and not self._number(block):
                break
            if block.number:
                continue
            if block.bullet:
                self._bullet(block)
            elif any(pattern.search(text) for pattern in self.form.closing):
                break
            elif self._is_strange_heading(block, text):
                if self._is_topic_elsewhere(block, text):
                    self.group = text
                    continue
                self.found.doubts.append((Doubt.HEADING, block))
                break
            else:
                below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
                self._unmarked(block, text, below)
        return self.found

    def _is_strange_heading(self, block: Block, text: str) -> bool:
        """Whether a line is a heading where lists have no topics: the list has come to its end."""
        items = self.found.items
        if self.form.topics or not items or not self._is_topic(text):
            return False
        stops = [ENDED.search(words_of(self.document, item.tail[-1])) for item in items]
        whole = stops[-1] is not None or (len(text) < SHORT and not any(stops))
        return whole and not self._hangs(block, items[-1])

    def _is_topic_elsewhere(self, block: Block, text: str) -> bool:
        """Whether bullets stand under the same words in another part of a text, as under topics."""
        document = self.document
        return document.lines[block.first].y is None and any(
            above.end - above.body == len(text)
            and above.start != block.start
            and below.bullet > 0
            and words_of(document, above) == text
            for above, below in itertools.pairwise(document.blocks)
        )

    def _number(self, block: Block) -> bool:
        """Take a numbered block; False if the list has come to its end."""
        items = self.found.items
        if not self.by_number:
            if items:
                self.found.doubts.append((Doubt.OTHER_MARKS, block))
                return False
            self.found.before.append(block)
            return True
        last = next((item.number for item in reversed(items) if item.number), None)
        if last and last.isdigit() and block.number != str(int(last) + 1):
            self.found.doubts.append((Doubt.NUMBER, block))
        items.append(Item(block.number, [block], self.group))
        return True

    def _bullet(self, block: Block) -> None:
        items = self.found.items
        if items and (self.by_number or self._is_deeper(block, items[-1])):
            items[-1].parts.append([block])
        else:
            items.append(Item(None, [block], self.group))

    def _unmarked(self, block: Block, text: str, below: Block | None) -> None:
        items = self.found.items
        marked_below = below is not None and bool(below.bullet or below.number)
        if items and LETTERED.match(text):
            items[-1].parts.append([block])
        elif items and self._hangs(block, items[-1]):
            self._join(block, text, items[-1])
        elif items and self._goes_on(items[-1], block, text):
            items[-1].tail.append(block)
        elif self._is_topic(text) and marked_below:
            self.group = text
            if items and not self.by_number and self.document.lines[block.first].y is None:
                # how it is set would tell, and its numbers would run on
                self.found.doubts.append((Doubt.TOPIC, block))
        elif text[:1].islower():
            # a bullet that the file lost
            items.append(Item(None, [block], self.group))
            self.found.doubts.append((Doubt.UNMARKED, block))
        elif not items:
            self.found.before.append(block)
        elif not (marked_below and text.endswith(":")):
            self.found.doubts.append((Doubt.STRAY, block))

    def _is_topic(self, text: str) -> bool:
        return HEADING.fullmatch(text) is not None and len(text) <= LONGEST_HEADING

    def _join(self, block: Block, text: str, item: Item) -> None:
        """Add a paragraph that hangs from an item's mark as the item's own text does."""
        above = item.tail[-1]
        ended = ENDED.search(words_of(self.document, above))
        lines = self.document.lines
        if ended and text[:1].isalpha() and lines[block.first].page == lines[above.last - 1].page:
            self.found.doubts.append((Doubt.JOINED, block))
        item.tail.append(block)

    def _hangs(self, block: Block, item: Item) -> bool:
        """Whether a paragraph starts where the text of the items does, right of their marks."""
        line, mark = self.document.lines[block.first], self.document.lines[item.own[0].first]
        if line.x0 is None or mark.x0 is None:
            return False
        if not HANGS < line.x0 - mark.x0 < FAR:
            return False
        edges = self._edges(line.page) or self._edges(None)
        return not edges or any(abs(line.x0 - edge) <= SAME_EDGE for edge in edges)

    def _edges(self, page: int | None) -> Counter[int]:
        """Left edges of the lines behind the first of marked blocks, on a page or on all."""
        return Counter(
            round(line.x0)
            for block in self.blocks
            if block.bullet or block.number
            for line in self.document.lines[block.first + 1 : block.last]
            if line.x0 is not None and page in (None, line.page)
        )

    def _goes_on(self, item: Item, block: Block, text: str) -> bool:
        """Whether a paragraph without a mark goes on with an unfinished item above it."""
        before = words_of(self.document, item.tail[-1])
        if ENDED.search(before) or len(before) <= 60:
            return False
        last = self.document.lines[item.tail[-1].last - 1]
        here = self.document.lines[block.first]
        if last.x0 is None and here.page != last.page and len(last.text) > FULL_LINE:
            return True  # a page of a text ends inside the item
        return text[:1].islower() and not item.tail[-1].bullet

    def _is_deeper(self, block: Block, item: Item) -> bool:
        """Whether a bullet is under an item that has a bullet itself."""
        first = item.own[0]
        if first.number is None and first.bullet == 0:
            return False
        here, there = self.document.lines[block.first], self.document.lines[first.first]
        if block.bullet != first.bullet:
            return block.bullet > first.bullet
        if here.x0 is None or there.x0 is None or here.x0 - there.x0 <= DEEPER:
            return False
        # over a page the indent of one and the same list may change
        above = item.tail[-1]
        over = self.document.lines[above.first].x0
        beside = bool(item.parts) and over is not None and abs(here.x0 - over) <= SAME_EDGE
        leads_in = words_of(self.document, above).endswith(":")
        return here.page == there.page or beside or leads_in
