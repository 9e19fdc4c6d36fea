"""Networks as files for other programs: GraphML, GEXF, Cytoscape's JSON and DOT.

Nodes carry ``label``, ``kind``, ``colour`` ("#rrggbb"), ``size``, ``x`` and ``y``; edges ``weight``
and the IRIs of their evidence, parted by blanks.  Files of the same graph have the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

#: Parts the IRIs of a list.
BETWEEN = " "
#: Characters that no XML file may hold.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: What networkx writes into GEXF that changes from day to day.
STAMP = re.compile(r' lastmodifieddate="[^"]*"')


def network(graph: nx.Graph[str], name: str) -> bytes:
    """A graph in one of `NETWORK_FORMATS`."""
    return NETWORK_FORMATS[name](_plain(graph)).encode()


def _graphml(graph: nx.Graph[str]) -> str:
    import networkx as nx

    return "\n".join(nx.generate_graphml(graph, named_key_ids=True)) + "\n"


def _gexf(graph: nx.Graph[str]) -> str:
    """GEXF 1.2, with the places, colours and sizes that Gephi shows."""
    import networkx as nx

    for _, data in graph.nodes(data=True):
        look: dict[str, Any] = {}
        if "x" in data:
            look["position"] = {"x": data["x"], "y": data["y"], "z": 0.0}
        if "colour" in data:
            red, green, blue = bytes.fromhex(data["colour"].lstrip("#"))
            look["color"] = {"r": red, "g": green, "b": blue}
        if "size" in data:
            look["size"] = data["size"]
        for name in ("x", "y", "colour"):
            data.pop(name, None)
        data["viz"] = look
    return STAMP.sub("", "\n".join(nx.generate_gexf(graph))) + "\n"


def _cytoscape(graph: nx.Graph[str]) -> str:
    """The JSON of Cytoscape and cytoscape.js."""
    import networkx as nx

    whole = nx.cytoscape_data(graph)
    for node in whole["elements"]["nodes"]:
        data = node["data"]
        if "x" in data:
            # the axis points down there
            node["position"] = {"x": data.pop("x"), "y": -data.pop("y")}
        data["name"] = data.get("label", data["id"])
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _dot(graph: nx.Graph[str]) -> str:
    directed = graph.is_directed()
    lines = ["digraph {" if directed else "graph {", "  node [style=filled];"]
    for node, data in graph.nodes(data=True):
        look = {"label": data.get("label", node), "kind": data.get("kind", "")}
        if "colour" in data:
            look["fillcolor"] = data["colour"]
        if "x" in data:
            look["pos"] = f"{data['x']},{data['y']}"
        lines.append(f"  {_quoted(node)} [{_values(look)}];")
    for one, other, data in graph.edges(data=True):
        arrow = "->" if directed else "--"
        lines.append(f"  {_quoted(one)} {arrow} {_quoted(other)} [{_values(data)}];")
    return "\n".join([*lines, "}"]) + "\n"


def _values(data: dict[str, Any]) -> str:
    return ", ".join(f"{name}={_quoted(str(value))}" for name, value in sorted(data.items()))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _plain(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The same graph, nodes and edges in order, with values that every format has."""
    made = graph.__class__()
    for node in sorted(graph.nodes):
        made.add_node(node, **_plain_values(graph.nodes[node]))
    # an edge without direction is told by the smaller of its ends first
    ties = {tie if graph.is_directed() else (min(tie), max(tie)): tie for tie in graph.edges}
    for ends in sorted(ties):
        made.add_edge(*ends, **_plain_values(graph.edges[ties[ends]]))
    return made


def _plain_values(data: dict[str, Any]) -> dict[str, Any]:
    return {name: _plain_value(data[name]) for name in sorted(data) if data[name] is not None}


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple | list):
        value = BETWEEN.join(value)
    return NOT_IN_XML.sub(" ", value) if isinstance(value, str) else value


#: The ending of a file -> what writes it.
NETWORK_FORMATS: dict[str, Callable[[nx.Graph[str]], str]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "cyjs": _cytoscape,
    "dot": _dot,
}
