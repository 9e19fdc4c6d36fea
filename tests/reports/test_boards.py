"""Boards, laws and other authorities of short made-up reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.documents import Document, read_bytes
from kg.knowledge import Knowledge
from kg.knowledge.sectionkinds import Trait
from kg.reports.evidence import Board, Mention, Unplaced
from kg.reports.namedbodies import read_boards, read_mentions
from kg.reports.outline import Part, read_outline
from kg.reports.quotes import About

DAY = date(2019, 5, 17)
Read = tuple[tuple[Board, ...], tuple[Mention, ...], tuple[Unplaced, ...]]


def document_of(text: str) -> tuple[Document, tuple[Part, ...]]:
    """A text as a document of one part."""
    document = read_bytes(text.encode(), "made-up")
    return document, read_outline(document, None)


def boards_in(
    knowledge: Knowledge, text: str, on: date | None = DAY, own: str | None = "marlowe"
) -> Read:
    """What is read from a report on Marlowe; each quote is held against the text."""
    document, parts = document_of(text)
    boards, mentions, unplaced = read_boards(document, parts, own, on, knowledge)
    for each in (*boards, *mentions, *unplaced):
        quote = each.quote
        assert document.text[quote.start : quote.end] == quote.text
    assert [board.key for board in boards] == list(dict.fromkeys(board.key for board in boards))
    return boards, mentions, unplaced


def test_one_board_however_it_is_called(made_up_knowledge: Knowledge) -> None:
    text = (
        "The Marlowe Safeguarding Children Board (MSCB) has a chair. The MSCB meets. "
        "Other agencies trust the LSCB."
    )
    (board,), mentions, _ = boards_in(made_up_knowledge, text)
    assert (board.key, board.kind, board.authority) == ("marlowe/lscb", "lscb", "marlowe")
    assert board.name == "Marlowe Safeguarding Children Board"
    assert board.names == ("Marlowe Safeguarding Children Board", "LSCB")
    assert [each.quote.text for each in mentions] == [
        "Marlowe Safeguarding Children Board",
        "MSCB",
        "LSCB",
    ]
    assert {each.target for each in mentions} == {"marlowe/lscb"}
    assert {each.what for each in mentions} == {"board"}


def test_a_name_with_capitals_is_the_name_to_show(made_up_knowledge: Knowledge) -> None:
    (board,), _, _ = boards_in(
        made_up_knowledge,
        "Marlowe’s multi-agency safeguarding arrangements are new. The Marlowe Safeguarding "
        "Partnership leads them.",
    )
    assert board.name == "Marlowe Safeguarding Partnership"


def test_an_abbreviation_may_be_part_of_another_name(made_up_knowledge: Knowledge) -> None:
    text = (
        "The Multi-Agency Safeguarding Arrangements (MASA) are new. The Marlowe MASA-based "
        "Strategic Delivery Group meets. A MASA-led audit is done."
    )
    boards, mentions, _ = boards_in(made_up_knowledge, text)
    assert [board.kind for board in boards] == ["safeguarding-partnership", "other"]
    assert [each.quote.text for each in mentions] == [
        "Multi-Agency Safeguarding Arrangements",
        "Marlowe MASA-based Strategic Delivery Group",
        "MASA",
    ]


def test_a_neighbours_board_is_the_neighbours(made_up_knowledge: Knowledge) -> None:
    text = "Panels are shared with North Marlowe LSCB. Marlowe’s LSCB and St. Aldate LSCB agree."
    boards, _, _ = boards_in(made_up_knowledge, text)
    assert [board.key for board in boards] == [
        "north-marlowe/lscb",
        "marlowe/lscb",
        "st-aldate/lscb",
    ]


@pytest.mark.parametrize(
    ("on", "name", "kind"),
    [
        (date(2018, 5, 17), "Safeguarding Children Partnership Board", "lscb"),
        (date(2022, 5, 17), "Safeguarding Children Partnership Board", "safeguarding-partnership"),
        # the old name alone is what a report of any year calls it
        (date(2022, 5, 17), "Safeguarding Children Board", "lscb"),
    ],
)
def test_a_name_of_two_kinds_is_of_the_kind_of_its_day(
    made_up_knowledge: Knowledge, on: date, name: str, kind: str
) -> None:
    document, parts = document_of(f"The Local {name} challenges its members.")
    (board,), _, _ = read_boards(document, parts, "marlowe", on, made_up_knowledge)
    assert board.kind == kind


def test_the_own_place_among_others_makes_it_the_own_board(made_up_knowledge: Knowledge) -> None:
    text = "The Marlowe and St Aldate Child Death Overview Panel meets."
    (board,), _, _ = boards_in(made_up_knowledge, text)
    assert board.key == "marlowe/child-death-overview-panel"


def test_an_authority_of_the_day_bears_the_board(made_up_knowledge: Knowledge) -> None:
    (board,), _, _ = boards_in(made_up_knowledge, "They met the Fenland LSCB.", date(2018, 1, 9))
    assert board.authority == "old-fenland"


def test_a_larger_places_board_is_not_placed(made_up_knowledge: Knowledge) -> None:
    boards, _, unplaced = boards_in(made_up_knowledge, "They met the Greater Fenland LSCB.")
    assert boards == ()
    assert [each.text for each in unplaced] == ["Fenland LSCB"]


def test_a_kind_counts_from_its_first_day(made_up_knowledge: Knowledge) -> None:
    text = "The local safeguarding partnership meets monthly."
    assert [board.kind for board in boards_in(made_up_knowledge, text)[0]] == [
        "safeguarding-partnership"
    ]
    boards, mentions, unplaced = boards_in(made_up_knowledge, text, date(2015, 3, 2))
    assert (boards, mentions) == ((), ())
    assert [each.text for each in unplaced] == ["local safeguarding partnership"]
    assert boards_in(made_up_knowledge, text, None)[0]


def test_a_trust_that_runs_services_is_no_board(made_up_knowledge: Knowledge) -> None:
    text = "Marlowe Children’s Trust runs the services. The children’s trust is new."
    assert boards_in(made_up_knowledge, text)[0] == ()
    (board,), _, _ = boards_in(made_up_knowledge, text, date(2014, 3, 2))
    assert board.kind == "childrens-partnership-board"


def test_boards_of_no_kind_have_a_node_a_name(made_up_knowledge: Knowledge) -> None:
    text = (
        "The Serious Violence Board (SVB) is new. The multi-agency Serious Violence Board "
        "and the SVB do well. The SEND partnership board meets. The partnership is strong."
    )
    boards, mentions, _ = boards_in(made_up_knowledge, text)
    assert [board.key for board in boards] == [
        "marlowe/other/serious-violence-board",
        "marlowe/other/send-partnership-board",
    ]
    assert [each.target for each in mentions].count(boards[0].key) == 3


def test_the_board_is_the_last_that_its_paragraph_names(made_up_knowledge: Knowledge) -> None:
    text = (
        "The corporate parenting panel and improvement board meet. The board is new.\n\nThe board."
    )
    _, mentions, _ = boards_in(made_up_knowledge, text)
    assert [each.target for each in mentions] == [
        "marlowe/corporate-parenting-board",
        "marlowe/improvement-board",
        "marlowe/improvement-board",
    ]


def test_in_a_part_about_a_board_the_board_is_that_one(made_up_knowledge: Knowledge) -> None:
    document, parts = document_of(
        "The Marlowe LSCB reports to the health and wellbeing board. This board does well."
    )
    about = [replace(part, about=About.BOARD) for part in parts]
    _, mentions, _ = read_boards(document, about, "marlowe", DAY, made_up_knowledge, "lscb")
    assert mentions[-1].target == "marlowe/lscb"
    assert mentions[-1].quote.text == "This board"


def test_a_board_that_is_never_named_is_none(made_up_knowledge: Knowledge) -> None:
    document, parts = document_of("The board does well.")
    about = [replace(part, about=About.BOARD) for part in parts]
    found = read_boards(document, about, "marlowe", DAY, made_up_knowledge, "lscb")
    assert found == ((), (), ())


def test_standing_texts_mention_no_board_that_the_report_names(
    made_up_knowledge: Knowledge,
) -> None:
    """Neither by an abbreviation that the report gives, nor as "the board"."""
    said = "The Marlowe Safeguarding Children Board (MSCB) meets."
    document, (part,) = document_of(f"{said}\n\nThe MSCB is judged so. What the board does counts.")
    middle = next(
        index
        for index, block in enumerate(document.blocks)
        if document.text[block.body :].startswith("The MSCB is")
    )
    parts = [replace(part, last=middle), replace(part, first=middle, traits=frozenset())]
    _, mentions, _ = read_boards(document, parts, "marlowe", DAY, made_up_knowledge)
    assert [each.quote.text for each in mentions] == ["Marlowe Safeguarding Children Board"]
    _, mentions, _ = read_boards(document, [part], "marlowe", DAY, made_up_knowledge)
    assert len(mentions) > 1, "the texts are found where they do not stand in a standing text"


def test_standing_texts_name_no_board(made_up_knowledge: Knowledge) -> None:
    document, parts = document_of("The LSCB is reviewed under its own regulations.")
    silent = [replace(part, traits=frozenset()) for part in parts]
    found = read_boards(document, silent, "marlowe", DAY, made_up_knowledge)
    assert found == ((), (), ())


def test_without_an_authority_a_board_is_nobodys(made_up_knowledge: Knowledge) -> None:
    (board,), _, _ = boards_in(made_up_knowledge, "The LSCB meets.", own=None)
    assert (board.key, board.authority) == ("lscb", None)


@pytest.mark.parametrize(
    "text", ["\u0130\u0130 and the LSCB meet.", "Nothing here.", "Board", "(LSCB"]
)
def test_odd_texts_are_read(made_up_knowledge: Knowledge, text: str) -> None:
    boards_in(made_up_knowledge, text)


def test_laws_and_other_authorities_are_mentioned(made_up_knowledge: Knowledge) -> None:
    document, parts = document_of(
        "Marlowe and North Marlowe meet their duties under the Children Act 1989, and so does "
        "St Aldate. Fenland Police agree."
    )
    found = read_mentions(document, parts, "marlowe", DAY, made_up_knowledge)
    assert [(each.what, each.target) for each in found] == [
        ("authority", "north-marlowe"),
        ("law", "https://www.legislation.gov.uk/id/ukpga/1989/41"),
        ("authority", "st-aldate"),
    ]
    for each in found:
        assert document.text[each.quote.start : each.quote.end] == each.quote.text


def test_standing_texts_mention_no_law(made_up_knowledge: Knowledge) -> None:
    document, parts = document_of("Ofsted acts under the Children Act 2004 in St Aldate.")
    silent = [replace(part, traits=frozenset({Trait.BODY})) for part in parts]
    assert read_mentions(document, silent, "marlowe", DAY, made_up_knowledge) == ()
