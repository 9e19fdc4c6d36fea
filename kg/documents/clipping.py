"""What a PDF cuts off: each object may be drawn through a window, and shows only there."""

from __future__ import annotations

import ctypes
from collections import deque
from itertools import repeat

import pypdfium2.raw as pdfium_c

from kg.documents.pdfium import ADDRESS, NUMBER, Address, Box, Matrix, by_address, moved, places_in

#: A path of this many segments at most is a rectangle.
RECTANGLE = 5
#: A window of more pieces than this is an ornament, through which no text is read.
MOST = 200

_clip_path = by_address(pdfium_c.FPDFPageObj_GetClipPath, Address, ADDRESS)
_count_paths = by_address(pdfium_c.FPDFClipPath_CountPaths, NUMBER)
_count_segments = by_address(pdfium_c.FPDFClipPath_CountPathSegments, NUMBER)
_segment = by_address(pdfium_c.FPDFClipPath_GetPathSegment, Address)
_point = by_address(pdfium_c.FPDFPathSegment_GetPoint, NUMBER)

#: Where PDFium puts the points of a path: x and y in turn.
_numbers = (ctypes.c_float * (2 * MOST))()
_across, _up = places_in(_numbers)[0::2], places_in(_numbers)[1::2]


def clip_counts(addresses: list[int | None]) -> list[int]:
    """Of how many pieces the window is that each object is drawn through; 0 or less for none."""
    return list(map(_count_paths, map(_clip_path, addresses)))


def window(address: int, matrix: Matrix | None) -> tuple[Box, bool] | None:
    """The window through which an object is drawn, None if it is drawn whole.

    ``matrix`` is that of the form that the object stands in.  Returns the box around the window,
    and whether the window is that box.
    """
    clip = _clip_path(address)
    paths = _count_paths(clip)
    if paths <= 0:
        return None
    left = bottom = float("-inf")
    right = top = float("inf")
    exact = True
    for path in range(min(paths, MOST)):
        xs, ys = _corners(clip, path, matrix)
        exact = exact and len(xs) <= RECTANGLE
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return (left, bottom, right, top), exact


def _corners(clip: Address, path: int, matrix: Matrix | None) -> tuple[list[float], list[float]]:
    """How far across and up the corners of a piece of a window (given by its address) are."""
    count = min(_count_segments(clip, path), MOST)
    segments = map(_segment, repeat(clip), repeat(path), range(count))
    deque(map(_point, segments, _across, _up), maxlen=0)
    xs, ys = _numbers[0 : 2 * count : 2], _numbers[1 : 2 * count : 2]
    if matrix is None or not count:
        return xs, ys
    moved_xs, moved_ys = zip(
        *(moved(x, y, matrix) for x, y in zip(xs, ys, strict=True)), strict=True
    )
    return list(moved_xs), list(moved_ys)
