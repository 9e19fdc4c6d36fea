"""Recurrence: what an authority was told again in a later inspection.

A recommendation is *told again* if a later inspection of the same authority gave one that shares a
theme with it and is worded alike.  Items that are joined so make a chain.  How often each theme
comes back, in whatever words, is counted over pairs of successive reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Column, Result, Row, Table
from kg.analysis.shared_recommendations import fraction
from kg.analysis.statistics import benjamini_hochberg, fisher_exact
from kg.corpus import Corpus, Recommendation, Report, by_authority, resolve
from kg.errors import QueryError
from kg.text.suggest import did_you_mean

#: How alike the wording must be unless something else is asked for.
ALIKE = 0.25
PARAMETERS = (
    Parameter("least", str(ALIKE), "how alike the wording must be (cosine of TF-IDF), 0 to 1"),
    Parameter("authority", "", "only this authority"),
    Parameter("theme", "", "only this theme, by its code"),
)
CHAINS = (
    Column("authority", "short name"),
    Column("times", "in how many inspections it was said"),
    Column("first", "last day of fieldwork of the first"),
    Column("last", "last day of fieldwork of the latest"),
    Column("years", "between the two", "years"),
    Column("themes", "labels of the themes that its items share"),
    Column("alike", "how alike the two most alike of its items are, 0 to 1"),
    Column("first_said", "the earliest item"),
    Column("last_said", "the latest item"),
)
LINKS = (
    Column("chain", "row of the chain in the table chains"),
    Column("authority", "short name"),
    Column("ended", "last day of fieldwork"),
    Column("family", "family of the report"),
    Column("text", "the item"),
    Column("item", "IRI of the item", "IRI"),
)
THEMES = (
    Column("theme", "label of the theme"),
    Column("told", "reports with an item on it that a later report with items followed"),
    Column("again", "of these, how often the next report has an item on it too"),
    Column("again_share", f"again among told; not given under {FEWEST}"),
    Column("not_told", "reports without an item on it that a later report with items followed"),
    Column("anew", "of these, how often the next report has an item on it"),
    Column("anew_share", f"anew among not_told; not given under {FEWEST}"),
    Column("p", "Fisher's exact test that the two shares differ, two-sided"),
    Column("q", "p after Benjamini and Hochberg, over all themes"),
    Column("theme_iri", "IRI of the theme", "IRI"),
)


class _Told(NamedTuple):
    """How often a theme was told, and told in the next report; with the items that say so."""

    told: int
    again: int
    not_told: int
    anew: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Items that an authority was told again: the earliest first.

    ``alike`` is how alike the two most alike of them are, 0 to 1; ``days`` are the last days of
    fieldwork of their inspections, without repetition; ``themes`` codes that at least two of the
    inspections share.
    """

    authority: str
    items: tuple[Recommendation, ...]
    alike: float
    days: tuple[date, ...]
    themes: tuple[str, ...]


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """Chains of items, and how often each theme comes back."""
    least = fraction("least", values["least"])
    only = resolve.authority(corpus, values["authority"]) if values["authority"] else ""
    theme = theme_code(corpus, values["theme"]) if values["theme"] else ""
    known = corpus.reports
    # a theme chooses rows, not what is counted: a report without it was not told it
    items = [
        item
        for item in corpus.recommendations
        if known[item.report].ended and only in ("", known[item.report].authority)
    ]
    found = [
        chain
        for chain in chains(corpus, least)
        if only in ("", chain.authority) and (not theme or theme in chain.themes)
    ]
    return Result(
        "recurrence",
        "What an authority was told again in a later inspection",
        (*_tables(corpus, found), _themes(corpus, items, theme)),
        dict(values),
        _notes(corpus, items, len(found), only),
        tuple(sorted({item.report for item in items})),
    )


def theme_code(corpus: Corpus, code: str) -> str:
    """The code itself if a theme has it.  Raises `QueryError`, naming those alike, or all."""
    known = corpus.themes
    if code in known:
        return code
    hint = did_you_mean(code, known, most=3, otherwise=f"there is: {', '.join(known)}")
    raise QueryError(f"no theme has the code {code!r}{hint}")


def chains(corpus: Corpus, least: float) -> list[Chain]:
    """What authorities were told again, in words alike by ``least`` (over 0, to 1).

    That which was said most often is first.
    """
    known, items = corpus.reports, corpus.items_by_iri
    chain: dict[str, list[str]] = {}
    best: dict[str, float] = {}
    for one, other, alike in corpus.told_again(least):
        if not set(items[one].themes) & set(items[other].themes):
            continue
        best[one] = max(best.get(one, 0.0), alike)
        mine, theirs = chain.setdefault(one, [one]), chain.setdefault(other, [other])
        if mine is not theirs:
            mine.extend(theirs)
            for iri in theirs:
                chain[iri] = mine
    found = []
    for members in {id(members): members for members in chain.values()}.values():
        own = sorted((items[iri] for iri in members), key=lambda i: (_day(known, i), i.iri))
        found.append(_chain(corpus, own, max(best.get(iri, 0.0) for iri in members)))
    return sorted(found, key=lambda one: (-len(one.days), -round(one.alike, 6), one.items[0].iri))


def _chain(corpus: Corpus, own: Sequence[Recommendation], alike: float) -> Chain:
    known = corpus.reports
    days: dict[str, set[date]] = {}
    for item in own:
        for code in item.themes:
            days.setdefault(code, set()).add(_day(known, item))
    shared = tuple(c for c in sorted(days) if len(days[c]) > 1 and c in corpus.themes)
    every = tuple(sorted({_day(known, item) for item in own}))
    return Chain(known[own[0].report].authority, tuple(own), alike, every, shared)


def _day(known: Mapping[str, Report], item: Recommendation) -> date:
    return known[item.report].ended or date.max


def _tables(corpus: Corpus, found: Sequence[Chain]) -> tuple[Table, Table]:
    known, named, labels = corpus.reports, corpus.authorities, corpus.themes
    rows, links = [], []
    for number, chain in enumerate(found, 1):
        first, last = chain.days[0], chain.days[-1]
        cells = (
            named[chain.authority].name,
            len(chain.days),
            first,
            last,
            round((last - first).days / 365.25, 1),
            " | ".join(labels[code].label for code in chain.themes),
            round(chain.alike, 4),
            chain.items[0].text,
            chain.items[-1].text,
        )
        rows.append(Row(cells, tuple(item.iri for item in chain.items)))
        for item in chain.items:
            report = known[item.report]
            name = named[report.authority].name
            row = (number, name, report.ended, report.family, item.text, item.iri)
            links.append(Row(row, (item.iri,)))
    return (
        Table("chains", "What was told again", CHAINS, tuple(rows)),
        Table("items", "The items of each chain, in order of time", LINKS, tuple(links)),
    )


def _themes(corpus: Corpus, items: Sequence[Recommendation], only: str = "") -> Table:
    labels = corpus.themes
    said: dict[str, dict[str, list[str]]] = {}
    for item in items:
        own = said.setdefault(item.report, {})
        for code in item.themes:
            own.setdefault(code, []).append(item.iri)
    follow = [
        (said[before.iri], said[after.iri])
        for own in by_authority(corpus.reports).values()
        for before, after in pairwise([report for report in own if report.iri in said])
        if before.ended != after.ended
    ]
    found = {code: _told(code, follow) for code in labels}
    counted = [(code, each) for code, each in found.items() if each.told]
    tests = [
        fisher_exact(e.again, e.told - e.again, e.anew, e.not_told - e.anew) for _, e in counted
    ]
    rows = []
    for (code, each), p, q in zip(counted, tests, benjamini_hochberg(tests), strict=True):
        if only not in ("", code):
            continue
        enough = each.told >= FEWEST and each.not_told >= FEWEST
        cells = (
            labels[code].label,
            each.told,
            each.again,
            _share(each.again, each.told),
            each.not_told,
            each.anew,
            _share(each.anew, each.not_told),
            round(p, 4) if enough else None,
            round(q, 4) if enough else None,
            labels[code].iri,
        )
        rows.append(Row(cells, each.evidence))
    rows.sort(key=lambda row: (-int(str(row.cells[2])), -int(str(row.cells[1])), str(row.cells[0])))
    return Table("themes", "How often each theme comes back", THEMES, tuple(rows))


def _told(
    code: str, follow: Sequence[tuple[Mapping[str, list[str]], Mapping[str, list[str]]]]
) -> _Told:
    told = [(before, after) for before, after in follow if code in before]
    again = [(before, after) for before, after in told if code in after]
    others = [after for before, after in follow if code not in before]
    evidence = [iri for before, after in again for iri in (*before[code], *after[code])]
    return _Told(
        len(told),
        len(again),
        len(others),
        sum(code in after for after in others),
        tuple(dict.fromkeys(evidence)),
    )


def _share(some: int, of: int) -> float | None:
    return round(some / of, 4) if of >= FEWEST else None


def _notes(
    corpus: Corpus, items: Sequence[Recommendation], chains: int, only: str
) -> tuple[str, ...]:
    if not items:
        who = f" on {corpus.authorities[only].name}" if only else ""
        return (f"No report in the store{who} has such a recommendation.",)
    return (
        f"{len(items)} items of improvement lists were compared; {chains} chains were found.",
        "Frameworks look at different things, and later reports list fewer items: a theme that "
        "does not come back may not have been looked at.",
        "The classifier gives themes; docs/model-card.md says how often it is right.",
    )
