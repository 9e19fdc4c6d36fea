"""From a path or bytes to a `Document`; the kind of file is told from its bytes alone.

A page that only says that the file's real content cannot be shown here is refused.  A dynamic form
(XFA) holds one for the viewers that do not know such forms, in words that are fixed by the program
that wrote the form.  Nor is what a web site sends in place of a page that it does not have, or does
not show, a report.
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum
from pathlib import Path

from kg.documents.assemble import assemble
from kg.documents.characters import MARKS, unmarked
from kg.documents.model import Document
from kg.documents.rawlines import RawFile
from kg.errors import UnreadableFile

#: Bytes; a published report has a few megabytes at most.
MAX_BYTES = 200 * 1024 * 1024
#: What stands in a file's name for a byte that is no character.
UNWRITABLE = re.compile(r"[\udc80-\udcff]")


def read(path: Path) -> Document:
    """The document in a file.

    Raises `UnreadableFile`, its message without the file's name, if the file cannot be opened
    or is not a document that can be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFile("is no regular file; give a report's file")
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(
                f"is larger than {MAX_BYTES // 2**20} MB, and no report is; split it"
            )
        data = path.read_bytes()
    except PermissionError as error:
        raise UnreadableFile("may not be read; give yourself permission to read it") from error
    except OSError as error:
        raise UnreadableFile(f"could not be opened ({error.strerror})") from error
    if path.suffix.lower() == ".pdf" and kind_of(data) is FileKind.HTML:
        # what a web site sends in place of a report that it no longer has
        raise UnreadableFile("is not a PDF: HTML page; fetch the report again")
    return read_bytes(data, name_of(path))


def name_of(path: Path) -> str:
    """A file's name without its ending; a byte that is no character as a URL writes it.

    >>> name_of(Path("reports/caf\\udce9.pdf"))
    'caf%E9'
    """
    return UNWRITABLE.sub(_percent, path.stem)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in a file's bytes; ``name`` is the file's name without its ending."""
    file = _raw(data)
    refuse_placeholder(file)
    return assemble(file, name, hashlib.sha256(data).hexdigest())


def _raw(data: bytes) -> RawFile:
    kind = kind_of(data)
    # each reader is imported only when a file of its kind turns up: PDFium alone takes 70 ms
    if kind is FileKind.PDF:
        from kg.documents.pdf import read_pdf

        return read_pdf(data)
    if kind is FileKind.DOCX:
        from kg.documents.docx import read_docx

        return read_docx(data)
    if kind is FileKind.HTML:
        from kg.documents.html import read_html

        return read_html(data)
    from kg.documents.plain import read_plain

    return read_plain(data)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]) - 0xDC00:02X}"


#: Characters; a placeholder says a few sentences.
LONGEST = 1500
#: What such pages say, white space collapsed.
SAID = re.compile(
    r"""
      If\ this\ message\ is\ not\ eventually\ replaced\ by\ the\ proper\ contents
    | your\ PDF\ viewer\ may\ not\ be\ able\ to\ display
    | you\ need\ a\ later\ version\ of\ the\ PDF\ viewer
    | requires\ (?: Adobe\ )? (?: Acrobat | Reader ) \b .{0,60} (?: higher | later | newer )
    | (?: To\ view | open ) \ .{0,60} (?: Adobe\ Reader | Acrobat ) \b .{0,40} (?: later | higher )
    """,
    re.I | re.X,
)

#: What web sites say so: words of their own, not within a sentence.
NOT_SENT = re.compile(
    r"""
      \b (?: page | file | document | resource )
        (?: \ (?: was | is | could | can | cannot ) )? (?: \ not )? (?: \ be )? \ found \b
    | \b 404 \b .{0,20} \b not\ found \b | \b not\ found \b .{0,20} \b 404 \b
    | \b (?: access\ denied | 403\ forbidden | 503\ service\ unavailable ) \b
    | \b page\ you \ (?: are | were )\ looking\ for \b
    | \b (?: enable | requires? )\ javascript \b
    """,
    re.I | re.X,
)


def refuse_placeholder(file: RawFile) -> None:
    """Raises `UnreadableFile` if a file holds nothing but such a page."""
    text = ""
    for page in file.pages:
        text = " ".join((text, *page.text.split())).lstrip()
        if len(text) > LONGEST:
            return
    if file.media_type == "text/html" and (said := NOT_SENT.search(text)):
        raise UnreadableFile(
            f"is a page of a web site that says {said[0]!r}, and no report; fetch the report again"
        )
    if SAID.search(text):
        raise UnreadableFile(
            "holds only the placeholder page of a dynamic form (XFA), which no other program than "
            "its own viewer shows; open it there, print it to a PDF, and read that"
        )


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
