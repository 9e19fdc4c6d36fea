"""The vocabulary files as one table, read once a process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.resources import folder
from kg.knowledge.terms import check_terms
from kg.knowledge.turtle import CS, SKOS, TYPE, Statements

#: All that this project defines begins so.
PROJECT = "https://w3id.org/childrens-services-kg/"
VOCAB = "https://w3id.org/childrens-services-kg/vocab/"


def vocabulary_files(extra: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The package's vocabulary files in order of their names, then the user's own."""
    return (*sorted(folder("ontology").rglob("*.ttl")), *extra)


@lru_cache(maxsize=2)
def vocabulary_table(extra: tuple[Path, ...] = ()) -> Statements:
    """The statements of all vocabulary files.  Raises `KnowledgeError` naming file and fault."""
    for path in extra:
        _refuse_foreign(path)
    table = turtle.read_table(vocabulary_files(extra))
    check_terms(table)
    return table


def _refuse_foreign(path: Path) -> None:
    """Raises `KnowledgeError` for a user's file that says nothing in this project's words."""
    for subject, values in turtle.read_table([path]).items():
        terms = (subject, *values, *values.get(TYPE, ()))
        if any(term.startswith(PROJECT) for term in terms):
            return
    raise KnowledgeError(
        f"{path}: says nothing of an authority or framework in the words of this project; are its "
        f"prefixes right? cs: is <{CS}>"
    )


def members(table: Statements, scheme: str) -> list[str]:
    """The IRIs of the concepts of a scheme (the end of its IRI), in the order of the files."""
    return [
        iri
        for iri in turtle.instances(table, SKOS + "Concept")
        if VOCAB + scheme in table[iri].get(SKOS + "inScheme", ())
    ]


def broader(table: Statements, concept: str) -> tuple[str, ...]:
    """The notations of a concept's broader concepts, the nearest first."""
    found: list[str] = []
    above = turtle.one(table, concept, SKOS + "broader")
    while above is not None and above not in found:
        found.append(above)
        above = turtle.one(table, above, SKOS + "broader")
    return tuple(turtle.need(table, each, SKOS + "notation") for each in found)
