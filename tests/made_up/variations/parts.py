"""Parts of a report and the numbers of its paragraphs, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.grades import SINCE_2013
from tests.made_up.pieces import MadeUp, Owner, Piece, Style
from tests.made_up.sentences import Words
from tests.made_up.variations.edits import first, put_in, restyled, retold, reworded, without
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
    doubtful,
)


def _numbered(report: MadeUp, tag: str) -> list[int]:
    return [place for place in report.indices(tag) if report.pieces[place].mark[:1].isdigit()]


def plain_findings(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Inspection findings" alone behind the board's recommendations."""
    places = [
        place
        for place in report.indices("heading:findings:lscb")
        if report.pieces[place].text.startswith("Inspection")
    ]
    if not places:
        return None
    return reworded(report, places[-1], lambda _: "Inspection findings")


def joined_part(rng: Random, report: MadeUp) -> MadeUp | None:
    """The part and its first section in one heading."""
    place = first(report, "heading:part")
    if place is None or report.pieces[place + 1].owner is not Owner.HEADING:
        return None
    joint = rng.choice((" \u2013 ", " - "))
    below = report.pieces[place + 1].text
    return without(
        reworded(report, place, lambda text: f"{text}{joint}{below}") or report, place + 1
    )


def twice_headed(rng: Random, report: MadeUp) -> MadeUp | None:
    """A heading printed a second time, over the next paragraph."""
    place = first(report, "heading:headline")
    if place is None:
        return None
    later = [each for each in report.indices("finding:headline") if each > place + 1]
    return put_in(report, later[0], report.pieces[place]) if later else None


def no_recommendations(rng: Random, report: MadeUp) -> MadeUp | None:
    """A part on the board with no recommendations, which says so."""
    heading = first(report, "heading:improvements:lscb")
    if heading is None:
        return None
    items = [place for place in report.indices("item") if place > heading]
    parts = [place for place in report.indices("part") if place > heading]
    if not items or report.pieces[heading + 1].owner is not Owner.ITEM:
        return None
    gone = {*items, *parts}
    said = Piece(Owner.STANDING, rng.choice((
        "There are no recommendations for the board.",
        "This inspection makes no recommendations for the Local Safeguarding Children Board.",
    )), tag="none")  # fmt: skip
    pieces = tuple(piece for place, piece in enumerate(report.pieces) if place not in gone)
    kept = tuple(each for each in report.truth.items if each.addressee != "board")
    # the findings behind the list count on from it
    changed = put_in(replace(report, pieces=pieces), heading + 1, said)
    return retold(_renumbered(changed), items=kept, paragraphs=report.truth.paragraphs)


def _renumbered(report: MadeUp) -> MadeUp:
    """The report with its numbered paragraphs counted anew."""
    pieces, last = [], 0
    for piece in report.pieces:
        if piece.mark[:1].isdigit() and piece.tag.startswith(("finding", "item")):
            last += 1
            piece = replace(piece, mark=f"{last}.")
        pieces.append(piece)
    return replace(report, pieces=tuple(pieces))


def lost_number(rng: Random, report: MadeUp) -> MadeUp | None:
    """A numbered item or finding that is not there: the numbers skip."""
    places = _numbered(report, rng.choice(("item", "finding")))[1:-1]
    # what gives figures is more than its words
    places = [
        each
        for each in places
        if report.pieces[each + 1].tag != "part" and report.pieces[each].tag != "finding:facts"
    ]
    if not places:
        return None
    place = rng.choice(places)
    text = " ".join(report.pieces[place].text.split())
    truth = report.truth
    return retold(
        without(report, place),
        items=tuple(each for each in truth.items if each.text != text),
        paragraphs=tuple(each for each in truth.paragraphs if each.text != text),
    )


def lost_dot(rng: Random, report: MadeUp) -> MadeUp | None:
    """A number without its full stop."""
    places = _numbered(report, "finding")[3:]
    if not places:
        return None
    place = rng.choice(places)
    return report.with_piece(
        place, replace(report.pieces[place], mark=report.pieces[place].mark[:-1])
    )


def false_number(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line inside a paragraph that begins with a number and a full stop."""
    places = _numbered(report, "finding")
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    number = rng.choice((11, 16, 18, 25, int(piece.mark.rstrip(".")) + 1))
    said = f" Children told inspectors of homes for those under the age of\n{number}. This is new."
    plain = " ".join(piece.text.split())
    paragraphs = tuple(
        replace(each, text=each.text + said.replace("\n", " ")) if each.text == plain else each
        for each in report.truth.paragraphs
    )
    return retold(
        report.with_piece(place, replace(piece, text=piece.text + said)), paragraphs=paragraphs
    )


def begins_with_figure(rng: Random, report: MadeUp) -> MadeUp | None:
    """A paragraph that begins with a figure: "52. 307 families ..."."""
    places = _numbered(report, "finding")
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    opening = rng.choice(
        ("307 families were asked. ", "11.5% of homes were seen. ", "35% is less than before. ")
    )
    plain = " ".join(piece.text.split())
    paragraphs = tuple(
        replace(each, text=opening + each.text) if each.text == plain else each
        for each in report.truth.paragraphs
    )
    return retold(
        report.with_piece(place, replace(piece, text=opening + piece.text)), paragraphs=paragraphs
    )


def grade_in_heading(rng: Random, report: MadeUp) -> MadeUp | None:
    """A section's grade in the line of its heading: "Quality of provision Grade 3 (Adequate)"."""
    places = [
        place for place in report.indices("under") if report.pieces[place].text.startswith("Grade")
    ]
    if not places:
        return None
    for place in reversed(places):
        grade = report.pieces[place].text
        report = reworded(report, place - 1, lambda text, grade=grade: f"{text} {grade}") or report
        report = without(report, place)
    return report


def body_differs(rng: Random, report: MadeUp) -> MadeUp | None:
    """A judgement inside a section that is not the one on the cover."""
    strand = rng.choice(("adoption", "care-leavers"))
    place = first(report, f"heading:findings:{strand}")
    if place is None:
        return None
    was = next(each for each in report.truth.judgements if each.strand == strand).grade_code
    code = rng.choice([each for each in SINCE_2013 if each != was])
    grade = "requires improvement" if code == "requires-improvement" else f"is {code}"
    text = report.pieces[place].text.partition(" is that it ")[0]
    changed = reworded(report, place, lambda _: f"{text} is that it {grade}")
    rest = tuple(each for each in report.truth.judgements if each.strand != strand)
    return changed and retold(changed, judgements=rest)


def study_between(rng: Random, report: MadeUp) -> MadeUp | None:
    """A study in a box between two items of the list, drawn last."""
    items = report.indices("item")
    if (
        len(items) < 2
        or report.pieces[items[1]].cells
        or report.pieces[items[1] - 1].owner is not Owner.ITEM
    ):
        return None
    words = Words(rng)
    box = Style(left=97.0, right=498.0)
    drawn = rng.choice((0, 5))
    heading = Piece(
        Owner.HEADING,
        "Case study: area for improvement",
        replace(box, bold=True),
        "study",
        drawn=drawn,
        keep=80.0,
    )
    text = words.passage(2)
    # whether the list goes on behind the box is plain: its bullets do
    prose = Piece(Owner.PARAGRAPH, text, box, "study", drawn=drawn)
    return put_in(report, items[1], heading, prose)


def longer_title(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line above the title, as covers have: "Report", the inspectorate's name, a year."""
    place = first(report, "name", "title")
    if place is None:
        return None
    text = rng.choice(("Ofsted", "Inspection report", "Made-up inspectors of Nowhere"))
    return put_in(report, place, Piece(Owner.STANDING, text, Style(size=10.0, after=10.0), "above"))


def light_headings(rng: Random, report: MadeUp) -> MadeUp | None:
    """Headings of parts and sections all in one size, bold."""
    changed = report
    for place in report.indices("heading"):
        if report.pieces[place].style.size > 12.0 and not report.pieces[place].cells:
            changed = restyled(changed, place, size=12.0, step=14.5, bold=True)
    return None if changed is report else changed


VARIATIONS = (
    Variation("board's findings under a plain heading", "lists", BOARD, plain_findings),
    Variation("part and section in one heading", "lists", ("SIF A", "SIF A2"), joined_part),
    Variation("heading printed twice", "lists", (*LETTERS, "JTAI 2022"), twice_headed),
    Variation("no recommendations for the board", "lists", BOARD, no_recommendations),
    Variation("numbers that skip", "lists", (*ILACS, *SIF, *EARLY), lost_number, must_tell=True),
    Variation("number without its stop", "documents", (*TABLES, *SIF, *EARLY), lost_dot),
    Variation(
        "line that begins with a false number",
        "documents",
        (*TABLES, *SIF, *EARLY),
        false_number,
        ("pdf",),
    ),
    Variation(
        "paragraph that begins with a figure",
        "documents",
        (*TABLES, *SIF, *EARLY),
        begins_with_figure,
    ),
    Variation("grade in the line of its heading", "judgements", ("LAC",), grade_in_heading),
    doubtful("judgement in the body differs", "judgements", ("SIF",), body_differs),
    Variation(
        "study between two items", "lists", ("JTAI 2016", "JTAI 2022"), study_between, ("pdf",)
    ),
    Variation("a line above the title", "header", (*ILACS, *SIF, *SEND, *EARLY), longer_title),
    Variation(
        "headings all of one size", "lists", (*TABLES, *SIF, *JTAI), light_headings, ("pdf",)
    ),
)
