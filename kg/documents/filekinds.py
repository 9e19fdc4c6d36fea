"""What kind of file some bytes are, told from the bytes alone."""

from __future__ import annotations

import re
from enum import Enum

from kg.documents.characters import MARKS, unmarked
from kg.errors import UnreadableFile


class FileKind(Enum):
    """The kinds of file that can be read."""

    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    TEXT = "text"


#: What may stand before the first element of a page, and that element.
BEFORE_HTML = re.compile(rb"\s+|<\?xml[^>]*>|<!--.*?-->", re.S)
HTML_START = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.I)
#: The marks of text in a coding of 16 or 32 bits.
WIDE = tuple(mark for mark, coding in MARKS if coding in ("utf-16", "utf-32"))
#: Control characters that text does not hold (form feed, tab and line ends aside).
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(data: bytes) -> FileKind:
    """The kind of a file.  Raises `UnreadableFile` if it is empty or of no kind known here."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf")
    if not data.strip():
        raise UnreadableFile("is empty; fetch it again")
    if b"%PDF-" in start[:1024]:
        return FileKind.PDF
    if start.startswith(b"PK\x03\x04"):
        return FileKind.DOCX
    if _is_html(start):
        return FileKind.HTML
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("is an old Word file (.doc); save it as .docx or PDF")
    if data.startswith(WIDE) or unmarked(data):
        return FileKind.TEXT
    if len(BINARY.findall(start)) > len(start) // 100:
        raise UnreadableFile("is no PDF, DOCX, HTML or text file")
    return FileKind.TEXT


def _is_html(start: bytes) -> bool:
    position = 0
    while before := BEFORE_HTML.match(start, position):
        position = before.end()
    return HTML_START.match(start, position) is not None
