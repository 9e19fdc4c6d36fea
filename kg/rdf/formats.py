"""Sorted N-Quads lines in other serialisations of RDF, streamed, with one prefix table.

The lines never pass through a store, which would rewrite literals; sorted lines give the same
bytes whatever order they were made in.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kg.knowledge import vocabulary_files
from kg.namespaces import PREFIXES, VOCABULARY_GRAPH

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


def convert(
    lines: Iterable[str],
    name: str,
    output: IO[bytes],
    *,
    prefixes: Mapping[str, str] = PREFIXES,
) -> None:
    """Write N-Quads lines, which must be sorted, in one of `FORMATS`.

    Formats without named graphs get the union of all graphs: a statement made in several
    reports stands once.
    """
    import pyoxigraph

    constant, graphs = FORMATS[name]
    quads = _quads(lines) if graphs else _triples(lines)
    if name == "trig":
        quads = iter(sorted(quads, key=_by_graph))
    with _SortedHead(output) as stream:
        pyoxigraph.serialize(
            quads, stream, format=getattr(pyoxigraph.RdfFormat, constant), prefixes=dict(prefixes)
        )


class _SortedHead(io.BytesIO):
    """Passes bytes on, the prefix declarations at the start sorted.

    pyoxigraph writes them in an order that changes from run to run.
    """

    def __init__(self, output: IO[bytes]) -> None:
        super().__init__()
        self._output = output
        self._held: bytes | None = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        content = bytes(data)
        if self._held is None:
            self._output.write(content)
        else:
            self._held += content
            # the declarations take about a thousand bytes
            if len(self._held) > 4096:
                self._pass_on()
        return len(content)

    def close(self) -> None:
        self._pass_on()
        super().close()

    def _pass_on(self) -> None:
        if self._held is not None:
            head, self._held = self._held, None
            self._output.write(_sorted_head(head))


def _sorted_head(head: bytes) -> bytes:
    lines = head.split(b"\n")
    count = next(
        (n for n, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines)
    )
    if count:
        return b"\n".join([*sorted(lines[:count]), *lines[count:]])
    return XMLNS.sub(lambda match: b"".join(sorted(ONE_XMLNS.findall(match[0]))), head, count=1)


#: The namespaces of an RDF/XML document's root.
ONE_XMLNS = re.compile(rb' xmlns:\w+="[^"]*"')
XMLNS = re.compile(rb'(?: xmlns:\w+="[^"]*")+')


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


def vocabulary_quads(extra: tuple[Path, ...] = ()) -> list[str]:
    """The sorted, distinct N-Quads lines of all vocabulary files, the user's own included."""
    import pyoxigraph

    graph = pyoxigraph.NamedNode(VOCABULARY_GRAPH)
    quads = (
        pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, graph)
        for path in vocabulary_files(extra)
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    )
    written = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    assert written is not None, "without an output, the bytes are returned"
    return sorted(set(written.decode().splitlines()))
