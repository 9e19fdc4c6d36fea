"""Small changes to what a made-up report prints, and to what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.made_up.pieces import MadeUp, Owner, Piece
from tests.made_up.sentences import Words
from tests.made_up.truth import Judged, Paragraph

#: Headings of lists that items stand under.
LISTS = ("heading:improvements", "heading:priority-actions")


def first(report: MadeUp, *tags: str) -> int | None:
    """Where the first piece with one of some tags stands."""
    places = [place for tag in tags for place in report.indices(tag)]
    return min(places, default=None)


def some(rng: Random, report: MadeUp, *tags: str) -> int | None:
    """Where one of the pieces with one of some tags stands."""
    places = sorted(place for tag in tags for place in report.indices(tag))
    return rng.choice(places) if places else None


def list_heading(report: MadeUp) -> int | None:
    """Where the heading stands that is right above the first item."""
    item = first(report, "item")
    if item is None:
        return None
    headings = [place for tag in LISTS for place in report.indices(tag) if place < item]
    return max(headings, default=None)


def restyled(report: MadeUp, index: int, **style: Any) -> MadeUp:
    """The report with a piece set otherwise."""
    piece = report.pieces[index]
    return report.with_piece(index, replace(piece, style=replace(piece.style, **style)))


def reworded(report: MadeUp, index: int, words: Callable[[str], str]) -> MadeUp | None:
    """The report with other words in a piece; None where they are the same."""
    piece = report.pieces[index]
    text = words(piece.text)
    if text == piece.text:
        return None
    return report.with_piece(index, replace(piece, text=text))


def every(report: MadeUp, tag: str, change: Callable[[Piece], Piece]) -> MadeUp | None:
    """The report with all pieces of a tag changed; None where there are none."""
    places = set(report.indices(tag))
    if not places:
        return None
    pieces = tuple(
        change(piece) if place in places else piece for place, piece in enumerate(report.pieces)
    )
    return replace(report, pieces=pieces)


def put_in(report: MadeUp, index: int, *pieces: Piece) -> MadeUp:
    """The report with pieces put in before the one at ``index``."""
    return replace(report, pieces=(*report.pieces[:index], *pieces, *report.pieces[index:]))


def without(report: MadeUp, index: int) -> MadeUp:
    """The report without a piece."""
    return replace(report, pieces=(*report.pieces[:index], *report.pieces[index + 1 :]))


def retold(report: MadeUp, **truth: Any) -> MadeUp:
    """The report with other values true of it."""
    return replace(report, truth=replace(report.truth, **truth))


def unjudged(report: MadeUp, strand: str) -> MadeUp:
    """The report without a judgement of one strand."""
    return retold(report, judgements=others(report, strand))


def others(report: MadeUp, strand: str) -> tuple[Judged, ...]:
    """The judgements of all strands but one."""
    return tuple(each for each in report.truth.judgements if each.strand != strand)


def prose(rng: Random, count: int, bullet: str = "") -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """New paragraphs of findings, as pieces and as they are read."""
    words = Words(rng)
    texts = tuple(words.passage(2) for _ in range(count))
    hang = 17.0 if bullet else 0.0
    pieces = tuple(
        Piece(Owner.PARAGRAPH, text, tag="finding", mark=bullet, hang=hang) for text in texts
    )
    return pieces, texts


def added(report: MadeUp, texts: tuple[str, ...], strand: str | None, about: str) -> MadeUp:
    """The report with paragraphs that are true of it."""
    more = tuple(Paragraph(text, None, strand, about) for text in texts)
    return retold(report, paragraphs=report.truth.paragraphs + more)


def bulleted(report: MadeUp) -> bool:
    """Whether the report's first item has a bullet or nothing before it."""
    place = first(report, "item")
    return place is not None and not report.pieces[place].mark[:1].isdigit()


def has_parts(report: MadeUp, place: int) -> bool:
    """Whether an item has sub-bullets."""
    return place + 1 < len(report.pieces) and report.pieces[place + 1].tag == "part"
