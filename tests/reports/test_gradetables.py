"""Each row of a judgement table gives its strand a grade, or is told."""

from __future__ import annotations

import pytest

from kg.knowledge import load_knowledge
from kg.reports.gradetables import bare, is_unjudged, read_table, table_words
from kg.reports.profile import load_profiles
from tests.reports.printing import Set, printed, text

(FORM,) = (each.judgements for each in load_profiles() if each.family.code == "ILACS")
VERSION = load_knowledge().version("ILACS-2023")
LEADERS = "The impact of leaders on social work practice with children and families"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
OVERALL = "Overall effectiveness"
#: Points: the left edge of the grades, right of the labels.
VALUES = 620.0


def row(label: str, grade: str) -> tuple[Set, Set]:
    """A label, and a grade beside it."""
    return text(label), text(grade, x0=VALUES, beside=True)


def read(*pieces: Set) -> tuple[dict[str, str | None], list[tuple[str, str | None, str | None]]]:
    """Strand -> grade, and of each problem code, words and the correction that answers it."""
    document = printed(*pieces)
    witnesses, problems = read_table(document, document.blocks, VERSION, FORM)
    for each in witnesses:
        assert each.subject.split()[0] in document.text[each.start : each.end]
    return (
        {each.strand.notation: each.code for each in witnesses},
        [(each.code, each.text, each.field) for each in problems],
    )


def test_each_row_gives_its_strand_a_grade() -> None:
    grades, problems = read(
        *row("Judgement", "Grade"), *row(LEADERS, "Good"),
        *row(CARE, "Requires improvement to be good"), *row(OVERALL, "Good"),
    )  # fmt: skip
    assert grades == {"leadership": "good", "in-care": "requires-improvement", "overall": "good"}
    assert problems == []


def test_a_label_over_two_lines_is_one() -> None:
    label = "The impact of leaders on social work practice\nwith children and families"
    grades, problems = read(*row(label, "Inadequate"), *row(OVERALL, "Good"))
    assert grades == {"leadership": "inadequate", "overall": "good"}
    assert problems == []


def test_a_label_of_no_strand_takes_no_grade_of_another() -> None:
    grades, problems = read(*row(LEADERS, "Good"), *row("Fostering", "Inadequate"))
    assert grades == {"leadership": "good"}
    assert problems == [("unknown-row", "Fostering | Inadequate", None)]


def test_a_misprinted_label_is_the_strand_that_is_left_and_is_told() -> None:
    misprint = "The experiences and progress of children care leavers"
    grades, problems = read(*row(CARE, "Good"), *row(misprint, "Outstanding"))
    assert grades == {"in-care": "good", "care-leavers": "outstanding"}
    assert problems == [("label-matched-loosely", f"{misprint} | Outstanding", None)]


def test_a_label_without_a_grade_is_told_with_its_answer() -> None:
    grades, problems = read(*row(LEADERS, "Good"), text(CARE), *row(OVERALL, "Good"))
    assert grades == {"leadership": "good", "overall": "good"}
    assert problems == [("label-without-grade", CARE, "grade:in-care")]


def test_a_grade_without_a_label_is_nobodys() -> None:
    alone = text("Inadequate", x0=VALUES)
    grades, problems = read(*row(LEADERS, "Good"), alone, *row(OVERALL, "Good"))
    assert grades == {"leadership": "good", "overall": "good"}
    assert problems == [("grade-without-label", "Inadequate", None)]


def test_words_that_are_no_grade_are_told() -> None:
    grades, problems = read(*row(LEADERS, "Good"), *row(OVERALL, "Sufficient"))
    assert grades == {"leadership": "good", "overall": None}
    assert problems == [("grade-not-understood", f"{OVERALL} | Sufficient", "grade:overall")]


@pytest.mark.parametrize("grade", ["Good", "GOOD", "good"])
def test_case_does_not_count(grade: str) -> None:
    grades, _ = read(*row(LEADERS, "Good"), *row(OVERALL, grade))
    assert grades["overall"] == "good"


def test_no_blocks_no_table() -> None:
    document = printed(text("Prose."))
    assert read_table(document, (), VERSION, FORM) == ([], [])


@pytest.mark.parametrize(
    ("words", "value", "piece"),
    [
        ("Good", True, True),
        ("Requires improvement to be good", True, True),
        # a line of a grade that goes over two
        ("improvement to be", False, True),
        ("Leadership", False, False),
    ],
)
def test_what_is_a_grade_and_what_is_a_piece_of_one(words: str, value: bool, piece: bool) -> None:
    known = table_words(VERSION, FORM)
    assert (known.value(words), known.piece(words)) == (value, piece)


def test_what_is_a_label() -> None:
    known = table_words(VERSION, FORM)
    assert known.label(CARE)
    assert known.label(LEAVERS)
    assert not known.label("Fostering")


def test_white_space_is_no_part_of_a_value() -> None:
    assert bare("  Requires \n improvement ", FORM) == "Requires improvement"
    assert not is_unjudged("Good", FORM)
