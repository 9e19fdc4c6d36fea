"""Lines in ruled tables know their cell, however the table is drawn."""

from itertools import pairwise

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.drawing import drawn, words

#: Edges of three columns and of four rows, in points from the lower left corner.
COLUMNS = (70, 300, 420, 540)
ROWS = (700, 660, 620, 580)


def thin_boxes(canvas: Canvas) -> None:
    """As a word processor draws a table: a filled box for each piece of line."""
    for y in ROWS:
        for left, right in pairwise(COLUMNS):
            canvas.rect(left, y, right - left, 0.5, stroke=0, fill=1)
    for x in COLUMNS:
        for top, bottom in pairwise(ROWS):
            canvas.rect(x, bottom, 0.5, top - bottom, stroke=0, fill=1)


def long_lines(canvas: Canvas) -> None:
    for y in ROWS:
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)
    for x in COLUMNS:
        canvas.line(x, ROWS[0], x, ROWS[-1])


def framed_cells(canvas: Canvas) -> None:
    for top, bottom in pairwise(ROWS):
        for left, right in pairwise(COLUMNS):
            canvas.rect(left, bottom, right - left, top - bottom)


def one_path(canvas: Canvas) -> None:
    canvas.grid(COLUMNS, ROWS)


def in_a_form(canvas: Canvas) -> None:
    """The table is a group of its own, set in half size and drawn in double."""
    canvas.beginForm("table")
    canvas.scale(0.5, 0.5)
    long_lines(canvas)
    canvas.endForm()
    canvas.saveState()
    canvas.scale(2, 2)
    canvas.doForm("table")
    canvas.restoreState()


def level_lines_only(canvas: Canvas) -> None:
    for y in ROWS:
        canvas.line(COLUMNS[0], y, COLUMNS[-1], y)


WHOLE = [thin_boxes, long_lines, framed_cells, one_path, in_a_form]


@pytest.mark.parametrize("table", WHOLE, ids=lambda table: table.__name__)
def test_each_line_knows_its_row_and_column(table):
    read = drawn(
        table,
        words(
            (75, 685, "Judgement"),
            (305, 685, "Grade"),
            (75, 648, "The care of children"),
            (75, 634, "and of care leavers"),
            (305, 640, "Good"),
            (75, 600, "Leaders"),
            (425, 600, "Inadequate"),
            (75, 500, "Below the table."),
        ),
    )
    found = {line.text: line.cell and (line.cell.row, line.cell.column) for line in read.lines}
    assert found == {
        "Judgement": (1, 1),
        "Grade": (1, 2),
        "The care of children": (2, 1),
        "and of care leavers": (2, 1),
        "Good": (2, 2),
        "Leaders": (3, 1),
        "Inadequate": (3, 3),
        "Below the table.": None,
    }
    cells = {line.text: line.cell for line in read.lines}
    assert cells["Good"].beside(cells["and of care leavers"])
    assert not cells["Good"].beside(cells["Leaders"])


@pytest.mark.parametrize("table", WHOLE, ids=lambda table: table.__name__)
def test_a_line_is_cut_where_a_ruled_line_passes_between_its_words(table):
    label = "The care of children who need help now"
    start = COLUMNS[1] - 1.5 - stringWidth(label, "Helvetica", 11)
    read = drawn(table, words((start, 640, f"{label} Good")))
    assert [(line.text, line.cell.column) for line in read.lines] == [(label, 1), ("Good", 2)]


def test_rows_are_known_without_upright_lines():
    read = drawn(level_lines_only, words((75, 680, "Help"), (305, 680, "Good"), (75, 640, "Care")))
    rows = {line.text: line.cell.row for line in read.lines}
    assert rows == {"Help": 1, "Good": 1, "Care": 2}


def test_a_cell_beside_two_rows_shares_a_row_with_both():
    def merged(canvas: Canvas) -> None:
        canvas.rect(70, 580, 230, 120)
        canvas.rect(300, 640, 240, 60)
        canvas.rect(300, 580, 240, 60)

    read = drawn(merged, words((75, 640, "Council"), (305, 660, "Plan"), (305, 600, "Visits")))
    cells = {line.text: line.cell for line in read.lines}
    assert (cells["Council"].row, cells["Council"].last_row) == (1, 2)
    assert cells["Council"].beside(cells["Plan"]) and cells["Council"].beside(cells["Visits"])
    assert not cells["Plan"].beside(cells["Visits"])


def test_rows_parted_only_by_a_ruled_line_are_blocks_of_their_own():
    def table(canvas: Canvas) -> None:
        canvas.grid((70, 540), (700, 655, 628))

    read = drawn(
        table,
        words(
            (75, 687, "Leaders should tell families sooner what was decided"),
            (75, 673, "and why."),
            (75, 659, "The partnership should write plans with families and"),
            (75, 645, "keep them up to date."),
        ),
    )
    # the second row's first line stands in the first row's usual spacing
    assert len(read.blocks) == 2


def test_an_underline_is_no_table():
    def underlined(canvas: Canvas) -> None:
        canvas.line(75, 683, 200, 683)
        canvas.line(75, 640, 180, 640)

    read = drawn(underlined, words((75, 685, "Findings"), (75, 642, "Next steps")))
    assert all(line.cell is None for line in read.lines)


def test_a_drawing_of_ten_thousand_lines_is_no_table():
    def hatched(canvas: Canvas) -> None:
        for index in range(5_000):
            canvas.line(70, 100 + index / 10, 540, 100 + index / 10)
            canvas.line(70 + index / 12, 100, 70 + index / 12, 600)

    read = drawn(hatched, words((75, 650, "Findings")))
    assert [line.cell for line in read.lines] == [None]


def test_a_line_that_is_cut_keeps_its_footnote_mark():
    def marked(canvas: Canvas) -> None:
        canvas.drawString(75, 640, "Board")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(75 + stringWidth("Board", "Helvetica", 11), 645, "1")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(320, 640, "Good")

    read = drawn(long_lines, marked)
    assert read.text.split("\n") == ["Board", "Good"]


def test_a_word_below_the_edge_of_a_column_parts_no_line_of_one_ruled_cell():
    left = COLUMNS[1] + 5
    edge = left + stringWidth("Leaders should ", "Helvetica", 11)
    read = drawn(
        long_lines,
        words((75, 685, "Council"), (edge, 685, "visits"), (left, 645, "Leaders should write")),
    )
    assert [line.text for line in read.lines] == ["Council", "visits", "Leaders should write"]
