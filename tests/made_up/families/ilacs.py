"""Inspections of local authority children's services since 2018, in four generations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.made_up import days, furniture, grades, names, standing
from tests.made_up.pieces import MadeUp, Owner, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.writing import Size, Writing

LEADERS = "The impact of leaders on social work practice with children and families"
HELP = "The experiences and progress of children who need help and protection"
CARE = "The experiences and progress of children in care"
LEAVERS = "The experiences and progress of care leavers"
JOINT = "The experiences and progress of children in care and care leavers"
OVERALL = "Overall effectiveness"
#: The label that the template of August 2025 to June 2026 misprints.
MISPRINT = "The experiences and progress of children care leavers"
STRANDS = {
    "leadership": LEADERS, "help-and-protection": HELP, "in-care": CARE, "care-leavers": LEAVERS,
    "in-care-and-care-leavers": JOINT, "overall": OVERALL,
}  # fmt: skip
#: Kinds of board that a finding may name, and their names.
BOARDS = (
    ("corporate-parenting-board", "corporate parenting board"),
    ("safeguarding-partnership", "safeguarding children partnership"),
)
#: The first day on which there could be partnerships.
PARTNERSHIPS = date(2018, 6, 29)
SPLIT = ("leadership", "help-and-protection", "in-care", "care-leavers")
WHOLE = ("leadership", "help-and-protection", "in-care-and-care-leavers")


@dataclass(frozen=True, slots=True)
class Generation:
    """How the reports of some years are printed."""

    design: str
    first: date
    last: date
    strands: tuple[str, ...]
    #: the council's name above the title, as until 2021
    name_above: bool = False
    footers: bool = True
    overall: bool = True
    misprint: bool = False
    #: a footnote's mark on the list's heading, and tags behind its items
    tagged: bool = False
    inspector: str = "His Majesty\u2019s Inspector"


GENERATIONS = (
    Generation("ILACS 2018", date(2018, 1, 29), date(2021, 6, 30), WHOLE, True, False, inspector="Her Majesty\u2019s Inspector"),
    Generation("ILACS 2021", date(2021, 9, 6), date(2022, 9, 9), WHOLE, inspector="Her Majesty\u2019s Inspector"),
    Generation("ILACS 2023", date(2023, 1, 16), date(2025, 7, 18), SPLIT),
    Generation("ILACS 2025", date(2025, 8, 4), date(2026, 3, 20), SPLIT, misprint=True, tagged=True),
    Generation("ILACS 2026", date(2026, 4, 6), date(2026, 9, 18), SPLIT, overall=False, tagged=True),
)  # fmt: skip


def make(
    name: str, rng: Random, authority: MadeUpAuthority, size: Size, generation: Generation
) -> MadeUp:
    """A report of one generation."""
    span = days.span(rng, generation.first, generation.last, (5, 12))
    writing = Writing(rng, authority, span, size)
    leads = names.people(rng, 2 if rng.random() < 0.03 else 1)
    printed, title = _cover(writing, generation, leads)
    codes = {strand: grades.draw(rng, grades.SINCE_2013) for strand in generation.strands}
    codes["overall"] = rng.choice(list(codes.values()))
    bare = generation.name_above and rng.random() < 0.15
    _table(writing, generation, codes, bare)
    _headline(writing)
    _needs(writing, generation)
    for strand in (*generation.strands[1:], "leadership"):
        _section(writing, generation, strand, codes[strand])
    standing.closing(writing, span.end.year)
    joint = rng.choice((days.shortest, days.months))
    if generation.footers:
        foot = furniture.two_lines(
            f"Inspection of {printed} local authority children\u2019s services",
            joint(span.start, span.end),
        )
    else:
        foot = furniture.number()
    return writing.finished(
        name, generation.design, "ILACS", foot, title=title, printed=printed, published=None,
        leads=leads,
    )  # fmt: skip


def _cover(writing: Writing, generation: Generation, leads: tuple[str, ...]) -> tuple[str, str]:
    rng, span = writing.rng, writing.span
    printed = writing.authority.printed(rng)
    if generation.name_above:
        title = rng.choice(("Inspection of children\u2019s social care services",) * 4 + (
            "Inspection of local authority children\u2019s services",))  # fmt: skip
        writing.put(
            Owner.TITLE,
            printed,
            "name",
            Style(size=rng.choice((26.0, 18.0)), step=31.0, after=10.0),
        )
        writing.put(Owner.TITLE, title, "title", Style(size=16.0, bold=True, step=19.0, after=11.0))
        whole = f"{printed} {title}"
    else:
        article = "the " if printed.startswith(("London", "Royal", "City")) else ""
        whole = f"Inspection of {article}{printed} local authority children\u2019s services"
        writing.put(Owner.TITLE, whole, "title", Style(size=26.0, step=31.0, after=0.0))
    style = Style(bold=generation.name_above, after=14.0)
    form = rng.choice((days.shortest, days.shortest, days.whole, days.months))
    writing.put(Owner.FIELD, f"Inspection dates: {form(span.start, span.end)}", "dates", style)
    if len(leads) > 1:
        text = f"Lead inspectors: {leads[0]}, {generation.inspector} and {leads[1]}, {generation.inspector}"
    elif generation.name_above and rng.random() < 0.6:
        text = f"Lead inspector: {leads[0]}\n{generation.inspector}"
    else:
        text = f"Lead inspector: {leads[0]}, {generation.inspector}"
    writing.put(Owner.FIELD, text, "lead", Style(bold=generation.name_above, after=25.0))
    return printed, whole


def _table(writing: Writing, generation: Generation, codes: dict[str, str], bare: bool) -> None:
    rng = writing.rng
    # the older tables are wide and set small, their grades wrapped or between the label's lines
    columns = rng.choice(((79.0, 395.0), (77.0, 303.0))) if generation.name_above else (77.0, 303.0)
    style = Style(size=11.0 if columns[1] > 350 else 12.0, after=12.5)
    writing.row("Judgement", "Grade", "table-head", columns, Style(after=18.0), bold=True)
    order = list(generation.strands)
    if generation.overall:
        order.append("overall")
    lower = rng.choice((0.0, 0.0, 0.5, 1.0)) if generation.name_above else 0.0
    for strand in order:
        label = STRANDS[strand]
        if generation.misprint and strand == "care-leavers":
            label = MISPRINT
        grade = grades.printed(codes[strand], bare)
        if columns[1] > 350 and codes[strand] == "requires-improvement" and not bare:
            grade = "Requires improvement\nto be good"
        down = 0.0 if strand == "overall" or "\n" in grade else lower
        writing.row(label, grade, f"row:{strand}", columns, style, lower=down)
        writing.judged(strand, label, grade, codes[strand])
    writing.put(Owner.STANDING, "", "gap", Style(after=10.0))


def _headline(writing: Writing) -> None:
    """The prose under the table, with what earlier inspections said."""
    rng, words = writing.rng, writing.words
    writing.kind = "headline"
    year = writing.span.start.year - rng.randint(2, 4)
    code = grades.draw(rng, grades.SINCE_2013)
    was = (
        "to require improvement to be good"
        if code == "requires-improvement"
        else f"as {grades.WORDS[code].lower()}"
    )
    told = rng.choice((
        f"Since the last inspection in {year}, when services were judged {was}, leaders have changed how teams are led.",
        f"The last inspection, in {year}, judged services {was}, and leaders have not lost sight of it.",
    ))  # fmt: skip
    writing.earlier(str(year), code, told)
    count = rng.randint(1, 4) if writing.size.share > 0.5 else 1
    for index in range(count):
        text = words.paragraph()
        writing.finding(f"{told} {text}" if index == 0 else text)


def _needs(writing: Writing, generation: Generation) -> None:
    rng, words = writing.rng, writing.words
    glyph = "\uf06e" if generation.name_above and rng.random() < 0.4 else "\u25fc"
    text = rng.choice(("What needs to improve?", "What needs to improve"))
    raised = foot = ""
    if generation.tagged:
        text, raised = "What needs to improve?", "1"
        foot = "The bracket behind an item names the aim of the made-up framework that it serves."
    # on no report's first page stands a section's heading, however short its headline is
    page = writing.size.share < 0.5 or rng.random() < 0.3
    writing.heading(text, "improvements", raised=raised, foot=foot, new_page=page)
    count = writing.size.of(rng, 3, 12)
    stop = rng.random() < 0.8
    for _ in range(max(count, 2)):
        need = words.need(stop)
        if generation.tagged:
            need += f" ({rng.choice(('Outcome', 'Enabler'))} {rng.choice(('one', 'two', '3', '4'))}, national framework)"
        parts = tuple(words.part() for _ in range(2)) if rng.random() < 0.06 else ()
        if parts:
            need = f"{words.need(False)}, in particular:"
        writing.item(need, "what needs to improve", parts=parts, bullet=glyph, dash="\u2212")
    writing.put(Owner.STANDING, "", "gap", Style(after=8.0))


def _section(writing: Writing, generation: Generation, strand: str, code: str) -> None:
    rng, words = writing.rng, writing.words
    label = STRANDS[strand]
    plural = label.startswith("The experiences")
    if generation.name_above:
        end = rng.choice(
            (
                f" {grades.verb(code, plural)}",
                f" {grades.verb(code)}",
                f": {grades.WORDS[code].lower()}",
            )
        )
    else:
        end = f": {grades.WORDS[code].lower()}"
    writing.heading(label + end, "findings", strand=strand)
    for _ in range(writing.size.of(rng, 8, 16)):
        text = words.paragraph()
        if rng.random() < 0.08:
            kind, named = rng.choice(BOARDS)
            if writing.span.start < PARTNERSHIPS:
                kind, named = BOARDS[0]
            text += f" The {named} asks for news of this each month."
            writing.board(kind, named)
        writing.finding(text, numbered=True)
