"""Protection of children (2012-13) and looked after children (2013): lists by timescale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.made_up import days, furniture, grades, names
from tests.made_up.families.sif_parts import contents
from tests.made_up.pieces import Cell, MadeUp, Owner, Ruled, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.truth import Figure
from tests.made_up.writing import Size, Writing, whole

SECTION = Style(size=18.0, bold=True, step=22.0, after=10.0)
SUBHEAD = Style(bold=True)
SMALL = Style(size=10.0, bold=True, step=13.0, after=4.0)
PLAIN = Style(size=10.0, step=13.0, after=4.0)
TIMES = ("Immediately", "Within three months", "Within six months")
SCALE = (
    ("Outstanding", "a service that significantly exceeds minimum requirements"),
    ("Good", "a service that exceeds minimum requirements"),
    ("Adequate", "a service that meets minimum requirements"),
    ("Inadequate", "a service that does not meet minimum requirements"),
)
RECORD = "Record of main findings"
MEANS = "The inspection judgements and what they mean"


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two families of these years."""

    design: str
    family: str
    title: str
    first: date
    last: date
    #: strand, label of the table, heading of the section
    strands: tuple[tuple[str, str, str], ...]
    #: "Grade 3 (Adequate)" under a section's heading
    numbered: bool = False
    lead: str = "Lead inspector"


HELP = (
    "The effectiveness of the help and protection provided to children, young people, families "
    "and carers"
)
KINDS = (
    Kind(
        "CP 2012", "CP2012",
        "Inspection of local authority arrangements for the protection of children",
        date(2012, 6, 4), date(2013, 6, 21),
        (
            ("overall", "Overall effectiveness", "Overall effectiveness"),
            ("help-and-protection", HELP, HELP),
            ("practice", "The quality of practice", "The quality of practice"),
            ("leadership", "Leadership and governance", "Leadership and governance"),
        ),
    ),
    Kind(
        "LAC 2013", "LAC", "Inspection of looked after children services",
        date(2013, 5, 6), date(2013, 7, 26),
        (
            ("overall", "Overall effectiveness", "Overall effectiveness of services for looked after children and young people"),
            ("capacity-to-improve", "Capacity to improve", "Capacity to improve"),
            ("outcomes", "Outcomes for looked after children and young people", "Outcomes for looked after children and young people"),
            ("provision", "Quality of provision", "Quality of provision"),
            ("leadership", "Leadership and management", "Leadership and management"),
        ),
        numbered=True, lead="Reporting inspector",
    ),
)  # fmt: skip


def make(name: str, rng: Random, authority: MadeUpAuthority, size: Size, kind: Kind) -> MadeUp:
    """A report of one of the two."""
    span = days.span(rng, kind.first, kind.last, (5, 9, 10))
    writing = Writing(rng, authority, span, size)
    codes = {strand: grades.draw(rng, grades.UNTIL_2013) for strand, _, _ in kind.strands}
    codes["overall"] = rng.choice(list(codes.values()))
    leads = names.people(rng, 1)
    printed, published = _cover(writing, kind, leads)
    entries = [(MEANS, True), ("Overall effectiveness", True), ("Areas for improvement", True)]
    entries += [(heading, True) for _, _, heading in kind.strands]
    contents(writing, (*entries, (RECORD, True)))
    if kind.family == "CP2012":
        _protection(writing, kind, codes, printed)
    else:
        _looked_after(writing, kind, codes, printed)
    _record(writing, kind, codes)
    head = f"{printed} {kind.title}" if kind.numbered else f"{kind.title} {printed}"
    return writing.finished(
        name, kind.design, kind.family, furniture.running_header(head), title=kind.title,
        printed=printed, published=published, leads=leads, first_top=668.0, top=744.0,
    )  # fmt: skip


def _cover(writing: Writing, kind: Kind, leads: tuple[str, ...]) -> tuple[str, date | None]:
    rng, span = writing.rng, writing.span
    printed = writing.authority.printed(rng)
    writing.put(Owner.TITLE, kind.title, "title", Style(size=26.0, step=31.0, after=4.0))
    writing.put(Owner.TITLE, printed, "name", Style(size=18.0, step=22.0, after=220.0))
    joint = rng.choice((" to ", "-", " \u2013 "))
    dates = days.shortest(span.start, span.end, joint)
    writing.put(Owner.FIELD, f"Inspection dates: {dates}", "dates", SMALL)
    title = rng.choice((" HMI", ""))
    colon = "" if kind.numbered else rng.choice((":", ""))
    writing.put(Owner.FIELD, f"{kind.lead}{colon} {leads[0]}{title}", "lead", SMALL)
    writing.put(Owner.STANDING, "Age group: All", "age", PLAIN)
    if kind.numbered:
        writing.put(Owner.FIELD, f"Published: {days.long(span.published)}", "published", PLAIN)
    year = span.end.year
    writing.put(Owner.STANDING, f"\u00a9 Made-up copyright {year}", "closing", PLAIN, new_page=True)
    return printed, span.published if kind.numbered else None


def _protection(writing: Writing, kind: Kind, codes: dict[str, str], printed: str) -> None:
    _scale(writing, new_page=True)
    writing.heading("Overall effectiveness", "findings", strand="overall", style=SECTION)
    verdict = f"The overall effectiveness of the arrangements to protect children in {printed} is judged to be {codes['overall']}."
    writing.finding(verdict, numbered=True)
    _areas(writing, printed)
    _about(writing)
    _information(writing)
    for strand, _, heading in kind.strands:
        first = {
            "overall": "The overall effectiveness of local authority arrangements",
            "help-and-protection": "The effectiveness of the help and protection provided to children",
            "practice": "The quality of practice",
            "leadership": "Leadership and governance",
        }[strand]
        verb = "are" if strand == "leadership" else "is"
        _section(writing, strand, heading, codes[strand], f"{first} {verb} {codes[strand]}. ")


def _looked_after(writing: Writing, kind: Kind, codes: dict[str, str], printed: str) -> None:
    _about(writing, new_page=True)
    _scale(writing)
    _information(writing)
    for place, (strand, _, heading) in enumerate(kind.strands):
        _section(writing, strand, heading, codes[strand], "", numbered=True)
        if place == 1:
            _areas(writing, printed)


def _scale(writing: Writing, new_page: bool = False) -> None:
    writing.heading(MEANS, "boilerplate", style=SECTION, new_page=new_page)
    writing.put(
        Owner.STANDING, "All inspection judgements are made using the following four point scale.",
        "scale", mark=f"{writing.numbers.next()}.", hang=28.0,
    )  # fmt: skip
    for grade, meaning in SCALE:
        cell = (Cell(meaning, 239.0, 520.0),)
        style = Style(size=11.0, left=119.0, step=13.0, after=20.0)
        writing.put(Owner.STANDING, grade, "scale", style, cells=cell, ruled=Ruled.ROW)


def _areas(writing: Writing, printed: str) -> None:
    rng, words = writing.rng, writing.words
    writing.heading("Areas for improvement", "improvements", style=SECTION)
    writing.finding(
        f"In order to improve the quality of help and protection given to children and young people in {printed}, "
        "the local authority and its partners should take the following action.",
        numbered=True,
    )  # fmt: skip
    style = Style(left=100.0, after=6.0)
    for time in TIMES:
        writing.put(Owner.HEADING, f"{time}:", "timescale", SUBHEAD, keep=60.0)
        writing.timescale = time
        count = writing.size.of(rng, 1, 8)
        for place in range(count):
            last = place == count - 1
            writing.item(
                words.small_order(stop=last), "area for improvement", bullet="\uf06e", style=style
            )
    writing.timescale = None


def _about(writing: Writing, new_page: bool = False) -> None:
    writing.heading("About this inspection", "about-inspection", style=SECTION, new_page=new_page)
    for text in (
        "This inspection was unannounced, for nobody was there.",
        "The inspection team consisted of five of Her Majesty\u2019s Inspectors (HMI).",
    ):
        writing.finding(text, numbered=True)


def _information(writing: Writing) -> None:
    rng, place = writing.rng, writing.authority.name
    writing.heading("Service information", "facts", style=SECTION)
    children, share = rng.randint(20_000, 190_000), rng.randint(15, 29)
    figures = Figure("children-under-18", children), Figure("share-of-population", share)
    writing.finding(
        f"{place} has approximately {children:,} children and young people under the age of 18 years. "
        f"This is {share}% of the total population. {writing.words.sentence()}",
        numbered=True,
    )  # fmt: skip
    writing.figures(*figures)
    writing.finding(writing.words.paragraph(), numbered=True)


def _section(
    writing: Writing, strand: str, heading: str, code: str, opening: str, numbered: bool = False
) -> None:
    rng, words = writing.rng, writing.words
    writing.heading(heading, "findings", strand=strand, style=SECTION)
    if numbered:
        number = ("outstanding", "good", "adequate", "inadequate").index(code) + 1
        writing.put(Owner.ROW, f"Grade {number} ({code.capitalize()})", f"under:{strand}", SUBHEAD)
    elif strand != "overall":
        writing.put(Owner.ROW, code.capitalize(), f"under:{strand}", SUBHEAD)
    for place in range(writing.size.of(rng, 10, 20)):
        text = words.paragraph()
        writing.finding(opening + text if place == 0 else text, numbered=True)


def _record(writing: Writing, kind: Kind, codes: dict[str, str]) -> None:
    writing.heading(RECORD, "main-findings-record", style=SECTION, new_page=True)
    style = Style(size=11.0, left=91.0, right=330.0, after=11.0)
    writing.put(
        Owner.STANDING,
        whole(kind.title.removeprefix("Inspection of ")).capitalize(),
        "record",
        SUBHEAD,
    )
    for strand, label, _ in kind.strands:
        grade = codes[strand].capitalize()
        cell = (Cell(grade, 392.0, 480.0),)
        writing.put(
            Owner.ROW, label, f"row:{strand}", style, cells=cell, keep=60.0, ruled=Ruled.ROW
        )
        writing.judged(strand, label, grade, codes[strand])
