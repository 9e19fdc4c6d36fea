"""Shared recommendations: what many authorities were told in nearly the same words.

Two recommendations are near-identical if they ask for the same thing in nearly the same words
(`kg.corpus.text_similarity.sameness`).  They are put into groups, the most alike first: two
groups become one if at least half of the pairs between them are near-identical.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.analysis.inspections import JOINT
from kg.analysis.registry import Parameter
from kg.analysis.result import Column, Result, Row, Table
from kg.analysis.trajectories import positive
from kg.corpus import Corpus, Recommendation
from kg.corpus.text_similarity import requests, sameness
from kg.errors import QueryError

#: How alike two must be to be called near-identical, and of how many authorities a group is.
LEAST, AUTHORITIES = 0.78, 2
PARAMETERS = (
    Parameter("least", str(LEAST), "how alike two must be to be called near-identical, 0 to 1"),
    Parameter("authorities", str(AUTHORITIES), "show groups of at least so many authorities"),
)
GROUPS = (
    Column("authorities", "how many authorities were told it"),
    Column("times", "how many items of reports say it"),
    Column("first", "last day of fieldwork of the earliest"),
    Column("last", "last day of fieldwork of the latest"),
    Column("first_authority", "authority that was told it first"),
    Column("text", "the earliest item"),
    Column("themes", "labels of the themes of its items"),
    Column("places", "authorities, in order of time"),
    Column("families", "families of the reports"),
)
ITEMS = (
    Column("group", "row of the group in the table groups"),
    Column("authority", "short name"),
    Column("ended", "last day of fieldwork"),
    Column("family", "family of the report"),
    Column("alike", "how alike it is to the earliest of its group, 0 to 1"),
    Column("text", "the item"),
    Column("item", "IRI of the item", "IRI"),
)


@dataclass(frozen=True, slots=True)
class Shared:
    """A group of near-identical recommendations.

    ``items`` are in order of time, ``places`` the IRIs of their authorities in that order, and
    ``ties`` the pairs of IRIs that are near-identical, with how alike they are, 0 to 1.
    """

    items: tuple[Recommendation, ...]
    places: tuple[str, ...]
    ties: tuple[tuple[str, str, float], ...]


def find(corpus: Corpus, values: Mapping[str, str]) -> Result:
    """Groups of near-identical recommendations of several authorities, the largest first."""
    least = fraction("least", values["least"])
    fewest = positive("authorities", values["authorities"])
    known, named, labels = corpus.reports, corpus.authorities, corpus.themes
    items = corpus.recommendations
    weights = dict(zip([i.iri for i in items], requests([i.text for i in items]), strict=True))
    groups, rows = [], []
    for number, group in enumerate(shared_groups(corpus, least, fewest), 1):
        own, places = group.items, group.places
        days = [day for item in own if (day := known[item.report].ended)]
        codes = sorted({code for item in own for code in item.themes if code in labels})
        cells = (
            len(places),
            len(own),
            min(days, default=None),
            max(days, default=None),
            named[places[0]].name,
            own[0].text,
            " | ".join(labels[code].label for code in codes),
            " | ".join(named[place].name for place in places),
            " ".join(sorted({known[item.report].family for item in own})),
        )
        groups.append(Row(cells, tuple(item.iri for item in own)))
        for item in own:
            report = known[item.report]
            alike = round(sameness(weights[own[0].iri], weights[item.iri]), 4)
            row = (number, named[report.authority].name, report.ended, report.family, alike)
            rows.append(Row((*row, item.text, item.iri), (item.iri,)))
    return Result(
        "shared-recommendations",
        "What many authorities were told in nearly the same words",
        (
            Table("groups", "Groups of near-identical recommendations", GROUPS, tuple(groups)),
            Table("items", "The recommendations of each group", ITEMS, tuple(rows)),
        ),
        dict(values),
        _notes(items, len(groups)),
        tuple(sorted({item.report for item in items})),
    )


def shared_groups(corpus: Corpus, least: float, fewest: int) -> list[Shared]:
    """The groups of ``fewest`` authorities or more, those of most authorities first."""
    known, items = corpus.reports, corpus.recommendations

    def when(item: Recommendation) -> tuple[str, str]:
        ended = known[item.report].ended
        return (str(ended) if ended else "9999", item.iri)

    places_of = {item.iri: at for at, item in enumerate(items)}
    alike = {
        (places_of[one], places_of[other]): value
        for one, other, value in corpus.near_identical(least)
    }
    found = []
    for group in _joined(alike):
        members = tuple(sorted((items[at] for at in group), key=when))
        places = tuple(dict.fromkeys(known[item.report].authority for item in members))
        if len(places) >= fewest:
            pairs = combinations(group, 2)
            ties = tuple(
                (items[a].iri, items[b].iri, alike[a, b]) for a, b in pairs if (a, b) in alike
            )
            found.append(Shared(members, places, ties))
    return sorted(found, key=lambda one: (-len(one.places), -len(one.items), when(one.items[0])))


def _joined(alike: Mapping[tuple[int, int], float]) -> list[list[int]]:
    group = {place: [place] for pair in alike for place in pair}
    for one, other in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        mine, theirs = group[one], group[other]
        if mine is theirs:
            continue
        same = sum((min(a, b), max(a, b)) in alike for a in mine for b in theirs)
        if 2 * same >= len(mine) * len(theirs):
            mine.extend(theirs)
            for place in theirs:
                group[place] = mine
    whole = {id(members): members for members in group.values()}
    return sorted(sorted(members) for members in whole.values() if len(members) > 1)


def fraction(name: str, text: str) -> float:
    """A parameter that is a number over 0 and up to 1.  Raises `QueryError`."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 1:
        raise QueryError(f"{name}={text}: must be a number over 0 and up to 1, such as 0.5")
    return value


def _notes(items: Sequence[Recommendation], groups: int) -> tuple[str, ...]:
    if not items:
        return ("No report in the store has a recommendation.",)
    return (
        f"{len(items)} items of improvement lists were compared, and {groups} groups found.",
        JOINT,
        "How often the groups are right, and how many pairs are missed, is told in "
        "docs/patterns/shared-recommendations.md.",
    )
