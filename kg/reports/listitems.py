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

from kg.documents import Block, Document
from kg.knowledge.profile import ImprovementsForm
from kg.reports.listing import Doubt, Listing, ListItem
from kg.reports.listmarks import marked, words_of

#: The end of a sentence.
ENDED = re.compile(r"[.?!][\u2019\u201d')\]]*$")
#: A part of an item: "(i) ...", "(b) ...", "iv) ...".
LETTERED = re.compile(r"\(?(?:[ivx]{1,4}|[a-h])\)\s")
#: A heading inside a list: a few words with a capital and without an end mark.
HEADING = re.compile(r"[A-Z\u2018].*[\w\u2019')]", re.S)
LONGEST_HEADING = 160
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


def read_items(
    document: Document, blocks: Sequence[Block], form: ImprovementsForm, *, numbers: bool
) -> Listing:
    """The items among the blocks under a heading.

    ``numbers`` says that the list has numbers for marks, if the blocks under this heading have
    no mark of their own.
    """
    return _Reader(document, blocks, form, numbers=numbers).read()


def read_paragraphs(document: Document, blocks: Sequence[Block]) -> list[ListItem]:
    """The paragraphs of a list that has no marks, each an item."""
    sentences = [block for block in blocks if ENDED.search(words_of(document, block))]
    if sentences:
        return [ListItem(None, [block]) for block in sentences]
    enough = (block for block in blocks if len(words_of(document, block).split()) > FEW_WORDS)
    return [ListItem(None, [block]) for block in enough]


class _Reader:
    """Reads the blocks under one heading, one after the other."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], form: ImprovementsForm, *, numbers: bool
    ) -> None:
        self.document = document
        self.form = form
        self.blocks = [marked(document, block) or block for block in blocks]
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
        items.append(ListItem(block.number, [block], self.group))
        return True

    def _bullet(self, block: Block) -> None:
        items = self.found.items
        if items and (self.by_number or self._is_deeper(block, items[-1])):
            items[-1].parts.append([block])
        else:
            items.append(ListItem(None, [block], self.group))

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
            items.append(ListItem(None, [block], self.group))
            self.found.doubts.append((Doubt.UNMARKED, block))
        elif not items:
            self.found.before.append(block)
        elif not (marked_below and text.endswith(":")):
            self.found.doubts.append((Doubt.STRAY, block))

    def _is_topic(self, text: str) -> bool:
        return HEADING.fullmatch(text) is not None and len(text) <= LONGEST_HEADING

    def _join(self, block: Block, text: str, item: ListItem) -> None:
        """Add a paragraph that hangs from an item's mark as the item's own text does."""
        above = item.tail[-1]
        ended = ENDED.search(words_of(self.document, above))
        lines = self.document.lines
        if ended and text[:1].isalpha() and lines[block.first].page == lines[above.last - 1].page:
            self.found.doubts.append((Doubt.JOINED, block))
        item.tail.append(block)

    def _hangs(self, block: Block, item: ListItem) -> bool:
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

    def _goes_on(self, item: ListItem, block: Block, text: str) -> bool:
        """Whether a paragraph without a mark goes on with an unfinished item above it."""
        before = words_of(self.document, item.tail[-1])
        if ENDED.search(before) or len(before) <= 60:
            return False
        last = self.document.lines[item.tail[-1].last - 1]
        here = self.document.lines[block.first]
        if last.x0 is None and here.page != last.page and len(last.text) > FULL_LINE:
            return True  # a page of a text ends inside the item
        return text[:1].islower() and not item.tail[-1].bullet

    def _is_deeper(self, block: Block, item: ListItem) -> bool:
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
