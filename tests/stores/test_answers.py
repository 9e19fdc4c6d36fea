"""The catalogue gives the same rows in the local index, in rdflib, and on real servers."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from kg.corpus.catalogue import bind, load_catalogue
from kg.corpus.register import registered
from kg.store import Rows, SparqlEndpoint
from kg.store.sparql import with_values
from tests.corpus.test_resolve import small_register
from tests.push.made_up import three_graphs
from tests.queries.small_graph import GRAPH
from tests.queries.test_answers import ANSWERS
from tests.stores.real_servers import Missing, virtuoso


def asked(answers) -> dict[str, Rows]:
    """The whole answer to each question, with the parameters of the tests by hand."""
    found = {}
    for name, query in load_catalogue().items():
        given = ANSWERS[name][0] if name in ANSWERS else {}
        found[name] = answers.select(query.text, bind(query, given, answers))
    return found


@pytest.fixture(scope="module")
def expected(small):
    return asked(small)


def test_a_server_answers_as_the_local_index(running, pushing, small, expected):
    assert pushing(small, running).wrong == ()
    assert asked(SparqlEndpoint(running.query)) == expected


def test_a_server_knows_the_same_authorities(running, pushing, tmp_path):
    store = small_register(tmp_path / "store")
    assert pushing(store, running).wrong == ()
    assert registered(SparqlEndpoint(running.query)) == registered(store)
    assert any(each.taken_over_by for each in registered(store))


def test_rdflib_answers_as_the_local_index(expected):
    found = asked(ByRdflib())
    assert {name: rows.variables for name, rows in found.items()} == {
        name: rows.variables for name, rows in expected.items()
    }
    assert {name: found[name].rows for name in found if found[name] != expected[name]} == {}


def test_a_silent_limit_of_rows_is_noticed(tmp_path_factory, pushing, tmp_path):
    """Virtuoso gives no more than its limit, and status 200."""
    said = []
    try:
        with virtuoso(tmp_path_factory.mktemp("limited"), rows=150) as running:
            store = three_graphs(tmp_path / "s", {"a": 700, "b": 20})
            pushing(store, running)
            for query in (
                "SELECT ?s ?o WHERE { ?s <urn:x:says> ?o } ORDER BY DESC(?o) ?s",
                "SELECT ?s ?o WHERE { ?s <urn:x:says> ?o } ORDER BY ?o ?s LIMIT 200 OFFSET 500",
            ):
                found = SparqlEndpoint(running.query, say=said.append).select(query)
                assert found == store.select(query)
            unordered = "SELECT ?s ?o WHERE { ?s <urn:x:says> ?o }"
            found = SparqlEndpoint(running.query).select(unordered)
            assert sorted(found.rows) == sorted(store.select(unordered).rows)
    except Missing as missing:
        pytest.skip(str(missing))
    assert said == [
        f"{running.query}: gave 150 of 719 rows and said nothing of the rest, "
        "which is now asked for page by page",
        f"{running.query}: gave 150 of 200 rows and said nothing of the rest, "
        "which is now asked for page by page",
    ]


class ByRdflib:
    """The hand-made graph in rdflib, asked as a store is."""

    def __init__(self) -> None:
        import rdflib

        dataset = rdflib.Dataset()
        dataset.parse(GRAPH, format="trig")
        self._graph = rdflib.Graph()
        for subject, predicate, object_, _ in dataset.quads():
            self._graph.add((subject, predicate, object_))

    def select(self, sparql: str, values: Mapping[str, str] | None = None) -> Rows:
        found = self._graph.query(with_values(sparql, values or {}))
        names = tuple(str(name) for name in found.vars)
        return Rows(
            names,
            tuple(tuple("" if term is None else _text(term) for term in row) for row in found),
        )


def _text(term) -> str:
    """The text of a term; rdflib keeps 421.0 as it was written, Oxigraph makes 421 of it."""
    value = getattr(term, "value", None)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(term)
