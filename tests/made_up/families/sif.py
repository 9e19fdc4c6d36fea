"""Single inspection framework, 2013 to 2018: what its four designs share, and their choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from tests.made_up import days, furniture, grades, names
from tests.made_up.families import sif_early, sif_late
from tests.made_up.families.sif_parts import Plan
from tests.made_up.pieces import Cell, MadeUp, Owner, Ruled, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.writing import Size, Writing, whole

TITLE = (
    "nspection of services for children in need of help and\nprotection, children looked after and "
    "care leavers"
)
REVIEW = "Review of the effectiveness of the Local Safeguarding Children\nBoard"
NOTE = (
    "Ofsted produces this report under its made-up power to combine reports. It holds the report "
    "of the inspection and the report of the review of the board of a place that does not exist."
)
ROWS = (
    ("help-and-protection", "1. Children who need help and protection", 72.0),
    ("looked-after", "2. Children looked after and achieving\n    permanence", 72.0),
    ("adoption", "2.1 Adoption performance", 119.0),
    ("care-leavers", "2.2 Experiences and progress of care leavers", 119.0),
    ("leadership", "3. Leadership, management and governance", 72.0),
)


@dataclass(frozen=True, slots=True)
class Design:
    """How the reports of some years are printed."""

    design: str
    first: date
    last: date
    body: Callable[[Writing, Plan], tuple[str, ...]]
    board: bool = True
    again: bool = False


DESIGNS = (
    Design("SIF A", date(2014, 1, 13), date(2014, 6, 20), sif_early.first_design),
    Design("SIF A2", date(2014, 9, 8), date(2015, 3, 20), sif_early.second_design),
    Design("SIF B", date(2015, 6, 1), date(2017, 10, 20), sif_late.body),
    Design("SIF B alone", date(2016, 9, 5), date(2018, 6, 1), sif_late.body, board=False),
    Design("SIF re-inspection", date(2017, 1, 9), date(2018, 5, 4), sif_late.body, board=False, again=True),
)  # fmt: skip


def make(name: str, rng: Random, authority: MadeUpAuthority, size: Size, design: Design) -> MadeUp:
    """A report of one design."""
    span = days.span(rng, design.first, design.last, (26, 26, 24))
    writing = Writing(rng, authority, span, size)
    codes = {strand: grades.draw(rng, grades.SINCE_2013) for strand, _, _ in ROWS}
    codes["overall"] = rng.choice(list(codes.values()))
    if design.board:
        codes["lscb"] = grades.draw(rng, grades.SINCE_2013)
    plan = Plan(design.design, codes, names.people(rng, 1), design.board)
    printed, title = _cover(writing, design, codes)
    team = design.body(writing, plan)
    numbers = furniture.number_in_turn() if rng.random() < 0.7 else furniture.number(24.0)
    return writing.finished(
        name, design.design, "SIF", numbers, title=title, printed=printed,
        published=None if _unpublished(writing, design) else span.published, leads=plan.leads,
        team=team, first_top=722.0,
    )  # fmt: skip


def _unpublished(writing: Writing, design: Design) -> bool:
    """Some of the first reports print no day of publication."""
    return design.design == "SIF A" and writing.span.start.day % 3 == 0


def _cover(writing: Writing, design: Design, codes: dict[str, str]) -> tuple[str, str]:
    rng, span = writing.rng, writing.span
    printed = writing.authority.printed(rng)
    writing.put(Owner.TITLE, printed, "name", Style(size=26.0, step=26.0, after=0.0))
    title = f"Re-i{TITLE}" if design.again else f"I{TITLE}"
    bold = Style(size=14.0, bold=True, step=17.0, after=6.0)
    writing.put(Owner.TITLE, title, "title", bold)
    if design.board:
        writing.put(Owner.TITLE, "and", "title", Style(size=14.0, step=17.0, after=6.0))
        writing.put(Owner.TITLE, REVIEW, "title", bold, raised="1", foot=NOTE)
        title = f"{title} and {REVIEW}"
    form = rng.choice((days.shortest, days.months, days.whole))
    joint = rng.choice((" \u2013 ", " to ", "\u2013"))
    writing.put(Owner.FIELD, f"Inspection date: {form(span.start, span.end, joint)}", "dates", bold)
    if not _unpublished(writing, design):
        writing.put(
            Owner.FIELD, f"Report published: {days.long(span.published)}", "published", bold
        )
    _verdict(writing, design, codes["overall"], printed)
    _table(writing, codes)
    if design.design == "SIF A":
        board = codes["lscb"]
        subject = "The effectiveness of the Local Safeguarding Children Board (LSCB)"
        writing.put(
            Owner.ROW, f"{subject} {_verb(board)}", "verdict:lscb", Style(size=14.0, step=17.0)
        )
        writing.judged("lscb", subject, _verb(board), board, "board")
    return printed, whole(title)


def _verb(code: str) -> str:
    return "requires improvement" if code == "requires-improvement" else f"is {code}"


def _verdict(writing: Writing, design: Design, code: str, printed: str) -> None:
    rng = writing.rng
    plural = "require improvement" if code == "requires-improvement" else f"are {code}"
    if code == "requires-improvement" and design.first.year > 2014:
        plural += " to be good"
    if design.design in ("SIF A", "SIF A2"):
        text = rng.choice((
            f"The overall judgement {_verb(code).replace('requires', 'is requires')}",
            f"The overall judgement is that children\u2019s services {plural.split(' to be')[0]}",
        ))  # fmt: skip
        subject = "The overall judgement"
    else:
        article = "the " if printed.startswith(("London", "Royal", "City")) else ""
        subject = f"Children\u2019s services in {article}{printed}"
        text = f"{subject} {plural}"
    writing.put(Owner.ROW, text, "row:overall", Style(size=14.0, bold=True, step=17.0, after=10.0))
    writing.judged("overall", subject, plural, code)
    if rng.random() < 0.5:
        writing.put(
            Owner.STANDING, "It is to be hoped that all children, as a minimum, are given good help "
            "and protection, wherever they live.", "explained", Style(after=6.0),
        )  # fmt: skip
    writing.put(Owner.STANDING, "", "gap", Style(after=14.0))


def _table(writing: Writing, codes: dict[str, str]) -> None:
    rng = writing.rng
    bold = rng.random() < 0.5
    wrapped = rng.random() < 0.25
    for strand, label, left in ROWS:
        grade = grades.printed(codes[strand], bare=True)
        lower = 0.0
        if strand == "looked-after":
            lower = 0.5
        if wrapped and " " in grade:
            grade = grade.replace(" ", "\n")
            lower = -0.5 if strand != "looked-after" else 0.0
        cell = Cell(grade, 389.0, 523.0, bold and left < 100, max(lower, 0.0))
        style = Style(left=left, right=375.0, bold=bold and left < 100, after=13.0)
        writing.put(
            Owner.ROW, label, f"row:{strand}", style, cells=(cell,), keep=60.0, ruled=Ruled.ROW
        )
        writing.judged(strand, whole(label.split(" ", 1)[1]), grade, codes[strand])
    writing.put(Owner.STANDING, "", "gap", Style(after=10.0))
