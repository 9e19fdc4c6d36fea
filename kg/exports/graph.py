"""The whole graph in a serialisation of RDF, from the records."""

from __future__ import annotations

from pathlib import Path

from kg.exports.description import beside, count, write_description
from kg.exports.files import is_stream, outputs
from kg.exports.registry import Options, Written
from kg.rdf import convert
from kg.store import Store


def export(store: Store, path: Path, options: Options) -> Written:
    """Write all records, the shared vocabulary included, in one of `kg.rdf.FORMATS`.

    What the file is, is written beside it, if it is to be; a stream or a pipe has no beside.
    """
    lines = store.sorted_lines()
    with outputs() as files:
        with files.output(path) as stream:
            convert(lines, options.format, stream)
            size = 0 if is_stream(path) else stream.tell()
        if not options.described or is_stream(path):
            return Written((path,))
        place = beside(path)
        with files.output(place) as stream:
            write_description(count(lines), options.format, path, size, stream)
    return Written((path, place))
