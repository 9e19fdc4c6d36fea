"""The headed parts of a report: which blocks are headings, and what stands under them.

A family's profile lists its headings in ``[[sections.heading]]`` tables, in any order::

    kind = "improvements"                  what the part is; any word, "boilerplate" is no text
    match = '''What[ ]needs[ ]to[ ]improve'''     the whole heading, a final mark aside
    strand = "leadership"                  the strand that it is about, if it is about one
    about = "board"                        whom it and all that follow are about
    items = "recommendation"               what the profile calls the items of a list under it
    topic = true                           a heading inside the part before it
    inherit = true                         kind and strand of the part before it, where not given
    ignore = true                          set like a heading, but none: a grade in its box
    plain = true                           a heading also where it is set like the text
    holds = ["part"]                       headings of these kinds are inside it, and of its kind
    resumes = true                         unnumbered text only: numbered paragraphs behind it go on
                                           with the part before it, which may be no more than the
                                           row of a table that names a strand

What no profile names is a heading if it is set as one (bold or larger, short, without an end
mark); such a heading is a topic inside the part before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.documents import Block, Document
from kg.knowledge.profile import HeadingForm
from kg.reports.profile import Profile
from kg.reports.quotes import About, Quote

#: A heading is at most this long (characters).
LONGEST = 220
#: A heading is set this much (points) larger than the text, or bold.
LARGER = 0.9
#: Marks that may follow a heading: a colon, a question mark, a footnote's number.
TAIL = re.compile(r"[\s:?.]*\d{0,2}$")
#: Blocks above a heading among which the row of its strand is looked for.
ROWS = 8
#: A blank line, or the text's own edge.
BLANK_ABOVE = re.compile(r"(?:\n[ \t\r]*\n|^\s*)[ \t\r]*$")
BLANK_BELOW = re.compile(r"\n[ \t\r]*(?:\n|$)|\s*$")
#: The end of a sentence; a heading has none.
SENTENCE_END = re.compile(r"[.;,]$")


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


def read_outline(document: Document, profile: Profile | None) -> tuple[Part, ...]:
    """The parts of a report in reading order; every block is in just one or is its heading."""
    headings = profile.sections.heading if profile else ()
    found = list(_find(document, headings))
    about = profile.sections.about if profile else About.AUTHORITY
    first_heading = found[0][0] if found else len(document.blocks)
    parts = [Part(None, 0, first_heading, "", None, None, about, None, topic=False)]
    holds: tuple[str, ...] = ()
    for place, (index, known) in enumerate(found):
        if known is not None and known.kind in holds:
            known = None
        last = found[place + 1][0] if place + 1 < len(found) else len(document.blocks)
        text = _text(document, document.blocks[index])
        before = parts[-1]
        if known is None:
            parts.append(
                Part(
                    index,
                    index + 1,
                    last,
                    text,
                    before.kind,
                    before.strand,
                    about,
                    before.items,
                    topic=True,
                )
            )
            continue
        holds = known.holds
        about = known.about or about
        if known.resumes and (row := _row(document, headings, before, index)):
            at, named = row
            parts[-1] = replace(before, last=at)
            words = _text(document, document.blocks[at])
            before = Part(
                at, at + 1, index, words, named.kind, named.strand, about, None, topic=False
            )
            parts.append(before)
        inherit = known.inherit or known.topic
        parts.append(
            Part(
                index,
                index + 1,
                last,
                text,
                known.kind or (before.kind if inherit else None),
                known.strand or (before.strand if inherit else None),
                about,
                known.items or (before.items if known.topic else None),
                known.topic,
            )
        )
        if known.resumes:
            parts += _resumed(document, parts.pop(), before)
    return tuple(parts)


def _row(
    document: Document, headings: Sequence[HeadingForm], before: Part, index: int
) -> tuple[int, HeadingForm] | None:
    """The block shortly above a heading, in the part before it, that names a strand."""
    strands = tuple(heading for heading in headings if heading.strand)
    for at in range(index - 1, max(before.first, index - ROWS) - 1, -1):
        known = _known(_text(document, document.blocks[at]), strands)
        if known is not None:
            return at, known
    return None


def _resumed(document: Document, part: Part, before: Part) -> tuple[Part, ...]:
    """The part up to its first numbered paragraph, and what goes on with the part before it."""
    heading = before.resumed if before.heading is None else before.heading
    numbered = next(
        (at for at in range(part.first, part.last) if document.blocks[at].number), part.last
    )
    if heading is None or numbered in (part.first, part.last):
        return (part,)
    rest = replace(
        before, heading=None, first=numbered, last=part.last, about=part.about, resumed=heading
    )
    return replace(part, last=numbered), rest


def quote(document: Document, start: int, end: int) -> Quote:
    """The quote of a span of the clean text."""
    return Quote(document.page_at(start), start, end, document.text[start:end])


def _text(document: Document, block: Block) -> str:
    return document.text[block.body : block.end]


def _find(
    document: Document, headings: tuple[HeadingForm, ...]
) -> Iterator[tuple[int, HeadingForm | None]]:
    """Indexes of the headings' blocks, each with its table or None."""
    usual = _usual_size(document)
    lines = document.lines
    plain = tuple(heading for heading in headings if heading.plain)
    for index, block in enumerate(document.blocks):
        if block.end - block.start > LONGEST or block.bullet or block.number:
            continue
        line = lines[block.first]
        styled = line.bold or line.size > usual + LARGER
        apart = styled or (line.y is None and _stands_apart(document, block))
        candidates = headings if apart else plain if line.y is not None else ()
        if not candidates and not styled:
            continue
        text = _text(document, block)
        known = _known(text, candidates)
        if known is not None:
            if not known.ignore:
                yield index, known
        elif styled and _looks_like_heading(document, index, block, text):
            yield index, None


@lru_cache(maxsize=64)
def _usual_size_of(sizes: tuple[tuple[float, int], ...]) -> float:
    return max(sizes, key=lambda pair: pair[1], default=(0.0, 0))[0]


def _usual_size(document: Document) -> float:
    counts: dict[float, int] = {}
    for line in document.lines:
        counts[line.size] = counts.get(line.size, 0) + len(line.text)
    return _usual_size_of(tuple(sorted(counts.items())))


def _stands_apart(document: Document, block: Block) -> bool:
    """Whether a line of a text has a blank line above and below: the rows of a table have not."""
    first, last = document.lines[block.first], document.lines[block.last - 1]
    text = document.pages[first.page - 1].text
    end = document.places(last.start, last.end)[-1].end if last.text else 0
    above = text[: first.runs[0][1]].rstrip(" \t#*-")
    below = text[end:].lstrip(" \t*\r")
    return BLANK_ABOVE.search(above) is not None and BLANK_BELOW.match(below) is not None


def _known(text: str, headings: tuple[HeadingForm, ...]) -> HeadingForm | None:
    bare = TAIL.sub("", text)
    for heading in headings:
        if heading.match.fullmatch(bare) or heading.match.fullmatch(text):
            return heading
    return None


def _looks_like_heading(document: Document, index: int, block: Block, text: str) -> bool:
    if len(text) < 3 or (not text[0].isalpha() and text[0] not in "\u2018'\u201c"):
        return False
    if SENTENCE_END.search(text) or (not text[0].isupper() and text[0].isalpha()):
        return False
    # the words of a table's cell, or bold words inside a paragraph, stand beside other text
    below = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    line = document.lines[block.first]
    if below is None or line.y is None:
        return below is not None
    other = document.lines[below.first]
    return other.page != line.page or abs((other.y or 0.0) - line.y) > line.size / 2
