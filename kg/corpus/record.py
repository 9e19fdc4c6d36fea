"""A record taken apart: what it says of each thing, by the short names of properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.namespaces import CS, DCTERMS, ORG, PROV, RDF, SKOS
from kg.store import graph_of

#: What the short name of a property has in front; the project's own have nothing.
PREFIXES = {CS: "", DCTERMS: "dcterms:", ORG: "org:", PROV: "prov:", RDF: "rdf:", SKOS: "skos:"}
#: Properties that no table shows and of which there are many.
PASSED_OVER = frozenset(
    {"aboutTheme", "mainTheme", "textEnd", "evidenceOf", "evidenceFor", "addressedTo"}
)
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}

#: The short name of a property -> its values, as N-Quads writes them.
Facts = dict[str, list[str]]


class Record:
    """The statements of one record by the IRI of what they are about, without angle brackets."""

    def __init__(self, content: bytes) -> None:
        self.things: dict[str, Facts] = {}
        self._classes: dict[str, list[str]] = {}
        self._take_apart(content)

    def _take_apart(self, content: bytes) -> None:
        end = len(f" <{graph_of(content)}> .")
        names: dict[str, str | None] = {}
        subject, facts = "", Facts()
        for line in content.decode().split("\n"):
            if not line:
                continue
            about, says, value = line.split(" ", 2)
            if says not in names:
                names[says] = _short(says[1:-1])
            name = names[says]
            if name is None:
                continue
            if about != subject:
                subject = about
                facts = self.things.setdefault(about[1:-1], {})
            value = value[:-end]
            if name in facts:
                facts[name].append(value)
            else:
                facts[name] = [value]
            if name == "rdf:type":
                self._classes.setdefault(_local(value), []).append(about[1:-1])

    def of_class(self, name: str) -> Iterator[tuple[str, Facts]]:
        """The things of one of the project's own classes, in the order of their IRIs."""
        for iri in self._classes.get(name, ()):
            yield iri, self.things[iri]

    def about(self, iri: str | None) -> Facts:
        """What the record says of a thing; nothing if it does not speak of it."""
        return self.things.get(iri or "", {})


def iri(facts: Facts, name: str) -> str | None:
    """The IRI that is a property's value, the first of several."""
    found = facts.get(name)
    return found[0][1:-1] if found else None


def iris(facts: Facts, name: str) -> list[str]:
    """The IRIs that are a property's values."""
    return [value[1:-1] for value in facts.get(name, ())]


def text(facts: Facts, name: str) -> str | None:
    """The literal that is a property's value, the first of several, as it is written."""
    found = facts.get(name)
    return literal(found[0]) if found else None


def texts(facts: Facts, name: str) -> list[str]:
    """The literals that are a property's values."""
    return [literal(value) for value in facts.get(name, ())]


def number(facts: Facts, name: str) -> int | None:
    """The whole number that is a property's value, the first of several."""
    found = text(facts, name)
    return int(found) if found else None


def literal(value: str) -> str:
    """What stands in a literal of N-Quads."""
    inside = value[1 : value.rindex('"')]
    return ESCAPE.sub(_escaped, inside) if "\\" in inside else inside


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else ESCAPED.get(match[3], match[3])


def _short(property_: str) -> str | None:
    for namespace, prefix in PREFIXES.items():
        if property_.startswith(namespace):
            name = property_.removeprefix(namespace)
            return None if name in PASSED_OVER else prefix + name
    return None


def _local(value: str) -> str:
    """The name of one of the project's own classes; of any other its IRI."""
    return value[1:-1].removeprefix(CS)
