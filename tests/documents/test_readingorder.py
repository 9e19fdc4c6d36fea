"""Reading order is position, whatever the order of drawing."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from kg.documents import read_bytes
from tests.documents.drawing import Step, drawn, paragraph, pdf, words

FIRST = paragraph(700, "Children are helped early. The partnership knows its", "children well.")
BOX = paragraph(650, "Practice study: a family was helped", "by one worker.", x=90)
SECOND = paragraph(600, "Health visitors are not always told when a plan ends.", "This must end.")
THIRD = paragraph(550, "Schools are told in time.")
READ = [
    "Children are helped early. The partnership knows its children well.",
    "Practice study: a family was helped by one worker.",
    "Health visitors are not always told when a plan ends. This must end.",
    "Schools are told in time.",
]


@pytest.mark.parametrize(
    "order",
    [
        (FIRST, BOX, SECOND, THIRD),
        (FIRST, SECOND, THIRD, BOX),
        (BOX, FIRST, SECOND, THIRD),
        (SECOND, THIRD, FIRST, BOX),
        (THIRD, SECOND, BOX, FIRST),
        (FIRST, THIRD, BOX, SECOND),
    ],
)
def test_paragraphs_are_read_from_the_top_down(order):
    read = drawn(*order)
    assert [read.text[block.start : block.end] for block in read.blocks] == READ


def texts(*steps: Step) -> list[str]:
    return [line.text for line in drawn(*steps).lines]


def test_columns_are_read_as_they_are_drawn():
    left = paragraph(700, "Left one", "Left two", "Left three")
    right = paragraph(700, "Right one", "Right two", x=320)
    below = paragraph(600, "Below both columns is a line that is as wide as the page is, nearly.")
    expected = [*texts(left), "Right one", "Right two"]
    assert texts(left, right, below)[:5] == expected
    assert texts(below, left, right)[:5] == expected


def test_the_head_of_a_page_that_is_drawn_last_comes_first_and_the_foot_last():
    head = words((72, 800, "Inspection of Marlowe"))
    foot = words((72, 30, "Made up"), (520, 30, "7"))
    body = paragraph(700, "Children are helped early and well by people who know them.", "Good.")
    expected = texts(head, body, foot)
    assert texts(body, foot, head) == texts(foot, body, head) == expected


def test_rows_of_a_table_are_read_row_by_row():
    rows = [
        words((75, 700, "Help and protection"), (320, 700, "Good")),
        words((75, 672, "Care leavers, and those who"), (75, 658, "look after them")),
        words((320, 665, "Inadequate")),
        words((75, 630, "Leaders"), (320, 630, "Good")),
    ]
    expected = [
        "Help and protection", "Good", "Care leavers, and those who", "look after them",
        "Inadequate", "Leaders", "Good",
    ]  # fmt: skip
    assert texts(*rows) == expected
    heading = words((75, 740, "Judgement"), (320, 740, "Grade"))
    assert texts(*rows, heading) == ["Judgement", "Grade", *expected]


TURNED = paragraph(
    320, "First line of a page that is turned,", "1. and its second line follows.", x=200
)


@pytest.mark.parametrize("page", [0, 90, 180, 270])
@pytest.mark.parametrize("text", [0, 90, 180, 270])
def test_a_turned_page_reads_as_any_other(page, text):
    def turned(canvas: Canvas) -> None:
        if page:
            canvas.setPageRotation(page)
        canvas.saveState()
        canvas.translate(297, 297)
        canvas.rotate(text)
        canvas.translate(-297, -297)
        TURNED(canvas)
        canvas.restoreState()

    read = read_bytes(pdf(turned), "made-up")
    first, second = read.lines
    assert first.text.startswith("First") and second.text.startswith("1. and")
    assert round((first.y or 0) - (second.y or 0)) == 14
    assert abs((first.x0 or 0) - (second.x0 or 0)) < 2
    assert (first.x1 or 0) > (first.x0 or 0)


@pytest.mark.parametrize("page", [90, 180, 270])
def test_pieces_of_a_line_stand_side_by_side_on_a_turned_page(page):
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(page)
        words((72, 320, "Help and protection"), (320, 320, "Good"), (72, 290, "Leaders"))(canvas)

    lines = [line.text for line in read_bytes(pdf(turned), "made-up").lines]
    assert lines == ["Help and protection", "Good", "Leaders"]


def test_a_head_and_a_foot_that_are_drawn_first_together_stand_at_the_ends():
    ends = words((72, 800, "Inspection of Marlowe"), (400, 30, "Made up"))
    heading = words((72, 740, "Leadership, management"), (72, 724, "and governance"))
    grade = words((370, 740, "Good"))
    body = paragraph(690, "Children are helped early and well by people who know them and who are")
    assert [line[:10] for line in texts(ends, heading, grade, body)] == [
        "Inspection", "Leadership", "and govern", "Good", "Children a", "Made up",
    ]  # fmt: skip


def test_a_page_of_many_lines_in_any_order_is_read_in_no_time():
    import random

    places = [(72.0 + column, 800 - row / 4) for row in range(3000) for column in (0, 300)]
    random.Random(1).shuffle(places)
    read = drawn(words(*((x, y, f"{y:.2f}") for x, y in places), size=3))
    heights = [line.y or 0 for line in read.lines]
    assert heights == sorted(heights, reverse=True)
