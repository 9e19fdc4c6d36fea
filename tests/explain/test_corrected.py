"""What a person corrected, and what was printed and not taken, as `kg explain` shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import Document, read, read_bytes
from kg.explain import describe, html_page
from kg.knowledge import load_knowledge
from kg.reports import Report, load_profiles, read_report
from kg.reports.corrections import Correction
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"
REPORT = EXAMPLES / "incomplete" / "ghyllmoor-ilacs-2024.txt"
LETTER = """\
Piccadilly Gate
Store Street
Manchester

12 May 2022

Ms Ada Rowe
Director of Children’s Services
Marlowe Council

Dear Ms Rowe

Focused visit to Marlowe children’s services

This letter summarises the findings of a focused visit to Marlowe on 17 and 38 May 2022.

Headline findings

Leaders know the work of their teams well.

Yours sincerely

Imogen Farrow
Her Majesty’s Inspector
"""


def shown(document: Document, *given: tuple[str, str]) -> tuple[Report, str, str]:
    """The report, and what explain shows of it as text and as a page."""
    corrections = [
        Correction(document.name, document.sha256, *pair, 1, "A. Reader", "So it is.", Path("c"), 2)
        for pair in given
    ]
    knowledge = load_knowledge((EXAMPLES / "register.ttl",))
    report = read_report(document, knowledge, load_profiles(), corrections=corrections)
    return report, describe(document, report, 200), html_page(document, report)


def line(text: str, words: str) -> str:
    (found,) = [each for each in text.splitlines() if words in each]
    return found


def test_a_corrected_value_is_shown_with_what_was_read_and_by_whom() -> None:
    given = (
        ("authority", "Northmoor"),
        ("inspection_end", "2024-09-20"),
        ("published", "2024-10-25"),
        ("lead_inspector", "Bo Crane"),
        ("grade:overall", "outstanding"),
        ("addressee:1", "partnership"),
    )
    _, text, page = shown(read(REPORT), *given)
    assert line(text, "  authority  ") == "  authority  northmoor, printed 'Ghyllmoor', corrected"
    assert line(text, "  fieldwork  ") == "  fieldwork  2024-09-09 to 2024-09-20, corrected"
    assert line(text, "  published  ") == "  published  2024-10-25, corrected"
    assert line(text, "  lead  ") == "  lead       Bo Crane, corrected"
    assert "about the authority, corrected]" in line(text, "Overall effectiveness")
    assert line(text, "to the partnership, corrected")
    for field, value, was in (
        ("authority", "Northmoor", "read 'Ghyllmoor'"),
        ("inspection_end", "2024-09-20", "read '2024-09-13'"),
        ("published", "2024-10-25", "nothing was read"),
        ("lead_inspector", "Bo Crane", "read 'Sylvie Brook'"),
        ("grade:overall", "outstanding", "read 'good'"),
        ("addressee:1", "partnership", "read 'authority'"),
    ):
        said = f"{field}: {value} ({was}), p.1, A. Reader: So it is."
        assert line(text, said)
        assert said.replace("'", "&#x27;") in page
        assert f"{field}: {value}, given by A. Reader" in page
    assert "grade:overall: read good, corrected" in page


def test_without_a_correction_nothing_is_said_of_one() -> None:
    _, text, page = shown(read(REPORT))
    assert "orrected" not in text
    assert "given by" not in page


@pytest.mark.parametrize(
    ("field", "words"), [("fieldwork", "17 and 38 May 2022"), ("published", "32 May 2022")]
)
def test_what_is_printed_and_was_not_taken_is_said(field: str, words: str) -> None:
    letter = LETTER.replace("12 May", "32 May")
    _, text, page = shown(read_bytes(letter.encode(), "letter"))
    said = f"(not taken: '{words}'; impossible-date, see below)"
    assert line(text, f"  {field}  ") == f"  {field}  {said}"
    assert any(
        each.startswith("  impossible-date: ") and words in each for each in text.splitlines()
    )
    assert said.replace("'", "&#x27;") in page


def test_a_day_before_the_fieldwork_is_not_called_unprinted() -> None:
    letter = LETTER.replace("38 May", "18 May")
    report, text, _ = shown(read_bytes(letter.encode(), "letter"))
    assert report.published is None
    said = line(text, "  published  ")
    assert said == "  published  (not taken: '12 May 2022'; published-before-end, see below)"
    bare = letter.replace("12 May 2022\n", "")
    assert line(shown(read_bytes(bare.encode(), "letter"))[1], "  published  ").endswith(
        "(not found)"
    )
