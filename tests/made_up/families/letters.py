"""Letters of focused visits (three generations) and of monitoring visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.made_up import days, furniture, grades, names, standing
from tests.made_up.pieces import MadeUp, Owner, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.writing import Size, Writing

SUBHEAD = Style(bold=True)
NEEDS = "What needs to improve in this area of social work practice"
PRIORITY = "Areas for priority action"
TITLES = ("{} local authority children\u2019s services", "{} children\u2019s services")
ABOUT = (
    "children in need and those subject to a child protection plan", "care leavers",
    "the front door, where contacts and referrals are received", "children in care",
    "planning and achieving permanence", "children at risk of exploitation",
)  # fmt: skip
COVID = (
    "This visit was made while the made-up winter closed many offices, and a part of it was "
    "carried out by remote means. Inspectors used video calls for talks with workers and leaders."
)


@dataclass(frozen=True, slots=True)
class Generation:
    """How the letters of some years are printed."""

    design: str
    family: str
    first: date
    last: date
    headline: str
    findings: str
    majesty: str
    #: findings behind the list's own bullets, as in half the letters until 2021
    bulleted: float = 0.0
    covid: bool = False
    glyph: tuple[str, ...] = ("\u25fc",)
    question: tuple[str, ...] = ("", "?")


GENERATIONS = (
    Generation("focused 2018", "ILACS-focused", date(2018, 2, 5), date(2020, 2, 28), "Overview", "Findings", "Her", 0.5, False, ("\uf06e", "\u25fc"), ("", "", "?")),
    Generation("focused 2021", "ILACS-focused", date(2020, 9, 14), date(2021, 12, 3), "Headline findings", "Main findings", "Her", 0.3, True),
    Generation("focused 2022", "ILACS-focused", date(2022, 1, 17), date(2026, 1, 30), "Headline findings", "Main findings", "His", 0.0, False, ("\u25fc",), ("?", "?", "")),
    Generation("monitoring 2018", "ILACS-monitoring", date(2018, 9, 3), date(2025, 6, 30), "Headline findings", "Findings and evaluation of progress", "His"),
)  # fmt: skip


def make(
    name: str, rng: Random, authority: MadeUpAuthority, size: Size, generation: Generation
) -> MadeUp:
    """A letter of one generation."""
    span = days.span(rng, generation.first, generation.last, (1, 2, 2, 2, 3))
    writing = Writing(rng, authority, span, size)
    majesty = "Her" if span.start < date(2022, 9, 26) else "His"
    inspector = f"{majesty} Majesty\u2019s Inspector"
    team = names.people(rng, rng.randint(2, 4))
    printed = _address(writing, span.published)
    monitoring = generation.family == "ILACS-monitoring"
    what = "Monitoring" if monitoring else "Focused"
    article = "the " if printed.startswith(("London", "Royal", "City")) else ""
    services = rng.choice(TITLES).format(article + printed)
    title = f"{what} visit to {services}"
    writing.put(Owner.TITLE, title, "title", SUBHEAD)
    _opening(writing, generation, services, inspector, team)
    writing.heading(generation.headline, "headline", style=SUBHEAD)
    _earlier(writing)
    if not monitoring:
        _lists(writing, generation)
    writing.heading(generation.findings, "findings", style=SUBHEAD)
    bullet = rng.choice(generation.glyph) if rng.random() < generation.bulleted else ""
    for _ in range(size.of(rng, 9, 16)):
        writing.finding(writing.words.paragraph(), bullet=bullet)
    if monitoring:
        _lists(writing, generation)
    _signed(writing, what.lower(), team[0], inspector)
    numbers = furniture.number(59.0, 12.0, first=2) if generation.first.year > 2020 else (
        furniture.number(900.0))  # fmt: skip
    return writing.finished(
        name, generation.design, generation.family, numbers, title=title, printed=printed,
        published=span.published, leads=team[:1], team=team[1:], first_top=786.0, foot=72.0,
    )  # fmt: skip


def _address(writing: Writing, day: date) -> str:
    """Letter head, date and address; gives the council's name as the title has it."""
    rng = writing.rng
    standing.letter_head(writing)
    writing.put(Owner.FIELD, days.long(day), "date", Style(after=14.0))
    director = names.person(rng)
    lines = (
        director, rng.choice(("Director of Children\u2019s Services", "Corporate Director \u2013 People")),
        writing.authority.council, "The Moot Hall", f"{rng.randint(1, 90)} Kiln Close",
        writing.authority.name, "N0 0NE",
    )  # fmt: skip
    for line in lines:
        writing.put(Owner.STANDING, line, "address", Style(after=0.0))
    writing.put(Owner.STANDING, "", "gap", Style(after=30.0))
    comma = rng.choice((",", ""))
    writing.put(
        Owner.STANDING, f"Dear {rng.choice(('Ms', 'Mr'))} {director.split()[-1]}{comma}", "dear"
    )
    return writing.authority.printed(rng)


def _opening(
    writing: Writing, generation: Generation, services: str, inspector: str, team: tuple[str, ...]
) -> None:
    rng, span = writing.rng, writing.span
    if generation.covid and rng.random() < 0.6:
        writing.put(Owner.PARAGRAPH, COVID, "opening")
    visit = "monitoring visit" if generation.family == "ILACS-monitoring" else "focused visit"
    when = _when(rng, span)
    told = rng.choice(("a", "the"))
    who = _who(rng, generation, inspector, team)
    writing.put(
        Owner.FIELD, f"This letter summarises the findings of {told} {visit} to {services} on {when}. {who}",
        "dates",
    )  # fmt: skip
    about = rng.choice(ABOUT)
    if generation.family == "ILACS-monitoring":
        writing.put(Owner.HEADING, "Areas covered by the visit", "heading:areas-covered:", SUBHEAD)
    writing.put(
        Owner.PARAGRAPH, f"Inspectors looked at the local authority\u2019s arrangements for {about}.",
        "opening",
    )  # fmt: skip
    writing.put(
        Owner.PARAGRAPH, "Inspectors looked at a range of evidence, including case discussions "
        f"with social workers, and spoke with {rng.randint(3, 20)} children and carers.", "opening",
    )  # fmt: skip


def _when(rng: Random, span: days.Span) -> str:
    """The days of the visit in a sentence: "23 and 24 January 2024"."""
    length = (span.end - span.start).days
    if length == 1:
        return days.shortest(span.start, span.end, " and ")
    if length > 1:
        return days.shortest(span.start, span.end, rng.choice((" to ", " to ")))
    return days.long(span.start)


def _who(rng: Random, generation: Generation, inspector: str, team: tuple[str, ...]) -> str:
    listed = f"{', '.join(team[:-1])} and {team[-1]}"
    if generation.first.year > 2020 and rng.random() < 0.8:
        return f"{inspector}s for this visit were {listed}."
    titled = [f"{each} HMI" for each in team] if rng.random() < 0.3 else (
        [f"{each}, {inspector}" for each in team])  # fmt: skip
    return f"The inspectors were {', '.join(titled[:-1])} and {titled[-1]}."


def _earlier(writing: Writing) -> None:
    rng, span = writing.rng, writing.span
    when = span.start - timedelta(days=rng.randint(400, 900))
    code = grades.draw(rng, grades.SINCE_2013)
    was = "to require improvement to be good" if code == "requires-improvement" else f"as {code}"
    month = f"{days.MONTHS[when.month - 1]} {when.year}"
    told = f"Services were last inspected in {month}, when their overall effectiveness was judged {was}."
    writing.earlier(f"{when.year}-{when.month:02d}", code, told)
    for index in range(rng.randint(1, 4)):
        text = writing.words.paragraph()
        writing.finding(f"{told} {text}" if index == 0 else text)


def _lists(writing: Writing, generation: Generation) -> None:
    rng, words = writing.rng, writing.words
    glyph = rng.choice(generation.glyph)
    stop = rng.random() < 0.8
    monitoring = generation.family == "ILACS-monitoring"
    if rng.random() < 0.12 and not monitoring:
        writing.heading(PRIORITY, "priority-actions", style=SUBHEAD)
        writing.item(
            f"The local authority should {words.small_order(stop)}", "priority action", bullet=glyph
        )
        writing.put(Owner.STANDING, "", "gap", Style(after=6.0))
    if monitoring:
        writing.heading("Areas for improvement", "improvements", style=SUBHEAD)
        kind = "area for improvement"
    else:
        writing.heading(NEEDS + rng.choice(generation.question), "improvements", style=SUBHEAD)
        kind = "what needs to improve"
    for _ in range(rng.randint(2, 6)):
        writing.item(
            words.need(stop), kind, bullet=glyph, style=Style(after=rng.choice((6.0, 12.0)))
        )
    writing.put(Owner.STANDING, "", "gap", Style(after=6.0))


def _signed(writing: Writing, visit: str, name: str, inspector: str) -> None:
    text = (
        f"Ofsted will take the findings from this {visit} visit into account when planning the "
        "next inspection or visit."
    )
    writing.put(Owner.STANDING, text, "outlook")
    writing.put(Owner.STANDING, "Yours sincerely", "sincerely", Style(after=38.0), keep=90.0)
    writing.put(Owner.TEAM, name, "signed", Style(after=0.0))
    writing.put(Owner.TEAM, inspector, "signed")
