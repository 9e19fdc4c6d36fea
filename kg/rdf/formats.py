"""Sorted N-Quads lines in other serialisations of RDF, streamed, with one prefix table.

The lines never pass through a store, which would rewrite literals; sorted lines give the same
bytes whatever order they were made in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from kg.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

#: Name of the format -> (name of pyoxigraph's constant, keeps named graphs)
FORMATS = {
    "turtle": ("TURTLE", False),
    "ntriples": ("N_TRIPLES", False),
    "rdfxml": ("RDF_XML", False),
    "trig": ("TRIG", True),
    "nquads": ("N_QUADS", True),
    "jsonld": ("JSON_LD", True),
}


def convert(lines: Iterable[str], name: str, output: IO[bytes]) -> None:
    """Write N-Quads lines, which must be sorted, in one of `FORMATS`.

    Formats without named graphs get the union of all graphs: a statement made in several
    reports stands once.
    """
    import pyoxigraph

    constant, graphs = FORMATS[name]
    quads = _quads(lines) if graphs else _triples(lines)
    if name == "trig":
        quads = iter(sorted(quads, key=_by_graph))
    pyoxigraph.serialize(
        quads,
        output,
        format=getattr(pyoxigraph.RdfFormat, constant),
        prefixes=PREFIXES,
    )


def _quads(lines: Iterable[str]) -> Iterator[Any]:
    import pyoxigraph

    for chunk in _chunks(lines):
        yield from pyoxigraph.parse(chunk, format=pyoxigraph.RdfFormat.N_QUADS)


def _triples(lines: Iterable[str]) -> Iterator[Any]:
    last = None
    for quad in _quads(lines):
        triple = quad.triple
        if triple != last:
            yield triple
        last = triple


def _chunks(lines: Iterable[str], size: int = 10_000) -> Iterator[bytes]:
    """The lines in pieces that are quick to parse and small to hold."""
    held: list[str] = []
    for line in lines:
        held.append(line)
        if len(held) == size:
            yield ("\n".join(held) + "\n").encode()
            held = []
    if held:
        yield ("\n".join(held) + "\n").encode()


def _by_graph(quad: pyoxigraph.Quad) -> str:
    return str(quad.graph_name)
