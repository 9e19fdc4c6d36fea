"""The shared vocabulary as one graph: ontology, concept schemes, frameworks, register."""

from __future__ import annotations

from pathlib import Path

from kg.knowledge import vocabulary_files
from kg.namespaces import VOCABULARY_GRAPH


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
