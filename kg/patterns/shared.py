"""Shared recommendations: what many authorities were told in nearly the same words.

Two recommendations are near-identical if they ask for the same thing in nearly the same words
(`kg.patterns.wording.sameness`).  They are put into groups, the most alike first: two groups
become one if at least half of the pairs between them are near-identical.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.errors import QueryError
from kg.patterns.catalogue import Parameter
from kg.patterns.observed import (
    Recommendation,
    authorities,
    recommendations,
    reports,
    themes,
)
from kg.patterns.result import Column, Result, Row, Table
from kg.patterns.trajectories import positive
from kg.patterns.wording import BRACKETS, requests, sameness, similar_pairs
from kg.store import Answers

PARAMETERS = (
    Parameter("least", "0.78", "how alike two must be to be called near-identical, 0 to 1"),
    Parameter("authorities", "2", "show groups of at least so many authorities"),
)
#: Pairs less alike than this by TF-IDF are not looked at.
CANDIDATES = 0.3
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


def find(asked: Answers, values: Mapping[str, str]) -> Result:
    """Groups of near-identical recommendations of several authorities, the largest first."""
    least = fraction("least", values["least"])
    fewest = positive("authorities", values["authorities"])
    known, named, labels = reports(asked), authorities(asked), themes(asked)
    items = recommendations(asked)
    weights = requests([item.text for item in items])

    def when(place: int) -> tuple[str, str]:
        ended = known[items[place].report].ended
        return (str(ended) if ended else "9999", items[place].iri)

    found = []
    for group in near_identical([item.text for item in items], least):
        members = sorted(group, key=when)
        places = list(dict.fromkeys(known[items[at].report].authority for at in members))
        if len(places) >= fewest:
            found.append((members, places))
    found.sort(key=lambda pair: (-len(pair[1]), -len(pair[0]), when(pair[0][0])))
    groups, rows = [], []
    for number, (members, places) in enumerate(found, 1):
        own = [items[at] for at in members]
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
        for at in members:
            report = known[items[at].report]
            alike = round(sameness(weights[members[0]], weights[at]), 4)
            row = (number, named[report.authority].name, report.ended, report.family, alike)
            rows.append(Row((*row, items[at].text, items[at].iri), (items[at].iri,)))
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


def near_identical(texts: Sequence[str], least: float) -> list[list[int]]:
    """Groups of two or more places whose texts are near-identical, each sorted, in order.

    Identical texts are always together.
    """
    weights = requests(texts)
    plain = [BRACKETS.sub(" ", text) for text in texts]
    alike: dict[tuple[int, int], float] = {}
    for one, other, _ in similar_pairs(plain, min(CANDIDATES, least)):
        value = 1.0 if texts[one] == texts[other] else sameness(weights[one], weights[other])
        if value >= least:
            alike[one, other] = value
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
        "How often the groups are right, and how many pairs are missed, is told in "
        "docs/patterns/shared-recommendations.md.",
    )
