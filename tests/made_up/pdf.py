"""Made-up reports as PDF."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from examples.layout import BOLD, HEIGHT, TEXT, WIDTH
from tests.made_up.layout import lay_out
from tests.made_up.pieces import MadeUp
from tests.made_up.rules import edges

SYMBOLS = "Symbols"
#: PDF's mode of text that is neither filled nor stroked.
UNDRAWN = 3
#: Glyphs of bullets as the real files' fonts have them: Wingdings, Symbol, with their own codes.
#: A font that has none of them lends the shape of another letter: nobody looks at it.
LENT = {
    "\u25fc": "o", "\uf06e": "o", "\uf02d": "-", "\u2212": "-", "\u25aa": "o", "\u2500": "-",
    "\u2009": " ",
}  # fmt: skip


def draw(report: MadeUp) -> bytes:
    """The report as a PDF; the same bytes each time."""
    pages = lay_out(report)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setLineWidth(0.5)
    for page in pages:
        if report.cropped:
            by = report.cropped
            canvas.setCropBox((by, by, WIDTH - by, HEIGHT - by))
        if report.turned:
            canvas.setPageRotation(report.turned)
            # reportlab gives the size as one sees the page: without this its top is cut off
            canvas.setPageSize((HEIGHT, WIDTH) if report.turned % 180 else (WIDTH, HEIGHT))
        for edge in edges(report, page):
            canvas.line(*edge)
        font: tuple[str, float] | None = None
        ink = 0.0
        for line in page:
            symbol = any(character in LENT for character in line.text)
            wanted = (_symbols() if symbol else BOLD if line.bold else TEXT, line.size)
            if wanted != font:
                canvas.setFont(*wanted)
                font = wanted
            if line.ink != ink and line.ink >= 0.0:
                canvas.setFillGray(line.ink)
                ink = line.ink
            # as Word does, which ends its lines with the space behind the last word
            words = line.text if line.mark else f"{line.text} "
            canvas.drawString(line.x, line.y, words, mode=UNDRAWN if line.ink < 0.0 else None)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _symbols() -> str:
    """The font of bullets, registered once."""
    if SYMBOLS not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(SYMBOLS, "Vera.ttf")
        glyphs = font.face.charToGlyph
        for glyph, letter in LENT.items():
            glyphs.setdefault(ord(glyph), glyphs[ord(letter)])
        pdfmetrics.registerFont(font)
    return SYMBOLS
