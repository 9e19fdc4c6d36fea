"""What every picture says of its source, and what it calls things."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from kg.analysis.grade_scale import Place, places
from kg.corpus import Corpus, Report, remembered
from kg.errors import QueryError
from kg.text.partialdate import in_words


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


def one_of(name: str, value: str, known: Collection[str]) -> str:
    """The value of a parameter that is one of a few words.  Raises `QueryError`."""
    if value not in known:
        raise QueryError(f"{name}={value}: take one of: {', '.join(known)}")
    return value


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names with semicolons (some have commas); those after ``most`` are counted."""
    names = list(names)
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def grade_labels(corpus: Corpus) -> dict[str, str]:
    """What each grade is called, by its code."""
    return {code: grade.label for code, grade in corpus.grades.items()}


def strand_labels(corpus: Corpus) -> dict[str, str]:
    """What each strand is called, by its code; of several names the shortest."""
    rows = set(corpus.rows("strands", "strand", "name"))
    return {row[0]: row[1] for row in sorted(rows, key=lambda row: (-len(row[1]), row))}


def grade_names(corpus: Corpus) -> dict[str, Place]:
    """The place of each grade by all that it is called, in lower case."""
    scale = places(corpus)
    return {
        name.lower(): scale[code]
        for code, grade in corpus.grades.items()
        for name in sorted(grade.names)
        if code in scale
    }


@remembered
def theme_groups(corpus: Corpus) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of themes and the codes of their themes, in the order of the vocabulary."""
    labels = dict(corpus.rows("concepts", "concept", "label"))
    # strands, services and inspections have codes of the same words
    themes = {theme.iri for theme in corpus.themes.values()}
    order = {
        code: (place or 0, code, labels.get(broader, ""))
        for iri, code, broader, place in corpus.rows(
            "concepts", "concept", "code", "broader", "order"
        )
        if iri in themes
    }
    found: dict[str, list[str]] = {}
    for code, (_, _, group) in sorted(order.items(), key=lambda pair: pair[1]):
        found.setdefault(group or "other", []).append(code)
    return tuple((group, tuple(codes)) for group, codes in found.items())


def _between(first: date, last: date) -> str:
    return (
        f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"
    )
