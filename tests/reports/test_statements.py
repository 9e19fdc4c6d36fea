"""Who must answer a report in writing, and by when: the quote holds the day."""

from datetime import date

import pytest

from kg.documents import read_bytes
from kg.ingest.limits import time_limit
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report

LETTER = """\
31 March 2023

Dear Marlowe Local Safeguarding Partnership

Joint targeted area inspection of Marlowe

This inspection took place from 6 to 10 February 2023.

Next steps

We have determined that Marlowe Council is the principal authority and should prepare a written
statement of proposed action responding to the findings outlined in this letter. It should be
made by all. Marlowe Council should send the statement to us{by}. It will be read.
"""


def read(by):
    document = read_bytes(LETTER.format(by=by).encode(), "made-up")
    report = read_report(document, load_knowledge(), load_profiles(), rate=False)
    problems = [(p.code, p.text, p.page) for p in report.problems if p.code == "no-due-date"]
    return document, report.statements[0], problems


@pytest.mark.parametrize(
    "printed",
    ["7 July 2023", "Friday 7 July 2023", "the 7 July 2023", "7 July 23", "7th July 2023"],
)
def test_the_day_by_which_stands_in_the_quote(printed):
    document, statement, problems = read(f" by {printed}")
    assert statement.due == date(2023, 7, 7)
    assert statement.responsible == "Marlowe Council"
    quote = statement.quote
    assert quote.text == document.text[quote.start : quote.end]
    assert quote.text.startswith("We have determined that Marlowe Council")
    assert quote.text.endswith(printed.removeprefix("Friday "))
    assert problems == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "We have determined that the chair of the board (with accountabilities given to her by "
            "Ann Marsh, the Chief Constable, and Bob Ray, the Chief Executive) is the principal "
            "authority and should prepare a written statement of proposed action.",
            "chair of the board",
        ),
        (
            "The director of services should produce a written statement of proposed action.",
            "director of services",
        ),
        (
            "By 7 July 2023, Marlowe Council should prepare a statement of proposed action.",
            "Marlowe Council",
        ),
    ],
)
def test_who_must_write_is_named_whole(sentence, who):
    start, end = LETTER.index("We have"), LETTER.index(" It should be")
    letter = LETTER[:start] + sentence + LETTER[end:].format(by=" by 7 July 2023")
    document = read_bytes(letter.encode(), "made-up")
    report = read_report(document, load_knowledge(), load_profiles(), rate=False)
    assert [each.responsible for each in report.statements] == [who]


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (" by 31 June 2023", "31 June 2023"),
        (" by 7 July 20235", "7 July 20235"),
        (" by 7 July 2022", "7 July 2022"),
        (" by 31 March 2023", "31 March 2023"),
    ],
)
def test_a_day_that_cannot_be_is_told_and_not_taken(by, words):
    _, statement, problems = read(by)
    assert statement.due is None
    assert problems == [("no-due-date", words, 1)]


def test_that_no_day_is_printed_is_told():
    _, statement, [(code, words, page)] = read("")
    assert statement.due is None
    assert (code, page) == ("no-due-date", 1)
    assert words.startswith("We have determined")


def test_a_sentence_behind_much_that_has_no_full_stop_is_found_at_once():
    """Sought from each character on, it would take minutes."""
    much = "\n\n".join(["see ( this " * 3000] * 5)
    said = LETTER.format(by=" by 7 July 2023").replace("We have", f"{much} We have")
    with time_limit(30):
        report = read_report(
            read_bytes(said.encode(), "made-up"), load_knowledge(), load_profiles(), rate=False
        )
    assert len(report.statements[0].quote.text) < 3000
    assert report.statements[0].due == date(2023, 7, 7)
