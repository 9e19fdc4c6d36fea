"""Pages, furniture and text that is not to be seen."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up import furniture
from tests.made_up.pieces import Furnished, MadeUp, Owner, Piece, Style
from tests.made_up.sentences import Words
from tests.made_up.variations.edits import first, put_in, some
from tests.made_up.variations.variation import ALL, ILACS, JTAI, LETTERS, SIF, Variation


def break_anywhere(rng: Random, report: MadeUp) -> MadeUp | None:
    """A page ends somewhere in the body: before a piece, or after some of its lines."""
    places = [
        place
        for place, piece in enumerate(report.pieces)
        if place > 12 and piece.text and piece.owner in (Owner.PARAGRAPH, Owner.HEADING, Owner.FACT)
    ]
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    inside = piece.owner is Owner.PARAGRAPH and rng.random() < 0.7
    change = (
        replace(piece, page_ends_after=rng.randint(1, 3))
        if inside
        else replace(piece, new_page=True)
    )
    return report.with_piece(place, change)


def turned(rng: Random, report: MadeUp) -> MadeUp | None:
    """Every page turned."""
    return replace(report, turned=rng.choice((90, 180, 270)))


def bound_twice(rng: Random, report: MadeUp) -> MadeUp | None:
    """The report bound twice into one file."""
    return replace(report, copies=2)


def white(rng: Random, report: MadeUp) -> MadeUp | None:
    """Text that is not to be seen, white or undrawn, in the form of an item or of a finding."""
    place = some(rng, report, "item", "finding")
    if place is None:
        return None
    piece = report.pieces[place]
    text = f"Unseen: {Words(rng).need()}"
    ink = rng.choice((1.0, -1.0))
    unseen = replace(
        piece, text=text, style=replace(piece.style, ink=ink), tag="unseen", owner=Owner.FURNITURE,
        cells=(), page_ends_after=0, new_page=False,
    )  # fmt: skip
    return put_in(report, place + 1, unseen)


def tiny(rng: Random, report: MadeUp) -> MadeUp | None:
    """Text of a point's size, which nobody sees, between two findings."""
    place = some(rng, report, "finding")
    if place is None:
        return None
    text = f"Unseen: {Words(rng).need()}"
    unseen = Piece(Owner.FURNITURE, text, Style(size=0.8, step=1.0, after=6.0), "unseen")
    return put_in(report, place + 1, unseen)


def off_the_page(rng: Random, report: MadeUp) -> MadeUp | None:
    """Text beside the page's edge."""
    text = f"Unseen: {Words(rng).need()}"
    old = report.furniture
    return replace(
        report, furniture=lambda page: (*old(page), Furnished(700.0, 400.0, text, 12.0))
    )  # fmt: skip


def cropped_away(rng: Random, report: MadeUp) -> MadeUp | None:
    """Text in the margin that is cut off the page."""
    text = f"Unseen: {Words(rng).need()}"
    old = report.furniture
    changed = replace(report, cropped=12.0)
    return replace(
        changed, furniture=lambda page: (*old(page), Furnished(72.0, 835.0, text, 12.0))
    )  # fmt: skip


def page_of_pages(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Page 3 of 12" at the foot."""
    return replace(report, furniture=lambda page: (
        Furnished(523.0, 36.0, f"Page {page} of 40", 10.0, ends=True),
    ))  # fmt: skip


def header_and_footer(rng: Random, report: MadeUp) -> MadeUp | None:
    """A running header above the text besides what stands at the foot."""
    old = report.furniture
    text = f"{report.truth.authority_printed}: report of the made-up inspectors"
    return replace(
        report, furniture=lambda page: (*furniture.running_header(text)(page), *old(page))
    )


def footnote_in_list(rng: Random, report: MadeUp) -> MadeUp | None:
    """A footnote's mark inside the list, the note at the foot of the page."""
    place = some(rng, report, "item")
    if place is None or report.pieces[place].cells:
        return None
    note = "Made-up guidance of a made-up year. It is to be read with care, and then put away."
    return report.with_piece(place, replace(report.pieces[place], raised="2", foot=note))


def box_drawn_last(rng: Random, report: MadeUp) -> MadeUp | None:
    """A box of text drawn behind all else on its page: a study, a paragraph, a list."""
    places = [
        place
        for place, piece in enumerate(report.pieces)
        if piece.owner in (Owner.PARAGRAPH, Owner.ITEM) and place > 12 and not piece.cells
    ]
    if not places:
        return None
    start = rng.choice(places)
    for place in range(start, min(start + rng.randint(1, 4), len(report.pieces))):
        report = report.with_piece(place, replace(report.pieces[place], drawn=5))
    return report


def narrow(rng: Random, report: MadeUp) -> MadeUp | None:
    """Findings set in a narrower measure from some place on, as pages of Word are."""
    start = first(report, "finding")
    if start is None:
        return None
    by = rng.choice((9.0, 18.0, 36.0))
    pieces = tuple(
        replace(piece, style=replace(piece.style, left=piece.style.left + by))
        if place > start + 3 and piece.owner is Owner.PARAGRAPH and not piece.cells else piece
        for place, piece in enumerate(report.pieces)
    )  # fmt: skip
    return replace(report, pieces=pieces)


def verdict_on_cover(rng: Random, report: MadeUp) -> MadeUp | None:
    """A bold verdict on the board on the cover of an inspection of the authority."""
    place = first(report, "row:leadership")
    judged = [each for each in report.truth.judgements if each.strand == "lscb"]
    if place is None or not judged or first(report, "verdict:lscb") is not None:
        return None
    code = judged[0].grade_code
    verb = "requires improvement" if code == "requires-improvement" else f"is {code}"
    text = f"The Local Safeguarding Children Board {verb}"
    style = Style(size=14.0, bold=True, step=17.0)
    return put_in(report, place + 1, Piece(Owner.ROW, text, style, "verdict:cover"))


def as_it_is(rng: Random, report: MadeUp) -> MadeUp:
    """The report in the usual form of its design."""
    return report


VARIATIONS = (
    Variation("usual form", "documents", ALL, as_it_is, usual=True),
    Variation("page ends anywhere", "documents", ALL, break_anywhere),
    Variation("every page turned", "documents", ALL, turned, ("pdf",)),
    Variation("bound twice", "documents", (*ILACS, *LETTERS, *SIF), bound_twice),
    Variation("white or undrawn text", "documents", (*ILACS, *SIF, *JTAI), white, ("pdf",)),
    Variation("tiny text", "documents", (*ILACS, *LETTERS, *SIF), tiny, ("pdf",)),
    Variation(
        "text cut off the page", "documents", (*ILACS, *LETTERS, *SIF), cropped_away, ("pdf",)
    ),
    Variation(
        "text beside the page", "documents", (*ILACS, *LETTERS, *SIF), off_the_page, ("pdf",)
    ),
    Variation("page x of y", "documents", ALL, page_of_pages, ("pdf",)),
    Variation("running header above the text", "documents", ALL, header_and_footer, ("pdf",)),
    Variation(
        "footnote inside the list",
        "documents",
        (*ILACS, *LETTERS, *SIF),
        footnote_in_list,
        ("pdf",),
    ),
    Variation("box drawn last", "documents", ALL, box_drawn_last, ("pdf",)),
    Variation("findings set in further", "documents", (*ILACS, *LETTERS, *SIF), narrow, ("pdf",)),
    Variation("board's verdict on the cover", "lists", ("SIF A2", "SIF B"), verdict_on_cover),
)
