"""Statements of reports as a brief shows them: what was printed, on which page of which file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kg.analysis.observed import PREFIXES, once
from kg.briefs.model import Quote, Where
from kg.store import Answers
from kg.text.partialdate import in_words

STATEMENTS = """
SELECT ?s ?quote ?page ?source ?text ?subject ?grade ?kind ?timescale ?due ?order WHERE {
  VALUES ?s { %s }
  ?s cs:partOf/cs:source ?source .
  OPTIONAL { ?s cs:quote ?quote }
  OPTIONAL { ?s cs:page ?page }
  OPTIONAL { ?s cs:text ?text }
  OPTIONAL { ?s cs:subject ?subject }
  OPTIONAL { ?s cs:gradePrinted ?printed }
  OPTIONAL { ?s cs:grade/skos:prefLabel ?name }
  BIND(COALESCE(?printed, ?name) AS ?grade)
  OPTIONAL { ?s cs:kind/skos:prefLabel ?kind }
  OPTIONAL { ?s cs:timescalePrinted ?timescale }
  OPTIONAL { ?s cs:dueDate ?due }
  OPTIONAL { ?s cs:order ?order }
}
"""
LABELS = """
SELECT ?code ?label WHERE { ?grade a cs:Grade ; skos:notation ?code ; skos:prefLabel ?label }
ORDER BY ?code ?label
"""
#: Asked for at once.
MANY = 500
#: Characters of a quote that are shown; what is longer is cut at a word.
LONGEST = 320


class Statement(NamedTuple):
    """One statement; what it does not have is "" (``order`` 0, ``page`` and ``due`` None)."""

    iri: str
    quote: str
    where: Where
    text: str
    subject: str
    grade: str
    kind: str
    timescale: str
    due: date | None
    order: int


def statements(asked: Answers, iris: Iterable[str]) -> dict[str, Statement]:
    """The statements of these IRIs, those that the store has."""
    found: dict[str, Statement] = {}
    wanted = sorted(set(iris))
    for start in range(0, len(wanted), MANY):
        values = " ".join(f"<{iri}>" for iri in wanted[start : start + MANY])
        for row in sorted(asked.select(PREFIXES + STATEMENTS % values).rows):
            iri, quote, page, source, text, subject, grade, kind, timescale, due, order = row
            found.setdefault(
                iri,
                Statement(
                    iri,
                    quote or text,
                    Where(source, int(page) if page else None),
                    text or quote,
                    subject,
                    grade,
                    kind,
                    timescale,
                    date.fromisoformat(due[:10]) if due else None,
                    int(order) if order else 0,
                ),
            )
    return found


@once
def names_of_grades(asked: Answers) -> dict[str, str]:
    """The name of each grade by its code."""
    return {row[0]: row[1] for row in asked.select(PREFIXES + LABELS).rows}


def grade_name(asked: Answers, code: str) -> str:
    """The name of a grade, or its code in words where the store has none."""
    return names_of_grades(asked).get(code, code.replace("-", " ").capitalize())


def quoted(statement: Statement, lead: str = "", longest: int = LONGEST) -> Quote:
    """A statement's words as a quote, its white space as single blanks."""
    words = " ".join(statement.quote.split())
    if len(words) <= longest:
        return Quote(words, statement.where, lead)
    return Quote(words[:longest].rpartition(" ")[0].rstrip(",;:– "), statement.where, lead, True)


def day(when: date | None, *, short: bool = False) -> str:
    """A day as people write it: 7 June 2024, or 7 Jun 2024."""
    if when is None:
        return "an unknown day"
    return in_words(when, short=short)


def count(number: int, one: str, many: str = "") -> str:
    """A number and its noun: "1 report", "3 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last
