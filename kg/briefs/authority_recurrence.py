"""What recurs at an authority: themes it was told to improve, or blamed for, time and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.analysis.inspections import Body
from kg.analysis.recurrence import ALIKE, chains
from kg.briefs.data import dated_bodies, said, telling
from kg.briefs.model import Block, More, Paragraph, Part, Quote, Quotes, Table, Text, Told, Where
from kg.briefs.statements import Statement, count, day, listed, quoted, statements
from kg.corpus import Corpus, Finding, Recommendation

#: Themes in the table, themes and chains with quotes, quotes of each, and characters of a quote.
THEMES, CHAINS, LINKS, LONGEST = 6, 3, 4, 210


class _Theme(NamedTuple):
    """A theme: items on it and findings that blame it, by inspection, the earliest first."""

    code: str
    items: tuple[tuple[Body, tuple[Recommendation, ...]], ...]
    blamed: tuple[tuple[Body, tuple[Finding, ...]], ...]

    @property
    def weight(self) -> tuple[int, int, int]:
        """In how many inspections it was told, and blamed, and how often."""
        return (len(self.items), len(self.blamed), sum(len(own) for _, own in self.blamed))


def again(corpus: Corpus, authority: str, slug: str) -> Told:
    """What recurs at an authority."""
    own = [body for body in dated_bodies(corpus) if body.authority == authority]
    own.sort(key=lambda body: (body.ended, body.report))
    title = "What recurs"
    if len(own) < 2:
        text = Text("One report is in the store, so that nothing can recur.")
        return Told(Part(title, (Paragraph(text),)), text)
    found = [theme for theme in _themes(corpus, own) if max(theme.weight[:2]) > 1]
    told, number = _chains(corpus, authority)
    if not found and not told:
        text = Text("No theme was blamed or told to improve in more than one report.")
        return Told(Part(title, (Paragraph(text),)), text)
    labels = corpus.themes
    blocks: list[Block] = [_table(corpus, found[:THEMES])] if found else []
    blocks += told
    for theme in found[: CHAINS - len(told)]:
        blocks.append(Quotes(f"{labels[theme.code].label}: what was said, time after time",
                             tuple(_chain(corpus, theme))))  # fmt: skip
    left, shown = [], len(told)
    if len(found) > THEMES:
        left.append(count(len(found) - THEMES, "other theme"))
    if number > shown:
        left.append(count(number - shown, "other chain") + " of recommendations")
    if left:
        blocks.append(More(f"{listed(left)} left out; all recommendations:",
                           f"kg patterns recurrence -p authority={slug}"))  # fmt: skip
    return Told(Part(title, tuple(blocks)), _short(corpus, found, len(own)))


def _themes(corpus: Corpus, own: Sequence[Body]) -> list[_Theme]:
    """The themes, that which recurs most first."""
    labels = corpus.themes
    blamed = {body.report: said(body.findings) for body in own}
    told: dict[tuple[str, str], list[Recommendation]] = {}
    for item in corpus.recommendations:
        if item.report in blamed:
            for code in item.themes:
                told.setdefault((item.report, code), []).append(item)
    found = []
    for code in labels:
        items = [(body, tuple(told.get((body.report, code), ()))) for body in own]
        weak = [(b, blamed[b.report][code].blame) for b in own if code in blamed[b.report]]
        found.append(
            _Theme(
                code,
                tuple(each for each in items if each[1]),
                tuple(each for each in weak if each[1]),
            )
        )
    return sorted(found, key=lambda theme: (*(-part for part in theme.weight), theme.code))


def _short(corpus: Corpus, found: Sequence[_Theme], reports: int) -> Text:
    labels = corpus.themes
    if not found:
        return Text("Some recommendations came back in nearly the same words.")
    told = []
    for theme in found[:3]:
        often = f"told to improve in {len(theme.items)} and blamed in {len(theme.blamed)}"
        told.append(f"{labels[theme.code].label.lower()} ({often})")
    return Text(f"Of {count(reports, 'report')}: {listed(told)}.", _pages(corpus, found[:3]))


def _pages(corpus: Corpus, found: Sequence[_Theme]) -> tuple[Where, ...]:
    """Where each theme was last told, or blamed."""
    last = [
        theme.items[-1][1][0].iri if theme.items else theme.blamed[-1][1][0].iri for theme in found
    ]
    known = statements(corpus, last)
    return tuple(dict.fromkeys(known[iri].where for iri in last if iri in known))


def _table(corpus: Corpus, found: Sequence[_Theme]) -> Table:
    labels = corpus.themes
    firsts = [own[0].iri for theme in found for _, own in theme.items]
    firsts += [own[0].iri for theme in found for _, own in theme.blamed]
    known = statements(corpus, firsts)
    table = []
    for theme in found:
        table.append(
            (
                Text(labels[theme.code].label),
                Text(*_years(theme.items, known)),
                Text(*_years(theme.blamed, known)),
            )
        )
    columns = ("Theme", "Told to improve: year (items)", "Blamed: year (sentences)")
    return Table("Themes that come back", columns, tuple(table))


def _years(
    sides: Sequence[tuple[Body, Sequence[Finding | Recommendation]]],
    known: Mapping[str, Statement],
) -> tuple[str, tuple[Where, ...]]:
    words = ", ".join(f"{body.ended.year} ({len(own)})" for body, own in sides)
    where = tuple(known[own[0].iri].where for _, own in sides if own[0].iri in known)
    return words or "never", where


def _chain(corpus: Corpus, theme: _Theme) -> list[Quote]:
    """One quote an inspection, the latest so many: what it told to improve, else what it blamed."""
    items = {body.report: own for body, own in theme.items}
    blamed = {body.report: own for body, own in theme.blamed}
    whole = {body.report: body for body, _ in (*theme.items, *theme.blamed)}
    order = sorted(whole.values(), key=lambda body: (body.ended, body.report))[-LINKS:]
    found = []
    for body in order:
        lead = f"{day(body.ended)}, {body.family or 'report'}"
        if body.report in items:
            own = items[body.report]
            main = sorted(own, key=lambda item: (item.themes.index(theme.code), len(item.text)))
            told = statements(corpus, [main[0].iri])
            found += [quoted(each, f"{lead}, told", LONGEST) for each in told.values()]
        else:
            own_blamed = telling(corpus, blamed[body.report], theme.code, 1, LONGEST)
            found += [Quote(q.words, q.where, f"{lead}, blamed", q.cut) for q in own_blamed]
    return found


def _chains(corpus: Corpus, authority: str) -> tuple[list[Quotes], int]:
    """The recommendations that came back worded alike, and how many such chains there are."""
    every = [chain for chain in chains(corpus, ALIKE) if chain.authority == authority]
    known = statements(corpus, (item.iri for chain in every for item in chain.items))
    found = []
    for chain in every[: CHAINS - 1]:
        items = []
        for item in chain.items:
            report = corpus.reports[item.report]
            if item.iri in known:
                lead = f"{day(report.ended)}, {report.family or 'report'}, told"
                items.append(quoted(known[item.iri], lead, LONGEST))
        themes = ", ".join(corpus.themes[code].label for code in chain.themes)
        found.append(Quotes(f"Told again in like words: {themes}", tuple(items)))
    return found, len(every)
