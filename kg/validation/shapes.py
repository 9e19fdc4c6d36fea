"""The shapes of a folder, made ready once a process.

In the files a node shape holds its property shapes by ``sh:property``.  pySHACL checks such a
property shape again for each focus node, and sets its constraints up anew each time; checked
with all focus nodes at once it takes a fifth of the time and gives the same results.  So each
property shape of a shape with targets is lifted: it gets the targets and stands alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KnowledgeError
from kg.knowledge import folder
from kg.validation.simple import Simple, read_simple, steps, walked
from kg.validation.terms import RDF_FIRST, RDF_TYPE, SH

if TYPE_CHECKING:
    from pyshacl.shape import Shape
    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True)
class Check:
    """One shape of pySHACL and the focus nodes that it is for."""

    shape: Shape
    #: classes whose instances are focus nodes
    classes: frozenset[Node]
    #: properties whose subjects are focus nodes
    subjects_of: frozenset[Node]
    #: what it asks, if that is simple
    simple: Simple | None


@dataclass(frozen=True, slots=True)
class Shapes:
    """Every check of a folder of shapes."""

    checks: tuple[Check, ...]
    #: shape -> its ``sh:name``
    names: dict[str, str]
    #: path -> its SPARQL notation
    paths: dict[Node, str]
    #: properties that paths of several steps follow from subject to object
    forward: frozenset[Node]
    #: properties that paths of several steps follow from object to subject
    backward: frozenset[Node]
    #: every IRI in shapes that are not simple: they look at no other property
    walked: frozenset[str]


@cache
def load_shapes(place: Path) -> Shapes:
    """The shapes of every ``.ttl`` file in ``place``, read once a process.

    Raises `KnowledgeError` where the folder has none, a file is not Turtle, or a shape has a
    target other than ``sh:targetClass`` and ``sh:targetSubjectsOf``.
    """
    from pyshacl.shapes_graph import ShapesGraph
    from rdflib import URIRef

    graph = _read(place)
    targets = _targets(graph)
    lifted = _lift(graph, targets)
    names = {str(s): str(name) for s, name in graph.subject_objects(URIRef(SH + "name"))}
    found = {shape.node: shape for shape in ShapesGraph(graph).shapes}
    checks = tuple(
        Check(found[node], frozenset(classes), frozenset(subjects_of), read_simple(graph, node))
        for node, (classes, subjects_of) in sorted(lifted.items())
        if not _asks_nothing(graph, node)
    )
    paths = set(graph.objects(None, URIRef(SH + "path")))
    far = [path for path in paths if not isinstance(path, URIRef)]
    walks = [step for path in far for step in steps(graph, path)]
    texts = {path: path_text(graph, path) for path in paths}
    walk = walked(graph, [check.shape.node for check in checks if check.simple is None])
    _strip(graph)
    return Shapes(
        checks,
        names,
        texts,
        frozenset(URIRef(iri) for iri, ahead in walks if ahead),
        frozenset(URIRef(iri) for iri, ahead in walks if not ahead),
        walk,
    )


def shapes_folder() -> Path:
    """Where the package's own shapes are."""
    return folder("shapes")


def path_text(graph: Graph, path: Node) -> str:
    """A property path of the shapes in SPARQL's notation, with full IRIs."""
    from rdflib import URIRef

    if isinstance(path, URIRef):
        return f"<{path}>"
    inverse = graph.value(path, URIRef(SH + "inversePath"))
    if inverse is not None:
        return "^" + path_text(graph, inverse)
    return "/".join(path_text(graph, step) for step in graph.items(path))


def _read(place: Path) -> Graph:
    from pyoxigraph import RdfFormat
    from pyoxigraph import parse as read
    from rdflib import Graph

    from kg.validation.graph import triples

    files = sorted(place.glob("*.ttl"))
    if not files:
        raise KnowledgeError(f"{place}: expected shapes in .ttl files, found none")
    graph = Graph(bind_namespaces="none")
    for file in files:
        try:
            # the labels that files give to blank nodes may clash
            quads = list(read(path=file, format=RdfFormat.TURTLE, rename_blank_nodes=True))
        except SyntaxError as error:
            raise KnowledgeError(f"{file}: expected Turtle: {error}; correct the file") from error
        for triple in triples(quads, shared=True):
            graph.add(triple)
    return graph


def _targets(graph: Graph) -> dict[Node, tuple[set[Node], set[Node]]]:
    """Shape -> the classes and the properties that it targets."""
    from rdflib import URIRef

    for name in ("targetNode", "targetObjectsOf", "target"):
        for shape in graph.subjects(URIRef(SH + name)):
            raise KnowledgeError(
                f"{shape}: expected sh:targetClass or sh:targetSubjectsOf, found sh:{name};"
                " say the target by a class"
            )
    found: dict[Node, tuple[set[Node], set[Node]]] = {}
    for place, name in enumerate(("targetClass", "targetSubjectsOf")):
        for shape, target in graph.subject_objects(URIRef(SH + name)):
            found.setdefault(shape, (set(), set()))[place].add(target)
    return found


def _lift(
    graph: Graph, targets: dict[Node, tuple[set[Node], set[Node]]]
) -> dict[Node, tuple[set[Node], set[Node]]]:
    """``targets`` with the property shapes; shapes that others refer to keep theirs as well."""
    from rdflib import URIRef

    holds = URIRef(SH + "property")
    refer = [URIRef(SH + name) for name in ("node", "not", "qualifiedValueShape")]
    refer.append(URIRef(RDF_FIRST))
    lifted = {shape: (set(c), set(s)) for shape, (c, s) in targets.items()}
    for shape, (classes, subjects_of) in targets.items():
        if any((None, predicate, shape) in graph for predicate in refer):
            continue
        for child in list(graph.objects(shape, holds)):
            both = lifted.setdefault(child, (set(), set()))
            both[0].update(classes)
            both[1].update(subjects_of)
            graph.remove((shape, holds, child))
    return lifted


def _asks_nothing(graph: Graph, shape: Node) -> bool:
    """Whether nothing is left of a shape but its targets: its property shapes stand alone."""
    silent = {SH + name for name in ("targetClass", "targetSubjectsOf", "name", "description")}
    return {str(predicate) for predicate in graph.predicates(shape)} <= silent | {RDF_TYPE}


def _strip(graph: Graph) -> None:
    """Takes away what pySHACL has read already, and would look through at each check again."""
    from rdflib import URIRef

    for name in ("name", "description", "message", "severity", "path"):
        graph.remove((None, URIRef(SH + name), None))
    graph.remove((None, URIRef(RDF_TYPE), None))
