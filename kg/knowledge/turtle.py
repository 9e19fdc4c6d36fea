"""Turtle files as a plain table: subject -> predicate -> values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import KnowledgeError

CS = "https://w3id.org/childrens-services-kg/def#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
ORG = "http://www.w3.org/ns/org#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

#: subject IRI -> predicate IRI -> values (IRIs and lexical forms) in the order of the file
Table = Mapping[str, Mapping[str, list[str]]]


def read_table(files: Iterable[Path]) -> Table:
    """The statements of Turtle files.  Raises `KnowledgeError` naming the file and the fault."""
    import pyoxigraph

    table: dict[str, dict[str, list[str]]] = {}
    for path in files:
        try:
            for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
                if isinstance(quad.subject, pyoxigraph.BlankNode) or isinstance(
                    quad.object, pyoxigraph.BlankNode
                ):
                    raise KnowledgeError(f"{path}: has a blank node; give it an IRI")
                values = table.setdefault(quad.subject.value, {})
                values.setdefault(quad.predicate.value, []).append(quad.object.value)
        except (SyntaxError, ValueError) as error:
            raise KnowledgeError(f"{path}: is not valid Turtle: {error}") from error
        except OSError as error:
            raise KnowledgeError(f"{path}: cannot be read: {error.strerror}") from error
    return table


def instances(table: Table, kind: str) -> list[str]:
    """The subjects of a class, in the order of the files."""
    return [subject for subject, values in table.items() if kind in values.get(TYPE, ())]


def one(table: Table, subject: str, predicate: str) -> str | None:
    """The first value of a property, or None."""
    found = table[subject].get(predicate)
    return found[0] if found else None


def need(table: Table, subject: str, predicate: str) -> str:
    """The first value of a property that must be there."""
    found = one(table, subject, predicate)
    if found is None:
        name = predicate.rpartition("#")[2]
        raise KnowledgeError(f"<{subject}> has no {name}; add it to its vocabulary file")
    return found
