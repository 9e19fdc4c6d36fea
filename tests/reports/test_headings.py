"""Headings in the profile's words, in others, misprinted, without their weight; and no headings."""

import pytest

from kg.documents import read_bytes
from kg.reports.headings import find_headings, named, stands_apart, worded_otherwise
from kg.reports.likeness import likeness
from kg.reports.profile import load_profiles
from tests.reports.printing import Set, bullet, printed, text

PROFILES = {profile.family.code: profile for profile in load_profiles()}
CARE_LEAVERS = "The experiences and progress of care leavers"


PROSE = text("Leaders in Northmoor know their services well, and they have a plan.")
ITEM = bullet("The quality of plans.")


def found(family, *pieces):
    return [
        (heading.index, heading.form and heading.form.kind, heading.loose)
        for heading in find_headings(printed(*pieces), PROFILES[family].sections.heading)
    ]


@pytest.mark.parametrize(
    ("family", "words", "kind"),
    [
        ("ILACS", "What needs to improve?", "improvements"),
        ("ILACS", "What needs to improve?1", "improvements"),
        ("ILACS", "What needs to improve? (continued)", "improvements"),
        ("ILACS", "What needs to improve? cont", "improvements"),
        ("ILACS-focused", "What needs to improve in this area of practice:", "improvements"),
        ("ILACS-focused", "What needs to improve in services for care leavers", "improvements"),
        ("ILACS-focused", "Areas for priority action", "priority-actions"),
        ("ILACS-focused", "Main findings", "findings"),
        ("ILACS-focused", "Overview", "headline"),
        ("SIF", "Recommendations", "improvements"),
        ("SIF", "Priority actions", "priority-actions"),
        ("SIF", "Priority and immediate action", "priority-actions"),
        ("SIF", "What does the LSCB need to improve?", "improvements"),
        ("SIF", "Summary for children and young people", "young-people-summary"),
        ("SIF", "Inspection findings", "findings"),
        ("JTAI", "What needs to improve?", "improvements"),
        ("JTAI", "Next steps", "next-steps"),
        ("CP2012", "Areas for improvement", "improvements"),
        ("LAC", "Areas for improvement", "improvements"),
        ("AreaSEND", "Areas for improvement", "improvements"),
    ],
)
@pytest.mark.parametrize(
    ("size", "bold"), [(14.0, True), (12.0, True), (14.0, False), (12.0, False)]
)
def test_a_heading_is_known_with_and_without_its_weight(family, words, kind, size, bold):
    heading = Set(words, size=size, bold=bold)
    assert found(family, PROSE, heading, ITEM) == [(1, kind, False)]


@pytest.mark.parametrize("dash", ["\u2013", "-", "\u2014", "\u2500", "\u2212", "\u2026", "\u2015"])
def test_any_dash_stands_for_the_dash_of_a_heading(dash):
    forms = PROFILES["SIF"].sections.heading
    words = f"Inspection findings {dash} the Local Safeguarding Children Board"
    form = named(words, forms)
    assert form is not None
    assert (form.kind, form.strand) == ("findings", "lscb")


@pytest.mark.parametrize(
    ("family", "words", "kind", "strand"),
    [
        ("ILACS", "Areas that need to improve", "improvements", None),
        ("ILACS-focused", "What must improve in this area of practice", "improvements", None),
        ("ILACS-focused", "Areas requiring priority action", "priority-actions", None),
        ("SIF", "Recomendations", "improvements", None),
        ("SIF", "Key recommendations", "improvements", None),
        ("SIF", "Immediate and priority actions needed", "priority-actions", None),
        ("JTAI", "Areas of improvement", "improvements", None),
        ("ILACS", "The experiences of children in care: good", "findings", "in-care"),
        (
            "ILACS",
            "The experience and progress of children who need support and protection is good",
            "findings",
            "help-and-protection",
        ),
        (
            "SIF",
            "The experiences of progress of children looked after and achieving permanence",
            "findings",
            "looked-after",
        ),
    ],
)
def test_a_heading_in_other_words_is_known_loosely(family, words, kind, strand):
    forms = PROFILES[family].sections.heading
    assert named(words, forms) is None
    form = worded_otherwise(words, forms)
    assert form is not None
    assert (form.kind, form.strand) == (kind, strand)


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("SIF", "Review of the effectiveness of the Local Safeguarding Children Board"),
        ("SIF", "Progress on the plan of last year"),
        ("SIF", "Quality of practice"),
        ("ILACS", "Inspection of Northmoor local authority children\u2019s services"),
        ("ILACS-focused", "Focused visit to Northmoor children\u2019s services"),
        ("JTAI", "Northmoor Safeguarding Children Partnership (NSCP)"),
    ],
)
def test_other_words_are_no_heading_of_the_profile(family, words):
    forms = PROFILES[family].sections.heading
    assert named(words, forms) is None
    assert worded_otherwise(words, forms) is None


def test_the_words_of_two_headings_between_which_there_is_no_telling_are_neither():
    forms = PROFILES["ILACS"].sections.heading
    assert worded_otherwise("The experiences and progress of children", forms) is None


@pytest.mark.parametrize("words", ["Good", "1"])
def test_the_cell_of_a_table_is_no_heading(words):
    label = text("Areas for improvement", beside=True)
    assert found("SIF", PROSE, label, text(words, x0=400.0, beside=True)) == []
    assert found("SIF", PROSE, text(words, x0=40.0), label) == []


@pytest.mark.parametrize(
    "words",
    [
        "Recommendations 7",
        "Areas for improvement were found in each of the teams",
        "recommendations",
        "What needs to improve is known to leaders.",
    ],
)
def test_lines_of_contents_and_sentences_are_no_headings(words):
    assert found("SIF", PROSE, text(words), ITEM) == []


def test_a_list_of_contents_is_no_row_of_headings():
    words = ["Executive summary", "Recommendations", "Inspection findings", "The inspection team"]
    assert found("SIF", PROSE, *map(text, words), PROSE) == []


def test_a_strand_set_like_the_text_is_a_heading_only_with_its_grade():
    assert found("ILACS", PROSE, text(CARE_LEAVERS), PROSE) == []
    graded = text(f"{CARE_LEAVERS}: requires improvement to be good")
    assert found("ILACS", PROSE, graded, PROSE) == [(1, "findings", False)]


def test_other_words_set_like_the_text_need_a_list_below():
    words = text("Areas that need to improve")
    assert found("ILACS", PROSE, words, ITEM) == [(1, "improvements", True)]
    assert found("ILACS", PROSE, words, PROSE) == []


@pytest.mark.parametrize(
    ("text", "words", "alike"),
    [
        ("The experience and progress of care leavers: good", CARE_LEAVERS, True),
        ("The experiences and progress of children care leavers", CARE_LEAVERS, True),
        ("The experiences and progress of children", CARE_LEAVERS, False),
        ("Recomendations", "Recommendations", True),
        ("Areas for improvment", "Areas for improvement", True),
        ("Key strengths", "Recommendations", False),
        ("Main findings", "Inspection findings", False),
        ("", "Recommendations", False),
    ],
)
def test_misprints_are_alike_and_other_headings_are_not(text, words, alike):
    assert (likeness(text, words) >= 0.8) is alike


def test_a_footnote_mark_behind_a_heading_of_a_text_is_no_text():
    words = "Leaders know.\n\nWhat needs to improve?\u00b9\n\n- Plans.\n\n\u00b9 A made-up note.\n"
    document = read_bytes(words.encode(), "made-up")
    headings = find_headings(document, PROFILES["ILACS"].sections.heading)
    assert [heading.form.kind for heading in headings] == ["improvements"]


@pytest.mark.parametrize(
    ("above", "apart"),
    [
        ("", True),
        ("\n \n", True),
        ("Northmoor.\n\n", True),
        ("Northmoor.\n \t\r\n", True),
        ("Northmoor.\n\n## ", True),
        ("Northmoor.\n", False),
        ("Northmoor.\n## ", False),
    ],
)
def test_a_line_of_a_text_stands_apart_under_a_blank_line_or_first(above, apart):
    document = read_bytes(f"{above}Main findings\n\nPlans are good.\n".encode(), "made-up")
    [block] = [b for b in document.blocks if document.text[b.body : b.end] == "Main findings"]
    assert stands_apart(document, block) == apart
