"""Literals and IRIs in canonical N-Quads."""

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.terms import boolean, integer, iri, text


def back(term: str) -> str:
    line = f"<urn:s> <urn:p> {term} ."
    (triple,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return triple.object.value


@given(st.text())
def test_any_text_comes_back_but_for_what_no_rdf_can_hold(value):
    cannot = {"\x00", "\ufffe", "\uffff"}
    expected = "".join(c for c in value if c not in cannot and not 0xD800 <= ord(c) <= 0xDFFF)
    assert back(text(value)) == expected


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_text_is_written_as_the_canonical_form(value):
    line = f"<urn:s> <urn:p> {text(value)} ."
    parsed = list(pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES))
    written = pyoxigraph.serialize(parsed, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert written.decode().removesuffix("\n") == line


def test_numbers_and_truth_are_in_canonical_form():
    assert integer(7).startswith('"7"^^')
    assert boolean(True).startswith('"true"^^')


@pytest.mark.parametrize("bad", ["a b", "a<b", 'a"b', "a\nb"])
def test_what_is_no_iri_is_refused(bad):
    with pytest.raises(ValueError, match="not an IRI"):
        iri(bad)
