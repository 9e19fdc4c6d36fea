"""What is printed in a report, piece by piece, before it is laid out on pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from examples.layout import LEFT, RIGHT, STEP
from tests.made_up.truth import Truth


class Owner(StrEnum):
    """What a printed line belongs to: every line has one owner."""

    TITLE = "title"
    FIELD = "header field"
    HEADING = "heading"
    ROW = "judgement row"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    FACT = "fact"
    TEAM = "team"
    STANDING = "standing text"
    FURNITURE = "furniture"


class Ruled(StrEnum):
    """How a piece stands in a table that has ruled lines."""

    NO = "no"
    ROW = "opens a row"
    MORE = "goes on in the row above"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece is set; lengths in points."""

    size: float = 12.0
    bold: bool = False
    left: float = LEFT
    right: float = RIGHT
    #: from baseline to baseline
    step: float = STEP
    #: white below the piece
    after: float = 12.0
    #: 0 is black, 1 is white; less than 0 is text that is laid out and not drawn
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A further cell of a row of a table, to the right of the piece's own text."""

    text: str
    left: float
    right: float
    bold: bool = False
    #: lines that the cell's first line stands below the row's first; may be half a line
    lower: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, an item, a row of a table: what a person sees as one."""

    owner: Owner
    #: a line's end in it is printed as one
    text: str
    style: Style = Style()
    #: what it is for variations to find it: "row:overall", "heading:improvements", "item"
    tag: str = ""
    #: bullet or number printed before the text, and how far right of the edge the text begins
    mark: str = ""
    hang: float = 0.0
    #: the mark's size, where it is not the text's
    mark_size: float = 0.0
    cells: tuple[Cell, ...] = ()
    #: a footnote's mark raised at the end of the text, and the footnote
    raised: str = ""
    foot: str = ""
    #: begins a new page
    new_page: bool = False
    #: is moved to the next page as a whole where this much room (points) is not left
    keep: float = 0.0
    #: the page ends after this many of its lines (0: wherever it must)
    page_ends_after: int = 0
    #: pieces with a higher number are drawn later on their page
    drawn: int = 0
    #: is set in a table with ruled lines: opens a row of it, or goes on in the row above
    ruled: Ruled = Ruled.NO


@dataclass(frozen=True, slots=True)
class Furnished:
    """One line of a page's furniture."""

    x: float
    y: float
    text: str
    size: float
    #: set so that it ends at ``x``
    ends: bool = False


#: Furniture of a page, by its number.
Furniture = Callable[[int], tuple[Furnished, ...]]


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A made-up report: what is printed, and what a person reads from it."""

    name: str
    #: which printed form of its family ("ILACS 2023", "SIF B")
    design: str
    truth: Truth
    pieces: tuple[Piece, ...]
    furniture: Furniture
    #: heights between which text is set on every page but the first, and on the first
    top: float = 736.0
    foot: float = 62.0
    first_top: float = 690.0
    #: degrees by which every page is turned
    turned: int = 0
    #: what is cut off at each side of the page (points)
    cropped: float = 0.0
    #: how often the report is bound into the file
    copies: int = 1
    #: names of other authorities of the same register
    others: tuple[str, ...] = ()
    #: the trust that delivers the authority's services
    trust: str = ""

    def indices(self, tag: str) -> list[int]:
        """Where the pieces stand whose tag is ``tag`` or begins with ``tag:``."""
        return [
            index
            for index, piece in enumerate(self.pieces)
            if piece.tag == tag or piece.tag.startswith(f"{tag}:")
        ]

    def with_piece(self, index: int, piece: Piece) -> MadeUp:
        """The report with another piece in a place."""
        return replace(self, pieces=(*self.pieces[:index], piece, *self.pieces[index + 1 :]))


@dataclass(slots=True)
class Counter:
    """Counts on: numbers of paragraphs, of footnotes."""

    last: int = 0
    used: list[int] = field(default_factory=list)

    def next(self) -> int:
        """The next number."""
        self.last += 1
        return self.last
