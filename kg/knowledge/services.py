"""What services are called: the kinds, the usual services, and the words that names are made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import SKOS, Table
from kg.knowledge.vocabularies import members


@dataclass(frozen=True, slots=True)
class UsualService:
    """A service that most authorities have, so that a report has one of it."""

    notation: str
    #: notation of its kind
    kind: str
    #: every printed form, each of which names it by itself
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """A kind of service."""

    iri: str
    notation: str
    label: str
    #: words that tell the kind inside a composed name ("permanence" team)
    topics: tuple[str, ...]
    #: names of their own that are of this kind (charities, national programmes)
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ServiceNames:
    """All that is known of the names of services; a key of caches, so the same only as itself."""

    kinds: tuple[ServiceKind, ...]
    usual: tuple[UsualService, ...]
    #: what a word does in a name ("head", "filler", ...) -> the words
    words: dict[str, tuple[str, ...]]


def read_service_names(table: Table) -> ServiceNames:
    """The names of services in a table of statements.  Raises `KnowledgeError`."""
    kinds = tuple(
        ServiceKind(
            iri,
            turtle.need(table, iri, SKOS + "notation"),
            turtle.need(table, iri, SKOS + "prefLabel"),
            tuple(table[iri].get(SKOS + "hiddenLabel", ())),
            tuple(table[iri].get(SKOS + "altLabel", ())),
        )
        for iri in members(table, "service-kind")
    )
    notations = {kind.iri: kind.notation for kind in kinds}
    return ServiceNames(
        kinds=kinds,
        usual=tuple(
            UsualService(
                turtle.need(table, iri, SKOS + "notation"),
                _kind(table, iri, notations),
                printed_forms(table, iri),
            )
            for iri in members(table, "usual-service")
        ),
        words={
            turtle.need(table, iri, SKOS + "notation"): tuple(
                table[iri].get(SKOS + "hiddenLabel", ())
            )
            for iri in members(table, "service-word")
        },
    )


def _kind(table: Table, iri: str, notations: dict[str, str]) -> str:
    broader = turtle.need(table, iri, SKOS + "broader")
    if broader not in notations:
        raise KnowledgeError(f"<{iri}> is of the kind <{broader}>, which no vocabulary file has")
    return notations[broader]
