"""The register of authorities, and the authority that a printed name means on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, SKOS, Table
from kg.knowledge.words import plain

#: Words around a place's name that make it a council's name, after `plain`.
BEFORE = re.compile(
    r"^(?:the|city and county of|city of|county of|borough of|london borough of"
    r"|royal borough of|metropolitan borough of|council of the|council of|city and borough of"
    r"|royal borough)\s+"
)
AFTER = re.compile(
    r"\s+(?:councils?|city|county|borough|district|metropolitan|mbc|royal|unitary|authority"
    r"|local|childrens services|childrens social care|childrens social care services)$"
)


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority, present or former."""

    iri: str
    #: the end of its IRI
    slug: str
    name: str
    names: tuple[str, ...]
    gss: str
    #: codes with a last day, each with that day, the oldest first
    earlier_gss: tuple[tuple[str, date], ...]
    kind: str
    region: str
    valid_from: date | None
    valid_to: date | None

    def existed_on(self, day: date) -> bool:
        """Whether it was responsible for children's services on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def gss_on(self, day: date) -> str:
        """Its GSS code on ``day``."""
        for code, until in self.earlier_gss:
            if day <= until:
                return code
        return self.gss


@dataclass(frozen=True)
class Register:
    """All authorities by slug, and by every printed name."""

    authorities: Mapping[str, Authority]
    by_name: Mapping[str, tuple[Authority, ...]]

    def resolve(self, printed: str, on: date | None = None) -> Authority | None:
        """The authority that a printed name means, on a day if one is given.

        Only the words that make a place's name a council's name are taken away; nothing is
        matched by likeness.  None if no authority, or more than one, bears the name that day.
        """
        for text in shortened(printed):
            found = self.by_name.get(text, ())
            if on is not None and len(found) > 1:
                found = tuple(each for each in found if each.existed_on(on))
            elif on is None and len(found) > 1:
                found = tuple(each for each in found if each.valid_to is None)
            if len(found) == 1:
                return found[0]
        return None


def shortened(printed: str) -> Iterator[str]:
    """A printed name made comparable, then without each word that only makes it a council's."""
    text = " ".join(plain(printed).split())
    while text:
        yield text
        shorter = AFTER.sub("", text)
        if shorter == text:
            shorter = BEFORE.sub("", text)
        if shorter == text:
            return
        text = shorter


def read_register(table: Table) -> Register:
    """The register of the vocabulary."""
    codes: dict[str, list[tuple[str, date]]] = {}
    for code in turtle.instances(table, CS + "AreaCode"):
        until = turtle.day(table, code, CS + "validTo")
        if until is not None:
            codes.setdefault(turtle.need(table, code, CS + "codeOf"), []).append(
                (turtle.need(table, code, SKOS + "notation"), until)
            )
    authorities = {}
    by_name: dict[str, list[Authority]] = {}
    for iri in turtle.instances(table, CS + "Authority"):
        names = printed_forms(table, iri)
        authority = Authority(
            iri=iri,
            slug=iri.rpartition("/")[2],
            name=turtle.need(table, iri, SKOS + "prefLabel"),
            names=names,
            gss=turtle.need(table, iri, CS + "gss"),
            earlier_gss=tuple(sorted(codes.get(iri, ()), key=lambda pair: pair[1])),
            kind=turtle.one(table, iri, CS + "authorityType") or "",
            region=turtle.one(table, iri, CS + "region") or "",
            valid_from=turtle.day(table, iri, CS + "validFrom"),
            valid_to=turtle.day(table, iri, CS + "validTo"),
        )
        authorities[authority.slug] = authority
        for name in {" ".join(plain(name).split()) for name in names}:
            by_name.setdefault(name, []).append(authority)
    return Register(authorities, {name: tuple(found) for name, found in by_name.items()})
