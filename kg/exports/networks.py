"""Networks as files for other programs: GraphML, GEXF, Cytoscape's JSON and DOT.

Nodes carry ``label``, ``kind``, ``colour`` ("#rrggbb"), ``x`` and ``y``; edges ``weight`` and the
IRIs of their evidence, parted by blanks.  Files of the same graph have the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    import networkx as nx

#: Parts the IRIs of a list.
BETWEEN = " "


def network(graph: nx.Graph[str], name: str) -> bytes:
    """A graph in one of `NETWORK_FORMATS`."""
    return NETWORK_FORMATS[name](graph).encode()


def _graphml(graph: nx.Graph[str]) -> str:
    import networkx as nx

    return "\n".join(nx.generate_graphml(_plain(graph), named_key_ids=True)) + "\n"


def _gexf(graph: nx.Graph[str]) -> str:
    """GEXF 1.2 with Gephi's places, colours and sizes.

    Written here, not by networkx, which puts today's date into the file.
    """
    plain = _plain(graph)
    kind = "directed" if plain.is_directed() else "undirected"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" '
        'xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
        f'<graph defaultedgetype="{kind}" mode="static">',
    ]
    own = {"label", "colour", "x", "y", "size", "weight"}
    columns: dict[str, dict[str, str]] = {}
    for what, items in (("node", plain.nodes), ("edge", plain.edges)):
        names = sorted({name for _, data in _items(items) for name in data} - own)
        columns[what] = {name: f"{what}_{name}" for name in names}
        lines.append(f'<attributes class="{what}">')
        for name, key in columns[what].items():
            types = {type(data[name]) for _, data in _items(items) if name in data}
            title = quoteattr(name)
            lines.append(f'<attribute id="{key}" title={title} type="{_gexf_type(types)}"/>')
        lines.append("</attributes>")
    lines.append("<nodes>")
    for node, data in plain.nodes(data=True):
        label = quoteattr(str(data.get("label", node)))
        lines.append(f"<node id={quoteattr(node)} label={label}>")
        lines += _gexf_values(data, columns["node"])
        if "x" in data:
            lines.append(f'<viz:position x="{data["x"]}" y="{data["y"]}" z="0"/>')
        if "colour" in data:
            red, green, blue = bytes.fromhex(data["colour"].lstrip("#"))
            lines.append(f'<viz:color r="{red}" g="{green}" b="{blue}"/>')
        if "size" in data:
            lines.append(f'<viz:size value="{data["size"]}"/>')
        lines.append("</node>")
    lines += ["</nodes>", "<edges>"]
    for number, (one, other, data) in enumerate(plain.edges(data=True)):
        ends = f"source={quoteattr(one)} target={quoteattr(other)}"
        lines.append(f'<edge id="{number}" {ends} weight="{data.get("weight", 1)}">')
        lines += [*_gexf_values(data, columns["edge"]), "</edge>"]
    lines += ["</edges>", "</graph>", "</gexf>"]
    return "\n".join(lines) + "\n"


def _items(view: Any) -> list[tuple[Any, dict[str, Any]]]:
    return [(item[:-1], item[-1]) for item in view(data=True)]


def _gexf_type(types: set[type]) -> str:
    if types == {int}:
        return "integer"
    return "double" if types <= {int, float} else "string"


def _gexf_values(data: dict[str, Any], columns: dict[str, str]) -> list[str]:
    values = [
        f'<attvalue for="{key}" value={quoteattr(str(data[name]))}/>'
        for name, key in columns.items()
        if name in data
    ]
    return ["<attvalues>", *values, "</attvalues>"] if values else []


def _cytoscape(graph: nx.Graph[str]) -> str:
    """The elements of cytoscape.js, which Cytoscape reads too."""
    plain = _plain(graph)
    nodes = []
    for node, data in plain.nodes(data=True):
        rest = {name: value for name, value in data.items() if name not in ("x", "y")}
        # the axis points down there
        position = {"x": data.get("x", 0.0), "y": -data.get("y", 0.0)}
        nodes.append({"data": {"id": node, **rest}, "position": position})
    edges = [
        {"data": {"id": f"e{number}", "source": one, "target": other, **data}}
        for number, (one, other, data) in enumerate(plain.edges(data=True))
    ]
    whole = {"directed": plain.is_directed(), "elements": {"nodes": nodes, "edges": edges}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _dot(graph: nx.Graph[str]) -> str:
    plain = _plain(graph)
    arrow = "->" if plain.is_directed() else "--"
    lines = [("digraph" if plain.is_directed() else "graph") + " {"]
    lines.append("  node [style=filled];")
    for node, data in plain.nodes(data=True):
        look = {"label": data.get("label", node), "kind": data.get("kind", "")}
        if "colour" in data:
            look["fillcolor"] = data["colour"]
        if "x" in data:
            look["pos"] = f"{data['x']},{data['y']}"
        lines.append(f"  {_quoted(node)} [{_dot_values(look)}];")
    for one, other, data in plain.edges(data=True):
        lines.append(f"  {_quoted(one)} {arrow} {_quoted(other)} [{_dot_values(data)}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_values(data: dict[str, Any]) -> str:
    return ", ".join(f"{name}={_quoted(str(value))}" for name, value in sorted(data.items()))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _plain(graph: nx.Graph[str]) -> nx.Graph[str]:
    """The same graph with plain values: lists become texts; nodes and edges in order."""
    made = graph.__class__()
    for node, data in sorted(graph.nodes(data=True)):
        made.add_node(node, **_plain_values(data))
    edges = sorted((one, other) for one, other in graph.edges)
    for one, other in edges:
        made.add_edge(one, other, **_plain_values(graph.edges[one, other]))
    return made


def _plain_values(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: BETWEEN.join(value) if isinstance(value, tuple | list) else value
        for name, value in sorted(data.items())
        if value is not None
    }


#: The ending of a file -> what writes it.
NETWORK_FORMATS: dict[str, Callable[[nx.Graph[str]], str]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "cyjs": _cytoscape,
    "dot": _dot,
}
