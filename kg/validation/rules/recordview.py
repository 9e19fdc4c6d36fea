"""One report's record, as rules look at it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from kg.namespaces import GRAPH, ID, NOT_STORED
from kg.shacl.index import GraphIndex
from kg.shacl.terms import text_of
from kg.validation.rules.graphview import GraphView, term
from kg.validation.rules.words import letters


class RecordView:
    """The statements of one report beside the shared vocabulary and its clean text.

    ``text`` has its pages parted by form feeds; None where it is not at hand, and then what needs
    it is not looked at.
    """

    def __init__(self, own: GraphIndex, vocabulary: GraphIndex, text: str | None = None) -> None:
        self.own = GraphView(own)
        self.known = GraphView(vocabulary)
        self.text = text

    @cached_property
    def end(self) -> str:
        """What its IRIs end in, by the name of its graph ("kent/ilacs/2022-05-13")."""
        return text_of(self.own.index.graph or '""').removeprefix(GRAPH)

    @cached_property
    def letters(self) -> str | None:
        """The letters and digits of the clean text; None where it is not at hand."""
        return None if self.text is None else letters(self.text)

    @property
    def is_of_file(self) -> bool:
        """Whether the graph tells of a file of which no report is stored."""
        return text_of(self.own.index.graph or '""').startswith(NOT_STORED)

    @cached_property
    def report(self) -> str:
        """The report that the graph's name asks for."""
        return f"<{ID}report/{self.end}>"

    @cached_property
    def inspection(self) -> str:
        """The inspection that the graph's name asks for."""
        return f"<{ID}inspection/{self.end}>"

    @cached_property
    def authority(self) -> str:
        """The authority that the report is about, "" if it is not known."""
        return self.own.value(self.report, "cs:about")

    @cached_property
    def version(self) -> str:
        """The framework version, "" if it is not known."""
        return self.own.value(self.report, "cs:framework")

    @cached_property
    def family(self) -> str:
        """The code of the family ("ILACS"), "" if it is not known."""
        return self.own.text(self.report, "cs:family")

    @cached_property
    def fieldwork(self) -> tuple[date | None, date | None]:
        """The first and the last day of the inspection."""
        days = (self.own.day(self.inspection, f"cs:{end}Date") for end in ("start", "end"))
        first, last = days
        return first, last

    @cached_property
    def dated(self) -> date | None:
        """The day of publication, or the last day of fieldwork where none is printed."""
        return self.own.day(self.report, "dcterms:issued") or self.fieldwork[1]

    @cached_property
    def told(self) -> set[str]:
        """The codes of the problems that the record tells."""
        return {self.own.text(each, "cs:problemCode") for each in self.own.of_class("cs:Problem")}

    @cached_property
    def corrected(self) -> set[str]:
        """The things, and the names of the fields, that a correction gives; no page shows them."""
        own = self.own
        corrections = own.of_class("cs:Correction")
        things = {value for each in corrections for value in own.values(each, "cs:corrects")}
        fields = {own.text(each, "cs:correctedField") for each in corrections}
        return things - {self.report, self.inspection} | fields

    def name_of(self, part: str) -> str:
        """The end of a part's IRI behind that of the report, "" for anything that is no part."""
        start = f"<{ID}report/{self.end}/"
        return part[len(start) : -1] if part.startswith(start) else ""

    @cached_property
    def places(self) -> list[tuple[str, int, int]]:
        """Everything read from the text with the offsets it names, in the order of the text."""
        starts, ends = (self.own.index.column(term(f"cs:text{end}")) for end in ("Start", "End"))
        found = []
        for thing in starts.first:
            if thing in ends.first:
                start, end = (
                    self.own.number(thing, "cs:textStart"),
                    self.own.number(thing, "cs:textEnd"),
                )
                if start is not None and end is not None:
                    found.append((thing, start, end))
        return sorted(found, key=lambda each: (each[1], -each[2], each[0]))

    @cached_property
    def span(self) -> dict[str, tuple[int, int]]:
        """Thing -> its offsets in the text."""
        return {thing: (start, end) for thing, start, end in self.places}
