"""Boards named in the findings, in the forms in which reports name them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp
from tests.made_up.truth import Named
from tests.made_up.variations.edits import retold, some
from tests.made_up.variations.variation import ILACS, JTAI, LETTERS, SIF, Variation

#: Kinds of board, with their names and short forms.
BOARDS = (
    ("corporate-parenting-board", "corporate parenting board", "CPB"),
    ("health-and-wellbeing-board", "health and wellbeing board", "HWB"),
    ("community-safety-partnership", "community safety partnership", "CSP"),
)


def _said(rng: Random, report: MadeUp, words: Callable[[str, str], str]) -> MadeUp | None:
    """A sentence on a board at the end of a paragraph of findings."""
    place = some(rng, report, "finding:findings", "finding:headline", "finding:summary")
    if place is None:
        return None
    kind, name, short = rng.choice(BOARDS)
    piece = report.pieces[place]
    said = f" {words(name, short)}"
    plain = " ".join(piece.text.split())
    paragraphs = tuple(
        replace(each, text=each.text + " ".join(["", *said.split()]))
        if each.text == plain
        else each
        for each in report.truth.paragraphs
    )
    changed = report.with_piece(place, replace(piece, text=piece.text + said))
    boards = (*report.truth.boards, Named(kind, name))
    return retold(changed, paragraphs=paragraphs, boards=boards)


def short_first(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "The CPB, or corporate parenting board, ..." """
    form = rng.choice((
        "The {1} ({0}) has been told of this.", "The {0} ({1}) has been told of this.",
        "The {1}, the {0}, has been told of this.",
    ))  # fmt: skip
    return _said(rng, report, form.format)


def in_capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "The Corporate Parenting Board", "the HEALTH AND WELLBEING BOARD" """
    case = rng.choice((str.title, str.upper))
    return _said(
        rng, report, lambda name, _: f"The {case(name).replace('And', 'and')} knows of this."
    )


def over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end inside the name of a board."""
    return _said(
        rng, report,
        lambda name, _: f"This was taken to the\n{name.replace(' ', chr(10), 1)} in the spring.",
    )  # fmt: skip


def of_the_council(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Northmoor's corporate parenting board" """
    name = report.truth.authority_printed or ""
    form = rng.choice(("{0}\u2019s {1} has been told.", "The {0} {1} has been told."))
    return _said(rng, report, lambda board, _: form.format(name, board))


EVERY = (*ILACS, *LETTERS, *SIF, *JTAI)
VARIATIONS = (
    Variation("board by its short form first", "boards", EVERY, short_first),
    Variation("board in capitals", "boards", EVERY, in_capitals),
    Variation("board over a line's end", "boards", EVERY, over_lines),
    Variation("board with its council's name", "boards", EVERY, of_the_council),
)
