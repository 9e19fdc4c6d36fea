"""Pieces that reports of the single inspection framework share, whatever their design."""

from __future__ import annotations

from dataclasses import dataclass

from tests.made_up.families.sif_facts import team
from tests.made_up.pieces import Cell, Owner, Style
from tests.made_up.writing import Writing

PART = Style(size=16.0, bold=True, step=19.0, after=22.0)
SUBHEAD = Style(bold=True)
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children looked after and achieving permanence"
LEADERS = "Leadership, management and governance"
SECTIONS = (("help-and-protection", HELP), ("looked-after", CARE), ("leadership", LEADERS))
GLYPH = "\uf06e"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided about a report before it is written."""

    design: str
    codes: dict[str, str]
    leads: tuple[str, ...]
    #: whether the board is reviewed
    board: bool


def contents(writing: Writing, entries: tuple[tuple[str, bool], ...]) -> None:
    """The page of contents: headings, those of parts in bold, each with its page at the right."""
    writing.put(Owner.FURNITURE, "Contents", "contents", Style(size=26.0, step=30.0), new_page=True)
    page = 2
    for text, part in entries:
        page += writing.rng.randint(0, 3)
        size = 16.0 if part else 14.0
        style = Style(
            size=size, bold=part, left=72.0 if part else 86.0, right=490.0, step=17.0, after=6.0
        )
        writing.put(
            Owner.FURNITURE, text, "contents", style, cells=(Cell(str(page), 510.0, 530.0, part),)
        )


def grade_words(code: str, plural: bool = False) -> str:
    """ "is good", "requires improvement", "are good", "require improvement" """
    if code == "requires-improvement":
        return "require improvement" if plural else "requires improvement"
    return f"{'are' if plural else 'is'} {code}"


def orders(
    writing: Writing, kind: str, count: int, *, late: bool = False, bullet: str = ""
) -> None:
    """Items of a list, numbered unless they have bullets; ``late`` with references to paragraphs."""
    rng, words = writing.rng, writing.words
    style = Style() if not bullet else Style(after=6.0)
    for _ in range(count):
        if rng.random() < 0.1:
            parts = tuple(words.part() for _ in range(rng.randint(2, 3)))
            writing.item(
                f"{words.order(False)}, in order to:", kind, parts=parts, numbered=not bullet,
                bullet=bullet, style=style, dash="\uf02d",
            )  # fmt: skip
            continue
        text = words.order(stop=not late)
        if late:
            first = rng.randint(20, 60)
            cited = (
                f"paragraph {first}" if rng.random() < 0.6 else f"paragraphs {first}, {first + 4}"
            )
            text += f" ({cited})." if rng.random() < 0.6 else "."
        writing.item(text, kind, numbered=not bullet, bullet=bullet, style=style)


def findings(writing: Writing, least: int, most: int, *, marked: bool = False) -> None:
    """Numbered findings, some with the mark of those that a recommendation answers."""
    rng = writing.rng
    for _ in range(writing.size.of(rng, least, most)):
        text = writing.words.paragraph()
        if marked and rng.random() < 0.1:
            text += " (Recommendation)"
        if rng.random() < 0.05:
            text += " The Health and Wellbeing Board has been told of this."
            writing.board("health-and-wellbeing-board", "Health and Wellbeing Board")
        writing.finding(text, numbered=True)


def young_people(writing: Writing) -> None:
    """The summary for children and young people: bullets that are no items."""
    writing.heading("Summary for children and young people", "young-people-summary", new_page=True)
    for _ in range(writing.size.of(writing.rng, 6, 11)):
        writing.finding(writing.words.passage(2), bullet=GLYPH, style=Style(after=6.0))


def about_inspection(
    writing: Writing, plan: Plan, style: Style, *, page: bool = True
) -> tuple[str, ...]:
    """Information about the inspection and its team; gives those who do not lead."""
    writing.heading(
        "Information about this inspection", "about-inspection", style=style, new_page=page
    )
    for text in (
        "Inspectors have looked closely at the lives of made-up children and at the help that they "
        "were given, if it can be called so where nobody lives.",
        "The inspection team consisted of eight of Her Majesty\u2019s Inspectors (HMI), none of whom exists.",
    ):
        writing.put(Owner.STANDING, text, "about")
    return team(writing, writing.rng, plan.leads, SUBHEAD)


def complaints(writing: Writing) -> None:
    """The closing page of the framework's reports."""
    small = Style(size=10.0, step=12.0, after=6.0)
    text = (
        "Any complaints about the inspection or the report should be made to nobody, for all of it "
        "is made up."
    )
    writing.put(Owner.STANDING, text, "closing", small, new_page=True)
    text = (
        "The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) "
        "regulates and inspects. This report is about a place that does not exist."
    )
    writing.put(Owner.STANDING, text, "closing", small)
    writing.put(
        Owner.STANDING, f"\u00a9 Made-up copyright {writing.span.published.year}", "closing", small
    )
