"""Which blocks of a document are headings, and which of its profile's headings each one is.

A heading that the profile names is known by its whole words (``match``), whatever stands for its
dash and whether or not a colon, a question mark or a footnote's digit follows.  It may have lost
its weight: a block that stands alone and says no more than a known heading is one, unless it is
the cell of a table.  It may be worded otherwise (``loose``) or misprinted (``like``): then it is
known loosely, which those who build on it can say.  What no profile names is a heading only if it
is set as one (bold or larger, short, without an end mark).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.documents import Block, Document
from kg.knowledge.profile import HeadingForm
from kg.reports.likeness import likeness

#: A heading is at most this long (characters).
LONGEST = 220
#: A heading is set this much (points) larger than the text, or bold.
LARGER = 0.9
#: What may follow a heading: a colon, a question mark, "(continued)", a footnote's number.
TAIL = re.compile(r"[\s:?.]*(?:\s[(\[]?cont(?:inued|d)?\.?[)\]]?)?[\s:?.]*\d{0,2}$", re.I)
#: What is printed for the dash inside a heading.
DASH = re.compile(r"\s+[\u2010-\u2015\u2043\u2212\u23af\u2500-\u2503\u2026.~|-]\s+")
#: The end of a sentence; a heading has none.
SENTENCE_END = re.compile(r"[.;,]$")
#: A page number behind the words, as on a page of contents.
PAGE_BEHIND = re.compile(r"\s\d{1,3}$")
#: A blank line, or the text's own edge; below also behind the mark of a footnote.
BLANK_ABOVE = re.compile(r"\n[ \t\r]*\n[ \t\r]*$")
BLANK_BELOW = re.compile(
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079 \t*\r]*+(?:\n[ \t\r]*(?:\n|$)|\s*$)"
)
#: So many known headings in a row, set like the text, are a list of contents.
CONTENTS = 3
#: How alike the words of a misprinted heading are to those that the profile gives, and how much
#: more alike than to those of any other heading.
ALIKE = 0.8
CLEARLY = 0.04


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that is a heading."""

    #: index of its block
    index: int
    #: the profile's heading that it is, None for one that the profile does not name
    form: HeadingForm | None
    #: True if its words are not those of the profile
    loose: bool
    #: True if it is set like the text around it
    unset: bool
    size: float
    bold: bool

    def is_as_large_as(self, other: Heading) -> bool:
        """Whether it is set at least as large and heavy as another heading."""
        if self.size > other.size + LARGER:
            return True
        return self.size > other.size - LARGER and (self.bold or not other.bold)


def find_headings(document: Document, forms: Sequence[HeadingForm]) -> list[Heading]:
    """The headings of a document in reading order."""
    found = list(_candidates(document, forms))
    contents: set[int] = set()
    run: list[int] = []
    for heading in found:
        if not heading.unset or (run and heading.index != run[-1] + 1):
            run = []
        if heading.unset:
            run.append(heading.index)
        if len(run) >= CONTENTS:
            contents.update(run)
    return _without_rows([heading for heading in found if heading.index not in contents])


def _without_rows(headings: Sequence[Heading]) -> list[Heading]:
    """The headings without the rows of a table that read like those of sections.

    A section's heading does not stand above a list and below it, too: the first is the row.
    """
    kept: list[Heading] = []
    below: set[int] = set()
    above_list: set[int] = set()
    for heading in reversed(headings):
        form = heading.form
        if form is None or form.unset is None:
            if form is not None and form.items:
                above_list |= below
        elif id(form) in above_list:
            continue
        else:
            below.add(id(form))
        kept.append(heading)
    return kept[::-1]


def _candidates(document: Document, forms: Sequence[HeadingForm]) -> Iterator[Heading]:
    usual = usual_size(document)
    anywhere = tuple(form for form in forms if form.plain)
    lists = tuple(form for form in forms if form.items and not form.styled)
    for index, block in enumerate(document.blocks):
        if block.end - block.start > LONGEST or block.bullet or block.number:
            continue
        line = document.lines[block.first]
        styled = line.bold or line.size > usual + LARGER
        apart = styled or (line.y is None and stands_apart(document, block))
        text = document.text[block.body : block.end]
        form, loose, unset = None, False, False
        if apart:
            form = named(text, forms)
            if form is None and not SENTENCE_END.search(text):
                form, loose = worded_otherwise(text, forms), True
        elif line.y is not None:
            form = named(text, anywhere)
            if form is None and _is_alone(document, index, text):
                form, unset = named(text, forms, unset=True), True
                if form is None and _has_mark_below(document, index):
                    form, loose = worded_otherwise(text, lists), True
        if form is not None:
            if not form.ignore:
                yield Heading(index, form, loose, unset, line.size, line.bold)
        elif styled and _looks_like_heading(document, index, block, text):
            yield Heading(index, None, False, False, line.size, line.bold)


def named(text: str, forms: Sequence[HeadingForm], *, unset: bool = False) -> HeadingForm | None:
    """The heading of a profile that a text is, in the profile's own words.

    ``unset`` says that the text is set like the text around it.
    """
    text = DASH.sub(" \u2013 ", text)
    bare = TAIL.sub("", text)
    for form in forms:
        if form.fits(bare, unset=unset) or form.fits(text, unset=unset):
            return form
    return None


def worded_otherwise(text: str, forms: Sequence[HeadingForm]) -> HeadingForm | None:
    """The heading of a profile that a text is in other words, or misprinted; None if in doubt."""
    bare = TAIL.sub("", DASH.sub(" \u2013 ", text))
    for form in forms:
        if form.loose and form.loose.fullmatch(bare):
            return form
    rates = sorted(
        (
            (likeness(bare, words), number)
            for number, form in enumerate(forms)
            for words in form.like
        ),
        reverse=True,
    )
    if not rates or rates[0][0] < ALIKE:
        return None
    close = {number for rate, number in rates if rate > rates[0][0] - CLEARLY}
    return forms[rates[0][1]] if close == {rates[0][1]} else None


def _has_mark_below(document: Document, index: int) -> bool:
    """Whether the block below is a bullet or a number: a heading in other words needs its list."""
    if index + 1 >= len(document.blocks):
        return False
    below = document.blocks[index + 1]
    return below.bullet > 0 or below.number is not None


def stands_apart(document: Document, block: Block) -> bool:
    """Whether a line of a text has a blank line above and below: the rows of a table have not."""
    first, last = document.lines[block.first], document.lines[block.last - 1]
    text = document.pages[first.page - 1].text
    end = document.places(last.start, last.end)[-1].end if last.text else 0
    # of all that stands above only the white space at its end is looked at
    below = above = _before(text, first.runs[0][1], " \t#*-")
    while above and text[above - 1].isspace():
        above -= 1
    begins = not above or BLANK_ABOVE.search(text[above:below]) is not None
    return begins and BLANK_BELOW.match(text, end) is not None


def _before(text: str, end: int, signs: str) -> int:
    """Where the signs that stand before a place of a text begin."""
    while end and text[end - 1] in signs:
        end -= 1
    return end


def usual_size(document: Document) -> float:
    """The size in points in which most of a document's characters are set."""
    counts: dict[float, int] = {}
    for line in document.lines:
        counts[line.size] = counts.get(line.size, 0) + len(line.text)
    return _commonest(tuple(sorted(counts.items())))


@lru_cache(maxsize=64)
def _commonest(sizes: tuple[tuple[float, int], ...]) -> float:
    return max(sizes, key=lambda pair: pair[1], default=(0.0, 0))[0]


def is_sentence_or_entry(text: str) -> bool:
    """Whether words set like the text are a sentence, or an entry of a list of contents."""
    if SENTENCE_END.search(text) or PAGE_BEHIND.search(text):
        return True
    return not text[:1].isupper()


def _is_alone(document: Document, index: int, text: str) -> bool:
    """Whether a block set like the text may be a heading: no sentence, and no cell of a table."""
    return not is_sentence_or_entry(text) and not (
        _is_beside(document, index, index - 1) or _is_beside(document, index, index + 1)
    )


def _is_beside(document: Document, index: int, other: int) -> bool:
    """Whether a block stands on the line of another, as cells of one row do."""
    if not 0 <= other < len(document.blocks):
        return False
    here, there = document.blocks[index], document.blocks[other]
    if here.first < there.last and there.first < here.last:
        return False  # a heading that was parted from its paragraph in the middle of a line
    first, last = document.lines[here.first], document.lines[here.last - 1]
    near = document.lines[there.first]
    if near.page != first.page or near.y is None or first.y is None or last.y is None:
        return False
    return last.y - first.size / 2 < near.y < first.y + first.size / 2


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
