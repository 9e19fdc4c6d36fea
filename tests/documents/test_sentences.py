"""The sentences of a document, which every reader takes."""

from kg.documents import read_bytes

TEXT = """\
1. The board met in 2019, e.g. in May. It was good

• for families

• for No. 5 Harbour Street. Nothing else
"""


def test_no_sentence_goes_over_a_block_or_holds_its_mark() -> None:
    document = read_bytes(TEXT.encode(), "made-up")
    assert [document.text[start:end] for start, end in document.sentences] == [
        "The board met in 2019, e.g. in May.",
        "It was good",
        "for families",
        "for No. 5 Harbour Street.",
        "Nothing else",
    ]


def test_the_sentence_of_an_offset_and_those_of_a_span() -> None:
    document = read_bytes(TEXT.encode(), "made-up")
    first, second, *_, last = document.sentences
    assert document.sentence_at(first[0]) == document.sentence_at(first[1] - 1) == first
    assert document.sentence_at(first[1]) == second
    assert document.sentence_at(last[1]) == (len(document.text), len(document.text))
    inside = document.sentences_in(first[0] + 4, second[0] + 2)
    assert [document.text[start:end] for start, end in inside] == [
        "board met in 2019, e.g. in May.",
        "It",
    ]
    assert document.sentences_in(0, len(document.text)) == list(document.sentences)
