"""Everything that a report names: boards, services, laws, other authorities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.documents import Document
from kg.knowledge import Knowledge, Register
from kg.knowledge.bodies import Bodies
from kg.knowledge.sectionkinds import Trait
from kg.language.laws import LawNames
from kg.language.placenames import PlaceNames
from kg.reports.boardnames import NamedBoard, find_boards
from kg.reports.evidence import Board, Mention, Service, Unplaced
from kg.reports.outline import Part, quote
from kg.reports.quotes import Quote, Spans
from kg.reports.services import read_services


@dataclass(frozen=True, slots=True)
class NamedBodies:
    """What a report names, and where."""

    boards: tuple[Board, ...]
    services: tuple[Service, ...]
    mentions: tuple[Mention, ...]
    unplaced: tuple[Unplaced, ...]


def read_named(
    document: Document,
    parts: Sequence[Part],
    body: Sequence[Quote],
    authority: str | None,
    fieldwork_end: date | None,
    knowledge: Knowledge,
    subject: str | None = None,
) -> NamedBodies:
    """What a report names; ``body`` are the places of its paragraphs and recommendations.

    ``subject`` is the kind of board that a part about a board means by "the board".
    """
    boards, of_boards, doubtful = read_boards(
        document, parts, authority, fieldwork_end, knowledge, subject
    )
    services, of_services, unsure = read_services(document, body, authority, knowledge.services)
    others = read_mentions(document, parts, authority, fieldwork_end, knowledge)
    # what is a board's name is no service's
    taken = Spans(mention.quote.span for mention in of_boards)
    names = [name for name in unsure if not taken.touches(*name.quote.span)]
    return NamedBodies(
        boards,
        services,
        tuple(sorted((*of_boards, *of_services, *others), key=lambda each: each.quote.start)),
        tuple(sorted((*doubtful, *names), key=lambda each: each.quote.start)),
    )


def read_boards(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    fieldwork_end: date | None,
    knowledge: Knowledge,
    subject: str | None = None,
) -> tuple[tuple[Board, ...], tuple[Mention, ...], tuple[Unplaced, ...]]:
    """The boards that a report names, every place where it does, and names that fit nothing.

    ``authority`` is the slug of the report's own authority, whose board a board is unless the
    report names another's.  A kind counts from the day on which such boards are known.
    ``subject`` is the kind of board that a part about a board means by "the board".
    """
    found, unplaced = find_boards(
        document, parts, authority, fieldwork_end, knowledge, knowledge.bodies, subject
    )
    named: dict[str, list[NamedBoard]] = {}
    for each in found:
        named.setdefault(each.key, []).append(each)
    boards = tuple(
        board for key, places in named.items() if (board := _board(document, key, places))
    )
    keys = {board.key for board in boards}
    mentions = tuple(
        Mention("board", each.key, quote(document, each.start, each.end))
        for each in found
        if each.key in keys
    )
    return boards, mentions, tuple(unplaced)


def _board(document: Document, key: str, places: Sequence[NamedBoard]) -> Board | None:
    """The board of some places, None if none of them gives its name."""
    full = [quote(document, each.start, each.end) for each in places if each.full]
    if not full:
        return None
    names = tuple(dict.fromkeys(" ".join(span.text.split()) for span in full))
    return Board(
        key=key,
        kind=places[0].kind,
        authority=places[0].authority,
        # a name with capitals before words for such a board
        name=max(names, key=lambda name: (name.rsplit(None, 1)[-1].istitle(), len(name))),
        names=names,
        quote=full[0],
    )


def read_mentions(
    document: Document,
    parts: Sequence[Part],
    authority: str | None,
    fieldwork_end: date | None,
    knowledge: Knowledge,
) -> tuple[Mention, ...]:
    """Every place where the body of a report names a law or another authority, in order.

    ``authority`` is the slug of the report's own authority, which is not among them; a name
    means the authority that bore it at the end of the fieldwork.
    """
    text, found = document.text, list[tuple[int, int, str, str]]()
    for law in _laws(knowledge.bodies).find(text):
        found.append((law.start, law.end, "law", law.iri))
    for place in _places(knowledge.register, knowledge.bodies).find(text):
        other = knowledge.register.resolve(place.name, fieldwork_end)
        if other is not None and other.slug != authority:
            found.append((place.start, place.end, "authority", other.slug))
    spoken = _spoken(document, parts)
    return tuple(
        Mention(what, target, quote(document, start, end))
        for start, end, what, target in sorted(found)
        if any(first <= start < last for first, last in spoken)
    )


def _spoken(document: Document, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Where the report speaks for itself: not in its cover, addresses and standing texts."""
    blocks = document.blocks
    headed = any(part.heading is not None for part in parts)
    return [
        (blocks[part.first].start, blocks[part.last - 1].end)
        for part in parts
        if part.first < part.last
        and Trait.OTHERS in part.traits
        and (part.heading is not None or part.resumed is not None or not headed)
    ]


@lru_cache(maxsize=4)
def _laws(bodies: Bodies) -> LawNames:
    return LawNames((law.iri, law.labels) for law in bodies.laws)


@lru_cache(maxsize=4)
def _finder(names: tuple[str, ...], bodies: Bodies) -> PlaceNames:
    return PlaceNames(names, bodies.places)


def _places(register: Register, bodies: Bodies) -> PlaceNames:
    names = (name for each in register.authorities.values() for name in each.names)
    return _finder(tuple(name for name in names if name[:1].isupper()), bodies)
