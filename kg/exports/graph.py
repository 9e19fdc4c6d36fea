"""The whole graph in a serialisation of RDF, from the records."""

from __future__ import annotations

from pathlib import Path

from kg.exports.description import count, write_description
from kg.exports.files import output
from kg.rdf import convert
from kg.store import Store


def write_graph(store: Store, name: str, path: Path, *, described: bool = False) -> list[Path]:
    """Write all records, the shared vocabulary included, in one of `kg.rdf.FORMATS`.

    ``described``: also write what the file is beside it; a stream or a pipe has no beside.
    Returns the files.
    """
    lines = store.sorted_lines()
    with output(path) as stream:
        convert(lines, name, stream)
    if described and path.is_file():
        return [path, write_description(count(lines), name, path)]
    return [path]
