"""What of a page a reader can see: text in the paper's colour or under a box is not evidence.

The rule, in words: text is not seen if it is drawn without ink, if its colour is that of what
lies behind it (the last box filled before it, else white paper), if it is all but transparent, or
if an opaque box is drawn over it.  What stands on an image is taken as seen, and so is inkless
text on the image of a whole page: that is how the words of a scan are written.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Iterable
from itertools import repeat

import pypdfium2.raw as pdfium_c

from kg.documents.pageobjects import BLACK, Colour, Drawn, PageObjects
from kg.documents.pdfium import ADDRESS, NUMBER, Address, Box, Matrix, by_address, moved, places_in
from kg.documents.visiblepage import VisiblePage

#: Colours that differ by less (0 to 255, in every channel) cannot be told apart.
CLOSE = 12
#: Opacity (0 to 255) under which nothing is seen.
FAINT = 12
OPAQUE = 255
#: An image that takes this share of the page is a scan.
SCAN = 0.5

PAPER: Colour = (255, 255, 255, 255)


def hidden_texts(objects: PageObjects, sheet: VisiblePage) -> set[int]:
    """The addresses of the text objects in layers that are off, without ink, or like the ground."""
    hidden = set(objects.off)
    hidden.update(t.address for t in objects.inkless if not _scanned(t.box(), objects, sheet))
    hidden.update(text.address for text in objects.coloured if _like_ground(text, objects))
    if any(_near(drawn.colour, BLACK) for _, drawn in objects.fills):
        hidden.update(text.address for text in objects.black() if _like_ground(text, objects))
    return hidden


def drawing_order(objects: PageObjects) -> dict[int, float]:
    """The place of each object, by address, in the order of drawing."""
    return {address: order for address, order, _ in objects.order()}


def covers(objects: PageObjects) -> list[tuple[Box, float]]:
    """The opaque boxes that are filled after some text was drawn, with their order."""
    first = next(objects.black(), None) if objects.fills else None
    first_order = min(
        [text.order for text in objects.coloured[:1]] + ([first.order] if first else []),
        default=float("inf"),
    )
    found = []
    for box, drawn in objects.fills:
        if (
            drawn.order > first_order
            and drawn.colour[3] == OPAQUE
            and pdfium_c.FPDFPath_CountSegments(drawn.item) <= RECTANGLE
            and not pdfium_c.FPDFPageObj_HasTransparency(drawn.item)
        ):
            seen = _unclipped(box, drawn)
            if seen is not None:
                found.append((seen, drawn.order))
    return found


def seen_rules(rules: Iterable[tuple[Box, Drawn]], objects: PageObjects) -> list[Box]:
    """The ruled lines that stand out from what lies behind them."""
    return [
        box
        for box, drawn in rules
        if not _near(drawn.colour, PAPER) or not _near(_ground(box, drawn.order, objects), PAPER)
    ]


def _near(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) < CLOSE for a, b in zip(one[:3], other[:3], strict=True))


def _like_ground(text: Drawn, objects: PageObjects) -> bool:
    if text.colour[3] < FAINT:
        return True
    if not objects.fills and not _near(text.colour, PAPER):
        return False
    box = text.box()
    if any(_holds(image, box) for image in objects.images):
        return False
    return _near(text.colour, _ground(box, text.order, objects))


def _ground(box: Box, order: float, objects: PageObjects) -> Colour:
    """The colour of what lies behind a box when it is drawn."""
    colour = PAPER
    for filled, drawn in objects.fills:
        if drawn.order >= order:
            break
        if _holds(filled, box):
            colour = drawn.colour
    return colour


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _unclipped(box: Box, drawn: Drawn) -> Box | None:
    """What the window that it is drawn through leaves of a box, None if no one can tell."""
    through = window(drawn.address, drawn.matrix)
    if through is None:
        return box
    (left, bottom, right, top), exact = through
    if not exact:
        return None
    return max(box[0], left), max(box[1], bottom), min(box[2], right), min(box[3], top)


def _scanned(box: Box, objects: PageObjects, sheet: VisiblePage) -> bool:
    """Whether a box lies on an image of the whole page."""
    width, height = sheet.size
    return any(
        _holds(image, box)
        and (image[2] - image[0]) * (image[3] - image[1]) >= SCAN * width * height
        for image in objects.images
    )


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
