"""The first two designs of the single inspection framework: 2014, and September 2014 to May 2015."""

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
from tests.made_up.pieces import Cell, Owner, Style
from tests.made_up.writing import HEADING, Writing

NEEDS = "What does the local authority need to improve?"
PRIORITY = "Priority and immediate action"
AREAS = "Areas for improvement"
MEANS = "What the inspection judgements mean"
SCALE = (
    ("An outstanding local authority", "leads effective services that make a lasting difference."),
    ("A good local authority", "leads services that help, protect and care for children."),
    ("In a local authority that requires improvement,", "there are no widespread failures."),
    ("A local authority that is inadequate", "is providing services that leave children at risk."),
)


def first_design(writing: Writing, plan: Plan) -> tuple[str, ...]:
    """Contents, Section 1 with weaknesses and strengths, lists, team, findings; Section 2."""
    rng, words = writing.rng, writing.words
    contents(writing, (
        ("Section 1: the local authority", True), ("Summary of key findings", False), (NEEDS, False),
        ("Information about this inspection", False),
        ("Information about this local authority area", False),
        ("Inspection judgements about the local authority", False),
        (f"{MEANS}: the local authority", True),
        ("Section 2: The effectiveness of the local safeguarding children board", True),
        (f"{MEANS}: the LSCB", True),
    ))  # fmt: skip
    writing.heading("Section 1: the local authority", "part", style=PART, new_page=True)
    writing.heading("Summary of key findings", "summary")
    because = f"This local authority {grade_words(plan.codes['overall'])} because"
    writing.put(Owner.HEADING, because, "because", SUBHEAD)
    findings(writing, 5, 9)
    writing.heading("The local authority has the following strengths", "strengths", style=SUBHEAD)
    findings(writing, 4, 8)
    writing.heading(NEEDS, "improvements", new_page=True)
    _no_priority(writing)
    writing.heading(AREAS, "improvements", style=SUBHEAD)
    bullet = GLYPH if rng.random() < 0.1 else ""
    orders(writing, "area for improvement", writing.size.of(rng, 10, 26), bullet=bullet)
    team = about_inspection(writing, plan, HEADING)
    writing.heading("Information about this local authority area", "facts", new_page=True)
    facts(writing, last=True)
    writing.heading("Inspection judgements about the local authority", "findings", new_page=True)
    for strand, label in SECTIONS:
        plural = strand != "leadership"
        text = f"{label} {grade_words(plan.codes[strand], plural)}"
        writing.heading(text, "findings", strand=strand, style=SUBHEAD)
        findings(writing, 16, 30)
        if label == CARE:
            _graded(writing, plan)
    _meanings(writing, f"{MEANS}: the local authority")
    writing.heading(
        "Section 2: The effectiveness of the local safeguarding children board", "part",
        strand="lscb", about="board", style=PART, new_page=True,
    )  # fmt: skip
    board = grade_words(plan.codes["lscb"])
    writing.heading(
        f"The effectiveness of the LSCB {board}", "verdict", strand="lscb", style=SUBHEAD
    )
    writing.finding(words.paragraph())
    writing.heading(AREAS, "improvements", strand="lscb", style=SUBHEAD)
    orders(writing, "area for improvement", writing.size.of(rng, 3, 8))
    writing.heading(
        "Key strengths and weaknesses of the LSCB", "findings", strand="lscb", style=SUBHEAD
    )
    findings(writing, 10, 18)
    _meanings(writing, f"{MEANS}: the LSCB")
    complaints(writing)
    return team


def second_design(writing: Writing, plan: Plan) -> tuple[str, ...]:
    """Findings in bullets under topics, grades in boxes, the board's part, the team last."""
    rng, words = writing.rng, writing.words
    contents(writing, (
        ("The local authority", True), ("Summary of findings", False), (NEEDS, False),
        ("The local authority\u2019s strengths", False), ("Progress since the last inspection", False),
        ("Summary for children and young people", False),
        ("Information about this local authority area", False),
        ("The Local Safeguarding Children Board (LSCB)", True), ("Summary of findings", False),
        ("What does the LSCB need to improve?", False), (MEANS, True),
        ("Information about this inspection", True),
    ))  # fmt: skip
    writing.heading("The local authority", "part", style=PART, new_page=True)
    writing.heading("Summary of findings", "summary")
    because = f"Children\u2019s services in {writing.authority.name} {grade_words(plan.codes['overall'], True)} because:"
    writing.put(Owner.HEADING, because, "because", HEADING)
    _under_topics(writing)
    writing.heading(NEEDS, "improvements", new_page=True)
    if rng.random() < 0.5:
        writing.heading(PRIORITY, "priority-actions", style=SUBHEAD)
        _topics(writing, "priority action", 2)
    else:
        _no_priority(writing)
    writing.heading(AREAS, "improvements", style=SUBHEAD)
    _topics(writing, "area for improvement", 3)
    writing.heading("The local authority\u2019s strengths", "strengths")
    findings(writing, 5, 10)
    writing.heading("Progress since the last inspection", "progress")
    findings(writing, 4, 8)
    young_people(writing)
    writing.heading("Information about this local authority area", "facts", new_page=True)
    facts(writing, last=True)
    writing.heading("Inspection judgements about the local authority", "findings", new_page=True)
    for strand, label in SECTIONS:
        _box(writing, label, plan.codes[strand], strand)
        writing.put(Owner.HEADING, "Summary", "heading:summary:", SUBHEAD, keep=60.0)
        for _ in range(writing.size.of(rng, 3, 6)):
            writing.finding(words.passage(2), style=Style(after=6.0))
        findings(writing, 16, 30)
        if label == CARE:
            _graded(writing, plan)
    _board(writing, plan)
    _meanings(writing, MEANS)
    team = about_inspection(writing, plan, PART)
    complaints(writing)
    return team


def _board(writing: Writing, plan: Plan) -> None:
    rng, code = writing.rng, plan.codes["lscb"]
    writing.heading(
        "The Local Safeguarding Children Board (LSCB)", "part", strand="lscb", about="board",
        style=PART, new_page=True,
    )  # fmt: skip
    subject = "The Local Safeguarding Children Board"
    writing.heading(f"{subject} {grade_words(code)}", "verdict", strand="lscb")
    writing.judged("lscb", subject, grade_words(code), code, "board")
    writing.heading("Summary of findings", "summary", strand="lscb")
    _under_topics(writing)
    writing.heading("What does the LSCB need to improve?", "improvements", strand="lscb")
    writing.heading(AREAS, "improvements", strand="lscb", style=SUBHEAD)
    orders(writing, "area for improvement", writing.size.of(rng, 3, 8))
    writing.heading("Inspection judgement about the LSCB", "findings", strand="lscb")
    findings(writing, 10, 18)


def _no_priority(writing: Writing) -> None:
    writing.heading(PRIORITY, "priority-actions", style=SUBHEAD)
    text = writing.rng.choice((
        "There are no areas for priority and immediate action.",
        "There are no areas of priority action.",
    ))  # fmt: skip
    writing.put(Owner.STANDING, text, "no-action")


def _topics(writing: Writing, kind: str, count: int) -> None:
    """Items under topics: lines in plain type, with no number and no full stop."""
    for _ in range(count):
        writing.group = writing.words.topic()
        writing.put(Owner.HEADING, writing.group, "topic", keep=60.0)
        orders(writing, kind, writing.size.of(writing.rng, 2, 6))
    writing.group = None


def _under_topics(writing: Writing) -> None:
    for _ in range(2):
        writing.put(
            Owner.HEADING, writing.words.sentence()[:-1], "topic", Style(after=9.0), keep=60.0
        )
        for _ in range(writing.size.of(writing.rng, 3, 5)):
            writing.finding(writing.words.sentence(), bullet=GLYPH, style=Style(after=6.0))


def _box(writing: Writing, label: str, code: str, strand: str) -> None:
    """The key judgement and its grade, in two columns."""
    grade = "Requires improvement" if code == "requires-improvement" else code.capitalize()
    style = Style(bold=True, right=290.0, after=13.0)
    head = (Cell("Judgement grade", 303.0, 523.0, True),)
    writing.put(Owner.STANDING, "Key judgement", "box-head", style, cells=head, keep=120.0)
    cell = (Cell(grade, 303.0, 523.0, False, 1.0 if strand != "leadership" else 0.0),)
    writing.heading(
        label, "findings", strand=strand, style=Style(right=290.0, after=18.0), cells=cell
    )


def _graded(writing: Writing, plan: Plan) -> None:
    """The two judgements inside the section of looked after children, each with its findings."""
    for strand, what in (
        ("adoption", "adoption performance"),
        ("care-leavers", "the experience and progress of care leavers"),
    ):
        code = plan.codes[strand]
        grade = "requires improvement" if code == "requires-improvement" else f"is {code}"
        text = f"The graded judgement for {what} is that it {grade}"
        writing.heading(text, "findings", strand=strand, style=SUBHEAD)
        findings(writing, 7, 14)


def _meanings(writing: Writing, heading: str) -> None:
    about = writing.about
    writing.heading(heading, "boilerplate", style=HEADING, new_page=True)
    for who, what in SCALE:
        writing.put(Owner.STANDING, f"{who} {what}", "meaning")
    writing.about = about
