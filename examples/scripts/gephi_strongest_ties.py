"""A network that Gephi can show at once: only the strongest ties, sized by their weight.

    kg draw network alike.gexf -p of=authority-similarity
    python gephi_strongest_ties.py alike.gexf 3 alike-strong.gexf

Then in Gephi:

1. File, Open, alike-strong.gexf; leave "undirected" as it is.
2. The places and colours of the picture are there already (Overview).  For a layout of Gephi's own
   choose ForceAtlas 2, tick "Prevent Overlap" and "LinLog mode", run it, stop it.
3. Appearance, Nodes, Partition: "kind"; for communities run Statistics, Modularity first.
4. Data Laboratory shows "evidence" of each tie: the IRIs of what it was counted from.
5. Preview: show labels; Export as SVG or PDF.
"""

import sys

import networkx as nx

source, most, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
graph = nx.read_gexf(source)

# Keep a tie if it is among the strongest of one of its ends: no node loses all of its ties.
kept = set()
for node in graph:
    ties = sorted(graph.edges(node, data="weight"), key=lambda tie: (-tie[2], tie[1]))
    kept |= {frozenset(tie[:2]) for tie in ties[:most]}
dropped = [tie for tie in graph.edges if frozenset(tie) not in kept]
graph.remove_edges_from(dropped)

# Gephi reads the size of a node from here.
for node, data in graph.nodes(data=True):
    data["viz"]["size"] = 5.0 + 20.0 * graph.degree(node) / max(dict(graph.degree).values())

nx.write_gexf(graph, target)
print(f"{len(graph)} nodes, {graph.number_of_edges()} ties; {len(dropped)} weaker ones left out")
