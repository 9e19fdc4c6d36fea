"""What a correction changes: its field and what hangs on it, the lines and problems it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.documents import read_bytes
from kg.knowledge import Knowledge
from kg.reports import load_profiles, read_report
from kg.reports.corrections import Correction
from kg.reports.model import Report

REPORT = """\
Inspection of {place} local authority children's services

Inspection dates: {dates}

Lead inspector: Ada Finch, His Majesty's Inspector

The impact of leaders on social work practice with children and families\t{leaders}
The experiences and progress of children who need help and protection\tGood
The experiences and progress of children in care\tGood
The experiences and progress of care leavers\tGood
Overall effectiveness\t{overall}

Children are helped early and well.

What needs to improve?

- The timeliness of reviews.

The experiences and progress of children who need help and protection: good

1. Plans are clear.
"""
LETTER = """\
Piccadilly Gate
Store Street
Manchester

{letter}

Ms Ada Rowe
Director of Children’s Services
Marlowe Council

Dear Ms Rowe

Focused visit to Marlowe children’s services

This letter summarises the findings of a focused visit to Marlowe on 17 and 18 May 2022.

Headline findings

Leaders know the work of their teams well.

Yours sincerely

Imogen Farrow
Her Majesty’s Inspector
"""
WHOLE = {"place": "Marlowe", "dates": "3 to 7 June 2024", "leaders": "Good", "overall": "Good"}


def report(**parts: str) -> str:
    return REPORT.format(**(WHOLE | parts))


def read(text: str, knowledge: Knowledge, *given: tuple[str, str], page: int = 1) -> Report:
    corrections = [
        Correction(
            "made-up", "0" * 64, field, value, page, "A. Reader", "So it is.", Path("c.csv"), n
        )
        for n, (field, value) in enumerate(given, 2)
    ]
    document = read_bytes(text.encode(), "made-up")
    profiles = load_profiles()
    found = read_report(document, knowledge, profiles, rate=False, corrections=corrections)
    for _, quote in found.quotes():
        assert document.text[quote.start : quote.end] == quote.text
    return found


def codes(found: Report) -> list[str]:
    return [problem.code for problem in found.problems]


def unfit(found: Report) -> str:
    (told,) = [each.message for each in found.problems if each.code == "correction-unfit"]
    return told


DAYS = (("inspection_start", "2024-06-04"), ("inspection_end", "2024-06-06"))


@pytest.mark.parametrize(
    "given",
    [
        (("authority", "St Aldate"),),
        (("lead_inspector", "Bo Crane"),),
        DAYS[:1],
        DAYS[1:],
        DAYS,
        (("published", "2024-07-20"),),
        (("grade:overall", "inadequate"),),
        (("addressee:1", "partnership"),),
    ],
)
def test_a_line_that_was_corrected_is_not_unread(made_up_knowledge, given):
    found = read(report(), made_up_knowledge, *given)
    assert [done.field for done in found.corrections] == [field for field, _ in given]
    assert found.problems == ()
    assert found.lines == read(report(), made_up_knowledge).lines


def test_a_line_whose_problem_was_answered_is_not_unread(made_up_knowledge):
    text = report(dates="3 to 31 June 2024")
    assert "impossible-date" in codes(read(text, made_up_knowledge))
    assert codes(read(text, made_up_knowledge, *DAYS)) == []


def test_the_first_line_of_a_page_that_is_named_is_no_less_unread(made_up_knowledge):
    text = LETTER.format(letter="12 June 2022").replace(
        "Yours sincerely", "\fand the children who\n\nYours sincerely"
    )
    before = read(text, made_up_knowledge)
    assert "unread-text" in codes(before)
    for given in (("authority", "St Aldate"), ("published", "2022-07-12")):
        assert "unread-text" in codes(read(text, made_up_knowledge, given, page=2))


def test_what_was_printed_is_kept(made_up_knowledge):
    def was(text: str, *given: tuple[str, str]) -> list[str | None]:
        return [done.read for done in read(text, made_up_knowledge, *given).corrections]

    assert was(report(), ("authority", "St Aldate")) == ["Marlowe"]
    assert was(report(place="Ghyllmoor"), ("authority", "Marlowe")) == ["Ghyllmoor"]
    assert was(report(), *DAYS) == ["2024-06-03", "2024-06-07"]
    assert was(report(dates="3 to 31 June 2024"), *DAYS) == ["3 to 31 June 2024"] * 2
    row = "Overall effectiveness | Fair"
    assert was(report(overall="Fair"), ("grade:overall", "good")) == [row]
    assert was(report(), ("lead_inspector", "Bo Crane")) == ["Ada Finch"]
    letter = LETTER.format(letter="12 May 2022")
    assert was(letter, ("published", "2022-06-12")) == ["12 May 2022"]


@pytest.mark.parametrize("word", ["Marlowe", "marlowe", "E99000001", "London Borough of Marlowe"])
def test_an_authority_is_named_by_its_name_or_code(made_up_knowledge, word):
    found = read(report(place="Ghyllmoor"), made_up_knowledge, ("authority", word))
    assert found.authority is not None
    assert found.authority.value == "marlowe"
    assert [done.value for done in found.corrections] == ["Marlowe"]


def test_what_hangs_on_a_day_follows(made_up_knowledge):
    found = read(
        report(dates="3 to 7 June 2024"), made_up_knowledge, ("inspection_end", "2024-06-14")
    )
    assert (found.variant, found.inspection_start) == ("standard", date(2024, 6, 3))
    place = report(place="Fenland", dates="4 to 8 June 2018")
    first = read(place, made_up_knowledge)
    assert first.authority is not None
    assert first.authority.value == "old-fenland"
    found = read(
        place,
        made_up_knowledge,
        ("inspection_start", "2024-06-03"),
        ("inspection_end", "2024-06-07"),
    )
    assert found.authority is not None
    assert found.authority.value == "fenland"
    assert found.framework_version == "ILACS-2023"
    # what was printed before the days were right is no contradiction any more
    letter = LETTER.format(letter="12 May 2022")
    found = read(
        letter,
        made_up_knowledge,
        ("inspection_start", "2022-04-17"),
        ("inspection_end", "2022-04-18"),
    )
    assert found.published is not None
    assert found.published.value == date(2022, 5, 12)
    assert "published-before-end" not in codes(found)


def test_of_several_periods_the_others_stay(made_up_knowledge):
    text = report(dates="3 to 7 June 2024 and 1 to 2 July 2024")
    found = read(text, made_up_knowledge, ("inspection_end", "2024-07-03"))
    assert [(v.start.day, v.end.day) for v in found.visits] == [(3, 7), (1, 3)]


def test_an_answer_to_one_question_leaves_the_others_open(made_up_knowledge):
    text = report(overall="Fair", leaders="Fair")
    found = read(text, made_up_knowledge, ("grade:overall", "good"))
    assert codes(found) == ["grade-not-understood"]
    assert "impact of leaders" in found.problems[0].message


def test_a_strand_that_was_not_judged_may_be_graded(made_up_knowledge):
    text = report(overall="Not judged")
    assert len(read(text, made_up_knowledge).unjudged) == 1
    found = read(text, made_up_knowledge, ("grade:overall", "good"))
    assert found.unjudged == ()
    assert [done.read for done in found.corrections] == ["Not judged"]


def test_a_new_lead_is_not_in_the_team_as_well(made_up_knowledge):
    text = (
        report().replace("Lead inspector", "Lead inspectors").replace("Finch", "Finch and Bo Crane")
    )
    found = read(text, made_up_knowledge, ("lead_inspector", "Bo Crane"))
    assert [each.name for each in found.inspectors if each.name == "Bo Crane"] == ["Bo Crane"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("published", "2024-06-05"), "is before 2024-06-07, on which the fieldwork ended"),
        (("published", "1999-07-20"), "is of no year between 2000 and"),
        (("published", "2099-07-20"), "is of no year between 2000 and"),
        (("inspection_start", "1999-06-03"), "is of no year between 2000 and"),
        (("inspection_start", "2012-06-03"), "no framework of ILACS: 2012-06-03"),
        (("inspection_start", "2024-06-09"), "gives no period"),
        (("inspection_start", "2023-06-04"), "go on for 370 days, as of no report of its family"),
        (("published", "2025-07-20"), "is 408 days after the fieldwork, as of no report"),
        (("inspection_end", "2024-06-01"), "gives no period"),
        (("authority", "Oldshire"), "not there on 2024-06-03; Marlowe and Fenland took over"),
        (("authority", "Marlow"), "in no register of authorities; did you mean 'Marlowe'?"),
        (("authority", "Marlowe"), "says what is read"),
        (("grade:overal", "good"), "a strand 'overal' that ILACS-2023 does not have; did you"),
        (("grade:overall", "goood"), "a grade 'goood' that ILACS-2023 does not have; did you"),
        (("addressee:1", "board"), "names a board, and ILACS-2023 knows of none"),
        (("addressee:2", "authority"), "names recommendation '2', which the report does not have"),
    ],
)
def test_what_would_contradict_the_report_is_refused_and_the_report_stays(
    made_up_knowledge, given, why
):
    before, found = read(report(), made_up_knowledge), read(report(), made_up_knowledge, given)
    said = unfit(found)
    assert f"of {given[0]} to {given[1]!r} (c.csv: line 2) was not taken: it " in said
    assert why in said
    assert "\n" not in said
    assert replace(found, problems=()) == replace(before, problems=())
    assert [each for each in found.problems if each.code != "correction-unfit"] == [
        *before.problems
    ]


def test_days_after_the_printed_publication_are_refused(made_up_knowledge):
    letter = LETTER.format(letter="12 June 2022")
    found = read(letter, made_up_knowledge, ("inspection_end", "2022-06-18"))
    assert "lets the fieldwork end on 2022-06-18, after the report was published" in unfit(found)
    assert found.published is not None
    found = read(
        letter, made_up_knowledge, ("inspection_end", "2022-06-18"), ("published", "2022-07-01")
    )
    assert "correction-unfit" not in codes(found)
