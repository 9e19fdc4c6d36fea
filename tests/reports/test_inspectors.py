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
        # what stands below is no part of the name
        ("Lead inspector: Jo Marsh\nAge Group", [("lead", "Jo Marsh", "")]),
        (
            "Lead inspectors: Jo Marsh, Her Majesty’s Inspector\n\nPaul d’Arcy, HMI",
            [("lead", "Jo Marsh", "Her Majesty’s Inspector"), ("lead", "Paul d’Arcy", "HMI")],
        ),
        ("Lead inspector: to be confirmed", []),
    ],
)
def test_lead_on_a_cover(header_of, cover, expected):
    assert people(header_of(ILACS.format(cover))) == expected


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
        ("team", "Dr Ken Poole", ""),
        ("team", "Mary Ford", ""),
        ("team", "Rae Holt", "Regulatory Inspection Manager"),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "Her Majesty’s Inspectors for this visit were Carl Dean, Jo Marsh and Tina Ray.",
        "The inspectors were Carl Dean, Jo Marsh and Tina Ray.",
        "The visit was carried out by three of Her Majesty’s Inspectors, Carl Dean, Jo Marsh and"
        " Tina Ray. Marlowe Council was helpful.",
    ],
)
def test_who_signs_a_letter_leads_and_the_others_are_named_in_its_prose(header_of, sentence):
    header = header_of(LETTER.format(sentence, "Jo Marsh\n\nHer Majesty’s Inspector"))
    assert [(each.role, each.name) for each in header.inspectors] == [
        ("lead", "Jo Marsh"),
        ("team", "Carl Dean"),
        ("team", "Tina Ray"),
    ]
    assert header.inspectors[0].title == "Her Majesty’s Inspector"
