"""Names of boards, laws and places in plain text."""

from __future__ import annotations

import pytest

from kg.knowledge import load_knowledge
from kg.knowledge.bodies import NameWords
from kg.language.anchors import End, find_ends
from kg.language.boards import BoardNames
from kg.language.laws import LawNames
from kg.language.otherboards import OtherNames
from kg.language.placenames import PlaceNames
from kg.reports.boardnames import finders
from kg.text.words import without_capitals

BODIES = load_knowledge().bodies
KINDS, OTHERS = finders(BODIES)
LAWS = LawNames((law.iri, law.labels) for law in BODIES.laws)


def kinds_in(text: str) -> list[tuple[str, str]]:
    """The kinds and printed names that are found in a text."""
    low = text.lower()
    found = KINDS.find(text, low, find_ends(low, KINDS.ends))
    return [(name.kind, text[name.start : name.end]) for name in found]


def others_in(text: str) -> list[str]:
    """The names of no kind that are found in a text about Marlowe."""
    low = text.lower()
    found = OTHERS.find(text, low, find_ends(low, OTHERS.ends), lambda word: word == "marlowe")
    return [text[name.start : name.end] for name in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marlowe Safeguarding Children Board", "lscb"),
        ("the Marlowe LSCB", "lscb"),
        ("the safeguarding children’s board", "lscb"),
        ("Dear Marlowe Local Safeguarding Partnership", "safeguarding-partnership"),
        ("Marlowe Safeguarding Children's Partnership", "safeguarding-partnership"),
        ("the Health & Well-being Board", "health-and-wellbeing-board"),
        ("the health and well being board", "health-and-wellbeing-board"),
        ("the multi-agency safeguarding arrangements", "safeguarding-partnership"),
        ("Marlowe Multi-Agency Safeguarding Arrangements (MASA)", "safeguarding-partnership"),
        ("the corporate parenting sub-committee", "corporate-parenting-board"),
        ("the corporate parenting council", "corporate-parenting-board"),
        ("the council’s scrutiny panel", "scrutiny-committee"),
        ("the Corporate Parenting Advisory Panel", "corporate-parenting-board"),
        ("a multi-agency improvement board", "improvement-board"),
        ("an improvement and inspection board", "improvement-board"),
        ("Children and Young People’s Strategic Partnership Board", "childrens-partnership-board"),
        ("the Children, Young People and Families Board", "childrens-partnership-board"),
        ("the Safer Marlowe Partnership Board", "community-safety-partnership"),
        ("the youth offending service management board", "youth-justice-board"),
        ("the local family justice board", "family-justice-board"),
        ("the Safeguarding Adults Board", "adult-safeguarding-board"),
        ("the adults’ safeguarding partnership board", "adult-safeguarding-board"),
        ("the overview and scrutiny committee", "scrutiny-committee"),
        ("the child death overview panel (CDOP)", "child-death-overview-panel"),
    ],
)  # fmt: skip
def test_a_board_is_of_its_kind_however_it_is_printed(text: str, kind: str) -> None:
    assert [found for found, _ in kinds_in(text)][:1] == [kind]


def test_the_longest_name_is_found_once() -> None:
    found = kinds_in("It reports to the children’s trust partnership board each year.")
    assert found == [("childrens-partnership-board", "children’s trust partnership board")]


def test_names_in_a_list_are_parted() -> None:
    found = kinds_in("The LSCB, the Health and Wellbeing Board and the Children’s Trust meet.")
    assert [kind for kind, _ in found] == [
        "lscb",
        "health-and-wellbeing-board",
        "childrens-partnership-board",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Strong and respectful safeguarding partnerships keep children safe.",
        "They win children’s trust and confidence.",
        "The children’s trust arrangements have ended.",
        "The effectiveness of multi-agency safeguarding arrangements is looked at.",
        "There are exploitation meetings and a scrutiny panel.",
        "The board meets.",
        "a vision for children and young people across the partnership",
        "The fostering panel and the adoption panel are well run.",
        "Children told the panel, and the improvement of boards followed.",
    ],
)
def test_what_only_sounds_like_a_board_is_none(text: str) -> None:
    assert kinds_in(text) == []


def test_an_abbreviation_is_given_with_its_name() -> None:
    text = "Marlowe Safeguarding Children Board (MSCB1) and the LSCB (Review)"
    low = text.lower()
    names = list(KINDS.find(text, low, find_ends(low, KINDS.ends)))
    assert [name.short for name in names] == ["MSCB", None]
    assert text[names[0].before : names[0].start] == "Marlowe "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It has developed a serious violence board.", "serious violence board"),
        ("led by the SEND partnership board", "SEND partnership board"),
        ("The Marlowe Together Health Partnership leads.", "Marlowe Together Health Partnership"),
        ("the operational commissioning group", "operational commissioning group"),
        ("through the ‘Prevent’ Steering Group", "‘Prevent’ Steering Group"),
        ("The ‘Prevent’ board is new.", "‘Prevent’ board"),
        ("the MfC Board (with a chair)", "MfC Board"),
    ],
)
def test_a_name_of_no_kind_has_a_topic_or_a_capital(text: str, name: str) -> None:
    assert others_in(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the board",
        "other strategic boards",
        "a strategic partnership board",
        "However, board members agree.",
        "the Marlowe partnership",
        "NHS Marlowe Integrated Care Board",
        "the clinical commissioning group",
        "the mental health strategic group",
        "Marlowe Vale Partnership NHS Foundation Trust",
        "schools and board members",
        "the LSCB board",
        "a shadow board",
        "the Young People’s Board",
        "the Children Board",
        "a family-nurse partnership",
    ],
)
def test_generic_words_and_other_bodies_are_no_names(text: str) -> None:
    assert others_in(text) in ([], ["LSCB board"])


def test_last_words_are_whole_words_in_order() -> None:
    low = "dashboards, boards and a panel on-board"
    assert find_ends(low, ["panel", "board"]) == [
        End(12, 18, "board"),
        End(25, 30, "panel"),
        End(34, 39, "board"),
    ]


def test_each_character_keeps_its_place_without_capitals() -> None:
    assert without_capitals("The LSCB") == "the lscb"
    assert without_capitals("\u0130X") == "\u0130x"


@pytest.mark.parametrize(
    ("text", "end", "printed"),
    [
        ("under the Children Act 1989.", "ukpga/1989/41", "Children Act 1989"),
        ("The Children Act (2004) says", "ukpga/2004/31", "Children Act (2004)"),
        ("its Care Act duties", "ukpga/2014/23", "Care Act"),
        ("Leaving Care Act 2000", "ukpga/2000/35", "Leaving Care Act 2000"),
        (
            "‘Working together to safeguard children’, 2015, says",
            "guidance/working-together-2015",
            "Working together to safeguard children’, 2015",
        ),
        ("Working Together 2013", "guidance/working-together-2013", "Working Together 2013"),
        (
            "the Care Planning Placement and Case Review Regulations 2010",
            "uksi/2010/959",
            "Care Planning Placement and Case Review Regulations 2010",
        ),
        ("the SEND code of practice", "guidance/send-code-of-practice", "SEND code of practice"),
    ],
)  # fmt: skip
def test_a_law_is_found_with_its_year(text: str, end: str, printed: str) -> None:
    (law,) = LAWS.find(text)
    assert law.iri.endswith(end)
    assert text[law.start : law.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "the Children Act",
        "Act quickly.",
        "the Holiday Act 1990",
        "working together to protect children",
        "Actions are late.",
    ],
)
def test_a_law_that_is_not_sure_is_not_given(text: str) -> None:
    assert list(LAWS.find(text)) == []


@pytest.fixture(scope="module")
def places() -> PlaceNames:
    return PlaceNames(["Marlowe", "North Marlowe", "Reading", "St Aldate"], BODIES.places)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a service shared with Marlowe and St Aldate", ["Marlowe", "St Aldate"]),
        ("work with North Marlowe’s managers", ["North Marlowe"]),
        ("Reading and writing improve. Children in Reading do well.", []),
        ("with Reading Borough Council", ["Reading"]),
        ("officers of Marlowe Police", []),
        ("Marlowe, St Aldate and South Vale Integrated Care Board", []),
        ("pan-Greater Marlowe guidance, Greater Marlowe and the University of Marlowe", []),
        ("the Marlowe judgement", []),
        ("with Ada Marlowe. Marlowe leads.", ["Marlowe"]),
        ("Marlowe-based carers and a child of Non-Marlowe", []),
        ("a reading scheme in READING council", []),
    ],
)
def test_a_place_is_an_authority_only_where_that_is_sure(
    places: PlaceNames, text: str, names: list[str]
) -> None:
    assert [found.name for found in places.find(text)] == names


def test_kinds_and_laws_are_read_from_the_vocabularies() -> None:
    kinds = BODIES.kinds
    assert kinds["lscb"].board_type == "LSCB"
    assert kinds["other"].board_type == "OtherBoard"
    since = kinds["safeguarding-partnership"].valid_from
    assert since is not None
    assert since.year == 2018
    assert {law.year for law in BODIES.laws if law.label == "Children Act 1989"} == {1989}


def test_a_finder_without_words_finds_nothing() -> None:
    nothing = BoardNames.of([], [], [])
    assert list(nothing.find("the board", "the board", find_ends("the board", ["board"]))) == []
    empty = OtherNames(NameWords(end=("board",)))
    ends = find_ends("a serious board", ["board"])
    assert list(empty.find("a serious board", "a serious board", ends, lambda _: False)) == []
