"""PDF files, read with PDFium: what can be read at all, and each page's text and lines.

pypdfium2 gives objects that close themselves once they are forgotten.  For a page that is closed
as soon as it is read they only cost time: a twentieth of what PDFium takes for the text.  So pages
are opened and closed by hand.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.documents.cells import Tables
from kg.documents.model import Note
from kg.documents.pageobjects import PageObjects, look_at
from kg.documents.pdflayers import has_layers, look_at_layers
from kg.documents.pdfletters import Letters
from kg.documents.pdflines import Look, page_lines
from kg.documents.rawlines import RawFile, RawPage
from kg.documents.visible import seen_rules
from kg.documents.visiblepage import VisiblePage, sheet_of
from kg.documents.visibleparts import Sight
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
    look = look_at_layers if has_layers(data) else look_at
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
                with opened(document, index) as (page, textpage):
                    objects = look(page)
                    file.pages.append(_page(page, textpage, objects, index + 1, file.notes))
            except pdfium.PdfiumError as error:
                raise UnreadableFile(
                    f"has a damaged page, {index + 1} of {count} ({error}); fetch it again"
                ) from error
    finally:
        document.close()
    if not any(page.lines for page in file.pages):
        raise UnreadableFile("has no text layer (it is a scan); run it through OCR first")
    return file


def _shows_something(page: Any) -> bool:
    """Whether a page has an object that is no text: a picture, or letters drawn as outlines."""
    return any(
        pdfium_c.FPDFPageObj_GetType(pdfium_c.FPDFPage_GetObject(page, index))
        != pdfium_c.FPDF_PAGEOBJ_TEXT
        for index in range(pdfium_c.FPDFPage_CountObjects(page))
    )


def _why(data: bytes, error: str) -> str:
    """PDFium's error in words that say what to do."""
    if "password" in error.lower() or "security" in error.lower():
        return "is encrypted; save a copy without a password and read that"
    if b"%%EOF" not in data[-2048:]:
        return "is cut off before its end; fetch the file again"
    return f"is damaged ({error}); fetch the file again"


def _page(
    page: Any, textpage: Any, objects: PageObjects, number: int, notes: list[Note]
) -> RawPage:
    """A page, given PDFium's handles of it and of its text, and what it draws."""
    text = text_of(textpage)
    sheet = sheet_of(page, textpage, len(text))
    if pdfium_c.FPDFPage_GetRotation(page) * 90 == sheet.turn:
        return _read(page, textpage, objects, text, sheet, number, notes)
    # PDFium finds lines as they stand on the screen: the page is turned as one reads it
    with turned(page, sheet.turn) as upright:
        return _read(page, upright, objects, text_of(upright), sheet, number, notes)


def _read(
    page: Any, textpage: Any, objects: PageObjects, text: str, sheet: VisiblePage, number: int,
    notes: list[Note],
) -> RawPage:  # fmt: skip
    width, height = sheet.size
    tables = Tables(
        [sheet.box(rule) for rule in seen_rules(objects.level, objects)],
        [sheet.box(rule) for rule in seen_rules(objects.upright, objects)],
    )
    letters = Letters(textpage, sheet)
    look = Look(letters, tables, Sight(letters, objects))
    raw = RawPage(number, text, width, height)
    raw.lines = page_lines(text, number, look)
    if not raw.lines and _shows_something(page):
        notes.append(
            Note(
                "page-without-text",
                f"page {number} has no text, and was not read: if it shows text, the page is "
                "a picture; run the file through OCR",
                number,
            )
        )
    return raw


#: What PDFium gives for a letter that is not in a page's text.
NOT_IN_TEXT = -1


@contextmanager
def opened(document: pdfium.PdfDocument, index: int) -> Iterator[tuple[Any, Any]]:
    """PDFium's handles of a page and of its text; ``index`` counts from 0.

    Raises `pypdfium2.PdfiumError` for a page that is damaged.
    """
    page = pdfium_c.FPDF_LoadPage(document.raw, index)
    if not page:
        raise pdfium.PdfiumError("Failed to load page.")
    try:
        text = pdfium_c.FPDFText_LoadPage(page)
        if not text:
            raise pdfium.PdfiumError("Failed to load text page.")
        try:
            yield page, text
        finally:
            pdfium_c.FPDFText_ClosePage(text)
    finally:
        pdfium_c.FPDF_ClosePage(page)


@contextmanager
def turned(page: Any, degrees: int) -> Iterator[Any]:
    """PDFium's handle of a page's text, the page turned by so much, with the clock."""
    pdfium_c.FPDFPage_SetRotation(page, degrees // 90)
    text = pdfium_c.FPDFText_LoadPage(page)
    if not text:
        raise pdfium.PdfiumError("Failed to load text page.")
    try:
        yield text
    finally:
        pdfium_c.FPDFText_ClosePage(text)


def text_of(textpage: Any) -> str:
    """The text of a page, given the handle of its text.

    As `pypdfium2.PdfTextPage.get_text_range`: PDFium reads over the end if it is asked for a range
    that begins or ends with letters that are not in the text.
    """
    place = pdfium_c.FPDFText_GetTextIndexFromCharIndex
    first, last = 0, pdfium_c.FPDFText_CountChars(textpage) - 1
    while first <= last and place(textpage, first) == NOT_IN_TEXT:
        first += 1
    while first <= last and place(textpage, last) == NOT_IN_TEXT:
        last -= 1
    if first > last:
        return ""
    # a NUL stands behind the text
    buffer = (ctypes.c_ushort * (place(textpage, last) - place(textpage, first) + 2))()
    count = pdfium_c.FPDFText_GetText(textpage, first, last - first + 1, buffer)
    return bytes(memoryview(buffer)[: count - 1]).decode("utf-16-le", errors="ignore")
