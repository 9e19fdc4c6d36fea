"""The authorities that a store knows: what they are called, when they were there, who took over.

They are in the register (``ontology/register/``), which every build puts into the store as a part
of its vocabulary; an authority that a user's own vocabulary brings is one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from kg.store import Answers

#: What is known of authorities, one value a row.  Of changes only those count that the authority
#: did not outlive: one whose boundary moved took over from nobody.
ROWS = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?authority ?what ?value WHERE {
  { VALUES (?property ?what) {
      (skos:prefLabel "name") (skos:altLabel "other name") (skos:hiddenLabel "short name")
      (cs:gss "code") (cs:dfeCode "code") (cs:ofstedUrn "code")
      (cs:validFrom "first day") (cs:validTo "last day") }
    ?authority a cs:Authority ; ?property ?value }
  UNION { ?area cs:codeOf ?authority ; skos:notation ?value . BIND("code" AS ?what) }
  UNION { ?change org:originalOrganization ?authority ; org:resultingOrganization ?value .
          ?authority a cs:Authority
          FILTER NOT EXISTS { ?change org:resultingOrganization ?authority }
          BIND("taken over by" AS ?what) }
  UNION { ?report a cs:Report ; cs:about ?authority . BIND("report" AS ?what) BIND("" AS ?value) }
} ORDER BY ?authority ?what ?value
"""

_KEPT: WeakKeyDictionary[Answers, tuple[RegisteredAuthority, ...]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class RegisteredAuthority:
    """An authority, present or former, as a store knows it."""

    iri: str
    name: str
    #: all names that reports print, ``name`` the first
    names: tuple[str, ...]
    #: what people call it and no report does: "Notts"
    short_names: tuple[str, ...] = ()
    #: of the Government Statistical Service, of today and before; of the Department; of Ofsted
    codes: tuple[str, ...] = ()
    #: None where it was there before all that is known, or still is
    first_day: date | None = None
    last_day: date | None = None
    #: IRIs of those that took over from it
    taken_over_by: tuple[str, ...] = ()
    #: whether the store has a report on it
    reported: bool = False

    @property
    def slug(self) -> str:
        """The end of its IRI, which names it and no other."""
        return self.iri.rpartition("/")[2]

    def was_there(self, first: date, last: date) -> bool:
        """Whether it was responsible for children's services on some day from first to last."""
        return (self.first_day is None or self.first_day <= last) and (
            self.last_day is None or first <= self.last_day
        )


def registered(asked: Answers) -> tuple[RegisteredAuthority, ...]:
    """All authorities of a store, in the order of their IRIs; asks one question, and once only."""
    if asked not in _KEPT:
        _KEPT[asked] = from_rows(asked.select(ROWS).rows)
    return _KEPT[asked]


def from_rows(rows: Iterable[tuple[str, ...]]) -> tuple[RegisteredAuthority, ...]:
    """Authorities of rows (IRI, what, value), in any order; ``what`` is one of those of `ROWS`.

    What has no name is passed over: a report may be about an authority that no register has.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for iri, what, value in sorted(rows):
        found.setdefault(iri, {}).setdefault(what, []).append(value)
    return tuple(_authority(iri, said) for iri, said in found.items() if "name" in said)


def _authority(iri: str, said: dict[str, list[str]]) -> RegisteredAuthority:
    def values(what: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(said.get(what, ())))

    def day(what: str) -> date | None:
        days = values(what)
        return date.fromisoformat(days[0][:10]) if days else None

    return RegisteredAuthority(
        iri,
        said["name"][0],
        tuple(dict.fromkeys((*said["name"], *values("other name")))),
        values("short name"),
        values("code"),
        day("first day"),
        day("last day"),
        values("taken over by"),
        "report" in said,
    )
