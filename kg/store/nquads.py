"""The N-Quads of one graph, as bytes: all lines of a record end in the same graph."""

from __future__ import annotations


def graph_of(record: bytes) -> str:
    """The IRI of a record's graph, "" if it is no record."""
    first = record.partition(b"\n")[0].decode()
    return first.removesuffix(" .").rpartition(" ")[2].strip("<>")


def without_graph(graph: str, record: bytes) -> bytes:
    """The statements of a record as N-Triples, without the graph that each names."""
    # in canonical N-Quads this ends a line and can stand nowhere else
    return record.replace(f" <{graph}> .\n".encode(), b" .\n")
