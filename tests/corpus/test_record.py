"""A record's lines are taken apart as a parser of N-Quads would."""

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.record import Record, iri, iris, literal, number, text, texts
from kg.namespaces import CS, SKOS

GRAPH = "https://w3id.org/childrens-services-kg/graph/made-up"
ONE = "https://w3id.org/childrens-services-kg/id/made-up/one"
DATE = "http://www.w3.org/2001/XMLSchema#date"


def line(name: str, value: str) -> str:
    return f"<{ONE}> <{name}> {value} <{GRAPH}> ."


def record(*lines: str) -> Record:
    return Record("".join(f"{each}\n" for each in lines).encode())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('""', ""),
        ('"plain"', "plain"),
        (r'"a \"quoted\" word"', 'a "quoted" word'),
        (r'"a \\ and \\n"', "a \\ and \\n"),
        (r'"one\ntwo\r\nthree\tfour\b\f"', "one\ntwo\r\nthree\tfour\b\f"),
        (r'"\u00e9\U0001F600"', "\u00e9\U0001f600"),
        (r'"ends in \\"', "ends in \\"),
        (f'"2014-05-20"^^<{DATE}>', "2014-05-20"),
        ('"Outstanding"@en', "Outstanding"),
        ('"A \\"B\\""@en-GB', 'A "B"'),
        ('"of <https://example.org/g> ."', "of <https://example.org/g> ."),
    ],
)
def test_a_literal_is_what_a_parser_reads(written: str, meant: str) -> None:
    said = line(f"{CS}quote", written)
    (quad,) = pyoxigraph.parse(said, format=pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert literal(written) == quad.object.value == meant
    assert text(record(said).about(ONE), "quote") == meant


#: Any text but halves of surrogate pairs, which no file can hold.
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    WORDS.map(pyoxigraph.Literal),
    st.tuples(WORDS, st.sampled_from(["en", "en-gb", "cy"])).map(
        lambda pair: pyoxigraph.Literal(pair[0], language=pair[1])
    ),
    st.tuples(WORDS, st.sampled_from([DATE, f"{CS}code"])).map(
        lambda pair: pyoxigraph.Literal(pair[0], datatype=pyoxigraph.NamedNode(pair[1]))
    ),
)


@given(st.lists(LITERALS, min_size=1, unique_by=str))
def test_all_values_come_back_as_they_were_written(values: list[pyoxigraph.Literal]) -> None:
    found = record(*(line(f"{CS}alsoNamed", str(value)) for value in values)).about(ONE)
    assert texts(found, "alsoNamed") == [value.value for value in values]


def test_things_are_found_by_class_and_by_iri() -> None:
    other = ONE.replace("one", "two")
    made = record(
        line(f"{CS}mentions", f"<{other}>"),
        line(f"{CS}mentions", f"<{ONE}>"),
        line(f"{CS}page", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        line("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"<{CS}Finding>"),
        line("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "<https://schema.org/Claim>"),
        line(f"{SKOS}prefLabel", '"One"@en'),
        line("https://example.org/unknown", '"passed over"'),
        line(f"{CS}aboutTheme", f"<{other}>"),
    )
    ((found, facts),) = made.of_class("Finding")
    assert found == ONE
    assert iris(facts, "mentions") == [other, ONE]
    assert iri(facts, "mentions") == other
    assert (number(facts, "page"), number(facts, "start")) == (7, None)
    assert text(facts, "skos:prefLabel") == "One"
    assert facts.keys() == {"mentions", "page", "rdf:type", "skos:prefLabel"}
    assert list(made.of_class("Report")) == []
    assert made.about(other) == made.about(None) == {}
