"""Boards: their grades beside their authority's, what is said of them, and how often.

The parts are told by `kg.analysis.board_grades`, `board_mentions` and `board_change`.  See
``docs/patterns/boards.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kg.analysis.board_change import effect, often
from kg.analysis.board_grades import agreement, side_by_side
from kg.analysis.board_mentions import mentions, part, sentences, types, unclear
from kg.analysis.inspections import ALL, JOINT, READING, bodies, one_of
from kg.analysis.registry import Parameter
from kg.analysis.result import Result
from kg.corpus import Corpus
from kg.errors import QueryError

NAME, TITLE = "boards", "Boards"
PARAMETERS = (
    Parameter("type", "HealthAndWellbeingBoard", "type of board of which sentences are listed"),
    Parameter("theme", "governance", "theme of these sentences, by its code"),
    Parameter(
        "change",
        "2019-09-29",
        "day by which safeguarding partnerships had replaced safeguarding boards",
    ),
)


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """What is known of boards.  Raises `QueryError` for a type, theme or day that is not known."""
    found = bodies(corpus, ALL)
    named = mentions(corpus)
    kind = values["type"]
    if kind != PARAMETERS[0].default:
        kind = one_of(kind, sorted({mention.type for mention in named}), "type of board")
    if values["theme"] != PARAMETERS[1].default:
        one_of(values["theme"], sorted(corpus.themes), "theme")
    try:
        change = date.fromisoformat(values["change"])
    except ValueError as error:
        raise QueryError(f"change={values['change']}: must be a day, written YYYY-MM-DD") from error
    in_passing = len(
        corpus.rows("judgements", "judgement", where="about = 'board' AND basis = 'narrative'")
    )
    tables = (
        side_by_side(corpus),
        agreement(corpus),
        types(found, named),
        part(corpus, found, named, kind),
        sentences(corpus, found, named, kind, values["theme"]),
        unclear(corpus, found),
        often(found, named),
        effect(found, named, change),
    )
    notes = (
        "Grades of boards are those that reports give formally; "
        f"{in_passing} judgements on boards that stand only in the prose are left out "
        "(kg query narrative).",
        "A board and its authority were inspected by one team at one time, so that agreement of "
        "their grades is no proof that one causes the other.",
        "A mention is a sentence that names a board or says 'the board' where the report makes "
        "clear which; the review of a safeguarding board in SIF reports, summaries and lists of "
        "what to improve are left out.",
        "Lines are called unclear where a sentence read as a weakness names a board, says what is "
        "between bodies (role, link, accountability and the like), and has a word such as "
        "'unclear' (queries/patterns/unclear-lines.rq). Other wordings are missed: the count is "
        "a least one.",
        "Before and after the change other authorities were inspected, by frameworks of the same "
        "family: the ratio tells what reports say, not why.",
        JOINT,
        READING,
    )
    return Result(NAME, TITLE, tables, dict(values), notes, tuple(body.report for body in found))
