"""The table of the words that services' names are made of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load_knowledge
from kg.knowledge.servicewords import ServiceWord, WordClass, read_service_words

HEAD = "word,class,tells,reports\n"
Read = Callable[[str], tuple[ServiceWord, ...]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def rows(text: str) -> tuple[ServiceWord, ...]:
        path = tmp_path / "words.csv"
        path.write_text(text, encoding="utf-8")
        return read_service_words(path, {"mash": None}, {"front-door": None, "youth": None})

    return rows


def test_a_row_is_a_word_its_class_and_what_it_tells(read: Read) -> None:
    rows = read(HEAD + 'MASH,usual,mash,258\n"contact, advice and duty",topic,front-door,3\n'
                "team,head,,600\nyouth,plural-kind,,9\n")  # fmt: skip
    assert rows == (
        ServiceWord("MASH", WordClass.USUAL, "mash"),
        ServiceWord("contact, advice and duty", WordClass.TOPIC, "front-door"),
        ServiceWord("team", WordClass.HEAD, ""),
        ServiceWord("youth", WordClass.PLURAL_KIND, ""),
    )


def test_a_word_may_be_of_several_classes_and_a_name_be_printed_in_two_ways(read: Read) -> None:
    rows = read(
        HEAD + "hub,head,,1\nhub,filler,,1\nLamp-Post,name,youth,1\nLamp Post,name,youth,1\n"
    )
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("word,class\n", ":1: the columns must be word, class, tells, reports"),
        ("", ":1: the columns must be"),
        (HEAD + "team,heads,,1\n", ":2: 'heads' is no class of words; did you mean 'head'?"),
        (HEAD + "MASH,usual,mesh,1\n", ":2: 'MASH' tells 'mesh', which no vocabulary file has"),
        (HEAD + "duty,topic,front door,1\n", "did you mean 'front-door'?"),
        (HEAD + "duty,topic,,1\n", ":2: 'duty' tells ''"),
        (HEAD + "team,head,youth,1\n", ":2: a word of the class 'head' tells nothing"),
        (HEAD + "yuoth,plural-kind,,1\n", ":2: 'yuoth' is no kind of service"),
        (HEAD + "team,head,\n", ":2: a row is a word"),
        (HEAD + " ,head,,1\n", ":2: a row is a word"),
        (HEAD + "team,head,,many\n", ":2: a row is a word"),
        (HEAD + "after care,topic,youth,1\nafter-care,topic,front-door,1\n",
         "'after-care' stands twice in the class 'topic'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(read: Read, text: str, fault: str) -> None:
    with pytest.raises(KnowledgeError) as raised:
        read(text)
    assert fault in str(raised.value)
    assert "words.csv" in str(raised.value)


def test_every_class_has_words() -> None:
    assert {each.word_class for each in load_knowledge().services.words} == set(WordClass)
