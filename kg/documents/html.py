"""HTML pages: a raw line a paragraph or cell."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.documents.characters import MARKS, decoded
from kg.documents.hiddenhtml import Hiding
from kg.documents.markup import Tag, pieces
from kg.documents.model import Note
from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

#: Elements that begin and end a paragraph of their own.
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: Elements whose text is not the page's own.
HIDDEN = {
    "head", "script", "style", "template", "noscript", "nav", "footer", "iframe", "svg",
    # struck out
    "del", "s", "strike",
}  # fmt: skip
#: Elements that hold nothing and are never closed.
VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
}  # fmt: skip
#: Codecs of Python that are no coding of a page's characters.
NO_CHARSETS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "utf_7"}
LISTS = {"ul", "ol"}

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)


def read_html(data: bytes) -> RawFile:
    """The text of an HTML page as one page.  Raises `UnreadableFile` if there is none."""
    text, notes = _decoded(data)
    text = text.replace("\u00ad", "")
    found = list(pieces(text))
    reader = _Reader(Hiding(text, _sheets(found)))
    for piece in found:
        reader.take(piece)
    reader.flush()
    if not reader.lines:
        raise UnreadableFile("is an HTML page without text")
    page = RawPage(1, "".join(reader.pieces), lines=reader.lines)
    return RawFile("text/html", [page], paged=False, notes=notes)


def _sheets(found: Sequence[str | Tag]) -> list[str]:
    """The style sheets that stand in the page."""
    return [
        sheet
        for tag, sheet in pairwise(found)
        if isinstance(tag, Tag) and tag.name == "style" and isinstance(sheet, str)
    ]


def _decoded(data: bytes) -> tuple[str, list[Note]]:
    """The text of a page: in the coding that it names, if that is one, else as text files are."""
    found = CHARSET.search(data[:4096])
    name = found[1].decode("ascii") if found else "utf-8"
    if name.lower() not in ("utf-8", "utf8") and not data.startswith(tuple(m for m, _ in MARKS)):
        with contextlib.suppress(LookupError, UnicodeError):
            if codecs.lookup(name).name.replace("-", "_") not in NO_CHARSETS:
                return data.decode(name), []
    return decoded(data)


class _Reader:
    """Collects the paragraphs; ``pieces`` joined are the page's raw text."""

    def __init__(self, hiding: Hiding) -> None:
        self._hiding = hiding
        #: the open elements, and whether each hides its text
        self._open: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()
        self.lines: list[RawLine] = []
        self.pieces: list[str] = []
        self._offset = 0
        self._text: list[str] = []
        self._hidden = 0
        self._lists = 0
        self._item = 0
        self._heading = False

    def take(self, piece: str | Tag) -> None:
        """The next tag or text of the page."""
        if isinstance(piece, str):
            if not self._hidden:
                self._text.append(piece)
        elif piece.closes:
            self._ends(piece.name)
        else:
            self._begins(piece.name, piece.attributes)

    def _begins(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in BLOCKS:
            self._close("p", within=tag)
        if tag == "li":
            self._close("li", within=tag)
        if tag not in VOID:
            hides = tag in HIDDEN or self._hiding.hides(tag, attributes)
            self._open.append((tag, hides))
            self._names[tag] += 1
            self._hidden += hides
        if tag in BLOCKS and not self._hidden:
            self.flush()
            self._heading = tag in HEADINGS
            if tag in LISTS:
                self._lists += 1
            elif tag == "li":
                self._item = max(self._lists, 1)
        elif tag == "br" and not self._hidden:
            self.flush()

    def _ends(self, tag: str) -> None:
        shown = not self._hidden
        if self._names[tag]:
            while self._pop() != tag:
                pass
        if tag in BLOCKS and shown:
            self.flush()
            self._heading = False
            if tag in LISTS:
                self._lists = max(self._lists - 1, 0)

    def _close(self, tag: str, within: str) -> None:
        """Close the last open element if it is one that another ends without a word."""
        if self._open and self._open[-1][0] == tag and (tag == "p" or within == tag):
            self._pop()

    def _pop(self) -> str:
        """Take off the last open element; its name."""
        name, hides = self._open.pop()
        self._names[name] -= 1
        self._hidden -= hides
        return name

    def flush(self) -> None:
        """End the paragraph at hand."""
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.lines.append(
                RawLine(1, text, self._offset, gap=True, heading=self._heading, item=self._item)
            )
            self.pieces.append(text + "\n")
            self._offset += len(text) + 1
            self._item = 0
