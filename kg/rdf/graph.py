"""The graph of one report while it is being made: the only place where a line is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from kg.documents import PagedText
from kg.knowledge.recordfields import Value, record_fields
from kg.namespaces import CS, GRAPH, ID, RDF
from kg.rdf.terms import boolean, day, decimal, integer, iri, text
from kg.reports.quotes import Quote

T = TypeVar("T")


def _as_text(value: object) -> str:
    """A date as precise as printed, and a word of an enumeration, are written as they print."""
    return text(str(value))


#: How a value of a plain field is written.
WRITTEN: Mapping[Value, Callable[[Any], str]] = {
    Value.TEXT: _as_text,
    Value.ONE_OF: _as_text,
    Value.WHOLE: integer,
    Value.NUMBER: decimal,
    Value.DAY: day,
    Value.BOOLEAN: boolean,
}
TYPE = iri(RDF + "type")


class ReportGraph:
    """The N-Quads lines of a report whose IRIs end in ``end``.

    ``paged`` is the clean text that its quotes stand in, in whose pages offsets are given.
    """

    def __init__(self, end: str, paged: PagedText) -> None:
        self.paged = paged
        self.base = f"{ID}report/{end}"
        self.subject = iri(self.base)
        self.end = f" {iri(GRAPH + end)} ."
        self.found: set[str] = set()

    def add(self, subject: str, namespace: str, name: str, value: str | None) -> None:
        """A quad; nothing if there is no value.  Subject and value are finished terms."""
        if value is not None:
            self.found.add(f"{subject} <{namespace}{name}> {value}{self.end}")

    def node(self, name: str, kind: str, quote: Quote) -> str:
        """A thing that was read from the report: its type and its place."""
        subject = iri(f"{self.base}/{name}")
        self.typed(subject, kind)
        self.add(subject, CS, "partOf", self.subject)
        self.add(subject, CS, "page", integer(quote.page))
        self.add(subject, CS, "quote", text(quote.text))
        self.add(subject, CS, "textStart", integer(self.paged.offset(quote.start)))
        self.add(subject, CS, "textEnd", integer(self.paged.end(quote.end)))
        return subject

    def plain(self, subject: str, kind: str, read: object) -> None:
        """The fields of a class that are written as ``read`` has them (see `recordfields`).

        None and an empty text are no value; of several each is one.
        """
        for name, write, attribute in _plain(kind):
            value = getattr(read, attribute)
            for each in value if isinstance(value, tuple) else (value,):
                if each is not None and each != "":
                    self.add(subject, CS, name, write(each))

    def evidence(
        self, name: str, namespace: str, of: str, quote: Quote, part: str | None = None
    ) -> None:
        """Where a fact of the header stands; ``part`` parts it from others of its kind."""
        end = f"{name}-{part}" if part else name
        subject = self.node(f"evidence/{end}", "Evidence", quote)
        self.add(subject, CS, "evidenceFor", iri(namespace + name))
        self.add(subject, CS, "evidenceOf", of)

    def typed(self, subject: str, kind: str) -> None:
        """What a thing is: a class of the ontology."""
        self.found.add(f"{subject} {TYPE} <{CS}{kind}>{self.end}")


@cache
def _plain(kind: str) -> tuple[tuple[str, Callable[[Any], str], str], ...]:
    """Of each plain field of a class: its property, how a value is written, and its attribute."""
    return tuple(
        (field.predicate or key, WRITTEN[Value(field.value[0])], field.attribute)
        for key, field in record_fields().classes[kind].fields.items()
        if field.attribute
    )


def maybe_text(value: str | None) -> str | None:
    """A string literal, or None for an empty text."""
    return text(value) if value else None


def maybe(write: Callable[[T], str], value: T | None) -> str | None:
    """A term, or None for None."""
    return None if value is None else write(value)
