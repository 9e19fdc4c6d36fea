"""A store made from ``graph.trig``, small enough that every answer can be read off by eye."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from kg.store import Store, open_store, writing

GRAPH = Path(__file__).parent / "graph.trig"


def small_store(
    folder: Path, changed: Callable[[list[str]], list[str]] = lambda lines: lines
) -> Store:
    """The graph in a store, with the lines of each graph as ``changed`` gives them."""
    graphs = defaultdict(list)
    for quad in pyoxigraph.parse(path=GRAPH, format=pyoxigraph.RdfFormat.TRIG):
        graphs[quad.graph_name.value].append(f"{quad} .")
    with writing(folder) as writer:
        for graph, lines in graphs.items():
            writer.put(graph.rpartition("/")[2], changed(sorted(lines)), graph=graph, source=graph)
        writer.commit()
    return open_store(folder)
