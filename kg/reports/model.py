"""What was read from one report: plain, frozen values, each with its place in the text.

Every value that came from the page holds a `Quote`.  ``None`` and empty tuples mean "not
printed, or not found"; nothing is ever guessed into a field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.classifier.model import Rating
from kg.documents import PagedText
from kg.knowledge.choices import Kind as Kind
from kg.knowledge.inspectorroles import InspectorPart
from kg.reports.evidence import (
    Board,
    EarlierInspection,
    Fact,
    Finding,
    Mention,
    Service,
    Unplaced,
)
from kg.reports.publication import Publication
from kg.reports.quotes import About, Printed, Quote, quotes


class Basis(StrEnum):
    """How a report gives a judgement."""

    #: formally: in a table, a heading, or the sentence that stands in place of a table
    GRADED = "graded"
    #: in passing, in the prose
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Visit:
    """One period of fieldwork; a single day has ``start == end``."""

    start: date
    end: date
    quote: Quote


@dataclass(frozen=True, slots=True)
class Inspector:
    """A member of the inspection team as the report gives it."""

    name: str
    role: InspectorPart
    #: title and body as printed after the name ("His Majesty's Inspector", "CQC inspector"), or ""
    title: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Judgement:
    """One grade for one strand."""

    #: notation of the strand's concept in the framework version, None if the label is in none
    strand: str | None
    #: label as printed, white space collapsed, numbering and footnote marks aside
    subject: str
    #: grade as printed, white space collapsed; "" if a person gave the grade: what is printed may
    #: be another one
    grade: str
    #: notation of the grade's concept ("requires-improvement")
    grade_code: str
    about: About
    basis: Basis
    quote: Quote


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A strand of which the report says, in place of a grade, that it was not judged."""

    #: notation of the strand's concept in the framework version
    strand: str
    #: label, and what stands in place of a grade, as printed, white space collapsed
    subject: str
    printed: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Timescale:
    """A printed timescale, and the day it gives."""

    printed: str
    #: notation of the timescale's concept ("within-three-months"), None if it is in none
    code: str | None
    due: date | None
    #: the day that ``due`` is counted from: "published" or "fieldwork" (its last day), or
    #: "printed" if the report gives the day itself
    counted_from: str | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One item of an improvement list, complete to its last word."""

    #: 1-based place among the report's recommendations
    order: int
    #: number as printed ("12", "1.2"), None if the item has a bullet or nothing
    number: str | None
    kind: Kind
    #: heading inside the list that the item stands under, or None
    group: str | None
    addressee: About
    #: the addressee as printed, where the report names one ("NHS Devon ICB"), or None
    addressee_printed: str | None
    timescale: Timescale | None
    #: the item's text; sub-bullets joined by "; "
    text: str
    #: numbers of the paragraphs that the item cites
    references: tuple[int, ...]
    quote: Quote
    #: its themes as the classifier has them; the polarity of an instruction says nothing
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the report's body."""

    #: 1-based, in reading order
    order: int
    heading: str
    #: what the profile says the section is ("help-and-protection", "improvements"), or None
    kind: str | None
    #: notation of the strand that the section is about, or None
    strand: str | None
    about: About
    quote: Quote


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or bullet of the body."""

    #: 1-based, in reading order
    order: int
    #: order of the section it stands in; None before the first heading
    section: int | None
    #: number as printed, None for an unnumbered paragraph or bullet
    number: int | None
    #: True for a bullet
    bullet: bool
    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class StatementRequired:
    """Who must write the statement (or plan) that answers the report, and by when."""

    #: "written statement of action", "priority action plan (area SEND)", ... as printed
    what: str
    #: the body as printed, or None
    responsible: str | None
    due: date | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the inspectorate says it will do next (Area SEND: the next inspection)."""

    #: notation of the kind of step ("full-inspection", "monitoring-inspection")
    kind: str
    #: months from the inspection, where the report gives a period
    months: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the reader looked for and did not find, or found and could not use."""

    #: short code, stable ("no-publication-date", "unknown-family", "impossible-date")
    code: str
    #: one plain sentence: what, where, what to do
    message: str
    page: int | None = None
    #: the printed words that it is about, white space collapsed, None where it is about none
    text: str | None = None
    #: the field whose correction answers it ("published", "grade:overall"), None if none does
    field: str | None = None


#: The fields that can be corrected, and where a `Report` holds them.
CORRECTED = {
    "authority": "authority",
    "inspection_start": "visits",
    "inspection_end": "visits",
    "published": "published",
    "lead_inspector": "inspectors",
    "grade": "judgements",
    "addressee": "recommendations",
}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value that a person gave in place of what was read."""

    #: "authority", "inspection_start", ..., "grade:overall", "addressee:3"
    field: str
    value: str
    #: what was read, None if nothing was
    read: str | None
    #: where the person saw it
    page: int
    who: str
    why: str
    #: the first line of that page
    quote: Quote
    #: from where the values were read that it replaces
    instead_of: tuple[Quote, ...] = ()

    @property
    def attribute(self) -> str:
        """What it is of a `Report`: "visits", "judgements"."""
        return CORRECTED[self.field.partition(":")[0]]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was read from one report."""

    #: input file's name without its ending
    source: str
    sha256: str
    pages: int
    media_type: str
    #: code of the family ("ILACS"), None if the report is of no known family
    framework: str | None
    #: notation of the framework version ("ILACS-2023"), None if the family is not known
    framework_version: str | None
    title: Printed[str] | None
    #: register code of the authority (its slug), None if it is in no register
    authority: Printed[str] | None
    #: the name as printed
    authority_printed: str | None
    visits: tuple[Visit, ...] = ()
    published: Printed[date] | None = None
    inspectors: tuple[Inspector, ...] = ()
    #: "standard", "short", "re-inspection", ... (notation), None where a family has no variants
    variant: str | None = None
    #: True if the variant is not printed but follows from the span of days
    variant_inferred: bool = False
    #: the theme of a joint targeted area inspection, as printed
    theme: Printed[str] | None = None
    judgements: tuple[Judgement, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    statements: tuple[StatementRequired, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    #: SHA-256 of the classifier that rated the findings, None if none did
    model: str | None = None
    findings: tuple[Finding, ...] = ()
    boards: tuple[Board, ...] = ()
    services: tuple[Service, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    facts: tuple[Fact, ...] = ()
    earlier: tuple[EarlierInspection, ...] = ()
    publication: Publication | None = None
    #: what a person corrected, and what was read
    corrections: tuple[Corrected, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    #: the clean text that the quotes stand in
    text: PagedText = field(default_factory=PagedText)
    #: owner of printed lines ("paragraph", "standing text", "unread", ...) -> how many it has
    lines: Mapping[str, int] = field(default_factory=dict)

    def correction(self, field: str) -> Corrected | None:
        """What a person corrected of a field ("authority", "grade:overall")."""
        return next((done for done in self.corrections if done.field == field), None)

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """Every quote of every reading, with its path: ``recommendations[3].quote``."""
        return quotes(self)

    @property
    def inspection_start(self) -> date | None:
        """First day of fieldwork."""
        return min((v.start for v in self.visits), default=None)

    @property
    def inspection_end(self) -> date | None:
        """Last day of fieldwork."""
        return max((v.end for v in self.visits), default=None)
