"""Bullets of improvement lists, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp, Owner, Piece
from tests.made_up.sentences import Words
from tests.made_up.variations.edits import bulleted, every, has_parts, put_in, retold, some
from tests.made_up.variations.variation import (
    EARLY,
    ILACS,
    LETTERS,
    SIF,
    TABLES,
    Variation,
)

GLYPHS = ("\u25cf", "\u2022", "\u25a0", "\uf0b7", "\uf0a7", "o", "\u25cb", "*", "\u2013", "\u25ba")
BULLETED = (*TABLES, *LETTERS, "JTAI 2022", *EARLY)


def no_bullets(rng: Random, report: MadeUp) -> MadeUp | None:
    """Items with no bullets, each a paragraph."""
    if not bulleted(report) or report.indices("part"):
        return None
    return every(report, "item", lambda piece: replace(
        piece, mark="", hang=0.0, style=replace(piece.style, after=12.0)
    ))  # fmt: skip


def large_bullets(rng: Random, report: MadeUp) -> MadeUp | None:
    """Bullets or numbers set larger than their text."""
    size = rng.choice((14.0, 16.0, 18.0))
    return every(report, "item", lambda piece: replace(piece, mark_size=size))


def other_bullets(rng: Random, report: MadeUp) -> MadeUp | None:
    """Bullets of another form."""
    if not bulleted(report) or report.indices("part"):
        return None
    glyph = rng.choice(GLYPHS)
    return every(report, "item", lambda piece: replace(piece, mark=glyph))


def mark_alone(rng: Random, report: MadeUp) -> MadeUp | None:
    """Each bullet on a line of its own above its item."""
    if not bulleted(report) or report.indices("part"):
        return None
    pieces: list[Piece] = []
    for piece in report.pieces:
        if piece.tag == "item":
            pieces.append(
                replace(
                    piece,
                    text=piece.mark,
                    mark="",
                    hang=0.0,
                    tag="mark",
                    style=replace(piece.style, after=0.0),
                )
            )
            left = piece.style.left + piece.hang
            piece = replace(piece, mark="", hang=0.0, style=replace(piece.style, left=left))
        pieces.append(piece)
    return replace(report, pieces=tuple(pieces))


def deeper_bullets(rng: Random, report: MadeUp) -> MadeUp | None:
    """Sub-bullets with the same glyph as the bullets above them, set in further."""
    place = some(rng, report, "item")
    if place is None or report.pieces[place].cells or has_parts(report, place):
        return None
    piece = report.pieces[place]
    number = report.indices("item").index(place)
    words = Words(rng)
    parts = [words.part() for _ in range(3)]
    head = f"{piece.text.rstrip('.')}, including:"
    style = replace(piece.style, left=piece.style.left + 24.0)
    glyph = piece.mark if not piece.mark[:1].isdigit() else "\uf06e"
    bullets = [Piece(Owner.ITEM, part, style, "part", glyph, 17.0) for part in parts]
    items = list(report.truth.items)
    items[number] = replace(items[number], text=f"{head} {'; '.join(parts)}")
    changed = report.with_piece(place, replace(piece, text=head))
    return retold(put_in(changed, place + 1, *bullets), items=tuple(items))


def lettered(rng: Random, report: MadeUp) -> MadeUp | None:
    """Items behind letters in brackets."""
    if not bulleted(report) or report.indices("part") or len(report.indices("item")) > 26:
        return None
    letters = iter("abcdefghijklmnopqrstuvwxyz")
    return every(report, "item", lambda piece: replace(piece, mark=f"{next(letters)})"))


VARIATIONS = (
    Variation("list without bullets", "lists", BULLETED, no_bullets),
    Variation(
        "bullets set larger", "documents", (*BULLETED, *SIF, "JTAI 2016"), large_bullets, ("pdf",)
    ),
    Variation("bullets of another form", "documents", (*BULLETED, "JTAI 2016"), other_bullets),
    Variation("bullets alone on their lines", "documents", (*TABLES, *LETTERS), mark_alone),
    Variation(
        "sub-bullets with the same glyph",
        "documents",
        (*ILACS, *LETTERS, *SIF, "JTAI 2022"),
        deeper_bullets,
        ("pdf",),
    ),
    Variation("items behind letters", "lists", (*ILACS, *LETTERS, "JTAI 2022"), lettered),
)
