"""DOCX files: the paragraphs and table cells of the document part, read with the standard library.

Only what the text needs is read: no macros, no links, no images.  Sizes are checked before
anything is unpacked, and again while unpacking, since a file may lie about them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from kg.documents.rawlines import RawFile, RawLine, RawPage
from kg.errors import UnreadableFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
#: Bytes; the document part of a long report has two or three megabytes.
MAX_PART = 64 * 1024 * 1024

HEADING_STYLES = ("heading", "title")


def read_docx(data: bytes) -> RawFile:
    """The paragraphs of a DOCX file as one page.

    Raises `UnreadableFile` for a damaged file, another kind of ZIP file, or one that unpacks to
    more than any report holds.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
    except zipfile.BadZipFile as error:
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
    except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
        raise UnreadableFile(f"is a damaged or locked DOCX file ({error})") from error
    if len(content) > MAX_PART:
        raise too_large
    return content


def _parsed(content: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
        raise UnreadableFile("declares entities, which no word processor does; do not trust it")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise UnreadableFile(f"is a damaged DOCX file ({error}); fetch it again") from error


def _paragraphs(root: ElementTree.Element) -> Iterator[tuple[str, bool, int]]:
    """Each paragraph's text, whether it is a heading, and its depth in a list (0 for none)."""
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = (style.get(f"{W}val") or "").lower() if style is not None else ""
        level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
        item = int(level.get(f"{W}val") or 0) + 1 if level is not None else 0
        if not item and name.startswith("listbullet"):
            item = 2 if name.endswith("2") else 1
        heading = name.startswith(HEADING_STYLES) or _all_bold(paragraph)
        for text in _text(paragraph).split("\n"):
            if text.strip():
                yield " ".join(text.split()), heading, item


def _all_bold(paragraph: ElementTree.Element) -> bool:
    """Whether all words of a paragraph are bold: a heading without a style."""
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(_run_text(run)).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: ElementTree.Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val", "true") not in ("0", "false")


def _text(paragraph: ElementTree.Element) -> str:
    return "".join("".join(_run_text(run)) for run in paragraph.iter(f"{W}r"))


def _run_text(run: ElementTree.Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
