"""Sentences end where a reader would say they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences import opens, spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Plans are good.", "Visits are not."],
        ["Is help early enough?", "It is not!"],
        # abbreviations and initials
        ["Dr. Jones met Mrs. Smith at St. Mary’s, e.g. in May.", "They agreed."],
        ["J. Smith leads the team.", "It is strong."],
        ["Schools, nurseries etc. are involved.", "All gain."],
        ["Staff meet Ofsted, CQC etc.", "They are frank."],
        # numbers
        ["The rate is 3.5 per cent.", "It was 4.1%.", "In 2014, 32 children left."],
        # quotes and brackets close a sentence
        ["One said, ‘They listen.’", "Others agreed."],
        ["Plans drift (see below).", "Some do not."],
        ["“We are heard.”", "So they said."],
        # footnote numbers stay with the sentence before
        ["The board is effective.12", "It meets often."],
        # a lower-case word goes on
        ["The team (approx. twelve people) is new."],
        ["No mark at the end"],
        ["(Recommendation)"],
        ["eCAF is used.", "eLearning is not."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_white_space_is_no_sentence() -> None:
    assert split(" \n ") == []


def test_spans_are_of_the_text_itself() -> None:
    text = "  Plans are good.   Visits are not.  "
    assert [text[start:end] for start, end in spans(text)] == ["Plans are good.", "Visits are not."]


def test_a_very_long_text_takes_no_longer_than_its_length() -> None:
    text = "Children are safe. " * 20_000
    assert len(spans(text)) == 20_000
    # no end mark at all
    assert len(spans("word " * 100_000)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The board met e.g. In 2019 it was judged good. Later it fell.", 2),
        ("Mr. Marlowe led the visit in 2019. It was good.", 2),
        ("At No. 5 The team met in 2019. It was good.", 2),
        ("St. Mary’s is quick. So is Marlowe.", 2),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, count: int) -> None:
    assert len(spans(text)) == count


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The team", "The", True),
        ("It ended. The team", "The", True),
        ("Heading\nThe team", "The", True),
        ("• The team", "The", True),
        ("of The team", "The", False),
    ],
)
def test_whether_a_sentence_opens(text: str, word: str, expected: bool) -> None:
    assert opens(text, text.index(word)) is expected


@given(st.text())
def test_any_text_is_cut_into_sentences_in_order_and_loses_no_word(text: str) -> None:
    found = spans(text)
    assert found == sorted(found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(
        text.split()
    )
