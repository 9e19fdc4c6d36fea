"""The layers of a PDF: what stands in one that is switched off is not seen.

PDFium reads the text of all layers, and says only by drawing which of them are on.  So each layer
of a page is drawn alone, on a ground of a colour that no report has: what leaves no ink is off.
Few files have layers, which their bytes tell; others pay for no more than a look at those.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.pageobjects import INKLESS, PageObjects, look_at

#: A file with layers names them under this key, which may stand in a compressed stream of objects.
KEY = b"/OCProperties"
OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.S)
#: Bytes that such a stream may unpack to before it is given up.
MOST_BYTES = 8_000_000
#: More layers than this are not drawn on one page; those beyond are taken as seen.
MOST_LAYERS = 60
#: The colour of the ground, and the longest side of a drawing in pixels.
GROUND = 0xFF7E8183
SIDE = 1200
#: What marks a piece of a page as standing in a layer.
MARK = "OC"


def has_layers(data: bytes) -> bool:
    """Whether a PDF file has layers."""
    return KEY in data or any(KEY in unpacked for unpacked in _object_streams(data))


def look_at_layers(page: Any) -> PageObjects:
    """What a page draws; of layers that are off no line or box, and their text is noted."""
    objects = look_at(page)
    hidden = in_hidden_layers(page, objects)
    objects.off |= hidden
    for drawn in (objects.level, objects.upright, objects.fills):
        drawn[:] = [each for each in drawn if each[1].address not in hidden]
    return objects


def in_hidden_layers(page: Any, objects: PageObjects) -> set[int]:
    """The addresses of the objects that stand in layers, or forms, of which nothing is drawn."""
    every = [item.value or 0 for _, _, items in objects.drawn for item in items]
    inside: dict[int, list[int]] = {}
    holder_of: dict[int, int] = {}
    for holder, _, items in objects.drawn:
        address, contents = holder.address.value or 0, [item.value or 0 for item in items]
        inside.setdefault(address, []).extend(contents)
        holder_of.update(dict.fromkeys(contents, address))
    hidden: set[int] = set()
    _switch(every, on=False)
    for layer in _layers(every, inside)[:MOST_LAYERS]:
        own = set(_with_contents(layer, inside))
        if own <= hidden or all(_is_inkless(address) for address in own):
            continue
        drawn = own | set(_holders(layer, holder_of))
        _switch(drawn, on=True)
        if not _leaves_ink(page):
            hidden |= own
        _switch(drawn, on=False)
    _switch(every, on=True)
    return hidden


def _object_streams(data: bytes) -> Iterator[bytes]:
    for found in OBJECTS.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[found.end() :], MOST_BYTES)
        except zlib.error:
            continue  # not packed, or in another way: its bytes were looked at


def _layers(every: Iterable[int], inside: dict[int, list[int]]) -> list[list[int]]:
    """The objects of each layer by its name, of each piece without one, and each form."""
    named: dict[tuple[str, int], list[int]] = {}
    run, before = 0, None
    for address in every:
        name = _layer_name(address)
        if name != before or (name is None and address in inside):
            run, before = run + 1, name
        if name is not None:
            named.setdefault((name, 0 if name else run), []).append(address)
        elif address in inside:
            named[("", run)] = [address]
    return list(named.values())


def _layer_name(address: int) -> str | None:
    """The names of the layers in which an object stands, the outer one first.

    None for no layer, "" where one of them has no name of its own.
    """
    item = ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT)
    marks = (
        pdfium_c.FPDFPageObj_GetMark(item, index)
        for index in range(max(pdfium_c.FPDFPageObj_CountMarks(item), 0))
    )
    names = [
        _text(pdfium_c.FPDFPageObjMark_GetParamStringValue, mark, b"Name")
        for mark in marks
        if _text(pdfium_c.FPDFPageObjMark_GetName, mark) == MARK
    ]
    return ("\n".join(names) if all(names) else "") if names else None


def _text(function: Any, *given: Any) -> str:
    """What a function of PDFium writes into a buffer."""
    size = ctypes.c_ulong()
    if not function(*given, None, 0, size) or not size.value:
        return ""
    buffer = ctypes.create_string_buffer(size.value)
    function(*given, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), size.value, size)
    return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0")


def _with_contents(layer: Iterable[int], inside: dict[int, list[int]]) -> Iterator[int]:
    """Some objects, and all that stands in those of them that are forms."""
    for address in layer:
        yield address
        yield from _with_contents(inside.get(address, ()), inside)


def _holders(layer: Iterable[int], holder_of: dict[int, int]) -> Iterator[int]:
    """The forms in which some objects stand; the page itself is no object."""
    for address in layer:
        holder = holder_of[address]
        while holder in holder_of:
            yield holder
            holder = holder_of[holder]


def _is_inkless(address: int) -> bool:
    """Whether an object is text without ink: such words stand over the image of a scan."""
    item = ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT)
    return pdfium_c.FPDFTextObj_GetTextRenderMode(item) in INKLESS


def _switch(addresses: Iterable[int], *, on: bool) -> None:
    for address in addresses:
        pdfium_c.FPDFPageObj_SetIsActive(ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT), on)


def _leaves_ink(page: Any) -> bool:
    """Whether anything is drawn of what is switched on."""
    width, height = pdfium_c.FPDF_GetPageWidthF(page), pdfium_c.FPDF_GetPageHeightF(page)
    scale = min(1.0, SIDE / max(width, height, 1.0))
    across, down = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = pdfium_c.FPDFBitmap_Create(across, down, 0)
    try:
        pdfium_c.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, GROUND)
        empty = _bytes(bitmap, down)
        pdfium_c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, 0)
        return _bytes(bitmap, down) != empty
    finally:
        pdfium_c.FPDFBitmap_Destroy(bitmap)


def _bytes(bitmap: Any, rows: int) -> bytes:
    size = pdfium_c.FPDFBitmap_GetStride(bitmap) * rows
    return ctypes.string_at(pdfium_c.FPDFBitmap_GetBuffer(bitmap), size)
