"""Pages drawn for tests: each step draws something on a canvas of A4."""

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from kg.documents import Document, read_bytes

WIDTH, HEIGHT = 595, 842
Step = Callable[[Canvas], None]


def pdf(*pages: Step | tuple[Step, ...], **settings: object) -> bytes:
    """A PDF of one page a step, or a tuple of steps."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), **settings)
    for steps in pages:
        canvas.setFont("Helvetica", 11)
        for step in steps if isinstance(steps, tuple) else (steps,):
            step(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn(*steps: Step) -> Document:
    """The document of one page on which all steps are drawn, in turn."""
    return read_bytes(pdf(steps), "made-up")


def words(*placed: tuple[float, float, str], size: float = 11, font: str = "Helvetica") -> Step:
    """Lines of text, each at a place of its own (left edge, baseline)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, y, text in placed:
            canvas.drawString(x, y, text)

    return draw


def paragraph(y: float, *lines: str, x: float = 72, step: float = 14, size: float = 11) -> Step:
    """Lines of one paragraph, from a height down."""
    return words(*((x, y - step * index, line) for index, line in enumerate(lines)), size=size)
