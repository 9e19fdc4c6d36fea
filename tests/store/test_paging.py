"""A query as text: counted, and asked page by page, with what stands in it left as it is."""

import pyoxigraph
import pytest

from kg.store.ordering import conditions, hidden, ordered
from kg.store.paging import pageable

DATA = "".join(f'<urn:x:{n % 3}> <urn:x:p> "{n:02}" .\n' for n in range(20))


@pytest.fixture(scope="module")
def graph():
    store = pyoxigraph.Store()
    store.load(DATA, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def rows(graph, query):
    return [tuple(str(term) for term in row) for row in graph.query(query)]


QUERIES = {
    "plain": "SELECT ?s ?o WHERE { ?s <urn:x:p> ?o }",
    "without WHERE": "SELECT ?s ?o { ?s <urn:x:p> ?o }",
    "ordered": "SELECT ?s ?o WHERE { ?s <urn:x:p> ?o } ORDER BY DESC(?s) ?o",
    "limited": "SELECT ?s ?o WHERE { ?s <urn:x:p> ?o } ORDER BY ?o LIMIT 12 OFFSET 3",
    "a comment at the end": "SELECT ?s ?o WHERE { ?s <urn:x:p> ?o } ORDER BY ?o # LIMIT 2",
    "a sub-select": "SELECT ?s ?o { { SELECT ?s ?o { ?s <urn:x:p> ?o } ORDER BY ?o LIMIT 11 } }",
    "prefixes": "PREFIX limit: <urn:x:> SELECT ?s ?o { ?s limit:p ?o } order by ?o",
    "values": "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o VALUES ?p { <urn:x:p> }",
    "groups": "SELECT ?s (COUNT(*) AS ?o) { ?s <urn:x:p> ?x } GROUP BY ?s ORDER BY DESC(?o)",
    "distinct": "SELECT DISTINCT ?s { ?s <urn:x:p> ?o }",
}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("nested", [False, True])
def test_pages_of_three_put_together_are_the_whole(graph, name, nested):
    query = QUERIES[name]
    whole = rows(graph, query)
    parts = pageable(query)
    names = [v.value for v in graph.query(query).variables]
    count = int(next(iter(graph.query(parts.count())))[0].value)
    assert count == len(whole)
    paged = []
    while len(paged) < count:
        paged += rows(graph, parts.page(names, len(paged), 3, nested=nested))
    assert sorted(paged) == sorted(whole)
    if parts.order:
        assert paged == whole


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }",
        "SELECT * FROM <urn:x:g> WHERE { ?s ?p ?o }",
    ],
)
def test_what_cannot_be_put_into_another_query(query):
    assert pageable(query) is None


def test_what_is_ordered_by_and_not_shown_becomes_a_column(graph):
    query = "SELECT ?s\nWHERE { ?s <urn:x:p> ?o } ORDER BY DESC(?o)"
    parts = pageable(query)
    assert hidden(parts.order, ["s"]) == ["o"]
    assert rows(graph, parts.with_columns(["o"]).whole())[0] == ("<urn:x:1>", '"19"')


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o } ORDER BY ?o",
        "SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY ?n",
    ],
)
def test_where_no_column_can_be_added(query):
    assert pageable(query).head == 0


def test_rows_are_put_in_order_by_what_they_show():
    def number(text):
        return {"type": "literal", "value": text, "datatype": f"{XSD}integer"}

    iri, text = {"type": "uri", "value": "urn:x"}, {"type": "literal", "value": "a"}
    ten, nine = number("10"), number("9")
    by = conditions("DESC(?b) ?a LCASE(?c)", ["a", "b"])
    assert by == [(1, True), (0, False)]
    given = [(text, nine), (None, ten), (iri, nine), (ten, None)]
    assert ordered(given, by) == [(None, ten), (iri, nine), (text, nine), (ten, None)]
    assert conditions("LCASE(?a) ?b", ["a", "b"]) == []


XSD = "http://www.w3.org/2001/XMLSchema#"
