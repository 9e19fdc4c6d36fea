"""Terms of a query that the ontology does not have."""

import pytest

from kg.corpus.catalogue import load_catalogue
from kg.corpus.queryterms import unknown_terms

PREFIXES = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
prefix skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX mine: <https://example.org/mine#>
"""


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("?f a cs:Finding ; cs:quote ?q ; skos:prefLabel ?l ; mine:thing ?x", []),
        ("?f a cs:Findng .", ["no term cs:Findng in the ontology; did you mean 'cs:Finding'?"]),
        (
            "?f cs:ofStrand/skos:notatoin ?n",
            ["no term skos:notatoin in the ontology; did you mean 'skos:notation'?"],
        ),
        (
            "?f <https://w3id.org/childrens-services-kg/def#gradd> ?n . ?f cs:zzzzzzzz ?x",
            [
                "no term cs:gradd in the ontology; did you mean 'cs:grade'?",
                "no term cs:zzzzzzzz in the ontology",
            ],
        ),
        # others' words that the ontology has no use for are theirs to know
        ("?f skos:exactMatch ?x ; a mine:Findng", []),
        ("# cs:Findng\n?f cs:quote 'cs:Findng', \"cs:Findng\"", []),
    ],
)
def test_only_what_may_be_a_slip_is_said(pattern: str, says: list[str]) -> None:
    assert unknown_terms(f"{PREFIXES} SELECT * WHERE {{ {pattern}\n}}") == says


def test_every_question_of_the_catalogue_is_in_the_ontologys_words() -> None:
    assert {n: unknown_terms(q.text) for n, q in load_catalogue().items()} == {
        name: [] for name in load_catalogue()
    }
