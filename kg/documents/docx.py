"""DOCX files: the paragraphs and table cells of the document part, read with the standard library.

Only what the text needs is read: no macros, no links, no images.  Sizes are checked before
anything is unpacked, and again while unpacking, since a file may lie about them.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
#: Bytes; the document part of a long report has two or three megabytes.
MAX_PART = 64 * 1024 * 1024

HEADING_STYLES = ("heading", "title")
#: What stands in the file and not on the page: the second copy of a text box, for older programs,
#: and text that was taken out or moved away while changes were tracked.
NOT_PRINTED = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{W}del", f"{W}moveFrom",
}  # fmt: skip
#: What Python raises at an archive whose bytes are not as they were: numbers that point before
#: the file or past its end, names in no coding, ways of packing that are none.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip
#: Half points; nobody reads print as small as this.
TINY = 4
#: Lists of a word processor have nine levels.
DEEPEST = 8


def read_docx(data: bytes) -> RawFile:
    """The paragraphs of a DOCX file as one page.

    Raises `UnreadableFile` for a damaged file, another kind of ZIP file, or one that unpacks to
    more than any report holds.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
    except DAMAGED as error:
        raise UnreadableFile(f"is a damaged DOCX or ZIP file ({error}); fetch it again") from error
    if PART not in names:
        raise UnreadableFile("is a ZIP file, but no DOCX; unpack it and read what is in it")
    body = _parsed(_unpacked(archive))
    page = RawPage(1, "")
    pieces: list[str] = []
    offset = 0
    for text, heading, item in _paragraphs(body):
        page.lines.append(RawLine(1, text, offset, gap=True, heading=heading, item=item))
        pieces.append(text + "\n")
        offset += len(text) + 1
    if not page.lines:
        raise UnreadableFile("is a DOCX file without text")
    page.text = "".join(pieces)
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return RawFile(media, [page], paged=False)


def _unpacked(archive: zipfile.ZipFile) -> bytes:
    too_large = UnreadableFile(
        f"unpacks to more than {MAX_PART // 2**20} MB, which no report does; do not trust it"
    )
    if archive.getinfo(PART).file_size > MAX_PART:
        raise too_large
    try:
        with archive.open(PART) as part:
            content = part.read(MAX_PART + 1)
    except DAMAGED as error:
        raise UnreadableFile(f"is a damaged or locked DOCX file ({error})") from error
    if len(content) > MAX_PART:
        raise too_large
    return content


def _parsed(content: bytes) -> Element:
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise UnreadableFile("declares entities, which no word processor does; do not trust it")
    try:
        return ElementTree.fromstring(content)
    # the others where it names a coding that is none, or that its bytes are not in
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise UnreadableFile(f"is a damaged DOCX file ({error}); fetch it again") from error


def _paragraphs(root: Element) -> Iterator[tuple[str, bool, int]]:
    """Each paragraph's text, whether it is a heading, and its depth in a list (0 for none)."""
    unseen = Unseen(root)
    for paragraph in _walk(root):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = (style.get(f"{W}val") or "").lower() if style is not None else ""
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        item = _depth(level) if level is not None else 0
        if not item and name.startswith("listbullet"):
            item = 2 if name.endswith("2") else 1
        runs = [run for run in _runs(paragraph) if not unseen.hides(run)]
        heading = name.startswith(HEADING_STYLES) or _all_bold(runs)
        for text in "".join(piece for run in runs for piece in _run_text(run)).split("\n"):
            if text.strip():
                yield " ".join(text.split()), heading, item


def _walk(root: Element) -> Iterator[Element]:
    """All paragraphs in the order in which they begin; those of a text box once."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag == f"{W}p":
            yield element
        stack += [child for child in reversed(element) if child.tag not in NOT_PRINTED]


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, without those of the paragraphs in a text box inside it."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{W}r":
            yield element
        if element.tag != f"{W}p" and element.tag not in NOT_PRINTED:
            stack += reversed(element)


def _depth(level: Element) -> int:
    """The depth of a list item; what is no number is the first one."""
    value = level.get(f"{W}val") or "0"
    return min(int(value), DEEPEST) + 1 if value.isdecimal() and len(value) < 4 else 1


def _all_bold(runs: Sequence[Element]) -> bool:
    """Whether all words of a paragraph are bold: a heading without a style."""
    words = [run for run in runs if "".join(_run_text(run)).strip()]
    return bool(words) and all(_is_on(run, "b") for run in words)


def _is_on(run: Element, name: str) -> bool:
    """Whether a run has a property that may be switched off: bold, hidden, struck out."""
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val", "true") not in ("0", "false", "off")


class Unseen:
    """Which runs of a document nobody sees on the page."""

    def __init__(self, root: Element) -> None:
        #: white text is unseen where nothing in the document has a ground of its own
        self._white = not any(
            (shade.get(f"{W}fill") or "auto").lower() not in ("auto", "ffffff")
            for shade in root.iter(f"{W}shd")
        )

    def hides(self, run: Element) -> bool:
        """Whether a run is hidden, struck out, white on white, or too small to be read."""
        if any(_is_on(run, name) for name in ("vanish", "webHidden", "strike", "dstrike")):
            return True
        size, colour = run.find(f"{W}rPr/{W}sz"), run.find(f"{W}rPr/{W}color")
        half_points = size.get(f"{W}val") or "" if size is not None else ""
        if half_points.isdecimal() and len(half_points) < 4 and int(half_points) <= TINY:
            return True
        white = colour is not None and (colour.get(f"{W}val") or "").lower() == "ffffff"
        return self._white and white


def _run_text(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
