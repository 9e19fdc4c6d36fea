"""The clean text with its pages parted, in which offsets of the graph count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.documents import paged_text, read_bytes

WORDS = st.lists(st.sampled_from(["care", "self-", "plan.", "Leaders", "12", "•"]), max_size=6)
PAGES = st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=6)


def of(pages):
    """A text file with these pages of lines of words."""
    text = "\f".join("\n".join(" ".join(line) for line in page) for page in pages)
    return read_bytes(f"{text}\n".encode(), "made-up.txt")


LONG = "Leaders have a plan that all who work with children and families in the area know and"


def test_the_space_between_pages_is_a_form_feed():
    document = of([[[LONG]], [["use well."]]])
    assert document.text == f"{LONG} use well."
    assert paged_text(document).text == f"{LONG}\fuse well."


def test_a_word_over_a_page_and_a_page_without_text():
    document = of([[[LONG, "self-"]], [], [["evaluation shows it."]]])
    assert document.text == f"{LONG} self-evaluation shows it."
    paged = paged_text(document)
    assert paged.text == f"{LONG} self-\f\fevaluation shows it."
    assert paged.offset(document.text.index("evaluation")) == paged.text.index("evaluation")
    assert paged.end(len(document.text)) == len(paged.text)
    assert paged.end(document.text.index("evaluation")) == paged.text.index("\f")


@given(PAGES)
def test_each_character_stands_on_its_page(pages):
    document = of([[["Report"]], *pages])
    paged = paged_text(document)
    assert paged.text.count("\f") == len(document.pages) - 1
    assert "".join(paged.text.split()) == "".join(document.text.split())
    for place, character in enumerate(document.text):
        if not character.isspace():
            offset = paged.offset(place)
            assert paged.text[offset] == character
            assert paged.text.count("\f", 0, offset) + 1 == document.page_at(place)
            assert paged.end(place + 1) == offset + 1
