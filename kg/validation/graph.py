"""N-Quads lines as an rdflib graph, for pySHACL.

pyoxigraph parses and rdflib holds: rdflib's own parser takes twice the time.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.rdf.terms import text
from kg.shacl import ShapesError
from kg.shacl.datatypes import INTEGERS
from kg.shacl.files import read_triples as read_triples_of
from kg.shacl.terms import XSD, XSD_STRING

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, NamedNode, Triple
    from pyoxigraph import Literal as OxLiteral
    from rdflib import Graph, Literal
    from rdflib.term import IdentifiedNode, Node, URIRef

    Statement = tuple[IdentifiedNode, URIRef, Node]

NUMBERS = {XSD + "decimal", XSD + "double", XSD + "float", *INTEGERS}


def empty_graph() -> Graph:
    """A graph that is true without being counted: pySHACL asks that of it for each result."""
    from rdflib.plugins.stores.memory import SimpleMemory

    return _graph_class()(SimpleMemory(), bind_namespaces="none")


def read_triples(lines: Sequence[str]) -> list[Statement]:
    """The triples of N-Quads or N-Triples lines; lexical forms stay as they are.

    Raises `SyntaxError` (from pyoxigraph) with the line's number where a line is neither.
    """
    from pyoxigraph import RdfFormat, parse

    known: dict[str, URIRef] = {}
    with _quiet():
        return [
            (_node(quad.subject, known), _node(quad.predicate, known), _node(quad.object, known))
            for quad in parse("\n".join(lines), format=RdfFormat.N_QUADS)
        ]


def graph_of(files: Sequence[Path]) -> Graph:
    """The graph of RDF files; blank nodes have the labels that the fast checker gives them.

    Raises `ShapesError` where one cannot be read.
    """
    lines = [
        f"{' '.join(triple)} ." for file in files for triple in read_triples_of(file, ShapesError)
    ]
    graph = empty_graph()
    for statement in read_triples(lines):
        graph.add(statement)
    return graph


def term_of(node: Node) -> str:
    """A node of rdflib's as it is written in canonical N-Quads."""
    from rdflib import BNode, Literal

    if isinstance(node, Literal):
        if node.language:
            return f"{text(str(node))}@{node.language.lower()}"
        typed = node.datatype and str(node.datatype) != XSD_STRING
        return text(str(node)) + (f"^^<{node.datatype}>" if typed else "")
    return f"_:{node}" if isinstance(node, BNode) else f"<{node}>"


def _node(term: NamedNode | BlankNode | OxLiteral | Triple, known: dict[str, URIRef]) -> Any:
    from pyoxigraph import BlankNode, NamedNode
    from pyoxigraph import Literal as OxLiteral
    from rdflib import BNode, Literal, URIRef

    if isinstance(term, NamedNode):
        iri = term.value
        if (found := known.get(iri)) is None:
            found = known[iri] = URIRef(iri)
        return found
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if not isinstance(term, OxLiteral):
        raise SyntaxError(f"expected an IRI, a blank node or a literal, found {term}")
    # rdflib keeps no datatype on plain strings
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == XSD_STRING:
        return Literal(term.value)
    return _literal_class()(term.value, datatype=URIRef(datatype), normalize=False)


@cache
def _graph_class() -> type[Graph]:
    from rdflib import Graph

    class TrueGraph(Graph):
        def __bool__(self) -> bool:
            return True

    return TrueGraph


@cache
def _literal_class() -> type[Literal]:
    """The class of typed literals that compare as SHACL asks for.

    SHACL (sections 4.3.1 and 4.5.3) asks for a result where values cannot be compared.  rdflib
    puts a date after a number by the names of their datatypes, and raises a `TypeError` for a
    literal that is no value of its datatype (31 February), which pySHACL lets pass.
    """
    from rdflib import Literal

    class Compared(Literal):
        __slots__ = ()

        def __lt__(self, other: Any) -> bool:
            return _alike(self, other) and bool(super().__lt__(other))

        def __le__(self, other: Any) -> bool:
            return _alike(self, other) and bool(super().__le__(other))

        def __gt__(self, other: Any) -> bool:
            return _alike(self, other) and bool(super().__gt__(other))

        def __ge__(self, other: Any) -> bool:
            return _alike(self, other) and bool(super().__ge__(other))

        def eq(self, other: Any) -> bool:
            if not _alike(self, other):
                raise TypeError(f"{self!r} and {other!r} cannot be compared")
            return bool(super().eq(other))

    return Compared


def _alike(a: Literal, b: Any) -> bool:
    """Whether two literals have values of the same kind."""
    if a.ill_typed or getattr(b, "ill_typed", True):
        return False
    one, two = str(a.datatype or XSD_STRING), str(b.datatype or XSD_STRING)
    return one == two or {one, two} <= NUMBERS


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib warns of each ill-typed literal, or logs a traceback; here it becomes a violation."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.disabled = before
