"""Information about the area in reports of the single inspection framework: figures in bullets."""

from __future__ import annotations

from random import Random

from tests.made_up import days, names
from tests.made_up.pieces import Owner, Style
from tests.made_up.truth import Figure
from tests.made_up.writing import Writing

SUBHEAD = Style(bold=True)
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
UNDER_TEN = 10


def facts(writing: Writing, *, last: bool) -> None:
    """The section's bullets; ``last`` says that earlier inspections come last, as until 2015."""
    if not last:
        _earlier(writing, "Previous Ofsted inspections")
        _leadership(writing, "Local leadership")
    _living(writing)
    _protection(writing)
    _looked_after(writing)
    if last:
        _earlier(writing, "Other Ofsted inspections")
        _leadership(writing, "Other information about this area")


def in_words(number: int) -> str:
    """A number as the reports print it: in words below ten."""
    return SMALL_NUMBERS[number] if number < UNDER_TEN else f"{number:,}"


def _subhead(writing: Writing, text: str) -> None:
    writing.put(Owner.HEADING, text, "heading:facts:", SUBHEAD, keep=60.0)


def _earlier(writing: Writing, heading: str) -> None:
    rng = writing.rng
    _subhead(writing, heading)
    count = rng.randint(2, 9)
    writing.fact(
        f"The local authority operates {in_words(count)} children\u2019s homes. All were judged to "
        "be good or outstanding in their most recent Ofsted inspection.",
        Figure("childrens-homes", count),
    )
    for what in (
        "the local authority\u2019s arrangements for the protection of children",
        "the local authority\u2019s services for looked after children",
    ):
        year = writing.span.start.year - rng.randint(2, 4)
        month = rng.choice(days.MONTHS)
        code = rng.choice(("good", "adequate", "inadequate"))
        text = (
            f"The previous inspection of {what} was in {month} {year}. The local authority was "
            f"judged to be {code}."
        )
        writing.earlier(f"{year}-{days.MONTHS.index(month) + 1:02d}", code, text)
        writing.fact(text)


def _leadership(writing: Writing, heading: str) -> None:
    rng = writing.rng
    _subhead(writing, heading)
    for who in (
        "Director of Children\u2019s Services (DCS)",
        "chair of the Local Safeguarding Children Board (LSCB)",
    ):
        year = writing.span.start.year - rng.randint(1, 5)
        writing.fact(f"The {who} has been in post since {rng.choice(days.MONTHS)} {year}.")
    writing.board("lscb", "Local Safeguarding Children Board")


def _living(writing: Writing) -> None:
    rng, place = writing.rng, writing.authority.name
    _subhead(writing, "Children living in this area")
    number, share = rng.randint(20_000, 190_000), rng.randint(15, 29)
    writing.fact(
        f"Approximately {number:,} children and young people under the age of 18 years live in "
        f"{place}. This is {share}% of the total population in the area.",
        Figure("children-under-18", number), Figure("share-of-population", share),
    )  # fmt: skip
    share = rng.randint(8, 34)
    writing.fact(
        f"Approximately {share}% of the local authority\u2019s children are living in poverty.",
        Figure("children-in-poverty", share),
    )
    for text, measure in (
        ("The proportion of children entitled to free school meals:", "free-school-meals"),
        (
            "The proportion of children and young people with English as an additional language:",
            "english-additional-language",
        ),
    ):
        writing.fact(text)
        for school in ("primary", "secondary"):
            share, national = rng.randint(4, 40), rng.randint(12, 20)
            end = "." if school == "secondary" else ""
            _dash(
                writing, f"in {school} schools is {share}% (the national average is {national}%){end}",
                Figure(f"{measure}-{school}", share),
                Figure(f"{measure}-{school}", national, "national"),
            )  # fmt: skip


def _protection(writing: Writing) -> None:
    rng = writing.rng
    _subhead(writing, "Child protection in this area")
    when = days.long(writing.span.start.replace(month=3, day=31))
    before = f"31 March {writing.span.start.year - 1}"
    for text, measure, most in (
        ("had been identified through assessment as being formally in need of a specialist children\u2019s service", "children-in-need", 4000),
        ("were the subject of a child protection plan", "child-protection-plans", 500),
        ("lived in a privately arranged fostering placement", "private-fostering", 30),
    ):  # fmt: skip
        number, earlier = rng.randint(most // 10, most), rng.randint(most // 10, most)
        change = "an increase" if number > earlier else "a reduction"
        who = "children and young people" if "plan" in measure else "children"
        writing.fact(
            f"At {when}, {in_words(number)} {who} {text}. This is {change} from "
            f"{in_words(earlier)} at {before}.",
            Figure(measure, number), Figure(measure, earlier, "earlier"),
        )  # fmt: skip


def _looked_after(writing: Writing) -> None:
    rng = writing.rng
    _subhead(writing, "Children looked after in this area")
    when = days.long(writing.span.start.replace(month=3, day=31))
    number, rate = rng.randint(150, 1100), rng.randint(30, 120)
    writing.fact(
        f"At {when}, {number:,} children were being looked after by the local authority (a rate of "
        f"{rate} per 10,000 children). Of this number:",
        Figure("looked-after", number), Figure("looked-after", rate),
    )  # fmt: skip
    outside = rng.randint(12, number // 2)
    share = round(100 * outside / number)
    _dash(
        writing, f"{outside} (or {share}%) live outside the local authority area",
        Figure("looked-after-outside-area", outside), Figure("looked-after-outside-area", share),
    )  # fmt: skip
    homes = rng.randint(2, 60)
    _dash(
        writing, f"{in_words(homes)} live in residential children\u2019s homes",
        Figure("looked-after-residential-homes", homes),
    )  # fmt: skip
    asylum = rng.randint(1, 40)
    _dash(
        writing, f"{in_words(asylum)} are unaccompanied asylum-seeking children.",
        Figure("looked-after-unaccompanied", asylum),
    )  # fmt: skip
    writing.fact("In the last 12 months:")
    adopted = rng.randint(5, 90)
    _dash(writing, f"there have been {in_words(adopted)} adoptions", Figure("adoptions", adopted))
    guarded = rng.randint(5, 60)
    _dash(
        writing, f"{in_words(guarded)} children became the subject of special guardianship orders.",
        Figure("special-guardianship", guarded),
    )  # fmt: skip


def _dash(writing: Writing, text: str, *figures: Figure) -> None:
    writing.fact(text, *figures, style=Style(left=117.0, after=6.0), bullet="\uf02d")


def team(writing: Writing, rng: Random, leads: tuple[str, ...], heading: Style) -> tuple[str, ...]:
    """The inspection team under its heading; gives those who do not lead."""
    writing.put(Owner.HEADING, "The inspection team", "heading:team:", heading, keep=60.0)
    titled = rng.choice((" HMI", "", ", HMI"))
    writing.put(Owner.TEAM, f"Lead inspector: {leads[0]}{titled}", "lead")
    members = tuple(each for each in names.people(rng, 7) if each not in leads)
    deputy = rng.random() < 0.5
    if deputy:
        writing.put(Owner.TEAM, f"Deputy lead inspector: {members[0]} HMI", "deputy")
    rest = members[1:] if deputy else members
    listed = ", ".join(f"{each} HMI" for each in rest)
    writing.put(Owner.TEAM, f"Team inspectors: {listed}", "team")
    writing.put(Owner.TEAM, f"Senior data analyst: {names.person(rng)}", "analyst")
    return members if deputy else rest
