"""Who has solved this: who stood where an authority stands and got out, and who is praised for
what is weak in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.analysis import grade_scale
from kg.analysis.exits import Exit, exits_like
from kg.analysis.latest_grades import latest
from kg.analysis.result import FEWEST
from kg.analysis.trajectories import overall_trajectories
from kg.briefs.authority_comparison import THEMES
from kg.briefs.data import dated_bodies, graded_reports, latest_inspections, said, said_on, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Text, Told
from kg.briefs.statements import count, day, grade_name, listed, statements
from kg.corpus import Corpus

#: Authorities that got out, quotes of each, authorities that are praised, characters of a quote.
EXITS, QUOTES, PRAISED, LONGEST = 3, 2, 3, 230


class _Praised(NamedTuple):
    """An authority that is praised for what is weak in another, and the words."""

    name: str
    quote: Quote


def solved(corpus: Corpus, authority: str, slug: str, weak: Sequence[str]) -> Told:
    """Who was in the same place and got out, and who is praised for the themes ``weak`` here."""
    every = exits_like(corpus, overall_trajectories(corpus), authority)
    exits = [each for each in every if not each.fell_again][:EXITS]
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
        blocks += [_exit(corpus, each) for each in exits]
    else:
        words = (
            "No other authority in the store that was graded as it is now was graded better later"
            + (" and held it." if every else ".")
        )
        blocks.append(Paragraph(Text(_nobody(corpus, authority, words))))
    fallen = [_fallen(corpus, each) for each in every if each.fell_again]
    if fallen:
        blocks.append(
            Paragraph(Text(f"Better for a time, and graded lower since: {listed(fallen)}."))
        )
    praised = _praised(corpus, authority, weak)
    if praised:
        blocks.append(
            Quotes("Who is praised for what is weak here", tuple(each.quote for each in praised))
        )
    if every or praised:
        blocks.append(More("More, with who is most like it:",
                           f"kg patterns authorities-like-mine -p authority={slug}"))  # fmt: skip
    short = _short(corpus, authority, exits, praised)
    return Told(Part("Who has solved this", tuple(blocks)), short)


def _nobody(corpus: Corpus, authority: str, otherwise: str) -> str:
    """Why nobody is named who was graded so and got out."""
    newest = latest(corpus).get((authority, "authority"))
    if newest and all(judgement.strand != "overall" for judgement in newest.judgements):
        return "It has no overall grade now, so that nobody can be named who had it and got out."
    return otherwise


def _exit(corpus: Corpus, found: Exit) -> Quotes:
    report = next(b for b in dated_bodies(corpus) if b.report == found.later.report.iri)
    own = said(report.findings)
    quotes: list[Quote] = []
    for code in found.weak:
        praise = own[code].praise if code in own else ()
        for quote in telling(corpus, praise, code, 2, LONGEST):
            if quote.words not in {each.words for each in quotes}:
                lead = corpus.themes[code].label
                quotes.append(Quote(quote.words, quote.where, lead, quote.cut))
                break
    title = (
        f"{_name(corpus, found)}: {grade_name(corpus, found.then.place.code)} "
        f"({day(found.then.ended)}), then {grade_name(corpus, found.later.place.code)} "
        f"({day(found.later.ended)}){_since(corpus, found)}; "
        f"weaknesses alike {found.alike or 0:.2f} of 1"
    )
    return Quotes(title, tuple(quotes[:QUOTES]))


def _since(corpus: Corpus, found: Exit) -> str:
    """What it was given after the grade that it got out with, where that is another one."""
    if found.newest:
        return f"; no overall grade since {day(found.newest.ended)}: {found.newest.told}"
    if found.now is None or found.now.place.code == found.later.place.code:
        return ""
    return f", now {grade_name(corpus, found.now.place.code)} ({day(found.now.ended)})"


def _fallen(corpus: Corpus, found: Exit) -> str:
    steps = [found.later, found.fall, found.now]
    told = dict.fromkeys(
        f"{grade_name(corpus, step.place.code)} in {step.ended.year}" for step in steps if step
    )
    return f"{_name(corpus, found)} ({', '.join(told)})"


def _name(corpus: Corpus, found: Exit) -> str:
    return corpus.authorities[found.authority].name


def _praised(corpus: Corpus, authority: str, weak: Sequence[str]) -> list[_Praised]:
    """For each weak theme the authority most praised for it, neighbours and region first."""
    register, near = corpus.authorities, corpus.neighbours.get(authority, ())
    region = register[authority].region
    labels = corpus.themes
    found: list[_Praised] = []
    good = _well_graded(corpus)
    for code in weak[:THEMES]:
        best = []
        for other, body in latest_inspections(corpus).items():
            if other == authority or body.report not in good:
                continue
            own = said_on(body.findings, code)
            if len(own.praise) < max(2, 3 * len(own.blame)):
                continue
            close = 0 if other in near else 1 if region and register[other].region == region else 2
            best.append((close, len(own.blame), -len(own.praise), other))
        for close, _, _, other in sorted(best)[:1]:
            body = latest_inspections(corpus)[other]
            own = said_on(body.findings, code)
            who = ("a statistical neighbour", "of its region", "elsewhere")[close]
            lead = (
                f"{labels[code].label}: {register[other].name} "
                f"({good[body.report]}, {body.ended.year}), {who}, "
                f"praised in {_of(len(own.praise), own.rated)}"
            )
            for quote in telling(corpus, own.praise, code, 1, LONGEST):
                whole = Quote(quote.words, quote.where, lead, quote.cut)
                found.append(_Praised(register[other].name, whole))
    return found[:PRAISED]


def _of(some: int, of: int) -> str:
    """So many of so many sentences; of fewer than `FEWEST` no share can be made."""
    return f"{some} of {of} sentences" if of >= FEWEST else count(some, "sentence")


def _well_graded(corpus: Corpus) -> dict[str, str]:
    """The name of the overall grade of each report that has one in the better half of its scale."""
    at = grade_scale.places(corpus)
    return {
        judgement.report: grade_name(corpus, judgement.grade)
        for own in graded_reports(corpus).values()
        for judgement in own
        if judgement.strand == "overall"
        and 2 * at[judgement.grade].ordinal <= at[judgement.grade].last
    }


def _short(
    corpus: Corpus, authority: str, exits: Sequence[Exit], praised: Sequence[_Praised]
) -> Text:
    if not exits:
        words = "Nobody in the store who was graded so was graded better later and held it."
        words = _nobody(corpus, authority, words)
        if not praised:
            return Text(words)
        who = listed(dict.fromkeys(each.name for each in praised))
        return Text(f"{words} For what is weak here, {who} are praised.",
                    tuple(each.quote.where for each in praised))  # fmt: skip
    told = [
        f"{_name(corpus, each)} ({grade_name(corpus, each.later.place.code)} in "
        f"{each.later.ended.year}{', since then no overall grade' if each.newest else ''})"
        for each in exits
    ]
    better = [each.later.judgement for each in exits]
    known = statements(corpus, better)
    where = tuple(known[iri].where for iri in better)
    return Text(f"Graded so, and better later: {listed(told)}.", where)
