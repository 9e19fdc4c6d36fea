"""The design of the single inspection framework of June 2015 to 2018, with the board or without."""

from __future__ import annotations

from tests.made_up.families.sif_facts import facts
from tests.made_up.families.sif_parts import (
    CARE,
    GLYPH,
    PART,
    SECTIONS,
    SUBHEAD,
    Plan,
    about_inspection,
    complaints,
    contents,
    findings,
    grade_words,
    orders,
    young_people,
)
from tests.made_up.pieces import Cell, Style
from tests.made_up.writing import Writing

FINDINGS = "Inspection findings"
BOARD = "The Local Safeguarding Children Board"


def body(writing: Writing, plan: Plan) -> tuple[str, ...]:
    """Executive summary, contents, facts, recommendations, sections; then the board; then the team."""
    rng, words = writing.rng, writing.words
    marked = rng.random() < 0.5
    writing.heading("Executive summary", "summary", new_page=True)
    for _ in range(writing.size.of(rng, 5, 12)):
        writing.finding(words.paragraph())
    entries = [
        ("The local authority", True), ("Executive summary", False),
        ("Information about this local authority area", False), ("Recommendations", False),
        ("Summary for children and young people", False),
        *((label, False) for _, label in SECTIONS),
    ]  # fmt: skip
    if plan.board:
        entries += [
            (f"{BOARD} (LSCB)", True), ("Executive summary", False), ("Recommendations", False),
            (f"{FINDINGS} \u2013 the Local Safeguarding Children Board", False),
        ]  # fmt: skip
    contents(writing, (*entries, ("Information about this inspection", True)))
    writing.heading("The local authority", "part", style=PART, new_page=True)
    writing.heading("Information about this local authority area", "facts")
    facts(writing, last=False)
    writing.heading("Recommendations", "improvements", new_page=True)
    orders(writing, "recommendation", writing.size.of(rng, 8, 19), late=True)
    young_people(writing)
    for strand, label in SECTIONS:
        _boxed(writing, label, plan.codes[strand], strand)
        writing.heading("Summary", "summary", strand=strand, style=SUBHEAD)
        for _ in range(writing.size.of(rng, 3, 7)):
            writing.finding(words.passage(2), style=Style(after=6.0))
        writing.heading(FINDINGS, "findings", strand=strand, style=SUBHEAD)
        findings(writing, 16, 30, marked=marked)
        if label == CARE:
            _graded(writing, plan, marked)
    if plan.board:
        _board(writing, plan)
    team = about_inspection(writing, plan, PART)
    complaints(writing)
    return team


def _boxed(writing: Writing, label: str, code: str, strand: str) -> None:
    """A heading in a box, its grade in a second column beside the heading's last line."""
    grade = "Requires improvement" if code == "requires-improvement" else code.capitalize()
    lines = 2 if len(label) > 60 else 1
    cell = (Cell(grade, 366.0, 530.0, True, float(lines - 1)),)
    style = Style(size=14.0, bold=True, step=16.0, right=350.0, after=18.0)
    writing.heading(label, "findings", strand=strand, style=style, cells=cell, new_page=True)


def _graded(writing: Writing, plan: Plan, marked: bool) -> None:
    rng = writing.rng
    about = rng.choice(("for", "about"))
    judgement = rng.choice(("judgement", "judgment"))
    for strand, what in (
        ("adoption", "adoption performance"),
        ("care-leavers", "the experience and progress of care leavers"),
    ):
        grade = grade_words(plan.codes[strand])
        text = f"The graded {judgement} {about} {what} is that it {grade}"
        writing.heading(text, "findings", strand=strand, style=SUBHEAD)
        findings(writing, 7, 14, marked=marked)


def _board(writing: Writing, plan: Plan) -> None:
    rng, code = writing.rng, plan.codes["lscb"]
    writing.heading(
        f"{BOARD} (LSCB)", "part", strand="lscb", about="board", style=PART, new_page=True
    )
    writing.heading(f"{BOARD} {grade_words(code)}", "verdict", strand="lscb")
    writing.judged("lscb", BOARD, grade_words(code), code, "board")
    writing.finding(writing.words.sentence())
    writing.heading("Executive summary", "summary", strand="lscb")
    for _ in range(writing.size.of(rng, 2, 5)):
        writing.finding(writing.words.paragraph())
    writing.heading("Recommendations", "improvements", strand="lscb")
    bullet = GLYPH if rng.random() < 0.08 else ""
    orders(writing, "recommendation", writing.size.of(rng, 3, 8), late=True, bullet=bullet)
    writing.heading(
        f"{FINDINGS} \u2013 the Local Safeguarding Children Board", "findings", strand="lscb"
    )
    findings(writing, 14, 26)
