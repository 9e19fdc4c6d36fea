"""The sheet that a page's text stands on, turned so that the text reads from left to right.

PDF's own coordinates know neither the crop box, nor that a page is turned, nor that its text is
set sideways.  Here every place is moved so that the sheet's lower left corner, as one sees it
when reading, is the origin.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from kg.documents.pdfium import Box

#: So many characters of a page, evenly spread, tell which way its text runs.
PROBES = 5


@dataclass(frozen=True, slots=True)
class VisiblePage:
    """The visible part of a page, and the way its text runs."""

    #: the visible part's edges in PDF's coordinates
    left: float
    bottom: float
    right: float
    top: float
    #: degrees, counted against the clock, by which the text is turned: 0, 90, 180 or 270
    turn: int

    @property
    def plain(self) -> bool:
        """Whether PDF's own coordinates serve as they are."""
        return self.turn == 0 and self.left == 0 and self.bottom == 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as one reads it."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn in (90, 270) else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF's coordinates on the sheet."""
        if self.turn == 90:
            return y - self.bottom, self.right - x
        if self.turn == 180:
            return self.right - x, self.top - y
        if self.turn == 270:
            return self.top - y, x - self.left
        return x - self.left, y - self.bottom

    def box(self, box: Box) -> Box:
        """A box of PDF's coordinates on the sheet."""
        if self.plain:
            return box
        one, other = self.point(box[0], box[1]), self.point(box[2], box[3])
        return (
            min(one[0], other[0]), min(one[1], other[1]),
            max(one[0], other[0]), max(one[1], other[1]),
        )  # fmt: skip


def sheet_of(page: Any, handle: Any, count: int) -> VisiblePage:
    """The sheet of a page: its PDFium handle, that of its text, and the text's length."""
    edges = pdfium_c.FS_RECTF()
    pdfium_c.FPDF_GetPageBoundingBox(page, edges)
    angle = pdfium_c.FPDFText_GetCharAngle
    # a letter's own angle; PDFium counts with the clock, and gives -1 for what is no letter
    turns = [
        -round(degrees / 90) % 4 * 90
        for probe in range(PROBES)
        if (degrees := math.degrees(angle(handle, (2 * probe + 1) * count // (2 * PROBES)))) > -1
    ]
    turn = max(set(turns), key=lambda each: (turns.count(each), -each)) if any(turns) else 0
    return VisiblePage(edges.left, edges.bottom, edges.right, edges.top, turn)
