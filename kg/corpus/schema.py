"""The tables of the read model: their columns are those of the questions in ``queries/tables/``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from kg.corpus.catalogue import load_catalogue
from kg.knowledge.recordfields import record_fields

#: Changes when the same records would give another file.
FORM = 8
#: Where the tables stand in the catalogue.
TABLES = "tables/"
#: Columns that hold whole numbers, and numbers with a fraction.
WHOLE = frozenset({"level", "order", "page", "pages", "rank", "start"})
PARTS = frozenset({"probability"})
#: The columns by which each table's rows are in order, which is that of its question.
ORDER: Mapping[str, tuple[str, ...]] = {
    "authorities": ("authority", "about"),
    "boards": ("source", "start", "board", "type"),
    "concepts": ("concept", "scheme", "code", "label", "broader", "order"),
    "facts": ("source", "start", "measure", "comparison", "value", "fact"),
    "findings": ("source", "start", "finding"),
    "inspectors": ("source", "start", "inspector"),
    "judgements": ("source", "basis", "order", "page", "judgement"),
    "mentions": ("source", "statement", "body", "type"),
    "names": ("authority", "kind", "name"),
    "neighbours": ("authority", "neighbour"),
    "previous": ("source", "start", "date", "what", "earlier"),
    "problems": ("source", "severity", "page", "problem", "message", "text"),
    "recommendations": ("source", "order", "recommendation"),
    "reports": ("source", "report"),
    "sections": ("source", "order", "section"),
    "services": ("source", "start", "service", "type", "relation"),
    "strands": ("framework", "framework_version", "order", "strand"),
    "successors": ("authority", "changed", "successor"),
    "versions": ("version", "grade"),
}
#: Tables that no question answers, with their columns; by all of them the rows are in order: the
#: pages of the clean texts, what is said of the types of bodies, and the records that all is from.
INNER: Mapping[str, tuple[str, ...]] = {
    "pages": ("report", "page", "text"),
    "kinds": ("record", "body", "type"),
    "records": ("record", "digest", "text_digest", "source", "report"),
}
#: The column that says whose the rows of a table are, by which they are in order first; tables
#: without one are made of the vocabularies alone.
OWNED = {
    "boards": "source",
    "facts": "source",
    "findings": "source",
    "inspectors": "source",
    "judgements": "source",
    "kinds": "record",
    "mentions": "source",
    "pages": "report",
    "previous": "source",
    "problems": "source",
    "recommendations": "source",
    "records": "record",
    "reports": "source",
    "sections": "source",
    "services": "source",
}
#: What analyses read of the findings, in the order of their IRIs, without the words.
RATINGS = ("finding", "counted", "polarity", "report", "theme_probabilities")
#: Columns that are looked up; findings are by `RATINGS`.
INDEXED = {
    "judgements": ("judgement", "report"),
    "mentions": ("statement",),
    "recommendations": ("recommendation", "report"),
    "reports": ("report",),
    "sections": ("section",),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, and the places of those by which its rows are in order."""

    name: str
    columns: tuple[str, ...]
    order: tuple[int, ...]

    def key(self, row: tuple[object, ...]) -> tuple[tuple[object, ...], ...]:
        """What the rows are sorted by: what is not given stands first."""
        return tuple(_sorted(self.name, self.columns[at], row[at]) for at in self.order)

    def sorted(self, rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
        """Rows in the order of the table's question."""
        if self.name == "findings":
            # there are very many, and none lacks what they are sorted by
            return sorted(rows, key=itemgetter(*self.order))
        return sorted(rows, key=self.key)

    def create(self) -> str:
        """The statement that makes it."""
        columns = ", ".join(f'"{name}" {_affinity(name)}' for name in self.columns)
        return f'CREATE TABLE "{self.name}" (id INTEGER PRIMARY KEY, {columns})'

    def insert(self) -> str:
        """The statement that puts a row in."""
        marks = ", ".join("?" * len(self.columns))
        names = ", ".join(f'"{name}"' for name in self.columns)
        return f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})'


@cache
def tables() -> Mapping[str, Table]:
    """The tables by name."""
    catalogue = load_catalogue()
    found = {}
    for name, order in ORDER.items():
        columns = tuple(catalogue[TABLES + name].columns)
        found[name] = Table(name, columns, tuple(columns.index(each) for each in order))
    return found


@cache
def all_tables() -> Mapping[str, Table]:
    """The tables by name, those that no question answers among them."""
    inner = {
        name: Table(name, columns, tuple(range(len(columns)))) for name, columns in INNER.items()
    }
    return {**tables(), **inner}


@cache
def plain_columns(table: str) -> Mapping[str, str]:
    """The columns that are plain fields, and their properties as `kg.corpus.record` names them."""
    return {
        field.column: (field.predicate or key).removeprefix("cs:")
        for each in record_fields().classes.values()
        for key, field in each.fields.items()
        if each.table == table and field.column and field.plain
    }


def _affinity(column: str) -> str:
    return "INTEGER" if column in WHOLE else "NUMERIC" if column in PARTS else "TEXT"


def _sorted(table: str, column: str, value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    # figures are numbers, kept as they are written
    return (float(str(value)), value) if (table, column) == ("facts", "value") else (value,)
