"""Who inspected: cover lines, team lists, tables and letters of made-up reports."""

import pytest

ILACS = "Inspection of Marlowe local authority children’s services\n\n{}\n\nJudgement Grade\n"
SIF = """\
Marlowe

Inspection of services for children in need of help and protection, children looked after

Information about this inspection

A team of eight of Her Majesty’s Inspectors inspected. The deputy lead inspector was new.

The inspection team

{}
"""
SEND = """\
Area SEND inspection of Marlowe Local Area Partnership

Inspection team

Ofsted

{}

The Office for Standards in Education regulates and inspects.
"""
LETTER = """\
6 August 2018

Focused visit to Marlowe local authority children’s services

This letter summarises the findings of a focused visit on 10 July 2018. {}

Staff who spoke to inspectors were proud of Marlowe Council.

Yours sincerely

{}
"""


def problems(header):
    return [(each.code, each.text) for each in header.problems if each.code == "no-lead-inspector"]


def people(header):
    return [(each.role, each.name, each.title) for each in header.inspectors]


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (
            "Lead inspector: Jo Marsh, His Majesty’s Inspector",
            [("lead", "Jo Marsh", "His Majesty’s Inspector")],
        ),
        (
            "Lead inspector:   Ann-Marie O’Neill\nHer Majesty’s Inspector",
            [("lead", "Ann-Marie O’Neill", "Her Majesty’s Inspector")],
        ),
        ("Lead inspector: Jo Marsh HMI", [("lead", "Jo Marsh", "HMI")]),
        ("Lead HMI: Jo Marsh", [("lead", "Jo Marsh", "")]),
        ("Lead inspector\u2019s name: Jo Marsh HMI", [("lead", "Jo Marsh", "HMI")]),
        ("Name of lead inspector \u2013 Jo Marsh HMI", [("lead", "Jo Marsh", "HMI")]),
        # a table's head and first row below
        (
            "Lead inspector: Jo Marsh, HMI\n\nJudgement\n\nGrade\n\nLast inspection\n\nGood",
            [("lead", "Jo Marsh", "HMI")],
        ),
        ("Lead inspector: Jo van der Marsh, HMI", [("lead", "Jo van der Marsh", "HMI")]),
        (
            "Lead inspector: Ada de la Mare and Jo ap Rhys",
            [
                ("lead", "Ada de la Mare", ""),
                ("lead", "Jo ap Rhys", ""),
            ],
        ),
        # what stands below is no part of the name
        ("Lead inspector: Jo Marsh\nAge Group", [("lead", "Jo Marsh", "")]),
        (
            "Lead inspectors: Jo Marsh, Her Majesty’s Inspector\n\nPaul d’Arcy, HMI",
            [("lead", "Jo Marsh", "Her Majesty’s Inspector"), ("lead", "Paul d’Arcy", "HMI")],
        ),
        # titles before the name, and courtesies, which are no part of it
        (
            "Lead inspector: His Majesty’s Inspector Rowan Ashby",
            [("lead", "Rowan Ashby", "His Majesty’s Inspector")],
        ),
        ("Lead inspector: HMI Jo Marsh", [("lead", "Jo Marsh", "HMI")]),
        ("Lead inspector: Ofsted Inspector Jo Marsh", [("lead", "Jo Marsh", "Ofsted Inspector")]),
        ("Lead inspector Mr Edwin Marsh HMI", [("lead", "Edwin Marsh", "HMI")]),
        ("Lead inspector: Dr. Jo Marsh, HMI", [("lead", "Jo Marsh", "HMI")]),
        ("Lead inspector: Professor J.P. Marsh", [("lead", "J.P. Marsh", "")]),
        (
            "Lead inspector: Jo Marsh, Her Majestys Inspector (HMI)",
            [("lead", "Jo Marsh", "Her Majestys Inspector (HMI)")],
        ),
        # small letters behind a hyphen, capitals with accents
        ("Lead inspector: Anna-lise Farrow, HMI", [("lead", "Anna-lise Farrow", "HMI")]),
        ("Lead inspector: Łucja Ó’Dea-marsh, HMI", [("lead", "Łucja Ó’Dea-marsh", "HMI")]),
        # a name that goes on over the line, and two names on two lines
        (
            "Lead inspector: Petra Quill\nHartley-Wood HMI",
            [("lead", "Petra Quill Hartley-Wood", "HMI")],
        ),
        ("Lead inspector: Petra\nQuill, HMI", [("lead", "Petra Quill", "HMI")]),
        (
            "Lead inspector: Jo Marsh\nHartley\nTeam inspectors: Bob Ray",
            [("lead", "Jo Marsh Hartley", "")],
        ),
        ("Lead inspector: Jo Marsh\nBob\nAge group: All", [("lead", "Jo Marsh", "")]),
        (
            "Lead inspectors: Jo Marsh, HMI, and Cath Hill, HMI",
            [("lead", "Jo Marsh", "HMI"), ("lead", "Cath Hill", "HMI")],
        ),
    ],
)
def test_lead_on_a_cover(header_of, cover, expected):
    header = header_of(ILACS.format(cover))
    assert people(header) == expected
    assert problems(header) == []


@pytest.mark.parametrize(
    ("cover", "text"),
    [
        ("Lead inspector: to be confirmed", "Lead inspector: to be confirmed"),
        ("Lead inspector: Marsh", "Lead inspector: Marsh"),
        ("Age group: all", None),
    ],
)
def test_a_cover_without_a_lead_that_can_be_read_is_told(header_of, cover, text):
    header = header_of(ILACS.format(cover))
    assert people(header) == []
    assert problems(header) == [("no-lead-inspector", text)]


def test_team_list_with_all_its_oddities(header_of):
    header = header_of(
        SIF.format(
            "Lead inspector on site: Jo Marsh\n\n"
            "Report author: Bob Ray\n\n"
            "Deputy lead inspectors: Cath Hill/Ian Young\n\n"
            "Team inspectors (all HMI unless otherwise stated): Fiona J Mills, Paula Thom- Jones,"
            " Nick Stack Contracted Inspector, Tina Gelé (OI) Sean Tarr (AI), Dr Ken Poole."
            " Mary Ford.\n\n"
            "Shadow inspectors: Regulatory Inspection Manager Rae Holt\n\n"
            "Senior data analyst: Pete Laws\n\n"
            "Quality assurance manager: Nell Park, Senior HMI"
        )
    )
    assert people(header) == [
        ("lead", "Jo Marsh", ""),
        ("team", "Bob Ray", ""),
        ("team", "Cath Hill", ""),
        ("team", "Ian Young", ""),
        ("team", "Fiona J Mills", ""),
        ("team", "Paula Thom-Jones", ""),
        ("team", "Nick Stack", "Contracted Inspector"),
        ("team", "Tina Gelé", "OI"),
        ("team", "Sean Tarr", "AI"),
        ("team", "Ken Poole", ""),
        ("team", "Mary Ford", ""),
        ("team", "Rae Holt", "Regulatory Inspection Manager"),
    ]


@pytest.mark.parametrize("title", ["", " HMI"])
def test_a_deputy_whose_label_lacks_its_colon_is_of_the_team(header_of, title):
    header = header_of(
        SIF.format(
            f"Lead inspector: Jo Marsh HMI\n\nDeputy lead inspector Carl Dean{title}\n\n"
            "Team inspectors: Tina Ray HMI, Bob Ford HMI"
        )
    )
    assert people(header) == [
        ("lead", "Jo Marsh", "HMI"),
        ("team", "Carl Dean", title.strip()),
        ("team", "Tina Ray", "HMI"),
        ("team", "Bob Ford", "HMI"),
    ]


@pytest.mark.parametrize("label", ["Supernumerary", "Associate", "Regulatory", "Visiting senior"])
def test_whoever_a_label_calls_an_inspector_is_of_the_team(header_of, label):
    header = header_of(
        SIF.format(
            f"Lead inspector: Jo Marsh\n\nTeam inspectors: Tina Ray\n\n{label} inspector: Bob Ford"
            "\n\nSenior data analyst: Pete Laws"
        )
    )
    assert people(header) == [
        ("lead", "Jo Marsh", ""),
        ("team", "Tina Ray", ""),
        ("team", "Bob Ford", ""),
    ]


def test_the_lead_of_the_other_inspectorate_is_of_the_team(header_of):
    header = header_of(
        SEND.format(
            "Carl Dean, CQC Lead inspector\n\nJo Marsh, HMI, Ofsted Lead inspector\n\n"
            "Bob Ray, Ofsted HMI\n\nDee Ford, CQC inspector"
        )
    )
    assert people(header) == [
        ("lead", "Jo Marsh", "HMI, Ofsted Lead inspector"),
        ("team", "Carl Dean", "CQC Lead inspector"),
        ("team", "Bob Ray", "Ofsted HMI"),
        ("team", "Dee Ford", "CQC inspector"),
    ]


def test_a_tab_parts_the_cells_of_a_team_table(header_of):
    team = "Jo Marsh HMI, Ofsted lead inspector\tCarl Dean, CQC lead inspector"
    header = header_of(
        SEND.format(team).replace("Ofsted\n", "Ofsted\tCare Quality Commission\n", 1)
    )
    assert people(header) == [
        ("lead", "Jo Marsh", "HMI, Ofsted lead inspector"),
        ("team", "Carl Dean", "CQC lead inspector"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Her Majesty’s Inspectors for this visit were Carl Dean, Jo Marsh and Tina Ray.",
        "The inspectors were Carl Dean, Jo Marsh and Tina Ray.",
        "The visit was carried out by three of Her Majesty’s Inspectors, Carl Dean, Jo Marsh and"
        " Tina Ray. Marlowe Council was helpful.",
        "Her Majesty’s Inspectors (HMIs) for the visit were Carl Dean, Jo Marsh and Tina Ray.",
        "The inspectors were Her Majesty’s Inspectors (HMI) Social Care, Carl Dean, Jo Marsh and"
        " Tina Ray.",
        "His Majesty’s Inspectors for this visit were lead inspector Jo Marsh and team inspectors"
        " Carl Dean and Tina Ray.",
        "The inspectors were Carl Dean and Jo Marsh, both of whom are Her Majesty’s Inspectors"
        " (HMI), and Tina Ray (HMI designate).",
        "The inspectors were Carl Dean, HMI, and Jo Marsh, HMI, with Tina Ray, HMI designate.",
    ],
)
def test_who_signs_a_letter_leads_and_the_others_are_named_in_its_prose(header_of, sentence):
    header = header_of(LETTER.format(sentence, "Jo Marsh\n\nHer Majesty’s Inspector"))
    assert [(each.role, each.name) for each in header.inspectors] == [
        ("lead", "Jo Marsh"),
        ("team", "Carl Dean"),
        ("team", "Tina Ray"),
    ]
    assert problems(header) == []


@pytest.mark.parametrize(
    "closing",
    [
        "Yours sincerely",
        "Your sincerely",
        "Yours faithfully,",
        "Your’s sincerely",
        "Kind regards",
        "There is no more to say.",
    ],
)
@pytest.mark.parametrize("name", ["Jo Marsh", "Mrs Anna-lise Farrow"])
@pytest.mark.parametrize("between", ["\n\n", "\n", ", "])
def test_a_letter_is_signed_under_any_closing_or_none(header_of, closing, name, between):
    text = LETTER.replace("Yours sincerely", closing)
    header = header_of(text.format("", f"{name}{between}His Majesty’s Inspector"))
    assert people(header) == [("lead", name.removeprefix("Mrs "), "His Majesty’s Inspector")]
    assert problems(header) == []


def test_a_letter_that_nobody_signed_is_told(header_of):
    header = header_of(LETTER.format("", "Ofsted"))
    assert header.inspectors == ()
    assert problems(header) == [("no-lead-inspector", None)]


def test_the_title_of_who_signs_is_kept(header_of):
    header = header_of(LETTER.format("", "Jo Marsh\n\nHer Majesty’s Inspector"))
    assert header.inspectors[0].title == "Her Majesty’s Inspector"
