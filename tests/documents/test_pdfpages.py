"""The text of a page is what PDFium's wrapper gives, and a page that is none is refused."""

import pypdfium2 as pdfium
import pytest

from kg.documents.pdf import opened, text_of
from tests.documents.drawing import paragraph, pdf, words

PAGES = {
    "a paragraph": paragraph(700, "Children in Marlowe are safe.", "Visits are timely \u2013 now."),
    "nothing": words(),
    "a hyphen at a line's end": paragraph(700, "Plans are up-", "dated after each visit."),
    "spaces around it": words((72, 700, "   Children   ")),
    "control characters at its ends": words((72, 700, "\x00\x01Children\x02\x00")),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_the_text_is_that_of_the_wrapper(page) -> None:
    document = pdfium.PdfDocument(pdf(page))
    with opened(document, 0) as (_, textpage):
        assert text_of(textpage) == document[0].get_textpage().get_text_range()
    document.close()


def test_a_page_that_is_not_there_is_an_error() -> None:
    document = pdfium.PdfDocument(pdf(PAGES["nothing"]))
    with pytest.raises(pdfium.PdfiumError), opened(document, 1):
        pass
    document.close()
