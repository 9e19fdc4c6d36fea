"""The parts of a line that a reader can see.

Whole lines are measured by their ends.  Only a line that shows a sign of something odd is looked
at letter by letter: on a page that hides some text, at the sheet's edge, cut off by a window or
under a box, set in print too small to read, or narrower than its words can be.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.documents.pageobjects import PageObjects
from kg.documents.pdfium import Box
from kg.documents.pdfletters import Letters
from kg.documents.rawlines import LINE_END_HYPHEN, RawLine
from kg.documents.visible import clip_counts, covers, drawing_order, hidden_texts, window

#: Print smaller than this (points) cannot be read.
TINY = 2.0
#: A line narrower than this (font sizes a character) may be printed twice over itself, or hold
#: something too small to see.
NARROW = 0.36
#: Lines shorter than this (characters) may be narrow: "ill".
SHORT = 8
#: Points by which a letter may stand out over an edge.
EDGE = 1.0


#: The edges of a line's first letter and of its last.
Ends = tuple[Box, Box]


class Sight:
    """What of the text of one page can be seen."""

    def __init__(self, letters: Letters, objects: PageObjects) -> None:
        """From the page's letters, and what is drawn on it."""
        sheet = letters.sheet
        self._letters = letters
        self._width, self._height = sheet.size
        self._hidden = hidden_texts(objects, sheet)
        self._in_forms = objects.in_forms
        self._covers = [(sheet.box(box), order) for box, order in covers(objects)]
        self._order = drawing_order(objects) if self._covers else {}
        self._windows: dict[int, Box | None] = {}

    def doubtful(self, lines: list[RawLine], ends: list[Ends]) -> list[bool]:
        """For each line whether it shows a sign that not all of it can be seen.

        ``ends`` are the edges of the lines' first and last letters.
        """
        if self._hidden:
            return [True] * len(lines)
        addresses = self._letters.objects([line.start for line in lines])
        cut = self._cut_off(lines, addresses, ends)
        width, height = self._width + EDGE, self._height + EDGE
        found = []
        for line, address, is_cut in zip(lines, addresses, cut, strict=True):
            x0, x1, y, size = line.x0 or 0.0, line.x1 or 0.0, line.y or 0.0, line.size
            length = len(line.text)
            found.append(
                line.shrunk
                or not (x0 > -EDGE and x1 < width and -EDGE < y < height)
                or (x1 - x0 < NARROW * size * length and length > SHORT)
                or is_cut
                or (bool(self._covers) and self._is_covered(address, (x0, y, x1, y + size / 2)))
            )
        return found

    def seen_parts(
        self, line: RawLine, measure: Callable[[list[RawLine]], object]
    ) -> list[RawLine]:
        """The parts of a line that can be seen, each measured anew.

        Unseen words inside a part are marked.  A line that is printed over itself gives a part
        for each time.
        """
        parts: list[RawLine] = []
        letters = range(line.start, line.start + len(line.text))
        boxes = self._letters.boxes(letters)
        seen = self._seen(letters, boxes)
        for start, end in _passes(line, boxes):
            spans = _unseen(seen[start:end])
            text = line.text[start:end]
            lead, tail = 0, len(text)
            if spans and spans[0][0] == 0:
                lead = spans.pop(0)[1]
            if spans and spans[-1][1] >= len(text.rstrip(LINE_END_HYPHEN)):
                tail = spans.pop()[0]
            lead += len(text[lead:tail]) - len(text[lead:tail].lstrip())
            kept = text[lead:tail].rstrip()
            if not kept.strip(LINE_END_HYPHEN):
                continue
            part = RawLine(line.page, kept, line.start + start + lead)
            part.broken = kept.endswith(LINE_END_HYPHEN)
            part.marks = tuple((a - lead, b - lead) for a, b in spans)
            parts.append(part)
        measure(parts)
        return parts

    def _seen(self, letters: range, boxes: list[Box]) -> list[bool]:
        """For each letter whether it can be seen."""
        sizes, addresses = self._letters.printed_sizes(letters), self._letters.objects(letters)
        found: list[bool] = []
        before = True
        for box, size, address in zip(boxes, sizes, addresses, strict=True):
            if address is not None:
                # what PDFium made up (a space, a line end) goes with the letter before
                x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
                before = (
                    address not in self._hidden
                    and 0.0 <= x <= self._width
                    and 0.0 <= y <= self._height
                    and size >= TINY
                    and self._in_window(address, box)
                    and not (self._covers and self._is_covered(address, (x, y, x, y)))
                )
            found.append(before)
        return found

    def _cut_off(
        self, lines: list[RawLine], addresses: list[int | None], ends: list[Ends]
    ) -> list[bool]:
        """For each line whether the windows of its first or last letters cut off one of its ends.

        ``addresses`` are those of the text objects that draw the lines' first letters.
        """
        cut = [False] * len(lines)
        lasts = [line.start + len(line.text) - 1 - line.broken for line in lines]
        others = self._letters.objects(lasts)
        for drawn, end in ((addresses, 0), (others, 1)):
            for index, pieces in enumerate(clip_counts(drawn)):
                if pieces > 0 and not cut[index]:
                    cut[index] = not self._in_window(drawn[index], ends[index][end])
        return cut

    def _is_covered(self, address: int | None, box: Box) -> bool:
        """Whether a box that is drawn after a text object touches a box of the sheet."""
        order = self._order.get(address or 0, 0.0)
        return any(later > order and _touch(box, cover) for cover, later in self._covers)

    def _in_window(self, address: int | None, box: Box) -> bool:
        if address is None:
            return True
        if address not in self._windows:
            found = window(address, self._in_forms.get(address))
            self._windows[address] = self._letters.sheet.box(found[0]) if found else None
        seen = self._windows[address]
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return seen is None or (
            seen[0] - EDGE <= x <= seen[2] + EDGE and seen[1] - EDGE <= y <= seen[3] + EDGE
        )


def _passes(line: RawLine, boxes: list[Box]) -> list[tuple[int, int]]:
    """Where in a line the printing goes back to its start, as spans of its text."""
    cuts = [0]
    before = float("-inf")
    for index, (letter, box) in enumerate(zip(line.text, boxes, strict=True)):
        if letter.isspace():
            continue
        if box[0] < before - 2 * max(line.size, TINY):
            cuts.append(index)
        before = box[0]
    return list(zip(cuts, [*cuts[1:], len(line.text)], strict=True))


def _unseen(seen: list[bool]) -> list[tuple[int, int]]:
    """The spans of what cannot be seen."""
    spans: list[tuple[int, int]] = []
    for index, visible in enumerate(seen):
        if not visible and spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        elif not visible:
            spans.append((index, index + 1))
    return spans


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
