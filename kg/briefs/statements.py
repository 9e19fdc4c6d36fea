"""Statements of reports as a brief shows them: what was printed, on which page of which file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kg.briefs.model import Quote, Where
from kg.corpus import Corpus
from kg.text.partialdate import in_words

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


def statements(corpus: Corpus, iris: Iterable[str]) -> dict[str, Statement]:
    """The statements of these IRIs, those that the store has."""
    wanted = list(iris)
    items, judged = corpus.items_by_iri, corpus.judgements_by_iri
    found = {}
    for iri, one in corpus.statements(wanted).items():
        item, judgement = items.get(iri), judged.get(iri)
        found[iri] = Statement(
            iri,
            one.quote,
            Where(one.source, one.page),
            item.text if item else one.quote,
            judgement.subject if judgement else "",
            judgement.grade_words if judgement else "",
            item.kind_name if item else "",
            item.timescale if item else "",
            item.due if item else None,
            item.order if item else 0,
        )
    return found


def grade_name(corpus: Corpus, code: str) -> str:
    """The name of a grade, or its code in words where the store has none."""
    known = corpus.grades.get(code)
    return known.label if known else code.replace("-", " ").capitalize()


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
