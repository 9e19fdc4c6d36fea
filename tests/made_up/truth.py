"""What a careful person reads from a made-up report: plain values, written beside it as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Judged:
    """One graded judgement."""

    strand: str
    subject: str
    grade: str
    grade_code: str
    about: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an improvement list; sub-bullets are joined by "; "."""

    text: str
    kind: str
    addressee: str
    group: str | None = None
    timescale: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the body."""

    heading: str
    kind: str
    strand: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of findings, whole, and the strand and body that its section is about."""

    text: str
    number: int | None
    strand: str | None
    about: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the facts about the area."""

    measure: str
    value: float
    comparison: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier inspection that the report speaks of."""

    when: str
    grade_code: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Named:
    """A board or service that the report names."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that is known of one made-up report."""

    family: str
    #: slug in the register, None where the report names no authority
    authority: str | None
    authority_printed: str | None
    title: str
    start: date | None
    end: date | None
    published: date | None
    leads: tuple[str, ...]
    team: tuple[str, ...]
    judgements: tuple[Judged, ...]
    items: tuple[Item, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    boards: tuple[Named, ...]
    services: tuple[Named, ...]
    figures: tuple[Figure, ...]
    earlier: tuple[Earlier, ...]

    def as_json(self) -> dict[str, Any]:
        """The truth as JSON values, dates as ISO 8601."""
        values = asdict(self)
        for name in ("start", "end", "published"):
            values[name] = values[name].isoformat() if values[name] else None
        return values
