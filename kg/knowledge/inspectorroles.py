"""What inspectors are in an inspection, and the words of which their titles are made.

They are in ``ontology/vocabularies/inspector-roles.ttl``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.turtle import SKOS, Statements
from kg.knowledge.vocabularies import VOCAB, broader, members
from kg.text.phrases import comparable


class InspectorPart(StrEnum):
    """What a report says of an inspector: every role is one of these, or a kind of one."""

    LEAD = "lead"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class InspectorRole:
    """One role."""

    iri: str
    notation: str
    label: str
    part: InspectorPart
    #: words that tell it in a title or label ("deputy")
    words: tuple[str, ...]
    #: labels of its own ("reporting inspector")
    labels: tuple[str, ...]


@dataclass(frozen=True)
class InspectorWords:
    """The roles, and the words of titles that tell none."""

    roles: tuple[InspectorRole, ...]
    title_words: tuple[str, ...]


def read_inspector_words(table: Statements) -> InspectorWords:
    """The roles and words of a vocabulary.

    Raises `KnowledgeError` for a role that is neither lead nor team nor a kind of one, or that no
    word tells, and for a word that tells two.
    """
    roles = tuple(_role(table, iri) for iri in members(table, "inspector-role"))
    told: dict[str, InspectorRole] = {}
    for role in roles:
        for word in role.words:
            other = told.setdefault(comparable(word), role)
            if other is not role:
                raise KnowledgeError(
                    f"{table.place(role.iri)}: {word!r} tells the role <{role.iri}> and "
                    f"<{other.iri}>; write it once"
                )
    return InspectorWords(roles, tuple(turtle.words(table, f"{VOCAB}inspector-title/word")))


def _role(table: Statements, iri: str) -> InspectorRole:
    notation = turtle.need(table, iri, SKOS + "notation")
    parts = [each for each in (notation, *broader(table, iri)) if each in set(InspectorPart)]
    if not parts:
        raise KnowledgeError(
            f"{table.place(iri)}: the role <{iri}> has no skos:broader that is one of "
            f"{', '.join(InspectorPart)}; add it"
        )
    return InspectorRole(
        iri=iri,
        notation=notation,
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        part=InspectorPart(parts[0]),
        words=tuple(turtle.words(table, iri)),
        labels=tuple(table[iri].get(SKOS + "altLabel", ())),
    )
