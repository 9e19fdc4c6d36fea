"""Items of improvement lists, and what stands between them, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.pieces import MadeUp, Owner, Piece, Style
from tests.made_up.sentences import Words
from tests.made_up.variations.edits import (
    bulleted,
    first,
    list_heading,
    put_in,
    retold,
    reworded,
    some,
)
from tests.made_up.variations.variation import (
    BOARD,
    EARLY,
    ILACS,
    JTAI,
    LETTERS,
    SIF,
    TABLES,
    Variation,
)

LEAD_INS = (
    "The local authority should:", "To improve, the local authority and its partners should:",
    "Inspectors identified the following areas for improvement:",
    "In order to improve, leaders should take the following action:",
)  # fmt: skip
BOARD_LISTS = (
    "Recommendations for the LSCB", "Recommendations for the Local Safeguarding Children Board",
    "What does the Local Safeguarding Children Board need to improve?",
    "Areas for improvement for the board",
)  # fmt: skip


def _lasts(report: MadeUp) -> set[int]:
    """The items behind which their list ends."""
    places = report.indices("item")
    return {
        place
        for place in places
        if place + 1 == len(report.pieces) or report.pieces[place + 1].tag != "item"
    }


def semicolons(rng: Random, report: MadeUp) -> MadeUp | None:
    """Items in small letters that end in semicolons, the last but one in "; and"."""
    if report.indices("part") or not bulleted(report):
        return None
    places, lasts = report.indices("item"), _lasts(report)
    items = list(report.truth.items)
    for number, place in enumerate(places):
        text = report.pieces[place].text.rstrip(".")
        text = text[0].lower() + text[1:]
        end = "." if place in lasts else "; and" if place + 1 in lasts else ";"
        report = report.with_piece(place, replace(report.pieces[place], text=text + end))
        items[number] = replace(items[number], text=text + end)
    return retold(report, items=tuple(items))


def lead_in(rng: Random, report: MadeUp) -> MadeUp | None:
    """A sentence with a colon between the heading and its items."""
    item = first(report, "item")
    if (
        item is None
        or report.pieces[item].cells
        or report.pieces[item - 1].owner is not (Owner.HEADING)
    ):
        return None
    return put_in(report, item, Piece(Owner.PARAGRAPH, rng.choice(LEAD_INS), tag="lead-in"))


def numbered(rng: Random, report: MadeUp) -> MadeUp | None:
    """Numbers for bullets, which begin again in each list."""
    if report.indices("part") or not bulleted(report):
        return None
    places, lasts = report.indices("item"), _lasts(report)
    form = rng.choice(("{}.", "{}.", "({})", "{})"))
    items = list(report.truth.items)
    count = 0
    for number, place in enumerate(places):
        count += 1
        mark = form.format(count)
        report = report.with_piece(place, replace(report.pieces[place], mark=mark, hang=24.0))
        if form == "{}.":
            items[number] = replace(items[number], number=str(count))
        if place in lasts:
            count = 0
    return retold(report, items=tuple(items))


def topics(rng: Random, report: MadeUp) -> MadeUp | None:
    """Topics over the items; the numbers of the items go on below each."""
    places = report.indices("item")
    if len(places) < 2 or report.pieces[places[0]].cells:
        return None
    headed = [place for place in report.indices("heading:improvements") if place < places[0]]
    words = Words(rng)
    changed = report
    for place in sorted(rng.sample(places, min(len(places), 2)), reverse=True):
        # as large as the list's own heading they would end it
        large = any(report.pieces[each].style.size > 12.0 for each in headed[-1:])
        style = Style(bold=large, after=9.0)
        topic = Piece(Owner.HEADING, words.topic(), style, "topic", keep=60.0)
        changed = put_in(changed, place, topic)
    return changed


def board_list(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the board's list in other words."""
    places = [
        place
        for place in report.indices("heading:improvements:lscb")
        if report.pieces[place + 1].owner is Owner.ITEM
    ]
    if not places:
        return None
    heading = rng.choice(BOARD_LISTS)
    kind = "recommendation" if heading.startswith("Rec") else "area for improvement"
    items = tuple(
        replace(each, kind=kind) if each.addressee == "board" else each
        for each in report.truth.items
    )
    changed = reworded(report, places[-1], lambda _: heading)
    return changed and retold(changed, items=items)


def heading_over_lines(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line's end inside the heading of the first list."""
    place = list_heading(report)
    if place is None:
        return None
    text = report.pieces[place].text
    spaces = [index for index, character in enumerate(text) if character == " "]
    if not spaces:
        return None
    cut = rng.choice(spaces)
    return reworded(report, place, lambda text: f"{text[:cut]}\n{text[cut + 1 :]}")


def empty_bullet(rng: Random, report: MadeUp) -> MadeUp | None:
    """A bullet with nothing behind it."""
    if not bulleted(report) or report.indices("part"):
        return None
    place = some(rng, report, "item")
    if place is None or not report.pieces[place].mark:
        return None
    style = report.pieces[place].style
    empty = Piece(Owner.STANDING, report.pieces[place].mark, replace(style, after=6.0), "empty")
    return put_in(report, place, empty)


def same_twice(rng: Random, report: MadeUp) -> MadeUp | None:
    """An item printed twice, one behind the other."""
    if not bulleted(report) or report.indices("part"):
        return None
    place = some(rng, report, "item")
    if place is None or report.pieces[place].cells:
        return None
    number = report.indices("item").index(place)
    items = list(report.truth.items)
    items.insert(number, items[number])
    return retold(put_in(report, place, report.pieces[place]), items=tuple(items))


def list_twice(rng: Random, report: MadeUp) -> MadeUp | None:
    """A prose paragraph behind the list that tells of it: no item."""
    places = report.indices("item")
    if not places or report.pieces[places[-1]].cells:
        return None
    last = max([*places, *report.indices("part")])
    said = rng.choice((
        "Leaders accept these areas for improvement and have begun to act on each of them.",
        "The local authority has been asked to send Ofsted a plan within 70 working days.",
    ))  # fmt: skip
    return put_in(report, last + 1, Piece(Owner.PARAGRAPH, said, tag="behind"))


BULLETED = (*TABLES, *LETTERS, "JTAI 2022")
VARIATIONS = (
    Variation("items that end in semicolons", "lists", BULLETED, semicolons),
    Variation("sentence before the items", "lists", (*BULLETED, *SIF, *EARLY), lead_in),
    Variation("numbers for bullets", "lists", BULLETED, numbered),
    Variation("topics between the items", "lists", (*SIF,), topics),
    Variation("board's list in other words", "lists", BOARD, board_list),
    Variation(
        "list heading over a line's end",
        "lists",
        (*ILACS, *LETTERS, *SIF, *JTAI),
        heading_over_lines,
    ),
    Variation("bullet with nothing behind it", "lists", BULLETED, empty_bullet),
    Variation("item printed twice", "lists", BULLETED, same_twice),
    Variation("paragraph behind the items", "lists", (*BULLETED, *SIF), list_twice, readable=False),
)
