"""What a PDF page draws, object by object: the ruled lines and filled boxes beside its text.

Objects inside a form (a group that is drawn as one) are looked at too, in the page's own
coordinates.  One walk a page costs a tenth of what PDFium takes for its text.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium_c

#: Points; a path that is no wider than this is a ruled line, and one that is at least LONG.
THIN = 3.0
LONG = 5.0
#: Forms inside forms are followed this deep; a file that goes deeper means no good.
DEEPEST = 5
#: A page of a report has some hundreds of objects.  Beyond this many nobody ruled a table.
MOST_OBJECTS = 20_000
#: Ends of a segment that differ by less (points) make it level or upright.
STRAIGHT = 0.5
#: A path of this many segments is one line or one rectangle, which its bounds tell.
SIMPLE = 5

#: Left, bottom, right, top in points.
Box = tuple[float, float, float, float]
#: As in PDF: a, b, c, d, e, f.
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class PageObjects:
    """The ruled lines of one page: level and upright ones."""

    level: list[Box] = field(default_factory=list)
    upright: list[Box] = field(default_factory=list)


def look_at(page: Any) -> PageObjects:
    """What the page (a PDFium handle) draws."""
    found = PageObjects()
    count = pdfium_c.FPDFPage_CountObjects(page)
    if count <= MOST_OBJECTS:
        _walk(page, count, pdfium_c.FPDFPage_GetObject, None, found, 0)
    return found


def _walk(
    holder: Any, count: int, get: Any, matrix: Matrix | None, found: PageObjects, depth: int
) -> None:
    kind_of, text = pdfium_c.FPDFPageObj_GetType, pdfium_c.FPDF_PAGEOBJ_TEXT
    for index in range(count):
        item = get(holder, index)
        kind = kind_of(item)
        if kind == text:
            continue
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            _note_path(item, matrix, found)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = pdfium_c.FPDFFormObj_CountObjects(item)
            if 0 < inner <= MOST_OBJECTS:
                within = _within(_matrix(item), matrix)
                _walk(item, inner, pdfium_c.FPDFFormObj_GetObject, within, found, depth + 1)


def _note_path(item: Any, matrix: Matrix | None, found: PageObjects) -> None:
    left, bottom, right, top = box = _bounds(item, matrix)
    width, height = right - left, top - bottom
    if height <= THIN:
        if width >= LONG:
            found.level.append(box)
    elif width <= THIN:
        if height >= LONG:
            found.upright.append(box)
    elif _is_stroked(item):
        segments = pdfium_c.FPDFPath_CountSegments(item)
        for line in _straight_lines(item, min(segments, MOST_OBJECTS), matrix):
            level = line[2] - line[0] >= line[3] - line[1]
            if max(line[2] - line[0], line[3] - line[1]) >= LONG:
                (found.level if level else found.upright).append(line)


def _is_stroked(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _straight_lines(item: Any, segments: int, matrix: Matrix | None) -> list[Box]:
    """The level and upright lines of a path that is stroked: a rectangle's sides, a grid."""
    own = _within(_matrix(item), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    lines: list[Box] = []
    start = last = (0.0, 0.0)
    for index in range(segments):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _moved(x.value, y.value, own)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            lines += _if_straight(last, point)
        last = point
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            lines += _if_straight(last, start)
            last = start
    return lines


def _if_straight(one: tuple[float, float], other: tuple[float, float]) -> list[Box]:
    if min(abs(one[0] - other[0]), abs(one[1] - other[1])) > STRAIGHT:
        return []
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return [(x0, y0, x1, y1)]


def _bounds(item: Any, matrix: Matrix | None) -> Box:
    """An object's box on the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    if matrix is None:
        return left.value, bottom.value, right.value, top.value
    corners = [
        _moved(x, y, matrix) for x in (left.value, right.value) for y in (bottom.value, top.value)
    ]
    return (
        min(x for x, _ in corners), min(y for _, y in corners),
        max(x for x, _ in corners), max(y for _, y in corners),
    )  # fmt: skip


def _matrix(item: Any) -> Matrix:
    given = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, given):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return given.a, given.b, given.c, given.d, given.e, given.f


def _within(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix of an object inside a form that has a matrix itself."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    ao, bo, co, do, eo, fo = outer
    return (
        a * ao + b * co, a * bo + b * do, c * ao + d * co, c * bo + d * do,
        e * ao + f * co + eo, e * bo + f * do + fo,
    )  # fmt: skip


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
