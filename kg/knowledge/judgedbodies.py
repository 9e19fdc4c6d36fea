"""Whom a framework judges: the authority, or a board or partnership of a kind that it names."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.choices import About
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import members

#: Whom a strand is about -> the property that says which kind of board that is.
MEANS = {About.BOARD: "meansBoard", About.PARTNERSHIP: "meansPartnership"}


def whom_it_judges(table: Statements, strand: str) -> About:
    """Whom a strand is about.  Raises `KnowledgeError` if that is nobody known."""
    return turtle.choice(table, strand, CS + "judges", About)


def bodies_meant(table: Statements, version: str) -> Mapping[About, tuple[str, ...]]:
    """The notations of the kinds of board that a framework version means.

    Raises `KnowledgeError` for a kind that no file describes, and for a version that judges a board
    or partnership and does not say which kind that is.
    """
    values = table[version]
    where = f"{table.place(version)}: <{version}>"
    kinds = set(members(table, "board-kind"))
    meant = {}
    for about, name in MEANS.items():
        for kind in values.get(CS + name, ()):
            if kind not in kinds:
                raise KnowledgeError(
                    f"{where} has as cs:{name} the kind <{kind}>, which no file describes; "
                    "ontology/vocabularies/board-kinds.ttl has the kinds there are"
                )
        meant[about] = tuple(
            turtle.need(table, kind, SKOS + "notation") for kind in values.get(CS + name, ())
        )
    for strand in values.get(CS + "hasStrand", ()):
        judged = whom_it_judges(table, strand)
        if judged in MEANS and not meant[judged]:
            raise KnowledgeError(
                f"{where} judges a {judged} (<{strand}>) and does not say of which kind; "
                f"add cs:{MEANS[judged]} (ontology/vocabularies/board-kinds.ttl has the kinds)"
            )
    return {about: kinds for about, kinds in meant.items() if kinds}
