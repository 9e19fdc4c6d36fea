"""What PDFium tells of single letters of a page, asked for many at once."""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.pdfium import ADDRESS, NUMBER, Address, Box, address_of, by_address, places_in
from kg.documents.visiblepage import VisiblePage

#: So many letters are asked about at once.
BATCH = 512
#: A font's weight from which on it is bold.
BOLD = 600
#: A font size below this (points) is not the printed one: the file scales the font.
SCALED = 4.0

_char_box = by_address(pdfium_c.FPDFText_GetCharBox, NUMBER)
_origin = by_address(pdfium_c.FPDFText_GetCharOrigin, NUMBER)
_size = by_address(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
_weight = by_address(pdfium_c.FPDFText_GetFontWeight, NUMBER)
_object = by_address(pdfium_c.FPDFText_GetTextObject, ADDRESS)

#: Where PDFium puts its answers.
_numbers = (ctypes.c_double * (4 * BATCH))()
_places = places_in(_numbers)
_lefts, _bottoms, _rights, _tops = (_places[corner::4] for corner in range(4))


class Letters:
    """The letters of one page, by their offset in its text; places are places on the sheet."""

    def __init__(self, handle: Any, sheet: VisiblePage) -> None:
        """From PDFium's text page, and the sheet that it stands on."""
        self._handle = handle
        self._address = address_of(handle)
        self.sheet = sheet

    def boxes(self, indexes: Sequence[int]) -> list[Box]:
        """Their edges."""
        found: list[Box] = []
        for some in _batches(indexes):
            _ask(_char_box, self._address, some, _lefts, _rights, _bottoms, _tops)
            numbers = _numbers[: 4 * len(some)]
            found += zip(numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
        return found if self.sheet.plain else [self.sheet.box(box) for box in found]

    def baselines(self, indexes: Sequence[int]) -> list[float]:
        """How high above the sheet's foot they stand."""
        found: list[tuple[float, float]] = []
        for some in _batches(indexes):
            _ask(_origin, self._address, some, _lefts, _bottoms)
            numbers = _numbers[: 4 * len(some)]
            found += zip(numbers[0::4], numbers[1::4], strict=True)
        return [y if self.sheet.plain else self.sheet.point(x, y)[1] for x, y in found]

    def sizes(self, indexes: Sequence[int]) -> list[float]:
        """Their font sizes in points, as printed."""
        sizes = list(map(_size, repeat(self._address), indexes))
        if sizes and min(sizes) < SCALED:
            sizes = [
                size if size >= SCALED else self._scaled(index, size)
                for index, size in zip(indexes, sizes, strict=True)
            ]
        return sizes

    def printed_sizes(self, indexes: Sequence[int]) -> list[float]:
        """As `sizes`, also where a file scales a font of usual size down: dear, for few letters."""
        sizes = map(_size, repeat(self._address), indexes)
        return [self._scaled(index, size) for index, size in zip(indexes, sizes, strict=True)]

    def _scaled(self, index: int, size: float) -> float:
        matrix = pdfium_c.FS_MATRIX()
        pdfium_c.FPDFText_GetMatrix(self._handle, index, matrix)
        return size * (math.hypot(matrix.c, matrix.d) or 1.0)

    def bold(self, indexes: Sequence[int]) -> list[bool]:
        """Whether they are bold."""
        weights = map(_weight, repeat(self._address), indexes)
        return [
            weight >= BOLD if weight > 0 else self._is_named_bold(index)
            for index, weight in zip(indexes, weights, strict=True)
        ]

    def _is_named_bold(self, index: int) -> bool:
        """Whether a font that does not say its weight says it in its name."""
        name = ctypes.create_string_buffer(80)
        pdfium_c.FPDFText_GetFontInfo(self._handle, index, name, 80, ctypes.c_int())
        return b"bold" in name.value.lower()

    def objects(self, indexes: Sequence[int]) -> list[int | None]:
        """The addresses of the text objects that draw them, None for what PDFium made up."""
        return list(map(_object, repeat(self._address), indexes))


def _batches(indexes: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(indexes), BATCH):
        yield indexes[start : start + BATCH]


def _ask(function: Any, address: Address, indexes: Sequence[int], *places: list[Any]) -> None:
    """Call a function for each index; it puts its answers in the given places."""
    deque(map(function, repeat(address), indexes, *places), maxlen=0)
