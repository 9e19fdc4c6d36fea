"""What stands behind the judgements: findings, the bodies and laws they name, figures, history.

Plain, frozen values like those of `kg.reports.model`, each with its place in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.classifier.model import Rating
from kg.reports.quotes import About, Quote
from kg.text.partialdate import PartialDate


@dataclass(frozen=True, slots=True)
class Raised:
    """The mark "(Recommendation)" behind a finding: an item of the report answers it."""

    #: order of the item, None if it cannot be told which
    recommendation: int | None
    #: True if the report does not say which item, but the words do
    inferred: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the body that says what inspectors saw."""

    #: 1-based, in reading order
    order: int
    #: order of the section it stands in; None before the first heading
    section: int | None
    #: order of the paragraph it stands in, None for an item of an improvement list or a heading
    paragraph: int | None
    #: number of that paragraph as printed, None if it has none
    number: int | None
    #: order of the recommendation that it is a part of, or None
    recommendation: int | None
    #: notation of the strand of its section, or None
    strand: str | None
    #: whom its section is about
    about: About
    text: str
    quote: Quote
    rating: Rating | None = None
    #: set if the report marks the finding as one that a recommendation answers
    raised: Raised | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A board or partnership that the report names: one for each authority and kind.

    ``kind`` is the notation of a board kind of the vocabulary ("lscb"); kind "other" has one
    `Board` a name.
    """

    #: end of its IRI, unique within the report ("torbay/lscb", "torbay/other/serious-violence")
    key: str
    kind: str
    #: slug of the authority whose board it is
    authority: str | None
    #: the fullest form of its name in the report
    name: str
    #: every printed form, in order of first appearance
    names: tuple[str, ...]
    #: the first mention
    quote: Quote


@dataclass(frozen=True, slots=True)
class Service:
    """A service, team, programme, trust or provider that the report names."""

    #: end of its IRI, unique within the report ("torbay/virtual-school")
    key: str
    #: notation of a service kind of the vocabulary ("front-door"), "other" if none fits
    kind: str
    name: str
    names: tuple[str, ...]
    #: "provided by", "commissioned from", "shared with", or None where the report does not say
    relation: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the report names a board, a service, a law or another authority."""

    #: "board", "service", "law" or "authority"
    what: str
    #: `Board.key`, `Service.key`, IRI of the law, or slug of the authority
    target: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure that the report gives."""

    #: notation of a measure of the vocabulary ("children-in-need")
    measure: str
    value: float
    #: "children", "percent", "per 10,000 children", "people", ... (notation of the vocabulary)
    unit: str
    #: the day that the figure is of, as precise as printed ("2015-03-31", "2015-03"), or None
    when: PartialDate | None
    #: notation of the measure's comparison: "national", "earlier", or None for the figure itself
    comparison: str | None
    #: the sentence or bullet
    quote: Quote


@dataclass(frozen=True, slots=True)
class EarlierInspection:
    """An earlier inspection or visit that the report speaks of."""

    #: what the report calls it, white space collapsed ("focused visit")
    what: str
    #: family code where it is plain ("SIF"), or None
    family: str | None
    #: as precise as printed ("2019", "2019-04", "2019-04-03"), or None
    when: PartialDate | None
    #: the last day where a period is printed, or None
    until: PartialDate | None
    #: grade as printed, or None
    grade: str | None
    grade_code: str | None
    #: what was graded, as printed, or None
    subject: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that fits nothing known: for people to look at, never a node."""

    text: str
    why: str
    quote: Quote
