"""The lines of a file before cleaning: what every format's reader gives to the assembly."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.documents.model import Cell, Line, Note, Role

#: PDFium puts this in place of a hyphen at a line's end.
LINE_END_HYPHEN = "\ufffe"


@dataclass(slots=True)
class RawLine:
    """One line (or one table cell of a line) as the file gives it.

    Positions are PDF points from the lower left corner, None where the format has none.
    """

    #: 1-based page number
    page: int
    #: raw text of the line, without its line ending
    text: str
    #: offset of ``text`` in the page's raw text
    start: int
    x0: float | None = None
    x1: float | None = None
    #: baseline
    y: float | None = None
    #: font size of the first and of the last character, in points, 0.0 where unknown
    first_size: float = 0.0
    size: float = 0.0
    bold: bool = False
    #: one of its ends is set much smaller than the other, or than its font's size
    shrunk: bool = False
    #: offsets within ``text`` (start, end) of superscript footnote marks
    marks: tuple[tuple[int, int], ...] = ()
    #: the line ends in a hyphen that the line break put there or fell on
    broken: bool = False
    #: a blank line stands before this one (formats without positions)
    gap: bool = False
    #: the format itself says that this is a heading, a list item of some depth, or a paragraph
    heading: bool = False
    item: int = 0
    #: a later piece of a line that was longer than a paragraph may be
    goes_on: bool = False
    #: the ruled cell that it stands in
    cell: Cell | None = None

    def cleaned(
        self, text: str, runs: tuple[tuple[int, int], ...], role: Role, start: int = -1
    ) -> Line:
        """The line of the document that it becomes."""
        return Line(
            self.page, text, self.x0, self.x1, self.y, self.size, self.bold or self.heading, role,
            runs, start, self.cell,
        )  # fmt: skip


@dataclass(slots=True)
class RawPage:
    """One page of a file: its raw text, its size in points (0 where unknown), its lines."""

    number: int
    text: str
    width: float = 0.0
    height: float = 0.0
    lines: list[RawLine] = field(default_factory=list)


@dataclass(slots=True)
class RawFile:
    """A file as its format's reader gives it."""

    media_type: str
    pages: list[RawPage]
    #: the format has pages of its own
    paged: bool
    notes: list[Note] = field(default_factory=list)
