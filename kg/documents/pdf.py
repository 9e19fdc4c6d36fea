"""PDF files, read with PDFium: what can be read at all, and each page's text and lines."""

from __future__ import annotations

from typing import Any

import pypdfium2 as pdfium

from kg.documents.cells import Tables
from kg.documents.letters import Letters
from kg.documents.pageobjects import look_at
from kg.documents.pdflines import Look, page_lines
from kg.documents.rawlines import RawFile, RawPage
from kg.documents.seen import Sight
from kg.documents.sheet import sheet_of
from kg.documents.visible import seen_rules
from kg.errors import UnreadableFile

#: No inspection report comes near this; what does is something else.
MAX_PAGES = 600


def read_pdf(data: bytes) -> RawFile:
    """The pages of a PDF.

    Raises `UnreadableFile` for a file that is damaged, encrypted, too long or without text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(_why(data, str(error))) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableFile(
                f"has {count:,} pages, and no inspection report has more than {MAX_PAGES}; "
                "split it into its reports"
            )
        file = RawFile("application/pdf", [], paged=True)
        for index in range(count):
            try:
                page = document[index]
            except pdfium.PdfiumError as error:
                raise UnreadableFile(
                    f"page {index + 1} of {count} is damaged ({error}); fetch the file again"
                ) from error
            file.pages.append(_page(page, index + 1))
    finally:
        document.close()
    empty = [page.number for page in file.pages if not page.lines]
    if len(empty) == len(file.pages):
        raise UnreadableFile("has no text layer (it is a scan); run it through OCR first")
    file.notes += [f"page {number} has no text" for number in empty]
    return file


def _why(data: bytes, error: str) -> str:
    """PDFium's error in words that say what to do."""
    if "password" in error.lower() or "security" in error.lower():
        return "is encrypted; save a copy without a password and read that"
    if b"%%EOF" not in data[-2048:]:
        return "is cut off before its end; fetch the file again"
    return f"is damaged ({error}); fetch the file again"


def _page(page: Any, number: int) -> RawPage:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        sheet = sheet_of(page.raw, textpage.raw, len(text))
        width, height = sheet.size
        objects = look_at(page.raw)
        tables = Tables(
            [sheet.box(rule) for rule in seen_rules(objects.level, objects)],
            [sheet.box(rule) for rule in seen_rules(objects.upright, objects)],
        )
        letters = Letters(textpage.raw, sheet)
        look = Look(letters, tables, Sight(letters, objects))
        raw = RawPage(number, text, width, height)
        raw.lines = page_lines(text, number, look)
    finally:
        textpage.close()
        page.close()
    return raw
