"""What the corpus gives: authorities, reports, findings and the rest as plain tuples with names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    import pandas as pd

Item = TypeVar("Item", bound=tuple[Any, ...])


class Items(tuple[Item, ...]):
    """Many values of one kind, in a fixed order; they can become dictionaries or a data frame.

    >>> Items([Theme("https://w3id.org/x", "plans", "Plans")]).to_dicts()
    [{'iri': 'https://w3id.org/x', 'code': 'plans', 'label': 'Plans'}]
    """

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dictionary a value, by the names of its fields."""
        return [value._asdict() for value in self]  # type: ignore[attr-defined]

    def to_pandas(self) -> pd.DataFrame:
        """A data frame, one row a value.  Raises `ImportError` where pandas is not installed."""
        return _frame(self.to_dicts())


class ItemsByKey(dict[str, Item]):
    """Values of one kind by a key that they have, an IRI or a code; else as `Items`.

    >>> themes = ItemsByKey(plans=Theme("https://w3id.org/x", "plans", "Plans"))
    >>> themes["plans"].label
    'Plans'
    >>> themes.to_dicts()
    [{'iri': 'https://w3id.org/x', 'code': 'plans', 'label': 'Plans'}]
    """

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, Any]]:
        """One dictionary a value, by the names of its fields; the key is one of them."""
        return Items(self.values()).to_dicts()

    def to_pandas(self) -> pd.DataFrame:
        """A data frame, one row a value.  Raises `ImportError` where pandas is not installed."""
        return _frame(self.to_dicts())


def _frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError(
            "to_pandas() needs pandas, which kg does not install: pip install pandas; "
            "to_dicts() gives the same rows without it"
        ) from error
    return pd.DataFrame(list(rows))


class Authority(NamedTuple):
    """An authority of the register; ``region``, ``gss`` and the days may be ""."""

    iri: str
    name: str
    region: str
    gss: str = ""
    valid_from: str = ""
    valid_to: str = ""


class Theme(NamedTuple):
    """A theme of the vocabulary."""

    iri: str
    code: str
    label: str


class GradeConcept(NamedTuple):
    """A grade of the vocabulary: ``level`` is its place on the scale that frameworks share, None
    if it has none there, ``rank`` that on the scale of its own ``versions`` of frameworks; 1 is
    the best.  ``names`` are all that it is called.
    """

    code: str
    label: str
    level: int | None
    rank: int
    names: tuple[str, ...]
    versions: tuple[str, ...]


class Report(NamedTuple):
    """A report; ``ended`` is the last day of fieldwork, else the day of publication.

    ``family`` and ``framework`` are codes, "" for a report of no known family; ``authority`` is
    the IRI of the authority.
    """

    iri: str
    source: str
    authority: str
    family: str
    framework: str
    ended: date | None
    title: str = ""
    started: date | None = None
    published: date | None = None
    pages: int = 0
    inspection: str = ""
    authority_name: str = ""
    #: where the file was published, "" where no manifest said so
    address: str = ""


class Finding(NamedTuple):
    """A sentence of a report: ``polarity`` and ``themes`` are codes, the most central first.

    About one sentence in twelve has no theme: ``themes`` is empty.  ``sure`` has how sure the
    classifier is of each theme, between 0 and 1.  ``counted`` is false for what is left out where
    one counts what reports say: summaries, lists of what to improve, reviews of boards.
    """

    iri: str
    report: str
    polarity: str
    themes: tuple[str, ...]
    sure: tuple[float, ...]
    counted: bool = True
    page: int | None = None
    section: str = ""
    text: str = ""


class Recommendation(NamedTuple):
    """An item of an improvement list; ``kind`` and ``themes`` are codes."""

    iri: str
    report: str
    kind: str
    addressee: str
    themes: tuple[str, ...]
    text: str
    page: int | None = None
    kind_name: str = ""
    timescale: str = ""
    due: date | None = None
    order: int = 0


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
    subject: str = ""
    printed: str = ""
    page: int | None = None
    grade_name: str = ""

    @property
    def grade_words(self) -> str:
        """The grade as printed, or its name where a person gave it."""
        return self.printed or self.grade_name


class Mention(NamedTuple):
    """A finding that mentions a board, a service, a law or an authority.

    ``body`` is the IRI of what is mentioned, ``type`` the type of a board or the code of the kind
    of a service, ``text`` are the finding's words; ``counted`` as in `Finding`.
    """

    finding: str
    report: str
    what: str
    body: str
    name: str
    type: str
    polarity: str
    text: str
    counted: bool


class Section(NamedTuple):
    """A section of a report; ``kind`` and ``strand`` are codes and may be ""."""

    iri: str
    report: str
    heading: str
    kind: str
    strand: str
    page: int | None


class Figure(NamedTuple):
    """A figure that a report prints; ``value`` is as written, ``date`` as precise as printed."""

    iri: str
    report: str
    measure: str
    value: str
    unit: str
    date: str
    comparison: str
    page: int | None
    text: str


class Problem(NamedTuple):
    """What was not found or not understood in a report or a file; ``report`` may be ""."""

    source: str
    code: str
    severity: str
    message: str
    page: int | None
    text: str
    report: str


class Hit(NamedTuple):
    """A finding or recommendation that full-text search found; ``what`` says which of the two."""

    iri: str
    report: str
    source: str
    page: int | None
    text: str
    what: str


class Quotation(NamedTuple):
    """Any statement of a report with its place: what it says, on which page of which file.

    ``quote`` are the exact words.
    """

    iri: str
    source: str
    page: int | None
    quote: str
