"""Joint targeted area inspections: the letters of 2016 to 2020, and those since 2022."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.made_up import days, furniture, names
from tests.made_up.pieces import Cell, MadeUp, Owner, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.writing import Size, Writing

SUBHEAD = Style(bold=True)
THEMES = (
    "children living with domestic abuse", "children living with neglect",
    "sexual abuse in the family environment", "child sexual exploitation and missing children",
)  # fmt: skip
TOPICS = (
    "serious youth violence", "the criminal exploitation of children", "initial need and risk",
    "children and families who need help",
)  # fmt: skip
TITLES = (
    "Leadership and management", "The front door", "Assessment and planning",
    "The response to children at risk of harm",
)  # fmt: skip


def make_early(name: str, rng: Random, authority: MadeUpAuthority, size: Size) -> MadeUp:
    """The letter of 2016 to 2020: whole paragraphs behind bullets, case studies in boxes."""
    span = days.span(rng, date(2016, 2, 8), date(2020, 2, 7), (5,))
    writing = Writing(rng, authority, span, size)
    writing.about = "partnership"
    printed = authority.name
    _address(writing, "Dear local partnership")
    theme = rng.choice(THEMES)
    about = rng.choice(("abuse and neglect", theme))
    title = f"Joint targeted area inspection of the multi-agency response to {about} in {printed}"
    writing.put(Owner.TITLE, title, "title", SUBHEAD)
    when = days.shortest(span.start, span.end, " and ")
    writing.put(
        Owner.FIELD, f"Between {when}, Ofsted, the Care Quality Commission and their partners "
        f"undertook a joint inspection of the multi-agency response in {printed}. This inspection "
        f"included a \u2018deep dive\u2019 focus on {theme}.", "dates",
    )  # fmt: skip
    writing.kind = "opening"
    for _ in range(size.of(rng, 8, 16)):
        writing.finding(writing.words.paragraph())
    titles = rng.sample(TITLES, 3)
    writing.heading(rng.choice(("Key strengths", "Key Strengths")), "strengths")
    _strengths(writing, titles)
    if rng.random() < 0.15:
        writing.heading("Area for priority action", "priority-actions")
        writing.item(writing.words.passage(4), "priority action", bullet="\uf06e")
    writing.heading("Areas for improvement", "improvements")
    for text in titles[:2]:
        writing.group = text
        writing.put(Owner.HEADING, text, "topic", SUBHEAD, keep=60.0)
        for _ in range(size.of(rng, 3, 6)):
            writing.item(
                writing.words.passage(rng.randint(3, 6)), "area for improvement", bullet="\uf06e"
            )
    writing.group = None
    _case_study(writing, "Case study: area for improvement")
    due = span.published + timedelta(days=95)
    writing.heading("Next steps", "next-steps")
    writing.finding(
        "The local authority should prepare a written statement of proposed action responding to "
        f"the findings outlined in this letter. It should be sent by {days.long(due)}."
    )
    writing.put(Owner.STANDING, "Yours sincerely", "sincerely", keep=120.0)
    _signatures(writing)
    return writing.finished(
        name, "JTAI 2016", "JTAI", furniture.number(44.0, 9.0), title=title, printed=printed,
        published=span.published, leads=(), first_top=696.0, top=697.0,
    )  # fmt: skip


def make_late(name: str, rng: Random, authority: MadeUpAuthority, size: Size) -> MadeUp:
    """The letter since 2022: a list of what needs to improve before strengths and findings."""
    span = days.span(rng, date(2022, 1, 17), date(2025, 9, 26), (5, 12))
    writing = Writing(rng, authority, span, size)
    writing.about = "partnership"
    printed = authority.name
    _address(writing, f"Dear {printed} Local Safeguarding Partnership")
    writing.board("safeguarding-partnership", f"{printed} Local Safeguarding Partnership")
    title = f"Joint targeted area inspection of {printed}"
    writing.put(Owner.TITLE, title, "title", SUBHEAD)
    writing.put(
        Owner.PARAGRAPH, "This letter summarises the findings of the joint targeted area inspection "
        f"of the multi-agency response to {rng.choice(TOPICS)} in {printed}.", "opening",
    )  # fmt: skip
    writing.put(
        Owner.FIELD, f"This inspection took place from {days.shortest(span.start, span.end)}. It was "
        "carried out by inspectors from Ofsted, the Care Quality Commission (CQC) and others.", "dates",
    )  # fmt: skip
    writing.heading("Headline findings", "headline", style=SUBHEAD)
    for _ in range(size.of(rng, 2, 5)):
        writing.finding(writing.words.paragraph())
    if rng.random() < 0.2:
        writing.heading("Area for priority action", "priority-actions", style=SUBHEAD)
        _priority(writing)
    writing.heading("What needs to improve?", "improvements", style=SUBHEAD)
    for _ in range(rng.randint(4, 12)):
        writing.item(writing.words.need(), "what needs to improve", bullet="\u25fc")
    writing.heading("Strengths", "strengths", style=SUBHEAD)
    for _ in range(size.of(rng, 4, 8)):
        writing.finding(writing.words.passage(2), bullet="\u25fc", style=Style(after=6.0))
    writing.heading("Main findings", "findings", style=SUBHEAD)
    for _ in range(size.of(rng, 18, 36)):
        writing.finding(writing.words.paragraph())
    _case_study(writing, "Practice study: highly effective practice")
    writing.heading("Next steps", "next-steps", style=SUBHEAD)
    due = span.published + timedelta(days=95)
    writing.finding(
        f"We have determined that {authority.council} is the principal authority and should prepare "
        "a written statement of proposed action responding to the findings outlined in this letter. "
        f"It should be sent by {days.long(due)}."
    )
    writing.put(Owner.STANDING, "Yours sincerely", "sincerely", keep=120.0)
    _signatures(writing)
    return writing.finished(
        name, "JTAI 2022", "JTAI", furniture.number(59.0, 12.0, first=2), title=title,
        printed=printed, published=span.published, leads=(), first_top=704.0, top=702.0, foot=72.0,
    )  # fmt: skip


def _address(writing: Writing, dear: str) -> None:
    rng = writing.rng
    writing.put(Owner.FIELD, days.long(writing.span.published), "date", Style(after=14.0))
    for post in (
        f"Director of Children\u2019s Services, {writing.authority.council}",
        "Chief Constable, Made-up Constabulary", "Chief Nurse, NHS Nowhere Integrated Care Board",
    ):  # fmt: skip
        writing.put(Owner.STANDING, f"{names.person(rng)}, {post}", "address", Style(after=0.0))
    writing.put(Owner.STANDING, "", "gap", Style(after=40.0))
    writing.put(Owner.STANDING, dear, "dear")


def _strengths(writing: Writing, titles: list[str]) -> None:
    """Strengths behind the same bullets as what needs to improve."""
    rng, size = writing.rng, writing.size
    for text in titles:
        writing.put(Owner.HEADING, text, "topic", SUBHEAD, keep=60.0)
        for _ in range(size.of(rng, 3, 7)):
            text = writing.words.passage(rng.randint(3, 6))
            writing.finding(text, bullet="\uf06e", style=Style(after=6.0))
    _case_study(writing, "Case study: highly effective practice")


def _priority(writing: Writing) -> None:
    rng, words = writing.rng, writing.words
    for _ in range(rng.randint(1, 3)):
        parts = tuple(words.part() for _ in range(3)) if rng.random() < 0.4 else ()
        end = ":" if parts else "."
        text = f"The partnership should {words.small_order(stop=False)}{end}"
        writing.item(text, "priority action", parts=parts, bullet="\u25fc", dash="\u2212")


def _case_study(writing: Writing, heading: str) -> None:
    """Prose in a box, set in from both sides."""
    inner = Style(left=97.0, right=498.0)
    bold = Style(bold=True, left=97.0, right=498.0)
    writing.heading(heading, "practice-study", style=bold, keep=120.0)
    for _ in range(writing.size.of(writing.rng, 2, 3)):
        writing.finding(writing.words.paragraph(), style=inner)


def _signatures(writing: Writing) -> None:
    """Names and posts of the inspectorates' directors, in two columns."""
    rng = writing.rng
    for pair in (
        ("Ofsted", "Care Quality Commission"), (names.person(rng), names.person(rng)),
        ("National Director, Social Care", "Deputy Chief Inspector"),
    ):  # fmt: skip
        bold = pair[0] == "Ofsted"
        cell = (Cell(pair[1], 302.0, 523.0, bold),)
        style = Style(left=77.0, right=290.0, bold=bold, after=10.0)
        writing.put(Owner.TEAM, pair[0], "signed", style, cells=cell)
