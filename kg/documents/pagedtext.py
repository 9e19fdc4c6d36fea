"""The clean text of a document as it is published: its pages parted by form feeds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kg.documents.model import Document

FORM_FEED = "\f"


@dataclass(frozen=True, slots=True)
class PagedText:
    """A clean text with a form feed between each page and the next.

    Between two pages the form feed takes the place of the space or line end that stands in the
    clean text; so nearly all offsets are the same in both.  Where there is none (a word that is
    broken at its hyphen), and for each page without text, it is one more character.
    """

    text: str = ""
    #: offsets of the clean text before which characters were put in, and how many up to there
    _places: tuple[int, ...] = ()
    _more: tuple[int, ...] = ()

    def offset(self, clean: int) -> int:
        """Where the character at an offset of the clean text stands in this one."""
        before = bisect_right(self._places, clean)
        return clean + (self._more[before - 1] if before else 0)

    def end(self, clean: int) -> int:
        """The offset just behind the character that stands before an offset of the clean text."""
        return self.offset(clean - 1) + 1 if clean else 0


def paged_text(document: Document) -> PagedText:
    """A document's clean text, its pages parted: page n is what stands before the nth form feed."""
    parts: list[str] = []
    places: list[int] = []
    more: list[int] = []
    page, done, added = 1, 0, 0
    for line in document.lines:
        passed = line.page - page
        if passed <= 0:
            continue
        gap = line.start - 1 if line.start and document.text[line.start - 1].isspace() else None
        parts += [document.text[done : line.start if gap is None else gap], FORM_FEED * passed]
        done, page = line.start, line.page
        if added_here := passed - (gap is not None):
            added += added_here
            places.append(line.start)
            more.append(added)
    parts += [document.text[done:], FORM_FEED * (len(document.pages) - page)]
    return PagedText("".join(parts), tuple(places), tuple(more))
