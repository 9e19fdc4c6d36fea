"""Every printed line has one owner, and what has none is told with its page and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import Role, read_bytes
from kg.knowledge import Knowledge
from kg.reports import ledger_of, load_profiles, read_report
from kg.reports.ledger import OwnedLine, Owner
from kg.reports.model import Problem, Report

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples" / "reports"

LETTER = """\
Piccadilly Gate
Store Street
Manchester

12 June 2022

Ms Ada Rowe
Director of Children’s Services
Marlowe Council

Dear Ms Rowe

Focused visit to Marlowe children’s services

This letter summarises the findings of a focused visit to Marlowe on 17 and 18 May 2022.

Headline findings

Leaders know the work of their teams well and act quickly when they find that it falls short.
{extra}
Main findings

Social workers see children often and write down what they say.

Yours sincerely

Imogen Farrow
Her Majesty’s Inspector
"""


def read(text: str, knowledge: Knowledge) -> tuple[Report, tuple[OwnedLine, ...]]:
    document = read_bytes(text.encode(), "made-up")
    report = read_report(document, knowledge, load_profiles(), rate=False)
    return report, ledger_of(document, report, load_profiles())


def owners(ledger: tuple[OwnedLine, ...]) -> dict[str, Owner]:
    return {entry.line.text: entry.owner for entry in ledger}


def unread(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.code == "unread-text"]


def test_each_line_of_a_letter_has_its_owner(made_up_knowledge: Knowledge) -> None:
    report, ledger = read(LETTER.format(extra=""), made_up_knowledge)
    found = owners(ledger)
    assert found["Piccadilly Gate"] is Owner.HEADER
    assert found["12 June 2022"] is Owner.HEADER
    assert found["Dear Ms Rowe"] is Owner.HEADER
    assert found["Focused visit to Marlowe children’s services"] is Owner.TITLE
    assert found["Headline findings"] is Owner.HEADING
    assert found["Social workers see children often and write down what they say."] is (
        Owner.PARAGRAPH
    )
    assert found["Imogen Farrow"] is Owner.TEAM
    assert Owner.UNREAD not in found.values()
    assert unread(report) == []


@pytest.mark.parametrize(
    "extra", ["Scope of the visit", "Grade: Good", "and the children who", "See the annex below"]
)
def test_what_belongs_to_nothing_is_told(made_up_knowledge: Knowledge, extra: str) -> None:
    report, ledger = read(LETTER.format(extra=f"\n{extra}\n"), made_up_knowledge)
    taken = {section.heading for section in report.sections}
    if extra in taken:  # a heading that no profile names is a section
        assert owners(ledger)[extra] is Owner.HEADING
        return
    assert owners(ledger)[extra] is Owner.UNREAD
    (told,) = unread(report)
    assert told.text == extra
    assert told.page == 1


def test_lines_that_follow_each_other_are_told_at_once(made_up_knowledge: Knowledge) -> None:
    report, _ = read(LETTER.format(extra="\nas the\nchildren who\n"), made_up_knowledge)
    (told,) = unread(report)
    assert "2 lines" in told.message
    assert told.text == "as the children who"


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.stem)
def test_nothing_of_the_examples_is_unread(path: Path, example_knowledge: Knowledge) -> None:
    document = read_bytes(path.read_bytes(), path.stem)
    report = read_report(document, example_knowledge, load_profiles(), rate=False)
    ledger = ledger_of(document, report, load_profiles())
    assert [entry.line.text for entry in ledger if entry.owner is Owner.UNREAD] == []
    # each line once: the text's, and those that are none
    lines = [(entry.line.page, entry.line.runs) for entry in ledger]
    assert len(lines) == len(set(lines))
    furniture = [line for line in document.all_lines if line.role is not Role.BODY]
    assert sum(entry.owner is Owner.FURNITURE for entry in ledger) >= sum(
        any(map(str.isalpha, line.text)) for line in furniture
    )


@pytest.mark.parametrize(
    ("extra", "unread_lines"),
    [
        ("\nAda* lived at home.\n\n*Not her name\n", []),
        ("\n*Not her name\n", ["*Not her name"]),
        ("\n_ _ _ _ _ _\n\n(1) Office of Counts\n\n(2) Census\n", []),
        ("\n(1) Office of Counts\n", ["(1) Office of Counts"]),
    ],
)
def test_a_note_set_like_the_text_is_no_text(
    made_up_knowledge: Knowledge, extra: str, unread_lines: list[str]
) -> None:
    report, _ = read(LETTER.format(extra=extra), made_up_knowledge)
    assert [problem.text for problem in unread(report)] == unread_lines


def test_a_paragraph_of_sentences_that_lost_its_last_full_stop_is_read_before_any_heading(
    made_up_knowledge: Knowledge,
) -> None:
    visit = (
        "This letter summarises the findings of a focused visit to Marlowe on 17 and 18 May 2022. "
        "Inspectors looked at the help for children who live away from home, and at their plans"
    )
    old = LETTER[LETTER.index("This letter") : LETTER.index("\n\nHeadline")]
    report, _ = read(LETTER.replace(old, visit).format(extra=""), made_up_knowledge)
    assert report.paragraphs[0].text == visit
    assert unread(report) == []
