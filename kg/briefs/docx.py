"""A brief as a DOCX file, by python-docx; the same brief gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from kg.briefs.model import (
    Block,
    Brief,
    Chart,
    More,
    Paragraph,
    Points,
    Quote,
    Quotes,
    Table,
    Text,
    Where,
)
from kg.errors import KgError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Line

#: Written into every file: no clock is corpus.
WRITTEN = datetime(2000, 1, 1)
MARGIN, SIZE, SMALL = 1.6, 9.5, 8
#: Centimetres: the page, and the lines on it.
ACROSS, UP = 21.0, 29.7
WIDTH = ACROSS - 2 * MARGIN
#: Letters of a column's longest cell, at least and at most, by which the columns share the width.
NARROW, WIDE = 13, 36
LANGUAGE = "en-GB"


def docx(brief: Brief) -> bytes:
    """The whole file.  Raises `KgError` if python-docx is not installed."""
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise KgError(
            "a .docx file needs python-docx: install childrens-services-kg[brief], or give a "
            "file that ends in .html or .md"
        ) from error

    document = Document()
    _set_up(document, brief)
    document.add_heading(brief.title, 0)
    document.add_paragraph(brief.subtitle)
    for part in brief.parts:
        document.add_heading(part.title, 1)
        for block in part.blocks:
            _block(document, brief, block)
    document.add_heading("Reports cited", 1)
    for number, source in enumerate(brief.sources, 1):
        published = f", {source.address}" if source.address else ""
        _small(document.add_paragraph(f"{number}. {source.what}: {source.name}{published}"))
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _set_up(document: Document, brief: Brief) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    about = document.core_properties
    about.title, about.author, about.language = brief.title, "childrens-services-kg", LANGUAGE
    about.comments, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = WRITTEN
    section = document.sections[0]
    section.page_width, section.page_height = Cm(ACROSS), Cm(UP)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(MARGIN)
    _number_pages(section.footer.paragraphs[0])
    normal = document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(SIZE), "Arial"
    normal.paragraph_format.space_after = Pt(2)
    for language in normal.element.xpath("//w:lang"):
        language.set(qn("w:val"), LANGUAGE)
    for name, size in (("Title", 18), ("Heading 1", 13), ("Heading 2", 10.5)):
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), "Arial"
        style.paragraph_format.space_before = Pt(6)
        style.paragraph_format.space_after = Pt(2)


def _number_pages(line: Line) -> None:
    """The number of the page at its foot; a field, which the reader's program fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _block(document: Document, brief: Brief, block: Block) -> None:
    match block:
        case Paragraph(text):
            _text(document.add_paragraph(), brief, text)
        case Points(items):
            for item in items:
                _text(document.add_paragraph(style="List Bullet"), brief, item)
        case Quotes(title, items):
            if title:
                document.add_heading(title, 2)
            for quote in items:
                _quote(document.add_paragraph(style="List Bullet"), brief, quote)
        case Table():
            _table(document, brief, block)
        case Chart(title, says):
            document.add_paragraph(f"{title}: {says}.")
        case More(words, command):
            _small(document.add_paragraph(f"{words} {command}"))


def _table(document: Document, brief: Brief, table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    document.add_heading(table.title, 2)
    grid = document.add_table(rows=1, cols=len(table.columns), style="Light List Accent 1")
    # the row that is said again on each page, and that readers of screens take for the heading
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, name in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(name)
    for row in table.rows:
        added = grid.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(added.cells, row, strict=True):
            _text(cell.paragraphs[0], brief, text)
    for column, width in zip(grid.columns, widths(brief, table), strict=True):
        for cell in column.cells:
            cell.width = Cm(width)
        column.width = Cm(width)
    after = document.add_paragraph().paragraph_format
    after.line_spacing, after.space_after = Pt(4), Pt(0)


def widths(brief: Brief, table: Table) -> list[float]:
    """The widths of a table's columns, in centimetres: a column of long texts gets more."""
    letters = []
    for name, *cells in zip(table.columns, *table.rows, strict=True):
        said = [
            len(cell.words) + sum(len(brief.cited(w)) + 2 for w in cell.where) for cell in cells
        ]
        heading = max(map(len, name.split()), default=0) + 7
        letters.append(min(max(NARROW, heading, *said), WIDE))
    return [WIDTH * number / sum(letters) for number in letters]


def _text(line: Line, brief: Brief, text: Text) -> None:
    _lead(line, text.lead)
    line.add_run(text.words)
    _cited(line, brief, text.where)


def _quote(line: Line, brief: Brief, quote: Quote) -> None:
    _lead(line, quote.lead)
    line.add_run(f"“{quote.words}{' …' if quote.cut else ''}”")
    _cited(line, brief, (quote.where,))


def _lead(line: Line, lead: str) -> None:
    if lead:
        line.add_run(f"{lead}: ").bold = True


def _cited(line: Line, brief: Brief, where: tuple[Where, ...]) -> None:
    from docx.shared import Pt

    if where:
        # no line ends within a reference
        told = "; ".join(brief.cited(each).replace(" ", "\N{NO-BREAK SPACE}") for each in where)
        run = line.add_run(f" [{told}]")
        run.font.size = Pt(SMALL)


def _small(line: Line) -> None:
    from docx.shared import Pt

    for run in line.runs:
        run.font.size = Pt(SMALL)


def _timeless(written: bytes) -> bytes:
    """The same archive with one fixed time for all of its files."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            after.writestr(info, before.read(name))
    return stream.getvalue()
