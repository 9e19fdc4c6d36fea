"""What a report lacks, gives twice, or gives of another: what must be told."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.grades import SINCE_2013, WORDS, printed
from tests.made_up.pieces import MadeUp, Owner
from tests.made_up.variations.edits import first, list_heading, put_in, retold, unjudged
from tests.made_up.variations.tables import graded, rows_of, strand_of_row
from tests.made_up.variations.variation import (
    EARLY,
    ILACS,
    LETTERS,
    SIF,
    TABLES,
    Variation,
    doubtful,
)


def _without(report: MadeUp, gone: set[int]) -> MadeUp:
    pieces = tuple(piece for place, piece in enumerate(report.pieces) if place not in gone)
    return replace(report, pieces=pieces)


def no_list(rng: Random, report: MadeUp) -> MadeUp | None:
    """A report whose only list is not there."""
    gone = {*report.indices("item"), *report.indices("part"), *report.indices("timescale")}
    headings = {place for tag in ("improvements", "priority-actions")
                for place in report.indices(f"heading:{tag}")}  # fmt: skip
    if not gone:
        return None
    return retold(_without(report, gone | headings), items=())


def nothing_under(rng: Random, report: MadeUp) -> MadeUp | None:
    """The heading of a list, and nothing under it."""
    gone = {*report.indices("item"), *report.indices("part"), *report.indices("timescale")}
    return retold(_without(report, gone), items=()) if gone else None


def no_table(rng: Random, report: MadeUp) -> MadeUp | None:
    """The judgement table is not there."""
    rows = rows_of(report)
    if not rows:
        return None
    changed = _without(report, {*rows, *report.indices("table-head")})
    return unjudged(changed, "overall")


def strand_twice(rng: Random, report: MadeUp) -> MadeUp | None:
    """A strand that the table gives twice, with two grades."""
    rows = [place for place in rows_of(report) if strand_of_row(report.pieces[place]) != "overall"]
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    strand = strand_of_row(piece)
    was = next(each for each in report.truth.judgements if each.strand == strand).grade_code
    code = rng.choice([each for each in SINCE_2013 if each != was])
    second = graded(piece, printed(code, bare=True))
    return unjudged(put_in(report, rng.choice((place, place + 1, rows[-1] + 1)), second), strand)


def other_box(rng: Random, report: MadeUp) -> MadeUp | None:
    """Another grade in the box of a section's heading than on the cover."""
    places = [place for place in report.indices("heading:findings") if report.pieces[place].cells]
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    strand = piece.tag.rpartition(":")[2]
    was = next(each for each in report.truth.judgements if each.strand == strand).grade_code
    code = rng.choice([each for each in SINCE_2013 if each != was])
    grade = WORDS[code].partition(" to be")[0]
    return unjudged(report.with_piece(place, graded(piece, grade)), strand)


def other_footer(rng: Random, report: MadeUp) -> MadeUp | None:
    """The running footer names another authority than the title."""
    name = report.truth.authority_printed or ""
    old = report.furniture
    if not report.others or not any(name in each.text for each in old(2)):
        return None
    other = rng.choice(report.others)

    def changed(page: int):
        return tuple(replace(each, text=each.text.replace(name, other)) for each in old(page))

    return retold(replace(report, furniture=changed), authority=None)


def other_address(rng: Random, report: MadeUp) -> MadeUp | None:
    """A letter to the director of another council, who leads this one's services, too."""
    name = report.truth.authority_printed or ""
    places = report.indices("address")
    if not report.others or len(places) < 3 or not name:
        return None
    other = rng.choice(report.others)
    piece = report.pieces[places[2]]
    return report.with_piece(places[2], replace(piece, text=f"{other} Council"))


def continued(rng: Random, report: MadeUp) -> MadeUp | None:
    """The list's heading again on the next page: "What needs to improve? (continued)"."""
    place, items = list_heading(report), report.indices("item")
    if place is None or len(items) < 2 or report.pieces[items[1] - 1].tag != "item":
        return None
    heading = report.pieces[place]
    behind = rng.choice((" (continued)", " continued", " (cont.)", ""))
    again = replace(
        heading, text=f"{heading.text}{behind}", tag="again", new_page=True, raised="", foot=""
    )
    return put_in(report, items[1], again)


def false_number(rng: Random, report: MadeUp) -> MadeUp | None:
    """A line inside an item that begins with a number and a full stop, or with a bullet's dash."""
    places = [
        place for place in report.indices("item")
        if not report.pieces[place].cells and report.pieces[place + 1].tag != "part"
    ]  # fmt: skip
    if not places:
        return None
    place = rng.choice(places)
    number = report.indices("item").index(place)
    piece = report.pieces[place]
    more = rng.choice((
        "as plan\n{}. of the board asks.", "for those under\n{} years.", "in\n2015\u201316.",
    )).format(rng.choice((2, 3, 12, 18)))  # fmt: skip
    text = f"{piece.text.rstrip('.')} {more}"
    items = list(report.truth.items)
    items[number] = replace(items[number], text=" ".join(text.split()))
    return retold(report.with_piece(place, replace(piece, text=text)), items=tuple(items))


def heading_s_words(rng: Random, report: MadeUp) -> MadeUp | None:
    """The words of a heading at the end of an item or a paragraph, on a line of their own."""
    place = first(report, "finding:findings")
    if place is None:
        return None
    piece = report.pieces[place]
    words = rng.choice((
        "Leaders know their\nareas for improvement.", "Leaders have read the\nMain findings.",
        "They have acted on all\nRecommendations.",
    ))  # fmt: skip
    plain = " ".join(piece.text.split())
    paragraphs = tuple(
        replace(each, text=f"{each.text} {' '.join(words.split())}") if each.text == plain else each
        for each in report.truth.paragraphs
    )
    changed = report.with_piece(place, replace(piece, text=f"{piece.text} {words}"))
    return retold(changed, paragraphs=paragraphs)


def timescales(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Within 3 months", "Within nine months of this report:", "By 30 September 2013:" """
    places = report.indices("timescale")
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    old = piece.text.rstrip(":")
    new = rng.choice((
        "Within 3 months", "Within nine months", "Within three months of this report",
        "Within 12 months", "IMMEDIATELY", "Within six weeks", "Within one month",
        old.upper(), old.lower(),
    ))  # fmt: skip
    if new in [report.pieces[each].text.rstrip(":") for each in places]:
        return None
    colon = rng.choice((":", ":", ""))
    items = tuple(
        replace(each, timescale=new) if each.timescale == old else each
        for each in report.truth.items
    )
    return retold(report.with_piece(place, replace(piece, text=new + colon)), items=items)


def light_timescales(rng: Random, report: MadeUp) -> MadeUp | None:
    """The lines with the timescales in the weight of the text."""
    places = report.indices("timescale")
    changed = report
    for place in places:
        piece = report.pieces[place]
        changed = changed.with_piece(place, replace(piece, style=replace(piece.style, bold=False)))
    return changed if places else None


def signed_in_one_line(rng: Random, report: MadeUp) -> MadeUp | None:
    """The name and title of who signs in one line, or the name in capitals."""
    places = report.indices("signed")
    if len(places) < 2 or not report.truth.leads:
        return None
    name, title = (report.pieces[place] for place in places[:2])
    text = rng.choice(
        (f"{name.text}, {title.text}", f"{name.text} HMI", f"{name.text} ({title.text})")
    )
    return _without(report.with_piece(places[0], replace(name, text=text)), {places[1]})


def sections_in_another_order(rng: Random, report: MadeUp) -> MadeUp | None:
    """The section on leaders before the others, its paragraphs with numbers that run on."""
    heads = report.indices("heading:findings")
    heads = [place for place in heads if report.pieces[place].tag.count(":") == 2
             and not report.pieces[place].tag.endswith(":")]  # fmt: skip
    if len(heads) < 2:
        return None
    last = heads[-1]
    end = last + 1
    while end < len(report.pieces) and report.pieces[end].owner is Owner.PARAGRAPH:
        end += 1
    moved = report.pieces[last:end]
    rest = report.pieces[:last] + report.pieces[end:]
    pieces = [*rest[: heads[0]], *moved, *rest[heads[0] :]]
    count = 0
    for place in range(heads[0], len(pieces)):
        if pieces[place].mark[:1].isdigit():
            count += 1
            pieces[place] = replace(pieces[place], mark=f"{count}.")
    return replace(report, pieces=tuple(pieces))


VARIATIONS = (
    doubtful("report without its list", "lists", (*TABLES, "focused", "SIF B alone"), no_list),
    doubtful(
        "list heading with nothing under it", "lists", (*ILACS, *LETTERS, *SIF), nothing_under
    ),
    doubtful("no judgement table", "judgements", TABLES[:-1], no_table),
    doubtful("strand graded twice", "judgements", (*TABLES, *SIF), strand_twice),
    doubtful("box's grade differs from the table's", "judgements", ("SIF A2", "SIF B"), other_box),
    doubtful("footer of another authority", "header", ILACS, other_footer, ("pdf",)),
    Variation("letter to another council's director", "header", LETTERS, other_address),
    Variation("list heading again on the next page", "lists", (*ILACS, *LETTERS, *SIF), continued),
    Variation(
        "item with a false number", "lists", (*ILACS, *LETTERS, *SIF), false_number, ("pdf",)
    ),
    Variation(
        "heading's words at a paragraph's end",
        "lists",
        (*ILACS, *LETTERS, *SIF),
        heading_s_words,
        ("pdf",),
    ),
    Variation("timescale in another form", "lists", EARLY, timescales),
    Variation("timescales in plain weight", "lists", EARLY, light_timescales, ("pdf",)),
    Variation("signature in one line", "header", LETTERS, signed_in_one_line),
    Variation("sections in another order", "judgements", TABLES, sections_in_another_order),
)
