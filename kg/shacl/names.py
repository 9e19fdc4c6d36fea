"""What shapes without an IRI are called in messages: by what holds them."""

from __future__ import annotations

from kg.shacl.described import Described
from kg.shacl.terms import RDF_FIRST, RDF_REST, SH, text_of

#: Properties of lists, which are left out of a name.
_OF_LISTS = (RDF_FIRST, RDF_REST)


class Names:
    """Names of shapes, the same each time the same files are read."""

    def __init__(self, described: Described) -> None:
        self._described = described
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()
        # in the order of the files, whoever is asked for first
        for term, about in described.said.items():
            if term[0] == "_" and any(name.startswith(SH) for name in about):
                self.of(term)

    def of(self, term: str) -> str:
        """The IRI of a shape, or of one without its holder's name, property and path."""
        if term[0] != "_":
            return text_of(term)
        if term not in self._given:
            name = whole = self._composed(term)
            number = 1
            while whole in self._taken:
                number += 1
                whole = f"{name} ({number})"
            self._taken.add(whole)
            self._given[term] = whole
        return self._given[term]

    def _composed(self, term: str) -> str:
        holder, link = self._described.holders.get(term, ("", ""))
        seen = {term}
        while link in _OF_LISTS and holder not in seen:
            seen.add(holder)
            holder, link = self._described.holders.get(holder, ("", ""))
        paths = self._described.about(term).get(SH + "path", ["_"])
        on = f" on {paths[0]}" if paths[0][0] == "<" else ""
        if not holder or holder in seen:
            return f"a shape without an IRI{on}"
        return f"{self.of(holder)}, {link.replace(SH, 'sh:')}{on}"
