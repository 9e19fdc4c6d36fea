"""Paragraphs longer than any that is printed are read in pieces, whole and with a word of it."""

import pytest

from kg.documents import Document, read_bytes
from kg.documents.overlong import LONGEST

LINE = "which leaders in Northmoor know to be so and"
SENTENCE = "Leaders in Northmoor know their services well."


def read(text: str) -> Document:
    return read_bytes(text.encode(), "a")


@pytest.mark.parametrize(
    ("text", "parted_at"),
    [
        (" ".join([SENTENCE] * 2000), SENTENCE),
        ("plans " * 20_000, "plans"),
        ("p" * 100_000, "p"),
        ("\n".join([LINE] * 2000), LINE),
    ],
    ids=["one line of sentences", "one line of words", "one word", "lines without an end"],
)
def test_a_text_without_end_is_parted_and_kept_whole(text: str, parted_at: str) -> None:
    document = read(text)
    assert "".join(document.text.split()) == "".join(text.split())
    assert max(block.end - block.start for block in document.blocks) <= LONGEST
    assert {document.text[block.start : block.end].endswith(parted_at) for block in document.blocks}
    assert [note.code for note in document.notes] == ["overlong-paragraph"]
    for block in document.blocks:
        assert document.text[block.start : block.end].startswith(parted_at[:5].split()[0])


def test_every_place_leads_back_to_the_raw_text() -> None:
    document = read("Plans vary.\n\n" + f"{SENTENCE}  " * 1000)
    raw = document.pages[0].text
    for start, end in document.sentences[:: len(document.sentences) // 7]:
        pieces = [raw[place.start : place.end] for place in document.places(start, end)]
        assert " ".join(" ".join(pieces).split()) == document.text[start:end]


def test_a_paragraph_as_long_as_printed_ones_is_one() -> None:
    document = read(" ".join([SENTENCE] * (LONGEST // 2 // len(SENTENCE))))
    assert len(document.blocks) == 1
    assert not document.notes


def test_only_the_first_piece_of_an_item_has_its_bullet() -> None:
    document = read("What needs to improve?\n\n\u2022 " + f"{SENTENCE} " * 400)
    assert [block.bullet for block in document.blocks].count(1) == 1
