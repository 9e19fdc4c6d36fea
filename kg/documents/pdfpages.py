"""The pages of a PDF, opened and closed by hand, and their text.

pypdfium2 gives objects that close themselves once they are forgotten.  For a page that is closed
as soon as it is read they only cost time: a twentieth of what PDFium takes for the text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

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
