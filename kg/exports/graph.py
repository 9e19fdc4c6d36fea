"""The whole graph in a serialisation of RDF, from the records."""

from __future__ import annotations

from pathlib import Path

from kg.exports.description import beside, count, write_description
from kg.exports.files import is_stream, outputs
from kg.exports.registry import Options, Written
from kg.rdf import convert
from kg.store import Store


def write_graph(store: Store, name: str, path: Path, *, described: bool = False) -> list[Path]:
    """Write all records, the shared vocabulary included, in one of `kg.rdf.FORMATS`.

    ``described``: also write what the file is beside it; a stream or a pipe has no beside.
    Returns the files.
    """
    lines = store.sorted_lines()
    with outputs() as files:
        with files.output(path) as stream:
            convert(lines, name, stream)
            size = 0 if is_stream(path) else stream.tell()
        if not described or is_stream(path):
            return [path]
        place = beside(path)
        with files.output(place) as stream:
            write_description(count(lines), name, path, size, stream)
    return [path, place]


def export(store: Store, out: Path, options: Options) -> Written:
    """`write_graph` as `kg.exports.registry` calls it."""
    return Written(tuple(write_graph(store, options.format, out, described=options.described)))
