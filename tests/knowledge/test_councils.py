"""The words that make a place's name a council's are those of the vocabulary."""

from __future__ import annotations

import re

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import vocabulary_files
from kg.knowledge.councils import council_words, read_council_words
from kg.knowledge.turtle import SKOS, Statements, read_table

WHOLE = read_table(vocabulary_files())
PLACE_NAME = "https://w3id.org/childrens-services-kg/vocab/place-name/"
GROUPS = ("council-kind", "council-of", "council-before", "council-after")


def with_words(group: str, *words: str) -> Statements:
    table = Statements()
    table.update(WHOLE)
    table.files = WHOLE.files
    iri = PLACE_NAME + group
    table[iri] = {**WHOLE[iri], SKOS + "hiddenLabel": list(words)}
    return table


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("The London Borough of Marlowe", "marlowe"),
        ("Council of the City of Marlowe", "marlowe"),
        ("Royal Borough Marlowe", "marlowe"),
        ("Marlowe MBC", "marlowe"),
        ("Marlowe’s children’s social care services", "marlowe"),
        ("City and County of Marlowe Council", "marlowe"),
        ("St Aldates’ local authority", "st aldates"),
        ("Vale of Marlowe", "vale of marlowe"),
        ("Boroughbridge", "boroughbridge"),
    ],
)
def test_what_is_left_is_the_place(printed: str, place: str) -> None:
    assert [*council_words().shortened(printed)][-1] == place


@pytest.mark.parametrize("group", GROUPS)
def test_a_new_word_in_the_vocabulary_is_taken_away(group: str) -> None:
    printed = {
        "council-kind": "Marlowe Hundred",
        "council-of": "Hundred of Marlowe",
        "council-before": "Hundred Marlowe",
        "council-after": "Marlowe Hundred",
    }[group]
    assert [*council_words().shortened(printed)][-1] != "marlowe"
    own = WHOLE[PLACE_NAME + group][SKOS + "hiddenLabel"]
    words = read_council_words(with_words(group, *own, "hundred"))
    assert [*words.shortened(printed)][-1] == "marlowe"


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(
    ("words", "said"),
    [((), "has no skos:hiddenLabel; add it"), (("City",), "write 'city', as names are compared")],
)
def test_a_group_without_words_or_with_words_that_never_fit_is_refused(
    group: str, words: tuple[str, ...], said: str
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_council_words(with_words(group, *words))
    assert re.fullmatch(rf"\S*place-names\.ttl: [^\n]*{group}[^\n]*", str(caught.value))
    assert said in str(caught.value)
