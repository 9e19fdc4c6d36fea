"""The kinds of board and partnership, and the laws, with what reports call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from kg.knowledge import turtle
from kg.knowledge.frameworks import printed_forms
from kg.knowledge.turtle import CS, SKOS, Statements
from kg.knowledge.vocabularies import VOCAB, members

ISSUED = "http://purl.org/dc/terms/issued"
REPLACED = "http://purl.org/dc/terms/isReplacedBy"


@dataclass(frozen=True, slots=True)
class BoardKind:
    """A kind of board or partnership."""

    iri: str
    #: the end of its IRI ("lscb")
    notation: str
    label: str
    #: the word that the tables use ("LSCB")
    board_type: str
    #: every printed form, the label among them; "*" stands for up to two words
    labels: tuple[str, ...]
    #: the first day from which such boards are known, None if always
    valid_from: date | None
    #: the last day on which there were such boards, None if there are
    valid_to: date | None
    #: the notation of the kind that took their place, None if none did
    replaced_by: str | None
    #: the first day from which a trust of such a name may run services, None if never
    providers_from: date | None = None

    def covers(self, day: date) -> bool:
        """Whether there were such boards on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class NameWords:
    """How the names of boards of no kind are made, each group of words under its own name."""

    #: last words of a name ("board", "committee")
    end: tuple[str, ...] = ()
    #: those that need a strategic word before them ("group")
    group: tuple[str, ...] = ()
    #: "steering", "strategic": they do in a name with capitals
    strategic: tuple[str, ...] = ()
    #: "commissioning": they do in any name
    deciding: tuple[str, ...] = ()
    #: words for what a board is about; a name without capitals has one
    topic: tuple[str, ...] = ()
    #: words that may stand in a name and do not make one ("strategic")
    generic: tuple[str, ...] = ()
    #: names that look like a board's and are none
    never: tuple[str, ...] = ()
    #: names that look like one of a known kind and are not
    not_of_a_kind: tuple[str, ...] = ()
    #: words that are in no name, so that a star stands for none of them
    outside: tuple[str, ...] = ()
    #: last word of a name with a word after it that makes it none ("partnership working")
    working: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What is to be known of places' names where a text is searched for them."""

    #: names that are also plain words, or those of larger places ("Reading")
    ordinary: tuple[str, ...] = ()
    #: words before a name that make it another place's ("greater")
    larger: tuple[str, ...] = ()
    #: words after a name that make it another body's ("police")
    other_body: tuple[str, ...] = ()
    #: words after a name that make it surely an authority's ("council")
    council: tuple[str, ...] = ()
    #: words of which the names of bodies are made that deliver services for a place's authority
    delivering: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """An Act, a set of regulations or a statutory guidance."""

    iri: str
    label: str
    labels: tuple[str, ...]
    #: the year of its title, None for guidance whose editions are not told apart
    year: int | None


@dataclass(frozen=True, eq=False)
class Bodies:
    """What a report may name besides its own authority."""

    #: by their notations
    kinds: Mapping[str, BoardKind]
    names: NameWords
    laws: tuple[Law, ...]
    places: PlaceWords


def read_bodies(table: Statements) -> Bodies:
    """The kinds and laws of a vocabulary."""
    kinds = (_kind(table, iri) for iri in members(table, "board-kind"))
    return Bodies(
        kinds={kind.notation: kind for kind in kinds},
        names=NameWords(**_groups(table, "board-name", NameWords)),
        places=PlaceWords(**_groups(table, "place-name", PlaceWords)),
        laws=tuple(_law(table, iri) for iri in members(table, "law")),
    )


def _groups(
    table: Statements, scheme: str, kind: type[NameWords | PlaceWords]
) -> dict[str, tuple[str, ...]]:
    """The words of each group of a scheme, by the name of its field."""
    groups = {
        field.name: f"{VOCAB}{scheme}/{field.name.replace('_', '-')}" for field in fields(kind)
    }
    return {
        name: tuple(table.get(iri, {}).get(SKOS + "hiddenLabel", ()))
        for name, iri in groups.items()
    }


def _kind(table: Statements, iri: str) -> BoardKind:
    after = turtle.one(table, iri, REPLACED)
    return BoardKind(
        iri=iri,
        notation=turtle.need(table, iri, SKOS + "notation"),
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        board_type=turtle.need(table, iri, CS + "boardType"),
        labels=printed_forms(table, iri),
        valid_from=turtle.day(table, iri, CS + "validFrom"),
        valid_to=turtle.day(table, iri, CS + "validTo"),
        providers_from=turtle.day(table, iri, CS + "providersFrom"),
        replaced_by=turtle.need(table, after, SKOS + "notation") if after else None,
    )


def _law(table: Statements, iri: str) -> Law:
    year = turtle.one(table, iri, ISSUED)
    return Law(
        iri=iri,
        label=turtle.need(table, iri, SKOS + "prefLabel"),
        labels=printed_forms(table, iri),
        year=int(year) if year else None,
    )
