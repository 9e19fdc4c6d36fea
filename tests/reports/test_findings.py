"""Findings: every sentence of the body in its place, whatever the body looks like."""

import time

import pytest

from kg.documents import read_bytes
from kg.knowledge import Knowledge
from kg.reports import Report, load_profiles, read_report

HEAD = """\
Marlowe Council

Inspection of children’s social care services

Inspection dates: 4 March 2019 to 15 March 2019

Lead inspector: Ann Made-Up
Her Majesty’s Inspector

Judgement Grade
The impact of leaders on social work practice with children and families Good
The experiences and progress of children who need help and protection Good
The experiences and progress of children in care and care leavers Good
Overall effectiveness Good

"""
LEADERS = "The impact of leaders on social work practice with children and families: good\n\n"


def read_text(text: str, knowledge: Knowledge) -> Report:
    document = read_bytes(text.encode(), "made-up")
    report = read_report(document, knowledge, load_profiles())
    for finding in report.findings:
        quote = finding.quote
        assert document.text[quote.start : quote.end] == quote.text == finding.text
        assert quote.page == document.page_at(quote.start)
    assert [finding.order for finding in report.findings] == list(
        range(1, len(report.findings) + 1)
    )
    return report


def test_each_sentence_knows_where_it_stands(made_up_knowledge: Knowledge) -> None:
    report = read_text(
        HEAD
        + "Leaders know their services well. Plans are not good enough.\n\n"
        + "What needs to improve?\n\n• The quality of plans.\n• Supervision: it is rare.\n\n"
        + LEADERS
        + "1. Leaders are ambitious. They visit teams.\n\n2. Caseloads are high.\n",
        made_up_knowledge,
    )
    rows = [
        (f.text, f.number, f.recommendation, f.strand, f.paragraph is None) for f in report.findings
    ]
    assert rows == [
        ("Leaders know their services well.", None, None, None, False),
        ("Plans are not good enough.", None, None, None, False),
        ("The quality of plans.", None, 1, None, True),
        ("Supervision: it is rare.", None, 2, None, True),
        ("Leaders are ambitious.", 1, None, "leadership", False),
        ("They visit teams.", 1, None, "leadership", False),
        ("Caseloads are high.", 2, None, "leadership", False),
    ]
    assert all(f.rating for f in report.findings)
    assert report.model


@pytest.mark.parametrize(
    "sentence",
    [
        "‘Speak Out’ is the council of children in care.",
        "“Managers know each child”, as one parent said.",
        "76% of children live with foster carers.",
        "14 of 20 plans were late.",
        "7,300 families had help early.",
        "(2023 to 2024) it fell again, and nobody asked why.",
    ],
)
def test_a_number_or_a_quoted_word_may_begin_a_sentence(
    made_up_knowledge: Knowledge, sentence: str
) -> None:
    report = read_text(HEAD + LEADERS + f"1. Plans are good. {sentence}\n", made_up_knowledge)
    assert [finding.text for finding in report.findings] == ["Plans are good.", sentence]


@pytest.mark.parametrize(
    "remark", ["(Paragraphs 12 and 14)", "(Outcome 4, national framework).", "12.", "2019"]
)
def test_what_is_no_sentence_is_no_finding(made_up_knowledge: Knowledge, remark: str) -> None:
    report = read_text(HEAD + LEADERS + f"1. Plans are good. {remark}\n", made_up_knowledge)
    assert "Plans are good." in report.findings[0].text
    assert remark not in [finding.text for finding in report.findings]


def test_what_is_named_is_linked(made_up_knowledge: Knowledge) -> None:
    report = read_text(
        HEAD
        + LEADERS
        + "1. The multi-agency safeguarding hub (MASH) is strong. The MASH is quick.\n\n"
        + "2. The corporate parenting board meets often, as the Children Act 1989 asks.\n\n"
        + "3. The last inspection was in 2015.\n",
        made_up_knowledge,
    )
    assert [(s.kind, s.name) for s in report.services] == [
        ("front-door", "multi-agency safeguarding hub (MASH)")
    ]
    assert [(b.kind, b.authority) for b in report.boards] == [
        ("corporate-parenting-board", "marlowe")
    ]
    assert sorted(m.what for m in report.mentions) == ["board", "law", "service", "service"]
    assert [(str(e.when), e.grade) for e in report.earlier] == [("2015", None)]


def test_a_report_in_capitals(made_up_knowledge: Knowledge) -> None:
    text = (HEAD + LEADERS + "1. Leaders are ambitious. They visit teams.\n").upper()
    report = read_text(text, made_up_knowledge)
    assert "LEADERS ARE AMBITIOUS." in [finding.text for finding in report.findings]


def test_a_report_without_paragraph_numbers(made_up_knowledge: Knowledge) -> None:
    report = read_text(
        HEAD + LEADERS + "Leaders are ambitious and bold.\n\nThey visit all teams.\n",
        made_up_knowledge,
    )
    assert [(f.text, f.number) for f in report.findings] == [
        ("Leaders are ambitious and bold.", None),
        ("They visit all teams.", None),
    ]


def test_a_paragraph_of_50_000_words(made_up_knowledge: Knowledge) -> None:
    sentence = "Social workers visit children often and write down what they say to them. "
    started = time.monotonic()
    report = read_text(HEAD + LEADERS + "1. " + sentence * 3_600 + "\n", made_up_knowledge)
    assert len(report.findings) == 3_600
    assert {finding.number for finding in report.findings} == {1}
    # bounded, not fast: a quadratic step would take minutes
    assert time.monotonic() - started < 60


def test_a_report_in_welsh(made_up_knowledge: Knowledge) -> None:
    report = read_text(
        HEAD + LEADERS + "1. Mae arweinwyr yn uchelgeisiol. Maent yn ymweld â thimau.\n",
        made_up_knowledge,
    )
    assert [finding.text for finding in report.findings] == [
        "Mae arweinwyr yn uchelgeisiol.",
        "Maent yn ymweld â thimau.",
    ]
    assert report.services == report.boards == ()


def test_a_table_of_3_000_rows(made_up_knowledge: Knowledge) -> None:
    rows = "".join(f"Team {number}\t{number % 7}\t{number % 11}\n" for number in range(3_000))
    started = time.monotonic()
    report = read_text(HEAD + LEADERS + "1. Leaders are ambitious.\n\n" + rows, made_up_knowledge)
    assert "Leaders are ambitious." in [finding.text for finding in report.findings]
    assert time.monotonic() - started < 60
    # rows of a table are no sentences of praise or blame, whatever else they are
    assert len(report.services) <= 1


@pytest.mark.parametrize("filler", ["© Crown copyright 2019", "Piccadilly Gate\nStore Street"])
def test_furniture_makes_no_finding(made_up_knowledge: Knowledge, filler: str) -> None:
    pages = [
        HEAD + LEADERS + "1. Leaders are ambitious.",
        "2. They visit teams.",
        "3. They listen.",
    ]
    text = "\f".join(f"{page}\n\n{number}\n{filler}\n" for number, page in enumerate(pages, 1))
    report = read_text(text, made_up_knowledge)
    texts = [finding.text for finding in report.findings]
    assert texts == ["Leaders are ambitious.", "They visit teams.", "They listen."]
