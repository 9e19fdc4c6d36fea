"""How long graph algorithms take on a large projection, and patterns on a store.

Usage: python benchmarks/patterns.py [--edges N] [--nodes N] [--store DIR] [--backend NAME]

The made-up projection is an authority-theme graph writ large: edges with weights from 1 to 9, a few
nodes with very many, most with few.  Printed are processor seconds and the peak of memory; with
--store also the processor time of each pattern, and its ratio to fetching the findings once.  The
promise is five minutes and 8 GB for a million edges over 100,000 nodes.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from kg.analysis import NAMES, pattern
from kg.analysis.projections import run
from kg.analysis.theme_profiles import weighed
from kg.corpus import open_corpus
from kg.errors import KgError
from kg.store import open_store

SEED = 7


def main() -> None:
    """Print one line a step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--backend", help="an installed backend of networkx")
    args = parser.parse_args()
    if args.store:
        of_store(args.store)
    graph = timed("make the graph", lambda: projection(args.nodes, args.edges))
    print(f"{graph.number_of_nodes():,} nodes, {graph.number_of_edges():,} edges")
    timed("PageRank", lambda: run("pagerank", graph, backend=args.backend, weight="weight"))
    found = timed(
        "communities (Louvain)",
        lambda: run(
            "community.louvain_communities", graph, backend=args.backend, weight="weight", seed=SEED
        ),
    )
    print(f"{len(found):,} communities")
    alike = timed("similarity of 2,000 rows by 500 columns", lambda: similarity(2_000, 500))
    print(f"mean {alike:.3f}")
    pairs = timed("Jaccard of 100,000 pairs", lambda: jaccard(graph, 100_000))
    print(f"{pairs:,} pairs")


def projection(nodes: int, edges: int) -> nx.Graph[str]:
    """A graph with so many nodes and edges; how many edges a node has falls off as a power."""
    numbers = np.random.default_rng(SEED)
    names = [f"https://example.org/node/{number}" for number in range(nodes)]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(names)
    while graph.number_of_edges() < edges:
        lacking = edges - graph.number_of_edges()
        ones = (nodes * numbers.power(0.5, lacking)).astype(int)
        others = numbers.integers(0, nodes, lacking)
        weights = numbers.integers(1, 10, lacking)
        graph.add_weighted_edges_from(
            (names[one], names[other], int(weight))
            for one, other, weight in zip(ones, others, weights, strict=True)
            if one != other
        )
    return graph


def similarity(rows: int, columns: int) -> float:
    """Every row's profile against every other's, as `kg.analysis.theme_profiles` makes them."""
    numbers = np.random.default_rng(SEED)
    counts = {
        f"row {row}": {f"column {c}": int(n) for c, n in enumerate(own) if n}
        for row, own in enumerate(numbers.poisson(1, (rows, columns)))
    }
    found = weighed(counts)
    return float((found.values @ found.values.T).mean())


def jaccard(graph: nx.Graph[str], many: int) -> int:
    """The similarity of neighbourhoods of so many pairs of nodes."""
    numbers = np.random.default_rng(SEED)
    names = list(graph)
    pairs = [(names[a], names[b]) for a, b in numbers.integers(0, len(names), (many, 2))]
    return sum(1 for _ in nx.jaccard_coefficient(graph, pairs))


def of_store(folder: Path) -> None:
    """The processor time of each pattern on a store, and its ratio to fetching the findings."""
    try:
        corpus = open_corpus(open_store(folder))
        started = time.process_time()
        count = len(corpus.findings)
        base = time.process_time() - started
        print(f"{count:,} findings fetched: {base:.1f} s")
        whole = base
        for name in NAMES:
            started = time.process_time()
            pattern(name).find(corpus)
            took = time.process_time() - started
            whole += took
            print(f"{name}: {took:.1f} s more, {took / base:.2f} times fetching")
        print(f"all: {whole:.1f} s")
    except KgError as error:
        raise SystemExit(str(error)) from error


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it, and print its processor time and the peak of memory so far."""
    started = time.process_time()
    found = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{what}: {time.process_time() - started:.1f} s, peak {peak:.2f} GB", flush=True)
    return found


if __name__ == "__main__":
    main()
