"""Made-up reports as files of every kind that can be read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from html import escape
from random import Random
from xml.sax.saxutils import escape as escape_xml

from tests.made_up import pdf, register, text
from tests.made_up.making import DESIGNS, make, places
from tests.made_up.writing import Size

PLACES = places()
SHORT = Size(0.1)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def registered() -> str:
    """The register of all authorities that the files are about, as Turtle."""
    return register.turtle(PLACES)


def plain(rng: Random) -> str:
    """A made-up report of any family as text."""
    design = rng.choice(tuple(DESIGNS))
    return text.plain(make(design, rng.randrange(10**9), rng.choice(PLACES), SHORT))


def drawn(rng: Random) -> bytes:
    """A made-up report of any family as PDF."""
    design = rng.choice(tuple(DESIGNS))
    return pdf.draw(make(design, rng.randrange(10**9), rng.choice(PLACES), SHORT))


def as_docx(said: str) -> bytes:
    """A text as a word processor keeps it: a paragraph a line, tabs as cells of a table."""
    body = "".join(map(_paragraph, said.replace("\f", "\n").split("\n")))
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", TYPES), ("word/document.xml", document)):
            # a fixed time: the same bytes each time
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content.encode())
    return stream.getvalue()


def _paragraph(line: str) -> str:
    if "\t" in line:
        cells = "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in line.split("\t"))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    level = '<w:pPr><w:numPr><w:ilvl w:val="{}"/></w:numPr></w:pPr>'
    item = level.format(int(line.startswith(" "))) if line.lstrip().startswith("- ") else ""
    said = line.lstrip().removeprefix("- ") if item else line
    return f"<w:p>{item}<w:r><w:t>{escape_xml(_printable(said))}</w:t></w:r></w:p>"


def as_html(said: str) -> bytes:
    """A text as a page: a paragraph a line, tabs as cells of a table."""
    lines = []
    for line in said.replace("\f", "\n").split("\n"):
        if "\t" in line:
            cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t"))
            lines.append(f"<table><tr>{cells}</tr></table>")
        elif line.lstrip().startswith("- "):
            lines.append(f"<ul><li>{escape(line.lstrip()[2:])}</li></ul>")
        else:
            lines.append(f"<p>{escape(line)}</p>")
    body = "\n".join(lines)
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'
    )
    return page.encode("utf-8", "surrogatepass")


def as_text(said: str) -> bytes:
    """A text as a text file."""
    return said.encode("utf-8", "surrogatepass")


def _printable(said: str) -> str:
    """What XML can hold of a text."""
    return "".join(c for c in said if c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe")


#: Ending of a file -> what makes it of a text.
WRITERS: dict[str, Callable[[str], bytes]] = {
    ".txt": as_text, ".docx": as_docx, ".html": as_html,
}  # fmt: skip


def whole(ending: str, rng: Random) -> bytes:
    """An undamaged file with such an ending."""
    return drawn(rng) if ending == ".pdf" else WRITERS[ending](plain(rng))
