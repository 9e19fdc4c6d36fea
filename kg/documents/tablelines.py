"""The lines of a PDF page that hold several table cells, cut into one line a cell.

PDFium gives the cells of a row that stand close together as one line.  Only on pages that show
signs of a table, ruled or not, are the gaps inside lines looked at.
"""

from __future__ import annotations

import re
from statistics import median

from kg.documents.cells import Tables
from kg.documents.pdfletters import Letters
from kg.documents.rawlines import RawLine

#: A gap inside a line is the gap between two table cells from this many font sizes on ...
CELL_GAP = 0.9
#: ... and this many usual gaps of its own line.
JUSTIFIED = 2.0
#: A line is a sign of a table if it starts this far (points) right of the leftmost one ...
FAR_RIGHT = 120.0
#: ... or if a line is this much wider (font sizes a character) than running text.
WIDE = 0.57
#: Points above and below a sign in which lines are looked into.
REACH = 60.0
#: Column edges agree within this many points.
EDGE = 2.0
#: A row with so many upright ruled lines has its columns ruled.
RULED = 3
SPACES = re.compile(r"(?<=\S)\s+(?=\S)")
#: What stands before the text of an item: a bullet glyph, "12.", "2.1", "(a)".
MARKER = re.compile(r"\W|\(?(\d+(\.\d+)*|[a-z])[.)]?")


def split_cells(letters: Letters, lines: list[RawLine], tables: Tables) -> list[RawLine]:
    """The lines, with the cells of table rows as lines of their own.

    ``letters`` and ``tables`` are the page's letters and ruled lines.
    """
    cells = _split_by_gaps(letters, lines, tables)
    if not tables:
        return cells
    cells = [cell for line in cells for cell in _split_by_walls(letters, line, tables)]
    for cell in cells:
        cell.cell = tables.cell_at(((cell.x0 or 0.0) + (cell.x1 or 0.0)) / 2, _middle(cell))
    return cells


def _middle(line: RawLine) -> float:
    """The height of the middle of a line's small letters."""
    return (line.y or 0.0) + line.size / 4


def _split_by_walls(letters: Letters, line: RawLine, tables: Tables) -> list[RawLine]:
    """A line cut where a ruled line passes between its words."""
    x0, x1 = line.x0 or 0.0, line.x1 or 0.0
    walls = [x for x in tables.walls(_middle(line)) if x0 + EDGE < x < x1 - EDGE]
    if not walls:
        return [line]
    gaps = _spaces(letters, line)
    return _cut(line, [gap for gap in gaps if any(gap[1] - 1 <= x <= gap[2] + 1 for x in walls)])


def _split_by_gaps(letters: Letters, lines: list[RawLine], tables: Tables) -> list[RawLine]:
    signs = _signs_of_tables(lines)
    if not signs:
        return lines
    # looking inside a line is dear: only those near a sign are looked into
    spaces = [
        _spaces(letters, line) if any(abs(y - (line.y or 0.0)) < REACH for y in signs) else []
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
        cuts = [
            gap
            for gap in gaps
            if gap in cut
            or (
                any(abs(gap[2] - x) < EDGE for x in near)
                and not _in_one_cell(gap, _middle(line), tables)
            )
        ]
        cells += _cut(line, cuts)
    return cells


def _same_table(line: RawLine, other: RawLine) -> bool:
    """Whether two lines may be rows of one table: near each other, and set in the same size."""
    near = abs((other.y or 0.0) - (line.y or 0.0)) < 2 * line.size
    return near and abs(line.size - other.size) < 0.5


def _in_one_cell(gap: tuple[int, float, float], y: float, tables: Tables) -> bool:
    """Whether both sides of a gap are in one cell of a table whose columns are ruled."""
    walls = tables.walls(y)
    return (
        len(walls) >= RULED
        and walls[0] < gap[1]
        and gap[2] < walls[-1]
        and not any(gap[1] - 1 <= x <= gap[2] + 1 for x in walls)
    )


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


def _spaces(letters: Letters, line: RawLine) -> list[tuple[int, float, float]]:
    """The spaces inside a line: offset just after, right edge before, left edge after.

    The space behind a bullet or a number is left out: it parts no cells.
    """
    matches = [
        match
        for match in SPACES.finditer(line.text)
        if not MARKER.fullmatch(line.text[: match.start()])
    ]
    before = letters.boxes([line.start + match.start() - 1 for match in matches])
    after = letters.boxes([line.start + match.end() for match in matches])
    return [
        (match.end(), left[2], right[0])
        for match, left, right in zip(matches, before, after, strict=True)
    ]


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
                line.page,
                text,
                line.start + start,
                x0,
                ends,
                line.y,
                first_size=line.first_size if start == 0 else line.size,
                size=line.size,
                bold=line.bold,
                marks=marks,
                broken=line.broken and whole,
            )
        )
        start, x0 = cut, begins
    return pieces
