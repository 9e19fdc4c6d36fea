"""What a PDF page draws, object by object: ruled lines, filled boxes, images, text by colour.

Objects inside a form (a group that is drawn as one) are looked at too, in the page's own
coordinates.  One walk a page costs a seventh of what PDFium takes for its text.
"""

from __future__ import annotations

import ctypes
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, repeat
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.pdfium import (
    ADDRESS,
    NUMBER,
    Address,
    Box,
    Matrix,
    address_of,
    by_address,
    moved,
    places_in,
    within,
)  # fmt: skip

#: Points; a path that is no wider than this is a ruled line, and one that is at least LONG.
THIN = 3.0
LONG = 5.0
#: Forms inside forms are followed this deep; a file that goes deeper means no good.
DEEPEST = 5
#: A page of a report has some hundreds of objects.  Those beyond this many are not looked at.
MOST_OBJECTS = 20_000
#: Ends of a segment that differ by less (points) make it level or upright.
STRAIGHT = 0.5

#: Red, green, blue and opacity, 0 to 255.
Colour = tuple[int, int, int, int]

BLACK: Colour = (0, 0, 0, 255)
#: That of an object to which the file gives none.
NO_COLOUR: Colour = (0, 0, 0, 0)
#: Ways to draw text: without ink, and by its outline only.
INKLESS = {pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP}
OUTLINED = {pdfium_c.FPDF_TEXTRENDERMODE_STROKE, pdfium_c.FPDF_TEXTRENDERMODE_STROKE_CLIP}


_page_object = by_address(pdfium_c.FPDFPage_GetObject, Address)
_form_object = by_address(pdfium_c.FPDFFormObj_GetObject, Address, ADDRESS, ctypes.c_ulong)
_text_mode = by_address(pdfium_c.FPDFTextObj_GetTextRenderMode, NUMBER)
_fill_colour = by_address(pdfium_c.FPDFPageObj_GetFillColor, NUMBER)
_stroke_colour = by_address(pdfium_c.FPDFPageObj_GetStrokeColor, NUMBER)
_bounds = by_address(pdfium_c.FPDFPageObj_GetBounds, NUMBER)
_kind = by_address(pdfium_c.FPDFPageObj_GetType, NUMBER)
_draw_mode = by_address(pdfium_c.FPDFPath_GetDrawMode, NUMBER)

#: Where PDFium puts one object's edges, whether a path is filled and stroked, and a colour.
_edges, _drawing = (ctypes.c_float * 4)(), (ctypes.c_int * 2)()
_edge_places, _drawing_places = places_in(_edges), places_in(_drawing)
_own = (ctypes.c_uint * 4)()
_own_places = places_in(_own)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One object: its place in the order of drawing, its address, its colour."""

    order: float
    address: int
    colour: Colour
    #: the matrix of the form that it stands in, None outside forms
    matrix: Matrix | None

    @property
    def item(self) -> Any:
        """PDFium's handle."""
        return ctypes.cast(self.address, pdfium_c.FPDF_PAGEOBJECT)

    def box(self) -> Box:
        """Its edges on the page."""
        _bounds(Address(self.address), *_edge_places)
        left, bottom, right, top = _edges
        if self.matrix is None:
            return left, bottom, right, top
        corners = [moved(x, y, self.matrix) for x in (left, right) for y in (bottom, top)]
        return (
            min(x for x, _ in corners), min(y for _, y in corners),
            max(x for x, _ in corners), max(y for _, y in corners),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Holder:
    """A page, or a form on it, with its objects."""

    address: Address
    count: int
    #: the function that gives an object of it
    get: Any
    matrix: Matrix | None
    #: where its objects stand in the order of drawing: the first just behind ``order``, then one
    #: every ``step``
    order: float
    step: float

    def order_of(self, index: int) -> float:
        """The place of an object in the order of drawing."""
        return self.order + self.step * (index + 1)


@dataclass(slots=True)
class PageObjects:
    """What is drawn on one page."""

    #: ruled lines, level and upright
    level: list[tuple[Box, Drawn]] = field(default_factory=list)
    upright: list[tuple[Box, Drawn]] = field(default_factory=list)
    #: filled boxes that are no lines
    fills: list[tuple[Box, Drawn]] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    #: text that is not black, and text without ink
    coloured: list[Drawn] = field(default_factory=list)
    inkless: list[Drawn] = field(default_factory=list)
    #: the matrix of the form that a text object stands in, by address, for those in forms
    in_forms: dict[int, Matrix] = field(default_factory=dict)
    #: all objects by address, page by page and form by form, as they are drawn
    drawn: list[tuple[_Holder, int, list[Address]]] = field(default_factory=list)
    #: the addresses of those that are not black text
    others: set[int] = field(default_factory=set)
    #: the addresses of those in layers that are switched off
    off: set[int] = field(default_factory=set)
    #: how many objects were looked at
    count: int = 0

    def order(self) -> Iterator[tuple[int, float, Matrix | None]]:
        """Every object's address, its place in the order of drawing, the matrix of its form."""
        for holder, start, items in self.drawn:
            for index, item in enumerate(items, start):
                yield item.value or 0, holder.order_of(index), holder.matrix

    def black(self) -> Iterator[Drawn]:
        """The text that is black."""
        for address, order, matrix in self.order():
            if address not in self.others:
                yield Drawn(order, address, BLACK, matrix)


def look_at(page: Any) -> PageObjects:
    """What the page (a PDFium handle) draws."""
    found = PageObjects()
    count = pdfium_c.FPDFPage_CountObjects(page)
    holder = _Holder(address_of(page), count, _page_object, None, 0.0, 1.0)
    _walk(holder, found, 0)
    return found


#: So many objects are asked for their colours at once; where PDFium puts each colour's channels.
_BATCH = 512
_channels = (ctypes.c_uint * (4 * _BATCH))()
_bytes = memoryview(_channels).cast("B")
_where = [places_in(_channels)[channel::4] for channel in range(4)]
_all_black = b"".join(part.to_bytes(4, sys.byteorder) for part in BLACK) * _BATCH


def _walk(holder: _Holder, found: PageObjects, depth: int) -> None:
    # run for every word of every page, so without a loop in Python's own words where one can
    end = min(holder.count, MOST_OBJECTS - found.count)
    found.count += end
    for start in range(0, end, _BATCH):
        indexes: Sequence[int] = range(start, min(end, start + _BATCH))
        items = list(map(holder.get, repeat(holder.address), indexes))
        found.drawn.append((holder, start, items))
        modes = list(map(_text_mode, items))
        filled = items
        if any(modes):
            for index in compress(indexes, modes):
                address = items[index - start].value or 0
                drawn = Drawn(holder.order_of(index), address, BLACK, holder.matrix)
                found.others.add(drawn.address)
                _note(drawn, modes[index - start], holder, found, depth)
            indexes = [index for index in indexes if not modes[index - start]]
            filled = [items[index - start] for index in indexes]
        deque(map(_fill_colour, filled, *_where), maxlen=0)
        if holder.matrix is not None:
            found.in_forms.update({item.value or 0: holder.matrix for item in items})
        if not _all_black.startswith(_bytes[: 16 * len(filled)].tobytes()):
            for place, (index, item) in enumerate(zip(indexes, filled, strict=True)):
                colour = _colour(_channels[4 * place : 4 * place + 4])
                if colour != BLACK:
                    address = item.value or 0
                    found.others.add(address)
                    order = holder.order_of(index)
                    found.coloured.append(Drawn(order, address, colour, holder.matrix))


def _colour(channels: Any) -> Colour:
    red, green, blue, opacity = channels
    return red, green, blue, opacity


def _note(drawn: Drawn, mode: int, holder: _Holder, found: PageObjects, depth: int) -> None:
    """Note an object that is no text (``mode`` is below 0), or text drawn in an unusual way."""
    if mode > 0:
        drawn = _in_colour(drawn, outline=mode in OUTLINED)
        (found.inkless if mode in INKLESS else found.coloured).append(drawn)
        return
    kind = _kind(Address(drawn.address))
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        _note_path(drawn, found)
    elif kind in (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING):
        found.images.append(drawn.box())
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        inner = pdfium_c.FPDFFormObj_CountObjects(drawn.item)
        matrix = within(_matrix(drawn.item), drawn.matrix)
        step = holder.step / (inner + 1)
        form = Address(drawn.address)
        _walk(_Holder(form, inner, _form_object, matrix, drawn.order, step), found, depth + 1)


def _in_colour(drawn: Drawn, *, outline: bool) -> Drawn:
    """The object with its own colour."""
    _own[:] = list(NO_COLOUR)
    (_stroke_colour if outline else _fill_colour)(Address(drawn.address), *_own_places)
    return Drawn(drawn.order, drawn.address, _colour(_own), drawn.matrix)


def _note_path(drawn: Drawn, found: PageObjects) -> None:
    box = drawn.box()
    width, height = box[2] - box[0], box[3] - box[1]
    if width < LONG and height < LONG:
        return  # the corner of a table
    _draw_mode(Address(drawn.address), *_drawing_places)
    fill, stroke = _drawing
    drawn = _in_colour(drawn, outline=not fill)
    if height <= THIN:
        found.level.append((box, drawn))
    elif width <= THIN:
        found.upright.append((box, drawn))
    else:
        if fill:
            found.fills.append((box, drawn))
        if stroke:
            for line in _straight_lines(drawn):
                width, height = line[2] - line[0], line[3] - line[1]
                if max(width, height) >= LONG:
                    (found.level if width > height else found.upright).append((line, drawn))


def _straight_lines(drawn: Drawn) -> list[Box]:
    """The level and upright lines of a path that is stroked: a rectangle's sides, a grid."""
    item = drawn.item
    own = within(_matrix(item), drawn.matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    lines: list[Box] = []
    start = last = (0.0, 0.0)
    for index in range(min(pdfium_c.FPDFPath_CountSegments(item), MOST_OBJECTS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = moved(x.value, y.value, own)
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


def _matrix(item: Any) -> Matrix:
    given = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(item, given):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return given.a, given.b, given.c, given.d, given.e, given.f
