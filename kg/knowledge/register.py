"""The register of authorities, and the authority that a printed name means on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.errors import KnowledgeError
from kg.knowledge import turtle
from kg.knowledge.councils import CouncilWords, read_council_words
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, DCTERMS, ORG, SKOS, Statements
from kg.text.words import normalise

#: The node of the register itself.
REGISTER = "https://w3id.org/childrens-services-kg/id/register"
#: A code of the Government Statistical Service.
CODE = re.compile("E[0-9]{8}")
#: What the IRIs of all authorities begin with.
AUTHORITIES = "https://w3id.org/childrens-services-kg/id/authority/"
AUTHORITY = re.compile(re.escape(AUTHORITIES) + "[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority, present or former."""

    iri: str
    #: the end of its IRI
    slug: str
    name: str
    names: tuple[str, ...]
    gss: str
    #: its number at the inspectorate, "" if it is not known
    urn: str
    kind: str
    region: str
    valid_from: date | None
    valid_to: date | None

    def existed_on(self, day: date) -> bool:
        """Whether it was responsible for children's services on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def is_there_with(self, other: Authority) -> bool:
        """Whether there is a day on which both were responsible."""
        first, last = date.min, date.max
        return (self.valid_from or first) <= (other.valid_to or last) and (
            other.valid_from or first
        ) <= (self.valid_to or last)


@dataclass(frozen=True)
class Register:
    """All authorities by slug, and by every printed name."""

    authorities: Mapping[str, Authority]
    by_name: Mapping[str, tuple[Authority, ...]]
    #: what makes a place's name a council's
    councils: CouncilWords
    #: the slug of one that was wound up -> the slugs of those that took over from it
    successors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: the day on which the register was last put in order, None if it does not say
    modified: date | None = None

    def bearers(self, printed: str) -> tuple[Authority, ...]:
        """All authorities, present and former, that bear a printed name; none if none does.

        Only the words that make a place's name a council's name are taken away, one after the
        other, until some authority bears what is left; nothing is matched by likeness.
        """
        for text in self.councils.shortened(printed):
            if text in self.by_name:
                return self.by_name[text]
        return ()

    def named(self, word: str) -> tuple[Authority, ...]:
        """The authorities that a person names: by the end of the IRI, a GSS code or a name."""
        coded = tuple(each for slug, each in self.authorities.items() if word in (slug, each.gss))
        return coded or self.bearers(word)

    def resolve(self, printed: str, on: date | None = None) -> Authority | None:
        """The authority that a printed name means; where several bear it, the one of that day.

        Without a day, the one that is there now.  Whether an authority that alone bears a name
        was there on the day is not asked: a text may speak of one that is no more.
        """
        found = self.bearers(printed)
        if len(found) > 1:
            found = tuple(
                each
                for each in found
                if (each.valid_to is None if on is None else each.existed_on(on))
            )
        return found[0] if len(found) == 1 else None

    def took_over(self, authority: Authority) -> tuple[Authority, ...]:
        """The authorities that took over from one that was wound up."""
        return tuple(
            self.authorities[slug]
            for slug in self.successors.get(authority.slug, ())
            if slug in self.authorities
        )


def read_register(table: Statements) -> Register:
    """The register of the vocabulary.

    Raises `KnowledgeError` where a code is none, an authority ends before it begins, or two share
    a code, or a name at the same time: no report could tell which of them is meant.
    """
    authorities: dict[str, Authority] = {}
    by_name: dict[str, list[Authority]] = {}
    by_code: dict[str, Authority] = {}
    for iri in turtle.instances(table, CS + "Authority"):
        # a hidden label is what people say and no report prints
        names = printed_forms(table, iri, ("prefLabel", "altLabel"))
        authority = Authority(
            iri=iri,
            slug=_slug(iri),
            name=turtle.need(table, iri, SKOS + "prefLabel"),
            names=names,
            gss=turtle.need(table, iri, CS + "gss"),
            urn=turtle.one(table, iri, CS + "ofstedUrn") or "",
            kind=turtle.one(table, iri, CS + "authorityType") or "",
            region=turtle.one(table, iri, CS + "region") or "",
            valid_from=turtle.day(table, iri, CS + "validFrom"),
            valid_to=turtle.day(table, iri, CS + "validTo"),
        )
        _refuse_nonsense(table, authority)
        _refuse_twins(table, authority, authorities, by_code, by_name)
        _refuse_form(table, authority)
        authorities[authority.slug] = by_code[authority.gss] = authority
        for name in {normalise(name) for name in names}:
            by_name.setdefault(name, []).append(authority)
    return Register(
        authorities,
        {name: tuple(found) for name, found in by_name.items()},
        read_council_words(table),
        _successors(table),
        turtle.day(table, REGISTER, DCTERMS + "modified"),
    )


def _refuse_nonsense(table: Statements, authority: Authority) -> None:
    """Refuse an authority that cannot be."""
    place, (first, last) = table.place(authority.iri), (authority.valid_from, authority.valid_to)
    if not CODE.fullmatch(authority.gss):
        raise KnowledgeError(
            f"{place}: cs:gss of <{authority.iri}> is {authority.gss!r}; write E and eight digits"
        )
    if first and last and last < first:
        raise KnowledgeError(
            f"{place}: <{authority.iri}> ends on {last}, before it begins on {first}; mend "
            "cs:validFrom or cs:validTo"
        )


def _refuse_form(table: Statements, authority: Authority) -> None:
    """Refuse an authority whose IRI has another form than those of the register: nothing that is
    said of it would fit the shapes.
    """
    iri = authority.iri
    if not AUTHORITY.fullmatch(iri):
        raise KnowledgeError(
            f"{table.place(iri)}: <{iri}> is no IRI of an authority; write "
            f"<{AUTHORITIES}NAME>, with NAME in small letters, figures and hyphens"
        )


def _refuse_twins(
    table: Statements,
    authority: Authority,
    by_slug: Mapping[str, Authority],
    by_code: Mapping[str, Authority],
    by_name: Mapping[str, list[Authority]],
) -> None:
    """Refuse an authority that cannot be told from one that was read before it."""
    for other, what, give in (
        (by_slug.get(authority.slug), f"both end in {authority.slug!r}", "another IRI"),
        (by_code.get(authority.gss), f"both have the code {authority.gss!r}", "its own code"),
    ):
        if other is not None:
            _refuse(table, authority, other, what, give)
    for name in authority.names:
        for bearer in by_name.get(normalise(name), ()):
            if bearer.is_there_with(authority):
                what = f"are both called {name!r} at the same time"
                _refuse(table, authority, bearer, what, "another name, or days (cs:validTo)")


def _refuse(table: Statements, one: Authority, other: Authority, what: str, give: str) -> None:
    raise KnowledgeError(
        f"{table.place(one.iri)}: <{one.iri}> and <{other.iri}> {what}; give one of them {give}"
    )


def _successors(table: Statements) -> dict[str, tuple[str, ...]]:
    """Who took over from each authority that did not outlive a change."""
    found: dict[str, tuple[str, ...]] = {}
    for change in turtle.instances(table, ORG + "ChangeEvent"):
        after = table[change].get(ORG + "resultingOrganization", [])
        for before in table[change].get(ORG + "originalOrganization", ()):
            if before not in after:
                found[_slug(before)] = tuple(_slug(iri) for iri in after)
    return found


def _slug(iri: str) -> str:
    return iri.rpartition("/")[2]
