"""Overall grades and verdicts in sentences and headings, printed otherwise."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.made_up.grades import SINCE_2013, WORDS, printed
from tests.made_up.pieces import MadeUp, Piece
from tests.made_up.truth import Judged
from tests.made_up.variations.edits import others, put_in, retold, reworded, unjudged
from tests.made_up.variations.tables import graded
from tests.made_up.variations.variation import SIF, TABLES, Variation, doubtful


def two_overall(rng: Random, report: MadeUp) -> MadeUp | None:
    """The overall grade twice, once otherwise."""
    places = report.indices("row:overall")
    if not places:
        return None
    place = places[0]
    piece = report.pieces[place]
    was = next(each for each in report.truth.judgements if each.strand == "overall").grade_code
    code = rng.choice([each for each in SINCE_2013 if each != was])
    if piece.cells:
        second = graded(piece, printed(code))
    else:
        verb = "require improvement" if code == "requires-improvement" else f"are {code}"
        subject = f"Children\u2019s services in {report.truth.authority_printed}"
        second = replace(piece, text=f"{subject} {verb}")
    return unjudged(put_in(report, place + 1, second), "overall")


def other_witness(rng: Random, report: MadeUp) -> MadeUp | None:
    """Another grade in a section's heading than in the table."""
    places = [
        place
        for place in report.indices("heading:findings")
        if ": " in report.pieces[place].text and _strand_of(report.pieces[place])
    ]
    if not places:
        return None
    place = rng.choice(places)
    piece = report.pieces[place]
    strand = _strand_of(piece)
    was = next(each for each in report.truth.judgements if each.strand == strand).grade_code
    code = rng.choice([each for each in SINCE_2013 if each != was])
    text = f"{piece.text.partition(': ')[0]}: {WORDS[code].lower()}"
    return unjudged(report.with_piece(place, replace(piece, text=text)), strand)


def _strand_of(piece: Piece) -> str:
    return piece.tag.rpartition(":")[2]


def broken_verdict(rng: Random, report: MadeUp) -> MadeUp | None:
    """The third grade broken at a line's end in a verdict."""
    code = "requires-improvement"
    overall = report.indices("row:overall")
    if not overall or report.pieces[overall[0]].cells:
        return None
    subject = f"Children\u2019s services in {report.truth.authority_printed}"
    verdict = Judged("overall", subject, "require improvement to be good", code, "authority")
    report = reworded(
        report, overall[0], lambda _: f"{subject} require improve-\nment to be good"
    ) or report  # fmt: skip
    # the summary's heading gives the grade again
    for place in report.indices("because"):
        one = report.pieces[place].text.startswith("This")
        who = "This local authority requires" if one else f"{subject} require"
        report = reworded(report, place, lambda _, who=who: f"{who} improvement because:") or report
    return retold(report, judgements=(verdict, *others(report, "overall")))


def other_verdict(rng: Random, report: MadeUp) -> MadeUp | None:
    """A verdict in words that are not the usual ones, around the same grade."""
    overall = report.indices("row:overall")
    if not overall or report.pieces[overall[0]].cells:
        return None
    grade, said = rng.choice((
        ("requires-improvement", "need improvement to be good"), ("", "are not yet good"),
        ("", "are no longer outstanding"), ("", "are now closer to good"),
    ))  # fmt: skip
    subject = f"Children\u2019s services in {report.truth.authority_printed}"
    report = report.with_piece(
        overall[0], replace(report.pieces[overall[0]], text=f"{subject} {said}")
    )
    rest = others(report, "overall")
    if grade:
        rest = (Judged("overall", subject, said, grade, "authority"), *rest)
    return retold(report, judgements=rest)


VARIATIONS = (
    doubtful("two overall grades", "judgements", (*TABLES[:-1], *SIF), two_overall),
    doubtful(
        "heading's grade differs from the table's",
        "judgements",
        ("ILACS 2021", "ILACS 2023", "ILACS 2026"),
        other_witness,
    ),
    Variation("verdict broken at a line's end", "judgements", SIF, broken_verdict),
    doubtful("verdict in other words", "judgements", SIF, other_verdict),
)
