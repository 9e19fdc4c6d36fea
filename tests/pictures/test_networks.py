"""Graph files give back what was written, whatever stands in a label."""

import io
import json

import networkx as nx
import pytest

from kg.exports.networks import NETWORK_FORMATS, network

AWKWARD = 'He said "no" & left <the> room\\n'


def awkward(*, directed: bool = False) -> nx.Graph:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_node("b", label=AWKWARD, kind="ö", x=1.5, y=-2.0, colour="#0072b2", size=5.0)
    graph.add_node("a", label="line\nand\x0cpage", kind="", x=0.0, y=0.0, colour="#ffffff")
    graph.add_edge("b", "a", weight=2, evidence=("i", "j"), nothing=None)
    return graph


@pytest.mark.parametrize("directed", [False, True])
def test_xml_and_json_give_back_every_label(directed: bool) -> None:
    graph = awkward(directed=directed)
    read = {
        "graphml": nx.read_graphml(io.BytesIO(network(graph, "graphml"))),
        "gexf": nx.read_gexf(io.BytesIO(network(graph, "gexf"))),
        "cyjs": nx.cytoscape_graph(json.loads(network(graph, "cyjs"))),
    }
    for made in read.values():
        assert made.is_directed() == directed
        assert made.nodes["b"]["label"] == AWKWARD
        assert made.nodes["b"]["kind"] == "ö"
        assert made.nodes["a"]["label"].split() in (["line", "andpage"], ["line", "and", "page"])
        assert made.has_edge("b", "a")
        assert made.edges["b", "a"]["evidence"] == "i j"
        assert "nothing" not in made.edges["b", "a"]


def test_dot_quotes_what_would_end_a_label() -> None:
    text = network(awkward(directed=True), "dot").decode()
    assert text.startswith("digraph {")
    assert '"b" -> "a"' in text
    assert r'label="He said \"no\" & left <the> room\\n"' in text
    assert len(text.splitlines()) == 6


@pytest.mark.parametrize("name", NETWORK_FORMATS)
def test_the_order_of_nodes_makes_no_difference(name: str) -> None:
    one = nx.Graph([("a", "b"), ("b", "c")])
    other = nx.Graph([("b", "c"), ("a", "b")])
    assert network(one, name) == network(other, name)


def test_the_graph_itself_is_not_changed() -> None:
    graph = awkward()
    for name in NETWORK_FORMATS:
        network(graph, name)
    assert graph.nodes["b"]["x"] == 1.5
    assert graph.edges["b", "a"]["evidence"] == ("i", "j")
