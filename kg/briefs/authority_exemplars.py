"""Who has solved this: who stood where an authority stands and got out, and who is praised for
what is weak in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kg.analysis import grade_scale, observed, pattern
from kg.analysis.latest_grades import latest
from kg.analysis.result import Cell
from kg.briefs.authority_comparison import THEMES
from kg.briefs.data import dated_bodies, graded_reports, latest_inspections, rows, said, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Text
from kg.briefs.statements import day, grade_name, listed, statements
from kg.store import Answers

#: Authorities that got out, quotes of each, authorities that are praised, characters of a quote.
EXITS, QUOTES, PRAISED, LONGEST = 3, 2, 3, 230


class Solved(NamedTuple):
    """The part of the brief, and what its summary says."""

    part: Part
    short: Text


def solved(asked: Answers, authority: str, slug: str, weak: Sequence[str]) -> Solved:
    """Who was in the same place and got out, and who is praised for the themes ``weak`` here."""
    exits = rows(pattern("authorities-like-mine").find(asked, {"authority": slug}), "got_out")
    blocks: list[Block] = []
    if exits:
        blocks.append(
            Paragraph(
                Text(
                    "They were once graded as it is now, with weaknesses like its own, and better "
                    "later. That inspectors praise what was weak does not say what made it better: "
                    "ask them."
                )
            )
        )
        blocks += [_exit(asked, each) for each in exits[:EXITS]]
    else:
        words = (
            "No other authority in the store that was graded as it is now was graded better later."
        )
        blocks.append(Paragraph(Text(_nobody(asked, authority, words))))
    praised = _praised(asked, authority, weak)
    if praised:
        blocks.append(Quotes("Who is praised for what is weak here", tuple(praised)))
    if exits or praised:
        blocks.append(More("More, with who is most like it:",
                           f"kg patterns authorities-like-mine -p authority={slug}"))  # fmt: skip
    short = _short(asked, authority, exits, praised)
    return Solved(Part("Who has solved this", tuple(blocks)), short)


def _nobody(asked: Answers, authority: str, otherwise: str) -> str:
    """Why nobody is named who was graded so and got out."""
    newest = latest(asked).get((authority, "authority"))
    if newest and all(judgement.strand != "overall" for judgement in newest.judgements):
        return "It has no overall grade now, so that nobody can be named who had it and got out."
    return otherwise


def _exit(asked: Answers, found: dict[str, Cell]) -> Quotes:
    labels = {theme.label: theme.code for theme in observed.themes(asked).values()}
    codes = [labels[name] for name in str(found["weak_then"]).split(" | ") if name in labels]
    report = next(body for body in dated_bodies(asked) if body.report == found["report_later"])
    own = said(report.findings)
    quotes: list[Quote] = []
    for code in codes:
        lead = next(label for label, other in labels.items() if other == code)
        praise = own[code].praise if code in own else ()
        for quote in telling(asked, praise, code, 2, LONGEST):
            if quote.words not in {each.words for each in quotes}:
                quotes.append(Quote(quote.words, quote.where, lead, quote.cut))
                break
    title = (
        f"{found['authority']}: {_grade(asked, found, 'grade_then')} ({_day(found, 'then')}), "
        f"then {_grade(asked, found, 'grade_later')} ({_day(found, 'later')}); "
        f"weaknesses alike {found['alike']:.2f} of 1"
    )
    return Quotes(title, tuple(quotes[:QUOTES]))


def _grade(asked: Answers, found: dict[str, Cell], column: str) -> str:
    return grade_name(asked, str(found[column]))


def _day(found: dict[str, Cell], column: str) -> str:
    when = found[column]
    return day(when) if isinstance(when, date) else ""


def _praised(asked: Answers, authority: str, weak: Sequence[str]) -> list[Quote]:
    """For each weak theme the authority most praised for it, neighbours and region first."""
    register, near = observed.authorities(asked), observed.neighbours(asked).get(authority, ())
    region = register[authority].region
    labels = observed.themes(asked)
    found: list[Quote] = []
    good = _well_graded(asked)
    for code in weak[:THEMES]:
        best = []
        for other, body in latest_inspections(asked).items():
            own = said(body.findings).get(code)
            if other == authority or body.report not in good or own is None:
                continue
            if len(own.praise) < max(2, 3 * len(own.blame)):
                continue
            close = 0 if other in near else 1 if region and register[other].region == region else 2
            best.append((close, len(own.blame), -len(own.praise), other))
        for close, _, _, other in sorted(best)[:1]:
            body = latest_inspections(asked)[other]
            own = said(body.findings)[code]
            who = ("a statistical neighbour", "of its region", "elsewhere")[close]
            lead = (
                f"{labels[code].label}: {register[other].name} "
                f"({good[body.report]}, {body.ended.year}), {who}, "
                f"praised in {len(own.praise)} of {own.rated} sentences"
            )
            for quote in telling(asked, own.praise, code, 1, LONGEST):
                found.append(Quote(quote.words, quote.where, lead, quote.cut))
    return found[:PRAISED]


def _well_graded(asked: Answers) -> dict[str, str]:
    """The name of the overall grade of each report that has one in the better half of its scale."""
    at = grade_scale.places(asked)
    return {
        judgement.report: grade_name(asked, judgement.grade)
        for own in graded_reports(asked).values()
        for judgement in own
        if judgement.strand == "overall"
        and 2 * at[judgement.grade].ordinal <= at[judgement.grade].last
    }


def _short(
    asked: Answers, authority: str, exits: Sequence[dict[str, Cell]], praised: Sequence[Quote]
) -> Text:
    if not exits:
        words = "Nobody in the store who was graded so was graded better later."
        words = _nobody(asked, authority, words)
        if not praised:
            return Text(words)
        who = listed(dict.fromkeys(q.lead.split(": ", 1)[1].split(" (")[0] for q in praised))
        return Text(f"{words} For what is weak here, {who} are praised.",
                    tuple(quote.where for quote in praised))  # fmt: skip
    told = [
        f"{each['authority']} ({_grade(asked, each, 'grade_later')} in {str(each['later'])[:4]})"
        for each in exits[:EXITS]
    ]
    judged = {j.report: j.iri for j in observed.judgements(asked) if j.strand == "overall"}
    better = [judged[str(each["report_later"])] for each in exits[:EXITS]]
    known = statements(asked, better)
    where = tuple(known[iri].where for iri in better)
    return Text(f"Graded so, and better later: {listed(told)}.", where)
