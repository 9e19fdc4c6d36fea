"""HTML pages, read with the standard library's parser: a raw line a paragraph or cell."""

from __future__ import annotations

import re
from html.parser import HTMLParser

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
HIDDEN = {"head", "script", "style", "template", "noscript", "nav", "footer", "iframe", "svg"}
LISTS = {"ul", "ol"}

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)


def read_html(data: bytes) -> RawFile:
    """The text of an HTML page as one page.  Raises `UnreadableFile` if there is none."""
    found = CHARSET.search(data[:4096])
    name = found[1].decode("ascii") if found else "utf-8"
    notes = []
    try:
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError):
        text = data.decode("cp1252", errors="replace")
        notes.append(f"is not {name}: read as Windows-1252")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    if not reader.lines:
        raise UnreadableFile("is an HTML page without text")
    page = RawPage(1, "".join(reader.pieces), lines=reader.lines)
    return RawFile("text/html", [page], paged=False, notes=notes)


class _Reader(HTMLParser):
    """Collects the paragraphs; ``pieces`` joined are the page's raw text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[RawLine] = []
        self.pieces: list[str] = []
        self._offset = 0
        self._text: list[str] = []
        self._hidden = 0
        self._lists = 0
        self._item = 0
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self._hidden += 1
        elif tag in BLOCKS:
            self.flush()
            self._heading = tag in HEADINGS
            if tag in LISTS:
                self._lists += 1
            elif tag == "li":
                self._item = max(self._lists, 1)
        elif tag == "br":
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in BLOCKS:
            self.flush()
            self._heading = False
            if tag in LISTS:
                self._lists = max(self._lists - 1, 0)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._text.append(data)

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
