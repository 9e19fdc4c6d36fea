"""The statements of one graph as rules ask for them: by short names, as texts, numbers and days."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.namespaces import PREFIXES
from kg.shacl.index import GraphIndex
from kg.shacl.terms import text_of


class GraphView:
    """What a graph says.

    Things and values are terms as N-Quads writes them; properties and classes are prefixed names
    ("cs:page").
    """

    def __init__(self, index: GraphIndex) -> None:
        self.index = index

    def of_class(self, name: str) -> list[str]:
        """The things that are said to be of a class, in the order of their IRIs."""
        return sorted(self.index.instances.get(term(name), ()))

    def having(self, name: str) -> list[str]:
        """The things that have a property, in the order of their IRIs."""
        return sorted(self.index.column(term(name)).first)

    def values(self, subject: str, name: str) -> list[str]:
        """All values of a property, in order."""
        return sorted(self.index.column(term(name)).values(subject))

    def value(self, subject: str, name: str) -> str:
        """The value of a property (the first of several in a wrong graph), "" if there is none."""
        return self.index.column(term(name)).first.get(subject, "")

    def text(self, subject: str, name: str) -> str:
        """The value of a property without quotes or brackets, "" if there is none."""
        value = self.value(subject, name)
        return text_of(value) if value else ""

    def texts(self, subject: str, name: str) -> list[str]:
        """All values of a property without quotes or brackets."""
        return [text_of(value) for value in self.values(subject, name)]

    def number(self, subject: str, name: str) -> int | None:
        """A whole number; None where there is none (what is no number, a shape tells)."""
        written = self.text(subject, name)
        return int(written) if written.isascii() and written.removeprefix("-").isdigit() else None

    def day(self, subject: str, name: str) -> date | None:
        """A day; None where there is none (what is no day, a shape tells)."""
        try:
            return date.fromisoformat(self.text(subject, name))
        except ValueError:
            return None

    def subjects_with(self, name: str, value: str) -> list[str]:
        """The things that have a value for a property, in order."""
        return sorted(self.index.column(term(name)).backward.get(value, ()))

    def coded(self, scheme: str) -> dict[str, str]:
        """Notation -> concept of a scheme, given by the last part of its IRI ("section-kind")."""
        concepts = self.subjects_with("skos:inScheme", term(f"scheme:{scheme}"))
        return {self.text(concept, "skos:notation"): concept for concept in concepts}


_SCHEME = "https://w3id.org/childrens-services-kg/vocab/"


@cache
def term(name: str) -> str:
    """A prefixed name as a term.

    >>> term("cs:page")
    '<https://w3id.org/childrens-services-kg/def#page>'
    """
    prefix, _, local = name.partition(":")
    return f"<{_SCHEME if prefix == 'scheme' else PREFIXES[prefix]}{local}>"
