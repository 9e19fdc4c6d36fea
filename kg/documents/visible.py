"""What of a page a reader can see: text in the paper's colour or under a box is not evidence.

The rule, in words: text is not seen if it is drawn without ink, if its colour is that of what
lies behind it (the last box filled before it, else white paper), if it is all but transparent, or
if an opaque box is drawn over it.  What stands on an image is taken as seen, and so is inkless
text on the image of a whole page: that is how the words of a scan are written.
"""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2.raw as pdfium_c

from kg.documents.clipping import RECTANGLE, window
from kg.documents.pageobjects import BLACK, Colour, Drawn, PageObjects
from kg.documents.pdfium import Box
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
