"""Recurrence: what an authority was told again in a later inspection.

A recommendation is *told again* if a later inspection of the same authority gave one that shares a
theme with it and is worded alike.  Items that are joined so make a chain.  How often each theme
comes back, in whatever words, is counted over pairs of successive reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import comb
from typing import NamedTuple

from kg.analysis.downgrades import benjamini_hochberg
from kg.analysis.observed import (
    Recommendation,
    Report,
    authorities,
    by_authority,
    recommendations,
    reports,
    themes,
)
from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST, Column, Result, Row, Table
from kg.analysis.shared_recommendations import fraction
from kg.analysis.text_similarity import similar_pairs
from kg.corpus import resolve
from kg.errors import QueryError
from kg.store import Answers
from kg.text.suggest import did_you_mean

PARAMETERS = (
    Parameter("least", "0.25", "how alike the wording must be (cosine of TF-IDF), 0 to 1"),
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


def find(asked: Answers, values: Mapping[str, str]) -> Result:
    """Chains of items, and how often each theme comes back."""
    least = fraction("least", values["least"])
    only = resolve.authority(asked, values["authority"]) if values["authority"] else ""
    theme = theme_code(asked, values["theme"]) if values["theme"] else ""
    known = reports(asked)
    items = [
        item
        for item in recommendations(asked)
        if known[item.report].ended
        and only in ("", known[item.report].authority)
        and (not theme or theme in item.themes)
    ]
    chains, links = _tables(asked, _chains(items, known, least))
    return Result(
        "recurrence",
        "What an authority was told again in a later inspection",
        (chains, links, _themes(asked, items)),
        dict(values),
        _notes(asked, items, len(chains.rows), only),
        tuple(sorted({item.report for item in items})),
    )


def theme_code(asked: Answers, code: str) -> str:
    """The code itself if a theme has it.  Raises `QueryError`, naming those alike, or all."""
    known = themes(asked)
    if code in known:
        return code
    hint = did_you_mean(code, known, most=3, otherwise=f"there is: {', '.join(known)}")
    raise QueryError(f"no theme has the code {code!r}{hint}")


def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """The two-sided p of the table ((a, b), (c, d)): all tables as unlikely as this or more."""
    row, other, column = a + b, c + d, a + c
    whole = comb(row + other, column)
    low, high = max(0, column - other), min(row, column)
    ways = [comb(row, k) * comb(other, column - k) for k in range(low, high + 1)]
    seen = ways[a - low]
    return min(1.0, sum(way for way in ways if way <= seen) / whole)


def _chains(
    items: Sequence[Recommendation], known: Mapping[str, Report], least: float
) -> list[tuple[list[Recommendation], float]]:
    """The items of each chain, the earliest first, and how alike the most alike two are."""
    chain = {place: [place] for place in range(len(items))}
    best: dict[int, float] = {}
    for one, other, alike in similar_pairs([item.text for item in items], least):
        mine, theirs = items[one], items[other]
        before, after = known[mine.report], known[theirs.report]
        if before.authority != after.authority or before.ended == after.ended:
            continue
        if not set(mine.themes) & set(theirs.themes):
            continue
        best[one] = max(best.get(one, 0.0), alike)
        if chain[one] is not chain[other]:
            chain[one].extend(chain[other])
            for place in chain[other]:
                chain[place] = chain[one]
    found = []
    for members in {id(members): members for members in chain.values()}.values():
        if len(members) > 1:
            own = sorted((items[at] for at in members), key=lambda i: (_day(known, i), i.iri))
            found.append((own, max(best.get(at, 0.0) for at in members)))
    return found


def _day(known: Mapping[str, Report], item: Recommendation) -> date:
    return known[item.report].ended or date.max


def _tables(
    asked: Answers, chains: list[tuple[list[Recommendation], float]]
) -> tuple[Table, Table]:
    known, named, labels = reports(asked), authorities(asked), themes(asked)

    def times(own: Sequence[Recommendation]) -> int:
        return len({_day(known, item) for item in own})

    chains.sort(key=lambda pair: (-times(pair[0]), -round(pair[1], 6), pair[0][0].iri))
    rows, links = [], []
    for number, (own, alike) in enumerate(chains, 1):
        first, last = _day(known, own[0]), _day(known, own[-1])
        # themes that at least two inspections share
        shared = [
            code
            for code in sorted({code for item in own for code in item.themes})
            if times([item for item in own if code in item.themes]) > 1 and code in labels
        ]
        cells = (
            named[known[own[0].report].authority].name,
            times(own),
            first,
            last,
            round((last - first).days / 365.25, 1),
            " | ".join(labels[code].label for code in shared),
            round(alike, 4),
            own[0].text,
            own[-1].text,
        )
        rows.append(Row(cells, tuple(item.iri for item in own)))
        for item in own:
            report = known[item.report]
            name = named[report.authority].name
            row = (number, name, report.ended, report.family, item.text, item.iri)
            links.append(Row(row, (item.iri,)))
    return (
        Table("chains", "What was told again", CHAINS, tuple(rows)),
        Table("items", "The items of each chain, in order of time", LINKS, tuple(links)),
    )


def _themes(asked: Answers, items: Sequence[Recommendation]) -> Table:
    labels = themes(asked)
    said: dict[str, dict[str, list[str]]] = {}
    for item in items:
        own = said.setdefault(item.report, {})
        for code in item.themes:
            own.setdefault(code, []).append(item.iri)
    follow = [
        (said[before.iri], said[after.iri])
        for own in by_authority(reports(asked)).values()
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
    asked: Answers, items: Sequence[Recommendation], chains: int, only: str
) -> tuple[str, ...]:
    if not items:
        who = f" on {authorities(asked)[only].name}" if only else ""
        return (f"No report in the store{who} has such a recommendation.",)
    return (
        f"{len(items)} items of improvement lists were compared; {chains} chains were found.",
        "Frameworks look at different things, and later reports list fewer items: a theme that "
        "does not come back may not have been looked at.",
        "The classifier gives themes; docs/model-card.md says how often it is right.",
    )
