"""What every picture says of its source, and what it calls things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.analysis.grade_scale import Place, places
from kg.analysis.observed import PREFIXES, Report, once
from kg.store import Answers
from kg.text.partialdate import in_words

LABELS = """
SELECT ?code ?label WHERE {
  ?grade a cs:Grade ; skos:notation ?code ; skos:prefLabel ?label
} ORDER BY ?code ?label
"""
CALLED = """
SELECT ?code ?name WHERE {
  ?grade a cs:Grade ; skos:notation ?code ; skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name
} ORDER BY ?code ?name
"""
GROUPS = """
SELECT ?code ?group ?order WHERE {
  ?theme skos:inScheme <https://w3id.org/childrens-services-kg/vocab/theme> ; skos:notation ?code .
  OPTIONAL { ?theme skos:broader/skos:prefLabel ?group }
  OPTIONAL { ?theme cs:order ?order }
}
"""
STRANDS = """
SELECT ?code ?label WHERE {
  ?strand a cs:Strand ; skos:notation ?code ; skos:prefLabel ?label
} ORDER BY ?code ?label
"""
FORMER = """
SELECT ?authority ?successor WHERE {
  ?authority cs:validTo ?end ; org:changedBy/org:resultingOrganization ?successor
} ORDER BY ?authority ?successor
"""


def source_note(reports: Iterable[Report]) -> str:
    """How many reports a picture was made from, of how many authorities, and of what time."""
    reports = list(reports)
    days = sorted(report.ended for report in reports if report.ended)
    authorities = len({report.authority for report in reports})
    what = f"{count(len(reports), 'inspection report')} of {count(authorities, 'local authority')}"
    when = f", inspections that ended {_between(days[0], days[-1])}" if days else ""
    return f"Source: {what} by Ofsted{when}."


def count(number: int, one: str) -> str:
    """A number and its noun.

    >>> count(1, "report"), count(2, "authority")
    ('1 report', '2 authorities')
    """
    many = one[:-1] + "ies" if one.endswith("y") else one + ("es" if one.endswith("s") else "s")
    return f"{number:,} {one if number == 1 else many}"


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names with semicolons (some have commas); those after ``most`` are counted."""
    names = list(names)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return "; ".join(names[:most]) + more


@once
def grade_labels(asked: Answers) -> dict[str, str]:
    """What each grade is called, by its code."""
    return {row[0]: row[1] for row in reversed(asked.select(PREFIXES + LABELS).rows)}


@once
def strand_labels(asked: Answers) -> dict[str, str]:
    """What each strand is called, by its code; of several names the shortest."""
    rows = asked.select(PREFIXES + STRANDS).rows
    return {row[0]: row[1] for row in sorted(rows, key=lambda row: (-len(row[1]), row))}


@once
def grade_names(asked: Answers) -> dict[str, Place]:
    """The place of each grade by all that it is called, in lower case."""
    scale = places(asked)
    rows = asked.select(PREFIXES + CALLED).rows
    return {name.lower(): scale[code] for code, name in rows if code in scale}


@once
def theme_groups(asked: Answers) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of themes and the codes of their themes, in the order of the vocabulary."""
    found: dict[str, list[str]] = {}
    rows = asked.select(PREFIXES + GROUPS).rows
    for code, group, _ in sorted(rows, key=lambda row: (int(row[2] or 0), row)):
        found.setdefault(group or "other", []).append(code)
    return tuple((group, tuple(codes)) for group, codes in found.items())


@once
def former(asked: Answers) -> dict[str, tuple[str, ...]]:
    """The authorities that are no more, each with those that took over from it; all are IRIs."""
    found: dict[str, tuple[str, ...]] = {}
    for one, successor in asked.select(PREFIXES + FORMER).rows:
        found[one] = (*found.get(one, ()), successor)
    return found


def _between(first: date, last: date) -> str:
    return (
        f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"
    )
