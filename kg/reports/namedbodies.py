"""Everything that a report names: boards, services, laws, other authorities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.reports.boards import read_boards
from kg.reports.evidence import Board, Mention, Service, Unplaced
from kg.reports.mentions import read_mentions
from kg.reports.outline import Part
from kg.reports.quotes import Quote, Taken
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
    taken = Taken(mention.quote for mention in of_boards)
    names = [name for name in unsure if not taken.touches(name.quote.start, name.quote.end)]
    return NamedBodies(
        boards,
        services,
        tuple(sorted((*of_boards, *of_services, *others), key=lambda each: each.quote.start)),
        tuple(sorted((*doubtful, *names), key=lambda each: each.quote.start)),
    )
