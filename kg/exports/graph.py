"""The whole graph in a serialisation of RDF, from the records."""

from __future__ import annotations

from pathlib import Path

from kg.exports.files import output
from kg.rdf import convert
from kg.store import Store


def write_graph(store: Store, name: str, path: Path) -> None:
    """Write all records, the shared vocabulary included, in one of `kg.rdf.FORMATS`."""
    with output(path) as stream:
        convert(store.sorted_lines(), name, stream)
