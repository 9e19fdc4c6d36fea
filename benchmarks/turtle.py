"""How long the whole graph takes to become Turtle, as a ratio to rdflib on the same statements.

Usage: python benchmarks/turtle.py [STORE] [--every N]

In one process and in turn: (a) `kg.rdf.convert` of the sorted lines, (b) rdflib's Turtle writer on
a graph that is already in memory.  rdflib takes minutes for a whole corpus: it is given every Nth
report, and so is (a).  Then the Turtle is parsed again and compared, and written again from lines
in another order.  Processor time, so that a busy machine matters less.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import rdflib

from kg.rdf import convert
from kg.store import open_store


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "store", nargs="?", type=Path, default=Path(os.environ.get("KG_STORE") or "kg-store")
    )
    parser.add_argument("--every", type=int, default=15, help="take every Nth report for rdflib")
    args = parser.parse_args()
    store = open_store(args.store)

    some = sorted(line for key in list(store.entries)[:: args.every] for line in store.record(key))
    ours = _time(lambda: _turtle(some))
    graph = rdflib.Graph()
    graph.parse(data=_written(some, "ntriples"), format="nt")
    theirs = _time(lambda: graph.serialize(format="turtle"))
    print(
        f"{len(graph):,} statements: kg {ours:.2f} s, rdflib {theirs:.2f} s: "
        f"rdflib takes {theirs / ours:.0f} x as long"
    )

    lines = store.sorted_lines()
    whole = _time(lambda: _turtle(lines))
    turtle = _turtle(lines)
    count = sum(1 for _ in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))
    print(
        f"whole store: {count:,} statements in {whole:.2f} s, "
        f"{1e6 * whole / count:.1f} s a million, {len(turtle) / 2**20:.0f} MB"
    )

    def triples(content: bytes, format: pyoxigraph.RdfFormat) -> set[int]:
        return {hash(quad.triple) for quad in pyoxigraph.parse(content, format=format)}

    again = triples(turtle, pyoxigraph.RdfFormat.TURTLE)
    held = triples("\n".join(lines).encode(), pyoxigraph.RdfFormat.N_QUADS)
    print(f"parsed again, the same statements: {'yes' if again == held else 'NO'}")
    shuffled = list(lines)
    random.Random(1).shuffle(shuffled)
    print(f"the same bytes again: {'yes' if _turtle(sorted(shuffled)) == turtle else 'NO'}")


def _turtle(lines: list[str]) -> bytes:
    return _written(lines, "turtle")


def _written(lines: list[str], name: str) -> bytes:
    stream = io.BytesIO()
    convert(lines, name, stream)
    return stream.getvalue()


def _time(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start


if __name__ == "__main__":
    main()
