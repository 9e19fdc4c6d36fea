"""What services are called: the kinds, the usual services, and the words that names are made of."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.resources import folder
from kg.knowledge.servicewords import ServiceWord, read_service_words
from kg.knowledge.turtle import SKOS, Statements
from kg.knowledge.vocabularies import members


@dataclass(frozen=True, slots=True, eq=False)
class ServiceNames:
    """All that is known of the names of services; a key of caches, so the same only as itself."""

    #: services that most authorities have, so that a report has one of each: notation -> its kind
    usual: dict[str, str]
    words: tuple[ServiceWord, ...]


def read_service_names(table: Statements) -> ServiceNames:
    """The kinds of a table of statements with the packaged table of words.

    Raises `KnowledgeError`.
    """
    notations = {
        iri: turtle.need(table, iri, SKOS + "notation") for iri in members(table, "service-kind")
    }
    usual = {
        turtle.need(table, iri, SKOS + "notation"): _kind(table, iri, notations)
        for iri in members(table, "usual-service")
    }
    words = folder("ontology") / "vocabularies" / "service-words.csv"
    kinds = dict.fromkeys(notations.values())
    return ServiceNames(usual, read_service_words(words, usual, kinds))


def _kind(table: Statements, iri: str, notations: dict[str, str]) -> str:
    broader = turtle.need(table, iri, SKOS + "broader")
    if broader not in notations:
        raise KnowledgeError(f"<{iri}> is of the kind <{broader}>, which no vocabulary file has")
    return notations[broader]
