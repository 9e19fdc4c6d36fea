"""The boards and partnerships that a report names: one for each authority and kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.documents import Document
from kg.knowledge import Knowledge
from kg.reports.boardnames import NamedBoard, find_boards
from kg.reports.evidence import Board, Mention, Unplaced
from kg.reports.outline import Part, quote


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
