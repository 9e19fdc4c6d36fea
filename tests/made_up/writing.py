"""A made-up report under way: what is printed and what is true are written down together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from tests.made_up.days import Span
from tests.made_up.pieces import Cell, Counter, Furniture, MadeUp, Owner, Piece, Ruled, Style
from tests.made_up.register import MadeUpAuthority
from tests.made_up.sentences import Words
from tests.made_up.truth import (
    Earlier,
    Figure,
    Item,
    Judged,
    Named,
    Paragraph,
    Section,
    Truth,
)

BODY = Style()
HEADING = Style(size=14.0, bold=True, step=17.0, after=13.0)
BULLET = Style(after=6.0)


@dataclass(frozen=True, slots=True)
class Size:
    """How long reports are made: 1 for the length of the real ones."""

    share: float = 1.0

    def of(self, rng: Random, least: int, most: int) -> int:
        """A number between two, cut down to the share, at least one."""
        return max(1, round(rng.randint(least, most) * self.share))


#: As long as the real reports.
FULL = Size()


class Writing:
    """Pieces and truth of one report, in reading order."""

    def __init__(self, rng: Random, authority: MadeUpAuthority, span: Span, size: Size) -> None:
        self.rng = rng
        self.words = Words(rng)
        self.authority = authority
        self.span = span
        self.size = size
        self.numbers = Counter()
        #: what the section under way is about
        self.kind = ""
        self.strand: str | None = None
        self.about = "authority"
        #: heading inside the list under way, and its timescale
        self.group: str | None = None
        self.timescale: str | None = None
        self._pieces: list[Piece] = []
        self._judged: list[Judged] = []
        self._items: list[Item] = []
        self._sections: list[Section] = []
        self._paragraphs: list[Paragraph] = []
        self._boards: dict[Named, None] = {}
        self._services: dict[Named, None] = {}
        self._figures: list[Figure] = []
        self._earlier: list[Earlier] = []

    def put(self, owner: Owner, text: str, tag: str = "", style: Style = BODY, **more: Any) -> None:
        """A piece of which nothing is true but that it stands there."""
        self._pieces.append(Piece(owner, text, style, tag, **more))

    def heading(
        self, text: str, kind: str, *, strand: str | None = None, about: str | None = None,
        style: Style = HEADING, grade: str = "", **more: Any,
    ) -> None:  # fmt: skip
        """A heading: what follows is about its strand and its body."""
        self.kind, self.strand = kind, strand
        self.about = about or self.about
        self.group = self.timescale = None
        self._sections.append(Section(" ".join(text.split()), kind, strand, self.about))
        more = {"keep": 70.0, **more}
        self.put(Owner.HEADING, text, f"heading:{kind}:{strand or ''}", style, **more)

    def judged(
        self, strand: str, subject: str, grade: str, code: str, about: str = "authority"
    ) -> None:
        """A graded judgement, printed by the caller."""
        self._judged.append(Judged(strand, subject, " ".join(grade.split()), code, about))

    def finding(
        self,
        text: str,
        *,
        numbered: bool = False,
        bullet: str = "",
        style: Style = BODY,
        **more: Any,
    ) -> None:
        """A paragraph of findings: plain, numbered, or behind a bullet."""
        count = self.numbers.next() if numbered else None
        more.setdefault("mark", f"{count}." if numbered else bullet)
        more.setdefault("hang", 28.0 if numbered else 17.0 if bullet else 0.0)
        self._paragraphs.append(Paragraph(whole(text), count, self.strand, self.about))
        self.put(Owner.PARAGRAPH, text, f"finding:{self.kind}", style, **more)

    def item(
        self, text: str, kind: str, *, parts: tuple[str, ...] = (), numbered: bool = False,
        bullet: str = "", style: Style = BULLET, dash: str = "\u2013", addressee: str = "",
        **more: Any,
    ) -> None:  # fmt: skip
        """An item of an improvement list, with its sub-bullets."""
        count = self.numbers.next() if numbered else None
        more.setdefault("mark", f"{count}." if numbered else bullet)
        more.setdefault("hang", 28.0 if numbered else 17.0 if bullet else 0.0)
        self._items.append(
            Item(
                " ".join([whole(text), "; ".join(map(whole, parts))]).strip(), kind,
                addressee or self.about, self.group, self.timescale, str(count) if count else None,
            )
        )  # fmt: skip
        self.put(Owner.ITEM, text, "item", style, **more)
        for place, part in enumerate(parts, 1):
            after = style.after if place == len(parts) else 4.0
            inner = replace(style, left=style.left + more["hang"], after=after)
            self.put(Owner.ITEM, part, "part", inner, mark=dash, hang=14.0)

    def table_item(
        self, body: str, text: str, kind: str, style: Style, columns: tuple[float, float],
        parts: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """An item in a table's second column, with its bullets; who is responsible in the first."""
        said = " ".join([whole(text), "; ".join(map(whole, parts))]).strip()
        self._items.append(Item(said, kind, self.about, self.group, self.timescale))
        left, right = columns
        cells = (Cell(text, left, right),)
        self.put(Owner.ITEM, body, "item", style, cells=cells, keep=60.0, ruled=Ruled.ROW)
        for part in parts:
            inner = replace(style, left=left + 18, right=right)
            self.put(Owner.ITEM, part, "part", inner, mark="\u2022", hang=18.0, ruled=Ruled.MORE)

    def figures(self, *figures: Figure) -> None:
        """Figures that a paragraph gives."""
        self._figures += figures

    def row(
        self,
        label: str,
        grade: str,
        tag: str,
        columns: tuple[float, float],
        style: Style = BODY,
        *,
        lower: float = 0.0,
        bold: bool = False,
    ) -> None:
        """A row of a table of two columns: from ``columns[0]``, and from ``columns[1]``."""
        own = replace(style, left=columns[0], right=columns[1] - 20, bold=bold)
        cell = Cell(grade, columns[1], 523.0, bold, lower)
        self.put(Owner.ROW, label, tag, own, cells=(cell,), keep=60.0, ruled=Ruled.ROW)

    def board(self, kind: str, name: str) -> None:
        """A board that the report names in its text."""
        self._boards[Named(kind, name)] = None

    def service(self, kind: str, name: str) -> None:
        """A service that the report names in its text."""
        self._services[Named(kind, name)] = None

    def fact(
        self, text: str, *figures: Figure, style: Style = BULLET, bullet: str = "\uf06e"
    ) -> None:
        """A bullet of the facts about the area, with the figures that it gives."""
        self._figures += figures
        self.put(Owner.FACT, text, "fact", style, mark=bullet, hang=17.0)

    def earlier(self, when: str, code: str | None, sentence: str) -> None:
        """An earlier inspection that a sentence speaks of."""
        self._earlier.append(Earlier(when, code, whole(sentence)))

    def finished(
        self, name: str, design: str, family: str, furniture: Furniture, *, title: str,
        printed: str | None, published: date | None, leads: tuple[str, ...],
        team: tuple[str, ...] = (), **pages: Any,
    ) -> MadeUp:  # fmt: skip
        """The report and its truth."""
        truth = Truth(
            family, self.authority.slug, printed, whole(title), self.span.start, self.span.end,
            published, leads, team, tuple(self._judged), tuple(self._items),
            tuple(self._sections), tuple(self._paragraphs), tuple(self._boards),
            tuple(self._services), tuple(self._figures), tuple(self._earlier),
        )  # fmt: skip
        return MadeUp(name, design, truth, tuple(self._pieces), furniture, **pages)


def whole(text: str) -> str:
    """A text as it is read: lines joined, with no space behind a printed hyphen."""
    return " ".join(text.replace("-\n", "-").split())
