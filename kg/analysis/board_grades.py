"""The grade of a safeguarding board beside the grades of its authority in the same report."""

from __future__ import annotations

from kg.analysis.inspections import Grade, grades, rate
from kg.analysis.result import FEWEST, Column, Row, Table
from kg.analysis.statistics import rank_test
from kg.corpus import Corpus, Judgement

GRADES = (
    Column("board", "grade of the board"),
    Column("authority", "overall grade of its authority"),
    Column("reports", "reports that give both"),
    Column("share", "of the boards with that grade", "percent"),
)
AGREEMENT = (
    Column("strand", "what the authority was graded on"),
    Column("reports", "reports that give this grade and the board's"),
    Column("board_better", "the board has the better grade"),
    Column("same", "both have the same grade"),
    Column("board_worse", "the board has the worse grade"),
    Column("tau_b", "Kendall's rank correlation, between -1 and 1"),
    Column("low", "low end of its 95% interval"),
    Column("high", "high end of its 95% interval"),
)

Pair = tuple[Judgement, Judgement]


def side_by_side(corpus: Corpus) -> Table:
    """Each grade of a board, beside each overall grade of its authority."""
    scale = grades(corpus)
    pairs = _pairs(corpus, scale).get("overall", [])
    made = []
    for board in _in_order({one.grade for one, _ in pairs}, scale):
        of = sum(one.grade == board for one, _ in pairs)
        for authority in _in_order({other.grade for _, other in pairs}, scale):
            here = [(a, b) for a, b in pairs if (a.grade, b.grade) == (board, authority)]
            evidence = tuple(judgement.iri for pair in here for judgement in pair)
            made.append(Row((board, authority, len(here), rate(len(here), of)), evidence))
    return Table("grades", "Grades of boards beside their authority's", GRADES, tuple(made))


def agreement(corpus: Corpus) -> Table:
    """How far the grades of boards go with each grade of their authority."""
    scale, known = grades(corpus), corpus.reports
    made = []
    for strand, pairs in _pairs(corpus, scale).items():
        ranks = [(scale[one.grade].rank, scale[other.grade].rank) for one, other in pairs]
        tau = None
        if len(pairs) >= FEWEST:
            clusters = [known[one.report].authority for one, _ in pairs]
            tau = rank_test([x for x, _ in ranks], [y for _, y in ranks], clusters)
        cells = (
            strand,
            len(pairs),
            sum(board < authority for board, authority in ranks),
            sum(board == authority for board, authority in ranks),
            sum(board > authority for board, authority in ranks),
            *((round(tau.value, 2), round(tau.low, 2), round(tau.high, 2)) if tau else (None,) * 3),
        )
        made.append(Row(cells, tuple(each.iri for pair in pairs for each in pair)))
    made.sort(key=lambda row: (row.cells[0] != "overall", str(row.cells[0])))
    return Table("agreement", "How far the grades go together", AGREEMENT, tuple(made))


def _pairs(corpus: Corpus, scale: dict[str, Grade]) -> dict[str, list[Pair]]:
    """By strand, the board's judgement and the authority's in each report that gives both."""
    graded = [judgement for judgement in corpus.judgements if judgement.grade in scale]
    boards = {judgement.report: judgement for judgement in graded if judgement.about == "board"}
    found: dict[str, list[Pair]] = {}
    for judgement in graded:
        if judgement.about == "authority" and judgement.report in boards:
            found.setdefault(judgement.strand, []).append((boards[judgement.report], judgement))
    return found


def _in_order(codes: set[str], scale: dict[str, Grade]) -> list[str]:
    return sorted(codes, key=lambda code: (scale[code].rank, code))
