"""The lines of a PDF page: their text, and the position of each line's first and last character.

Positions of every character would cost several times the text itself; the two ends of a line
cost a few hundredths (see ``docs/benchmarks.md``).
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.cells import Tables
from kg.documents.rawlines import RawLine
from kg.documents.tablelines import split_cells

#: PDFium puts this in place of a hyphen at a line's end.
LINE_END_HYPHEN = "\ufffe"

#: Digits that may be a footnote mark: "Board1", "area2.", "board 1", "20149".
DIGITS = re.compile(r"\d+")
#: A superscript is set in less than this part of its line's font size.
SUPERSCRIPT = 0.8

BOLD = 600
#: A page has this many lines before anything can have been moved behind them.
MOVED = 5
#: A font size below this (points) is not the printed one.
SCALED = 4.0


def page_lines(handle: Any, text: str, number: int, tables: Tables) -> list[RawLine]:
    """The lines of a page from PDFium's text page and its text, table cells apart."""
    # The calls below are the hot loop of the whole program: ctypes values are made once.
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    box, origin = pdfium_c.FPDFText_GetCharBox, pdfium_c.FPDFText_GetCharOrigin
    size, weight = pdfium_c.FPDFText_GetFontSize, pdfium_c.FPDFText_GetFontWeight

    lines: list[RawLine] = []
    position = 0
    for piece in _pieces(text):
        stripped = piece.rstrip()
        broken = stripped.endswith(LINE_END_HYPHEN)
        if stripped.strip(LINE_END_HYPHEN + " \t\r\n\xa0"):
            first = position + len(stripped) - len(stripped.lstrip())
            last = position + len(stripped) - (2 if broken else 1)
            line = RawLine(number, text[first : position + len(stripped)], first, broken=broken)
            box(handle, first, left, right, bottom, top)
            line.x0 = left.value
            origin(handle, first, x, y)
            line.y = y.value
            box(handle, last, left, right, bottom, top)
            line.x1 = right.value
            line.first_size = size(handle, first)
            ends = size(handle, last)
            if line.first_size < SCALED:
                line.first_size, ends = _scaled(handle, first), _scaled(handle, last)
            line.size = max(line.first_size, ends)
            line.bold = _is_bold(handle, weight(handle, first), first) and _is_bold(
                handle, weight(handle, last), last
            )
            lines.append(line)
        position += len(piece)
    above = None
    for line in lines:
        if above is not None and _goes_on(line, above):
            line.x0, line.y = above.x0, above.y
            continues = True
        else:
            continues = False
        if DIGITS.search(line.text):
            _find_marks(handle, line, continues)
        above = line
    return split_cells(handle, _top_first(lines), tables)


def _top_first(lines: list[RawLine]) -> list[RawLine]:
    """The lines, with those that a file draws last but prints above all others moved to the front.

    Word does so with the rest of a paragraph that was moved over a page's end.
    """
    highest = 0.0
    start = len(lines)
    for index, line in enumerate(lines):
        y = line.y or 0.0
        if y > highest:
            if index > MOVED and index < start:
                start = index
            highest = y if start == len(lines) else highest
        elif start < len(lines):
            start = len(lines)  # what followed is below again: a column, nothing moved
    return lines[start:] + lines[:start] if start < len(lines) else lines


def _pieces(text: str) -> list[str]:
    """The printed lines of a page's text, endings included: PDFium runs on at a hyphen."""
    return re.findall(rf"[^\n{LINE_END_HYPHEN}]*(?:{LINE_END_HYPHEN}\r?\n?|\n|$)", text)


def _is_bold(handle: Any, weight: int, index: int) -> bool:
    """Whether a character is bold; a font that does not say its weight says it in its name."""
    if weight > 0:
        return weight >= BOLD
    name = ctypes.create_string_buffer(80)
    pdfium_c.FPDFText_GetFontInfo(handle, index, name, 80, ctypes.c_int())
    return b"bold" in name.value.lower()


def _scaled(handle: Any, index: int) -> float:
    """The font size as printed, where the file draws a font of size 1 and scales it."""
    matrix = pdfium_c.FS_MATRIX()
    size: float = pdfium_c.FPDFText_GetFontSize(handle, index)
    pdfium_c.FPDFText_GetMatrix(handle, index, matrix)
    return size * abs(float(matrix.d) or 1.0)


def _find_marks(handle: Any, line: RawLine, continues: bool) -> None:
    """Note the superscript digits of a line: marks of footnotes.

    ``continues`` says that the line is the rest of a printed line; else digits at its start are
    a footnote's own mark or a number, and stay.
    """
    base = line.size
    measure = _scaled if pdfium_c.FPDFText_GetFontSize(handle, line.start) < SCALED else (
        pdfium_c.FPDFText_GetFontSize)  # fmt: skip
    marks = []
    for match in DIGITS.finditer(line.text):
        # the last digit decides: "2014" with mark 9 is printed "20149"
        end = match.end()
        start = end
        while start > match.start():
            glyph = measure(handle, line.start + start - 1)
            if not 0 < glyph < SUPERSCRIPT * base:
                break
            letter = next((i for i, c in enumerate(line.text) if c.isalpha()), None)
            if letter is not None and glyph >= SUPERSCRIPT * measure(handle, line.start + letter):
                # it is the bullet at the line's start that is large
                break
            start -= 1
        if start < end and (start > 0 or end == len(line.text) or continues):
            brackets = line.text[start - 1 : start] == "[" and line.text[end : end + 1] == "]"
            marks.append((start - 1, end + 1) if brackets else (start, end))
    line.marks = tuple(marks)
    if continues:
        line.first_size = line.size


def _goes_on(line: RawLine, above: RawLine) -> bool:
    """Whether a line is the rest of the printed line above, broken off at a raised mark."""
    right = (line.x0 or 0.0) - (above.x1 or 0.0)
    return -2.0 < right < 6.0 and abs((line.y or 0.0) - (above.y or 0.0)) < 0.7 * line.size
