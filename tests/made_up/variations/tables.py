"""Judgement tables and verdicts, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.grades import SINCE_2013, WORDS, printed
from tests.made_up.pieces import Cell, MadeUp, Piece
from tests.made_up.variations.edits import (
    put_in,
    reworded,
    unjudged,
)
from tests.made_up.variations.variation import EARLY, ILACS, SIF, TABLES, Variation, doubtful

#: Labels that no framework has.
UNKNOWN = (
    "The experiences and progress of made-up children", "The experiences of young carers",
    "The quality of the made-up register", "Practice with families who move",
)  # fmt: skip
NEW_LABELS = {
    "The impact of leaders on social work practice with children and families": (
        "The impact of leaders on practice with children and families",
        "The impact of leaders on social work with children and families",
    ),
    "The experiences and progress of care leavers": (
        "The experiences and progress of children care leavers",
    ),
}


def rows_of(report: MadeUp) -> list[int]:
    """The rows of the table, in its order; a verdict that is a sentence is none."""
    return [place for place in report.indices("row") if report.pieces[place].cells]


def strand_of_row(piece: Piece) -> str:
    return piece.tag.partition(":")[2]


def graded(piece: Piece, grade: str, **cell: object) -> Piece:
    """The row with other words in its grade's cell."""
    return replace(piece, cells=(replace(piece.cells[0], text=grade, **cell),))


def unknown_row(rng: Random, report: MadeUp) -> MadeUp | None:
    """A row that no framework knows, anywhere in the table."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    grade = printed(rng.choice(list(SINCE_2013)), bare=True)
    piece = replace(report.pieces[place], text=rng.choice(UNKNOWN), tag="unknown-row")
    return put_in(report, place, graded(piece, grade))


def over_page(rng: Random, report: MadeUp) -> MadeUp | None:
    """A page ends between two rows, or inside one."""
    rows = rows_of(report)
    if len(rows) < 2:
        return None
    place = rng.choice(rows[1:])
    piece = report.pieces[place]
    inside = rng.random() < 0.3
    change = (
        replace(piece, page_ends_after=1, keep=0.0) if inside else replace(piece, new_page=True)
    )
    return report.with_piece(place, change)


def misprinted(rng: Random, report: MadeUp) -> MadeUp | None:
    """A letter or a word of a row's label lost, doubled or turned round."""
    place = rng.choice(rows_of(report))
    return reworded(report, place, lambda text: _misprint(rng, text))


def _misprint(rng: Random, text: str) -> str:
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    index = rng.choice(long)
    word = words[index]
    letter = rng.randrange(1, len(word) - 2)
    words[index] = rng.choice((
        word[:letter] + word[letter + 1 :],
        word[:letter] + word[letter] + word[letter:],
        word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :],
        f"{word} {word}",
    ))  # fmt: skip
    return " ".join(words)


def new_label(rng: Random, report: MadeUp) -> MadeUp | None:
    """A row's label in the words of a later or a faulty template."""
    places = [place for place in rows_of(report) if report.pieces[place].text in NEW_LABELS]
    if not places:
        return None
    place = rng.choice(places)
    return reworded(report, place, lambda text: rng.choice(NEW_LABELS[text]))


def not_judged(rng: Random, report: MadeUp) -> MadeUp | None:
    """A cell that says that nothing was judged."""
    rows = [place for place in rows_of(report) if strand_of_row(report.pieces[place]) != "overall"]
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    words = rng.choice(("Not judged", "Not judged", "Not inspected", "N/A"))
    report = report.with_piece(place, graded(piece, words))
    return unjudged(_unheaded(report, strand_of_row(piece)), strand_of_row(piece))


def no_grade(rng: Random, report: MadeUp) -> MadeUp | None:
    """A row whose grade's cell is empty; its section's heading has no grade either."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    report = report.with_piece(place, replace(piece, cells=()))
    return unjudged(_unheaded(report, strand_of_row(piece)), strand_of_row(piece))


def _unheaded(report: MadeUp, strand: str) -> MadeUp:
    """The report without a strand's grade in its section's heading, box or sentence."""
    for place in (
        *report.indices(f"heading:findings:{strand}"),
        *report.indices(f"under:{strand}"),
    ):
        piece = report.pieces[place]
        text = piece.text
        for words in sorted(WORDS.values(), key=len, reverse=True):
            for form in (words.lower(), words):
                for joint in (": ", " is ", " are "):
                    text = text.removesuffix(f"{joint}{form}")
        for words in (
            "is that it requires improvement",
            "requires improvement",
            "require improvement",
        ):
            text = text.removesuffix(f" {words}").removesuffix(f" {words} to be good")
        report = report.with_piece(place, replace(piece, text=text, cells=()))
    return report


def two_values(rng: Random, report: MadeUp) -> MadeUp | None:
    """Two grades in one cell."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    grade = piece.cells[0].text
    other = rng.choice([printed(code) for code in SINCE_2013 if printed(code)[:4] != grade[:4]])
    joint = rng.choice((" / ", "\n", " "))
    report = report.with_piece(place, graded(piece, f"{grade}{joint}{other}"))
    return unjudged(report, strand_of_row(piece))


def exchanged(rng: Random, report: MadeUp) -> MadeUp | None:
    """The grades at the left and the labels at the right."""
    rows = {*rows_of(report), *report.indices("table-head")}
    if not rows:
        return None
    pieces = []
    for place, piece in enumerate(report.pieces):
        if place in rows and piece.cells:
            cell = piece.cells[0]
            style = replace(piece.style, left=77.0, right=250.0, bold=cell.bold)
            own = Cell(piece.text, 260.0, 523.0, piece.style.bold)
            piece = replace(piece, text=cell.text, style=style, cells=(own,))
        pieces.append(piece)
    return replace(report, pieces=tuple(pieces))


def grade_lower(rng: Random, report: MadeUp) -> MadeUp | None:
    """A grade between its label's lines, or beside the last of them."""
    rows = [place for place in rows_of(report) if "\n" not in report.pieces[place].cells[0].text]
    if not rows:
        return None
    lower = rng.choice((0.5, 1.0))
    for place in rows:
        piece = report.pieces[place]
        if len(piece.text) > 60:
            report = report.with_piece(place, graded(piece, piece.cells[0].text, lower=lower))
    return report


def wrapped(rng: Random, report: MadeUp) -> MadeUp | None:
    """The third grade on two or three lines."""
    rows = [
        place
        for place in rows_of(report)
        if report.pieces[place].cells[0].text.startswith("Requires")
    ]
    if not rows:
        return None
    for place in rows:
        piece = report.pieces[place]
        form = (
            "Requires\nimprovement\nto be good"
            if rng.random() < 0.5
            else "Requires improvement to\nbe good"
        )
        report = report.with_piece(place, graded(piece, form))
    return report


def drawn_in_another_order(rng: Random, report: MadeUp) -> MadeUp | None:
    """The table's rows drawn from the last to the first, or behind all else on their page."""
    rows = rows_of(report)
    if not rows:
        return None
    turned = rng.random() < 0.5
    for number, place in enumerate(rows):
        drawn = len(rows) - number if turned else 1
        report = report.with_piece(place, replace(report.pieces[place], drawn=min(drawn, 8)))
    return report


def in_one_cell(rng: Random, report: MadeUp) -> MadeUp | None:
    """A grade behind its label, in one cell."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    grade = " ".join(piece.cells[0].text.split())
    text = f"{piece.text}: {grade}"
    style = replace(piece.style, right=520.0)
    return report.with_piece(place, replace(piece, text=text, cells=(), style=style))


WITH_TABLE = (*TABLES, *SIF, *EARLY)
VARIATIONS = (
    Variation(
        "unknown row in the table", "judgements", (*TABLES, *SIF), unknown_row, must_tell=True
    ),
    Variation("table over a page", "judgements", (*TABLES, *SIF), over_page),
    Variation("row's label misprinted", "judgements", (*TABLES, *SIF, *EARLY), misprinted),
    Variation("row's label in new words", "judgements", TABLES, new_label),
    doubtful("not judged", "judgements", (*TABLES, *SIF), not_judged),
    doubtful("row without a grade", "judgements", TABLES, no_grade),
    doubtful("two grades in a cell", "judgements", (*TABLES, *SIF), two_values),
    Variation("columns exchanged", "judgements", (*TABLES, *SIF), exchanged),
    Variation("grade beside a lower line", "judgements", (*ILACS,), grade_lower),
    Variation("grade on two or three lines", "judgements", (*TABLES, *SIF), wrapped),
    Variation(
        "table drawn in another order",
        "documents",
        (*TABLES, *SIF),
        drawn_in_another_order,
        ("pdf",),
    ),
    Variation("grade behind its label", "judgements", (*TABLES, *SIF), in_one_cell),
)
