"""A brief as values: parts of paragraphs, quotes, tables and a chart, each with where it stands.

Writers turn a `Brief` into HTML, Markdown or DOCX; none of them asks a store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Where:
    """A page of a report; ``source`` is the name of its file without the ending."""

    source: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words, and where what they say stands.

    ``lead`` is set off before the words, such as the name of a thing or a day.
    """

    words: str
    where: tuple[Where, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a report; ``cut`` if their end is left out."""

    words: str
    where: Where
    lead: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes under a heading of their own, which may be empty."""

    title: str
    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading.

    Raises `ValueError` if a row has not one cell a column.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.title}: {len(row)} cells, {len(self.columns)} columns")


@dataclass(frozen=True, slots=True)
class Chart:
    """Points in time on a ladder: ``steps`` are years (such as 2018.25), a rung and a label.

    ``rungs`` are the names of the ladder's places, the best first; a step's rung counts from 0.
    ``says`` tells the same in words.
    """

    title: str
    says: str
    rungs: tuple[str, ...]
    steps: tuple[tuple[float, int, str], ...]


@dataclass(frozen=True, slots=True)
class More:
    """What is left out, and the command that shows all of it."""

    words: str
    command: str


Block = Paragraph | Points | Quotes | Table | Chart | More


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a brief, under its heading."""

    title: str
    blocks: tuple[Block, ...]


class Told(NamedTuple):
    """A part of a brief, and what its summary says ("" for nothing)."""

    part: Part
    short: Text


@dataclass(frozen=True, slots=True)
class Source:
    """A report that the brief cites: the name of its file, and what it is.

    ``address`` is where it was published, "" where no manifest said so.
    """

    name: str
    what: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief; the sources are numbered from 1 in their order."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]

    def number(self, where: Where) -> int:
        """The number of a source.  Raises `KeyError` if the brief does not list it."""
        for number, source in enumerate(self.sources, 1):
            if source.name == where.source:
                return number
        raise KeyError(where.source)

    def cited(self, where: Where) -> str:
        """A reference as it is written: "3, p. 26"."""
        page = f", p. {where.page}" if where.page else ""
        return f"{self.number(where)}{page}"

    def address(self, where: Where) -> str:
        """The address of a page as it was published, "" where that is not known."""
        address = self.sources[self.number(where) - 1].address
        return page_address(address, where.page) if address else ""


def page_address(address: str, page: int | None) -> str:
    """A published file, opened at a page (RFC 8118).

    >>> page_address("https://example.org/file/1", 3)
    'https://example.org/file/1#page=3'
    """
    return f"{address}#page={page}" if page and "#" not in address else address


def places(parts: tuple[Part, ...]) -> Iterator[Where]:
    """Every place that the parts refer to, in the order of reading."""
    for part in parts:
        for block in part.blocks:
            for text in texts(block):
                yield from text.where if isinstance(text, Text) else (text.where,)


def texts(block: Block) -> Iterator[Text | Quote]:
    """The runs of words of a block."""
    match block:
        case Paragraph(text):
            yield text
        case Points(items) | Quotes(_, items):
            yield from items
        case Table(_, _, rows):
            for row in rows:
                yield from row
        case Chart() | More():
            return
