"""Improvement lists and their items, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp, Owner, Piece, Style
from tests.made_up.sentences import Words
from tests.made_up.truth import Item
from tests.made_up.variations.edits import (
    bulleted,
    every,
    first,
    has_parts,
    list_heading,
    put_in,
    retold,
    some,
)
from tests.made_up.variations.variation import (
    EARLY,
    ILACS,
    JTAI,
    LETTERS,
    SEND,
    SIF,
    TABLES,
    Variation,
)

NONE = (
    "There are no areas for priority action.", "There are no areas of priority action.",
    "The inspection did not find any areas for priority action.",
    "No areas for priority action were identified during this visit.",
)  # fmt: skip


def no_stops(rng: Random, report: MadeUp) -> MadeUp | None:
    """Items in small letters with no full stops."""
    if report.indices("part") or not bulleted(report):
        return None
    changed = every(report, "item", lambda piece: replace(piece, text=_small(piece.text)))
    if changed is None:
        return None
    items = tuple(replace(each, text=_small(each.text)) for each in report.truth.items)
    return retold(changed, items=items)


def _small(text: str) -> str:
    return text[0].lower() + text[1:].rstrip(".")


def in_brackets(rng: Random, report: MadeUp) -> MadeUp | None:
    """A bracket behind the full stop of each item."""
    if report.indices("part") or not bulleted(report):
        return None
    tag = rng.choice((" (Outcome 1, national framework)", " (Enabler two)", " (outcome 3)"))
    changed = every(report, "item", lambda piece: replace(piece, text=piece.text + tag))
    if changed is None:
        return None
    items = tuple(replace(each, text=each.text + tag) for each in report.truth.items)
    return retold(changed, items=items)


def there_are_no(rng: Random, report: MadeUp) -> MadeUp | None:
    """An item that says that something is to be no more."""
    place = some(rng, report, "item")
    if place is None or report.pieces[place].cells or has_parts(report, place):
        return None
    number = report.indices("item").index(place)
    opening = rng.choice((
        "Ensure that there are no delays in", "Make sure that there are no gaps in",
        "Ensure that no children wait for action on",
    ))  # fmt: skip
    text = f"{opening} {Words(rng).part()}."
    old = report.truth.items[number]
    items = list(report.truth.items)
    items[number] = replace(old, text=text)
    changed = report.with_piece(place, replace(report.pieces[place], text=text))
    return retold(changed, items=tuple(items))


def no_areas(rng: Random, report: MadeUp) -> MadeUp | None:
    """A list of priority actions that says that there are none."""
    place = list_heading(report)
    item = first(report, "item")
    if place is None or item is None or report.pieces[place].tag.startswith("heading:priority"):
        return None
    heading = replace(
        report.pieces[place], text="Areas for priority action", tag="none", raised="", foot=""
    )
    mark = report.pieces[item].mark if rng.random() < 0.6 else ""
    mark = "" if mark[:1].isdigit() else mark
    said = Piece(
        Owner.STANDING, rng.choice(NONE), tag="none", mark=mark, hang=17.0 if mark else 0.0
    )
    return put_in(report, place, heading, said)


def goes_on_over_page(rng: Random, report: MadeUp) -> MadeUp | None:
    """An item that goes on over a page's end behind a full stop."""
    places = [
        place
        for place in report.indices("item")
        if not report.pieces[place].cells
        and not has_parts(report, place)
        and report.pieces[place].mark
    ]
    if not places:
        return None
    place = rng.choice(places)
    number = report.indices("item").index(place)
    words = Words(rng)
    more = f"This includes {words.part()}."
    piece = report.pieces[place]
    # a short first part, so that its full stop stands at a line's end
    head = f"{piece.text[:55].rpartition(' ')[0]}."
    text = f"{head}\n{more}"
    items = list(report.truth.items)
    items[number] = replace(items[number], text=f"{head} {more}")
    changed = report.with_piece(place, replace(piece, text=text, page_ends_after=1))
    return retold(changed, items=tuple(items))


def ends_page(rng: Random, report: MadeUp) -> MadeUp | None:
    """A page ends inside an item, or between two."""
    place = some(rng, report, "item", "part")
    if place is None:
        return None
    piece = report.pieces[place]
    change = (
        replace(piece, page_ends_after=1) if rng.random() < 0.6 else replace(piece, new_page=True)
    )
    return report.with_piece(place, change)


def three_hundred(rng: Random, report: MadeUp) -> MadeUp | None:
    """A list of three hundred items."""
    places = report.indices("item")
    if not places or report.pieces[places[-1]].cells or report.indices("part"):
        return None
    last = places[-1]
    piece, old = report.pieces[last], report.truth.items[-1]
    if piece.mark[:1].isdigit():
        return None
    words = Words(rng)
    texts = [words.order(stop=True) for _ in range(300)]
    pieces = tuple(replace(piece, text=text) for text in texts)
    items = tuple(Item(text, old.kind, old.addressee, old.group, old.timescale) for text in texts)
    return retold(put_in(report, last + 1, *pieces), items=report.truth.items + items)


def numbered_group(rng: Random, report: MadeUp) -> MadeUp | None:
    """A numbered line that is only a heading over bullets: each bullet is an item."""
    places = report.indices("item")
    if not places or not report.pieces[places[0]].mark[:1].isdigit() or report.indices("part"):
        return None
    place = places[0]
    piece, old = report.pieces[place], report.truth.items[0]
    words = Words(rng)
    heading = rng.choice((
        "Children who are known to have gone missing from the homes in which they live",
        "The help that is offered to young people who are about to leave their care",
        "Work with families",
    ))  # fmt: skip
    texts = [words.order(stop=True) for _ in range(rng.randint(2, 4))]
    style = Style(left=100.0, after=6.0)
    bullets = [Piece(Owner.ITEM, text, style, "item", "\uf06e", 17.0) for text in texts]
    opening = replace(piece, text=heading, tag="group")
    items = tuple(
        Item(text, old.kind, old.addressee, heading, old.timescale, None) for text in texts
    )
    changed = report.with_piece(place, opening)
    return retold(put_in(changed, place + 1, *bullets), items=items + report.truth.items[1:])


def scope_list(rng: Random, report: MadeUp) -> MadeUp | None:
    """A list of what was looked at, behind the list's own bullets, at the front of a letter."""
    place = first(report, "heading:headline")
    item = first(report, "item")
    if place is None or item is None:
        return None
    words = Words(rng)
    opening = Piece(Owner.PARAGRAPH, "Inspectors looked at the effectiveness of:", tag="scope")
    glyph = report.pieces[item].mark
    bullets = [
        Piece(Owner.PARAGRAPH, words.part(), Style(after=6.0), "scope", glyph, 17.0)
        for _ in range(3)
    ]
    return put_in(report, place, opening, *bullets)


VARIATIONS = (
    Variation(
        "items in small letters without stops", "lists", (*TABLES, *LETTERS, "JTAI 2022"), no_stops
    ),
    Variation("a bracket behind each item", "lists", (*TABLES, *LETTERS, "JTAI 2022"), in_brackets),
    Variation(
        "item that says there are no", "lists", (*ILACS, *LETTERS, *SIF, *JTAI), there_are_no
    ),
    Variation(
        "no areas for priority action", "lists", (*ILACS, *LETTERS, *SIF, "JTAI 2022"), no_areas
    ),
    Variation(
        "item goes on over a page",
        "lists",
        (*ILACS, *LETTERS, *SIF, "JTAI 2022"),
        goes_on_over_page,
        ("pdf",),
    ),
    Variation(
        "page ends inside a list", "documents", (*ILACS, *LETTERS, *SIF, *JTAI, *EARLY), ends_page
    ),
    Variation("page ends inside a table of items", "documents", SEND, ends_page, ("pdf",)),
    Variation("list of 300 items", "lists", (*ILACS, *LETTERS, "JTAI 2022"), three_hundred),
    Variation("numbered heading over bullets", "lists", SIF, numbered_group, readable=False),
    Variation("list of scope before the findings", "lists", LETTERS, scope_list),
)
