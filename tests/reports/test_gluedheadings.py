"""Headings that a file runs into a paragraph are parted from it; prose is left as it is."""

from dataclasses import replace

import pytest

from kg.reports.gluedheadings import part_headings
from kg.reports.outline import read_outline
from kg.reports.profile import load_profiles
from tests.reports.printing import bullet, heading, number, printed, text

PROFILES = {profile.family.code: profile for profile in load_profiles()}
PROSE = text("Leaders in Northmoor know their services well, and they have a plan.")


def blocks(family, *pieces):
    """The words of each block behind the first, its mark aside."""
    document = part_headings(printed(PROSE, *pieces), PROFILES[family])
    return [document.text[block.body : block.end] for block in document.blocks[1:]]


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("ILACS-focused", "What needs to improve in this area of practice"),
        ("ILACS", "What needs to improve?"),
        ("SIF", "Recommendations"),
        ("SIF", "Priority and immediate action:"),
        ("CP2012", "Areas for improvement"),
    ],
)
@pytest.mark.parametrize("below", [bullet("The quality of plans."), number(1, "Plan.")])
def test_the_heading_of_a_list_at_the_end_of_a_line_is_parted(family, words, below):
    above = "Too many plans are late.\nThey do not say who does what."
    assert blocks(family, text(f"{above} {words}"), below) == [
        above.replace("\n", " "),
        words,
        below.words,
    ]


def test_its_list_is_read_under_it():
    document = part_headings(
        printed(PROSE, text("Plans are late. What needs to improve?"), bullet("The plans.")),
        PROFILES["ILACS"],
    )
    assert [part.items for part in read_outline(document, PROFILES["ILACS"])][-1]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Too many plans are late.\nOther Ofsted inspections", 2),
        ("Local leadership\nThe director has been in post since May, and leads well.", 2),
        ("Too many plans are late.\nRecommendations\nLeaders should do better than this.", 3),
    ],
)
def test_a_heading_on_a_line_of_its_own_is_parted(words, wanted):
    assert len(blocks("SIF", text(words), PROSE)) == wanted + 1


@pytest.mark.parametrize(
    "words",
    [
        "Leaders know the areas for improvement",
        "Leaders have made good use of the\nRecommendations of the last inspection.",
        "There are\nareas for improvement",
        "Too many plans are late. Recommendations were made.",
        "Too many plans are late.\nRecommendations were made last year, and they are\nstill open.",
    ],
)
def test_prose_is_not_parted(words):
    assert len(blocks("SIF", text(words), bullet("The quality of plans."))) == 2


def test_a_report_of_no_known_family_is_left_as_it_is():
    document = printed(PROSE, text("Plans are late. Recommendations"), bullet("Plan."))
    assert part_headings(document, None) is document


def test_a_strand_with_its_grade_behind_an_item_without_a_stop_is_parted():
    words = "The experiences and progress of care leavers: good"
    item = bullet(f"The quality of plans\n{words}")
    # the line starts where the bullet does, and not where its text does
    item = replace(item, hang=item.x0)
    assert blocks("ILACS", item, PROSE)[:2] == ["The quality of plans", words]


def test_two_headings_over_a_page_s_end_are_two():
    document = printed(heading("The Local Safeguarding Children Board is good\nExecutive summary"))
    lines = (document.lines[0], replace(document.lines[1], page=2))
    both = replace(document, lines=lines, all_lines=lines, pages=document.pages * 2)
    found = part_headings(both, PROFILES["SIF"])
    assert [found.text[block.start : block.end] for block in found.blocks] == [
        "The Local Safeguarding Children Board is good",
        "Executive summary",
    ]
