"""N-Quads lines as a small rdflib graph, with the part of the shared vocabulary that they use.

pyoxigraph parses and rdflib holds: rdflib's own parser takes twice the time.  IRIs are interned,
those of shapes and vocabulary for the life of the process: a look-up of the very same object
needs no comparison, and rdflib compares in Python.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.validation.terms import RDF_TYPE, SUBCLASS_OF, XSD_STRING

if TYPE_CHECKING:
    from pyoxigraph import Literal as OxLiteral
    from pyoxigraph import Quad, Triple
    from rdflib import Graph, Literal
    from rdflib.term import IdentifiedNode, Node, URIRef

    Statement = tuple[IdentifiedNode, URIRef, Node]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The shared vocabulary, indexed by what one report may ask of it."""

    #: the lines that it was read from
    lines: tuple[str, ...]
    #: IRI -> the statements that a report which names the IRI needs beside it
    needed: dict[Node, tuple[Statement, ...]]
    #: class -> its subclasses at any depth, itself among them
    subclasses: dict[Node, frozenset[Node]]
    #: the subclass statements
    hierarchy: tuple[Statement, ...]
    #: IRI -> its classes
    types: dict[str, frozenset[str]]
    #: class -> its subclasses at any depth, itself among them
    below: dict[str, frozenset[str]]

    def kinds(self, iri: str) -> frozenset[str]:
        """The classes of an IRI."""
        return self.types.get(iri, frozenset())


def parse(lines: Sequence[str]) -> list[Quad]:
    """The quads of N-Quads or N-Triples lines, with or without their line ends.

    Raises `SyntaxError` (from pyoxigraph) with the line's number where a line is neither.
    """
    from pyoxigraph import RdfFormat
    from pyoxigraph import parse as read

    return list(read("\n".join(lines), format=RdfFormat.N_QUADS))


def graph_of(lines: Sequence[str], vocabulary: Vocabulary | None = None) -> Graph:
    """The graph of ``lines``, plus what they need of ``vocabulary``."""
    from rdflib.plugins.stores.memory import SimpleMemory

    store = SimpleMemory()
    graph: Graph = graph_class()(store, bind_namespaces="none")
    named: set[Node] = set()
    # into the store itself: the graph would look at each term once more
    for triple in triples(parse(lines)):
        store.add(triple, graph)
        named.add(triple[2])
    if vocabulary is not None:
        for triple in vocabulary.hierarchy:
            store.add(triple, graph)
        for iri in named & vocabulary.needed.keys():
            for triple in vocabulary.needed[iri]:
                store.add(triple, graph)
    return graph


def read_vocabulary(
    lines: Sequence[str], forward: frozenset[Node], backward: frozenset[Node]
) -> Vocabulary:
    """The vocabulary of ``lines`` as far as property paths may walk in it.

    ``forward`` and ``backward`` are the properties that a path of more than one step follows
    from subject to object, and from object to subject.
    """
    from rdflib import URIRef

    type_, below = URIRef(RDF_TYPE), URIRef(SUBCLASS_OF)
    outgoing: dict[Node, list[Statement]] = {}
    incoming: dict[Node, list[Statement]] = {}
    hierarchy: list[Statement] = []
    for triple in triples(parse(lines), shared=True):
        subject, predicate, value = triple
        if predicate == below:
            hierarchy.append(triple)
        if predicate == type_ or predicate in forward:
            outgoing.setdefault(subject, []).append(triple)
        if predicate in backward:
            incoming.setdefault(value, []).append(triple)
    needed = {iri: tuple(_walk(iri, outgoing, incoming)) for iri in {*outgoing, *incoming}}
    subclasses = _below(hierarchy)
    return Vocabulary(
        lines=tuple(lines),
        needed=needed,
        subclasses=subclasses,
        hierarchy=tuple(hierarchy),
        types={
            str(subject): frozenset(
                str(value) for _, predicate, value in held if predicate == type_
            )
            for subject, held in outgoing.items()
        },
        below={str(each): frozenset(map(str, under)) for each, under in subclasses.items()},
    )


def triples(quads: Sequence[Quad], shared: bool = False) -> Iterator[Statement]:
    """The quads as rdflib triples; their lexical forms stay as they are.

    ``shared`` keeps their IRIs interned for every later call.
    """
    from pyoxigraph import BlankNode, NamedNode
    from pyoxigraph import Literal as OxLiteral
    from rdflib import BNode, URIRef

    known = _SHARED if shared else dict(_SHARED)

    def node(term: NamedNode | BlankNode | OxLiteral | Triple) -> Any:
        if isinstance(term, NamedNode):
            iri = term.value
            if (found := known.get(iri)) is None:
                found = known[iri] = URIRef(iri)
            return found
        if isinstance(term, BlankNode):
            return BNode(term.value)
        if isinstance(term, OxLiteral):
            return _literal(term)
        raise SyntaxError(f"expected an IRI, a blank node or a literal, found {term}")

    with _quiet():
        for quad in quads:
            yield node(quad.subject), node(quad.predicate), node(quad.object)


def _literal(term: OxLiteral) -> Node:
    """rdflib keeps no datatype on plain strings, and marks an ill-typed literal as such."""
    from rdflib import Literal

    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == XSD_STRING:
        return Literal(term.value)
    literal = Literal(term.value, datatype=_datatype(datatype), normalize=False)
    if literal.ill_typed:
        return ill_typed_class()(term.value, datatype=_datatype(datatype), normalize=False)
    return literal


@cache
def graph_class() -> type[Graph]:
    """rdflib's graph, but true without counting: pySHACL asks that of it for each result."""
    from rdflib import Graph

    class TrueGraph(Graph):
        def __bool__(self) -> bool:
            return True

    return TrueGraph


@cache
def ill_typed_class() -> type[Literal]:
    """The class of literals that are no value of their datatype, such as 31 February.

    rdflib raises a `TypeError` when such a literal is compared, and pySHACL lets it pass.  SHACL
    (sections 4.5.3 and 4.5.4) asks for a result where values cannot be compared, so comparing
    says no.
    """
    from rdflib import Literal

    class IllTyped(Literal):
        __slots__ = ()

        def __lt__(self, other: object) -> bool:
            return False

        __le__ = __gt__ = __ge__ = __lt__

    return IllTyped


_SHARED: dict[str, URIRef] = {}
_DATATYPES: dict[str, URIRef] = {}


def _datatype(iri: str) -> URIRef:
    from rdflib import URIRef

    return _DATATYPES.setdefault(iri, URIRef(iri))


@contextmanager
def _quiet() -> Iterator[None]:
    """rdflib logs each ill-typed literal with a traceback; here it becomes a violation."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def _walk(
    start: Node, outgoing: dict[Node, list[Statement]], incoming: dict[Node, list[Statement]]
) -> Iterator[Statement]:
    from rdflib import URIRef

    type_ = URIRef(RDF_TYPE)
    seen, waiting = {start}, [start]
    while waiting:
        iri = waiting.pop()
        for triple in outgoing.get(iri, ()):
            yield triple
            if triple[1] != type_ and triple[2] not in seen:
                seen.add(triple[2])
                waiting.append(triple[2])
        for triple in incoming.get(iri, ()):
            yield triple
            if triple[0] not in seen:
                seen.add(triple[0])
                waiting.append(triple[0])


def _below(hierarchy: Sequence[Statement]) -> dict[Node, frozenset[Node]]:
    children: dict[Node, set[Node]] = {}
    for child, _, parent in hierarchy:
        children.setdefault(parent, set()).add(child)
    below = {}
    for parent in children:
        seen, waiting = {parent}, [parent]
        while waiting:
            fresh = children.get(waiting.pop(), set()) - seen
            seen |= fresh
            waiting.extend(fresh)
        below[parent] = frozenset(seen)
    return below
