"""Of which family a report is: titles that say it, titles in doubt, and what contradicts them."""

import pytest

from kg.documents import read_bytes
from kg.knowledge import load_knowledge
from kg.reports import load_profiles, read_report
from kg.reports.family import find_family

GRADED = """\
{title}

Inspection dates: 13 to 24 March 2023

The impact of leaders on social work practice with children and families

Good

The experiences and progress of children who need help and protection

Good
"""
LETTER = """\
3 December 2024

Dear Ms Penn

{title}

This letter summarises the findings of the {kind} visit to Marlowe on 5 and 6 November 2024.

{heading}
"""
FOCUSED = ("focused", "What needs to improve in this area of social work practice")
MONITORING = ("monitoring", "This was the third monitoring visit since the inspection of 2022.")
SEND = """\
{title}

Inspection dates: 13 to 24 March 2023

Information about the local area partnership

What is it like to be a child with SEND in this area?
"""
JOINT = """\
3 December 2024

Dear Marlowe Local Safeguarding Partnership

{title}

This inspection took place from 5 to 9 November 2024. It was carried out under section 20 of the
Children Act 2004.
"""


def family_of(text):
    found = find_family(read_bytes(text.encode(), "made-up"), load_profiles())
    return found.profile and found.profile.family.code, found.problem and found.problem.code


def letter(title, of):
    return LETTER.format(title=title, kind=of[0], heading=of[1])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GRADED.format(title="Inspection of Marlowe local authority children’s services"), "ILACS"),
        (GRADED.format(title="Inspection of St. Aldate local authority children’s services"),
         "ILACS"),
        (letter("Focused visit to Marlowe children’s services", FOCUSED), "ILACS-focused"),
        (letter("Focussed visit to Marlowe children’s services", FOCUSED), "ILACS-focused"),
        (letter("Monitoring visit to Marlowe", MONITORING), "ILACS-monitoring"),
        (SEND.format(title="Area SEND inspection of Marlowe Local Area Partnership"), "AreaSEND"),
        (JOINT.format(title="Joint targeted area inspection of Marlowe"), "JTAI"),
    ],
)  # fmt: skip
def test_a_title_that_is_surely_a_familys_is_believed(text, code):
    assert family_of(text) == (code, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GRADED.format(title="Inspection of Marlowe Children and Families Trust"), "ILACS"),
        (GRADED.format(title="Inspection of Doing Well for Children"), "ILACS"),
        (GRADED.format(title="Marlowe Council Inspection of children’s social care services"),
         "ILACS"),
        (letter("Ofsted focused visit: Marlowe", FOCUSED), "ILACS-focused"),
        (letter("Children’s services: focused visit in November 2024", FOCUSED), "ILACS-focused"),
        (letter("Re: Monitoring visit, Marlowe", MONITORING), "ILACS-monitoring"),
        (SEND.format(title="Marlowe: SEND inspection"), "AreaSEND"),
        (JOINT.format(title="Joint inspection of services for children in Marlowe"), "JTAI"),
    ],
)  # fmt: skip
def test_where_the_title_leaves_doubt_two_witnesses_decide(text, code):
    assert family_of(text) == (code, None)


@pytest.mark.parametrize(
    "title",
    ["Inspection of Marlowe Children and Families Trust", "Ofsted focused visit: Marlowe",
     "Marlowe: SEND inspection"],
)  # fmt: skip
def test_one_witness_is_not_enough(title):
    for text in (GRADED, LETTER, SEND):
        _, *parts = text.format(title=title, kind="focused", heading=FOCUSED[1]).split("\n\n")
        for part in parts:
            assert family_of(f"{title}\n\n{part}") == (None, "unknown-family"), part


@pytest.mark.parametrize(
    "text",
    [
        GRADED.format(title="Some notes on Marlowe"),
        "Inspection of Marlowe Children and Families Trust\n\nNothing else is printed here.\n",
        SEND.format(title="Area SEND monitoring inspection of Marlowe Local Area Partnership"),
        letter("Annual conversation with Marlowe", FOCUSED),
    ],
)
def test_a_title_of_another_kind_is_of_no_family_whatever_else_is_printed(text):
    assert family_of(text) == (None, "unknown-family")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (letter("Inspection of Marlowe children’s services", FOCUSED), "findings of the focused"),
        (GRADED.format(title="Focused visit to Marlowe"), "The impact of leaders"),
        (JOINT.format(title="Area SEND inspection of Marlowe Local Area Partnership"), "Dear "),
    ],
)
def test_a_title_that_the_first_pages_contradict_is_told_and_no_family_is_taken(text, words):
    assert family_of(text) == (None, "families-differ")
    document = read_bytes(text.encode(), "made-up")
    report = read_report(document, load_knowledge(), load_profiles(), rate=False)
    assert report.framework is None
    [problem] = [each for each in report.problems if each.code == "families-differ"]
    assert problem.text.startswith(words)
    assert words in problem.message


@pytest.mark.parametrize("profile", load_profiles(), ids=lambda each: each.family.code)
def test_no_familys_witness_is_a_title_of_another(profile):
    for other in load_profiles():
        if other is not profile:
            for witness in profile.family.witnesses:
                assert not other.family.title.fullmatch(witness.pattern)


@pytest.mark.parametrize(
    ("family", "version"), [("ILACS-focused", "ILACS-focused-2018"), ("ILACS", None)]
)
def test_without_dates_the_version_is_known_if_the_family_had_one_only(family, version):
    title = {
        "ILACS": GRADED.format(title="Inspection of Marlowe local authority children’s services"),
        "ILACS-focused": letter("Focused visit to Marlowe children’s services", FOCUSED),
    }[family]
    text = title.replace("13 to 24 March 2023", "").replace(" on 5 and 6 November 2024", "")
    document = read_bytes(text.encode(), "made-up")
    report = read_report(document, load_knowledge(), load_profiles(), rate=False)
    assert report.visits == ()
    assert (report.framework, report.framework_version) == (family, version)
