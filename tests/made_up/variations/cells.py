"""Cells of judgement tables, and words of verdicts, printed otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.made_up.grades import SINCE_2013, printed
from tests.made_up.pieces import Cell, MadeUp, Piece
from tests.made_up.truth import Judged
from tests.made_up.variations.edits import others, put_in, retold, reworded
from tests.made_up.variations.tables import graded, rows_of
from tests.made_up.variations.variation import EARLY, SIF, TABLES, Variation, doubtful

#: Verbs of a verdict, of several things and of one, and what they put before a grade.
VERBS = ("are judged to be", "were judged to be", "are judged as", "have been judged to be")


def _each_grade(report: MadeUp, words: Callable[[str], str]) -> MadeUp | None:
    """The table with other words in every cell of a grade."""
    rows = rows_of(report)
    for place in rows:
        piece = report.pieces[place]
        report = report.with_piece(place, graded(piece, words(piece.cells[0].text)))
    return report if rows else None


def _one_grade(rng: Random, report: MadeUp, words: Callable[[str], str]) -> MadeUp | None:
    """The table with other words in the cell of one grade."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    piece = report.pieces[place]
    return report.with_piece(place, graded(piece, words(piece.cells[0].text)))


def another_case(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "REQUIRES IMPROVEMENT", "Requires Improvement", "requires improvement" """
    return _each_grade(report, rng.choice((str.upper, str.title, str.lower)))


def marked_grade(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Inadequate ⁴", "Inadequate*", "Good1": a footnote's mark behind a grade."""
    mark = rng.choice(("\u2074", " \u2074", "*", " *", "1", "\u2020", "."))
    return _one_grade(rng, report, lambda text: f"{text}{mark}")


def words_behind(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Good (with outstanding features)": it may be taken for good, or be told."""
    behind = rng.choice((
        " (with outstanding features)", " (previously inadequate)", " with some good practice",
        ", improving", " \u2013 see page 4",
    ))  # fmt: skip
    return _one_grade(rng, report, lambda text: f"{text}{behind}")


def negated(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Not yet good", "Close to good": no grade."""
    rows = rows_of(report)
    if not rows:
        return None
    place = rng.choice(rows)
    words = rng.choice(("Not yet good", "Close to good", "Better than good", "To be confirmed"))
    changed = report.with_piece(place, graded(report.pieces[place], words))
    strand = report.pieces[place].tag.partition(":")[2]
    return retold(changed, judgements=others(report, strand))


def label_in_capitals(rng: Random, report: MadeUp) -> MadeUp | None:
    """The labels of the table in capitals."""
    return _labels(report, str.upper)


def colon_behind_label(rng: Random, report: MadeUp) -> MadeUp | None:
    """A colon behind each label."""
    return _labels(report, lambda text: f"{text}:")


def _labels(report: MadeUp, words: Callable[[str], str]) -> MadeUp | None:
    rows = rows_of(report)
    for place in rows:
        piece = report.pieces[place]
        report = report.with_piece(place, replace(piece, text=words(piece.text)))
    return report if rows else None


def grade_before(rng: Random, report: MadeUp) -> MadeUp | None:
    """A third column with the grades of the inspection before."""
    rows = rows_of(report)
    heads = report.indices("table-head")
    if not rows or not heads:
        return None
    for place in (*heads, *rows):
        piece = report.pieces[place]
        words = "Last time" if place in heads else printed(rng.choice(list(SINCE_2013)), bare=True)
        own = replace(piece.cells[0], right=410.0)
        more = Cell(words, 425.0, 540.0, own.bold, own.lower)
        report = report.with_piece(place, replace(piece, cells=(own, more)))
    return report


def row_before(rng: Random, report: MadeUp) -> MadeUp | None:
    """A row with the overall grade of the inspection before."""
    rows = rows_of(report)
    if not rows:
        return None
    label = rng.choice((
        "Overall effectiveness at the last inspection", "Previous overall effectiveness",
        "Overall effectiveness (previous inspection)", "Last inspection", "Previous grade",
    ))  # fmt: skip
    place = rng.choice((rows[0], rows[-1] + 1))
    piece = replace(report.pieces[rows[0]], text=label, tag="last-row")
    grade = printed(rng.choice(list(SINCE_2013)), bare=True)
    return put_in(report, place, graded(piece, grade))


def table_again(rng: Random, report: MadeUp) -> MadeUp | None:
    """The table printed a second time, below itself."""
    rows = rows_of(report)
    if not rows:
        return None
    pieces: list[Piece] = [report.pieces[place] for place in rows]
    return put_in(report, rows[-1] + 1, *pieces)


def judged_to_be(rng: Random, report: MadeUp) -> MadeUp | None:
    """ "Children's services in Northmoor are judged to be inadequate" """
    overall = report.indices("row:overall")
    if not overall or report.pieces[overall[0]].cells:
        return None
    old = next(each for each in report.truth.judgements if each.strand == "overall")
    subject = f"Children\u2019s services in {report.truth.authority_printed}"
    if old.grade_code == "requires-improvement":
        said = rng.choice(
            ("are judged to require improvement", "were judged to require improvement")
        )
    else:
        said = f"{rng.choice(VERBS)} {old.grade_code}"
    verdict = Judged("overall", subject, said, old.grade_code, "authority")
    changed = reworded(report, overall[0], lambda _: f"{subject} {said}")
    return changed and retold(changed, judgements=(verdict, *others(report, "overall")))


VARIATIONS = (
    Variation("grades in another case", "judgements", (*TABLES, *SIF, *EARLY), another_case),
    Variation("mark behind a grade", "judgements", (*TABLES, *SIF, *EARLY), marked_grade),
    Variation("words behind a grade", "judgements", (*TABLES, *SIF), words_behind, readable=False),
    doubtful("no grade in a grade's cell", "judgements", (*TABLES, *SIF), negated),
    Variation("labels in capitals", "judgements", (*TABLES, *SIF, *EARLY), label_in_capitals),
    Variation("colon behind each label", "judgements", (*TABLES, *SIF, *EARLY), colon_behind_label),
    Variation("column of earlier grades", "judgements", TABLES, grade_before, readable=False),
    Variation(
        "row of the last inspection", "judgements", (*TABLES, *SIF), row_before, must_tell=True
    ),
    Variation("table printed twice", "judgements", (*TABLES, *SIF), table_again),
    Variation("verdict that is judged to be", "judgements", ("SIF B",), judged_to_be),
)
