"""The numbers of paragraphs run on; where they do not, it is told."""

from __future__ import annotations

import pytest

from kg.documents import read_bytes
from kg.knowledge import Knowledge
from kg.reports import load_profiles, read_report
from kg.reports.model import Problem

HEAD = """\
Inspection of Marlowe local authority children’s services

Inspection dates: 3 to 7 June 2024

Lead inspector: Petra Quill, His Majesty’s Inspector

The experiences and progress of children who need help and protection: good

"""
SENTENCE = "Children of family {n} are seen by the same social worker every second week."


def told(numbers: list[int], knowledge: Knowledge) -> list[Problem]:
    text = HEAD + "\n\n".join(f"{n}. {SENTENCE.format(n=n)}" for n in numbers) + "\n"
    report = read_report(read_bytes(text.encode(), "made-up"), knowledge, load_profiles())
    return [problem for problem in report.problems if problem.code.startswith("number-")]


@pytest.mark.parametrize("first", [1, 4])
def test_numbers_that_run_on(made_up_knowledge: Knowledge, first: int) -> None:
    assert told(list(range(first, first + 9)), made_up_knowledge) == []


@pytest.mark.parametrize("lost", range(2, 9))
def test_a_number_that_is_missing(made_up_knowledge: Knowledge, lost: int) -> None:
    numbers = [number for number in range(1, 10) if number != lost]
    (problem,) = told(numbers, made_up_knowledge)
    assert problem.code == "number-skipped"
    assert f"no paragraph {lost} was found between {lost - 1} and {lost + 1}" in problem.message
    assert problem.text and problem.text.startswith(f"{lost + 1}.")


def test_a_number_printed_twice_in_a_row(made_up_knowledge: Knowledge) -> None:
    (problem,) = told([1, 2, 3, 4, 5, 5, 6, 7], made_up_knowledge)
    assert (problem.code, problem.page) == ("number-again", 1)
    assert "two paragraphs are numbered 5" in problem.message


@pytest.mark.parametrize("stop", ["..", ". ."])
def test_a_full_stop_printed_twice_leaves_the_number(
    made_up_knowledge: Knowledge, stop: str
) -> None:
    text = HEAD + "\n\n".join(f"{n}{stop if n == 4 else '.'} {SENTENCE}" for n in range(1, 8))
    report = read_report(read_bytes(text.encode(), "made-up"), made_up_knowledge, load_profiles())
    assert [paragraph.number for paragraph in report.paragraphs] == list(range(1, 8))


def test_a_number_that_strayed_into_its_sentence(made_up_knowledge: Knowledge) -> None:
    lines = [f"{n}. {SENTENCE.format(n=n)}" for n in range(1, 9)]
    lines[4] = "- Learning from reviews is at an early stage and is a 5. positive step forward."
    report = read_report(
        read_bytes((HEAD + "\n\n".join(lines)).encode(), "made-up"),
        made_up_knowledge,
        load_profiles(),
    )
    (problem,) = [each for each in report.problems if each.code == "number-skipped"]
    assert "the number 5 stands inside a sentence on page 1" in problem.message
    assert problem.text and problem.text.startswith("Learning from reviews")


def test_several_that_are_missing(made_up_knowledge: Knowledge) -> None:
    (problem,) = told([1, 2, 3, 4, 8, 9], made_up_knowledge)
    assert "no paragraph 5 to 7" in problem.message


def test_numbers_that_start_again(made_up_knowledge: Knowledge) -> None:
    (problem,) = told([1, 2, 3, 4, 5, 6, 1, 2, 3], made_up_knowledge)
    assert problem.code == "number-again"
    assert "paragraph 1 on page 1 follows 6" in problem.message


@pytest.mark.parametrize("numbers", [[1, 3], [1, 3, 4], [4, 5, 7]])
def test_short_reports_are_no_exception(made_up_knowledge: Knowledge, numbers: list[int]) -> None:
    (problem,) = told(numbers, made_up_knowledge)
    assert problem.code == "number-skipped"


@pytest.mark.parametrize(
    ("items", "findings", "lost"),
    [
        ((1, 2), (3, 4), False),
        ((1, 2), (1, 2), False),
        ((1, 2), (4, 5), True),
        ((1, 2), (7, 8), False),
        ((1, 2, 4), (5, 6), True),
        ((4, 5), (3,), True),
    ],
)
def test_findings_behind_a_list_go_on_with_its_numbers_or_begin(
    made_up_knowledge: Knowledge, items: tuple[int], findings: tuple[int], lost: bool
) -> None:
    head, _, heading = HEAD.strip().rpartition("\n")
    listed = [f"{n}. The quality of plan {n}." for n in items]
    found = [f"{n}. {SENTENCE.format(n=n)}" for n in findings]
    text = "\n\n".join([head, "What needs to improve?", *listed, heading, *found])
    report = read_report(read_bytes(text.encode(), "made-up"), made_up_knowledge, load_profiles())
    assert bool([each for each in report.problems if each.code.startswith("number-")]) is lost
