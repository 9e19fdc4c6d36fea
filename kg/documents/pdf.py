"""PDF files, read with PDFium: text, and the position of each line's first and last character.

Positions of every character would cost several times the text itself; the two ends of a line
cost a few hundredths (see ``docs/benchmarks.md``).  Only on pages that show signs of a table are
the gaps inside lines looked at, so that a table's cells come out as lines of their own.
"""

from __future__ import annotations

import ctypes
import re
from statistics import median
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

#: No inspection report comes near this; what does is something else.
MAX_PAGES = 600

#: PDFium puts this in place of a hyphen at a line's end.
LINE_END_HYPHEN = "\ufffe"

#: Digits that may be a footnote mark: "Board1", "area2.", "board 1", "20149".
DIGITS = re.compile(r"\d+")
#: A superscript is set in less than this part of its line's font size.
SUPERSCRIPT = 0.8
#: A gap inside a line is the gap between two table cells from this many font sizes on.
CELL_GAP = 0.9
#: A line is a sign of a table if it starts this far (points) right of the leftmost one ...
FAR_RIGHT = 120.0
#: ... or if a line is this much wider (font sizes a character) than running text.
WIDE = 0.57
#: Points above and below a sign in which lines are looked into.
REACH = 60.0

#: ... and this many usual gaps of its own line.
JUSTIFIED = 2.0
#: Column edges agree within this many points.
EDGE = 2.0
SPACES = re.compile(r"(?<=\S)\s+(?=\S)")
#: What stands before the text of an item: a bullet glyph, "12.", "2.1", "(a)".
MARKER = re.compile(r"\W|\(?(\d+(\.\d+)*|[a-z])[.)]?")

BOLD = 600
#: A page has this many lines before anything can have been moved behind them.
MOVED = 5
#: A font size below this (points) is not the printed one.
SCALED = 4.0


def read_pdf(data: bytes) -> RawFile:
    """The pages of a PDF.

    Raises `UnreadableFile` for a file that is damaged, encrypted, too long or without text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(_why(data, str(error))) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableFile(
                f"has {count:,} pages, and no inspection report has more than {MAX_PAGES}; "
                "split it into its reports"
            )
        file = RawFile("application/pdf", [], paged=True)
        for index in range(count):
            try:
                page = document[index]
            except pdfium.PdfiumError as error:
                raise UnreadableFile(
                    f"page {index + 1} of {count} is damaged ({error}); fetch the file again"
                ) from error
            file.pages.append(_page(page, index + 1))
    finally:
        document.close()
    empty = [page.number for page in file.pages if not page.lines]
    if len(empty) == len(file.pages):
        raise UnreadableFile("has no text layer (it is a scan); run it through OCR first")
    file.notes += [f"page {number} has no text" for number in empty]
    return file


def _why(data: bytes, error: str) -> str:
    """PDFium's error in words that say what to do."""
    if "password" in error.lower() or "security" in error.lower():
        return "is encrypted; save a copy without a password and read that"
    if b"%%EOF" not in data[-2048:]:
        return "is cut off before its end; fetch the file again"
    return f"is damaged ({error}); fetch the file again"


def _page(page: Any, number: int) -> RawPage:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        raw = RawPage(number, text, page.get_width(), page.get_height())
        raw.lines = _lines(textpage.raw, text, number)
    finally:
        textpage.close()
        page.close()
    return raw


def _lines(handle: Any, text: str, number: int) -> list[RawLine]:
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
    return _split_cells(handle, _top_first(lines))


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


def _split_cells(handle: Any, lines: list[RawLine]) -> list[RawLine]:
    """The lines, with the cells of table rows as lines of their own."""
    signs = _signs_of_tables(lines)
    if not signs:
        return lines
    # looking inside a line is dear: only those near a sign are looked into
    spaces = [
        _spaces(handle, line) if any(abs(y - (line.y or 0.0)) < REACH for y in signs) else []
        for line in lines
    ]
    wide = [_wide(gaps, line.size) for line, gaps in zip(lines, spaces, strict=True)]
    # where a column begins: at the far-right line starts and behind the wide gaps
    leftmost = min(line.x0 or 0.0 for line in lines)
    edges = [(line.x0 or 0.0, line) for line in lines if (line.x0 or 0.0) - leftmost > FAR_RIGHT]
    edges += [(gap[2], line) for line, cut in zip(lines, wide, strict=True) for gap in cut]
    cells: list[RawLine] = []
    for line, gaps, cut in zip(lines, spaces, wide, strict=True):
        near = [x for x, other in edges if gaps and _same_table(line, other)]
        cuts = [gap for gap in gaps if gap in cut or any(abs(gap[2] - x) < EDGE for x in near)]
        cells += _cut(line, cuts)
    return cells


def _same_table(line: RawLine, other: RawLine) -> bool:
    """Whether two lines may be rows of one table: near each other, and set in the same size."""
    near = abs((other.y or 0.0) - (line.y or 0.0)) < 2 * line.size
    return near and abs(line.size - other.size) < 0.5


def _wide(gaps: list[tuple[int, float, float]], size: float) -> list[tuple[int, float, float]]:
    """The gaps that part cells: wide, and much wider than the others of a justified line."""
    usual = median(gap[2] - gap[1] for gap in gaps) if len(gaps) > 2 else 0.0
    return [gap for gap in gaps if gap[2] - gap[1] > max(CELL_GAP * size, JUSTIFIED * usual)]


def _signs_of_tables(lines: list[RawLine]) -> list[float]:
    """The heights of the lines that show signs of a table."""
    leftmost = min((line.x0 or 0.0 for line in lines), default=0.0)
    signs = []
    for line in lines:
        x0, x1, length = line.x0 or 0.0, line.x1 or 0.0, len(line.text)
        far = x0 - leftmost > FAR_RIGHT and not line.text.isdigit()
        if far or (length > 8 and x1 - x0 > WIDE * line.size * length):
            signs.append(line.y or 0.0)
    return signs


def _spaces(handle: Any, line: RawLine) -> list[tuple[int, float, float]]:
    """The spaces inside a line: offset just after, right edge before, left edge after.

    The space behind a bullet or a number is left out: it parts no cells.
    """
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    found = []
    for match in SPACES.finditer(line.text):
        if MARKER.fullmatch(line.text[: match.start()]):
            continue
        before, after = line.start + match.start() - 1, line.start + match.end()
        pdfium_c.FPDFText_GetCharBox(handle, before, left, right, bottom, top)
        ends = right.value
        pdfium_c.FPDFText_GetCharBox(handle, after, left, right, bottom, top)
        found.append((match.end(), ends, left.value))
    return found


def _cut(line: RawLine, cuts: list[tuple[int, float, float]]) -> list[RawLine]:
    """The cells of a line that is cut at the given spaces."""
    if not cuts:
        return [line]
    pieces = []
    start, x0 = 0, line.x0
    for cut, ends, begins in [*cuts, (len(line.text), line.x1, 0.0)]:
        text = line.text[start:cut].rstrip()
        marks = tuple((a - start, b - start) for a, b in line.marks if start <= a < cut)
        whole = cut == len(line.text)
        pieces.append(
            RawLine(
                line.page, text, line.start + start, x0, ends, line.y,
                line.first_size if start == 0 else line.size, line.size, line.bold,
                marks, line.broken and whole,
            )
        )  # fmt: skip
        start, x0 = cut, begins
    return pieces
