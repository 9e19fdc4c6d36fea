"""The lines of a PDF page: their text, and the position of each line's first and last character.

Positions of every character would cost several times the text itself; the two ends of a line
cost a few hundredths (see ``docs/benchmarks.md``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from kg.documents.cells import Tables
from kg.documents.pdfium import Box
from kg.documents.pdfletters import Letters
from kg.documents.rawlines import LINE_END_HYPHEN, RawLine
from kg.documents.readingorder import reading_order
from kg.documents.tablelines import split_cells
from kg.documents.visibleparts import TINY, Ends, Sight

#: Digits that may be a footnote mark: "Board1", "area2.", "board 1", "20149".
DIGITS = re.compile(r"\d+")
#: A superscript is set in less than this part of its line's font size.
SUPERSCRIPT = 0.8

#: Points by which a bullet or number may be larger than its text.
LARGER = 0.5
#: What stands before an item's or paragraph's text.
MARKER = re.compile(r"(?:\([a-z]\)|[^\w\s]|\(?\d{1,3}[.)]|\d\.\d)\s*(?=\S)")
#: The size of a full stop is more than this part of its font's.
SPECK = 0.06
#: Points; a line that is printed again this near is the same line.
OVERPRINT = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """A page as it looks: its letters, its ruled tables, and what of its text can be seen."""

    letters: Letters
    tables: Tables
    sight: Sight


def page_lines(text: str, number: int, look: Look) -> list[RawLine]:
    """The lines of a page in reading order, table cells apart, without what cannot be seen.

    ``text`` is the page's text as PDFium gives it, ``number`` the page's.
    """
    lines: list[RawLine] = []
    position = 0
    for piece in _pieces(text):
        stripped = piece.rstrip()
        broken = stripped.endswith(LINE_END_HYPHEN)
        if stripped.strip(LINE_END_HYPHEN + " \t\r\n\xa0"):
            first = position + len(stripped) - len(stripped.lstrip())
            lines.append(
                RawLine(number, text[first : position + len(stripped)], first, broken=broken)
            )
        position += len(piece)
    measure = partial(_measure, look.letters)
    ends = measure(lines)
    doubtful = look.sight.doubtful(lines, ends)
    if any(doubtful):
        lines = [
            part
            for line, doubt in zip(lines, doubtful, strict=True)
            for part in (look.sight.seen_parts(line, measure) if doubt else [line])
        ]
    lines = _once(lines)
    small = _with_small_digits(look.letters, lines)
    above = None
    for line in lines:
        if above is not None and _goes_on(line, above):
            line.x0, line.y = above.x0, above.y
            continues = True
        else:
            continues = False
        if id(line) in small:
            _find_marks(look.letters, line, continues)
        if continues and DIGITS.search(line.text):
            line.first_size = line.size
        above = line
    return reading_order(split_cells(look.letters, lines, look.tables))


def _measure(letters: Letters, lines: list[RawLine]) -> list[Ends]:
    """Give lines their places, sizes and weights from their two ends; returns these ends' edges."""
    firsts = [line.start for line in lines]
    lasts = [line.start + len(line.text) - (2 if line.broken else 1) for line in lines]
    both_ends = firsts + lasts
    count = len(lines)
    boxes, sizes = letters.boxes(both_ends), letters.sizes(both_ends)
    bold = letters.bold(firsts)
    ends = list(zip(boxes[:count], boxes[count:], strict=True))
    # a line is bold if both its ends are; most are not, and need be asked no more
    both = iter(letters.bold([last for last, first in zip(lasts, bold, strict=True) if first]))
    for index, (line, y) in enumerate(zip(lines, letters.baselines(firsts), strict=True)):
        left, right = ends[index]
        line.x0, line.x1, line.y = left[0], right[2], y
        line.first_size, last_size = sizes[index], sizes[index + count]
        line.size = max(line.first_size, last_size)
        if line.first_size > last_size + LARGER and (marker := MARKER.match(line.text)):
            # a bullet or number set larger than its text is no change of font
            line.size = letters.sizes([line.start + marker.end()])[0]
        line.shrunk = (
            min(line.first_size, last_size) < TINY
            or _is_speck(left, line.size)
            or _is_speck(right, line.size)
        )
        line.bold = bold[index] and next(both)
    return ends


def _is_speck(box: Box, size: float) -> bool:
    """Whether a letter is smaller than a full stop of its font's size."""
    return box[2] - box[0] < SPECK * size and box[3] - box[1] < SPECK * size


def _once(lines: list[RawLine]) -> list[RawLine]:
    """The lines without those printed a second time on the same place."""
    places: dict[str, RawLine] = {}
    once = []
    for line in lines:
        other = places.setdefault(line.text, line)
        if other is line or not _same_place(line, other):
            once.append(line)
    return once


def _same_place(one: RawLine, other: RawLine) -> bool:
    return (
        abs((one.x0 or 0.0) - (other.x0 or 0.0)) < OVERPRINT
        and abs((one.y or 0.0) - (other.y or 0.0)) < OVERPRINT
    )


def _pieces(text: str) -> list[str]:
    """The printed lines of a page's text, endings included: PDFium runs on at a hyphen."""
    return re.findall(rf"[^\n{LINE_END_HYPHEN}]*(?:{LINE_END_HYPHEN}\r?\n?|\n|$)", text)


def _with_small_digits(letters: Letters, lines: list[RawLine]) -> set[int]:
    """The lines (by identity) in which a run of digits ends in small print."""
    digits = [
        (line, line.start + match.end() - 1)
        for line in lines
        for match in DIGITS.finditer(line.text)
    ]
    sizes = letters.sizes([place for _, place in digits])
    return {
        id(line)
        for (line, _), size in zip(digits, sizes, strict=True)
        if 0 < size < SUPERSCRIPT * line.size
    }


def _find_marks(letters: Letters, line: RawLine, continues: bool) -> None:
    """Note the superscript digits of a line: marks of footnotes.

    ``continues`` says that the line is the rest of a printed line; else digits at its start are
    a footnote's own mark or a number, and stay.
    """
    base = line.size
    marks = []
    for match in DIGITS.finditer(line.text):
        # the last digit decides: "2014" with mark 9 is printed "20149"
        end = match.end()
        start = end
        while start > match.start():
            glyph = letters.sizes([line.start + start - 1])[0]
            if not 0 < glyph < SUPERSCRIPT * base:
                break
            letter = next((i for i, c in enumerate(line.text) if c.isalpha()), None)
            if letter is not None and (
                glyph >= SUPERSCRIPT * letters.sizes([line.start + letter])[0]
            ):
                # it is the bullet at the line's start that is large
                break
            start -= 1
        if start < end and (start > 0 or end == len(line.text) or continues):
            brackets = line.text[start - 1 : start] == "[" and line.text[end : end + 1] == "]"
            marks.append((start - 1, end + 1) if brackets else (start, end))
    unseen = line.marks
    marks = [mark for mark in marks if not any(a <= mark[0] < b for a, b in unseen)]
    line.marks = tuple(sorted((*unseen, *marks)))


def _goes_on(line: RawLine, above: RawLine) -> bool:
    """Whether a line is the rest of the printed line above, broken off at a raised mark."""
    right = (line.x0 or 0.0) - (above.x1 or 0.0)
    return -2.0 < right < 6.0 and abs((line.y or 0.0) - (above.y or 0.0)) < 0.7 * line.size
