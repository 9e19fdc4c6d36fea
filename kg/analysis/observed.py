"""What the reports say, fetched once from a store as plain tuples that all patterns share.

Each function asks its one question the first time, and gives the same tuple again as long as the
store is open.  A list is in the order of its IRIs, so that it is the same from any store.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import NamedTuple, TypeVar

from kg.errors import QueryError
from kg.store import Answers

Found = TypeVar("Found")
PREFIXES = """
PREFIX cs: <https://w3id.org/childrens-services-kg/def#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

_KEPT: weakref.WeakKeyDictionary[Answers, dict[str, object]] = weakref.WeakKeyDictionary()


class Authority(NamedTuple):
    """An authority of the register; ``region`` may be ""."""

    iri: str
    name: str
    region: str


class Theme(NamedTuple):
    """A theme of the vocabulary."""

    iri: str
    code: str
    label: str


class Report(NamedTuple):
    """A report; ``ended`` is the last day of fieldwork, else the day of publication.

    ``family`` and ``framework`` are codes, "" for a report of no known family.
    """

    iri: str
    source: str
    authority: str
    family: str
    framework: str
    ended: date | None


class Finding(NamedTuple):
    """A sentence of a report: ``polarity`` and ``themes`` are codes, the most central first.

    About one sentence in twelve has no theme: ``themes`` is empty.  ``sure`` has how sure the
    classifier is of each theme, between 0 and 1.
    """

    iri: str
    report: str
    polarity: str
    themes: tuple[str, ...]
    sure: tuple[float, ...]


class Recommendation(NamedTuple):
    """An item of an improvement list; ``kind`` and ``themes`` are codes."""

    iri: str
    report: str
    kind: str
    addressee: str
    themes: tuple[str, ...]
    text: str


class Judgement(NamedTuple):
    """A grade that a report gives formally; ``strand`` and ``grade`` are codes.

    ``about`` is "authority", "board" or "partnership".  What a grade is worth on the scale that
    all frameworks share is told by `kg.analysis.grade_scale`.
    """

    iri: str
    report: str
    about: str
    strand: str
    grade: str


def once(function: Callable[[Answers], Found]) -> Callable[[Answers], Found]:
    """Keeps what a function gave for a store, for as long as the store is held by anyone."""

    @wraps(function)
    def kept(asked: Answers) -> Found:
        found = _KEPT.setdefault(asked, {})
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in found:
            found[name] = function(asked)
        return found[name]  # type: ignore[return-value]

    return kept


@once
def authorities(asked: Answers) -> dict[str, Authority]:
    """All authorities of the register by IRI, those without a report among them."""
    rows = asked.select(
        PREFIXES
        + """SELECT ?a (MIN(?n) AS ?name) (MIN(?r) AS ?region) WHERE {
          ?a a cs:Authority ; skos:prefLabel ?n . OPTIONAL { ?a cs:region ?r } }
          GROUP BY ?a ORDER BY ?a"""
    ).rows
    return {row[0]: Authority(row[0], row[1], row[2]) for row in rows}


@once
def neighbours(asked: Answers) -> dict[str, tuple[str, ...]]:
    """The statistical neighbours of each authority that has some, sorted; all are IRIs."""
    found: dict[str, list[str]] = {}
    query = PREFIXES + "SELECT ?a ?b WHERE { ?a cs:statisticalNeighbour ?b }"
    for one, other in sorted(asked.select(query).rows):
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


@once
def themes(asked: Answers) -> dict[str, Theme]:
    """The themes by code."""
    rows = asked.select(
        PREFIXES
        + """SELECT ?t ?code (MIN(?l) AS ?label) WHERE {
          ?t skos:inScheme <https://w3id.org/childrens-services-kg/vocab/theme> ;
             skos:notation ?code ; skos:prefLabel ?l }
          GROUP BY ?t ?code ORDER BY ?code"""
    ).rows
    return {row[1]: Theme(*row) for row in rows}


@once
def reports(asked: Answers) -> dict[str, Report]:
    """The reports that name their authority, by IRI."""
    rows = asked.select(
        PREFIXES
        + """SELECT ?r ?source ?a (MIN(?f) AS ?family) (MIN(?v) AS ?framework)
                (MIN(?e) AS ?ended) (MIN(?i) AS ?issued) WHERE {
          ?r a cs:Report ; cs:source ?source ; cs:about ?a .
          OPTIONAL { ?r cs:family ?f }
          OPTIONAL { ?r cs:framework/skos:notation ?v }
          OPTIONAL { ?r cs:reportsOn/cs:endDate ?e }
          OPTIONAL { ?r dcterms:issued ?i } }
          GROUP BY ?r ?source ?a ORDER BY ?r ?a"""
    ).rows
    found = {}
    for iri, source, authority, family, framework, ended, issued in rows:
        day = _day(ended or issued)
        found[iri] = Report(iri, source, authority, family, framework, day)
    return found


@once
def findings(asked: Answers) -> tuple[Finding, ...]:
    """The findings that have a polarity, of reports that name their authority.

    About 100,000 from 290 reports, in three seconds; their words are fetched by `quotes`.
    Those that the classifier gives no theme are among them.
    Raises `QueryError` if the store has reports and no finding with a polarity and a theme.
    """
    rows = asked.select(
        PREFIXES
        + """SELECT ?f ?r ?p ?t WHERE {
          ?f a cs:Finding ; cs:partOf ?r ; cs:polarity ?p .
          OPTIONAL { ?f cs:themeProbabilities ?t } }"""
    ).rows
    known = reports(asked)
    if known and not any(row[3] for row in rows):
        raise QueryError(
            "no sentence in the store says what it is about, and whether it praises or blames: "
            "it was made by an older version; build it again into a new --store"
        )
    codes = {iri: iri.rpartition("/")[2] for iri in {row[2] for row in rows}}
    rated = {said: _rated(said) for said in {row[3] for row in rows}}
    return tuple(
        Finding(iri, report, codes[polarity], *rated[said])
        for iri, report, polarity, said in sorted(rows)
        if report in known
    )


@once
def recommendations(asked: Answers) -> tuple[Recommendation, ...]:
    """All items of improvement lists, of reports that name their authority."""
    rows = asked.select(
        PREFIXES
        + """SELECT ?i ?r ?kind ?addressee ?text (MIN(?p) AS ?t) WHERE {
          ?i a cs:Recommendation ; cs:partOf ?r ; cs:addressee ?addressee ; cs:text ?text ;
             cs:kind ?kind .
          OPTIONAL { ?i cs:themeProbabilities ?p } }
          GROUP BY ?i ?r ?kind ?addressee ?text"""
    ).rows
    known = reports(asked)
    return tuple(
        Recommendation(iri, report, kind.rpartition("/")[2], addressee, _rated(said)[0], text)
        for iri, report, kind, addressee, text, said in sorted(rows)
        if report in known
    )


@once
def judgements(asked: Answers) -> tuple[Judgement, ...]:
    """The judgements that reports give formally, not those said in passing."""
    rows = asked.select(
        PREFIXES
        + """SELECT ?j ?r ?about ?strand ?grade WHERE {
          ?j cs:basis "graded" ; cs:partOf ?r ; cs:aboutKind ?about ;
             cs:ofStrand/skos:notation ?strand ; cs:grade/skos:notation ?grade }"""
    ).rows
    known = reports(asked)
    return tuple(Judgement(*row) for row in sorted(set(rows)) if row[1] in known)


def quotes(asked: Answers, iris: object) -> dict[str, tuple[str, str]]:
    """IRI -> its exact words and its page, of findings or items; fetched anew each time."""
    found: dict[str, tuple[str, str]] = {}
    wanted = sorted(set(iris))  # type: ignore[call-overload]
    for start in range(0, len(wanted), 1000):
        values = " ".join(f"<{iri}>" for iri in wanted[start : start + 1000])
        rows = asked.select(
            PREFIXES + f"SELECT ?s ?q ?p WHERE {{ VALUES ?s {{ {values} }} "
            "?s cs:quote ?q . OPTIONAL { ?s cs:page ?p } }"
        ).rows
        found |= {row[0]: (row[1], row[2]) for row in sorted(rows)}
    return found


def by_authority(known: Mapping[str, Report]) -> dict[str, list[Report]]:
    """The reports of each authority, the earliest first, those without a date left out."""
    found: dict[str, list[Report]] = {}
    for report in known.values():
        if report.ended:
            found.setdefault(report.authority, []).append(report)
    return {
        authority: sorted(found[authority], key=lambda report: (report.ended, report.iri))
        for authority in sorted(found)
    }


def _rated(said: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The codes and the numbers of "plans 0.91 drift 0.40"."""
    words = said.split()
    return tuple(words[::2]), tuple(map(float, words[1::2]))


def _day(text: str) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
