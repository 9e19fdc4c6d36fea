"""The headed parts of a report: which blocks stand under which heading, and what that means.

The headings stand in the ``[[sections.heading]]`` tables of a profile, in any order
(`kg.knowledge.profile.HeadingForm`).

What no profile names is a topic inside the part before it if it is set smaller than that part's
heading.  If it is set as large, a list ends there, and so does what the heading above it said of
strand and board.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.documents import Block, Document
from kg.knowledge.profile import HeadingForm
from kg.knowledge.sectionkinds import USUAL, Trait
from kg.reports.headings import Heading, find_headings, named
from kg.reports.profile import Profile
from kg.reports.quotes import About, Quote

#: Blocks above a heading among which the row of its strand is looked for.
ROWS = 8
#: Points: a box is set in by so much.
SET_IN = 5.0


@dataclass(frozen=True, slots=True)
class Part:
    """One headed part of a report: the blocks from ``first`` up to, not including, ``last``.

    ``heading`` is the index of its heading's block, None for what stands before any heading.
    """

    heading: int | None
    first: int
    last: int
    text: str
    kind: str | None
    strand: str | None
    about: About
    #: what the profile calls the items of a list under this heading, or None
    items: str | None
    #: True for a heading inside the part before it
    topic: bool
    #: index of the heading's block of the part that this one goes on with, or None
    resumed: int | None = None
    #: True if the heading's words are not those of the profile
    loose: bool = False
    #: True if the profile names the heading
    named: bool = False
    #: True if no profile names the heading, and it ended the list above it
    ended_list: bool = False
    #: what its kind means
    traits: frozenset[Trait] = USUAL


def read_outline(document: Document, profile: Profile | None) -> tuple[Part, ...]:
    """The parts of a report in reading order; every block is in just one or is its heading."""
    if profile is None:
        return _Outline(document, (), About.AUTHORITY, cover=False).read()
    sections = profile.sections
    cover = sections.cover and document.paged
    parts = _Outline(document, sections.heading, sections.about, cover=cover).read()
    traits = {notation: kind.traits for notation, kind in profile.kinds.items()}
    return tuple(replace(part, traits=traits.get(part.kind or "", USUAL)) for part in parts)


class _Outline:
    """What holds at a place of a report, from heading to heading."""

    def __init__(
        self, document: Document, forms: Sequence[HeadingForm], usual: About, *, cover: bool
    ) -> None:
        self.document = document
        #: True if the first page is a cover
        self.cover = cover
        self.forms = forms
        #: whom the text is about where no heading says so
        self.usual = usual
        self.about = usual
        #: the largest of the headings that said whom the text is about
        self.about_from: Heading | None = None
        #: the strand of the section, which lists inside it do not end, and its heading
        self.strand: str | None = None
        self.strand_from: Heading | None = None
        #: the heading of the list in which the text is
        self.list_from: Heading | None = None
        #: what holds again behind a box that reaches to the next heading: the part above it, the
        #: heading of its list, and the block of the box's heading
        self.above_box: tuple[Part, Heading | None, int] | None = None
        #: kinds of the headings that the part holds
        self.holds: tuple[str, ...] = ()
        #: True once a heading other than the cover's sentences has come
        self.opened = False
        self.parts: list[Part] = []
        #: the part whose kind, strand and items a heading inside it shares
        self.current: Part

    def read(self) -> tuple[Part, ...]:
        headings = find_headings(self.document, self.forms)
        ends = [heading.index for heading in headings[1:]] + [len(self.document.blocks)]
        first = headings[0].index if headings else len(self.document.blocks)
        self.current = Part(None, 0, first, "", None, None, self.about, None, topic=False)
        self.parts.append(self.current)
        for heading, last in zip(headings, ends, strict=False):
            form = heading.form
            self._leave_box(heading)
            if form is not None and form.kind in self.holds and not form.opens:
                form = None
            if form is None:
                self._unnamed(heading, last)
            elif self._is_on_the_cover(heading, form):
                self._on_the_cover(heading, form, last)
            else:
                self._named(heading, form, last)
        return tuple(self.parts)

    def _part(self, heading: Heading, last: int, kind: str | None, strand: str | None,
              items: str | None, *, topic: bool) -> Part:  # fmt: skip
        block = self.document.blocks[heading.index]
        return Part(
            heading.index, heading.index + 1, last, self.document.text[block.body : block.end],
            kind, strand, self.about, items, topic, loose=heading.loose,
            named=heading.form is not None,
        )  # fmt: skip

    def _add(self, part: Part) -> None:
        self.parts.append(part)
        self.current = part

    def _is_on_the_cover(self, heading: Heading, form: HeadingForm) -> bool:
        """Whether a heading that says whom or what a part is about stands on the cover."""
        page = self.document.lines[self.document.blocks[heading.index].first].page
        told = form.about is not None or form.strand is not None
        return (form.states and not self.opened) or (self.cover and page == 1 and told)

    def _on_the_cover(self, heading: Heading, form: HeadingForm, last: int) -> None:
        """What follows on the cover is not about the subject of a sentence there."""
        if form.states:
            part = self._part(heading, last, form.kind, form.strand, None, topic=False)
            self.parts.append(replace(part, about=form.about or self.about))
        else:
            self.parts.append(self._part(heading, last, None, None, None, topic=True))

    def _unnamed(self, heading: Heading, last: int) -> None:
        """A heading that no profile names: a topic, or the end of what stands above it."""
        current = self.current
        if self.holds:
            self._add(self._part(heading, last, current.kind, current.strand, None, topic=True))
            return
        if self.about_from and heading.is_as_large_as(self.about_from):
            self.about, self.about_from = self.usual, None
        ended = self.strand_from is not None and heading.is_as_large_as(self.strand_from)
        if ended:
            self.strand, self.strand_from = None, None
        if self.list_from and heading.is_as_large_as(self.list_from):
            self.list_from = None
            part = self._part(heading, last, None, self.strand, None, topic=False)
            self._add(replace(part, ended_list=True))
            return
        items = current.items if self.list_from else None
        strand = None if ended else current.strand
        self._add(self._part(heading, last, current.kind, strand, items, topic=True))

    def _named(self, heading: Heading, form: HeadingForm, last: int) -> None:
        self.opened = True
        self.holds = form.holds
        if form.about and form.about is not self.about:
            self.about, self.about_from = form.about, heading
        elif self.about_from is None or heading.is_as_large_as(self.about_from):
            self.about_from = heading
        if form.resumes and (row := self._row(heading)):
            at, strand_form = row
            self.parts[-1] = replace(self.parts[-1], last=at)
            words = self._text(self.document.blocks[at])
            self.strand, self.strand_from = strand_form.strand, heading
            self._add(Part(at, at + 1, heading.index, words, strand_form.kind,
                           strand_form.strand, self.about, None, topic=False))  # fmt: skip
        before = self.current
        inherits = form.inherit or form.topic
        if form.strand:
            self.strand, self.strand_from = form.strand, heading
        elif not inherits and not form.items:
            self.strand, self.strand_from = None, None
        elif self.strand_from and heading.is_as_large_as(self.strand_from):
            self.strand_from = heading
        list_from = self.list_from
        if not form.topic:
            self.list_from = heading if form.items else None
        part = self._part(
            heading, last,
            form.kind or (before.kind if inherits else None),
            form.strand or (self._inherited(before, form) if inherits else None),
            form.items or (before.items if form.topic and self.list_from else None),
            topic=form.topic,
        )  # fmt: skip
        if form.box and (behind := self._behind_box(part)) < last:
            self._add(replace(part, last=behind))
            self.strand, self.strand_from, self.list_from = before.strand, None, list_from
            self._add(_going_on(before, behind, last))
        elif form.box:
            self.above_box = (before, list_from, heading.index)
            self._add(part)
        elif form.resumes:
            for piece in self._resumed(part, before):
                self._add(piece)
        else:
            self._add(part)

    def _leave_box(self, heading: Heading) -> None:
        """A heading that stands left of a box's heading goes on with what stood above the box."""
        above, self.above_box = self.above_box, None
        if above and self._is_left_of(heading.index, above[2]):
            self.current, self.list_from = above[:2]
            self.strand, self.strand_from = self.current.strand, None

    def _is_left_of(self, at: int, other: int) -> bool:
        lines, blocks = self.document.lines, self.document.blocks
        here, edge = lines[blocks[at].first].x0, lines[blocks[other].first].x0
        return here is not None and edge is not None and here < edge - SET_IN

    def _behind_box(self, part: Part) -> int:
        """The first block behind a box: it stands left of the box's heading."""
        inside = range(part.first, part.last)
        return next((at for at in inside if self._is_left_of(at, part.first - 1)), part.last)

    def _inherited(self, before: Part, form: HeadingForm) -> str | None:
        """The strand of the part before, or of the section whose list stands in between."""
        return before.strand or (None if form.topic else self.strand)

    def _row(self, heading: Heading) -> tuple[int, HeadingForm] | None:
        """The block shortly above a heading, in the part before it, that names a strand."""
        strands = tuple(form for form in self.forms if form.strand)
        above = max(self.parts[-1].first, heading.index - ROWS)
        for at in range(heading.index - 1, above - 1, -1):
            form = named(self._text(self.document.blocks[at]), strands)
            if form is not None:
                return at, form
        return None

    def _resumed(self, part: Part, before: Part) -> tuple[Part, ...]:
        """The part up to its first numbered paragraph, and what goes on with the part before."""
        heading = _heading_of(before)
        numbered = next(
            (at for at in range(part.first, part.last) if self.document.blocks[at].number),
            part.last,
        )
        if heading is None or numbered in (part.first, part.last):
            return (part,)
        rest = replace(_going_on(before, numbered, part.last), about=part.about)
        return replace(part, last=numbered), rest

    def _text(self, block: Block) -> str:
        return self.document.text[block.body : block.end]


def _heading_of(part: Part) -> int | None:
    """The heading's block of a part, or of the part that it goes on with."""
    return part.resumed if part.heading is None else part.heading


def _going_on(before: Part, first: int, last: int) -> Part:
    """The blocks that go on with a part behind another that stands inside it."""
    return replace(
        before, heading=None, first=first, last=last, resumed=_heading_of(before),
        loose=False, ended_list=False,
    )  # fmt: skip


def quote(document: Document, start: int, end: int) -> Quote:
    """The quote of a span of the clean text."""
    return Quote(document.page_at(start), start, end, document.text[start:end])
