"""What a PDF cuts off: each object may be drawn through a window, and shows only there."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.pdfium import ADDRESS, NUMBER, Box, Matrix, by_address, moved

#: A path of this many segments at most is a rectangle.
RECTANGLE = 5
#: A window of more pieces than this is an ornament, through which no text is read.
MOST = 200

_clip_path = by_address(pdfium_c.FPDFPageObj_GetClipPath, ADDRESS, ADDRESS)
_count_paths = by_address(pdfium_c.FPDFClipPath_CountPaths, NUMBER, ADDRESS)


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
    handle = ctypes.cast(clip, pdfium_c.FPDF_CLIPPATH)
    left = bottom = float("-inf")
    right = top = float("inf")
    exact = True
    for path in range(min(paths, MOST)):
        points = _points(handle, path, matrix)
        exact = exact and len(points) <= RECTANGLE
        if points:
            left, right = (
                max(left, min(x for x, _ in points)),
                min(right, max(x for x, _ in points)),
            )
            bottom, top = (
                max(bottom, min(y for _, y in points)),
                min(top, max(y for _, y in points)),
            )
    return (left, bottom, right, top), exact


def _points(clip: Any, path: int, matrix: Matrix | None) -> list[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(min(pdfium_c.FPDFClipPath_CountPathSegments(clip, path), MOST)):
        segment = pdfium_c.FPDFClipPath_GetPathSegment(clip, path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value) if matrix is None else moved(x.value, y.value, matrix))
    return points
