"""Items of a list become recommendations: kind, addressee, timescale, the paragraphs they cite."""

from __future__ import annotations

from datetime import date

import pytest

from kg.documents import Document
from kg.knowledge import load_knowledge
from kg.reports.model import About, Kind, Recommendation
from kg.reports.outline import read_outline
from kg.reports.profile import load_profiles
from kg.reports.recommendations import read_recommendations
from tests.reports.printing import Set, bullet, heading, number, printed, text

KNOWLEDGE = load_knowledge()
PROFILES = {profile.family.code: profile for profile in load_profiles()}
PROSE = text("Leaders in Northmoor know their services well, and they have a plan.")
#: The heading of a list in each family, and what its items are called.
HEADINGS = [
    ("ILACS", "What needs to improve?", Kind.WHAT_NEEDS_TO_IMPROVE),
    ("ILACS-focused", "Areas for priority action", Kind.PRIORITY_ACTION),
    ("SIF", "Recommendations", Kind.RECOMMENDATION),
    ("JTAI", "Priority actions", Kind.PRIORITY_ACTION),
]


def read(
    family: str,
    *pieces: Set,
    published: date | None = date(2024, 5, 31),
    fieldwork_end: date | None = None,
) -> tuple[Document, tuple[Recommendation, ...]]:
    document = printed(*pieces)
    parts = read_outline(document, PROFILES[family])
    items, _ = read_recommendations(
        document, PROFILES[family], parts, KNOWLEDGE,
        published=published, fieldwork_end=fieldwork_end,
    )  # fmt: skip
    return document, items


def the_item(words: str) -> Recommendation:
    """One recommendation that reads so."""
    _, (item,) = read("SIF", PROSE, heading("Recommendations"), number(1, words))
    return item


@pytest.mark.parametrize(("family", "above", "kind"), HEADINGS)
def test_the_heading_says_of_which_kind_the_items_are(family: str, above: str, kind: Kind) -> None:
    _, items = read(family, PROSE, heading(above), bullet("The quality of plans."))
    assert [(item.kind, item.text) for item in items] == [(kind, "The quality of plans.")]


def test_items_are_counted_over_all_lists_and_keep_their_printed_numbers() -> None:
    _, items = read(
        "SIF", PROSE, heading("Recommendations"), number(1, "Improve plans."),
        number(2, "See children often."),
    )  # fmt: skip
    assert [(item.order, item.number) for item in items] == [(1, "1"), (2, "2")]


def test_a_quote_is_the_item_as_it_stands() -> None:
    document, (item,) = read(
        "ILACS", PROSE, heading("What needs to improve?"), bullet("Supervision that\nis recorded.")
    )
    quote = item.quote
    assert document.text[quote.start : quote.end] == quote.text
    assert item.text == "Supervision that is recorded."
    assert quote.page == 1


def test_sub_bullets_belong_to_their_item() -> None:
    _, (item,) = read(
        "ILACS", PROSE, heading("What needs to improve?"), bullet("Help for care leavers with:"),
        bullet("their health", 2, 100.0), bullet("their homes.", 2, 100.0),
    )  # fmt: skip
    assert item.text == "Help for care leavers with: their health; their homes."


def test_the_authority_is_told_unless_the_profile_says_who_else() -> None:
    assert the_item("Improve plans.").addressee is About.AUTHORITY
    _, (item,) = read("JTAI", PROSE, heading("Priority actions"), bullet("Share what is known."))
    assert item.addressee is About.PARTNERSHIP


@pytest.mark.parametrize(
    ("published", "fieldwork_end", "due", "counted_from"),
    [
        (date(2012, 11, 30), date(2012, 10, 19), date(2013, 2, 28), "published"),
        (None, date(2012, 10, 19), date(2013, 1, 19), "fieldwork"),
        (None, None, None, None),
    ],
)
def test_a_timescale_gives_a_day_where_there_is_one_to_count_from(
    published: date | None, fieldwork_end: date | None, due: date | None, counted_from: str | None
) -> None:
    _, (item,) = read(
        "CP2012", PROSE, heading("Areas for improvement"), heading("Within three months:", 12.0),
        bullet("Improve plans."), published=published, fieldwork_end=fieldwork_end,
    )  # fmt: skip
    assert item.timescale is not None
    assert item.timescale.printed == "Within three months"
    assert (item.timescale.due, item.timescale.counted_from) == (due, counted_from)


def test_a_list_without_timescales_has_none() -> None:
    assert the_item("Improve plans within three months.").timescale is None


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("Improve plans.", ()),
        ("Improve plans (paragraph 7).", (7,)),
        ("Improve plans (Para 7).", (7,)),
        ("Improve plans (paragraphs 19, 20 and 24).", (19, 20, 24)),
        ("Improve plans (paragraphs 111-113).", (111, 112, 113)),
        ("Improve plans (paragraphs 5 to 7, 6).", (5, 6, 7)),
        ("Improve plans (page 12, paragraph 17).", (17,)),
        ("Improve plans (paragraph 7) and visits (paragraph 9).", (7, 9)),
        # no range is so long: two paragraphs
        ("Improve plans (paragraphs 1 to 500).", (1, 500)),
        ("Improve plans (see section 7).", ()),
    ],
)
def test_the_paragraphs_that_an_item_cites(words: str, cited: tuple[int, ...]) -> None:
    assert the_item(words).references == cited
