"""Grades in sentences, headings and texts without positions; witnesses that agree or do not."""

from __future__ import annotations

import pytest

from kg.documents import read_bytes
from kg.reports import load_profiles, read_report
from kg.reports.model import Report

COVER = """\
Marlowe
Inspection of services for children in need of help and protection
Review of the effectiveness of the Local Safeguarding Children Board
Inspection date: 12 September 2016 to 6 October 2016
Report published: 28 November 2016

{verdict}

1. Children who need help and protection

Good

2. Children looked after and achieving permanence

Good

2.1 Adoption performance

{adoption}

2.2 Experiences and progress of care leavers

Outstanding

3. Leadership, management and governance

Good

Executive summary

Services have improved slowly.
{body}
"""
LABEL = "Overall effectiveness"


@pytest.fixture
def read(made_up_knowledge):
    def reading(text: str) -> Report:
        document = read_bytes(text.encode(), "made-up")
        report = read_report(document, made_up_knowledge, load_profiles(), rate=False)
        for each in report.judgements:
            assert document.text[each.quote.start : each.quote.end] == each.quote.text
        return report

    return reading


def cover(verdict="Children\u2019s services in Marlowe are good", adoption="Good", body=""):
    return COVER.format(verdict=verdict, adoption=adoption, body=body)


def codes(report):
    return {each.strand: each.grade_code for each in report.judgements}


def problems(report, code):
    return [each for each in report.problems if each.code == code]


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        ("Children\u2019s services in Marlowe are good", "good"),
        ("Children\u2019s services in Marlowe are good.", "good"),
        ("Children\u2019s services in St. Aldate and the Vale are outstanding", "outstanding"),
        ("Children\u2019s services in Marlowe require improvement to be good",
         "requires-improvement"),
        ("Children\u2019s services in Marlowe requires improvement.", "requires-improvement"),
        ("Children\u2019s services in Marlowe are judged to be good", "good"),
        ("Children\u2019s services in Marlowe have been judged as inadequate", "inadequate"),
        ("Children\u2019s services in Marlowe were judged to require improvement to be good",
         "requires-improvement"),
        ("The overall judgement is requires improvement", "requires-improvement"),
        ("The overall judgement is that children\u2019s services are inadequate", "inadequate"),
        ("The overall judgement is that children\u2019s services are good. It is expected that, as "
         "a minimum, all children receive adequate help.", "good"),
        # the end of a line inside a word, and a word that was broken
        ("Children\u2019s services in Marlowe requires improve-\nment to be good",
         "requires-improvement"),
        ("Children\u2019s services in Marlowe require s improvement to be good",
         "requires-improvement"),
    ],
)  # fmt: skip
def test_a_verdict_that_is_understood_to_its_last_word(read, verdict, code):
    report = read(cover(verdict))
    assert codes(report)["overall"] == code
    assert not problems(report, "grade-not-understood")


@pytest.mark.parametrize(
    "verdict",
    [
        "Children\u2019s services in Marlowe are not yet good",
        "Children\u2019s services in Marlowe are no longer good",
        "Children\u2019s services in Marlowe are not good",
        "Children\u2019s services in Marlowe are good in parts",
        "Children\u2019s services in Marlowe are good or better",
        "Children\u2019s services in Marlowe are good and require improvement to be good",
        "Children\u2019s services in Marlowe need improvement to be good",
        "Children\u2019s services in Marlowe were good until 2014",
        "Children\u2019s services in Marlowe were good",
        "Children\u2019s services in Marlowe are close to being good",
        "Children\u2019s services in Marlowe are\nnot yet good",
        "Children\u2019s services in Marlowe are good\nin a few teams only",
        "The overall judgement is that most of the services are good",
        "The overall judgement is neither good nor inadequate",
    ],
)
def test_a_verdict_that_is_not_understood_is_told(read, verdict):
    report = read(cover(verdict))
    assert "overall" not in codes(report)
    (problem,) = problems(report, "grade-not-understood")
    assert problem.page == 1
    assert problem.text == " ".join(verdict.split())
    assert repr(LABEL) in problem.message


@pytest.mark.parametrize(
    "sentence",
    [
        "The authority leads services that meet the requirements for good.",
        "The authority is not yet delivering good protection and help for children.",
        "As a minimum, all children and young people receive good help, care and protection.",
    ],
)
def test_what_is_said_around_a_verdict_is_none(read, sentence):
    report = read(cover(f"Children\u2019s services in Marlowe are inadequate\n\n{sentence}"))
    assert codes(report)["overall"] == "inadequate"
    assert not problems(report, "grade-not-understood")


def test_two_overall_grades(read):
    verdicts = "Children\u2019s services in Marlowe are good\n\nThe overall judgement is inadequate"
    report = read(cover(verdicts))
    assert "overall" not in codes(report)
    (problem,) = problems(report, "grades-differ")
    assert "'good' on page 1 and 'inadequate' on page 1" in problem.message
    assert problem.text == " / ".join(verdicts.split("\n\n"))
    assert not problems(report, "missing-strand")[1:]


@pytest.mark.parametrize(
    ("line", "differ"),
    [
        ("Adoption performance: inadequate", True),
        ("Adoption performance is inadequate.", True),
        ("Adoption performance: good", False),
        ("Adoption performance is inadequate. It was good before.", True),
        ("Adoption performance was inadequate", False),
    ],
)
def test_a_line_of_the_cover_that_is_a_label_and_its_grade_is_a_witness(read, line, differ):
    report = read(cover(f"Children\u2019s services in Marlowe are good\n\n{line}"))
    assert codes(report).get("adoption") == (None if differ else "good")
    assert len(problems(report, "grades-differ")) == differ


def test_a_heading_that_agrees_is_a_second_witness(read):
    heading = "The graded judgement for adoption performance is that it is good"
    report = read(cover(body=f"\n{heading}\n\n1. Children are matched with care.\n"))
    assert codes(report)["adoption"] == "good"
    assert not problems(report, "grades-differ")


def test_a_heading_that_differs_leaves_no_grade(read):
    heading = "The graded judgement for adoption performance is that it is inadequate"
    report = read(cover(body=f"\n{heading}\n\n1. Children are matched with care.\n"))
    assert "adoption" not in codes(report)
    (problem,) = problems(report, "grades-differ")
    assert "'Good' on page 1 and 'inadequate' on page 1" in problem.message
    assert heading in (problem.text or "")


def test_an_earlier_grade_is_no_witness(read):
    body = "\nAdoption performance was judged inadequate in 2013.\n\nIt was good before that.\n"
    report = read(cover(body=body))
    assert codes(report)["adoption"] == "good"


@pytest.mark.parametrize("printed", ["Not judged", "not judged", "Not inspected"])
def test_a_strand_that_was_not_judged(read, printed):
    report = read(cover(adoption=printed))
    assert "adoption" not in codes(report)
    assert codes(report)["care-leavers"] == "outstanding"
    (problem,) = problems(report, "not-judged")
    assert problem.text == f"Adoption performance | {printed}"
    (unjudged,) = report.unjudged
    assert (unjudged.strand, unjudged.printed) == ("adoption", printed)
    assert unjudged.quote.text == f"Adoption performance\n{printed}"


def test_a_text_without_positions_hands_no_grade_on(read):
    text = cover().replace("2.1 Adoption performance", "2.1 Services for young carers")
    report = read(text)
    assert codes(report).keys() == {
        "overall", "help-and-protection", "looked-after", "care-leavers", "leadership",
    }  # fmt: skip
    assert codes(report)["care-leavers"] == "outstanding"
    (problem,) = problems(report, "unknown-row")
    assert problem.text == "Services for young carers | Good"
    assert "'Adoption performance'" in problems(report, "missing-strand")[0].message


def test_a_label_without_its_grade(read):
    report = read(cover(adoption=""))
    assert codes(report)["looked-after"] == "good"
    assert "adoption" not in codes(report)
    # both labels stand before one grade: nobody can say whose it is
    assert problems(report, "row-not-understood")


def test_labels_and_grades_column_by_column(read):
    labels = [
        "1. Children who need help and protection",
        "2. Children looked after and achieving permanence",
        "2.1 Adoption performance",
    ]
    text = COVER.split("1. Children")[0].format(verdict="The overall judgement is good")
    report = read(text + "\n\n".join([*labels, "Good", "Inadequate", "Outstanding"]) + "\n")
    assert codes(report) == {
        "overall": "good", "help-and-protection": "good", "looked-after": "inadequate",
        "adoption": "outstanding",
    }  # fmt: skip
    report = read(text + "\n\n".join([*labels, "Good", "Inadequate"]) + "\n")
    assert codes(report) == {"overall": "good"}
    assert problems(report, "row-not-understood")


def test_a_board_that_the_title_promises_must_have_its_grade(read):
    report = read(cover())
    assert any("Safeguarding Children Board" in each.message
               for each in problems(report, "missing-strand"))  # fmt: skip
    verdict = "The Local Safeguarding Children Board requires improvement"
    report = read(cover(body=f"\n{verdict}\n\nThe board meets often.\n"))
    assert codes(report)["lscb"] == "requires-improvement"
    assert not problems(report, "missing-strand")


SEND = """\
Area SEND inspection of Marlowe Local Area Partnership

Inspection dates: 4 to 8 March 2024

Inspection outcome

{outcome}

Information about the local area partnership

Marlowe Council and its partners plan services.
"""


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("The local area partnership\u2019s arrangements lead to inconsistent experiences and "
         "outcomes for children and young people with SEND. They must work jointly.",
         "inconsistent"),
        ("The local area partnership\u2019s special educational needs and/or disabilities (SEND) "
         "arrangements typically lead to positive experiences and outcomes for children.",
         "positive"),
        ("There are widespread and/or systemic failings leading to significant concerns about the "
         "experiences of children.", "systemic-failings"),
        ("The local area partnership\u2019s arrangements do not lead to positive experiences.",
         None),
        ("There are no systemic failings.", None),
    ],
)  # fmt: skip
def test_the_outcome_of_an_area(read, outcome, code):
    report = read(SEND.format(outcome=outcome))
    assert codes(report).get("send") == code
    assert bool(problems(report, "grade-not-understood")) == (code is None)
