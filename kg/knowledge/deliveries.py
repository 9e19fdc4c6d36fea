"""The trusts and companies that deliver services on behalf of authorities."""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, Statements
from kg.knowledge.words import label


@dataclass(frozen=True, slots=True)
class Deliverer:
    """A trust or company, and the authorities for which it delivers or delivered."""

    iri: str
    #: every printed form of its name
    labels: tuple[str, ...]
    #: IRIs
    authorities: frozenset[str]

    def is_called(self, printed: str) -> bool:
        """Whether a printed name is one of its names."""
        wanted = label(printed)
        return any(label(form) == wanted for form in self.labels)


def read_deliverers(table: Statements) -> tuple[Deliverer, ...]:
    """All of the vocabulary, in the order of their IRIs."""
    authorities: dict[str, set[str]] = {}
    for iri in turtle.instances(table, CS + "Delivery"):
        body = turtle.need(table, iri, CS + "deliveredBy")
        authorities.setdefault(body, set()).add(turtle.need(table, iri, CS + "deliveredFor"))
    return tuple(
        Deliverer(iri, printed_forms(table, iri), frozenset(served))
        for iri, served in sorted(authorities.items())
    )
