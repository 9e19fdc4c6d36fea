"""The marks of lists: bullets, numbers, and letters in brackets where there are no others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents import Block, Document
from kg.knowledge.choices import ListForm
from kg.knowledge.profile import ImprovementsForm

#: A letter or number in brackets, the mark of an item where a list has no other marks.
BRACKETED = re.compile(r"\(?([a-z]{1,2}|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)")
#: A mark that is none of the usual bullets.
ODD_MARK = re.compile(r"(?:[^\w\s(\[\u2018\u201c'\"\u00a3$&]|o)\s+(?=\S)")


def has_numbers(document: Document, blocks: Sequence[Block], form: ImprovementsForm) -> bool:
    """Whether the marks of a list are numbers: its first is one, or it has no bullets at all."""
    found = [each for block in blocks if (each := marked(document, block))]
    if form.items is ListForm.NUMBERS_OR_BULLETS:
        return bool(found) and found[0].number is not None
    return not any(block.bullet for block in found)


def has_marks(document: Document, blocks: Sequence[Block]) -> bool:
    """Whether any block has a bullet or a number."""
    return any(marked(document, block) for block in blocks)


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


def marked(document: Document, block: Block) -> Block | None:
    """The block with its mark, if it has one; an odd mark is made a bullet."""
    if block.bullet or block.number:
        return block
    odd = ODD_MARK.match(document.text, block.body, block.end)
    if odd is None:
        return None
    return Block(block.start, block.end, block.first, block.last, 1, None, odd.end())


def words_of(document: Document, block: Block) -> str:
    """The text of a block, its mark aside."""
    return document.text[block.body : block.end]
