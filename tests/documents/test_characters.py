"""Whatever the coding and the line ends of a text, the same words are read from it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.documents import read_bytes
from kg.documents.characters import decoded, with_plain_lines
from kg.errors import UnreadableFile

LINES = (
    "Inspection of Northmoor local authority children’s services",
    "",
    "What needs to improve?",
    "",
    "• The effect of sufficient staff on first visits.",
    "• Supervision that leaves a record of decisions.",
)
TEXT = "\n".join(LINES)
WANTED = read_bytes(TEXT.encode(), "made-up").text


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\u2029", "\x85"], ids=ascii)
def test_line_ends(end: str) -> None:
    assert read_bytes(end.join(LINES).encode(), "made-up").text == WANTED


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16-be", "le, no mark", "be, no mark", "utf-32", "cp1252"],
)
def test_codings(data: bytes) -> None:
    assert read_bytes(data, "made-up").text == WANTED


@pytest.mark.parametrize("byte", [0x80, 0xC3, 0xF0, 0xFF])
@pytest.mark.parametrize("place", [30, 90, 120])
def test_one_bad_byte_is_left_out_and_told(byte: int, place: int) -> None:
    whole = TEXT.encode()
    while whole[place] > 0x7F:
        place += 1
    document = read_bytes(whole[:place] + bytes([byte]) + whole[place:], "made-up")
    assert document.text == WANTED
    assert any("is UTF-8, but for a byte" in note.message for note in document.notes)


@pytest.mark.parametrize("mark", "\u200e\u200f\u202a\u202c\u2066\u2069\u061c\u200b\ufeff\u00ad")
def test_what_is_not_printed_is_no_part_of_words(mark: str) -> None:
    text = TEXT.replace("Northmoor", f"{mark}North{mark}moor{mark}").replace("sta", f"sta{mark}")
    assert read_bytes(text.encode(), "made-up").text == WANTED


def test_ligatures_are_their_letters() -> None:
    text = TEXT
    for letters, one in (("ffi", "\ufb03"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02")):
        text = text.replace(letters, one)
    assert text != TEXT
    document = read_bytes(text.encode(), "made-up")
    assert document.text == WANTED
    # the way back leads to the letter that was printed
    start = document.text.index("sufficient")
    places = document.places(start, start + len("suff"))
    raw = document.pages[0].text
    assert [raw[place.start : place.end] for place in places] == ["su\ufb03"]


def test_a_word_parted_by_a_soft_hyphen_is_whole() -> None:
    text = (
        "A paragraph that goes on over the end of a line, so that the deci\u00ad\n  sions are kept."
    )
    assert "the decisions are kept." in read_bytes(text.encode(), "made-up").text


def test_a_break_inside_an_item_is_white_space() -> None:
    text = TEXT.replace("leaves a", "leaves\x0ba")
    assert read_bytes(text.encode(), "made-up").text == WANTED


def test_a_file_whose_lines_end_in_line_tabulations_has_lines() -> None:
    assert read_bytes(TEXT.replace("\n", "\x0b").encode(), "made-up").text == WANTED


@given(st.text())
def test_any_text_keeps_its_letters(text: str) -> None:
    plain = with_plain_lines(text)
    assert [c for c in plain if c.isalnum()] == [c for c in text if c.isalnum()]
    assert not set("\r\u2028\u2029\x85\x0b") & set(plain)


@given(st.binary())
@example(b"\xb7")
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    text, notes = decoded(data)
    assert isinstance(text, str)
    assert {note.code for note in notes} <= {"coding-guessed"}
    try:
        document = read_bytes(data, "made-up")
    except UnreadableFile as error:
        assert str(error)
    else:
        assert document.text == document.text.strip()
