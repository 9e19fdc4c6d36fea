"""Which themes hold the network of weaknesses together?  With networkx, from a GraphML file.

kg draw theme-network themes.graphml
python networkx_central_themes.py themes.graphml
"""

import sys

import networkx as nx

graph = nx.read_graphml(sys.argv[1])

# Nodes are IRIs; "label" is the name of the theme, "size" how often it is named.
# Edges carry "weight" (how often two themes are named together), "strength" (the same, for how
# often each is named) and "evidence", the IRIs of the sentences, parted by blanks.
print(f"{len(graph)} themes, {graph.number_of_edges()} ties")

# Central is a theme that lies on many shortest ways; a strong tie is a short way.
for _, _, tie in graph.edges(data=True):
    tie["distance"] = 1 / tie["strength"]
central = nx.betweenness_centrality(graph, weight="distance")
print("\nthe most central themes")
for theme in sorted(central, key=lambda theme: (-central[theme], theme))[:5]:
    print(f"  {central[theme]:.2f}  {graph.nodes[theme]['label']}")

# Themes that are named together more than with others. The seed makes every run alike.
print("\ncommunities")
for number, themes in enumerate(nx.community.louvain_communities(graph, seed=1, weight="strength")):
    names = sorted(graph.nodes[theme]["label"] for theme in themes)
    print(f"  {number + 1}: {', '.join(names)}")

# The sentences behind the strongest tie: ask the store for one of them with kg query.
one, other, tie = max(graph.edges(data=True), key=lambda edge: edge[2]["strength"])
print(f"\nstrongest tie: {graph.nodes[one]['label']} - {graph.nodes[other]['label']}")
print(f"  {tie['evidence'].split()[0]}")
