"""Where one paragraph ends and the next begins: lines become blocks and one clean text.

The rule, in words: a new block begins at a bullet, at a paragraph's number, at a change of font,
at a jump to another column or ruled cell, and where the gap above a line is clearly larger than
the file's usual line spacing.  Over a page's end a block goes on unless it has come to an end mark.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.documents.clean import Runs
from kg.documents.model import Block, Line, Role
from kg.documents.overlong import LONGEST
from kg.documents.rawlines import RawLine

#: "12. Children ...", "12.\tChildren ...", "12.. Children ...", "3." alone; the text may begin
#: with a figure.
NUMBER = re.compile(
    r"(?P<bullet>[\u2022\u2013] )?(?P<number>\d{1,3})\.(?:\s?\.(?!\s?\.))?"
    r"(?=\s|$|[A-Z\u2018\u201c'])\s*"
)
#: As NUMBER, its full stop forgotten.
BARE_NUMBER = re.compile(r"(?P<bullet>)(?P<number>\d{1,3})\s+(?=[A-Z\u2018\u201c'])")
#: A bullet or number alone on its line.
MARK_ALONE = re.compile(r"[\u2022\u2013]|\d{1,3}\.")
#: The number before a sub-judgement's label on a cover: "2.1 Adoption performance".
SUB_NUMBER = re.compile(r"(?P<number>\d\.\d)\.?\s+(?=[A-Z])")
#: A letter or small number that marks a paragraph: "a) ...", "(iv) ...".
LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{2,4})\)\s")
#: A text that has come to its end.
END_MARK = re.compile(r"[.?!:;][\u2019\u201d'\")\]]*$")

#: What stands in brackets alone at the top of a page is the end of the paragraph before it.
BRACKETED = re.compile(r"\([^()]+\)\.?")
#: Characters: a text of more is a paragraph, no heading and no row of a table.
PARAGRAPH = 160

#: A gap above a line larger than this many usual line spacings opens a new block.
GAP = 1.3
#: A distance between lines is common if it occurs this often, as a share of the commonest.
COMMON = 0.2
#: Points; left edges that differ by no more are the same.
SAME_EDGE = 4.0
#: Points; a line is set back or out if it starts this far from the one before.
INDENT = 8.0
#: Points; a jump to the right or left that only another column or cell explains.
COLUMN = 100.0
#: A number may jump over this many missing ones where the layout says that it is a number.
SKIP = 15


class BodyLine(NamedTuple):
    """A line of the body: as the file gives it, its clean text and runs, its bullet's level."""

    raw: RawLine
    text: str
    runs: Runs
    level: int


def join(
    lines: Sequence[BodyLine], *, paragraphs: bool
) -> tuple[tuple[Line, ...], tuple[Block, ...], str]:
    """The body's lines with their offsets, its blocks and its clean text.

    ``paragraphs`` says that each line is a paragraph of its own (HTML, DOCX), so that nothing is
    joined.
    """
    raws = [line.raw for line in lines]
    starts, numbers, going_on = _block_starts(lines, raws, _spacing(raws), paragraphs)
    placed: list[Line] = []
    blocks: list[Block] = []
    pieces: list[str] = []
    offset = 0
    bounds = [index for index, begins in enumerate(starts) if begins] + [len(lines)]
    for first, last in itertools.pairwise(bounds):
        block_start = offset
        for index in range(first, last):
            raw, text, runs, _ = lines[index]
            placed.append(raw.cleaned(text, runs, Role.BODY, offset))
            glue = _glue(text, raw) if index + 1 < last else "\n"
            pieces.append(text + glue)
            offset += len(text) + len(glue)
        level = lines[first].level
        block = _block(placed, block_start, first, last, level, numbers.get(first))
        blocks.append(replace(block, goes_on=True) if first in going_on else block)
    return tuple(placed), tuple(blocks), "".join(pieces)[:-1]


def _spacing(raws: Sequence[RawLine]) -> float:
    """The usual distance between the baselines of two lines of one paragraph, in font sizes.

    It is the smallest of the distances that are common: a file of short paragraphs has more gaps
    between paragraphs than lines inside them.
    """
    steps: Counter[float] = Counter()
    for above, below in itertools.pairwise(raws):
        if above.y is not None and below.y is not None and above.page == below.page:
            step = above.y - below.y
            if 0.9 * below.size < step < 2.0 * below.size:
                steps[round(step * 2) / 2 / (below.size or 1.0)] += 1
    most = max(steps.values(), default=0)
    return min((step for step, count in steps.items() if count >= COMMON * most), default=1.2)


def _block_starts(
    lines: Sequence[BodyLine], raws: Sequence[RawLine], spacing: float, paragraphs: bool
) -> tuple[list[bool], dict[int, re.Match[str]], set[int]]:
    """Which lines open a block, the printed number of those that have one, and those that go on
    with the block before, which would have become too long.
    """
    going_on: set[int] = set()
    starts: list[bool] = []
    numbers: dict[int, re.Match[str]] = {}
    last_number = begun = length = 0
    for index, line in enumerate(lines):
        raw = raws[index]
        above = raws[index - 1] if index else None
        opens = (
            above is None
            or paragraphs
            or line.level > 0
            or (
                _new_block(above, lines[index - 1].text, raw, line.text, spacing)
                and not (lines[begun].level == 0 and _goes_on_over_page(lines[begun : index + 1]))
            )
            or (lines[begun].level > 0 and _is_set_out(raws[begun], above, raw, line.text))
        )
        number = _number(index, lines, raws, opens, last_number)
        if number:
            numbers[index] = number
            if "." not in number["number"]:
                last_number = int(number["number"])
        starts.append(opens or number is not None)
        if not starts[-1] and length + len(line.text) > LONGEST:
            starts[-1] = True
            going_on.add(index)
        elif raw.goes_on and starts[-1]:
            going_on.add(index)
        begun, length = (index, 0) if starts[-1] else (begun, length)
        length += len(line.text) + 1
    return starts, numbers, going_on


def _new_block(above: RawLine, above_text: str, raw: RawLine, text: str, spacing: float) -> bool:
    if raw.heading or above.heading:
        return True
    if raw.y is None or above.y is None:
        return _new_text_block(above_text, raw, text)
    changed = abs(raw.size - above.size) > 1.0
    if raw.page != above.page:
        unfinished = not END_MARK.search(above_text) or _goes_on(text) or BRACKETED.fullmatch(text)
        elsewhere = abs((raw.x0 or 0.0) - (above.x0 or 0.0)) > COLUMN
        other_weight = raw.bold != above.bold and not text[:1].islower()
        return not unfinished or changed or elsewhere or other_weight
    if raw.cell is not above.cell:
        return True
    step = above.y - raw.y
    if step == 0 and raw.x0 == above.x0:
        return False  # the rest of one printed line
    if step <= 0 or abs((raw.x0 or 0.0) - (above.x0 or 0.0)) > COLUMN:
        return True
    if step > GAP * spacing * max(raw.size, 1.0):
        return True
    if raw.bold != above.bold and _begins_with_a_capital(text):
        # a heading set close to its text, or under a sentence that has come to its end
        heading = text if raw.bold else above_text
        asks = not heading.endswith((".", ",") if raw.bold else (".", ",", ":", ";"))
        if asks or not END_MARK.search(above_text):
            return True
    # a stray font size inside a sentence parts nothing
    return changed and (bool(END_MARK.search(above_text)) or not text[:1].islower())


def _begins_with_a_capital(text: str) -> bool:
    """Whether the first letter of a text is a capital, whatever glyph stands before it."""
    return next((letter for letter in text if letter.isalnum()), "").isupper()


def _new_text_block(above_text: str, raw: RawLine, text: str) -> bool:
    """In a text without positions: a blank line parts, unless it only marks a page's end.

    What stands behind a mark alone on its line goes with it.
    """
    if MARK_ALONE.fullmatch(above_text):
        return False
    unfinished = not END_MARK.search(above_text) and len(above_text) > 40
    return not (unfinished and _goes_on(text))


def _goes_on(text: str) -> bool:
    """Whether a line begins as the rest of a sentence does."""
    return text[:1].islower() and not LETTERED.match(text)


def _goes_on_over_page(lines: Sequence[BodyLine]) -> bool:
    """In a text without positions: whether the last line goes on with the paragraph before it.

    A page may end before a capital letter inside a sentence: what stands above is too long for a
    heading and has not come to its end, and what follows is no heading either.
    """
    above, line = lines[-2], lines[-1]
    if line.raw.y is not None or line.raw.page == above.raw.page:
        return False
    if BRACKETED.fullmatch(line.text):
        return True
    if END_MARK.search(above.text):
        return False
    long = sum(len(each.text) for each in lines[:-1]) > PARAGRAPH
    return long and (len(line.text) > PARAGRAPH or END_MARK.search(line.text) is not None)


def _is_set_out(mark: RawLine, above: RawLine, raw: RawLine, text: str) -> bool:
    """Whether a sentence on the next page begins where a bullet stands, left of its text."""
    if raw.page == above.page or raw.x0 is None or mark.x0 is None or above.x0 is None:
        return False
    hangs = above.x0 - mark.x0 > SAME_EDGE
    return hangs and abs(raw.x0 - mark.x0) <= SAME_EDGE and text[:1].isupper()


def _number(
    index: int, lines: Sequence[BodyLine], raws: Sequence[RawLine], opens: bool, last: int
) -> re.Match[str] | None:
    """The paragraph number that a line opens with, if it is one."""
    text = lines[index].text
    if not text[:1].isdigit() and text[:1] not in "\u2013\u2022":
        return None
    if opens and (sub := SUB_NUMBER.match(text)):
        return sub
    match = NUMBER.match(text)
    if match is None:
        bare = BARE_NUMBER.match(text)
        follows = bare is not None and last >= 3 and int(bare["number"]) == last + 1
        return bare if follows and (opens or _hangs(index, raws)) else None
    if match["bullet"] and raws[index].y is not None:
        return None
    number = int(match["number"])
    if opens or _hangs(index, raws):
        return match if number == 1 or last == 0 or last - SKIP < number <= last + SKIP else None
    above = lines[index - 1].text
    return match if number == last + 1 and END_MARK.search(above) else None


def _hangs(index: int, raws: Sequence[RawLine]) -> bool:
    """Whether a line is set out to the left of the one before or after it."""
    raw = raws[index]
    if raw.x0 is None:
        return raw.gap
    around = [raws[near] for near in (index - 1, index + 1) if 0 <= near < len(raws)]
    return any(
        near.page == raw.page and INDENT < (near.x0 or 0.0) - raw.x0 < COLUMN for near in around
    )


def _glue(text: str, raw: RawLine) -> str:
    """What stands between a line and the next of its block."""
    if text.endswith("-") and not text.endswith(" -"):
        return ""
    if raw.broken or (text.endswith("/") and not text.endswith(" /")):
        return ""
    return " "


def _block(
    lines: list[Line], start: int, first: int, last: int, level: int, number: re.Match[str] | None
) -> Block:
    end = lines[-1].end
    text = lines[first].text
    body = start
    if number:
        body = start + number.end() + (number.end() == len(text))
        if number.re is NUMBER and number["bullet"]:
            level = 0
    elif level:
        body = start + 2
    return Block(
        start, end, first, last, level, number["number"] if number else None, min(body, end)
    ) if text else Block(start, end, first, last, level, None, start)  # fmt: skip
