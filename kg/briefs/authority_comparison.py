"""Weak and strong themes of an authority's latest inspection, beside its region and neighbours.

A theme's *blame* is how many of the sentences that praise or blame it blame it.  Sentences of all
latest inspections of a group are counted together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.analysis.inspections import Body
from kg.analysis.result import FEWEST
from kg.briefs.data import Said, latest_inspections, said, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Table, Text
from kg.briefs.statements import count, day, listed
from kg.corpus import Corpus

#: Themes in each table and in a line; fewer sentences than `FEW` are called few.
THEMES, OFTEN, FEW = 5, 3, 10
#: Sentences on a theme from which on a group's share is steady enough to set another beside.
STEADY = 20
QUOTES, LONGEST = 5, 230
#: Pages of the most telling sentences beside a number.
PAGES = 2


class Beside(NamedTuple):
    """The part of the brief, what its summary says, and the codes of the weakest themes."""

    part: Part
    short: Text
    weak: tuple[str, ...]


class Group(NamedTuple):
    """Authorities beside which another is set: how many have a report, and what these say."""

    name: str
    reports: int
    of: int
    said: Mapping[str, Said]

    def share(self, code: str) -> float | None:
        """The share of blame; None of fewer than `FEWEST` sentences."""
        own = self.said.get(code)
        return len(own.blame) / own.rated if own and own.rated >= FEWEST else None


def beside(corpus: Corpus, authority: str, slug: str) -> Beside:
    """The weak and the strong themes of an authority beside others'."""
    title = "Weak and strong themes, beside region and statistical neighbours"
    body = latest_inspections(corpus).get(authority)
    if body is None:
        text = Text("No sentence of its reports is rated, so that themes cannot be told.")
        return Beside(Part(title, (Paragraph(text),)), text, ())
    mine, groups = said(body.findings), compared(corpus, body)
    labels = corpus.themes
    enough = [code for code in mine if code in labels and mine[code].rated >= FEWEST]
    more = {code: _more_blame(mine[code], code, groups) for code in enough}
    # one sentence makes no weakness, nor one a strength
    weak = [code for code in enough if len(mine[code].blame) > 1 and min(more[code]) > 0]
    weak.sort(key=lambda code: (-min(more[code]), code))
    strong = [code for code in enough if len(mine[code].praise) > 1 and max(more[code]) < 0]
    strong.sort(key=lambda code: (max(more[code]), code))
    blocks: list[Block] = [Paragraph(_how(corpus, body, groups))]
    for side, codes in (("Weakest", weak), ("Strongest", strong)):
        if codes:
            blocks.append(_table(corpus, side, codes[:THEMES], mine, groups))
            blocks.append(_quotes(corpus, side, codes, mine))
        if side == "Weakest":
            blocks += _often(corpus, mine, weak[:THEMES])
    if not weak and not strong:
        blocks.append(Paragraph(_neither(enough)))
    left = len(mine) - len(weak[:THEMES]) - len(strong[:THEMES])
    if left > 0:
        words = f"{count(left, 'other theme')} left out; all, over all its reports:"
        blocks.append(More(words, f"kg query profile -p authority={slug}"))
    return Beside(Part(title, tuple(blocks)), _short(corpus, weak, strong, mine), tuple(weak[:3]))


def compared(corpus: Corpus, body: Body) -> list[Group]:
    """Its region, its statistical neighbours and all others; those of which no report is known
    are left out."""
    register, every = corpus.authorities, latest_inspections(corpus)
    region = register[body.authority].region if body.authority in register else ""
    near = corpus.neighbours.get(body.authority, ())
    groups = (
        (region, [a for a, other in register.items() if region and other.region == region]),
        ("Neighbours", list(near)),
        ("All others", list(every)),
    )
    found = []
    for name, members in groups:
        others = [member for member in members if member != body.authority]
        bodies = [every[member] for member in others if member in every]
        if bodies:
            told = said(finding for other in bodies for finding in other.findings)
            found.append(Group(name, len(bodies), len(others), told))
    return found


def _more_blame(own: Said, code: str, groups: Sequence[Group]) -> list[float]:
    """How many sentences blame more than each group's share would give; at least one number.

    Counted are groups of `FEWEST` reports with `STEADY` sentences on the theme, or whichever
    there are if none is so large.
    """
    shares = [(group, share) for group in groups if (share := group.share(code)) is not None]
    steady = [
        share
        for group, share in shares
        if group.reports >= FEWEST and group.said[code].rated >= STEADY
    ]
    # nobody to set it beside: as many praise as blame is the middle
    beside_ = steady or [share for _, share in shares] or [0.5]
    return [len(own.blame) - own.rated * share for share in beside_]


def _how(corpus: Corpus, body: Body, groups: Sequence[Group]) -> Text:
    beside_ = [
        f"{group.name} ({group.reports} of {group.of} have a report here)"
        if group.name != "All others"
        else f"all {group.reports} others in the store"
        for group in groups
    ]
    words = (
        f"Counted are the sentences of the inspection that ended on {day(body.ended)} that praise "
        "or blame a theme; a share is that of blame among them. "
    )
    if beside_:
        words += f"Beside it stand the latest inspections of: {listed(beside_)}. "
    return Text(
        f"{words}A theme is weak here if it is blamed more than in each of these groups with "
        f"{FEWEST} reports and {STEADY} sentences on it, strong if less, in order of how many "
        f"sentences that makes. Under {FEW} sentences is few: one or two decide; themes under "
        f"{FEWEST} are not shown."
    )


def _table(
    corpus: Corpus,
    side: str,
    codes: Sequence[str],
    mine: Mapping[str, Said],
    groups: Sequence[Group],
) -> Table:
    labels = corpus.themes
    table = []
    for code in codes:
        own = mine[code]
        few = ", few" if own.rated < FEW else ""
        shown = telling(corpus, own.blame if side == "Weakest" else own.praise, code, PAGES)
        pages = tuple(dict.fromkeys(quote.where for quote in shown))
        cells = [Text(labels[code].label), Text(f"{len(own.blame)} of {own.rated}{few}", pages)]
        cells.append(Text(f"{100 * len(own.blame) / own.rated:.0f}%"))
        for group in groups:
            share = group.share(code)
            cells.append(Text("too few" if share is None else f"{100 * share:.0f}%"))
        table.append(tuple(cells))
    columns = ("Theme", "Sentences that blame", "Share", *(group.name for group in groups))
    return Table(f"{side} themes", columns, tuple(table))


def _quotes(corpus: Corpus, side: str, codes: Sequence[str], mine: Mapping[str, Said]) -> Quotes:
    labels = corpus.themes
    found: list[Quote] = []
    for code in codes[:THEMES]:
        own = mine[code].blame if side == "Weakest" else mine[code].praise
        for quote in telling(corpus, own, code, 2, LONGEST):
            if quote.words not in {each.words for each in found}:
                found.append(Quote(quote.words, quote.where, labels[code].label, quote.cut))
                break
    return Quotes("What inspectors said", tuple(found[:QUOTES]))


def _often(corpus: Corpus, mine: Mapping[str, Said], weak: Sequence[str]) -> list[Block]:
    """The themes not in the table that are blamed most often, as a line."""
    labels = corpus.themes
    others = [c for c in mine if c in labels and c not in weak and len(mine[c].blame) > 1]
    others.sort(key=lambda code: (-len(mine[code].blame), code))
    if not others:
        return []
    told = [
        f"{labels[code].label.lower()} ({len(mine[code].blame)} of {mine[code].rated})"
        for code in others[:OFTEN]
    ]
    pages = [q.where for c in others[:OFTEN] for q in telling(corpus, mine[c].blame, c, 1)]
    words = f"Blamed most often besides: {listed(told)}."
    return [Paragraph(Text(words, tuple(dict.fromkeys(pages))))]


def _short(
    corpus: Corpus, weak: Sequence[str], strong: Sequence[str], mine: Mapping[str, Said]
) -> Text:
    labels = corpus.themes

    def told(codes: Sequence[str]) -> str:
        return listed(
            f"{labels[code].label.lower()} ({len(mine[code].blame)} of {mine[code].rated} blame)"
            for code in codes
        )

    if not weak and not strong:
        return _neither(list(mine) if any(own.rated >= FEWEST for own in mine.values()) else [])
    words = (
        f"Weakest beside others: {told(weak[:3])}." if weak else "None is weaker than elsewhere."
    )
    words += f" Strongest: {told(strong[:3])}." if strong else ""
    pages = [q.where for c in weak[:3] for q in telling(corpus, mine[c].blame, c, 1)]
    pages += [q.where for c in strong[:3] for q in telling(corpus, mine[c].praise, c, 1)]
    return Text(words, tuple(dict.fromkeys(pages)))


def _neither(enough: Sequence[str]) -> Text:
    """Why no theme is weak or strong; ``enough`` are those that could have been."""
    if enough:
        return Text("No theme is weaker, or stronger, than in every group beside it.")
    return Text(f"No theme has {FEWEST} sentences that praise or blame it: too few for a share.")
