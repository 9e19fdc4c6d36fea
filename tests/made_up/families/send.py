"""Area special educational needs and disabilities, since 2023: three outcomes."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.made_up import days, furniture, names, standing
from tests.made_up.pieces import Cell, MadeUp, Owner, Ruled, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.writing import Size, Writing

LEFT = 57.0
TITLE = Style(size=26.0, left=LEFT, step=31.0, after=6.0)
PLAIN = Style(left=LEFT, right=531.0)
SECTION = Style(size=14.0, bold=True, left=LEFT, right=531.0, step=17.0, after=15.0)
#: Columns of the table of priority actions: who, and what.
BODY, ACTION, END = 63.0, 224.0, 520.0
OUTCOMES = {
    "positive": (
        "The local area partnership\u2019s special educational needs and/or disability (SEND) "
        "arrangements typically lead to positive experiences and outcomes for children and young "
        "people with SEND. The local area partnership is taking action where improvements are needed.",
        "The next full area SEND inspection will be within approximately five years.",
        "typically lead to positive experiences",
    ),
    "inconsistent": (
        "The local area partnership\u2019s arrangements lead to inconsistent experiences and "
        "outcomes for children and young people with special educational needs and/or disabilities "
        "(SEND). The local area partnership must work jointly to make improvements.",
        "The next full area SEND inspection will be within approximately three years.",
        "inconsistent experiences",
    ),
    "systemic-failings": (
        "There are widespread and/or systemic failings leading to significant concerns about the "
        "experiences and outcomes of children and young people with special educational needs "
        "and/or disabilities (SEND), which the local area partnership must address urgently.",
        "A monitoring inspection will be carried out within approximately 18 months. The next full "
        "reinspection will be within approximately three years.",
        "widespread and/or systemic failings",
    ),
}  # fmt: skip
LEADERS = (
    "Leaders across the partnership", "Leaders", "The partnership", "Area leaders",
    "Health leaders", "The local area partnership",
)  # fmt: skip


def make(name: str, rng: Random, authority: MadeUpAuthority, size: Size, outcome: str) -> MadeUp:
    """A report with one of the three outcomes."""
    span = days.span(rng, date(2023, 3, 6), date(2025, 7, 11), (5, 5, 12))
    writing = Writing(rng, authority, span, size)
    writing.about = "partnership"
    printed = authority.name
    glyph = "\u25fc" if rng.random() < 0.85 else "\u25aa"
    title = f"Area SEND inspection of {printed} Local Area Partnership"
    _cover(writing, title)
    _outcome(writing, outcome)
    writing.heading("Information about the local area partnership", "context", style=SECTION)
    writing.finding(
        f"{authority.council} and NHS Nowhere Integrated Care Board (ICB) are jointly responsible for "
        f"the planning and commissioning of services for children with SEND in {printed}.", style=PLAIN,
    )  # fmt: skip
    writing.finding(writing.words.paragraph(), style=PLAIN)
    writing.heading(
        "What is it like to be a child or young person with SEND in this area?", "experience",
        style=SECTION, new_page=True,
    )  # fmt: skip
    for _ in range(size.of(rng, 4, 8)):
        writing.finding(writing.words.paragraph(), style=PLAIN)
    for heading, kind in (
        ("What is the area partnership doing that is effective?", "strengths"),
        ("What does the area partnership need to do better?", "weaknesses"),
    ):
        writing.heading(heading, kind, style=SECTION)
        for _ in range(size.of(rng, 7, 14)):
            style = Style(left=LEFT, right=531.0, after=6.0)
            writing.finding(writing.words.passage(rng.randint(2, 4)), bullet=glyph, style=style)
    if outcome == "systemic-failings":
        _priority(writing)
    _improvements(writing)
    leads, team = _end(writing)
    foot = furniture.two_lines(
        f"Inspection report: {printed} Local Area Partnership",
        days.shortest(span.start, span.end), left=60.0, low=16.0,
    )  # fmt: skip
    return writing.finished(
        name, f"SEND {outcome}", "AreaSEND", foot, title=title, printed=printed, published=None,
        leads=leads, team=team, first_top=801.0, top=735.0, foot=64.0,
    )  # fmt: skip


def _cover(writing: Writing, title: str) -> None:
    rng, span = writing.rng, writing.span
    small = Style(size=10.0, bold=True, left=LEFT, after=105.0)
    writing.put(Owner.STANDING, "Local area partnership report", "running", small)
    writing.put(Owner.TITLE, title, "title", TITLE)
    form = rng.choice((days.shortest, days.shortest, days.months))
    style = Style(left=LEFT, right=531.0, after=6.0)
    writing.put(Owner.FIELD, f"Inspection dates: {form(span.start, span.end)}", "dates", style)
    earlier = span.start - timedelta(days=rng.randint(1200, 2400))
    earlier -= timedelta(days=earlier.weekday())
    when = days.shortest(earlier, earlier + timedelta(days=4))
    text = f"Dates of previous inspection: {when}"
    writing.earlier(earlier.isoformat(), None, text)
    writing.put(Owner.FIELD, text, "previous", Style(left=LEFT, right=531.0, after=27.0))


def _outcome(writing: Writing, outcome: str) -> None:
    sentence, step, words = OUTCOMES[outcome]
    writing.heading("Inspection outcome", "outcome", style=SECTION)
    writing.judged("send", "Area SEND arrangements", words, outcome, "partnership")
    writing.put(Owner.ROW, sentence, "row:send", PLAIN)
    writing.put(Owner.ROW, step, "next-step", PLAIN)
    if outcome == "systemic-failings":
        asked = (
            "As a result of this inspection, HMCI requires the local area partnership to prepare and "
            "submit a priority action plan (area SEND) to address the identified areas for priority action."
        )
    else:
        asked = (
            "Ofsted and the Care Quality Commission (CQC) ask that the local area partnership updates "
            "and publishes its strategic plan based on the recommendations set out in this report."
        )
    writing.put(Owner.STANDING, asked, "asked", PLAIN)


def _priority(writing: Writing) -> None:
    """A table of two columns: who is responsible, and the action with its bullets."""
    rng, words = writing.rng, writing.words
    writing.heading("Areas for priority action", "priority-actions", style=SECTION, keep=130.0)
    head = Style(bold=True, left=BODY, right=ACTION - 12, after=0.5)
    cell = (Cell("Areas for priority action", ACTION, END, True),)
    writing.put(Owner.STANDING, "Responsible body", "table-head", head, cells=cell, ruled=Ruled.ROW)
    council = writing.authority.council
    for _ in range(rng.randint(2, 5)):
        body = rng.choice((f"{council} and NHS Nowhere ICB", "NHS Nowhere ICB"))
        parts = tuple(words.part() for _ in range(rng.randint(2, 3))) if rng.random() < 0.5 else ()
        who = "Leaders across the partnership" if " and NHS" in body else "Health leaders"
        text = f"{who} should urgently {words.small_order(stop=not parts)}"
        text += ". This should include:" if parts else ""
        row = Style(left=BODY, right=ACTION - 12, after=0.5)
        writing.table_item(body, text, "priority action", row, (ACTION, END), parts)


def _improvements(writing: Writing) -> None:
    """A table of one column whose rows have nothing between them but the ruled line."""
    rng, words = writing.rng, writing.words
    writing.put(Owner.STANDING, "", "gap", Style(after=20.0))
    writing.heading("Areas for improvement", "improvements", style=SECTION, keep=110.0)
    style = Style(left=63.0, right=523.0, after=0.5)
    head = Style(bold=True, left=63.0, right=523.0, after=0.5)
    writing.put(Owner.STANDING, "Areas for improvement", "table-head", head, ruled=Ruled.ROW)
    for _ in range(rng.randint(2, 6)):
        text = f"{rng.choice(LEADERS)} should {words.small_order(stop=True)}"
        writing.item(text, "area for improvement", style=style, ruled=Ruled.ROW)


def _end(writing: Writing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rng = writing.rng
    column = Style(left=63.0, right=275.0, after=0.5)
    bold = Style(bold=True, left=63.0, right=275.0, after=0.5)
    writing.heading("Local area partnership details", "details", style=SECTION, new_page=True)
    for left, right, style in (
        ("Local Authority", "Integrated Care Board", bold),
        (writing.authority.council, "NHS Nowhere ICB", column),
        (f"{names.person(rng)}, Director of Children\u2019s Services", f"{names.person(rng)}, Chief Executive", column),
    ):  # fmt: skip
        cell = (Cell(right, 289.0, 520.0, style.bold),)
        writing.put(Owner.STANDING, left, "details", style, cells=cell, ruled=Ruled.ROW)
    writing.put(Owner.STANDING, "", "gap", Style(after=25.0))
    writing.heading("Information about this inspection", "about-inspection", style=SECTION)
    writing.put(
        Owner.STANDING, "The inspection was led by one of His Majesty\u2019s Inspectors (HMI) from "
        "Ofsted, with a team from the Care Quality Commission (CQC).", "about", PLAIN,
    )  # fmt: skip
    people = names.people(rng, 5)
    writing.put(
        Owner.HEADING, "Inspection team", "heading:team:", Style(bold=True, left=64.0), keep=80.0
    )
    for left, right, style in (
        ("Ofsted", "Care Quality Commission", bold),
        (f"{people[0]} HMI, Ofsted lead inspector", f"{people[1]}, CQC lead inspector", column),
        (f"{people[2]}, Ofsted HMI", f"{people[3]}, CQC inspector", column),
    ):
        cell = (Cell(right, 299.0, 523.0, style.bold),)
        writing.put(Owner.TEAM, left, "team", style, cells=cell, ruled=Ruled.ROW)
    small = standing.SMALL
    text = "If you are not happy with the inspection or the report, there is nobody to write to."
    writing.put(Owner.STANDING, text, "closing", small, new_page=True)
    standing.closing(writing, writing.span.end.year, page=False)
    return people[:1], (people[2], people[1], people[3])
