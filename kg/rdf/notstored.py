"""A file of which no report is stored, as quads: its name, and the problems that say why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kg.namespaces import CS, ID, NOT_STORED
from kg.rdf.graph import TYPE, maybe, maybe_text
from kg.rdf.terms import integer, iri, text
from kg.reports.model import Problem


def not_stored_graph(name: str, sha256: str) -> str:
    """The IRI of the named graph of a file: from its hash, or its name where it has none."""
    return NOT_STORED + (sha256 or hashlib.sha256(name.encode()).hexdigest())


def not_stored_quads(name: str, sha256: str, problems: Sequence[Problem]) -> list[str]:
    """The lines of the graph of a file.

    ``name`` is the file's without its ending, ``sha256`` that of its bytes, "" if they could not
    be read.
    """
    graph = not_stored_graph(name, sha256)
    base = f"{ID}file-not-stored/{graph.removeprefix(NOT_STORED)}"
    node = iri(base)
    said: list[tuple[str, str, str | None]] = [
        (node, TYPE, iri(f"{CS}FileNotStored")),
        (node, iri(f"{CS}source"), text(name)),
        (node, iri(f"{CS}sha256"), maybe_text(sha256)),
    ]
    for number, problem in enumerate(problems, 1):
        one = iri(f"{base}/problem/{number}")
        said += [
            (one, TYPE, iri(f"{CS}Problem")),
            (one, iri(f"{CS}ofFile"), node),
            (one, iri(f"{CS}problemCode"), text(problem.code)),
            (one, iri(f"{CS}message"), text(problem.message)),
            (one, iri(f"{CS}page"), maybe(integer, problem.page)),
            (one, iri(f"{CS}words"), maybe_text(problem.text)),
        ]
    return sorted(
        f"{subject} {predicate} {value} {iri(graph)} ."
        for subject, predicate, value in said
        if value is not None
    )
