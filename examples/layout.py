"""Sheets of paper as inspection reports print them: covers, tables, numbers, bullets, footers.

Only the fonts that every PDF reader has are used, so that nothing is embedded and the files are
small.  Bullets are ZapfDingbats squares, as Word writes them with its own symbol font.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, FOOT = 72.0, 523.0, 760.0, 90.0
TEXT, BOLD, SYMBOL = "Helvetica", "Helvetica-Bold", "ZapfDingbats"
#: From baseline to baseline of a paragraph, and what is added between paragraphs.
STEP, GAP = 14.5, 12.0

Footer = Callable[[Canvas, int], None]


class Sheets:
    """A document under way: everything is drawn line by line, as a word processor leaves it."""

    def __init__(self, path: Path, footer: Footer) -> None:
        # invariant: no dates and no random identifiers, so that the bytes are the same twice
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
        self.footer = footer
        self.page = 1
        self.y = TOP
        #: what is drawn when the page is full, after all the text around it
        self.last: list[Callable[[], None]] = []
        self.footer(self.canvas, 1)

    def save(self) -> None:
        """Finish the file."""
        self._end_page()
        self.canvas.save()

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._end_page()
        self.page += 1
        self.y = TOP
        self.footer(self.canvas, self.page)

    def lines(
        self, lines: Sequence[str], x: float = LEFT, font: str = TEXT, size: float = 12.0,
        step: float = STEP, gap: float = GAP,
    ) -> None:  # fmt: skip
        """Lines one below the other, over the page's end if need be."""
        for line in lines:
            if self.y < FOOT:
                self.new_page()
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, line)
            self.y -= step
        self.y -= gap

    def title(self, *lines: str, size: float = 26.0) -> None:
        """The title on a cover."""
        self.lines(lines, size=size, step=size * 1.2, gap=18)

    def heading(self, text: str, size: float = 14.0) -> None:
        """A heading, which stays with the text below it."""
        if self.y < FOOT + 60:
            self.new_page()
        self.lines(_split(text, BOLD, size, RIGHT - LEFT), font=BOLD, size=size, step=17.0)

    def paragraph(self, text: str, x: float = LEFT, right: float = RIGHT, gap: float = GAP) -> None:
        """A paragraph; a line break in ``text`` is kept, as after a printed hyphen."""
        self.lines(_split(text, TEXT, 12.0, right - x), x, gap=gap)

    def numbered(self, first: int, *texts: str) -> None:
        """Numbered paragraphs with a hanging indent."""
        for number, text in enumerate(texts, first):
            self._marked(f"{number}.", TEXT, text, LEFT, LEFT + 29)

    def bullets(self, *texts: str, x: float = LEFT, gap: float = 6.0, right: float = RIGHT) -> None:
        """Bullets of the first level."""
        for text in texts:
            self._marked("n", SYMBOL, text, x, x + 17, gap, right)

    def dashes(self, *texts: str, x: float = LEFT + 22, right: float = RIGHT) -> None:
        """Bullets of the second level."""
        for text in texts:
            self._marked("\u2013", TEXT, text, x, x + 14, 4.0, right)

    def rows(self, *rows: tuple[str, str], left: float = 77.0, right: float = 303.0) -> None:
        """A table of two columns; each cell is wrapped in its own width."""
        for first, second in rows:
            cells = [
                (left, _split(first, TEXT, 12.0, right - left - 22)),
                (right, _split(second, TEXT, 12.0, RIGHT - right)),
            ]
            height = max(len(lines) for _, lines in cells) * STEP
            if self.y - height < FOOT:
                self.new_page()
            top = self.y
            for x, lines in cells:
                self.y = top
                self.lines(lines, x, gap=0)
            self.y = top - height - GAP

    def note(self, mark: str, text: str) -> None:
        """A footnote at the foot of the page, its mark raised and small."""
        self.canvas.setFont(TEXT, 6.5)
        self.canvas.drawString(LEFT, FOOT - 12, mark)
        x = LEFT + 6
        for index, line in enumerate(_split(text, TEXT, 10.0, RIGHT - x)):
            self.canvas.setFont(TEXT, 10.0)
            self.canvas.drawString(x if index == 0 else LEFT, FOOT - 16 - 12 * index, line)

    def heading_with_note(self, text: str, mark: str, note: str) -> None:
        """A heading with a footnote's mark at its end, and the note at the page's foot."""
        self.raised(text, LEFT, mark)
        self.note(mark, note)

    def box(self, heading: str, text: str) -> None:
        """A framed piece of prose, drawn when everything else is on the page."""
        lines = _split(text, TEXT, 12.0, RIGHT - LEFT - 50)
        height = (len(lines) + 2) * STEP + 8
        if self.y - height < FOOT:
            self.new_page()
        top = self.y + STEP
        self.y -= height + GAP

        def draw() -> None:
            self.canvas.rect(LEFT, top - height, RIGHT - LEFT, height)
            self.canvas.setFont(BOLD, 12.0)
            self.canvas.drawString(LEFT + 25, top - STEP - 4, heading)
            self.canvas.setFont(TEXT, 12.0)
            for index, line in enumerate(lines, 2):
                self.canvas.drawString(LEFT + 25, top - STEP * index - 8, line)

        self.last.append(draw)

    def action_table(self, *rows: tuple[Sequence[str], str, Sequence[str]]) -> None:
        """A ruled table of actions: who is responsible, and beside it what, with its parts."""
        middle, right = 224.0, 520.0
        self._cells([(63.0, BOLD, "Responsible body"), (middle, BOLD, "Areas for priority action")])
        for bodies, text, parts in rows:
            self._rule()
            top = self.y
            for index, body in enumerate(bodies):
                self.canvas.setFont(TEXT, 12.0)
                self.canvas.drawString(63.0, top - STEP * index, body)
            self.paragraph(text, middle, right, gap=2)
            for part in parts:
                self._marked("\u2022", TEXT, part, middle + 14, middle + 28, 2.0, right)
            self.y = min(self.y, top - STEP * len(bodies))
        self._rule()
        self.y -= GAP

    def one_column(self, *rows: tuple[str, Sequence[str]]) -> None:
        """A ruled table of one column whose rows stand close together, each with its parts."""
        self._cells([(63.0, BOLD, "Areas for improvement")])
        for text, parts in rows:
            self._rule()
            self.paragraph(text, 63.0, gap=2)
            for part in parts:
                self._marked("n", SYMBOL, part, 77.0, 94.0, 2.0)
        self._rule()
        self.y -= GAP

    def _cells(self, cells: Sequence[tuple[float, str, str]]) -> None:
        """A row of single lines side by side."""
        for x, font, text in cells:
            self.canvas.setFont(font, 12.0)
            self.canvas.drawString(x, self.y, text)
        self.y -= STEP + 2

    def _rule(self) -> None:
        """A ruled line above the next row, which begins a page if there is little room left."""
        if self.y < FOOT + 40:
            self.new_page()
        self.canvas.line(57.0, self.y + 12, RIGHT + 3, self.y + 12)

    def _end_page(self) -> None:
        for draw in self.last:
            draw()
        self.last.clear()
        self.canvas.showPage()

    def raised(self, text: str, x: float, mark: str, font: str = BOLD, size: float = 14.0) -> None:
        """A line that ends in a footnote's mark."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.y, text)
        end = x + self.canvas.stringWidth(text, font, size)
        self.canvas.setFont(font, size * 0.64)
        self.canvas.drawString(end, self.y + size * 0.35, mark)
        self.y -= size * 1.2 + GAP

    def _marked(
        self, mark: str, font: str, text: str, x: float, indent: float, gap: float = GAP,
        right: float = RIGHT,
    ) -> None:  # fmt: skip
        lines = _split(text, TEXT, 12.0, right - indent)
        if self.y < FOOT:
            self.new_page()
        self.canvas.setFont(font, 12.0 if font == TEXT else 10.0)
        self.canvas.drawString(x, self.y, mark)
        self.lines(lines, indent, gap=gap)


def page_number(canvas: Canvas, page: int) -> None:
    """The page's number alone at the right of its foot."""
    canvas.setFont(TEXT, 12.0)
    canvas.drawRightString(RIGHT, 60, str(page))


def footer(*lines: str) -> Footer:
    """Two lines at the foot of every page but the first, the page's number behind the second."""

    def draw(canvas: Canvas, page: int) -> None:
        if page > 1:
            canvas.setFont(TEXT, 8.0)
            canvas.drawString(LEFT, 44, lines[0])
            canvas.drawString(LEFT, 33, lines[1])
            canvas.drawRightString(RIGHT, 33, str(page))

    return draw


def header(text: str) -> Footer:
    """A line at the top of every page but the cover, the page's number at its end."""

    def draw(canvas: Canvas, page: int) -> None:
        if page > 1:
            canvas.setFont(TEXT, 8.0)
            canvas.drawString(LEFT, 800, text)
            canvas.drawRightString(RIGHT, 800, str(page - 1))

    return draw


def _split(text: str, font: str, size: float, width: float) -> list[str]:
    return [line for piece in text.split("\n") for line in simpleSplit(piece, font, size, width)]
