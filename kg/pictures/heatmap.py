"""A heat map: themes down, authorities, years, regions or families across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from kg.analysis.registry import Parameter
from kg.analysis.result import FEWEST
from kg.corpus import Corpus, Report
from kg.errors import QueryError
from kg.pictures.cells import Map, heat_map
from kg.pictures.sheet import Picture
from kg.pictures.source import count, one_of, source_note, theme_groups

WEAK_SHARE, RECOMMENDATION = "weak-share", "recommendation"
SHOWS = (WEAK_SHARE, "weakness", "strength", "mixed", RECOMMENDATION)
BY = ("year", "authority", "region", "family")
TITLE = "Themes against authorities, years, regions or families"
PARAMETERS = (
    Parameter("by", "year", f"what stands across: {', '.join(BY)}"),
    Parameter(
        "shows",
        WEAK_SHARE,
        f"{WEAK_SHARE}: weaknesses among strengths and weaknesses; {', '.join(SHOWS[1:])}: the "
        "theme's share of all of these",
    ),
)
ALL = "all"


def picture(corpus: Corpus, values: Mapping[str, str]) -> Picture:
    """The heat map.  Raises `QueryError` if there is nothing to count."""
    by, shows = one_of("by", values["by"], BY), one_of("shows", values["shows"], SHOWS)
    known, named = corpus.reports, corpus.themes
    column = _columns(corpus, by)
    counted: Counter[tuple[str, str, str]] = Counter()
    used, unplaced = set(), set()
    for report, codes, kind in _items(corpus, shows):
        theme = next((code for code in codes if code in named), "")
        if not theme:
            continue
        where = column(known[report])
        if not where:
            unplaced.add(report)
            continue
        used.add(report)
        for each in (where, ALL):
            counted[theme, each, kind] += 1
    if not counted:
        what = "recommendation" if shows == RECOMMENDATION else "finding"
        raise QueryError(f"there is nothing to count: no report in the store has a {what}")
    found = _map(corpus, counted, by, shows)
    blank = sum(value is None for value in found.values.values())
    notes = [
        source_note(known[report] for report in sorted(used)),
        _meaning(shows),
        "Each counts once, for its main theme as a classifier reads it; summaries are left out.",
    ]
    if blank:
        notes.append(f"Left out: {count(blank, 'cell')} of fewer than {FEWEST}.")
    if unplaced:
        notes.append(f"Left out: {count(len(unplaced), 'report')} without a {by}.")
    what = {
        WEAK_SHARE: "How often each theme is a weakness",
        RECOMMENDATION: "What recommendations are about",
    }.get(shows, f"What sentences of this kind are about: {shows}")
    return heat_map(f"{what}, by {by}", found, tuple(notes))


def _columns(corpus: Corpus, by: str) -> Callable[[Report], str]:
    named = corpus.authorities
    ways: dict[str, Callable[[Report], str]] = {
        "year": lambda report: str(report.ended.year) if report.ended else "",
        "authority": lambda report: named[report.authority].name,
        "region": lambda report: named[report.authority].region,
        "family": lambda report: report.family,
    }
    return ways[by]


def _items(corpus: Corpus, shows: str) -> list[tuple[str, tuple[str, ...], str]]:
    """Report, themes and kind of all that is counted."""
    if shows == RECOMMENDATION:
        return [(item.report, item.themes, shows) for item in corpus.recommendations]
    wanted = ("strength", "weakness") if shows == WEAK_SHARE else (shows,)
    return [
        (item.report, item.themes, item.polarity)
        for item in corpus.body_findings
        if item.polarity in wanted
    ]


def _map(corpus: Corpus, counted: Counter[tuple[str, str, str]], by: str, shows: str) -> Map:
    named = {one.name: one.region for one in corpus.authorities.values()}
    labels = {theme.code: theme.label for theme in corpus.themes.values()}
    found = {column for _, column, _ in counted} - {ALL}
    order = sorted(found, key=lambda c: (named.get(c, "") if by == "authority" else "", c))
    columns = (ALL, *order)
    regions = ("", *(named[c] for c in order)) if by == "authority" else ("",) * len(columns)
    there = {theme for theme, _, _ in counted}
    totals: Counter[str] = Counter()
    for (_, column, _), times in counted.items():
        totals[column] += times
    values: dict[tuple[str, str], float | None] = {}
    for theme in there:
        for column in columns:
            weak, strong = counted[theme, column, "weakness"], counted[theme, column, "strength"]
            part, of = (
                (weak, weak + strong)
                if shows == WEAK_SHARE
                else (counted[theme, column, shows], totals[column])
            )
            values[labels[theme], column] = 100 * part / of if of >= FEWEST else None
    groups = tuple(
        (heading, tuple(labels[code] for code in codes if code in there))
        for heading, codes in theme_groups(corpus)
        if there.intersection(codes)
    )
    most = 100.0 if shows == WEAK_SHARE else max((v for v in values.values() if v), default=1.0)
    return Map(groups, columns, regions, values, most)


def _meaning(shows: str) -> str:
    if shows == WEAK_SHARE:
        return (
            "A cell is the share of weaknesses among the sentences on the theme that praise or "
            "blame, in percent; darker is more."
        )
    return (
        f"A cell is the share of the theme among all of the column that are a {shows}, in percent; "
        "darker is more."
    )
