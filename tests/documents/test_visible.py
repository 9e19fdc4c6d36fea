"""Only what a reader sees is text: any word that can be seen once, any other never."""

import pytest
from reportlab.lib.colors import Color, black, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from kg.documents import read_bytes
from tests.documents.drawing import HEIGHT, WIDTH, Step, drawn, paragraph, pdf, words

BEFORE = "Children in Marlowe are safe."
AFTER = "Visits to them are timely."
SECRET = "Secret words that none can see."
LENGTH = stringWidth(SECRET, "Helvetica", 11)


def without_ink(canvas: Canvas, x: float, y: float) -> None:
    text = canvas.beginText(x, y)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def in_colour(colour: Color, ground: Color | None = None) -> Step:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        if ground:
            canvas.setFillColor(ground)
            canvas.rect(x - 1, y - 4, LENGTH + 2, 16, stroke=0, fill=1)
        canvas.setFillColor(colour)
        canvas.drawString(x, y, SECRET)
        canvas.setFillColor(black)

    return draw


def tiny(canvas: Canvas, x: float, y: float) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(x, y, SECRET)
    canvas.setFont("Helvetica", 11)


def scaled_to_nothing(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(0.05, 0.05)
    canvas.drawString(0, 0, SECRET)
    canvas.restoreState()


def transparent(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    canvas.setFillAlpha(0)
    canvas.drawString(x, y, SECRET)
    canvas.restoreState()


def cut_off(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(x, y + 40, 300, 20)
    canvas.clipPath(window, stroke=0)
    canvas.drawString(x, y, SECRET)
    canvas.restoreState()


def cut_off_by_the_outer(canvas: Canvas, x: float, y: float) -> None:
    """Of two windows the first cuts the words off."""
    canvas.saveState()
    for box in ((x, y + 40, 300, 20), (0, 0, WIDTH, HEIGHT)):
        window = canvas.beginPath()
        window.rect(*box)
        canvas.clipPath(window, stroke=0)
    canvas.drawString(x, y, SECRET)
    canvas.restoreState()


def cut_off_by_a_triangle(canvas: Canvas, x: float, y: float) -> None:
    canvas.saveState()
    window = canvas.beginPath()
    window.moveTo(x, y + 40)
    window.lineTo(x + 300, y + 40)
    window.lineTo(x + 150, y + 90)
    window.close()
    canvas.clipPath(window, stroke=0)
    canvas.drawString(x, y, SECRET)
    canvas.restoreState()


def painted_over(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawString(x, y, SECRET)
    canvas.setFillColor(white)
    canvas.rect(x - 1, y - 4, LENGTH + 2, 16, stroke=0, fill=1)
    canvas.setFillColor(black)


def in_a_form(canvas: Canvas, x: float, y: float) -> None:
    canvas.beginForm("hidden")
    canvas.setFillColor(white)
    canvas.drawString(x / 2, y / 2, SECRET)
    canvas.endForm()
    canvas.saveState()
    canvas.scale(2, 2)
    canvas.doForm("hidden")
    canvas.restoreState()


CUT_OFF = (cut_off, cut_off_by_the_outer, cut_off_by_a_triangle)
HIDDEN = {
    "without ink": without_ink,
    "white": in_colour(white),
    "nearly white": in_colour(Color(0.97, 0.97, 0.97)),
    "black on black": in_colour(black, black),
    "blue on the same blue": in_colour(Color(0, 0.2, 0.6), Color(0, 0.2, 0.6)),
    "tiny": tiny,
    "scaled to nothing": scaled_to_nothing,
    "transparent": transparent,
    "cut off": cut_off,
    "cut off by the outer of two windows": cut_off_by_the_outer,
    "cut off by a triangle": cut_off_by_a_triangle,
    "painted over": painted_over,
    "in a form": in_a_form,
}


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
def test_a_line_that_cannot_be_seen_is_no_text(hide):
    read = drawn(
        paragraph(700, BEFORE), lambda canvas: hide(canvas, 72, 670), paragraph(640, AFTER)
    )
    assert [line.text for line in read.lines] == [BEFORE, AFTER]


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("where", ["before", "behind", "between"])
def test_words_that_cannot_be_seen_are_no_text_on_a_line_that_can(hide, where):
    if hide in CUT_OFF and where == "between":
        pytest.skip("what a window cuts off is looked for at the ends of a line")
    gap = 8.0 if hide in (tiny, scaled_to_nothing) else LENGTH + 8
    behind = 72 + stringWidth(BEFORE + " ", "Helvetica", 11)

    def line(canvas: Canvas) -> None:
        if where == "before":
            hide(canvas, 72, 670)
            canvas.drawString(72 + gap, 670, BEFORE)
        else:
            canvas.drawString(72, 670, BEFORE)
            hide(canvas, behind, 670)
        if where == "between":
            canvas.drawString(behind + gap, 670, "So it is.")

    text = drawn(paragraph(700, "First."), line, paragraph(640, AFTER)).text
    assert "Secret" not in text and "see" not in text
    assert BEFORE in text and AFTER in text
    assert ("So it is." in text) == (where == "between")


def on_a_dark_box(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0.1, 0.2, 0.4))
    canvas.rect(70, 660, 300, 24, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.drawString(75, 668, AFTER)
    canvas.setFillColor(black)


def on_an_image(canvas: Canvas) -> None:
    canvas.drawInlineImage(_image(), 70, 660, 300, 24)
    canvas.setFillColor(white)
    canvas.drawString(75, 668, AFTER)
    canvas.setFillColor(black)


def outlined(canvas: Canvas) -> None:
    text = canvas.beginText(72, 668)
    text.setTextRenderMode(1)
    text.textOut(AFTER)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def pale(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0.85, 0.85, 0.85))
    canvas.drawString(72, 668, AFTER)
    canvas.setFillColor(black)


def in_a_window(canvas: Canvas) -> None:
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(70, 660, 400, 24)
    canvas.clipPath(window, stroke=0)
    canvas.drawString(72, 668, AFTER)
    canvas.restoreState()


def beside_a_later_box(canvas: Canvas) -> None:
    canvas.drawString(72, 668, AFTER)
    canvas.setFillColor(white)
    canvas.rect(72, 640, 300, 20, stroke=0, fill=1)
    canvas.setFillColor(black)


def under_a_marker(canvas: Canvas) -> None:
    """A marker pen's yellow is drawn over the text, and lets it through."""
    canvas.drawString(72, 668, AFTER)
    canvas.saveState()
    canvas.setFillColor(Color(1, 1, 0))
    canvas.setFillAlpha(0.4)
    canvas.rect(70, 660, 300, 24, stroke=0, fill=1)
    canvas.restoreState()


SEEN = [
    on_a_dark_box, on_an_image, outlined, pale, in_a_window, beside_a_later_box, under_a_marker,
]  # fmt: skip


@pytest.mark.parametrize("show", SEEN, ids=lambda step: step.__name__)
def test_what_can_be_seen_is_text(show):
    read = drawn(paragraph(720, BEFORE), show)
    assert [line.text for line in read.lines] == [BEFORE, AFTER]


def _image():
    from PIL import Image

    return Image.new("RGB", (8, 8), (20, 40, 90))


def test_the_words_of_a_scan_are_text_though_drawn_without_ink():
    def scanned(canvas: Canvas) -> None:
        canvas.drawInlineImage(_image(), 0, 0, WIDTH, HEIGHT)
        without_ink(canvas, 72, 700)

    assert drawn(scanned).text == SECRET


def picture(canvas: Canvas) -> None:
    canvas.drawInlineImage(_image(), 0, 0, WIDTH, HEIGHT)


def outlines(canvas: Canvas) -> None:
    canvas.circle(300, 400, 20)


def nothing(canvas: Canvas) -> None:
    """A page left blank."""


@pytest.mark.parametrize("shows", [picture, outlines, nothing])
def test_a_page_that_shows_something_and_has_no_text_is_told(shows: Step):
    read = read_bytes(pdf(words((72, 700, BEFORE)), shows, words((72, 700, AFTER))), "made-up")
    told = [(note.code, note.page) for note in read.notes]
    assert told == ([] if shows is nothing else [("page-without-text", 2)])


def test_what_lies_outside_the_crop_box_is_no_text_and_places_count_from_its_corner():
    def cropped(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 400, 800))
        canvas.drawString(72, 700, BEFORE)
        canvas.drawString(72, 60, SECRET)
        canvas.drawString(410, 700, "Out.")
        canvas.drawString(72, 680, AFTER)

    read = read_bytes(pdf(cropped), "made-up")
    assert read.text.split() == f"{BEFORE} {AFTER}".split()
    assert (read.pages[0].width, read.pages[0].height) == (350, 700)
    assert (round(read.lines[0].x0 or 0), round(read.lines[0].y or 0)) in [(22, 600), (23, 600)]


def test_a_line_printed_twice_on_one_place_is_read_once():
    read = drawn(paragraph(700, BEFORE, AFTER), words((72.4, 699.2, BEFORE)))
    assert read.text == f"{BEFORE} {AFTER}"


def test_a_line_printed_over_another_is_read_after_it():
    read = drawn(words((72, 700, BEFORE), (72, 697, AFTER)))
    assert sorted(line.text for line in read.lines) == sorted([BEFORE, AFTER])


def test_places_lead_back_to_the_visible_words_of_the_raw_page():
    def line(canvas: Canvas) -> None:
        without_ink(canvas, 72, 700)
        canvas.drawString(72 + stringWidth(SECRET + " ", "Helvetica", 11), 700, BEFORE)

    read = drawn(line)
    (place,) = read.places(0, len(read.text))
    assert read.pages[0].text[place.start : place.end] == BEFORE
