"""Whatever a report lacks, each question gives its rows once, and never another report's values.

A report with something in every field stands in a store beside others of other authorities; beside
it stands a copy that lacks one field.  Each row that a question gives of the copy is the row that
it gives of the whole report, with some cells empty.
"""

from __future__ import annotations

import types
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, get_args, get_type_hints

import pyoxigraph
import pytest

from kg.classifier.model import Rating
from kg.corpus.catalogue import Query, load_catalogue
from kg.knowledge import load_knowledge
from kg.rdf import report_quads, vocabulary_quads
from kg.reports.evidence import Board, EarlierInspection, Fact, Finding, Service
from kg.reports.model import (
    About,
    Basis,
    Inspector,
    Judgement,
    NextStep,
    Paragraph,
    Printed,
    Recommendation,
    Report,
    Section,
    StatementRequired,
    Timescale,
    Visit,
)
from kg.store import Rows
from kg.store.answers import answer
from kg.store.sparql import with_values
from tests.rdf.made_up import quote, report

BASE = "https://w3id.org/childrens-services-kg/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
Row = dict[str, str]
WHOLE, LACKING, OTHERS = "whole", "whole-but-one", ("other-kent", "other-dorset")
STRANDS = ("overall", "leadership", "help-and-protection", "in-care", "care-leavers")
#: What a question needs of a report: without it there is no row, as its description says.
#: Title, publication, inspectors, theme, ... are needed by none.
NEEDS = {
    # of one authority, or of authorities
    "authority": {
        "grades-by-region", "history", "improved", "inadequate-twice", "judgements",
        "latest-grades", "neighbours", "neighbours-praised", "patterns/grade-changes",
        "patterns/neighbours-grades", "patterns/same-words", "patterns/told-again", "profile",
        "provenance", "recommendations", "said-on-theme-at", "trajectory",
    },
    # in order of time, or by year
    "framework": {
        "boards-with-grade", "grade-on-strand", "latest-grades", "recommendations-after-grade",
        "trajectory",
    },
    "inspectors": {"led-by", "tables/inspectors"},
    "visits": {
        "check-earlier", "grades-by-region", "grades-compared", "improved", "inadequate-twice",
        "latest-grades", "patterns/grade-changes", "patterns/neighbours-grades",
        "patterns/told-again", "recommendations-after-grade", "trajectory",
    },
}  # fmt: skip
#: Columns that are each report's own.
OWN = {"sha256", "incomplete"}
#: What a count calls a group of which something is missing.
NAMELESS = {"", "not known"}
#: These are about what is missing.
OF_WHAT_IS_MISSING = {"incomplete", "missing-strands"}
#: These are about a board that is graded, two reports of one authority, and its neighbours.
OF_OTHERS = {"boards-judged", "boards-with-grade", "improved", "patterns/neighbours-grades"}
#: Without a section a sentence of an ILACS report is one of the overview, which no count takes in.
IN_OVERVIEW = "findings.section"
#: What parameters need that have no default.
GIVEN = {"authority": "leeds", "theme": "early-help", "inspector": "made-up", "words": "plans",
         "measure": "children-in-need", "since": "2000-01-01", "grade": "good", "type": "LSCB",
         "before": "2100-01-01"}  # fmt: skip


def whole(**changes: Any) -> Report:
    """Something in every field; all strands are judged, the board in passing."""
    good = [
        Judgement(s, s, "Good", "good", About.AUTHORITY, Basis.GRADED, quote("Help is good"))
        for s in STRANDS
    ]
    made = report()
    unsure = Rating("weakness", 0.4, (("early-help", 0.8),))
    (item,) = made.recommendations
    return replace(
        made,
        source=WHOLE,
        judgements=(*good, made.judgements[1]),
        recommendations=(replace(item, rating=unsure),),
        findings=(*made.findings, replace(made.findings[0], order=2, rating=unsure)),
        facts=(*made.facts, replace(made.facts[0], comparison=None)),
        earlier=(*made.earlier, replace(made.earlier[0], when="2024-06")),
        **changes,
    )


def others() -> Iterator[Report]:
    """Reports of other authorities, whose values must never be met in the rows of the lacking."""
    for number, (source, slug) in enumerate(zip(OTHERS, ("kent", "dorset"), strict=True), 1):
        day = date(2019, 5, 6) + timedelta(days=100 * number)
        yield replace(
            whole(), source=source, sha256=f"{number:064}", framework_version="ILACS-2018",
            authority=Printed(slug, quote("Leeds")), visits=(Visit(day, day, quote("Leeds")),),
            title=Printed(f"Title {number}", quote("Leeds")), judgements=(), boards=(), services=(),
            mentions=(), earlier=(), facts=(),
        )  # fmt: skip


HEADER = ("title", "authority", "framework", "visits", "published", "inspectors", "variant",
          "theme", "model")  # fmt: skip
ITEMS = (Judgement, Recommendation, Section, Paragraph, Finding, Board, Service, Fact,
         EarlierInspection, StatementRequired, NextStep, Inspector, Timescale)  # fmt: skip


def lacking() -> Iterator[tuple[str, Report]]:
    """A name and a copy of the whole report for each field that may be absent."""
    copy = whole(sha256="f" * 64)
    copy = replace(copy, source=LACKING)
    yield "nothing", copy
    for name in HEADER:
        yield name, replace(copy, **{name: () if name in ("visits", "inspectors") else None})
    for held in fields(Report):
        values = getattr(copy, held.name)
        if isinstance(values, tuple) and values and type(values[0]) in ITEMS:
            for optional, empty in absent(type(values[0])):
                if any(getattr(each, optional) not in (None, ()) for each in values):
                    less = tuple(replace(each, **{optional: empty}) for each in values)
                    yield f"{held.name}.{optional}", replace(copy, **{held.name: less})


def absent(kind: type) -> Iterator[tuple[str, tuple[()] | None]]:
    """The fields of a class that may be None, and those that may be empty."""
    for name, hint in get_type_hints(kind).items():
        if isinstance(hint, types.UnionType) and type(None) in get_args(hint):
            yield name, None
        elif str(hint).startswith("tuple["):
            yield name, ()


CASES = dict(lacking())
QUERIES = load_catalogue()


class Made:
    """A store in memory of the vocabulary, the whole report and others; one more for a while."""

    def __init__(self) -> None:
        self._memory = pyoxigraph.Store()
        self._load(vocabulary_quads())
        for each in (whole(), *others()):
            self._load(mapped(each))
        self.queries = {name: bound(query) for name, query in QUERIES.items()}
        self.before = {name: self._rows(name) for name in QUERIES}
        #: some questions ask what is in two reports
        self.with_copy = self.with_one_more(CASES["nothing"])

    def with_one_more(self, made: Report) -> dict[str, list[Row]]:
        """The rows of every question while a further report is there."""
        added = [t for t in triples(mapped(made, "copy")) if t not in self._memory]
        self._memory.extend(added)
        found = {name: self._rows(name) for name in QUERIES}
        for each in added:
            self._memory.remove(each)
        return found

    def _load(self, lines: list[str]) -> None:
        self._memory.extend(triples(lines))

    def _rows(self, name: str) -> list[Row]:
        found = answer(self._memory, self.queries[name])
        assert isinstance(found, Rows)
        return [dict(zip(found.variables, row, strict=True)) for row in found.rows]


def bound(query: Query) -> str:
    """A question with its parameters, as `kg query` would ask it about the whole report."""
    terms = {}
    for parameter in query.parameters:
        value = GIVEN.get(parameter.name) or parameter.default or ""
        if parameter.type == "authority":
            terms[parameter.name] = f"<{BASE}authority/{value}>"
        elif parameter.type in ("date", "decimal", "integer"):
            terms[parameter.name] = f'"{value}"^^<{XSD}{parameter.type}>'
        else:
            terms[parameter.name] = f'"{value}"'
    return with_values(query.text, terms)


def mapped(made: Report, suffix: str = "") -> list[str]:
    return report_quads(made, load_knowledge(), program_version="1", suffix=suffix)


def triples(lines: list[str]) -> list[pyoxigraph.Quad]:
    """The statements of N-Quads lines, in the default graph."""
    quads = pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    return [pyoxigraph.Quad(q.subject, q.predicate, q.object) for q in quads]


@pytest.fixture(scope="module")
def made() -> Made:
    return Made()


def fits(row: Row, full: Row) -> bool:
    """Whether each cell is empty, that of the full row, or names what is the lacking report's."""
    return all(
        cell in full[column] or cell.startswith((BASE, LACKING)) or column in OWN
        for column, cell in row.items()
    )


def test_the_cases_cover_every_field_that_may_be_absent() -> None:
    assert {"nothing", *HEADER, "judgements.strand", "recommendations.number"} <= CASES.keys()
    assert len(CASES) > 30


def test_the_whole_report_is_met_by_the_questions(made: Made) -> None:
    """A question that does not meet it would prove nothing below."""
    met = {
        name for name, rows in made.before.items() if any(r.get("source") == WHOLE for r in rows)
    }
    wanted = {name for name, query in QUERIES.items() if "source" in query.columns}
    assert wanted - met == OF_WHAT_IS_MISSING | OF_OTHERS


@pytest.mark.parametrize("case", CASES)
def test_rows_are_those_of_the_whole_report_with_empty_cells(case: str, made: Made) -> None:
    found = made.with_one_more(CASES[case])
    wrong = []
    for name, rows in found.items():
        if "source" not in QUERIES[name].columns or name in OF_WHAT_IS_MISSING:
            continue
        # what an item lacks may keep it out of a question on items, and let it into another
        whole_item = name.startswith("tables/") or "." not in case
        full = [row for row in made.before[name] if row["source"] == WHOLE]
        less = [row for row in rows if row["source"] == LACKING]
        if case == IN_OVERVIEW and name == "tables/findings":
            assert {row["counted"] for row in less} == {"no"}
            less = [row | {"counted": "yes"} for row in less]
        # the copy is of the same authority and day, and what was there before stays as it was
        assert [row for row in rows if row["source"] in OTHERS] == [
            row for row in made.before[name] if row["source"] in OTHERS
        ], name
        wrong += [f"{name}: {row}" for row in less if not any(fits(row, each) for each in full)]
        if len(less) > len(full) and whole_item:
            wrong.append(f"{name}: {len(less)} rows in place of {len(full)}")
        if len(less) < len(full) and whole_item and name not in NEEDS.get(case, ()):
            wrong.append(f"{name}: leaves the report out, though it does not need {case}")
    assert wrong == []


@pytest.mark.parametrize("case", CASES)
def test_counts_name_nothing_new(case: str, made: Made) -> None:
    """A question that counts gives the groups that it gave before, and at most one without name."""
    found = made.with_one_more(CASES[case])
    for name, rows in found.items():
        if "source" in QUERIES[name].columns:
            continue
        if case == IN_OVERVIEW and name == "patterns/set-aside":
            assert len(rows) == len(made.with_copy[name]) + len(CASES[case].findings)
            continue
        keys = Counter(named(row) for row in rows)
        before = Counter(named(row) for row in made.with_copy[name])
        assert not [key for key in keys - before if not any(fits_key(key, b) for b in before)], name
        if "." not in case and name not in NEEDS.get(case, ()):
            assert len(rows) >= len(made.with_copy[name]), name


def named(row: Row) -> tuple[str, ...]:
    """The cells of a row that are no numbers."""
    cells = (cell.replace(LACKING, WHOLE) for cell in row.values())
    return tuple("" if cell.replace(".", "").isdigit() else cell for cell in cells)


def fits_key(key: tuple[str, ...], before: tuple[str, ...]) -> bool:
    return all(
        a == b or a in NAMELESS or a.startswith(BASE) for a, b in zip(key, before, strict=True)
    )
