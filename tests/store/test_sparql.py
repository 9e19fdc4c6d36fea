"""Values reach a query's variables, whatever stands around its pattern."""

from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.servicecalls import refuse_calls
from kg.errors import QueryError
from kg.rdf.terms import text
from kg.store.sparql import fault_of, form, gives_triples, refuse_network, with_values


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("# ask: who?\nselect * { ?s ?p ?o }", "SELECT"),
        ("PREFIX ask: <http://example.org/construct#> DESCRIBE ask:x", "DESCRIBE"),
        ("BASE <http://example.org/ask> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("ASK { ?select ?p 'CONSTRUCT' }", "ASK"),
        ("what is this?", ""),
    ],
)
def test_the_form_is_the_first_keyword_that_is_one(sparql, expected):
    assert form(sparql) == expected
    assert gives_triples(sparql) == (expected in ("CONSTRUCT", "DESCRIBE"))


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE {| ?s ?p ?w }",
        "SELECT * {| ?s ?p ?w }",
        "# where { comes later\nSELECT * WHERE {| ?s ?p ?w }",
        "SELECT (EXISTS { ?s ?p 1 } AS ?x) WHERE {| ?s ?p ?w }",
        "CONSTRUCT { ?s ?p ?w } WHERE {| ?s ?p ?w }",
        "CONSTRUCT { ?s ?p ?w } FROM <http://example.org/where#a> WHERE {| ?s ?p ?w }",
        "PREFIX where: <http://example.org/> ASK {| ?s where:p ?w }",
    ],
)
def test_values_stand_at_the_start_of_the_pattern(sparql):
    bound = with_values(sparql.replace("|", ""), {"w": '"x"'})
    assert bound == sparql.replace("|", ' VALUES ?w { "x" }')


CALLS = [
    "SELECT * { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { FILTER NOT EXISTS { ?s ?p ?o.SERVICE SILENT <http://127.0.0.1:9/> { ?a ?b ?c } } }",
    "SELECT * { VALUES (?x ?y ?s) {(1 2 <http://127.0.0.1:9/>)} FILTER(?x<?y)SERVICE#>\n"
    "?s { ?a ?b ?c } }",
    "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "SELECT * { SERVIC\\u0045 <http://127.0.0.1:9/> { ?a ?b ?c } }",
    "PREFIX a: <http://a/> SELECT * { ?s ?p a:.SERVICE <http://127.0.0.1:9/> { ?a ?b 1 } }",
    "SELECT * { { SELECT * { OPTIONAL { service <http://127.0.0.1:9/> { ?a ?b ?c } } } } }",
    "LOAD <http://127.0.0.1:9/>",
    # what cannot be parsed may hold anything
    "SELECT * { SERVICE ",
]


@pytest.mark.parametrize("sparql", CALLS)
def test_a_call_elsewhere_is_refused_however_it_is_written(sparql):
    with pytest.raises(QueryError, match="another server"):
        refuse_calls(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service { ?service a <http://example.org/Service> }  # SERVICE <http://x/>",
        'PREFIX service: <http://example.org/> SELECT * { ?s service:service "SERVICE <a> {}" }',
        "SELECT * { ?s ?p ?o } LIMIT 1",
        # no word of it can call, so nothing is parsed
        "SELECT * {",
    ],
)
def test_a_word_that_looks_like_a_call_is_none(sparql):
    refuse_calls(sparql)


def test_a_query_without_a_pattern_takes_no_values():
    with pytest.raises(QueryError, match="needs a pattern"):
        with_values("DESCRIBE <http://example.org/a>", {"w": '"x"'})


NASTY = [
    '" } INSERT',
    "\\",
    "\\\\u0022 } #",
    "\\u0022 } #",
    "a\nb\r\tc",
    "'''",
    '"""',
    "}",
    "\x01é😀",
]


@pytest.mark.parametrize("value", NASTY)
def test_a_value_arrives_as_it_was_given(value):
    store = pyoxigraph.Store()
    (row,) = store.query(with_values("SELECT ?w WHERE { }", {"w": text(value)}))
    assert row["w"].value == value


@given(st.text(st.sampled_from("\\\"u02{}#<>' \n"), max_size=12))
def test_no_value_ends_its_clause(value):
    (row,) = pyoxigraph.Store().query(with_values("SELECT ?w WHERE { }", {"w": text(value)}))
    assert row["w"].value == value


def test_other_servers_are_not_asked():
    with pytest.raises(QueryError, match="over the network"):
        refuse_network("SELECT * { service <http://example.org/sparql> { ?s ?p ?o } }")
    refuse_network(
        "# SERVICE\nSELECT ?service { ?service ?p 'SERVICE', <http://a.example/SERVICE> }"
    )


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        (
            "SELECT * { ?s cs:grade ?o }",
            "the prefix cs: is not declared; begin with PREFIX cs: <https",
        ),
        (
            "PREFIX cs: <a:> SELECT * { ?s x:y ?o }",
            "prefix x: is not declared; begin with PREFIX x:",
        ),
        ("PREFIX CS: <a:> SELECT * { ?s CS:y ?o", ""),
        ("# INSERT cs:a\nSELECT * { ?s ?p 'cs:a' , <cs:a> ", ""),
        ("PREFIX a: <a:> INSERT DATA { a:a a:b a:c }", "INSERT is an update"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is an update"),
        ("SELECT ?delete { _:a ?p :b ", ""),
    ],
)
def test_common_faults_are_told_in_words(sparql: str, said: str) -> None:
    assert said in fault_of(sparql)
    assert bool(said) == bool(fault_of(sparql))
