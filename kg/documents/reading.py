"""From a path or bytes to a `Document`, whatever the kind of file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kg.documents.assemble import assemble
from kg.documents.filekinds import FileKind, kind_of
from kg.documents.model import Document
from kg.documents.placeholders import refuse_placeholder
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
