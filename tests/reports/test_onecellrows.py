"""A label and its grade in one cell of the judgement table: "Overall effectiveness: Good"."""

import pytest

from kg.reports.onecellrows import rows_of_one_cell
from tests.reports.printing import printed, text

LABEL = "Overall effectiveness of services"
GRADES = ("Good", "Requires improvement to be good")


def rows(*pieces):
    """Label and value of each row that stands in one cell, and the words of the other lines."""
    document = printed(*pieces)
    found, others = rows_of_one_cell(document.lines, LABEL.__eq__, GRADES.__contains__)
    pairs = [(row.labels[0], row.values[0]) for row in found]
    for cells in pairs:
        for cell in cells:
            # offsets are those of the words
            assert " ".join(document.text[cell.start : cell.end].split()) == cell.text
    return [(label.text, value.text) for label, value in pairs], [line.text for line in others]


@pytest.mark.parametrize("mark", [": ", " : ", " \u2013 ", " - "])
@pytest.mark.parametrize("grade", GRADES)
def test_a_mark_parts_a_label_from_its_grade(mark, grade):
    assert rows(text("Judgement"), text(f"{LABEL}{mark}{grade}")) == (
        [(LABEL, grade)], ["Judgement"]
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        f"{LABEL}: Requires improvement to\nbe good",
        f"{LABEL}:\nRequires improvement to be good",
        "Overall effectiveness of\nservices: Requires improvement\nto be good",
    ],
)
def test_the_cell_may_have_several_lines(words):
    assert rows(text(words)) == ([(LABEL, GRADES[1])], [])


@pytest.mark.parametrize(
    "words", [f"{LABEL} Good", f"{LABEL}: of some use", "Of another body: Good", f"{LABEL}:"]
)
def test_what_is_not_a_known_label_a_mark_and_a_grade_is_left(words):
    assert rows(text(words)) == ([], [words])
