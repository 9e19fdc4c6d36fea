"""Headings of lists and sections, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.compare import ANY
from tests.made_up.pieces import MadeUp, Owner, Piece, Style
from tests.made_up.truth import Named
from tests.made_up.variations.edits import (
    added,
    first,
    list_heading,
    prose,
    put_in,
    restyled,
    retold,
    reworded,
    without,
)
from tests.made_up.variations.variation import (
    BOARD,
    EARLY,
    ILACS,
    JTAI,
    LETTERS,
    SEND,
    SIF,
    TABLES,
    Variation,
)

#: Words in which real reports have headed their lists, by the words of their design.
OTHER_WORDS = {
    "What needs to improve in this area of social work practice": (
        "What needs to improve in this area of practice",
        "What needs to improve in services for care leavers",
        "What needs to improve in this area of social work",
    ),
    "What needs to improve": ("What needs to improve further?", "What needs improving?"),
    "Recommendations": ("Recommendations for the local authority", "Our recommendations"),
    "Areas for improvement": ("Areas for further improvement", "Key areas for improvement"),
    "Area for priority action": ("Areas for urgent priority action",),
    "Areas for priority action": ("Areas for immediate priority action",),
}
UNKNOWN = (
    "How the partnership learns", "The voice of children", "What children told inspectors",
    "Examples seen by inspectors", "The work of the front door",
)  # fmt: skip
DASHES = ("-", "\u2500", "\u2014", "\u2013")


def plain(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the first list in body type and weight."""
    place = list_heading(report)
    return None if place is None else restyled(report, place, bold=False, size=12.0, step=14.5)


def all_plain(rng: Random, report: MadeUp) -> MadeUp | None:
    """Every heading of a section in body type and weight."""
    pieces = tuple(
        replace(piece, style=replace(piece.style, bold=False, size=12.0, step=14.5))
        if piece.tag.startswith("heading:findings:") and not piece.cells
        else piece
        for piece in report.pieces
    )
    return None if pieces == report.pieces else replace(report, pieces=pieces)


def other_words(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the first list in other words."""
    place = list_heading(report)
    if place is None:
        return None
    text = report.pieces[place].text.rstrip("?:")
    if text not in OTHER_WORDS:
        return None
    return reworded(report, place, lambda _: rng.choice(OTHER_WORDS[text]))


def colon(rng: Random, report: MadeUp) -> MadeUp | None:
    """A colon behind the heading of the first list."""
    place = list_heading(report)
    return None if place is None else reworded(report, place, lambda text: text.rstrip("?") + ":")


def capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the first list in capitals."""
    place = list_heading(report)
    return None if place is None else reworded(report, place, str.upper)


def footnote(rng: Random, report: MadeUp) -> MadeUp | None:
    """A footnote's mark behind the heading of the first list."""
    place = list_heading(report)
    if place is None or report.pieces[place].raised:
        return None
    note = "This list holds what matters most to the made-up inspectors."
    return report.with_piece(place, replace(report.pieces[place], raised="1", foot=note))


def glued_digit(rng: Random, report: MadeUp) -> MadeUp | None:
    """A footnote's mark behind the heading, set as large as the heading."""
    place = list_heading(report)
    if place is None or report.pieces[place].raised:
        return None
    return reworded(report, place, lambda text: f"{text}1")


def run_on(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the first list at the end of the paragraph above it."""
    place = list_heading(report)
    if not place or report.pieces[place - 1].owner is not Owner.PARAGRAPH:
        return None
    heading = report.pieces[place].text
    above = report.pieces[place - 1]
    glued = report.with_piece(place - 1, replace(above, text=f"{above.text} {heading}"))
    return without(glued, place)


def other_dash(rng: Random, report: MadeUp) -> MadeUp | None:
    """Another dash, or none of its spaces, in a heading that has one."""
    places = [
        place
        for place, piece in enumerate(report.pieces)
        if piece.owner is Owner.HEADING and " \u2013 " in piece.text
    ]
    if not places:
        return None
    dash = rng.choice((" - ", " \u2500 ", " \u2014 ", "\u2013", ": "))
    return reworded(report, rng.choice(places), lambda text: text.replace(" \u2013 ", dash))


def grade_behind_dash(rng: Random, report: MadeUp) -> MadeUp | None:
    """A dash between the strand and its grade in a section's heading."""
    places = [
        place for place in report.indices("heading:findings") if ": " in report.pieces[place].text
    ]
    if not places:
        return None
    dash = rng.choice((" \u2013 ", " - ", " \u2500 ", " \u2014 "))
    return reworded(report, rng.choice(places), lambda text: text.replace(": ", dash))


def wanting_words(rng: Random, report: MadeUp) -> MadeUp | None:
    """A section's heading without its article, or in the singular, as some print it."""
    places = [
        place
        for place in report.indices("heading:findings")
        if report.pieces[place].text.startswith("The experiences")
    ]
    if not places:
        return None
    old, new = rng.choice((
        ("The experiences", "Experiences"), ("The experiences", "The experience"),
        ("experiences and progress", "experiences  and progress"),
    ))  # fmt: skip
    return reworded(report, rng.choice(places), lambda text: text.replace(old, new))


def unknown_after_list(rng: Random, report: MadeUp) -> MadeUp | None:
    """A heading that no profile knows behind the last item of a list, with findings under it."""
    places = [*report.indices("item"), *report.indices("part")]
    if not places:
        return None
    last = max(places)
    item = report.pieces[last]
    headed = [place for place in report.indices("heading") if place < last]
    heading = replace(
        report.pieces[max(headed)],
        text=rng.choice(UNKNOWN),
        tag="unknown",
        cells=(),
        raised="",
        foot="",
    )
    bullet = item.mark if rng.random() < 0.5 and not item.mark.rstrip(".").isdigit() else ""
    pieces, texts = prose(rng, 3, bullet)
    # whom it is about and its strand are not known: nothing is asked of them but that they stand
    return added(put_in(report, last + 1, heading, *pieces), texts, None, "")


def subheading(rng: Random, report: MadeUp) -> MadeUp | None:
    """A heading that no profile knows, smaller than its section's: the section goes on."""
    places = [
        place
        for place in report.indices("finding:findings")
        if report.pieces[place - 1].owner is Owner.PARAGRAPH and _under_a_larger(report, place)
    ]
    if not places:
        return None
    place = rng.choice(places)
    text = rng.choice((*UNKNOWN, "Working with the Local Safeguarding Children Board"))
    heading = Piece(Owner.HEADING, text, Style(bold=True), "unknown", keep=60.0)
    changed = put_in(report, place, heading)
    if "Board" not in text:
        return changed
    # that a heading names a board may be read or not
    return retold(changed, boards=(*report.truth.boards, Named(ANY, "lscb")))


def _under_a_larger(report: MadeUp, place: int) -> bool:
    """Whether the nearest heading above with a strand is larger than body type."""
    above = [each for each in report.indices("heading:findings") if each < place]
    near = report.pieces[max(above)]
    return near.style.size > 12.0 and not near.tag.endswith(":")


def close_to_text(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of the first list with no white around it."""
    place = list_heading(report)
    if not place:
        return None
    tight = restyled(report, place, after=0.0)
    return restyled(tight, place - 1, after=0.0)


def over_page(rng: Random, report: MadeUp) -> MadeUp | None:
    """A page ends right behind the heading of the first list."""
    item = first(report, "item")
    if item is None or report.pieces[item - 1].owner is not Owner.HEADING:
        return None
    return report.with_piece(item, replace(report.pieces[item], new_page=True))


WITH_LISTS = (*ILACS, *LETTERS, *SIF, *JTAI, *EARLY)
VARIATIONS = (
    Variation("list heading in plain weight", "lists", WITH_LISTS, plain),
    Variation("section headings in plain weight", "lists", (*TABLES, *LETTERS, *JTAI), all_plain),
    Variation("list heading in other words", "lists", (*WITH_LISTS, *SEND), other_words),
    Variation("list heading with a colon", "lists", (*WITH_LISTS, *SEND), colon),
    Variation("list heading in capitals", "lists", WITH_LISTS, capitals),
    Variation("list heading with a footnote", "documents", WITH_LISTS, footnote, ("pdf",)),
    Variation("list heading with a digit behind it", "lists", WITH_LISTS, glued_digit),
    Variation(
        "list heading at a paragraph's end", "lists", (*ILACS, *LETTERS, "JTAI 2022"), run_on
    ),
    Variation("heading with another dash", "lists", BOARD, other_dash),
    Variation(
        "section heading with a dash before its grade", "judgements", TABLES, grade_behind_dash
    ),
    Variation("section heading with a word less", "judgements", TABLES, wanting_words),
    Variation(
        "unknown heading behind a list",
        "lists",
        (*TABLES, *LETTERS, *SIF, *JTAI),
        unknown_after_list,
    ),
    Variation("unknown heading inside a section", "lists", (*TABLES, *LETTERS, *SIF), subheading),
    Variation(
        "list heading close to the text",
        "documents",
        (*ILACS, *LETTERS, *SIF),
        close_to_text,
        ("pdf",),
    ),
    Variation("page ends behind the list's heading", "documents", (*WITH_LISTS,), over_page),
)
