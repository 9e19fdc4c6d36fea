"""Query results as networkx graphs: what is joined, how it weighs, what it was counted from."""

import networkx as nx
import pytest

from kg.analysis import projections
from kg.corpus import Corpus
from kg.errors import QueryError
from tests.analysis.made_up_reports import Made, authority, iri, make, theme

A = Made(
    "ambershire", "2014-01-01", "good",
    findings=["weakness plans voice", "weakness plans", "strength voice"],
    items=[("Plan ahead for all children in the county.", "plans")], inspectors=["Jo Smith"],
)  # fmt: skip
A2 = Made(
    "ambershire", "2016-01-11", "good", findings=["strength plans voice"],
    items=[("Plan ahead for all children in the county now.", "plans")],
    inspectors=["JO  SMITH", "Al Brown"],
)  # fmt: skip
B = Made("bexmoor", "2015-01-01", "good", findings=["weakness plans"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make(tmp_path_factory.mktemp("graphs") / "store", [A, A2, B])


def test_authorities_and_themes_weigh_what_was_counted(store: Corpus) -> None:
    graph = projections.authority_theme(store, "weakness")
    edge = graph[authority("ambershire")][theme("plans")]
    assert edge == {"weight": 2, "evidence": (iri(A, "/finding/1"), iri(A, "/finding/2"))}
    assert graph.nodes[theme("plans")] == {"kind": "theme", "label": "Plans"}
    assert set(graph[authority("bexmoor")]) == {theme("plans")}
    told = projections.authority_theme(store, "recommendation")
    assert told[authority("ambershire")][theme("plans")]["weight"] == 2
    main = projections.authority_theme(store, "weakness", main=True)
    assert theme("voice") not in main


def test_themes_of_one_finding_go_together(store: Corpus) -> None:
    graph = projections.theme_cooccurrence(store)
    assert graph[theme("plans")][theme("voice")]["weight"] == 2
    blamed = projections.theme_cooccurrence(store, "weakness")
    assert blamed[theme("plans")][theme("voice")]["evidence"] == (iri(A, "/finding/1"),)


def test_authorities_are_as_alike_as_their_weaknesses(store: Corpus) -> None:
    graph = projections.authority_similarity(store)
    edge = graph[authority("ambershire")][authority("bexmoor")]
    # shares (2/3, 1/3) times rarity (1, 1.405465), against (1, 0)
    plans, voice = 2 / 3, 1 / 3 * 1.4054651081
    assert edge["weight"] == pytest.approx(plans / (plans**2 + voice**2) ** 0.5, abs=1e-6)
    assert edge["evidence"] == (theme("plans"),)


def test_recommendations_are_as_alike_as_their_words(store: Corpus) -> None:
    graph = projections.recommendation_similarity(store, 0.5)
    assert list(graph.edges) == [(iri(A, "/item/1"), iri(A2, "/item/1"))]


def test_people_of_one_name_are_one_node_and_each_seat_is_evidence(store: Corpus) -> None:
    graph = projections.inspector_inspection(store)
    assert set(graph["name:jo smith"]) == {iri(A, "/inspection"), iri(A2, "/inspection")}
    edge = graph["name:al brown"][iri(A2, "/inspection")]
    assert edge == {"weight": 1, "evidence": (iri(A2, "/inspector/2"),)}


def test_reports_follow_one_another(store: Corpus) -> None:
    graph = projections.report_succession(store)
    assert list(graph.edges(data="weight")) == [(iri(A), iri(A2), 740)]
    assert set(graph) == {iri(A), iri(A2), iri(B)}


def test_each_projection_is_made_by_its_name_and_in_one_order(store: Corpus) -> None:
    for make_graph in projections.PROJECTIONS.values():
        graph = make_graph(store)
        assert list(graph) == list(make_graph(store))
        assert all({"weight", "evidence"} <= set(edge) for _, _, edge in graph.edges(data=True))


def test_any_algorithm_and_backend_can_be_named(store: Corpus) -> None:
    graph = projections.authority_theme(store)
    found = projections.run("degree_centrality", graph, backend="networkx")
    assert found == nx.degree_centrality(graph)
    with pytest.raises(QueryError, match="no networkx backend 'nonsense' is installed"):
        projections.run("pagerank", graph, backend="nonsense")
    with pytest.raises(QueryError, match=r"no algorithm .community\.nonsense."):
        projections.run("community.nonsense", graph)
    with pytest.raises(QueryError, match="take one of: weakness, strength"):
        projections.authority_theme(store, "blame")
