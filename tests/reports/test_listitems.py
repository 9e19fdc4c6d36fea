"""The blocks under a heading become items, and what is none of them is kept apart."""

from __future__ import annotations

import pytest

from kg.reports.listing import Doubt, Listing
from kg.reports.listitems import read_items, read_paragraphs
from kg.reports.lists import item_text
from kg.reports.profile import load_profiles
from tests.reports.printing import Set, bullet, number, printed, text

#: ILACS lists are bullets without topics, those of SIF numbers with topics.
FORMS = {each.family.code: each.improvements for each in load_profiles()}
LONG = "The quality of plans, of visits and of the help that children and their families are given"


def read(
    *pieces: Set, form: str = "ILACS", numbers: bool = False
) -> tuple[list[str], list[tuple[Doubt, str]], Listing]:
    """The texts of the items, and each doubt with the words that it is about."""
    document = printed(*pieces)
    found = read_items(document, document.blocks, FORMS[form], numbers=numbers)
    doubts = [
        (doubt, " ".join(document.text[block.start : block.end].split()))
        for doubt, block in found.doubts
    ]
    return [item_text(document, item) for item in found.items], doubts, found


def test_each_bullet_is_an_item() -> None:
    items, doubts, _ = read(bullet("The quality of plans."), bullet("The use of data."))
    assert items == ["The quality of plans.", "The use of data."]
    assert doubts == []


def test_a_deeper_bullet_is_a_part_of_the_item_above() -> None:
    items, doubts, found = read(
        bullet("Help for care leavers with:"), bullet("health", 2, 100.0),
        bullet("homes.", 2, 100.0), bullet("The use of data."),
    )  # fmt: skip
    assert items == ["Help for care leavers with: health; homes.", "The use of data."]
    assert [len(item.parts) for item in found.items] == [2, 0]
    assert doubts == []


def test_a_bullet_set_in_is_deeper_though_its_mark_is_the_same() -> None:
    items, _, _ = read(bullet("Help with:"), bullet("health", x0=100.0), bullet("homes."))
    assert items == ["Help with: health", "homes."]


def test_numbers_are_items_and_bullets_under_them_parts() -> None:
    items, doubts, found = read(
        number(1, "Improve plans:"), bullet("their aims"), number(2, "Use data."),
        form="SIF", numbers=True,
    )  # fmt: skip
    assert items == ["Improve plans: their aims", "Use data."]
    assert [item.number for item in found.items] == ["1", "2"]
    assert doubts == []


def test_a_number_that_does_not_follow_is_told_and_kept() -> None:
    items, doubts, _ = read(number(1, "Plan."), number(3, "Visit."), form="SIF", numbers=True)
    assert items == ["Plan.", "Visit."]
    assert [doubt for doubt, _ in doubts] == [Doubt.NUMBER]


def test_numbers_behind_bullets_end_the_list() -> None:
    items, doubts, _ = read(bullet("Plans."), number(7, "Children are seen."))
    assert items == ["Plans."]
    assert [doubt for doubt, _ in doubts] == [Doubt.OTHER_MARKS]


@pytest.mark.parametrize("mark", ["(i)", "iv)", "(b)"])
def test_a_lettered_paragraph_is_a_part(mark: str) -> None:
    items, doubts, _ = read(bullet("Plan for:"), text(f"{mark} the health of children."))
    assert items == [f"Plan for: {mark} the health of children."]
    assert doubts == []


def test_a_paragraph_that_hangs_from_the_mark_belongs_to_the_item() -> None:
    hung = bullet("The quality of plans,\nwhich children").hang
    assert hung is not None
    items, doubts, _ = read(
        bullet("The quality of plans,\nwhich children"), text("should help to write.", x0=hung)
    )
    assert items == ["The quality of plans, which children should help to write."]
    assert doubts == []


def test_a_second_sentence_that_hangs_from_the_mark_is_taken_and_told() -> None:
    items, doubts, _ = read(
        bullet("The quality of\nplans."), text("They should be short.", x0=90.0)
    )
    assert items == ["The quality of plans. They should be short."]
    assert [doubt for doubt, _ in doubts] == [Doubt.JOINED]


def test_an_unfinished_numbered_item_goes_on_in_the_paragraph_below() -> None:
    items, doubts, _ = read(number(1, LONG), text("by other agencies."), form="SIF", numbers=True)
    assert items == [f"{LONG} by other agencies."]
    assert doubts == []


def test_a_paragraph_behind_a_whole_item_is_no_item_and_is_told() -> None:
    items, doubts, _ = read(bullet("The quality of plans."), text("Inspectors will return soon."))
    assert items == ["The quality of plans."]
    assert doubts == [(Doubt.STRAY, "Inspectors will return soon.")]


def test_a_bullet_that_the_file_lost_is_an_item_and_is_told() -> None:
    items, doubts, _ = read(text("the quality of plans."), bullet("the use of data."))
    assert items == ["the quality of plans.", "the use of data."]
    assert [doubt for doubt, _ in doubts] == [Doubt.UNMARKED]


def test_a_few_words_over_marked_items_are_their_group() -> None:
    _, _, found = read(
        text("Leadership"), number(1, "Plan."), text("Practice"), number(2, "Visit."),
        form="SIF", numbers=True,
    )  # fmt: skip
    assert [item.group for item in found.items] == ["Leadership", "Practice"]


def test_what_stands_before_the_first_item_is_kept_apart() -> None:
    items, doubts, found = read(
        text("Inspectors found that these need to improve, in this order."), bullet("Plans.")
    )
    assert items == ["Plans."]
    assert (len(found.before), doubts) == (1, [])


def test_offsets_of_an_item_are_those_of_its_words() -> None:
    document = printed(bullet("Help with:"), bullet("health.", 2, 100.0))
    (item,) = read_items(document, document.blocks, FORMS["ILACS"], numbers=False).items
    assert document.text[item.start : item.end].split() == ["Help", "with:", "\u2013", "health."]


@pytest.mark.parametrize(
    ("paragraphs", "items"),
    [
        # sentences stand for items, headings among them do not
        (("What follows", "Improve plans.", "See children."), ["Improve plans.", "See children."]),
        # without a sentence, what is longer than a few words does
        (("Leadership", "the quality of all plans"), ["the quality of all plans"]),
        ((), []),
    ],
)
def test_a_list_without_marks_is_its_paragraphs(
    paragraphs: tuple[str, ...], items: list[str]
) -> None:
    document = printed(*map(text, paragraphs))
    found = read_paragraphs(document, document.blocks)
    assert [item_text(document, item) for item in found] == items
