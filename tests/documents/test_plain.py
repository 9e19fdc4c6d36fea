"""Plain and Markdown-like text."""

import pytest

from kg.documents import Role, read_bytes
from kg.errors import UnreadableFile

LETTER = """\
Inspection of local authority arrangements for the protection of children

Marlowe

Contents

Overall effectiveness\t2
The quality of practice\t7

Overall effectiveness

12. Plans are **good**. Help reaches most children in the early years who need it, through the

¹ Made-up figures, 2012

family hubs and their partners.

- 13. Social workers know the children\u00b9 well.

- visits are regular
- reviews are held
"""


def blocks(text: str) -> list[str]:
    document = read_bytes(text.encode(), "made-up")
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_paragraph_that_a_page_cut_is_whole_again():
    assert (
        "12. Plans are good. Help reaches most children in the early years who need it, through "
        "the family hubs and their partners."
    ) in blocks(LETTER)


@pytest.mark.parametrize("mark", ["a)", "(a)", "(iv)"])
def test_a_letter_in_brackets_begins_a_paragraph_below_words_without_an_end(mark):
    heading = "What needs to improve in this area of social work practice"
    assert blocks(f"{heading}\n\n{mark} The plans.\n") == [heading, f"{mark} The plans."]


def test_contents_and_footnotes_are_told_apart():
    document = read_bytes(LETTER.encode(), "made-up")
    roles = {line.text: line.role for line in document.all_lines}
    assert roles["The quality of practice 7"] is Role.CONTENTS
    assert roles["\u00b9 Made-up figures, 2012"] is Role.FOOTNOTE
    assert "Made-up figures" not in document.text


def test_all_lines_are_those_of_the_text_and_those_without_a_place_in_it():
    document = read_bytes(LETTER.encode(), "made-up")
    assert tuple(line for line in document.all_lines if line.start >= 0) == document.lines
    for line in document.lines:
        assert document.text[line.start : line.end] == line.text


def test_numbers_are_read_with_and_without_a_dash_before_them():
    document = read_bytes(LETTER.encode(), "made-up")
    numbered = {b.number: document.text[b.body : b.end] for b in document.blocks if b.number}
    assert numbered["13"] == "Social workers know the children well."
    assert numbered["12"].startswith("Plans are good.")


def test_bullets_have_a_level_and_a_body():
    document = read_bytes(LETTER.encode(), "made-up")
    items = [document.text[b.body : b.end] for b in document.blocks if b.bullet]
    assert items == ["visits are regular", "reviews are held"]


def test_every_line_can_be_found_on_its_page_again():
    document = read_bytes(("\ufeff" + LETTER).encode(), "made-up")
    for line in document.lines:
        (place,) = document.places(line.start, line.end)
        raw = document.pages[place.page - 1].text[place.start : place.end]
        assert raw.replace("**", "").replace("\u00b9", "").split()[-1] == line.text.split()[-1]


def test_a_form_feed_ends_a_page():
    document = read_bytes(b"One page.\n\fAnother page.\n", "made-up")
    assert document.paged
    assert [line.page for line in document.lines] == [1, 2]


def test_a_text_without_form_feeds_has_one_page():
    document = read_bytes(b"Only a page.\n", "made-up")
    assert (len(document.pages), document.paged) == (1, False)


def test_windows_text_is_read_and_it_is_said():
    document = read_bytes("Children\u2019s services".encode("cp1252"), "made-up")
    assert document.text == "Children\u2019s services"
    (note,) = document.notes
    assert note.code == "coding-guessed"
    assert "Windows-1252" in note.message


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(UnreadableFile, match="empty"):
        read_bytes(data, "made-up")


def test_a_bullet_set_in_stands_under_the_one_above():
    text = "- plans, which need:\n  - a date\n  - a name\n- visits\n\nHelp is late.\n\n- homes\n"
    document = read_bytes(text.encode(), "made-up")
    assert [block.bullet for block in document.blocks] == [1, 2, 2, 1, 0, 2]


def test_bullets_set_in_on_a_page_of_their_own_are_no_deeper():
    assert [b.bullet for b in read_bytes(b"- a plan\n\f  - a visit\n", "made-up").blocks] == [2, 2]
    led_in = read_bytes(b"- plans, which need:\n\f  - a date\n- visits\n", "made-up")
    assert [block.bullet for block in led_in.blocks] == [2, 2, 1]


@pytest.mark.parametrize("note", ["", "\u00b9 A footnote.\n"])
def test_a_list_that_goes_on_over_a_page_keeps_its_depths(note):
    text = f"- plans\n  - a date\n{note}\n\f- visits\n\n\f- homes\n\nHelp is late.\n"
    document = read_bytes(text.encode(), "made-up")
    depths = [block.bullet for block in document.blocks if block.bullet]
    assert depths == [1, 2, 1, 1]


SENTENCE = "Social workers know the children well, and what they write is clear and kind. "


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (2 * SENTENCE + "Families who live near", "Abbot Lane are seen each week.", True),
        (2 * SENTENCE + "Families are seen", "Main findings", False),
        (
            "The experiences of children who need help\tGood",
            "Overall effectiveness is good.",
            False,
        ),
        (2 * SENTENCE, "(Recommendation)", True),
        (f"- {2 * SENTENCE}each week", "Leaders know this.", False),
    ],
)
def test_a_page_ends_before_a_capital_letter(above, below, whole):
    parts = [above.strip().replace("\t", " "), below]
    found = blocks(f"{above}\n\f{below}\n\nHelp is late.\n")
    expected = [" ".join(parts)] if whole else parts
    assert [block.lstrip("\u2013 ") for block in found[:-1]] == [
        block.lstrip("- ") for block in expected
    ]


@pytest.mark.parametrize("mark", ["-", "\u25fc", "12."])
def test_a_mark_alone_on_its_line_belongs_to_the_text_below_it(mark):
    document = read_bytes(f"Help is late.\n\n{mark}\n\nVisits are kept.\n".encode(), "made-up")
    block = document.blocks[1]
    assert document.text[block.body : block.end] == "Visits are kept."
    assert block.bullet or block.number == "12"


def test_the_closing_text_is_told_with_soft_hyphens_and_ligatures_in_it():
    words = "The Of\ufb01ce for Standards in Educa\u00adtion, Children\u2019s Services and Skills"
    document = read_bytes(f"Plans are good.\n\n{words} (Ofsted)\n".encode(), "made-up")
    assert document.text == "Plans are good."
